import { type Joining, type Kind, KIND_DEFAULTS, UNDO_MINUTES } from './contract.ts'

/** What a person who wants to go must know. `last-lead` may not, `last` closes the PLG by going. */
export type Leaving = 'free' | 'last' | 'last-lead'

/** Who may go: everybody, unless others would stay behind without anyone who speaks for them. */
export function leaving(role: string, active: { all: number; leads: number }): Leaving {
  if (active.all <= 1) return 'last'
  return role === 'lead' && active.leads <= 1 ? 'last-lead' : 'free'
}

/** Would taking the lead from this person leave the PLG without one? */
export function staysLed(role: string, active: { leads: number }): boolean {
  return role !== 'lead' || active.leads > 1
}

/** How one comes in: as chosen, but walled groups stay closed whatever was sent. */
export function joiningOf(kind: Kind, chosen: Joining): Joining {
  return KIND_DEFAULTS[kind].isWalled ? 'closed' : chosen
}

/** Addresses that are pages of their own. */
const TAKEN = new Set(['neu'])
const PLAIN_TRIES = 9

/**
 * Addresses to try for a new PLG, the best first. A closed one never takes the plain one: its absence would tell
 * the next founder of the same title that something is there.
 *
 * @param marks random endings, used when the plain ones are taken
 */
export function slugCandidates(base: string, joining: Joining, marks: string[]): string[] {
  const marked = marks.map((mark) => `${base}-${mark}`)
  if (joining === 'closed') return marked
  const plain = Array.from({ length: PLAIN_TRIES }, (_, at) =>
    at === 0 ? base : `${base}-${at + 1}`,
  )
  return [...plain.filter((slug) => !TAKEN.has(slug)), ...marked]
}

/** Leaving and removing can be taken back for an hour. */
export function isRecent(until: Date | null, now: Date): boolean {
  return until !== null && now.getTime() - until.getTime() < UNDO_MINUTES * 60_000
}
