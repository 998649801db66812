import { randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { agreeTo } from '../../effect/commands.ts'
import type { ComingDate } from '../../effect/contract.ts'
import { crowdedOut } from '../../effect/rules.ts'
import { listDates, listHolders } from '../../effect/sql.ts'
import { may } from '../../policy.ts'
import { newCode } from '../editing/commands.ts'
import { WITH_STOCK } from '../editing/contract.ts'
import { GONE, type Item, ITEM_LIMITS } from './contract.ts'
import type { AddItemsInput, EditItemInput, StaffInput } from './inputs.ts'
import { labelOf } from './rules.ts'
import * as sql from './sql.ts'
import { itemWords as says } from './words.ts'

type Offer = NonNullable<Awaited<ReturnType<typeof sql.findOffer>>>

const stockEntry = (actor: Actor, action: string, offerId: string, details = {}) =>
  record(actor, {
    ...{ action: `medialab.${action}`, thingKind: 'lab-offer', thingId: offerId, details },
  })

/** The offer under lock: what belongs to it changes one after the other. */
async function lockedOffer(actor: Actor, slug: string): Promise<Offer> {
  authorize(may.manage, actor, {})
  const offer = existing(await sql.findOffer(slug))
  await sql.lockOffer(offer.id)
  return offer
}

/** More of it: whole things with a sticker each, or a heap that is counted. The same form twice is one. */
export function addItems(actor: Actor, slug: string, input: AddItemsInput): Promise<void> {
  const { way, amount, clientKey, label } = input
  return transaction(async () => {
    const offer = await lockedOffer(actor, slug)
    refuseOdd(offer, input)
    const known = await sql.listItems(offer.id)
    if (known.some(({ id }) => id === clientKey)) return
    if ((offer.kind === 'room' || offer.kind === 'zone') && known.length + amount > 1)
      throw new Refusal(says.oneRoom, 'amount')
    if (input.code !== '' && (await sql.hasCode(input.code, clientKey)))
      throw new Refusal(says.codeTaken, 'code')
    const row = { offerId: offer.id, isCounted: way === 'counted' }
    const count = way === 'counted' ? 1 : amount
    for (let at = 0; at < count; at++)
      await insertOne(offer, at === 0 ? input.code : '', {
        ...{ ...row, id: at === 0 ? clientKey : randomUUID(), position: known.length + at },
        ...{ label: labelOf(label, at, count), total: way === 'counted' ? amount : 1 },
      })
    await stockEntry(actor, 'stock-added', offer.id, { way, amount })
  })
}

function refuseOdd({ kind }: Offer, { way, amount }: AddItemsInput): void {
  if (!WITH_STOCK.includes(kind)) throw new Refusal(says.noItems)
  if (way === 'counted' && kind !== 'set') throw new Refusal(says.onlySets, 'way')
  if (way === 'whole' && amount > ITEM_LIMITS.amount)
    throw new Refusal(says.between(1, ITEM_LIMITS.amount), 'amount')
}

const TRIES = 20

async function insertOne(
  { name }: Offer,
  code: string,
  row: Omit<Parameters<typeof sql.insertItem>[0], 'code'>,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (await sql.insertItem({ ...row, code: code || newCode(name) })) return
    if (code !== '') throw new Refusal(says.codeTaken, 'code')
  }
  throw new Refusal(says.codeTaken, 'code')
}

/**
 * Another state, another number, another sticker.
 *
 * @throws Conflict with the dates that no longer get it, unless just these were agreed to
 */
export function editItem(
  actor: Actor,
  { slug, item: id }: { slug: string; item: string },
  input: EditItemInput,
): Promise<void> {
  return transaction(async (publish) => {
    const offer = await lockedOffer(actor, slug)
    await sql.lockItem(id)
    const before = existing(await sql.findItem(offer.id, id))
    if (before.version !== input.version) throw new Refusal(says.overtaken)
    const { version: _, seen, total, reserve, broken, ...about } = input
    const after = { ...before, ...about, ...numbersOf(before, { total, reserve, broken }) }
    if (after.reserve + after.broken > after.total) throw new Refusal(says.tooMuch, 'broken')
    if (after.code !== before.code && (await sql.hasCode(after.code, id)))
      throw new Refusal(says.codeTaken, 'code')
    const isGone = GONE.includes(after.state)
    const dates = await hitBy(before, after)
    const reason = isGone ? says.goneBecause(after.state) : says.fewerBecause
    await agreeTo(actor, { publish, dates, seen, reason })
    const { code, label, inventoryNumber, state, notes } = after
    await sql.updateItem(id, {
      ...{ code, label, inventoryNumber, state, notes },
      ...{ total: after.total, reserve: after.reserve, broken: after.broken },
    })
    await stockEntry(actor, 'stock-changed', offer.id, { code, state })
  })
}

type Numbers = Partial<Record<'total' | 'reserve' | 'broken', number | undefined>>

/** Of one whole thing there is one; of what the form leaves out stays what was. */
const numbersOf = (before: Item, { total, reserve, broken }: Numbers) =>
  before.isCounted
    ? {
        total: total ?? before.total,
        reserve: reserve ?? before.reserve,
        broken: broken ?? before.broken,
      }
    : { total: 1, reserve: 0, broken: before.broken }

const usable = ({ total, reserve, broken }: Item) => total - reserve - broken

/** Dates that held it and no longer can; what is out is out. */
async function hitBy(before: Item, after: Item): Promise<ComingDate[]> {
  const isGone = GONE.includes(after.state) && !GONE.includes(before.state)
  const isLess = after.isCounted && usable(after) < usable(before)
  if (!isGone && !isLess) return []
  const holders = await listHolders(after.id, now())
  const claims = holders.map(({ dateId, quantity, from, to }) => ({
    ...{ dateId, quantity, from: from.getTime(), to: to.getTime(), resourceId: after.id },
    lock: 'counted' as const,
  }))
  const ids = isGone ? claims.map(({ dateId }) => dateId) : crowdedOut(claims, usable(after))
  return (await listDates(ids)).filter(({ isOut }) => !isOut)
}

/**
 * Who serves an offer: gives the advice, stands by the machine.
 *
 * @throws Conflict with the dates of those who no longer do, unless just these were agreed to
 */
export function putStaff(actor: Actor, slug: string, input: StaffInput): Promise<void> {
  return transaction(async (publish) => {
    const offer = await lockedOffer(actor, slug)
    const known = await sql.listServants(offer.id, now())
    const chosen = known.filter(({ personId }) => input.people.includes(personId))
    if (chosen.length !== input.people.length) throw new Refusal(says.strangePerson, 'people')
    const dates = await listDates(await sql.listWithOthers(offer.id, input.people, now()))
    await agreeTo(actor, { publish, dates, seen: input.seen, reason: says.nobodyBecause })
    await sql.putServants(
      offer.id,
      chosen.map(({ personId, name }) => ({ id: personId, name })),
    )
    await stockEntry(actor, 'staff-changed', offer.id)
  })
}

/** An app that it needs, or goes well with, by its name in the directory. */
export function putApp(
  actor: Actor,
  slug: string,
  { name, isNeeded }: { name: string; isNeeded: boolean },
): Promise<string> {
  return transaction(async () => {
    const offer = await lockedOffer(actor, slug)
    const app = await sql.findApp(name)
    if (!app) throw new Refusal(says.unknownApp, 'name')
    await sql.putApp(offer.id, app.id, isNeeded)
    return app.name
  })
}

export function removeApp(actor: Actor, slug: string, app: string) {
  return transaction(async () => {
    const offer = await lockedOffer(actor, slug)
    const known = (await sql.listApps(offer.id)).find(({ id }) => id === app)
    if (!known) throw new NotFound()
    await sql.deleteApp(offer.id, app)
    return known
  })
}
