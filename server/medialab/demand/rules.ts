import { districtWords, schoolFormWords } from '#server/schools/words.ts'
import type { Fault, When } from '../placing/contract.ts'
import { momentsOf } from '../placing/rules.ts'
import { said } from '../period/rules.ts'
import { monthWord } from '../period/words.ts'
import type { OfferKind } from '../contract.ts'
import {
  DEMAND_BY,
  type DemandBy,
  type DemandLine,
  type Unmet,
  type UnmetReason,
} from './contract.ts'
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

const REASONS: [test: (fault: Fault) => boolean, reason: UnmetReason][] = [
  [({ isTaken, shortOf }) => isTaken && shortOf === 'staff', 'no_staff'],
  [({ isTaken }) => isTaken, 'occupied'],
  [({ rule }) => rule === 13, 'limit'],
  [({ rule }) => rule === 1 || rule === 2, 'closed'],
  [({ rule }) => rule === 9, 'not_available'],
]
/** Times that are over, too early or upside down are slips, not demand. */
const SLIPS = [14, 20]

type Refused = {
  schoolId: string | null
  offers: { id: string; slug: string; kind: OfferKind; quantity: number }[]
  dates: When[]
}

/** What was wanted in vain, by what stood in the way: of each offer the first. */
export function unmetOf(faults: Fault[], { schoolId, offers, dates }: Refused): Unmet[] {
  const seen = new Set<string>()
  const slipped = new Set(faults.flatMap(({ rule, date }) => (SLIPS.includes(rule) ? [date] : [])))
  return faults.flatMap((fault) => {
    const offer = offers.find(({ slug }) => slug === fault.offer?.slug)
    const when = dates[fault.date]
    if (!offer || !when || slipped.has(fault.date) || seen.has(offer.id)) return []
    seen.add(offer.id)
    const { id, kind, quantity } = offer
    return [
      {
        ...{ schoolId, offerId: id, kind, wanted: '', quantity, ...momentsOf(when) },
        reason: REASONS.find(([isIt]) => isIt(fault))?.[1] ?? 'rule',
      },
    ]
  })
}
