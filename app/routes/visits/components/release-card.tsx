import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { LIMITS, type Release } from '#server/visits/contract.ts'
import type { ReleaseLine } from '#server/visits/releases/views.ts'
import { releaseNames } from '#server/visits/words.ts'
import { spanOf } from './span.ts'

const TONES: Record<Release, Tone> = { open: 'achtung', granted: 'ok', refused: 'stopp' }

/** One visitor of the school: day and place, and the word of who leads it. It can be changed until the visit. */
export function ReleaseCard({ line, reply }: { line: ReleaseLine; reply: Reply }) {
  return (
    <Card
      title={line.visitor}
      aside={<Badge tone={TONES[line.release]}>{releaseNames[line.release]}</Badge>}
    >
      <DefinitionList
        facts={[
          ['Wann', spanOf(line)],
          ['Wo', line.place],
          ['Entschieden am', line.releasedAt && day(line.releasedAt)],
          ['Ihre Begründung', line.reason],
        ]}
      />
      {line.canDecide && (
        <div className="mt-4 grid gap-3">
          {line.release !== 'granted' && (
            <HouseForm>
              <Chosen line={line} />
              <div>
                <Button name="release" value="granted">
                  Freigeben<span className="sr-only">: {line.visitor}</span>
                </Button>
              </div>
            </HouseForm>
          )}
          {line.release !== 'refused' && <Refuse line={line} reply={reply} />}
        </div>
      )}
    </Card>
  )
}

function Chosen({ line }: { line: ReleaseLine }) {
  return (
    <>
      <input type="hidden" name="visitId" value={line.visitId} />
      <input type="hidden" name="personId" value={line.personId} />
    </>
  )
}

function Refuse({ line, reply }: { line: ReleaseLine; reply: Reply }) {
  return (
    <Fold title="Nicht freigeben" isOpen={Boolean(reply)}>
      <HouseForm reply={reply}>
        <Chosen line={line} />
        <TextField
          name="reason"
          label="Warum nicht?"
          hint="Ein Satz. Ihn liest nur, wer hospitieren wollte."
          required
          maxLength={LIMITS.reason}
        />
        <div>
          <Button variant="secondary" name="release" value="refused">
            Nicht freigeben<span className="sr-only">: {line.visitor}</span>
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
