import type { Actor } from '#server/auth/actor.ts'
import { attach, type Given, type Kept, withKept } from '#server/files/keeping/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { closeSettled } from '../commands.ts'
import { may } from '../policy.ts'
import { settleShortages } from '../troubles/commands.ts'
import type { Category } from './contract.ts'
import type { Assessment } from './inputs.ts'
import * as sql from './sql.ts'
import { damageWords as says } from './words.ts'

export const LAB_DAMAGE = 'lab-damage'

type NewDamage = {
  item: sql.Item & { name: string; dateId: string | null; handedId: string | null }
  category: Category
  description: string
  quantity: number
  isUnusable: boolean
  origin: 'desk' | 'borrower'
  clientKey: string
}

/**
 * Runs an act that may bring one photo: it is made anew, so that nothing of place and camera is left in it.
 * @throws Refusal beside the field `file` for what is no picture
 */
export function withPhoto<T>(file: Given | null, work: (photo: Kept | null) => Promise<T>) {
  return withKept(file ? [file] : [], ([photo = null]) => {
    if (photo && photo.made.width === null) throw new Refusal(says.noPicture, 'file')
    return work(photo)
  })
}

/**
 * Writes a damage down inside the transaction of the act that found it, and takes the thing out of use when nobody can
 * use it; whose bookings cannot be kept is told. The same form again is the same damage.
 */
export async function writeDamage(
  actor: Actor,
  { item, ...damage }: NewDamage,
  photo: Kept | null,
  publish: Publish,
): Promise<{ id: string; number: number; isRepeat: boolean }> {
  const known = await sql.findByKey(actor.id, damage.clientKey)
  if (known) return { ...known, isRepeat: true }
  const at = now()
  await sql.lockResource(item.resourceId)
  // What a borrower says is looked at first: until then the stock stays what it is.
  const isOff = damage.origin === 'desk' && (damage.isUnusable || damage.category === 'lost')
  const heldBack = isOff ? await sql.takeOff(item, damage.quantity, damage.category === 'lost') : 0
  const made = await sql.insertDamage({
    ...damage,
    ...{ resourceId: item.resourceId, partId: item.partId, item: item.name, heldBack },
    ...{ dateId: item.dateId, handedId: item.handedId, isUnusable: isOff },
    ...{ reportedBy: actor.id, reportedAt: at, changedAt: at },
  })
  const { id, number } = existing(made)
  if (photo) await attach(photo, { thing: { kind: LAB_DAMAGE, id }, by: actor })
  if (isOff) await settleShortages([item.resourceId], null, publish)
  return { id, number, isRepeat: false }
}

type Locked = NonNullable<Awaited<ReturnType<typeof sql.lockDamage>>>

async function changing<T>(
  actor: Actor,
  number: number,
  version: number,
  work: (damage: Locked, publish: Publish) => Promise<T>,
): Promise<T> {
  authorize(may.stand, actor, {})
  return transaction(async (publish) => {
    const damage = existing(await sql.lockDamage(number))
    if (damage.withdrawnAt) throw new Refusal(says.withdrawn)
    if (damage.version !== version) throw new Refusal(says.changed)
    return work(damage, publish)
  })
}

/** How far it is, what it will cost, who pays. */
export function assess(actor: Actor, number: number, given: Assessment): Promise<void> {
  const { version, state, estimate: estimateCents, staffNote } = given
  return changing(actor, number, version, async (damage, publish) => {
    await sql.updateDamage(damage.id, { state, estimateCents, staffNote, changedAt: now() })
    if (state === 'closed') await closeSettled(actor, damage.resourceId, publish)
  })
}

/** Mended, or found again: it can go. Pressed twice is once. */
export function mend(
  actor: Actor,
  number: number,
  { version }: { version: number },
): Promise<void> {
  return changing(actor, number, version, async (damage, publish) => {
    if (!damage.isUnusable || damage.usableAgainAt) return
    await sql.lockResource(damage.resourceId)
    await sql.putBack(damage.id)
    await sql.updateDamage(damage.id, { usableAgainAt: now(), changedAt: now() })
    await settleShortages([damage.resourceId], null, publish)
  })
}

/** Takes a report back that was a slip, inside the transaction that also puts its line right. */
export async function unwriteDamage(damage: Locked, publish: Publish): Promise<void> {
  await sql.lockResource(damage.resourceId)
  if (damage.isUnusable && !damage.usableAgainAt) await sql.putBack(damage.id)
  await sql.updateDamage(damage.id, { withdrawnAt: now(), changedAt: now() })
  await settleShortages([damage.resourceId], null, publish)
}
