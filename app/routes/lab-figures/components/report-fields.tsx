import { ChildCheck } from '#app/ui/child-check.tsx'
import { CheckField, RadioBar, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import {
  RATINGS,
  type Ratings,
  RECOMMENDATIONS,
  REPORT_LIMITS,
  SCORES,
  VISIBILITIES,
} from '#server/medialab/reports/contract.ts'
import {
  ratingNames,
  recommendationNames,
  visibilityNames,
} from '#server/medialab/reports/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

type Around = { schoolForm: string; gradeBand: string; subject: string }
type Told = Around &
  Ratings & {
    usedFor: string
    conditions: string
    recommendation: string
    isContact: boolean
    visibility: string
  }

const scores = SCORES.map((value) => ({ value, label: value }))

/** What one tells of a thing of the lab: the same fields at the beginning and later. */
export function ReportFields({ told, known }: { told?: Told; known?: Around }) {
  const around = told ?? known
  return (
    <>
      <TextArea
        name="usedFor"
        label="Wofür haben Sie es eingesetzt?"
        hint="Zum Beispiel: Stationen in zwei Stunden, 26 Lernende. Bitte ohne Namen von Lernenden."
        rows={3}
        maxLength={REPORT_LIMITS.usedFor}
        defaultValue={told?.usedFor}
      />
      <div className="grid gap-4 md:grid-cols-3">
        <SelectField
          name="schoolForm"
          label="Schulform"
          optional
          empty="Ohne Angabe"
          choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
          defaultValue={around?.schoolForm}
        />
        <SelectField
          name="gradeBand"
          label="Jahrgang"
          optional
          empty="Ohne Angabe"
          choices={choicesOf(GRADE_BANDS, gradeBandNames)}
          defaultValue={around?.gradeBand}
        />
        <SelectField
          name="subject"
          label="Fach"
          optional
          empty="Ohne Angabe"
          choices={choicesOf(SUBJECTS, subjectNames)}
          defaultValue={around?.subject}
        />
      </div>
      {RATINGS.map((name) => (
        <RadioBar
          key={name}
          name={name}
          label={ratingNames[name].label}
          hint={`1: ${ratingNames[name].low}, 5: ${ratingNames[name].high}`}
          choices={scores}
          defaultValue={told && String(told[name])}
        />
      ))}
      <RadioRows
        name="recommendation"
        label="Was empfehlen Sie der Stadt?"
        choices={choicesOf(RECOMMENDATIONS, recommendationNames)}
        defaultValue={told?.recommendation}
      />
      <TextArea
        name="conditions"
        label="Unter welchen Bedingungen?"
        hint="Zum Beispiel: nur mit Einweisung, nur in kleinen Gruppen."
        optional
        rows={2}
        maxLength={REPORT_LIMITS.conditions}
        defaultValue={told?.conditions}
      />
      <CheckField
        name="isContact"
        label="Das kann ich zeigen: Wer fragen möchte, sieht meinen Namen."
        hint="Ohne Haken steht hier nur Ihre Schule."
        defaultChecked={told?.isContact ?? false}
      />
      <RadioBar
        name="visibility"
        label="Wer liest den Bericht?"
        choices={choicesOf(VISIBILITIES, visibilityNames)}
        defaultValue={told?.visibility ?? 'network'}
      />
      <ChildCheck />
    </>
  )
}
