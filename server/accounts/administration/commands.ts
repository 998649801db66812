import type { Actor } from '#server/auth/actor.ts'
import { GUARDED_OFFICES, type NetworkRole } from '#server/auth/contract.ts'
import { rightsChanged } from '#server/auth/events.ts'
import { endSessionsOf } from '#server/auth/session.ts'
import { voidEntryTokens } from '#server/auth/tokens.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { membershipEnded, roleGiven } from '../events.ts'
import { may } from '../policy.ts'
import { endMembership, findMembership, insertMembership } from '../roles/sql.ts'
import { findPerson } from '../sql.ts'
import { refusals } from '../words.ts'
import { usualBodyOf } from './rules.ts'
import * as sql from './sql.ts'

type Office = { role: NetworkRole; organisationId?: string; decidedBy: string | null }

/** Writes an office down; joins the transaction of whoever calls. @returns undefined when it is held already */
export async function addOffice(personId: string, office: Office): Promise<string | undefined> {
  const at = now()
  const organisationId =
    office.organisationId ?? (await sql.ensureOrganisation(usualBodyOf(office.role)))
  const added = await insertMembership({
    personId,
    schoolId: null,
    organisationId,
    role: office.role,
    state: 'confirmed',
    validFrom: at,
    decidedBy: office.decidedBy,
    decidedAt: at,
  })
  return added?.id
}

/** Gives an office. One with short sessions ends the open ones, so that a new session begins under its rules. */
export function giveOffice(
  actor: Actor,
  personId: string,
  input: { role: NetworkRole; organisationId?: string },
): Promise<void> {
  return transaction(async (publish) => {
    authorize(may.administrate, actor, undefined)
    existing(await findPerson(personId))
    if (input.organisationId && !(await sql.findOrganisation(input.organisationId)))
      throw new Refusal('Diese Stelle gibt es nicht mehr.', 'organisationId')
    const added = await addOffice(personId, { ...input, decidedBy: actor.id })
    if (!added) throw new Refusal('Dieses Amt hat die Person dort schon.', 'role')
    await record(actor, {
      action: 'accounts.role-given',
      thingKind: 'person',
      thingId: personId,
      details: { role: input.role },
    })
    publish(
      roleGiven({
        membershipId: added,
        personId,
        schoolId: null,
        role: input.role,
        actorId: actor.id,
      }),
    )
    publish(rightsChanged({ personIds: [personId] }))
    if (GUARDED_OFFICES.includes(input.role) && personId !== actor.id) await endSessionsOf(personId)
  })
}

/** Takes an office or a role away. @throws Refusal for the last person of the technical administration */
export function takeRole(actor: Actor, personId: string, membershipId: string): Promise<void> {
  return transaction(async (publish) => {
    authorize(may.administrate, actor, undefined)
    const membership = existing(await findMembership(membershipId))
    if (membership.personId !== personId) existing(undefined)
    if (membership.role === 'operator') await assertNotLast(personId)
    if (!(await endMembership(membershipId, actor.id, now())))
      throw new Refusal('Diese Rolle ist schon beendet.')
    const { role, schoolId } = membership
    await record(actor, {
      action: 'accounts.membership-ended',
      thingKind: 'person',
      thingId: personId,
      details: { role, schoolId },
    })
    publish(membershipEnded({ membershipId, personId, schoolId, role, actorId: actor.id }))
    publish(rightsChanged({ personIds: [personId] }))
  })
}

/** Two who take the office from each other at once: the second waits for the first and then counts. */
async function assertNotLast(personId: string): Promise<void> {
  await sql.lockOperators()
  if ((await sql.countOperators(personId)) === 0) throw new Refusal(refusals.lastOperator)
}

/** Switches an account off: nobody gets in with it, open sessions and their sockets end at once. */
export function deactivatePerson(actor: Actor, personId: string): Promise<void> {
  return transaction(async () => {
    authorize(may.switchOff, actor, { personId })
    existing(await findPerson(personId))
    await sql.lockOperators()
    if ((await sql.countOperators(personId)) === 0) throw new Refusal(refusals.lastOperator)
    if (!(await sql.switchPerson(personId, false)))
      throw new Refusal('Dieses Konto ist schon deaktiviert.')
    await endSessionsOf(personId)
    await voidEntryTokens(personId)
    await record(actor, {
      action: 'accounts.deactivated',
      thingKind: 'person',
      thingId: personId,
    })
  })
}

export function reactivatePerson(actor: Actor, personId: string): Promise<void> {
  return transaction(async () => {
    authorize(may.switchOff, actor, { personId })
    existing(await findPerson(personId))
    if (!(await sql.switchPerson(personId, true))) throw new Refusal('Dieses Konto ist aktiv.')
    await record(actor, {
      action: 'accounts.reactivated',
      thingKind: 'person',
      thingId: personId,
    })
  })
}
