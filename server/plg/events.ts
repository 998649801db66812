import { event } from '#server/platform/bus.ts'
import type { Consent, PlgRole } from './contract.ts'

type Membership = { plgId: string; personId: string; memberId: string; actorId: string }

export const plgFounded = event<{ plgId: string; personId: string }>('plg.founded')

/** Somebody is in: joined, was accepted, accepted an invitation, came back, or was assigned. */
export const memberJoined = event<
  Membership & { way: 'joined' | 'accepted' | 'invited' | 'returned' | 'assigned' }
>('plg.member-joined')
export const memberLeft = event<Membership>('plg.member-left')
export const memberRemoved = event<Membership>('plg.member-removed')
export const roleChanged = event<Membership & { role: PlgRole }>('plg.role-changed')

export const requestMade = event<Membership>('plg.request-made')
export const requestDeclined = event<Membership>('plg.request-declined')

/** An address was invited; whether somebody is behind it, the delivery finds out. */
export const invitationWritten = event<{ invitationId: string }>('plg.invitation-written')
export const personInvited = event<Membership>('plg.person-invited')
export const invitationDeclined = event<Membership>('plg.invitation-declined')

/** The first teacher of a school is in: its principal is asked. */
export const seatOpened = event<{ plgId: string; schoolId: string; actorId: string | null }>(
  'plg.seat-opened',
)
export const consentDecided = event<{
  plgId: string
  schoolId: string
  consent: Consent
  actorId: string
}>('plg.consent-decided')

/** The group has moved on, back, paused or begun anew; `decisionId` says what it decided. */
export const cycleDecided = event<{ plgId: string; decisionId: string; actorId: string }>(
  'plg.cycle-decided',
)
/** Norms, or what the schools give, read differently now. */
export const agreementTouched = event<{ plgId: string }>('plg.agreement-touched')
/** There is a new version of what the schools agree to. */
export const agreementMade = event<{ plgId: string; version: number; actorId: string }>(
  'plg.agreement-made',
)
