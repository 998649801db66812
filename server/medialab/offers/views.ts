import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { cleanText } from '#server/platform/text.ts'
import { myPlgs } from '#server/plg/views.ts'
import { backLinksOf } from '#server/references/views.ts'
import { productThings } from '#server/software/views.ts'
import { may } from '../policy.ts'
import { PAGE_SIZE } from './contract.ts'
import { MEDIA_LIBRARY, searchFrom, wordsOf } from './rules.ts'
import { reportsOf } from '../reports/views.ts'
import * as sql from './sql.ts'
import { ruleSentences } from './words.ts'

const manages = (actor: Actor | null) => actor !== null && may.manage(actor, {})

/**
 * The catalogue: a page of what was asked for.
 *
 * @param asked the query of the address
 */
export async function catalogueFor(actor: Actor | null, asked: Record<string, string | undefined>) {
  const search = searchFrom(asked, cleanText)
  const page = pageNumber(asked.seite)
  const words = wordsOf(search.q)
  const { rows, total } = await sql.listCatalogue(search, { words, page, size: PAGE_SIZE })
  return {
    search,
    offers: paged(rows, total, page, PAGE_SIZE),
    can: { manage: manages(actor) },
  }
}

const MOST_INSTEAD = 3

/** The page of an offer; of one that is offered no more, for all but the SMZ, that it is so and what there is instead. */
export async function offerPageFor(actor: Actor | null, slug: string, linkPages = 1) {
  const offer = await sql.findDetails(slug)
  if (!offer || may.see(actor, offer) || !may.knowGone(actor, offer))
    return { view: await offerFor(actor, slug, linkPages), gone: null }
  const { id, name, kind } = offer
  return { view: null, gone: { name, kind, instead: await sql.listInstead(id, MOST_INSTEAD) } }
}

/** One offer as this reader sees it: what it is, what the rules say, what one needs for it. */
export async function offerFor(actor: Actor | null, slug: string, linkPages = 1) {
  const offer = existing(await sql.findDetails(slug))
  if (!may.see(actor, offer)) throw new NotFound()
  const { apps, ...told } = offer
  const [instructions, cards, plgs, backLinks, reports] = await Promise.all([
    sql.listNeeded(offer.id, { personId: actor?.id ?? null, today: localDayOf(now()) }),
    productThings(
      actor,
      apps.map(({ productId }) => productId),
    ),
    actor ? myPlgs(actor) : [],
    actor ? backLinksOf(actor, { kind: 'lab-offer', id: offer.id }, linkPages) : null,
    reportsOf(actor, offer.id),
  ])
  return {
    offer: { ...told, mediaLibrary: MEDIA_LIBRARY },
    rules: ruleSentences(offer),
    instructions,
    apps: cards.map(({ id, title, context, path }) => ({
      ...{ id, title, context, path },
      isNeeded: apps.some(({ productId, isNeeded }) => productId === id && isNeeded),
    })),
    /** Where one may open a topic about it. */
    homes: plgs
      .filter(({ phase }) => phase !== 'closed')
      .map(({ slug: plg, title }) => ({ slug: plg, title })),
    backLinks,
    reports,
    isSignedIn: actor !== null,
    can: { manage: manages(actor) },
  }
}
