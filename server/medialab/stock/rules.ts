import type { Blocked, Claim, Lock, Need, NewClaim, Resource, Shortage, Stock } from './contract.ts'

const overlaps = (one: Blocked, other: Blocked) => one.from < other.to && other.from < one.to
const isUsable = ({ state }: Resource) => state === 'ok' || state === 'limited'

/** The most that is taken of something at any moment of the span. */
export function peakOf(claims: Claim[], span: Blocked): number {
  const touching = claims.filter((claim) => overlaps(claim, span))
  const moments = [
    span.from,
    ...touching.map(({ from }) => from).filter((from) => from > span.from),
  ]
  const takenAt = (at: number) =>
    touching
      .filter(({ from, to }) => from <= at && at < to)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return Math.max(...moments.map(takenAt))
}

const isFree = (claims: Claim[], span: Blocked, locks: Lock[]) =>
  !claims.some((claim) => locks.includes(claim.lock) && overlaps(claim, span))

type Held = ReadonlyMap<string, Claim[]>

/** Claims by what they hold. */
export function byResource(claims: Claim[]): Held {
  const held = new Map<string, Claim[]>()
  for (const claim of claims) {
    const others = held.get(claim.resourceId)
    if (others) others.push(claim)
    else held.set(claim.resourceId, [claim])
  }
  return held
}

/** How many of an offer could be had in the span. Of what has no resources of its own, one or none. */
export function freeOf(stock: Stock, held: Held, { blocked, participants }: Need): number {
  const own = stock.resources.filter(isUsable).map((resource) => {
    const claims = held.get(resource.id) ?? []
    if (resource.isCounted)
      return Math.max(
        0,
        resource.total - resource.reserve - resource.broken - peakOf(claims, blocked),
      )
    return isFree(claims, blocked, ['own', 'shared', 'counted']) ? 1 : 0
  })
  const offered = needsOwn(stock) ? own.reduce<number>((sum, free) => sum + free, 0) : 1
  if (offered === 0 || !hasRoom(stock, held, { blocked, participants })) return 0
  return needsPerson(stock) && !freePerson(stock, held, blocked) ? 0 : offered
}

/**
 * What a date has to hold of an offer, or what there is too little of. The claims that are known have to be those of the
 * moment: whoever writes locks the resources first; the database refuses what does not fit all the same.
 */
export function claimsFor(stock: Stock, held: Held, need: Need): NewClaim[] | Shortage {
  const own = ownClaims(stock, held, need)
  if (!Array.isArray(own)) return own
  if (!hasRoom(stock, held, need)) return { of: 'room', free: 0 }
  const person = needsPerson(stock) ? freePerson(stock, held, need.blocked) : undefined
  if (needsPerson(stock) && !person) return { of: 'staff', free: 0 }
  return [
    ...own,
    ...roomClaims(stock, need),
    ...(person ? [claim(person, need.blocked, 'own', 1)] : []),
  ]
}

const claim = (
  { id }: Resource,
  { from, to }: Blocked,
  lock: Lock,
  quantity: number,
): NewClaim => ({
  ...{ resourceId: id, from, to, lock, quantity },
})

const needsOwn = ({ kind }: Stock) => kind !== 'advice' && kind !== 'event'
const needsPerson = ({ kind, needsStaff }: Stock) => kind === 'advice' || needsStaff

function ownClaims(stock: Stock, held: Held, need: Need): NewClaim[] | Shortage {
  const { blocked, quantity } = need
  if (!needsOwn(stock)) return quantity > 1 ? { of: 'offer', free: 1 } : []
  const claims: NewClaim[] = []
  let missing = quantity
  for (const resource of stock.resources.filter(isUsable)) {
    if (missing === 0) break
    const free = freeOf({ ...stock, resources: [resource], room: null, ...UNATTENDED }, held, need)
    const taken = Math.min(free, missing)
    if (taken === 0) continue
    claims.push(claim(resource, blocked, resource.isCounted ? 'counted' : 'own', taken))
    missing -= taken
  }
  return missing === 0 ? claims : { of: 'offer', free: quantity - missing }
}

const UNATTENDED = { needsStaff: false, staff: [] }

function roomClaims({ kind, room }: Stock, { blocked, participants }: Need): NewClaim[] {
  if (!room) return []
  if (kind === 'event') return [claim(room.resource, blocked, 'own', 1)]
  return [claim(room.resource, blocked, 'shared', participants ?? 1)]
}

/** A zone goes while nobody has the whole room and it has places left (rule 6). */
function hasRoom(
  { kind, room }: Stock,
  held: Held,
  { blocked, participants }: Pick<Need, 'blocked' | 'participants'>,
): boolean {
  if (!room) return true
  if (!isUsable(room.resource)) return false
  const claims = held.get(room.resource.id) ?? []
  if (kind === 'event') return isFree(claims, blocked, ['own', 'shared'])
  if (!isFree(claims, blocked, ['own'])) return false
  const sharing = claims.filter(({ lock }) => lock === 'shared')
  return room.places === null || peakOf(sharing, blocked) + (participants ?? 1) <= room.places
}

/** One person, one thing at a time (rule 7). */
const freePerson = ({ staff }: Stock, held: Held, blocked: Blocked) =>
  staff.find(
    (person) => isUsable(person) && isFree(held.get(person.id) ?? [], blocked, ['own', 'shared']),
  )
