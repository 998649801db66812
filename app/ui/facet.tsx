import { type Choice, SelectField } from '#app/ui/field.tsx'

type Props = {
  name: string
  label: string
  empty: string
  choices: Choice[]
  value: string
  counts: { value: string; count: number }[]
}

/** One side from which a list can be narrowed: only what would show something, with how much; and what is chosen. */
export function Facet({ name, label, empty, choices, value, counts }: Props) {
  const known = new Map(counts.map((one) => [one.value, one.count]))
  const offered = choices
    .filter((choice) => known.has(choice.value) || choice.value === value)
    .map((choice) => ({
      value: choice.value,
      label: `${choice.label} (${known.get(choice.value) ?? 0})`,
    }))
  if (offered.length === 0) return null
  return <SelectField {...{ name, label, empty }} choices={offered} defaultValue={value} />
}
