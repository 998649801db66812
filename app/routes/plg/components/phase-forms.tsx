import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { OPEN_PHASES, type Phase } from '#server/plg/contract.ts'
import { NOTE_LENGTH } from '#server/plg/cycle/contract.ts'
import { phaseNames } from '#server/plg/words.ts'

type Plg = { phase: Phase; phaseUntil: string | null; isPaused: boolean; cycle: number }
type Props = { plg: Plg; reply: Reply | undefined }

/** How the PLG stands on this page; who decides on an old one is told what has been decided since. */
export function Expected({ plg }: { plg: Pick<Plg, 'phase' | 'cycle'> }) {
  return (
    <>
      <input type="hidden" name="from" value={plg.phase} />
      <input type="hidden" name="cycle" value={plg.cycle} />
    </>
  )
}

export function MoveForm({ plg, reply }: Props) {
  return (
    <Card
      title="Weitergehen oder zurückgehen"
      lead="Entscheiden Sie das in der Gruppe. Zurückgehen ist jederzeit möglich."
    >
      <HouseForm reply={reply}>
        <Expected plg={plg} />
        <SelectField
          // When somebody else decides meanwhile, the choice begins anew from there; the note stays.
          key={`${plg.phase} ${plg.cycle}`}
          name="phase"
          label="Wohin?"
          choices={OPEN_PHASES.map((phase) => ({
            value: phase,
            label: phase === plg.phase ? `${phaseNames[phase]} (wie jetzt)` : phaseNames[phase],
          }))}
          defaultValue={plg.phase}
          className="max-w-[28rem]"
        />
        <TextField
          key={`until ${plg.phase} ${plg.cycle}`}
          name="until"
          type="date"
          label="Bis wann dauert diese Phase?"
          optional
          defaultValue={plg.phaseUntil}
          className="max-w-[22rem]"
        />
        <Note hint="Steht mit dem heutigen Tag unter den Entscheidungen." />
        <div>
          <Button name="intent" value="move">
            Entscheidung festhalten
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

export function PauseForm({ plg, reply }: Props) {
  return (
    <Card
      title={plg.isPaused ? 'Die Gruppe pausiert' : 'Pause'}
      lead={
        plg.isPaused
          ? 'Alles bleibt lesbar, und Sie können weiter miteinander sprechen.'
          : 'Zum Beispiel bis nach den Ferien. Alles bleibt lesbar.'
      }
    >
      <HouseForm reply={reply} key={String(plg.isPaused)}>
        <Expected plg={plg} />
        <div>
          <Button
            variant={plg.isPaused ? 'primary' : 'secondary'}
            name="intent"
            value={plg.isPaused ? 'resume' : 'pause'}
          >
            {plg.isPaused ? 'Arbeit fortsetzen' : 'Pause beginnen'}
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

export function Note({ hint }: { hint?: string }) {
  return (
    <TextArea name="note" label="Warum so?" optional rows={2} maxLength={NOTE_LENGTH} hint={hint} />
  )
}
