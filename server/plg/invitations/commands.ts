import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { rightsChanged } from '#server/auth/events.ts'
import { personForInvitation } from '#server/accounts/views.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { chosenSchool, ledPlg, lockedPlg, settle } from '../commands.ts'
import { invitationDeclined, memberJoined, personInvited, strangerInvited } from '../events.ts'
import type { JoinInput } from '../members/inputs.ts'
import { insertMember, updateMember } from '../members/sql.ts'
import { may } from '../policy.ts'
import { lockPlg } from '../sql.ts'
import type { InviteInput } from './inputs.ts'
import * as sql from './sql.ts'

/**
 * Invites by address. Whether somebody has an account there is not told: the answer and the list of open
 * invitations are the same. Only of those the leads see anyway it is said that they are in, or have asked.
 */
export async function invite(actor: Actor, slug: string, input: InviteInput): Promise<void> {
  await spend('invitations', actor.id)
  const person = await personForInvitation(input.email)
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    const seat = person && (await sql.findLiveSeat(plg.id, person.id))
    if (seat?.state === 'active') throw new Refusal('Diese Person gehört schon zur PLG.', 'email')
    if (seat?.state === 'requested')
      throw new Refusal('Diese Person hat schon angefragt. Nehmen Sie die Anfrage an.', 'email')
    const personId = person?.id ?? null
    const made = await sql.insertInvitation({
      ...input,
      plgId: plg.id,
      personId,
      invitedBy: actor.id,
      at: now(),
    })
    if (!made) return
    if (personId) await offerSeat(publish, { ...input, plgId: plg.id, personId, actorId: actor.id })
    else publish(strangerInvited({ invitationId: made.id, actorId: actor.id }))
  })
}

type Offer = { plgId: string; personId: string; role: string; message: string; actorId: string }

async function offerSeat(publish: Publish, offer: Offer): Promise<void> {
  const { plgId, personId, role, message, actorId } = offer
  const seat = { plgId, personId, role, message, state: 'invited', since: now() }
  const made = await insertMember(seat)
  if (made) publish(personInvited({ plgId, personId, memberId: made.id, actorId }))
}

/** Somebody has been confirmed: invitations to their address become seats they can take. */
export function claimInvitations(personId: string): Promise<void> {
  return transaction(async (publish) => {
    for (const { invitedBy, ...offer } of await sql.claimInvitations(personId)) {
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
    const schools = facts.seat?.role === 'guest' ? [] : schoolsOf(actor)
    const schoolId = schools.length > 0 ? chosenSchool(schools, input.schoolId) : undefined
    if (schoolId && !schools.includes(schoolId)) throw new Forbidden()
    const memberId = row.seatId ?? ''
    await updateMember(memberId, {
      state: 'active',
      role: schoolId ? 'member' : 'guest',
      schoolId: schoolId ?? null,
      message: '',
      since: now(),
    })
    await sql.removeInvitationOf(row.id, actor.id)
    const news = { plgId: row.id, personId: actor.id, memberId, actorId: actor.id }
    await settle(publish, news, memberJoined({ ...news, way: 'invited' }))
  })
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
