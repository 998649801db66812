import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { subjectNames } from '#server/accounts/words.ts'
import { LIMITS } from '#server/medialab/contract.ts'

type Named = { id: string; title: string }
type Props = {
  schools: Choice[]
  canGoWithout: boolean
  mine: { plgs: Named[]; projects: (Named & { plgTitle: string })[] }
}

const grades = Array.from({ length: 13 }, (_, n) => String(n + 1)).map((grade) => ({
  value: grade,
  label: `Klasse ${grade}`,
}))

/** What it is for, and for whom. */
export function PurposeCard({ schools, canGoWithout, mine }: Props) {
  const { plgs, projects } = mine
  return (
    <Card title="Wofür?">
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          {...{ name: 'purpose', label: 'Zweck', maxLength: LIMITS.purpose.max, required: true }}
          hint="Zum Beispiel „6b Brüche“. Keine Namen von Kindern, bitte."
          className="md:col-span-2"
        />
        <SelectField
          {...{ name: 'subject', label: 'Fach', optional: true, empty: 'Kein Fach' }}
          choices={SUBJECTS.map((subject) => subjectNames[subject]).map((name) => ({
            value: name,
            label: name,
          }))}
        />
        <SelectField
          {...{ name: 'grade', label: 'Klasse', optional: true, empty: 'Keine', choices: grades }}
        />
        <TextField
          {...{ name: 'participants', label: 'Wie viele Personen?', optional: true }}
          {...{ inputMode: 'numeric', maxLength: 4 }}
        />
        <TextField
          {...{ name: 'phone', type: 'tel', label: 'Telefon für Rückfragen', optional: true }}
          {...{ maxLength: LIMITS.phone, autoComplete: 'tel' }}
        />
        {schools.length + Number(canGoWithout) > 1 && (
          <SelectField
            {...{ name: 'schoolId', label: 'Schule', choices: schools }}
            {...(canGoWithout && { empty: 'Ohne Schule' })}
            defaultValue={canGoWithout ? '' : schools[0]?.value}
          />
        )}
        {plgs.length > 0 && (
          <SelectField
            {...{ name: 'plgId', label: 'PLG', optional: true, empty: 'Keine PLG' }}
            choices={plgs.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        {projects.length > 0 && (
          <SelectField
            {...{ name: 'projectId', label: 'Vorhaben', optional: true, empty: 'Kein Vorhaben' }}
            choices={projects.map(({ id, title, plgTitle }) => ({
              value: id,
              label: `${title} (${plgTitle})`,
            }))}
          />
        )}
      </div>
    </Card>
  )
}

/** Fetched, or brought: only what may be delivered is. */
export function HandoverCard({
  canDeliver,
  sites,
}: {
  canDeliver: boolean
  sites: { id: string; name: string }[]
}) {
  return (
    <Card title="Wie kommt es zu Ihnen?">
      <RadioRows
        name="handover"
        label="Übergabe"
        hint={canDeliver ? undefined : 'Das holen Sie bitte selbst im MediaLab ab.'}
        defaultValue="pickup"
        choices={[
          { value: 'pickup', label: 'Ich hole es im MediaLab ab.' },
          ...(canDeliver
            ? [
                { value: 'school_mail', label: 'Mit der Schulpost an die Schule' },
                ...sites.map(({ id, name }) => ({ value: id, label: `Zur Abholung: ${name}` })),
              ]
            : []),
        ]}
      />
    </Card>
  )
}
