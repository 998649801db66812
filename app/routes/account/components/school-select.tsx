import { type ChoiceGroup, SelectField } from '#app/ui/field.tsx'
import type { SchoolChoice } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

/** All schools, grouped by Schulform; the list comes sorted. */
export function SchoolSelect({
  schools,
  chosen,
  hint,
  empty = 'Bitte wählen',
  optional,
}: {
  schools: SchoolChoice[]
  chosen?: string | null
  hint?: string
  empty?: string
  optional?: boolean
}) {
  return (
    <SelectField
      name="school"
      label="Welche Schule?"
      hint={hint}
      optional={optional}
      empty={empty}
      choices={groupsOf(schools)}
      defaultValue={schools.some(({ slug }) => slug === chosen) ? chosen : ''}
    />
  )
}

function groupsOf(schools: SchoolChoice[]): ChoiceGroup[] {
  const groups = new Map<string, ChoiceGroup>()
  for (const { slug, name, form } of schools) {
    const label = schoolFormWords[form]
    const group = groups.get(label) ?? { label, choices: [] }
    group.choices.push({ value: slug, label: name })
    groups.set(label, group)
  }
  return [...groups.values()]
}
