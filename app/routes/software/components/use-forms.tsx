import { Button } from '#app/ui/button.tsx'
import { CheckField, CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import {
  DEVICE_SCENARIOS,
  LIMITS,
  PUPIL_ACCOUNTS,
  SCENARIO_CONTENTS,
  SCENARIO_USERS,
} from '#server/software/contract.ts'
import { dataSubjectNames } from '#server/software/products/words.ts'
import {
  DATA_SUBJECTS,
  LEGAL_BASES,
  TRANSFER_BASES,
  WITHIN,
} from '#server/software/uses/contract.ts'
import { basisNames, transferChoices, withinNames } from '#server/software/uses/words.ts'
import { accountNames, contentNames, deviceNames, userNames } from '#server/software/words.ts'

/** On whose device, with which account, for whom: what an opinion will be about. */
export function UseForm({ variant, reply }: { variant: string; reply: Reply }) {
  return (
    <HouseForm reply={reply} className="grid gap-4">
      <input type="hidden" name="variant" value={variant} />
      <TextField
        name="label"
        label="Bezeichnung"
        hint="Zum Beispiel: Schul-iPads in der Schule, mit Pseudonym."
        maxLength={LIMITS.label}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          name="deviceScenario"
          label="Gerät und Ort"
          choices={choicesOf(DEVICE_SCENARIOS, deviceNames)}
        />
        <SelectField
          name="pupilAccount"
          label="Konto der Lernenden"
          choices={choicesOf(PUPIL_ACCOUNTS, accountNames)}
        />
      </div>
      <CheckGroup
        name="users"
        label="Wer nutzt sie?"
        optional
        choices={choicesOf(SCENARIO_USERS, userNames)}
      />
      <CheckGroup
        name="content"
        label="Was steht darin?"
        optional
        choices={choicesOf(SCENARIO_CONTENTS, contentNames)}
      />
      <CheckGroup
        name="schoolForms"
        label="Nur für diese Schulformen"
        optional
        columns
        choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
      />
      <div className="grid gap-4 md:grid-cols-3">
        <NumberField name="gradeMin" label="Ab Klasse" />
        <NumberField name="gradeMax" label="Bis Klasse" />
        <NumberField name="minAge" label="Mindestalter" />
      </div>
      <div>
        <Button variant="secondary" name="intent" value="use">
          Nutzung hinzufügen
        </Button>
      </div>
    </HouseForm>
  )
}

function NumberField({ name, label }: { name: string; label: string }) {
  return <TextField name={name} label={label} optional type="number" inputMode="numeric" min={1} />
}

export function SubprocessorForm({ variant, reply }: { variant: string; reply: Reply }) {
  return (
    <HouseForm reply={reply} className="grid gap-4 md:grid-cols-2">
      <input type="hidden" name="variant" value={variant} />
      <TextField name="name" label="Name des Unternehmens" maxLength={160} />
      <TextField name="country" label="Land" optional maxLength={60} />
      <TextField name="service" label="Wofür" optional maxLength={200} />
      <SelectField
        name="transferBasis"
        label="Grundlage der Übermittlung"
        choices={choicesOf(TRANSFER_BASES, transferChoices)}
        defaultValue="unknown"
      />
      <div className="md:col-span-2">
        <Button variant="secondary" name="intent" value="subprocessor">
          Unterauftragnehmer hinzufügen
        </Button>
      </div>
    </HouseForm>
  )
}

export function DataForm({ use, reply }: { use: string; reply: Reply }) {
  return (
    <HouseForm reply={reply} className="grid gap-4 md:grid-cols-2">
      <input type="hidden" name="use" value={use} />
      <SelectField
        name="subject"
        label="Wessen Daten"
        choices={choicesOf(DATA_SUBJECTS, dataSubjectNames)}
      />
      <TextField name="category" label="Welche Daten" maxLength={40} />
      <TextField name="purpose" label="Wofür" optional maxLength={300} />
      <SelectField
        name="legalBasis"
        label="Rechtsgrundlage"
        choices={choicesOf(LEGAL_BASES, basisNames)}
        defaultValue="unclear"
      />
      <SelectField
        name="withinVoDv"
        label="In den Anlagen der VO-DV enthalten?"
        choices={choicesOf(WITHIN, withinNames)}
        defaultValue="unclear"
      />
      <TextField name="retention" label="Wie lange gespeichert" optional maxLength={300} />
      <TextField name="recipients" label="Wer sie erhält" optional maxLength={300} />
      <CheckField name="isRequired" label="Ohne diese Daten geht es nicht" defaultChecked />
      <div className="md:col-span-2">
        <Button variant="secondary" name="intent" value="data">
          Datenkategorie hinzufügen
        </Button>
      </div>
    </HouseForm>
  )
}
