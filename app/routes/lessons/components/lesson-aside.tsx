import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { type LessonUse, LIMITS } from '#server/concepts/lessons/contract.ts'

type View = {
  lesson: { uses: LessonUse[] }
  can: { adopt: boolean }
  targets: Choice[]
  schools: Choice[]
  schoolYear: string
  clientKey: string
}

/** Where it is used, and the way into the own concept. */
export function LessonAside({ view, replyTo }: { view: View; replyTo: (intent: string) => Reply }) {
  return (
    <>
      {view.can.adopt && view.targets.length > 0 && (
        <Card
          title="In unser Konzept übernehmen"
          lead="Eine Kopie mit Quelle, die Sie anpassen. Sie zählt im Entwurf Ihres Medienkonzepts."
        >
          <HouseForm reply={replyTo('adopt')} clientKey={view.clientKey}>
            <RadioRows
              name="conceptId"
              label="In welches Medienkonzept?"
              choices={view.targets}
              defaultValue={view.targets[0]?.value}
            />
            <div>
              <Button name="intent" value="adopt">
                In unser Konzept übernehmen
              </Button>
            </div>
          </HouseForm>
        </Card>
      )}
      <Uses view={view} reply={replyTo('use') ?? replyTo('forget')} />
    </>
  )
}

function Uses({ view, reply }: { view: View; reply: Reply }) {
  const { lesson, schools, schoolYear } = view
  if (lesson.uses.length === 0 && schools.length === 0) return null
  return (
    <Card title="Verwendet an">
      {lesson.uses.length === 0 && <p className="text-leise">Noch sagt das keine Schule.</p>}
      <ul className="divide-y divide-linie">
        {lesson.uses.map((use) => (
          <li key={`${use.schoolId} ${use.schoolYear}`} className="py-zeile">
            <p>
              {use.school}, {use.schoolYear}
            </p>
            {use.note && <p className="text-sm wrap-anywhere text-leise">{use.note}</p>}
            {schools.some(({ value }) => value === use.schoolId) && (
              <HouseForm className="">
                <input type="hidden" name="schoolId" value={use.schoolId} />
                <input type="hidden" name="schoolYear" value={use.schoolYear} />
                <Button variant="tertiary" name="intent" value="forget">
                  Zurücknehmen<span className="sr-only">: {use.schoolYear}</span>
                </Button>
              </HouseForm>
            )}
          </li>
        ))}
      </ul>
      {schools.length > 0 && (
        <Fold title="Auch wir verwenden es" isOpen={reply !== undefined}>
          <HouseForm reply={reply}>
            <SelectField
              name="schoolId"
              label="Schule"
              choices={schools}
              defaultValue={schools[0]?.value}
            />
            <TextField name="schoolYear" label="Schuljahr" defaultValue={schoolYear} />
            <TextField
              name="note"
              label="Bemerkung"
              optional
              maxLength={LIMITS.note.max}
              hint="Zum Beispiel, was Sie geändert haben."
            />
            <div>
              <Button variant="secondary" name="intent" value="use">
                Verwendung speichern
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </Card>
  )
}
