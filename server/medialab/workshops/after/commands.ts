import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { LIMITS } from '../contract.ts'
import { materialPublished, workshopChanged } from '../events.ts'
import { may } from '../policy.ts'
import { lockWorkshop, updateWorkshop, type WorkshopRow } from '../sql.ts'
import { factsOf, seenWorkshop } from '../views.ts'
import { refusals } from '../words.ts'
import * as sql from './sql.ts'

/** The frame of every act of those who lead: locked first and judged as it stands then. */
function onLed<Answer>(
  actor: Actor,
  number: number,
  work: (row: WorkshopRow, publish: Publish) => Promise<Answer>,
): Promise<Answer> {
  return transaction(async (publish) => {
    await lockWorkshop({ number })
    const row = await seenWorkshop(actor, number)
    authorize(may.lead, actor, factsOf(row))
    return work(row, publish)
  })
}

/** Who was there; with it the workshop is done. Not before it has begun; it may be corrected. */
export function recordPresence(
  actor: Actor,
  number: number,
  input: { version: number; present: string[] },
): Promise<void> {
  return onLed(actor, number, async (row, publish) => {
    if (row.version !== input.version) throw new Refusal(refusals.stale)
    const isHeld = row.state === 'published' || row.state === 'done'
    if (!isHeld || row.startsAt > now()) throw new Refusal(refusals.notYet)
    await sql.savePresence(row.id, input.present)
    await updateWorkshop(row.id, { state: 'done', changedAt: now() })
    publish(workshopChanged({ workshopId: row.id }))
    await record(actor, {
      ...{ action: 'medialab.presence-recorded', thingKind: 'workshop', thingId: row.id },
      details: { number: row.number, present: input.present.length },
    })
  })
}

type NewMaterial = { clientKey: string; title: string; url: string }

/** Material for the public page; whoever was there is told. */
export async function publishMaterial(
  actor: Actor,
  number: number,
  { clientKey, title, url }: NewMaterial,
): Promise<void> {
  await spend('posts', actor.id)
  return onLed(actor, number, async (row, publish) => {
    const all = await sql.listMaterials(row.id)
    if (all.length >= LIMITS.materials) throw new Refusal(refusals.tooManyMaterials)
    const made = await sql.insertMaterial({
      ...{ workshopId: row.id, title, url, clientKey, createdBy: actor.id, createdAt: now() },
    })
    if (!made) return
    publish(materialPublished({ workshopId: row.id, actorId: actor.id }))
    publish(workshopChanged({ workshopId: row.id }))
  })
}

export function removeMaterial(
  actor: Actor,
  number: number,
  { material }: { material: string },
): Promise<void> {
  return onLed(actor, number, async (row, publish) => {
    await sql.removeMaterial(row.id, material)
    publish(workshopChanged({ workshopId: row.id }))
  })
}
