import { OVERRIDABLE, type Overridable } from './contract.ts'

/** The three fields that the register and people may both have an opinion about. */
export type Values = { name: string; district: string | null; homepage: string }
type Listed = { name?: string; district?: string | null; homepage?: string }

/** Said by an operator: this school goes on although the register does not list it. */
export const KEPT_OPEN = 'closure'

const textOf = (value: string | null | undefined) => value ?? ''

/**
 * What saving the form by hand means: values that differ from the register's are from now on ours,
 * those that agree with it are the register's again.
 */
export function overriddenAfter(before: string[], listed: Listed, wanted: Values): string[] {
  const differing = OVERRIDABLE.filter(
    (field) => field in listed && textOf(listed[field]) !== textOf(wanted[field]),
  )
  const others = before.filter((field) => !(OVERRIDABLE as readonly string[]).includes(field))
  return [...differing, ...others]
}

/** The fields that change, with both values as text, for the history. */
export function changesBetween(before: Values, after: Values) {
  return OVERRIDABLE.map((field) => ({
    field,
    before: textOf(before[field]),
    after: textOf(after[field]),
  })).filter((change) => change.before !== change.after)
}

/** What stands there again when a field is given back; undefined when the register never said. */
export function givenBack(field: Overridable, listed: Listed): Partial<Values> | undefined {
  if (field === 'district')
    return 'district' in listed ? { district: listed.district ?? null } : undefined
  const value = listed[field]
  return value === undefined ? undefined : { [field]: value }
}

const UMLAUTS: [RegExp, string][] = [
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
]

/**
 * The spellings under which one searched word may stand in the register: "Friedenstraße" is
 * "Friedenstr." there, and who types "Boehmer" means "Böhmer".
 */
export function spellingsOf(word: string): string[] {
  const short = word.toLowerCase().replace(/(?<=.)stra(ß|ss)e$/, 'str')
  const plain = UMLAUTS.reduce((text, [from, to]) => text.replace(from, to), short)
  return [...new Set([short, plain])]
}

const MOST_WORDS = 6

/** A search text as words, each with its spellings. All must be found. */
export function searchWords(text: string): string[][] {
  return text
    .slice(0, 100)
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map(spellingsOf)
}
