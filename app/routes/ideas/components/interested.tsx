import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { LIMITS } from '#server/ideas/contract.ts'
import type { InterestedSchool } from '#server/ideas/interests/views.ts'
import { paths as schoolPaths } from '#server/schools/paths.ts'

/** Who wants this, school by school. */
export function Interested(props: { interested: InterestedSchool[]; schools: number }) {
  const { interested, schools } = props
  return (
    <Card
      title="Wer mitmacht"
      aside={plural(schools, 'Schule', 'Schulen')}
      lead="Gezählt ist auch, woher die Idee kommt."
    >
      {interested.length === 0 ? (
        <p className="text-leise">Noch niemand. Die Idee wird eine PLG, wenn sich andere finden.</p>
      ) : (
        <List>
          {interested.map((school) => (
            <li key={school.id} className="py-zeile">
              <Link to={schoolPaths.school(school.slug)} className="font-semibold underline">
                {school.name}
              </Link>
              <ul>
                {school.people.map((person) => (
                  <li key={`${person.name}${person.mergedTitle ?? ''}`} className="wrap-anywhere">
                    {person.name}
                    {person.isSelf && ' (Sie)'}
                    {person.note && `: ${person.note}`}
                    {person.mergedTitle && (
                      <span className="text-sm text-leise"> · bei „{person.mergedTitle}“</span>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </List>
      )}
    </Card>
  )
}

type JoinProps = { schools: { value: string; label: string }[]; reply: Reply }

/** "Ich mache mit", for a school, with a word about why. */
export function Join({ schools, reply }: JoinProps) {
  return (
    <Card
      id="mitmachen"
      title="Mitmachen"
      lead="Ihr Name und Ihre Schule stehen dann hier. Wird aus der Idee eine PLG, werden Sie eingeladen."
    >
      <HouseForm reply={reply}>
        {schools.length > 1 && (
          <SelectField
            name="schoolId"
            label="Für welche Ihrer Schulen?"
            empty="Bitte wählen"
            required
            choices={schools}
          />
        )}
        <TextArea
          name="note"
          label="Ihre Notiz"
          optional
          rows={2}
          maxLength={LIMITS.note}
          hint="Zum Beispiel: welche Klasse, was Sie mitbringen"
        />
        <div>
          <Button name="intent" value="join">
            Ich mache mit
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

export function Withdraw({ reply }: { reply: Reply }) {
  return (
    <Card title="Sie machen mit">
      <HouseForm reply={reply}>
        <div>
          <Button variant="secondary" name="intent" value="withdraw">
            Nicht mehr mitmachen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
