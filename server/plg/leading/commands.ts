import { type Actor } from '#server/auth/actor.ts'
import { rightsChanged } from '#server/auth/events.ts'
import { actorOfPerson } from '#server/auth/session.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { ledPlg, lockedPlg, settle } from '../commands.ts'
import { memberJoined, memberLeft, memberRemoved, requestDeclined, roleChanged } from '../events.ts'
import { findLiveSeat, removeInvitationOf } from '../invitations/sql.ts'
import * as sql from '../members/sql.ts'
import { may } from '../policy.ts'
import { isRecent, staysLed } from '../rules.ts'
import { refusals } from '../words.ts'
import { listFacilitators } from './sql.ts'

type Target = Awaited<ReturnType<typeof targetOf>>

/** The row an act is about, with what its news says. Rows of other PLGs do not exist here. */
async function targetOf(actor: Actor, plgId: string, memberId: string) {
  const member = existing(await sql.findMember(plgId, memberId))
  const news = { plgId, memberId, personId: member.personId, actorId: actor.id }
  return { member, news }
}

const protocol = (actor: Actor, action: string, { news }: Target, details: object = {}) =>
  record(actor, {
    action,
    thingKind: 'plg',
    thingId: news.plgId,
    details: { personId: news.personId, ...details },
  })

export function acceptRequest(actor: Actor, slug: string, memberId: string): Promise<void> {
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    const { member, news } = await targetOf(actor, plg.id, memberId)
    if (member.state === 'active') return
    if (member.state !== 'requested') throw new Refusal(refusals.alreadyDecided)
    const person = await actorOfPerson(member.personId)
    if (!person || !may.found(person, { schoolId: member.schoolId ?? undefined }))
      throw new Refusal(
        `${member.firstName} ${member.lastName} ist an der genannten Schule nicht mehr bestätigt.`,
      )
    await sql.updateMember(memberId, { state: 'active', since: now() })
    await settle(publish, news, memberJoined({ ...news, way: 'accepted' }))
  })
}

export function declineRequest(actor: Actor, slug: string, memberId: string): Promise<void> {
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    const { member, news } = await targetOf(actor, plg.id, memberId)
    if (member.state === 'declined') return
    if (member.state !== 'requested') throw new Refusal(refusals.alreadyDecided)
    await sql.updateMember(memberId, { state: 'declined', until: now() })
    publish(requestDeclined(news))
  })
}

/** Takes somebody out: member, guest, facilitator, or somebody else who leads. */
export function removeMember(actor: Actor, slug: string, memberId: string): Promise<void> {
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    const target = await targetOf(actor, plg.id, memberId)
    const { member, news } = target
    if (member.state === 'removed') return
    if (member.state !== 'active') throw new Refusal(refusals.alreadyDecided)
    if (member.personId === actor.id)
      throw new Refusal('Sich selbst können Sie nicht entfernen. Nehmen Sie „PLG verlassen“.')
    await sql.updateMember(memberId, { state: 'removed', until: now() })
    await protocol(actor, 'plg.member-removed', target)
    await settle(publish, news, memberRemoved(news))
  })
}

/** Takes a removal back, within an hour: nobody is brought back long after by a stray press. */
export function restoreMember(actor: Actor, slug: string, memberId: string): Promise<void> {
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    const target = await targetOf(actor, plg.id, memberId)
    const { member, news } = target
    if (member.state === 'active') return
    const other = await findLiveSeat(plg.id, member.personId)
    if (member.state !== 'removed' || !isRecent(member.until, now()) || other)
      throw new Refusal(refusals.tooLateToUndo)
    await sql.updateMember(memberId, { state: 'active', until: null })
    await protocol(actor, 'plg.member-restored', target)
    await settle(publish, news, memberJoined({ ...news, way: 'returned' }))
  })
}

/** Gives or takes the lead. Guests and facilitators keep their part. */
export function changeRole(
  actor: Actor,
  slug: string,
  input: { memberId: string; role: 'lead' | 'member' },
): Promise<void> {
  return transaction(async (publish) => {
    const plg = await ledPlg(actor, slug)
    const target = await targetOf(actor, plg.id, input.memberId)
    const { member, news } = target
    if (member.role === input.role && member.state === 'active') return
    if (member.state !== 'active' || (member.role !== 'lead' && member.role !== 'member'))
      throw new Refusal('Sprecher:in kann nur werden, wer Mitglied ist.')
    if (!staysLed(member.role, await sql.countActive(plg.id)))
      throw new Refusal(refusals.oneLeadMustStay)
    await sql.updateMember(input.memberId, { role: input.role })
    await protocol(actor, 'plg.role-changed', target, { from: member.role, to: input.role })
    publish(roleChanged({ ...news, role: input.role }))
    publish(rightsChanged({ personIds: [member.personId] }))
  })
}

/** The SMZ sends somebody to accompany a PLG. Everybody inside is told. */
export function assignFacilitator(actor: Actor, slug: string, personId: string): Promise<void> {
  return transaction(async (publish) => {
    const { row, facts } = await lockedPlg(actor, { slug })
    authorize(may.assignFacilitator, actor, { ...facts, kind: row.kind, phase: row.phase })
    const possible = await listFacilitators(now())
    if (!possible.some((person) => person.id === personId))
      throw new Refusal('Diese Person kann keine PLG begleiten.', 'personId')
    const live = await findLiveSeat(row.id, personId)
    if (live?.state === 'active')
      throw new Refusal('Diese Person gehört schon zur PLG.', 'personId')
    const seat = { role: 'facilitator', state: 'active', schoolId: null, since: now() }
    if (live) await sql.updateMember(live.id, seat)
    const memberId =
      live?.id ?? existing(await sql.insertMember({ ...seat, plgId: row.id, personId })).id
    await removeInvitationOf(row.id, personId)
    const target = await targetOf(actor, row.id, memberId)
    await protocol(actor, 'plg.facilitator-assigned', target)
    await settle(publish, target.news, memberJoined({ ...target.news, way: 'assigned' }))
  })
}

/** The SMZ ends an accompaniment. */
export function endFacilitation(actor: Actor, slug: string, memberId: string): Promise<void> {
  return transaction(async (publish) => {
    const { row, facts } = await lockedPlg(actor, { slug })
    authorize(may.assignFacilitator, actor, { ...facts, kind: row.kind, phase: row.phase })
    const target = await targetOf(actor, row.id, memberId)
    const { member, news } = target
    if (member.role !== 'facilitator') throw new Refusal(refusals.alreadyDecided)
    if (member.state !== 'active') return
    await sql.updateMember(memberId, { state: 'left', until: now() })
    await protocol(actor, 'plg.facilitator-ended', target)
    await settle(publish, news, memberLeft(news))
  })
}
