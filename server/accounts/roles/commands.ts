import { type Actor, fullName } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import { rightsChanged } from '#server/auth/events.ts'
import { consumeToken } from '#server/auth/tokens.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { schoolBySlug, schoolChoices } from '#server/schools/views.ts'
import {
  membershipConfirmed,
  membershipEnded,
  membershipRefused,
  membershipRequested,
  roleGiven,
} from '../events.ts'
import { may } from '../policy.ts'
import { canRestore } from '../rules.ts'
import { refusals } from '../words.ts'
import * as sql from './sql.ts'

type Place = { schoolId: string; role: SchoolRole }
type Found = NonNullable<Awaited<ReturnType<typeof sql.findMembership>>>

/** A principal's request sends a mail to the office of the school: three an hour, whoever asks. */
export async function spendRequest(schoolId: string, role: SchoolRole): Promise<void> {
  if (role === 'principal') await spend('mailToAddress', `principal:${schoolId}`)
}

/** Writes a role down as waiting. Joins the transaction of whoever calls. */
export async function request(
  publish: Publish,
  person: { id: string; firstName: string; lastName: string },
  place: Place,
): Promise<void> {
  const added = await sql.insertMembership({
    personId: person.id,
    ...place,
    organisationId: null,
    state: 'pending',
    validFrom: now(),
    decidedBy: null,
    decidedAt: null,
  })
  if (!added) throw new Refusal(refusals.alreadyThere, 'role')
  await record(fullName(person), {
    action: 'accounts.membership-requested',
    thingKind: 'person',
    thingId: person.id,
    details: place,
  })
  publish(
    membershipRequested({
      membershipId: added.id,
      personId: person.id,
      actorId: person.id,
      ...place,
    }),
  )
}

/** Asks for another school or role; it counts once it is confirmed. */
export async function requestRole(
  actor: Actor,
  input: { school: string; role: SchoolRole },
): Promise<void> {
  const school = (await schoolChoices()).find(({ slug }) => slug === input.school)
  if (!school) throw new Refusal(refusals.unknownSchool, 'school')
  await spendRequest(school.id, input.role)
  await transaction((publish) => request(publish, actor, { schoolId: school.id, role: input.role }))
}

export function confirmMembership(actor: Actor, id: string): Promise<Found> {
  return decide(actor, id, { state: 'confirmed', reason: '' })
}

export function refuseMembership(actor: Actor, id: string, reason: string): Promise<Found> {
  return decide(actor, id, { state: 'refused', reason })
}

type Decision = { state: 'confirmed' | 'refused'; reason: string }

function decide(actor: Actor, id: string, decision: Decision): Promise<Found> {
  return transaction(async (publish) => {
    const membership = existing(await sql.findMembership(id))
    authorizeOrHide(may.decide, actor, membership)
    await writeDecision(publish, membership, decision, actor)
    return membership
  })
}

async function writeDecision(
  publish: Publish,
  membership: Found,
  { state, reason }: Decision,
  by: Actor | string,
): Promise<void> {
  const actorId = typeof by === 'string' ? null : by.id
  const isDecided = await sql.decide(membership.id, {
    state,
    reason,
    decidedBy: actorId,
    decidedAt: now(),
  })
  if (!isDecided) throw new Refusal(refusals.alreadyDecided)
  await note(by, `accounts.membership-${state}`, membership, reason ? { reason } : {})
  const kind = state === 'confirmed' ? membershipConfirmed : membershipRefused
  publish(kind(newsOf(membership, actorId)))
  publish(rightsChanged({ personIds: [membership.personId] }))
}

const newsOf = ({ id, personId, schoolId, role }: Found, actorId: string | null) => ({
  membershipId: id,
  personId,
  schoolId,
  role,
  actorId,
})

function note(by: Actor | string, action: string, about: Found, more: object = {}) {
  const { personId, schoolId, role } = about
  return record(by, {
    action,
    thingKind: 'person',
    thingId: personId,
    details: { schoolId, role, ...more },
  })
}

/**
 * Decides about a principal by the link in the school's official mailbox: whoever reads that mailbox may.
 * The link works once; who decided first, by whatever way, wins.
 */
export function decideByOfficialMailbox(
  token: string,
  decision: 'confirm' | 'refuse',
): Promise<void> {
  return transaction(async (publish) => {
    const used = await consumeToken(token, 'confirm_principal')
    if (!used) throw new Refusal(refusals.linkUsedUp)
    const { membershipId } = used.payload as { membershipId: string }
    const membership = existing(await sql.findMembership(membershipId))
    await writeDecision(
      publish,
      membership,
      decision === 'confirm'
        ? { state: 'confirmed', reason: '' }
        : { state: 'refused', reason: 'Über das dienstliche Postfach der Schule abgelehnt.' },
      'Dienstliches Postfach der Schule',
    )
  })
}

/** Gives a person of the school a further role there, without being asked. */
export function giveRole(
  actor: Actor,
  input: { school: string; personId: string; role: SchoolRole },
): Promise<void> {
  return transaction(async (publish) => {
    const school = existing(await schoolBySlug(input.school))
    const place = { schoolId: school.id, role: input.role, personId: input.personId }
    authorize(may.seePeopleOfSchool, actor, place)
    authorize(may.decide, actor, place)
    const at = now()
    const people = await sql.listOfSchool(school.id, at)
    const isThere = people.some((row) => row.personId === input.personId && isConfirmed(row))
    if (!isThere) throw new Refusal('Diese Person ist an der Schule nicht bestätigt.', 'personId')
    const added = await sql.insertMembership({
      ...place,
      organisationId: null,
      state: 'confirmed',
      validFrom: at,
      decidedBy: actor.id,
      decidedAt: at,
    })
    if (!added) throw new Refusal(refusals.alreadyThere, 'role')
    const given = existing(await sql.findMembership(added.id))
    await note(actor, 'accounts.role-given', given)
    publish(roleGiven(newsOf(given, actor.id)))
    publish(rightsChanged({ personIds: [input.personId] }))
  })
}

const isConfirmed = (row: Found) => row.state === 'confirmed'

/** Ends a role at a school, one's own or, for those who decide about it, somebody else's. */
export function endMembership(actor: Actor, id: string): Promise<void> {
  return transaction(async (publish) => {
    const membership = existing(await sql.findMembership(id))
    const isOwn = membership.personId === actor.id
    authorizeOrHide(isOwn ? may.leave : may.decide, actor, membership)
    if (!(await sql.endMembership(id, actor.id, now())))
      throw new Refusal('Diese Rolle ist schon beendet.')
    await note(actor, 'accounts.membership-ended', membership)
    publish(membershipEnded(newsOf(membership, actor.id)))
    publish(rightsChanged({ personIds: [membership.personId] }))
  })
}

/** Takes the ending of a role back, for ten minutes and by the one who ended it. */
export function restoreMembership(actor: Actor, id: string): Promise<void> {
  return transaction(async (publish) => {
    const membership = existing(await sql.findMembership(id))
    const isOwn = membership.personId === actor.id
    authorizeOrHide(isOwn ? may.leave : may.decide, actor, membership)
    if (!canRestore(membership, actor.id, now()) || !(await sql.restoreMembership(id)))
      throw new Refusal('Das lässt sich nicht mehr rückgängig machen.')
    await note(actor, 'accounts.membership-restored', membership)
    publish(rightsChanged({ personIds: [membership.personId] }))
  })
}
