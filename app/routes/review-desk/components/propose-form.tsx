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
import type { Draft, DraftFields } from '#server/software/proposing/drafts/contract.ts'
import { accountNames, deviceNames, userNames } from '#server/software/words.ts'

type View = {
  name: string
  similar: unknown[]
  schools: Choice[]
  clientKey: string
  today: string
  draft: Draft | null
}

type Answer = (NonNullable<Reply> & { intent?: string }) | null | undefined

const INTENTS = ['propose', 'draft']

/** Which draft this is: it is saved anew, and goes when it is sent. */
function OfDraft({ draft }: { draft: Draft | null }) {
  if (!draft) return null
  return (
    <>
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="draftVersion" value={draft.version} />
    </>
  )
}

const NOTHING: DraftFields = {
  ...{ website: '', purpose: '', subject: '', gradeBand: '', pupilAccount: '', variant: '' },
  ...{ neededBy: '', schoolId: '', users: ['teacher', 'pupil'], schoolForms: [] },
  deviceScenario: 'school_shared_at_school',
}

/** What is proposed, what for, and how it would be used. */
export function ProposeForm({ view, reply }: { view: View; reply: Answer }) {
  const { name, similar, schools, clientKey, today, draft } = view
  const own = INTENTS.includes(reply?.intent ?? '') ? reply : undefined
  const typed = draft?.fields ?? NOTHING
  const isAsked = similar.length > 0 || own?.error?.isOther
  return (
    <HouseForm reply={own} clientKey={clientKey} key={draft?.id ?? name}>
      <OfDraft draft={draft} />
      {isAsked && <CheckField name="isOther" label="Nein, das ist etwas anderes" />}
      <TextField
        {...{ name: 'name', label: 'Name der App', required: true, defaultValue: name }}
        maxLength={LIMITS.name.max}
      />
      <TextField
        {...{ name: 'website', label: 'Adresse im Internet', required: true, inputMode: 'url' }}
        hint="Die Seite des Anbieters oder der Eintrag im App Store"
        maxLength={LIMITS.website}
        defaultValue={typed.website}
      />
      <TextArea
        {...{ name: 'purpose', label: 'Wofür brauchen Sie die App im Unterricht?' }}
        required
        maxLength={CASE_LIMITS.purpose}
        counter
        defaultValue={typed.purpose}
      />
      <div className="grid gap-5 md:grid-cols-2">
        <SelectField
          {...{ name: 'subject', label: 'Fach', empty: 'Ohne Angabe', optional: true }}
          choices={choicesOf(SUBJECTS, subjectNames)}
          defaultValue={typed.subject}
        />
        <SelectField
          {...{ name: 'gradeBand', label: 'Jahrgang', empty: 'Ohne Angabe', optional: true }}
          choices={choicesOf(GRADE_BANDS, gradeBandNames)}
          defaultValue={typed.gradeBand}
        />
      </div>
      <SelectField
        {...{ name: 'deviceScenario', label: 'Auf welchen Geräten?', required: true }}
        choices={choicesOf(DEVICE_SCENARIOS, deviceNames)}
        defaultValue={typed.deviceScenario}
      />
      <SelectField
        {...{ name: 'pupilAccount', label: 'Mit welchem Konto der Lernenden?', required: true }}
        choices={choicesOf(PUPIL_ACCOUNTS, accountNames)}
        empty="Bitte wählen"
        defaultValue={typed.pupilAccount}
      />
      <CheckGroup
        {...{ name: 'users', label: 'Wer arbeitet damit?', columns: true }}
        choices={choicesOf(SCENARIO_USERS, userNames)}
        defaultValue={typed.users}
      />
      <Fold
        title="Ausgabe und Schulformen (freiwillig)"
        className="rounded-lg border border-rand px-3"
      >
        <div className="grid gap-5">
          <TextField
            {...{ name: 'variant', label: 'Welche Ausgabe?', optional: true, maxLength: 120 }}
            hint="Zum Beispiel „kostenlose Fassung“ oder „Schullizenz“"
            defaultValue={typed.variant}
          />
          <CheckGroup
            {...{ name: 'schoolForms', label: 'Nur für diese Schulformen', columns: true }}
            hint="Nichts angekreuzt heißt: für alle"
            choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
            defaultValue={typed.schoolForms}
          />
        </div>
      </Fold>
      <NeededBy today={today} day={typed.neededBy} />
      <OwnSchool schools={schools} chosen={typed.schoolId} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="propose">
          Vorschlagen
        </Button>
        <Button name="intent" value="draft" variant="secondary" formNoValidate>
          Entwurf speichern
        </Button>
        <ButtonLink to={paths.propose()} variant="tertiary">
          Anderer Name
        </ButtonLink>
      </div>
    </HouseForm>
  )
}

export const NeededBy = ({ today, day }: { today: string; day?: string | undefined }) => (
  <TextField
    {...{ name: 'neededBy', label: 'Bis wann brauchen Sie sie?', type: 'date', min: today }}
    optional
    defaultValue={day}
    className="max-w-[16rem]"
  />
)

/** Only who is at several schools has to say which one. */
export function OwnSchool({ schools, chosen }: { schools: Choice[]; chosen?: string | undefined }) {
  if (schools.length < 2) return null
  return (
    <SelectField
      {...{ name: 'schoolId', label: 'Für welche Schule?', empty: 'Bitte wählen', required: true }}
      choices={schools}
      defaultValue={chosen}
    />
  )
}
