import type { OfferKind } from '../../contract.ts'
import { WITH_PLACES } from './contract.ts'

type Given = {
  isInLab: boolean
  isLent: boolean
  isDelivered: boolean
  isFetchedInPerson: boolean
  holdsData: boolean
  needsStaff: boolean
  places: number | null
  gradeMin: number | null
  gradeMax: number | null
}

/** What a kind can be: only sets leave the house, advice always takes a person. The form does not ask the rest. */
export function fittingTo<One extends Given>(kind: OfferKind, given: One): One {
  const places = WITH_PLACES.includes(kind) ? given.places : null
  if (kind === 'set') return { ...given, places, isDelivered: given.isLent && given.isDelivered }
  return {
    ...given,
    ...{ places, isInLab: true, isLent: false, isDelivered: false, isFetchedInPerson: false },
    ...{ holdsData: false, needsStaff: kind === 'station' && given.needsStaff },
  }
}

type Fault = 'grades' | 'nowhere' | 'places'

/** What cannot be, with the field that says so. */
export function faultIn(
  kind: OfferKind,
  given: Given,
): { fault: Fault; field: string } | undefined {
  const { gradeMin, gradeMax, isInLab, isLent, places } = given
  if (gradeMin !== null && gradeMax !== null && gradeMax < gradeMin)
    return { fault: 'grades', field: 'gradeMax' }
  if (kind === 'set' && !isInLab && !isLent) return { fault: 'nowhere', field: 'isLent' }
  if (kind === 'room' && places === null) return { fault: 'places', field: 'places' }
  return undefined
}

/** Addresses that are pages of their own. */
const TAKEN = new Set(['neu'])

/** Addresses to try for a new offer, the best first. */
export const slugCandidates = (base: string, marks: string[]): string[] =>
  [
    ...Array.from({ length: 9 }, (_, at) => (at === 0 ? base : `${base}-${at + 1}`)),
    ...marks.map((mark) => `${base}-${mark}`),
  ].filter((slug) => !TAKEN.has(slug))

/** The letters and digits of stickers: none that looks like another. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LONGEST_HEAD = 5

/**
 * A code for a sticker: what can be read of the name, then signs by chance.
 *
 * @param chance numbers from 0 to 31
 */
export function codeFor(name: string, chance: number[]): string {
  const plain = name
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Z0-9]/g, ' ')
    .trim()
  const [word = ''] = plain.split(/\s+/)
  const head = [...word].filter((sign) => SIGNS.includes(sign)).slice(0, LONGEST_HEAD)
  const tail = chance.map((number) => SIGNS[number % SIGNS.length]).join('')
  return head.length > 0 ? `${head.join('')}-${tail}` : tail
}
