import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../../policy.ts'
import { findSchool } from '../sql.ts'
import { refusals } from '../words.ts'
import * as sql from './sql.ts'

/** Lets somebody of the school decide about apps in place of the Schulleitung. */
export function giveDelegation(actor: Actor, slug: string, personId: string): Promise<void> {
  return transaction(async () => {
    const { id: schoolId } = existing(await findSchool(slug))
    authorize(may.delegate, actor, { schoolId })
    const people = await sql.listPeople(schoolId, now())
    if (!people.some(({ id }) => id === personId)) throw new Refusal(refusals.notHere, 'personId')
    const row = { schoolId, personId, givenBy: actor.id, givenAt: now() }
    if (await sql.insertDelegate(row)) await note(actor, 'given', schoolId, personId)
  })
}

export function takeDelegation(actor: Actor, slug: string, personId: string): Promise<void> {
  return transaction(async () => {
    const { id: schoolId } = existing(await findSchool(slug))
    authorize(may.delegate, actor, { schoolId })
    if (await sql.deleteDelegate(schoolId, personId)) await note(actor, 'taken', schoolId, personId)
  })
}

const note = (actor: Actor, what: 'given' | 'taken', schoolId: string, personId: string) =>
  record(actor, {
    action: `software.delegation-${what}`,
    thingKind: 'school',
    thingId: schoolId,
    details: { personId },
  })
