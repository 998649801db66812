import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { cleanText } from '#server/platform/text.ts'
import { may } from '../../policy.ts'
import { OFFER_STATES } from '../contract.ts'
import * as sql from './sql.ts'

const PAGE_SIZE = 30

/** All offers, also drafts and what is not offered any more. */
export async function managedFor(actor: Actor, asked: URLSearchParams) {
  authorize(may.manage, actor, {})
  const words = cleanText(asked.get('q') ?? '')
    .replace(/[%_\\]/g, ' ')
    .trim()
    .slice(0, 100)
  const state = OFFER_STATES.find((one) => one === asked.get('stand')) ?? ''
  const page = pageNumber(asked.get('seite'))
  const { rows, total } = await sql.listManaged({
    ...{ state, words, at: now(), page, size: PAGE_SIZE },
  })
  return { offers: paged(rows, total, page, PAGE_SIZE), filter: { words, state } }
}

/** What the form for a new offer needs. */
export async function newOfferFor(actor: Actor) {
  authorize(may.manage, actor, {})
  return { clientKey: randomUUID(), rooms: await sql.listRooms() }
}

/** One offer with everything that the SMZ says of it. */
export async function editOfferFor(actor: Actor, slug: string) {
  authorize(may.manage, actor, {})
  const offer = existing(await sql.findEditable(slug))
  const [instructions, successors] = await Promise.all([
    sql.listInstructions(offer.id),
    sql.listSuccessors(offer.id),
  ])
  return { offer, instructions, successors }
}
