import { districtWords, schoolFormWords } from '#server/schools/words.ts'
import { said } from '../period/rules.ts'
import { monthWord } from '../period/words.ts'
import { DEMAND_BY, type DemandBy, type DemandLine } from './contract.ts'
import { demandReasonNames, NOT_OFFERED, UNKNOWN } from './words.ts'

export type DemandRow = {
  key: string
  name: string | null
  wishes: number
  pieces: number
  schools: number
}

export const demandByFrom = (asked: string | null): DemandBy =>
  DEMAND_BY.find((by) => by === asked) ?? 'offer'

/** Months in their order, everything else with the most wanted first. */
export function demandLines(rows: DemandRow[], by: DemandBy): DemandLine[] {
  const lines = rows.map(({ key, name, wishes, pieces, schools }) => ({
    ...{ key, wishes, pieces, schools: said(schools), label: labelOf(by, key, name) },
  }))
  return lines.toSorted((one, other) =>
    by === 'month'
      ? one.key.localeCompare(other.key)
      : other.wishes - one.wishes || one.label.localeCompare(other.label, 'de'),
  )
}

const WORDS: Record<DemandBy, Record<string, string>> = {
  ...{ offer: {}, month: {}, reason: demandReasonNames },
  ...{ schoolForm: schoolFormWords, district: districtWords },
}

function labelOf(by: DemandBy, key: string, name: string | null): string {
  if (by === 'offer') return name ?? NOT_OFFERED
  if (by === 'month') return monthWord(key)
  return WORDS[by][key] ?? UNKNOWN
}
