import { Button } from '#app/ui/button.tsx'
import { CheckGroup, RadioBar } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { CASE_LIMITS, PRIORITIES, type Priority } from '#server/software/cases/contract.ts'
import { outcomeNames, priorityNames } from '#server/software/cases/words.ts'
import { paths } from '#server/software/paths.ts'

type Answer = (NonNullable<Reply> & { intent?: string }) | null | undefined
type Use = { id: string; label: string; variant: string; isChosen: boolean }
type Props = {
  one: { slug: string; priority: Priority; state: string }
  uses: Use[]
  reply: Answer
}

const of = (reply: Answer, ...intents: string[]) =>
  intents.includes(reply?.intent ?? '') ? reply : undefined

/** Where a proposal can go from the table. */
export function TriageSteps({ one, uses, reply }: Props) {
  return (
    <div className="grid min-w-0 gap-5">
      <Card title="1 · Was wird geprüft?">
        <HouseForm reply={of(reply, 'uses')} className="grid gap-3">
          <CheckGroup
            name="uses"
            label="Nutzungen"
            hint="Geprüft wird nie die App, sondern wie sie genutzt wird."
            choices={uses.map(({ id, label, variant }) => ({ value: id, label, hint: variant }))}
            defaultValue={uses.filter(({ isChosen }) => isChosen).map(({ id }) => id)}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button variant="secondary" name="intent" value="uses">
              Auswahl sichern
            </Button>
            <Link to={paths.uses(one.slug)} className="inline-flex min-h-11 items-center underline">
              Nutzungen bearbeiten
            </Link>
          </div>
        </HouseForm>
      </Card>
      <Card title="2 · Weitergeben">
        <HouseForm reply={of(reply, 'start', 'fastLane')} className="grid gap-3">
          <TextArea
            {...{ name: 'note', label: 'Hinweis an die Prüfstelle', optional: true, rows: 2 }}
            maxLength={CASE_LIMITS.note}
          />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="start">
              An Prüfstelle geben
            </Button>
            <Button variant="secondary" name="intent" value="fastLane">
              Ohne Personenbezug: zur Stellungnahme
            </Button>
          </div>
        </HouseForm>
        <HouseForm reply={of(reply, 'priority')} className="mt-4 flex flex-wrap items-end gap-3">
          <SelectField
            {...{ name: 'priority', label: 'Dringlichkeit', defaultValue: one.priority }}
            choices={choicesOf(PRIORITIES, priorityNames)}
          />
          <Button variant="secondary" name="intent" value="priority">
            Ändern
          </Button>
        </HouseForm>
        {one.state === 'submitted' && (
          <HouseForm reply={of(reply, 'take')} className="mt-4">
            <div>
              <Button variant="tertiary" name="intent" value="take">
                Ich sehe das durch
              </Button>
            </div>
          </HouseForm>
        )}
      </Card>
      <Endings reply={reply} />
    </div>
  )
}

function Endings({ reply }: { reply: Answer }) {
  return (
    <Card title="Oder abschließen">
      <Fold title="Schon entschieden" isOpen={of(reply, 'close') !== undefined}>
        <HouseForm reply={of(reply, 'close')} className="grid gap-3">
          <TextArea
            {...{ name: 'note', label: 'Wo steht die Entscheidung?', required: true, rows: 2 }}
            hint="Zum Beispiel eine Landeslösung, mit Link"
            maxLength={CASE_LIMITS.note}
          />
          <div>
            <Button variant="secondary" name="intent" value="close">
              Als entschieden abschließen
            </Button>
          </div>
        </HouseForm>
      </Fold>
      <Fold title="Nicht annehmen" isOpen={of(reply, 'reject') !== undefined}>
        <HouseForm reply={of(reply, 'reject')} className="grid gap-3">
          <RadioBar
            {...{ name: 'outcome', label: 'Warum?' }}
            choices={[
              { value: 'duplicate', label: outcomeNames.duplicate },
              { value: 'incomplete', label: outcomeNames.incomplete },
            ]}
          />
          <TextArea
            {...{ name: 'note', label: 'Was soll die Schule wissen?', required: true, rows: 2 }}
            maxLength={CASE_LIMITS.note}
          />
          <div>
            <Button variant="danger" name="intent" value="reject">
              Nicht annehmen
            </Button>
          </div>
        </HouseForm>
      </Fold>
    </Card>
  )
}
