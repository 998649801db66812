import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { actorOfPerson } from '#server/auth/session.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { chosenSchool, lockedPlg, settle, teachingIds } from '../commands.ts'
import { memberJoined, memberLeft, requestMade, roleChanged } from '../events.ts'
import { may } from '../policy.ts'
import { isRecent, leaving } from '../rules.ts'
import { findPlg, lockPlg, updatePlg } from '../sql.ts'
import { factsOf, foundingIds } from '../views.ts'
import { refusals } from '../words.ts'
import type { JoinInput, RequestInput } from './inputs.ts'
import * as sql from './sql.ts'

/** Joins an open PLG at once. Joining what one is in already changes nothing. */
export function joinPlg(actor: Actor, slug: string, input: JoinInput): Promise<void> {
  return transaction(async (publish) => {
    const { row, facts } = await lockedPlg(actor, { slug })
    if (may.enter(actor, facts)) return
    const schoolId = chosenSchool(teachingIds(actor), input.schoolId)
    authorize(may.join, actor, { ...facts, phase: row.phase, schoolId })
    const seat = { role: 'member', state: 'active', schoolId, since: now(), message: '' }
    if (row.seatId) await sql.updateMember(row.seatId, seat)
    const made = row.seatId
      ? { id: row.seatId }
      : existing(await sql.insertMember({ ...seat, plgId: row.id, personId: actor.id }))
    const news = { plgId: row.id, personId: actor.id, memberId: made.id, actorId: actor.id }
    await settle(publish, news, memberJoined({ ...news, way: 'joined' }))
  })
}

/** Asks to join; those who lead decide. Asking again while it is open changes nothing. */
export async function requestToJoin(
  actor: Actor,
  slug: string,
  input: RequestInput,
): Promise<void> {
  await spend('invitations', actor.id)
  return transaction(async (publish) => {
    const { row, facts } = await lockedPlg(actor, { slug })
    if (facts.seat?.state === 'requested' || may.enter(actor, facts)) return
    const schoolId = chosenSchool(teachingIds(actor), input.schoolId)
    authorize(may.request, actor, { ...facts, phase: row.phase, schoolId })
    const made = existing(
      await sql.insertMember({
        plgId: row.id,
        personId: actor.id,
        role: 'member',
        state: 'requested',
        schoolId,
        message: input.message,
        since: now(),
      }),
    )
    publish(
      requestMade({
        plgId: row.id,
        personId: actor.id,
        memberId: made.id,
        actorId: actor.id,
      }),
    )
  })
}

/** Takes one's request back; nothing of it is kept. */
export function withdrawRequest(actor: Actor, slug: string): Promise<void> {
  return transaction(async () => {
    const { row, facts } = await lockedPlg(actor, { slug })
    if (!facts.seat) return
    authorize(may.withdraw, actor, facts)
    await sql.removeMember(row.seatId ?? '')
  })
}

/**
 * Leaves. The last one who speaks for a PLG hands over first; the last one of all closes it by going.
 *
 * @returns whether it can be taken back
 */
export function leavePlg(actor: Actor, slug: string): Promise<{ canReturn: boolean }> {
  return transaction(async (publish) => {
    await lockPlg({ slug })
    const row = existing(await findPlg({ slug }, actor.id))
    const facts = factsOf(row)
    if (await hasJustLeft(actor, row.id, facts)) return { canReturn: row.phase !== 'closed' }
    authorizeOrHide(may.see, actor, facts)
    authorize(may.leave, actor, facts)
    const step = leaving(facts.seat?.role ?? '', await sql.countActive(row.id))
    if (step === 'last-lead') throw new Refusal(refusals.lastLead)
    await letGo(publish, { plgId: row.id, memberId: row.seatId ?? '', personId: actor.id })
    if (step === 'last') await updatePlg(row.id, { phase: 'closed', seeksMembers: false })
    return { canReturn: step !== 'last' }
  })
}

/** The answer to the first sending was lost, and the form came again. */
async function hasJustLeft(actor: Actor, plgId: string, facts: ReturnType<typeof factsOf>) {
  if (facts.seat) return false
  const last = await sql.findLastLeaving(plgId, actor.id)
  return last !== undefined && isRecent(last.until, now())
}

async function letGo(
  publish: Publish,
  who: { plgId: string; memberId: string; personId: string },
): Promise<void> {
  await sql.updateMember(who.memberId, { state: 'left', until: now() })
  const news = { ...who, actorId: who.personId }
  await settle(publish, news, memberLeft(news))
}

/** Takes one's leaving back, within an hour, also where one could not come in any more. */
export function comeBack(actor: Actor, slug: string): Promise<void> {
  return transaction(async (publish) => {
    await lockPlg({ slug })
    const row = existing(await findPlg({ slug }, actor.id))
    if (may.enter(actor, factsOf(row))) return
    const last = existing(await sql.findLastLeaving(row.id, actor.id))
    authorizeOrHide(may.comeBack, actor, {
      personId: last.personId,
      hasLeft: row.seatId === null,
      isRecent: isRecent(last.until, now()),
    })
    await sql.updateMember(last.id, { state: 'active', until: null })
    const news = { plgId: row.id, personId: actor.id, memberId: last.id, actorId: actor.id }
    await settle(publish, news, memberJoined({ ...news, way: 'returned' }))
  })
}

/**
 * Somebody is no longer at a school. Where they sat for it they now sit for another school of theirs, or go; a
 * PLG that would be left without anybody who speaks for it gets the eldest member. The seat belongs to the school.
 */
export async function giveUpSeats(personId: string, schoolId: string): Promise<void> {
  const person = await actorOfPerson(personId)
  for (const row of await sql.listOfPersonAt(personId, schoolId)) {
    const isCircle = row.kind === 'principals_circle'
    const stays = person && (isCircle ? foundingIds(person, row.kind) : schoolsOf(person))
    if (stays?.includes(schoolId)) continue
    const next = isCircle ? stays?.[0] : person ? teachingIds(person)[0] : undefined
    await transaction((publish) => giveUpSeat(publish, { ...row, personId }, next))
  }
}

type Seat = Awaited<ReturnType<typeof sql.listOfPersonAt>>[number] & { personId: string }

async function giveUpSeat(publish: Publish, seat: Seat, next: string | undefined): Promise<void> {
  const { plgId, id: memberId, personId } = seat
  await lockPlg({ id: plgId })
  const latest = await sql.findMember(plgId, memberId)
  if (latest?.state === 'requested') return sql.removeMember(memberId)
  if (latest?.state !== 'active') return
  if (next) {
    await sql.updateMember(memberId, { schoolId: next })
    return settle(publish, { plgId, personId, actorId: null })
  }
  const step = leaving(latest.role, await sql.countActive(plgId))
  if (step === 'last-lead') await handOver(publish, plgId, personId)
  await letGo(publish, { plgId, memberId, personId })
  if (step === 'last') await updatePlg(plgId, { phase: 'closed', seeksMembers: false })
}

async function handOver(publish: Publish, plgId: string, from: string): Promise<void> {
  const eldest = await sql.findEldest(plgId, from)
  if (!eldest) return
  await sql.updateMember(eldest.id, { role: 'lead' })
  const { id: memberId, personId } = eldest
  publish(roleChanged({ plgId, memberId, personId, actorId: from, role: 'lead' }))
}
