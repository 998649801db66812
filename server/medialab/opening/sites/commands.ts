import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { agreeTo } from '../../effect/commands.ts'
import { listToSite } from '../../effect/sql.ts'
import { may } from '../../policy.ts'
import type { AddSiteInput, EditSiteInput } from '../inputs.ts'
import * as sql from '../sql.ts'
import { openingWords as says } from '../words.ts'

const entry = (actor: Actor, action: string, thingId: string) =>
  record(actor, { action: `medialab.site-${action}`, thingKind: 'lab-site', thingId })

/** A place where things may be fetched and brought back; the first one of all is the lab itself. */
export async function addSite(actor: Actor, input: AddSiteInput): Promise<void> {
  authorize(may.manage, actor, {})
  const { clientKey, ...about } = input
  await transaction(async () => {
    const isLab = (await sql.lockLab()) === undefined
    if (await sql.insertSite({ ...about, id: clientKey, isLab }))
      await entry(actor, 'added', clientKey)
  })
}

async function lockedSite(actor: Actor, id: string, version: number) {
  authorize(may.manage, actor, {})
  const site = existing(await sql.lockSite(id))
  if (site.version !== version) throw new Refusal(says.overtaken)
  return site
}

export function editSite(actor: Actor, input: EditSiteInput): Promise<void> {
  const { site: id, version, ...about } = input
  return transaction(async () => {
    await lockedSite(actor, id, version)
    await sql.updateSite(id, about)
    await entry(actor, 'changed', id)
  })
}

/**
 * Nothing is brought there any more. The lab itself stays.
 *
 * @throws Conflict with the dates that were to be fetched there, unless just these were agreed to
 */
export function retireSite(
  actor: Actor,
  { site: id, version, seen }: { site: string; version: number; seen: string },
): Promise<void> {
  return transaction(async (publish) => {
    const site = await lockedSite(actor, id, version)
    if (site.isLab) throw new Refusal(says.labStays)
    const dates = await listToSite(id, now())
    await agreeTo(actor, { publish, dates, seen, reason: says.siteRetired(site.name) })
    await sql.updateSite(id, { retiredAt: now() })
    await entry(actor, 'retired', id)
  })
}
