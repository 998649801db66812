import type { HeldThing, Line, Ticked } from './contract.ts'
import { handingWords as says } from './words.ts'

/** What stands in the way before anything is ticked (rules 8 and 9). */
export const obstaclesOf = (things: HeldThing[]): string[] =>
  things.flatMap(({ name, state, holdsData, wipeDueAt }) => [
    ...(holdsData && wipeDueAt !== null ? [says.wipe(name)] : []),
    ...(state === 'repair' || state === 'lost' || state === 'retired' ? [says.outOfUse(name)] : []),
  ])

/** All of it, as far as it can go: of a heap as many as were booked. */
export function allPresent(things: HeldThing[], lines: Line[]): Ticked[] {
  const left = new Map(things.map(({ resourceId, quantity }) => [resourceId, quantity]))
  return lines.map(({ key, resourceId, isUnit, wanted, fault, note }) => {
    if (fault) return { key, went: 0, note }
    if (!isUnit) return { key, went: wanted, note }
    const more = left.get(resourceId) ?? 0
    left.set(resourceId, more - 1)
    return { key, went: more > 0 ? 1 : 0, note }
  })
}

/** The lines as they were ticked; what was not sent did not go. */
export const tickedLines = (lines: Line[], ticked: Ticked[]): Line[] => {
  const byKey = new Map(ticked.map((one) => [one.key, one]))
  return lines.map((line) => {
    const { went = 0, note = line.note } = byKey.get(line.key) ?? {}
    return { ...line, went: Math.min(line.wanted, Math.max(0, went)), note }
  })
}

type Fault = { sentence: string; field?: 'note' }

/** Why this list does not go out; undefined when it does. */
export function faultOf(things: HeldThing[], lines: Line[]): Fault | undefined {
  const [obstacle] = obstaclesOf(things)
  if (obstacle) return { sentence: obstacle }
  const away = lines.filter(({ fault, went }) => fault !== null && went > 0)
  if (away.length > 0) return { sentence: says.away(namesOf(away)) }
  const critical = lines.filter(({ isCritical, isUnit, went }) => isCritical && !isUnit && !went)
  if (critical.length > 0) return { sentence: says.critical(namesOf(critical)) }
  for (const thing of things) {
    const fault = countFault(thing, lines)
    if (fault) return { sentence: fault }
  }
  const silent = lines.filter((line) => isMissing(line, things) && line.note === '')
  return silent.length > 0
    ? { sentence: says.unexplained(namesOf(silent)), field: 'note' }
    : undefined
}

/** Units of a heap: no more than were booked, and not none at all. */
function countFault({ resourceId, name, quantity }: HeldThing, lines: Line[]): string | undefined {
  const own = lines.filter((line) => line.resourceId === resourceId)
  const units = own.filter(({ isUnit }) => isUnit)
  const ticked = units.filter(({ went }) => went > 0).length
  if (ticked > quantity) return says.tooMany(name, quantity, ticked)
  const isNothing = own.length > 0 && own.every(({ went }) => went === 0)
  return isNothing || (units.length > 0 && ticked === 0) ? says.tooFew(name) : undefined
}

/** Should it have gone, and did not? Of a part of a heap nobody needs every cable. */
export function isMissing(line: Line, things: HeldThing[]): boolean {
  const thing = things.find(({ resourceId }) => resourceId === line.resourceId)
  if (!thing || line.went === line.wanted) return false
  return !line.isUnit && (!thing.isCounted || thing.isAll)
}

/** "31 von 32": of units as many as were booked count. */
export function countOf(things: HeldThing[], lines: Line[]): { went: number; of: number } {
  const went = lines.reduce((sum, line) => sum + line.went, 0)
  const of = things.reduce((sum, thing) => {
    const own = lines.filter(({ resourceId }) => resourceId === thing.resourceId)
    const units = own.filter(({ isUnit }) => isUnit).length
    const rest = own.filter(({ isUnit }) => !isUnit).reduce((all, { wanted }) => all + wanted, 0)
    return sum + Math.min(units, thing.quantity) + rest
  }, 0)
  return { went, of }
}

const namesOf = (lines: Line[]) => lines.map(({ name }) => name)
