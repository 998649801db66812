import { Form } from '@remix-run/react'
import Search from 'lucide-react/icons/search'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural } from '#app/ui/format.ts'
import { List, TaskRow } from '#app/ui/list.tsx'
import {
  type Instruction,
  INSTRUCTION_KINDS,
  type ProofState,
} from '#server/medialab/instructions/contract.ts'
import { instructionKindNames, proofStateNames } from '#server/medialab/instructions/words.ts'

const TONES: Record<ProofState, Tone> = {
  ...{ valid: 'ok', ends_soon: 'achtung', over: 'offen', revoked: 'stopp' },
}

export function ProofBadge({ state }: { state: ProofState }) {
  return <Badge tone={TONES[state]}>{proofStateNames[state]}</Badge>
}

export const validityOf = ({ validMonths }: Pick<Instruction, 'validMonths'>) =>
  validMonths === null ? 'gilt ohne Ende' : `gilt ${plural(validMonths, 'Monat', 'Monate')}`

export function InstructionFields({ instruction }: { instruction?: Instruction }) {
  return (
    <>
      <TextField
        {...{ name: 'name', label: 'Name', maxLength: 120, defaultValue: instruction?.name }}
        hint="Zum Beispiel „Sicherheit am Lasercutter“"
      />
      <RadioRows
        {...{ name: 'kind', label: 'Was ist es?' }}
        defaultValue={instruction?.kind ?? 'introduction'}
        choices={choicesOf(INSTRUCTION_KINDS, instructionKindNames)}
      />
      <TextField
        {...{ name: 'validMonths', label: 'Gilt so viele Monate', type: 'number', optional: true }}
        inputMode="numeric"
        defaultValue={instruction?.validMonths}
        hint="Leer: ohne Ende"
      />
    </>
  )
}

type Person = { id: string; name: string; place: string }

/** Who was shown it: first the person, then the day. */
export function Record({
  path,
  q,
  people,
  today,
  reply,
}: {
  path: string
  q: string
  people: Person[]
  today: string
  reply: Reply
}) {
  return (
    <Card title="Einweisung eintragen">
      <HouseForm
        method="get"
        action={path}
        className="grid items-end gap-3 md:grid-cols-[1fr_auto]"
        key={q}
      >
        <TextField
          {...{ name: 'q', label: 'Wen haben Sie eingewiesen?', type: 'search', maxLength: 100 }}
          defaultValue={q}
          hint="Vorname, Nachname oder beides"
        />
        <Button icon={Search} variant="secondary">
          Person suchen
        </Button>
      </HouseForm>
      {q !== '' && people.length === 0 && (
        <div className="mt-4">
          <EmptyState title={`Niemand namens „${q}“ gefunden.`}>
            Nur wer ein bestätigtes Konto hat, lässt sich eintragen.
          </EmptyState>
        </div>
      )}
      {people.length > 0 && (
        <HouseForm reply={reply} className="mt-4 grid gap-5">
          <input type="hidden" name="q" value={q} />
          <RadioRows
            {...{ name: 'person', label: 'Person' }}
            defaultValue={people.length === 1 ? people[0]?.id : undefined}
            choices={people.map(({ id, name, place }) => ({ value: id, label: name, hint: place }))}
          />
          <TextField
            {...{ name: 'givenOn', label: 'Eingewiesen am', type: 'date', defaultValue: today }}
            max={today}
          />
          <div>
            <Button name="intent" value="instruct">
              Einweisung eintragen
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}

type Proof = {
  id: string
  name: string
  place: string
  on: string
  until: string | null
  state: ProofState
}

/** Who has it, with the way to take it back. */
export function ProofList({ proofs }: { proofs: Proof[] }) {
  if (proofs.length === 0) return <EmptyState title="Bisher wurde niemand eingewiesen." />
  return (
    <Card title="Eingewiesen">
      <List>
        {proofs.map(({ id, name, place, on, until, state }) => (
          <TaskRow
            key={id}
            action={
              state !== 'revoked' && (
                <Form method="post">
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="proof" value={id} />
                  <Button variant="secondary">
                    Zurücknehmen<span className="sr-only">: {name}</span>
                  </Button>
                </Form>
              )
            }
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{name}</span>
              <ProofBadge state={state} />
            </p>
            <p className="text-leise">
              {[place, `am ${day(on)}`, until && `gilt bis ${day(until)}`]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}
