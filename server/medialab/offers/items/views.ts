import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { softwareNames } from '#server/software/linked/views.ts'
import { may } from '../../policy.ts'
import * as sql from './sql.ts'

/** What there is of an offer, who serves it, which apps it needs. */
export async function stockFor(actor: Actor, slug: string) {
  authorize(may.manage, actor, {})
  const offer = existing(await sql.findOffer(slug))
  const [items, servants, apps, names] = await Promise.all([
    sql.listItems(offer.id),
    sql.listServants(offer.id, now()),
    sql.listApps(offer.id),
    softwareNames(),
  ])
  return { offer, items, servants, apps, names, clientKey: randomUUID() }
}

/** One of them, with its parts. */
export async function itemFor(actor: Actor, slug: string, id: string) {
  authorize(may.manage, actor, {})
  const offer = existing(await sql.findOffer(slug))
  const item = existing(await sql.findItem(offer.id, id))
  return { offer, item, parts: await sql.listParts(item.id), clientKey: randomUUID() }
}
