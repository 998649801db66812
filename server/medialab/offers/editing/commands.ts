import { randomBytes, randomInt } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { slugOf } from '#server/platform/text.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { agreeTo } from '../../effect/commands.ts'
import { crowdedOut } from '../../effect/rules.ts'
import { listDates, listHolders, listOfOffer } from '../../effect/sql.ts'
import { may } from '../../policy.ts'
import type { OfferState } from '../contract.ts'
import { IN_ROOMS, WITH_STOCK } from './contract.ts'
import type { EditOfferInput, NewOfferInput, StateInput, SuccessorInput } from './inputs.ts'
import { codeFor, faultIn, fittingTo, slugCandidates } from './rules.ts'
import * as sql from './sql.ts'
import { editingWords as says } from './words.ts'

const LONGEST_SLUG = 70
const SIGNS = 32

/** Signs of a sticker by chance: with three of them two of one name are rarely the same. */
export const newCode = (name: string) =>
  codeFor(
    name,
    Array.from({ length: 3 }, () => randomInt(SIGNS)),
  )

const entry = (actor: Actor, action: string, offerId: string, details = {}) =>
  record(actor, {
    ...{ action: `medialab.${action}`, thingKind: 'lab-offer', thingId: offerId, details },
  })

/**
 * A draft with the usual rules of its kind. A room and a zone are one whole thing each; of stations and sets the stock
 * is entered next. The same form twice is one offer.
 *
 * @returns its address
 */
export async function createOffer(actor: Actor, input: NewOfferInput): Promise<string> {
  authorize(may.manage, actor, {})
  const { kind, name, summary, clientKey } = input
  const roomId = IN_ROOMS.includes(kind) ? input.roomId : undefined
  if (!roomId && (kind === 'zone' || kind === 'station'))
    throw new Refusal(says.roomMissing, 'roomId')
  return transaction(async () => {
    if (roomId && !(await sql.listRooms()).some(({ id }) => id === roomId))
      throw new Refusal(says.roomOdd, 'roomId')
    const at = now()
    const row = {
      ...{ kind, name, summary, clientKey, roomId: roomId ?? null, createdBy: actor.id },
      ...{ createdAt: at, changedAt: at, isLent: kind === 'set' },
      approval: kind === 'event' ? 'smz' : 'auto',
    }
    const marks = Array.from({ length: 3 }, () => randomBytes(3).toString('hex'))
    for (const slug of slugCandidates(slugOf(name, LONGEST_SLUG), marks)) {
      const made = await sql.insertOffer({ ...row, slug })
      if (made) {
        if (kind === 'room' || kind === 'zone') await oneOf({ ...made, name, kind })
        await entry(actor, 'offer-created', made.id, { kind })
        return made.slug
      }
      const same = await sql.findCreated(actor.id, clientKey)
      if (same) return same.slug
    }
    throw new Refusal(says.noAddress, 'name')
  })
}

async function oneOf({
  id,
  name,
  kind,
}: {
  id: string
  name: string
  kind: NewOfferInput['kind']
}): Promise<void> {
  let isMade = false
  while (!isMade) isMade = await sql.insertResource({ offerId: id, code: newCode(name), kind })
}

/** An offer under lock, as it was when the form was made. */
async function lockedOffer(actor: Actor, slug: string, version: number) {
  authorize(may.manage, actor, {})
  await sql.lockOffer(slug)
  const offer = existing(await sql.findEditable(slug))
  if (offer.version !== version) throw new Refusal(says.overtaken)
  return offer
}

/**
 * Other facts and rules. What is booked stays as it was agreed; only where a room has fewer places some no longer fit.
 *
 * @throws Conflict with these dates, unless just these were agreed to
 */
export function editOffer(actor: Actor, slug: string, input: EditOfferInput): Promise<void> {
  return transaction(async (publish) => {
    const before = await lockedOffer(actor, slug, input.version)
    const { version: _, seen, instructions, replacement, ...given } = input
    const after = fittingTo(before.kind, given)
    const found = faultIn(before.kind, after)
    if (found) throw new Refusal(says[found.fault], found.field)
    if (before.kind === 'room') await makeRoom(actor, { publish, before, seen }, after.places)
    await sql.updateOffer(before.id, {
      ...after,
      replacementCents: before.kind === 'set' && replacement !== null ? replacement * 100 : null,
      changedAt: now(),
    })
    await sql.putInstructions(before.id, instructions)
    await entry(actor, 'offer-changed', before.id)
  })
}

type Change = { publish: Publish; before: sql.EditableRow; seen: string }

/** Who shares a room counts against its places: those who came last no longer fit. */
async function makeRoom(
  actor: Actor,
  { publish, before, seen }: Change,
  places: number | null,
): Promise<void> {
  if (places === null || places >= (before.places ?? Infinity)) return
  const id = await sql.lockThing(before.id)
  if (!id) return
  const holders = (await listHolders(id, now())).filter(({ isShared }) => isShared)
  const claims = holders.map(({ from, to, ...claim }) => ({
    ...{ ...claim, from: from.getTime(), to: to.getTime(), resourceId: id },
    lock: 'shared' as const,
  }))
  const dates = await listDates(crowdedOut(claims, places))
  await agreeTo(actor, { publish, dates, seen, reason: says.smallerBecause })
}

/** Puts it into the catalogue, once there is something one could book. */
export function listOffer(actor: Actor, slug: string, { version }: StateInput): Promise<void> {
  return transaction(async () => {
    const offer = await lockedOffer(actor, slug, version)
    if (WITH_STOCK.includes(offer.kind) && offer.things === 0) throw new Refusal(says.noStock)
    if ((offer.kind === 'advice' || offer.needsStaff) && offer.people === 0)
      throw new Refusal(says.noStaff)
    await putState(actor, offer, 'listed')
  })
}

/**
 * Takes it out of the catalogue.
 *
 * @throws Conflict with the dates that are booked of it, unless just these were agreed to
 */
export function retireOffer(
  actor: Actor,
  slug: string,
  { version, seen }: StateInput,
): Promise<void> {
  return transaction(async (publish) => {
    const offer = await lockedOffer(actor, slug, version)
    const dates = await listOfOffer(offer.id, now())
    await agreeTo(actor, { publish, dates, seen, reason: says.retiredBecause })
    await putState(actor, offer, 'retired')
  })
}

/** Who looks for an offer that is gone is shown this one. */
export function replaceOffer(
  actor: Actor,
  slug: string,
  { version, successor }: SuccessorInput,
): Promise<void> {
  return transaction(async () => {
    const offer = await lockedOffer(actor, slug, version)
    if (offer.replacedBy === successor) return
    if (successor && !(await sql.listSuccessors(offer.id)).some(({ id }) => id === successor))
      throw new Refusal(says.oddSuccessor, 'successor')
    await sql.updateOffer(offer.id, { replacedBy: successor, changedAt: now() })
    await entry(actor, 'offer-replaced', offer.id, { successor })
  })
}

async function putState(actor: Actor, { id }: sql.EditableRow, state: OfferState): Promise<void> {
  await sql.updateOffer(id, { state, changedAt: now() })
  await entry(actor, `offer-${state}`, id)
}
