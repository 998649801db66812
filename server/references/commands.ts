import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import {
  isPersonKind,
  isThingKind,
  readableCards,
  standingTowards,
} from '#server/platform/things.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { Pointer } from '#server/rich-text/contract.ts'
import { type Kept, keyOf, MOST_MENTIONS, MOST_RELATIONS } from './contract.ts'
import { personsMentioned } from './events.ts'
import { may } from './policy.ts'
import { isPointer, partedFrom, pointingFrom } from './rules.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

/**
 * Says what a text mentions now: what is new comes, what it no longer holds goes. Call it in the transaction
 * that saves the text, with everything the text mentions.
 *
 * @param actorId who wrote it, and is not told of their own mention; null when several did
 */
export function syncMentions(
  from: Pointer,
  pointers: Pointer[],
  actorId: string | null,
): Promise<void> {
  const known = pointers.filter(({ kind }) => isThingKind(kind))
  const wanted = pointingFrom(from, known, MOST_MENTIONS)
  return transaction(async (publish) => {
    await sql.lockThing(from)
    const added = await sql.replaceMentions(from, wanted, now())
    const personIds = added
      .filter(({ kind, id }) => isPersonKind(kind) && id !== actorId)
      .map(({ id }) => id)
    if (personIds.length > 0) publish(personsMentioned({ from, actorId, personIds }))
  })
}

/** Connects a thing with another one. The same again changes nothing. */
export async function relate(actor: Actor, from: Pointer, to: Pointer): Promise<void> {
  await authorizeChange(actor, from)
  if (keyOf(from) === keyOf(to)) throw new Refusal(refusals.itself)
  if (isPersonKind(to.kind)) throw new Refusal(refusals.noPersons)
  const cards = await readableCards(actor, [{ thingKind: to.kind, thingId: to.id }])
  if (!cards.has(keyOf(to))) throw new Refusal(refusals.notThere)
  await transaction(async () => {
    await sql.lockThing(from)
    const isNew = await sql.insertRelation(from, to, now())
    // Whoever adds waits for the other, so the count is exact; a refusal takes the row back.
    if (isNew && (await sql.countRelations(from)) > MOST_RELATIONS)
      throw new Refusal(refusals.tooMany)
  })
}

/** Takes a relation away. @returns whether there was one */
export async function unrelate(actor: Actor, from: Pointer, to: Pointer): Promise<boolean> {
  await authorizeChange(actor, from)
  return transaction(async () => {
    await sql.lockThing(from)
    return sql.removeRelation(from, to)
  })
}

/** @throws NotFound for what may not be read, Forbidden for what may only be read */
async function authorizeChange(actor: Actor, from: Pointer): Promise<void> {
  const standing = await standingTowards(actor, from)
  authorizeOrHide(may.see, actor, standing)
  authorize(may.relate, actor, standing)
}

/**
 * For merging: everything that pointed from or at the one thing points from or at the other. Whoever merges
 * has to see to it that texts saved later name the other one too.
 */
export async function moveReferences(from: Pointer, to: Pointer): Promise<void> {
  if (keyOf(from) === keyOf(to) || !isPointer(to)) return
  await transaction(async () => {
    await sql.lockAll()
    await sql.move(from, to)
  })
}

/** What two things pointed at, and what pointed at them, before the one went into the other. */
export type Before = { from: Kept[]; to: Kept[] }

/** `moveReferences`, remembering what was there, so that it can be taken back. */
export function moveReferencesKeeping(from: Pointer, to: Pointer): Promise<Before> {
  return transaction(async () => {
    await sql.lockAll()
    const before = { from: await sql.listAround(from), to: await sql.listAround(to) }
    await sql.move(from, to)
    return before
  })
}

/** Takes a merge back: both are as they were, but for what was connected or disconnected since. */
export async function moveReferencesBack(
  from: Pointer,
  to: Pointer,
  before: Before,
): Promise<void> {
  await transaction(async () => {
    await sql.lockAll()
    const { gone, back } = partedFrom(before, { from, to }, await sql.listAround(to))
    await sql.putBack(gone, back)
  })
}

/** For what is gone for good: nothing points from or at it any more. */
export async function forgetThing(thing: Pointer): Promise<void> {
  await transaction(async () => {
    await sql.lockThing(thing)
    await sql.removeAllOf(thing)
  })
}
