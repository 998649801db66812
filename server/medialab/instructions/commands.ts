import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import type { AddInstructionInput, EditInstructionInput, InstructInput } from './inputs.ts'
import { stateOf, validUntil } from './rules.ts'
import * as sql from './sql.ts'
import { instructionWords as says } from './words.ts'

const entry = (actor: Actor, action: string, thingId: string, details = {}) =>
  record(actor, {
    ...{ action: `medialab.${action}`, thingKind: 'lab-instruction', thingId, details },
  })

/** Something that one has to be shown. The same form twice is one. */
export async function addInstruction(actor: Actor, input: AddInstructionInput): Promise<void> {
  authorize(may.manage, actor, {})
  const { clientKey, ...about } = input
  await transaction(async () => {
    if (await sql.insertKind({ id: clientKey, ...about }))
      await entry(actor, 'instruction-added', clientKey)
  })
}

async function lockedKind(actor: Actor, id: string, version?: number) {
  authorize(may.manage, actor, {})
  await sql.lockKind(id)
  const kind = existing(await sql.findKind(id))
  if (version !== undefined && kind.version !== version) throw new Refusal(says.overtaken)
  return kind
}

/** Who was instructed before keeps the day that was said then. */
export function editInstruction(
  actor: Actor,
  id: string,
  { version, ...about }: EditInstructionInput,
): Promise<void> {
  return transaction(async () => {
    await lockedKind(actor, id, version)
    await sql.updateKind(id, about)
    await entry(actor, 'instruction-changed', id)
  })
}

/** Nobody is instructed any more. Not while an offer needs it: nobody could book that. */
export function retireInstruction(actor: Actor, id: string, version: number): Promise<void> {
  return transaction(async () => {
    await lockedKind(actor, id, version)
    if (await sql.isNeeded(id)) throw new Refusal(says.stillNeeded)
    await sql.updateKind(id, { retiredAt: now() })
    await entry(actor, 'instruction-retired', id)
  })
}

/** Says that somebody was shown it on this day. Said twice it is said once. */
export function instruct(actor: Actor, id: string, input: InstructInput): Promise<void> {
  const { person, givenOn } = input
  return transaction(async () => {
    const kind = await lockedKind(actor, id)
    const today = localDayOf(now())
    if (givenOn > today) throw new Refusal(says.inFuture, 'givenOn')
    const until = validUntil(givenOn, kind.validMonths)
    if (stateOf({ until, isRevoked: false }, today) === 'over')
      throw new Refusal(says.tooOld, 'givenOn')
    if (!(await sql.isActive(person))) throw new Refusal(says.strangePerson, 'person')
    await sql.insertProof({
      ...{ personId: person, instructionId: id, givenOn, validUntil: until },
      ...{ givenBy: actor.id, createdAt: now() },
    })
    await entry(actor, 'instructed', id, { person })
  })
}

/** It does not hold any more, from now on; what is booked stays booked. */
export function revoke(actor: Actor, id: string, proof: string): Promise<void> {
  return transaction(async () => {
    await lockedKind(actor, id)
    const { personId } = existing(await sql.updateProof(id, proof, now()))
    await entry(actor, 'instruction-revoked', id, { person: personId })
  })
}

/** Takes the taking back back. */
export function restore(actor: Actor, id: string, proof: string): Promise<void> {
  return transaction(async () => {
    await lockedKind(actor, id)
    const { personId } = existing(await sql.updateProof(id, proof, null))
    await entry(actor, 'instructed', id, { person: personId })
  })
}
