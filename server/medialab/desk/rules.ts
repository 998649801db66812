import { localDayOf } from '#server/platform/local-time.ts'
import { numberIn } from '../paths.ts'
import type { DeskDate } from './contract.ts'

/** What stands on a sticker, however it was typed; a scanned address counts as its code. Undefined when it can be none. */
export function codeIn(typed: string): string | undefined {
  const last = typed.trim().replace(/^https?:\/\/\S*\/g\//i, '')
  const code = last
    .toUpperCase()
    .replace(/[\s_–—]+/g, '-')
    .replace(/-+/g, '-')
  return /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code) && code.length <= 24 ? code : undefined
}

/** The number of a booking, with or without its year. */
export function bookingIn(typed: string): number | undefined {
  return numberIn(typed.trim())
}

/** The last day of a date: loans end at midnight after it. */
export const lastDayOf = ({ endsAt, isLoan }: Pick<DeskDate, 'endsAt' | 'isLoan'>): string =>
  localDayOf(isLoan ? new Date(endsAt.getTime() - 1) : endsAt)

const AWAY = ['out', 'partly_back']
const PROMISED = ['confirmed', 'prepared']

/** The step that a date waits for on this day; undefined when it waits for none. */
export function stepOf(
  { state, startsAt }: Pick<DeskDate, 'state' | 'startsAt'>,
  today: string,
): 'hand_out' | 'take_back' | undefined {
  if (AWAY.includes(state)) return 'take_back'
  return PROMISED.includes(state) && localDayOf(startsAt) <= today ? 'hand_out' : undefined
}

/** How many single letters lie between two codes; beyond `most` it does not matter. */
export function distance(one: string, other: string, most = 3): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1
      line.push(
        Math.min((line[at - 1] ?? 0) + 1, (before[at] ?? 0) + 1, (before[at - 1] ?? 0) + same),
      )
    }
    before = line
  }
  return before.at(-1) ?? most + 1
}

/** Digits that no sticker has, as what somebody meant by them. */
const meant = (code: string) => code.replace(/[O0]/g, 'Q').replace(/[I1]/g, 'L')

/** The codes that somebody may have meant, the nearest first. */
export function nearest<One extends { code: string }>(code: string, all: One[], most = 3): One[] {
  return all
    .map((one) => ({ one, far: distance(meant(code), meant(one.code)) }))
    .filter(({ far }) => far <= 2)
    .toSorted((a, b) => a.far - b.far || (a.one.code < b.one.code ? -1 : 1))
    .slice(0, most)
    .map(({ one }) => one)
}
