import { localDayOf, localTimeOf, momentOf } from '#server/platform/local-time.ts'
import { type AgendaItem, DUTIES, type Duties, type Duty, LIMITS } from './contract.ts'

const MINUTE = 60_000
/** People come before it begins. */
const BEGINS_EARLIER = 30 * MINUTE

/** The two moments of a local day; undefined when the end is not after the beginning. */
export function periodOf(given: { day: string; from: string; to: string }) {
  const startsAt = momentOf(given.day, given.from)
  const endsAt = momentOf(given.day, given.to)
  return endsAt > startsAt ? { startsAt, endsAt } : undefined
}

/** The line under the title of a meeting: "Lesen, 27.11.2026, 14:30 Uhr". */
export function whenAndWhere(plg: string, startsAt: Date): string {
  const [year, month, day] = localDayOf(startsAt).split('-')
  return `${plg}, ${day}.${month}.${year}, ${localTimeOf(startsAt)} Uhr`
}

export const hasBegun = (startsAt: Date, now: Date) =>
  now.getTime() >= startsAt.getTime() - BEGINS_EARLIER

export const minutesBetween = (from: Date, to: Date) =>
  Math.round((to.getTime() - from.getTime()) / MINUTE)

export const agendaSum = (items: { minutes: number }[]) =>
  items.reduce((sum, { minutes }) => sum + minutes, 0)

type Typed = { title: string; minutes: number | undefined; protocol: string | undefined }

/** The filled lines of the form, in their order. A line without a title is none. */
export function agendaOf(lines: Typed[], defaultMinutes: (protocol?: string) => number) {
  return lines
    .filter(({ title }) => title !== '')
    .slice(0, LIMITS.items)
    .map(({ title, minutes, protocol }): AgendaItem => ({
      title,
      minutes: minutes ?? defaultMinutes(protocol),
      protocol: protocol ?? null,
    }))
}

type Candidate = { personId: string; since: Date }
type Turn = { duty: Duty; personId: string; lastAt: Date }

/**
 * Whom to suggest for the duties of the next meeting: who has not had one yet, then whose turn is longest ago. One
 * person gets one of them while there are others. Nobody is counted or ranked: only the next one is named.
 */
export function suggestDuties(people: Candidate[], turns: Turn[]): Duties {
  const taken = new Set<string>()
  const suggested = DUTIES.map((duty): [Duty, string | null] => {
    const lastAt = new Map(
      turns.filter((turn) => turn.duty === duty).map((turn) => [turn.personId, turn.lastAt]),
    )
    const free = people.filter(({ personId }) => !taken.has(personId))
    const [next] = [...(free.length > 0 ? free : people)].sort(
      (a, b) =>
        (lastAt.get(a.personId)?.getTime() ?? 0) - (lastAt.get(b.personId)?.getTime() ?? 0) ||
        a.since.getTime() - b.since.getTime() ||
        (a.personId < b.personId ? -1 : 1),
    )
    if (next) taken.add(next.personId)
    return [duty, next?.personId ?? null]
  })
  return Object.fromEntries(suggested) as Duties
}

/** Does a change concern what stands in people's calendars? */
export function movesCalendar(
  before: { startsAt: Date; endsAt: Date; mode: string; place: string; link: string },
  after: { startsAt: Date; endsAt: Date; mode: string; place: string; link: string },
): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.mode !== after.mode ||
    before.place !== after.place ||
    before.link !== after.link
  )
}

/** The part of an address that names a meeting. */
export function sessionNumber(value: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined
}
