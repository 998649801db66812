import { type Editable, factNames } from './words.ts'

export type Change = { field: string; before: string; after: string }

const NAMES = Object.keys(factNames) as (keyof Editable)[]
const LONGEST = 4000

const asText = (value: Editable[keyof Editable]): string =>
  (Array.isArray(value) ? value.join(', ') : String(value ?? '')).slice(0, LONGEST)

/** What is different, fact by fact. */
export function changesBetween(before: Editable, after: Editable): Change[] {
  return NAMES.map((field) => ({
    field: factNames[field],
    before: asText(before[field]),
    after: asText(after[field]),
  })).filter((one) => one.before !== one.after)
}

/** All facts as plain text, for comparing two versions. */
export const plainFacts = (facts: Editable): string =>
  NAMES.map((field) => [factNames[field], asText(facts[field])])
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n')

/** "12,50" in cents; null where nothing was said. @returns undefined for what is no price */
export function centsIn(text: string): number | null | undefined {
  if (text === '') return null
  const found = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text)
  if (!found) return undefined
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** Cents as the form shows them. */
export const priceOf = (cents: number | null): string =>
  cents === null ? '' : (cents / 100).toFixed(2).replace('.', ',')
