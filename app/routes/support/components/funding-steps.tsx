import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { type FundingEvent, LIMITS } from '#server/support/contract.ts'
import { euroDigits, euros } from '#server/support/words.ts'
import type { FundingView } from './funding-view.ts'

type Answer = (Reply & { intent?: string }) | null | undefined
type Props = { view: FundingView; reply: Answer }

/** Events that need one press, and those that need words. */
const PLAIN: Partial<Record<FundingEvent, { title: string; lead?: string; word: string }>> = {
  submit: {
    title: 'Einreichen',
    lead: 'Danach lesen ihn der Schulträger und die Schulleitung der empfangenden Schule.',
    word: 'Antrag einreichen',
  },
  takeUp: { title: 'Prüfen', word: 'In Prüfung nehmen' },
  pay: { title: 'Auszahlung', word: 'Als ausgezahlt eintragen' },
  account: {
    title: 'Verwendungsnachweis',
    lead: 'Wenn alle Ausgaben eingetragen und die Belege hochgeladen sind.',
    word: 'Nachweis einreichen',
  },
}
type Said = {
  title: string
  label: string
  word: string
  optional?: boolean
  /** Beside what is usually done next, it waits behind this line. */
  fold?: string
}
const WORDED: Partial<Record<FundingEvent, Said>> = {
  answer: { title: 'Rückfrage beantworten', label: 'Ihre Antwort', word: 'Antwort senden' },
  ask: {
    title: 'Rückfrage',
    label: 'Was möchten Sie wissen?',
    word: 'Rückfrage senden',
    fold: 'Nachfragen',
  },
  reject: {
    title: 'Ablehnen',
    label: 'Begründung für die Ablehnung',
    word: 'Ablehnen',
    fold: 'Begründen',
  },
  close: {
    title: 'Abschließen',
    label: 'Anmerkung',
    word: 'Vorgang abschließen',
    optional: true,
  },
}

/** What this person can do with the application now. */
export function FundingSteps({ view, reply }: Props) {
  return inOrder(view.steps).map((step) => (
    <Step key={step} step={step} view={view} reply={reply} />
  ))
}

/** What is usually done next comes first. */
const inOrder = (steps: FundingEvent[]) =>
  [...steps].sort((a, b) => Number(isRare(a)) - Number(isRare(b)))
const isRare = (step: FundingEvent) => step === 'withdraw' || Boolean(WORDED[step]?.fold)

function Step({ step, view, reply }: Props & { step: FundingEvent }) {
  const mine = reply?.intent === step ? reply : undefined
  const version = <input type="hidden" name="version" value={view.funding.version} />
  if (step === 'approve') return <Approve view={view} reply={mine} />
  const plain = PLAIN[step]
  if (plain)
    return (
      <Card title={plain.title} lead={plain.lead}>
        <HouseForm reply={mine} id={step}>
          {version}
          <div>
            <Button name="intent" value={step}>
              {plain.word}
            </Button>
          </div>
        </HouseForm>
      </Card>
    )
  const worded = WORDED[step]
  if (worded) return <Worded {...{ step, worded, version, reply: mine }} />
  return (
    <HouseForm reply={mine} id={step}>
      {version}
      <div>
        <Button variant="secondary" name="intent" value={step}>
          Antrag zurückziehen
        </Button>
      </div>
    </HouseForm>
  )
}

function Worded({
  step,
  worded,
  version,
  reply,
}: {
  step: FundingEvent
  worded: Said
  version: ReactNode
  reply: Answer
}) {
  const form = (
    <HouseForm reply={reply} id={step}>
      {version}
      <TextArea
        name="text"
        label={worded.label}
        optional={worded.optional}
        maxLength={LIMITS.text}
      />
      <div>
        <Button variant={worded.fold ? 'secondary' : 'primary'} name="intent" value={step}>
          {worded.word}
        </Button>
      </div>
    </HouseForm>
  )
  return (
    <Card title={worded.title}>
      {worded.fold ? (
        <Fold title={worded.fold} isOpen={Boolean(reply)}>
          {form}
        </Fold>
      ) : (
        form
      )}
    </Card>
  )
}

function Approve({ view, reply }: Props) {
  const { requestedCents, version, year } = view.funding
  const left =
    view.budgetLeft === null
      ? `Für ${year} ist noch kein Haushalt festgelegt.`
      : `Im Haushalt ${year} sind noch ${euros(view.budgetLeft)} frei.`
  return (
    <Card title="Bewilligen" lead={`Beantragt sind ${euros(requestedCents)}. ${left}`}>
      <HouseForm reply={reply} id="approve">
        <input type="hidden" name="version" value={version} />
        <TextField
          name="granted"
          label="Betrag in Euro"
          hint="Weniger als beantragt heißt: teilweise bewilligt."
          inputMode="decimal"
          defaultValue={euroDigits(requestedCents)}
        />
        <TextArea name="text" label="Begründung" optional rows={3} maxLength={LIMITS.text} />
        <TextArea name="conditions" label="Auflagen" optional rows={3} maxLength={LIMITS.text} />
        <div>
          <Button name="intent" value="approve">
            Bewilligen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
