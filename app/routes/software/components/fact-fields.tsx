import { CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import {
  ADVERTISING,
  COST_MODELS,
  COST_UNITS,
  DELIVERIES,
  FUNCTIONS,
  LIMITS,
  OFFLINE_USES,
  PROCURERS,
  PRODUCT_KINDS,
} from '#server/software/contract.ts'
import { type Editable, factNames } from '#server/software/editing/words.ts'
import { lifecycleNames } from '#server/software/products/words.ts'
import {
  costNames,
  costUnitNames,
  deliveryNames,
  functionNames,
  kindNames,
  offlineNames,
  advertisingNames,
  procurerNames,
} from '#server/software/words.ts'

type Given = { facts: Editable & { price: string } }

/** Everything curators say about an app, in one flat form. */
export function FactFields({ facts }: Given) {
  return (
    <>
      <TextField
        name="name"
        label={factNames.name}
        maxLength={LIMITS.name.max}
        defaultValue={facts.name}
      />
      <TextArea
        name="description"
        label={factNames.description}
        optional
        maxLength={LIMITS.description}
        defaultValue={facts.description}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          name="vendor"
          label={factNames.vendor}
          optional
          maxLength={160}
          defaultValue={facts.vendor}
        />
        <TextField
          name="vendorCountry"
          label={factNames.vendorCountry}
          optional
          maxLength={60}
          defaultValue={facts.vendorCountry}
        />
        <TextField
          name="vendorWebsite"
          label={factNames.vendorWebsite}
          optional
          type="url"
          maxLength={LIMITS.website}
          defaultValue={facts.vendorWebsite}
        />
        <TextField
          name="website"
          label="Webseite der App"
          optional
          type="url"
          maxLength={LIMITS.website}
          defaultValue={facts.website}
        />
        <SelectField
          name="kind"
          label={factNames.kind}
          choices={choicesOf(PRODUCT_KINDS, kindNames)}
          defaultValue={facts.kind}
        />
        <SelectField
          name="lifecycle"
          label={factNames.lifecycle}
          choices={choicesOf(['active', 'discontinued'], lifecycleNames)}
          defaultValue={facts.lifecycle}
        />
      </div>
      <CheckGroup
        name="functionTags"
        label={factNames.functionTags}
        optional
        columns
        choices={choicesOf(FUNCTIONS, functionNames)}
        defaultValue={facts.functionTags}
      />
      <ForWhom facts={facts} />
      <Cost facts={facts} />
      <CheckGroup
        name="delivery"
        label={factNames.delivery}
        optional
        choices={choicesOf(DELIVERIES, deliveryNames)}
        defaultValue={facts.delivery}
      />
      <SelectField
        name="offlineUse"
        label={factNames.offlineUse}
        choices={choicesOf(OFFLINE_USES, offlineNames)}
        defaultValue={facts.offlineUse}
      />
      <SelectField
        name="advertising"
        label={factNames.advertising}
        choices={choicesOf(ADVERTISING, advertisingNames)}
        defaultValue={facts.advertising}
      />
      <TextArea
        name="accessibilityNote"
        label={factNames.accessibilityNote}
        optional
        maxLength={1000}
        defaultValue={facts.accessibilityNote}
      />
    </>
  )
}

function ForWhom({ facts }: Given) {
  return (
    <>
      <CheckGroup
        name="subjects"
        label={factNames.subjects}
        optional
        columns
        choices={choicesOf(SUBJECTS, subjectNames)}
        defaultValue={facts.subjects}
      />
      <CheckGroup
        name="gradeBands"
        label={factNames.gradeBands}
        optional
        columns
        choices={choicesOf(GRADE_BANDS, gradeBandNames)}
        defaultValue={facts.gradeBands}
      />
      <CheckGroup
        name="schoolForms"
        label={factNames.schoolForms}
        optional
        columns
        choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
        defaultValue={facts.schoolForms}
      />
      <TextField
        name="languages"
        label={factNames.languages}
        optional
        hint="Als Kürzel mit Komma, zum Beispiel de, en, tr."
        maxLength={100}
        defaultValue={facts.languages.join(', ')}
      />
    </>
  )
}

function Cost({ facts }: Given) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <SelectField
        name="costModel"
        label={factNames.costModel}
        choices={choicesOf(COST_MODELS, costNames)}
        defaultValue={facts.costModel}
      />
      <SelectField
        name="procuredBy"
        label={factNames.procuredBy}
        choices={choicesOf(PROCURERS, procurerNames)}
        defaultValue={facts.procuredBy}
      />
      <TextField
        name="costCents"
        label="Preis in Euro"
        optional
        inputMode="decimal"
        maxLength={12}
        defaultValue={facts.price}
      />
      <SelectField
        name="costUnit"
        label={factNames.costUnit}
        optional
        empty="Ohne Angabe"
        choices={choicesOf(COST_UNITS, costUnitNames)}
        defaultValue={facts.costUnit}
      />
      <TextField
        name="costNote"
        label={factNames.costNote}
        optional
        className="md:col-span-2"
        maxLength={LIMITS.note}
        defaultValue={facts.costNote}
      />
    </div>
  )
}
