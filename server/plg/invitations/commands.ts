import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { rightsChanged } from '#server/auth/events.ts'
import { personForInvitation } from '#server/accounts/views.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { chosenSchool, ledPlg, lockedPlg, settle } from '../commands.ts'
import { invitationDeclined, invitationWritten, memberJoined, personInvited } from '../events.ts'
import type { Kind, PlgRole } from '../contract.ts'
import type { JoinInput } from '../members/inputs.ts'
import { countActive, insertMember, updateMember } from '../members/sql.ts'
import { may } from '../policy.ts'
import { lockPlg } from '../sql.ts'
import { foundingIds } from '../views.ts'
import type { InviteInput } from './inputs.ts'
import * as sql from './sql.ts'

/**
 * Invites by address. Whether somebody has an account there is not told: the answer, its time and the list of open
 * invitations are the same, and what depends on it follows in `deliverInvitation`. Only of those the leads see
 * anyway it is said that they are in, or have asked.
 */
export async function invite(actor: Actor, slug: string, input: InviteInput): Promise<void> {
  await spend('invitations', actor.id)
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    await spend('mailToAddress', `invitation:${input.email}`)
    const seat = await sql.findSeatOfAddress(plg.id, input.email)
    if (seat?.state === 'active') throw new Refusal('Diese Person gehört schon zur PLG.', 'email')
    if (seat?.state === 'requested')
      throw new Refusal('Diese Person hat schon angefragt. Nehmen Sie die Anfrage an.', 'email')
    const made = await sql.insertInvitation({
      ...input,
      plgId: plg.id,
      invitedBy: actor.id,
      at: now(),
    })
    if (made) publish(invitationWritten({ invitationId: made.id }))
  })
}

/**
 * Offers the seat to whoever is behind the address.
 *
 * @returns false when nobody is, so that a mail must go there
 */
export async function deliverInvitation(invitationId: string): Promise<boolean> {
  const invitation = await sql.findUnclaimed(invitationId)
  if (!invitation) return true
  const person = await personForInvitation(invitation.email)
  if (!person) return false
  await claimInvitations(person.id)
  return true
}

type Offer = { plgId: string; personId: string; role: string; message: string; actorId: string }

async function offerSeat(publish: Publish, offer: Offer): Promise<void> {
  const { plgId, personId, role, message, actorId } = offer
  const seat = { plgId, personId, role, message, state: 'invited', since: now() }
  const made = await insertMember(seat)
  if (made) publish(personInvited({ plgId, personId, memberId: made.id, actorId }))
}

/** Invitations to the address of this person, who is confirmed somewhere, become seats they can take. */
export function claimInvitations(personId: string): Promise<void> {
  return transaction(async (publish) => {
    for (const { invitedBy, ...offer } of await sql.claimInvitations(personId, now())) {
      await lockPlg({ id: offer.plgId })
      // Without the inviter nobody stands behind it any more; the offer is still the PLG's.
      await offerSeat(publish, { ...offer, personId, actorId: invitedBy ?? personId })
    }
  })
}

export function cancelInvitation(actor: Actor, slug: string, invitationId: string): Promise<void> {
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    const removed = await sql.removeInvitation(plg.id, invitationId)
    if (!removed?.personId) return
    await sql.removeInvitedSeat(plg.id, removed.personId)
    publish(rightsChanged({ personIds: [removed.personId] }))
  })
}

/** Takes the offered seat, for one of one's schools. Who has no school, e.g. from an office, comes as a guest. */
export function acceptInvitation(actor: Actor, slug: string, input: JoinInput): Promise<void> {
  return transaction(async (publish) => {
    const { row, facts } = await lockedPlg(actor, { slug })
    if (may.enter(actor, facts)) return
    authorize(may.answerInvitation, actor, facts)
    const schools = seatsFor(actor, row.kind, facts.seat?.role === 'guest')
    const schoolId = schools.length > 0 ? chosenSchool(schools, input.schoolId) : undefined
    if (schoolId && !schools.includes(schoolId)) throw new Forbidden()
    const memberId = row.seatId ?? ''
    await updateMember(memberId, {
      state: 'active',
      role: schoolId ? await memberRole(row.id, facts.seat?.role) : 'guest',
      schoolId: schoolId ?? null,
      message: '',
      since: now(),
    })
    await sql.removeInvitationOf(row.id, actor.id)
    const news = { plgId: row.id, personId: actor.id, memberId, actorId: actor.id }
    await settle(publish, news, memberJoined({ ...news, way: 'invited' }))
  })
}

/** Who was asked to lead does; a group that was taken over is led by the first who comes, until others do. */
async function memberRole(plgId: string, offered: PlgRole | undefined): Promise<PlgRole> {
  if (offered === 'lead') return 'lead'
  const { leads } = await countActive(plgId)
  return leads === 0 ? 'lead' : 'member'
}

/** Schools the invited can sit for. In a circle of principals nobody sits without one that they lead. */
function seatsFor(actor: Actor, kind: Kind, asGuest: boolean): string[] {
  if (kind !== 'principals_circle') return asGuest ? [] : schoolsOf(actor)
  const led = foundingIds(actor, kind)
  if (led.length === 0) throw new Forbidden()
  return led
}

export function declineInvitation(actor: Actor, slug: string): Promise<void> {
  return transaction(async (publish) => {
    const { row, facts } = await lockedPlg(actor, { slug })
    authorize(may.answerInvitation, actor, facts)
    const memberId = row.seatId ?? ''
    await updateMember(memberId, { state: 'declined', message: '', until: now() })
    await sql.removeInvitationOf(row.id, actor.id)
    const news = { plgId: row.id, personId: actor.id, memberId, actorId: actor.id }
    publish(invitationDeclined(news))
    publish(rightsChanged({ personIds: [actor.id] }))
  })
}
