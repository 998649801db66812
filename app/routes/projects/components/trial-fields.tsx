import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { type Trial, TRIAL_LIMITS } from '#server/projects/trials/contract.ts'

/** What one writes down about a run in class. */
export function TrialFields({ trial }: { trial?: Trial }) {
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField name="heldOn" label="Tag" type="date" defaultValue={trial?.heldOn} />
        <TextField
          name="lessons"
          label="Unterrichtsstunden"
          type="number"
          inputMode="numeric"
          min={1}
          max={TRIAL_LIMITS.lessons}
          defaultValue={trial?.lessons ?? 1}
        />
        <SelectField
          name="subject"
          label="Fach"
          optional
          empty="Ohne Angabe"
          choices={choicesOf(SUBJECTS, subjectNames)}
          defaultValue={trial?.subject}
        />
        <SelectField
          name="gradeBand"
          label="Jahrgang"
          optional
          empty="Ohne Angabe"
          choices={choicesOf(GRADE_BANDS, gradeBandNames)}
          defaultValue={trial?.gradeBand}
        />
      </div>
      <TextArea
        name="what"
        label="Was haben Sie ausprobiert?"
        maxLength={TRIAL_LIMITS.text.max}
        defaultValue={trial?.what}
        hint="Bitte ohne Namen von Lernenden."
      />
      <TextArea
        name="pupilsReaction"
        label="Wie haben die Lernenden reagiert?"
        optional
        maxLength={TRIAL_LIMITS.text.max}
        defaultValue={trial?.pupilsReaction}
      />
      <TextArea
        name="problem"
        label="Was hat nicht geklappt?"
        optional
        maxLength={TRIAL_LIMITS.text.max}
        defaultValue={trial?.problem}
      />
    </>
  )
}
