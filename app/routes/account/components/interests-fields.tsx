import { CheckGroup } from '#app/ui/choice-field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'

/** What somebody teaches: voluntary, only to suggest fitting PLGs. */
export function InterestsFields({
  subjects,
  gradeBands,
}: {
  subjects: string[]
  gradeBands: string[]
}) {
  return (
    <>
      <CheckGroup
        name="gradeBands"
        label="Jahrgänge"
        optional
        columns
        choices={GRADE_BANDS.map((value) => ({ value, label: gradeBandNames[value] }))}
        defaultValue={gradeBands}
      />
      <CheckGroup
        name="subjects"
        label="Fächer"
        optional
        columns
        choices={SUBJECTS.map((value) => ({ value, label: subjectNames[value] }))}
        defaultValue={subjects}
      />
    </>
  )
}
