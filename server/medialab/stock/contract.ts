import type { OfferKind } from '../contract.ts'

/** Something that is given away: a room, a set with its sticker, a heap that is counted, somebody of the staff. */
export type Resource = {
  id: string
  code: string | null
  label: string
  isCounted: boolean
  total: number
  reserve: number
  broken: number
  state: 'ok' | 'limited' | 'repair' | 'lost' | 'retired'
}

/** What an offer is made of, as far as it can be short of it. */
export type Stock = {
  id: string
  kind: OfferKind
  needsStaff: boolean
  minutesBefore: number
  minutesAfter: number
  turnaroundSchoolDays: number
  resources: Resource[]
  /** Of a zone, a station or an event: the room it lies in. */
  room: { resource: Resource; places: number | null } | null
  staff: Resource[]
}

/** Moments in milliseconds; what has to be kept free before and after belongs to it. */
export type Blocked = { from: number; to: number }

/** 'own': the whole resource; 'shared': with others in the same room; 'counted': so many of it. */
export type Lock = 'own' | 'shared' | 'counted'

/** What holds a resource. */
export type Claim = Blocked & {
  dateId: string
  resourceId: string
  quantity: number
  lock: Lock
}
export type NewClaim = Omit<Claim, 'dateId'>

/** What somebody needs of an offer in a span. */
export type Need = { blocked: Blocked; quantity: number; participants: number | null }

/** What it is short of, and how many there are. */
export type Shortage = { of: 'offer' | 'room' | 'staff'; free: number }
