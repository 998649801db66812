import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckField, CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { type Choice, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { CASE_LIMITS } from '#server/software/cases/contract.ts'
import {
  DEVICE_SCENARIOS,
  LIMITS,
  PUPIL_ACCOUNTS,
  SCENARIO_USERS,
} from '#server/software/contract.ts'
import { paths } from '#server/software/paths.ts'
import { accountNames, deviceNames, userNames } from '#server/software/words.ts'

type View = {
  name: string
  similar: unknown[]
  schools: Choice[]
  clientKey: string
  today: string
}

type Answer = (NonNullable<Reply> & { intent?: string }) | null | undefined

/** What is proposed, what for, and how it would be used. */
export function ProposeForm({ view, reply }: { view: View; reply: Answer }) {
  const { name, similar, schools, clientKey, today } = view
  const own = reply?.intent === 'propose' ? reply : undefined
  const isAsked = similar.length > 0 || own?.error?.isOther
  return (
    <HouseForm reply={own} clientKey={clientKey} key={name}>
      {isAsked && <CheckField name="isOther" label="Nein, das ist etwas anderes" />}
      <TextField
        {...{ name: 'name', label: 'Name der App', required: true, defaultValue: name }}
        maxLength={LIMITS.name.max}
      />
      <TextField
        {...{ name: 'website', label: 'Adresse im Internet', required: true, inputMode: 'url' }}
        hint="Die Seite des Anbieters oder der Eintrag im App Store"
        maxLength={LIMITS.website}
      />
      <TextArea
        {...{ name: 'purpose', label: 'Wofür brauchen Sie die App im Unterricht?' }}
        required
        maxLength={CASE_LIMITS.purpose}
        counter
      />
      <div className="grid gap-5 md:grid-cols-2">
        <SelectField
          {...{ name: 'subject', label: 'Fach', empty: 'Ohne Angabe', optional: true }}
          choices={choicesOf(SUBJECTS, subjectNames)}
        />
        <SelectField
          {...{ name: 'gradeBand', label: 'Jahrgang', empty: 'Ohne Angabe', optional: true }}
          choices={choicesOf(GRADE_BANDS, gradeBandNames)}
        />
      </div>
      <SelectField
        {...{ name: 'deviceScenario', label: 'Auf welchen Geräten?', required: true }}
        choices={choicesOf(DEVICE_SCENARIOS, deviceNames)}
        defaultValue="school_shared_at_school"
      />
      <SelectField
        {...{ name: 'pupilAccount', label: 'Mit welchem Konto der Lernenden?', required: true }}
        choices={choicesOf(PUPIL_ACCOUNTS, accountNames)}
        empty="Bitte wählen"
      />
      <CheckGroup
        {...{ name: 'users', label: 'Wer arbeitet damit?', columns: true }}
        choices={choicesOf(SCENARIO_USERS, userNames)}
        defaultValue={['teacher', 'pupil']}
      />
      <Fold
        title="Ausgabe und Schulformen (freiwillig)"
        className="rounded-lg border border-rand px-3"
      >
        <div className="grid gap-5">
          <TextField
            {...{ name: 'variant', label: 'Welche Ausgabe?', optional: true, maxLength: 120 }}
            hint="Zum Beispiel „kostenlose Fassung“ oder „Schullizenz“"
          />
          <CheckGroup
            {...{ name: 'schoolForms', label: 'Nur für diese Schulformen', columns: true }}
            hint="Nichts angekreuzt heißt: für alle"
            choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
          />
        </div>
      </Fold>
      <NeededBy today={today} />
      <OwnSchool schools={schools} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="propose">
          Vorschlagen
        </Button>
        <ButtonLink to={paths.propose()} variant="tertiary">
          Anderer Name
        </ButtonLink>
      </div>
    </HouseForm>
  )
}

export const NeededBy = ({ today }: { today: string }) => (
  <TextField
    {...{ name: 'neededBy', label: 'Bis wann brauchen Sie sie?', type: 'date', min: today }}
    optional
    className="max-w-[16rem]"
  />
)

/** Only who is at several schools has to say which one. */
export function OwnSchool({ schools }: { schools: Choice[] }) {
  if (schools.length < 2) return null
  return (
    <SelectField
      {...{ name: 'schoolId', label: 'Für welche Schule?', empty: 'Bitte wählen', required: true }}
      choices={schools}
    />
  )
}
