import type { Actor } from '#server/auth/actor.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { programmeChoices } from '#server/plg/programmes/views.ts'
import { may } from '../policy.ts'
import * as sql from '../sql.ts'
import { authorizeVisit, cardOf } from '../views.ts'
import { type FacetCount, type FacetName, FACETS, PAGE_SIZE } from './contract.ts'
import { searchFrom, wordsOf } from './rules.ts'

/** The ideas that answer a call. Whoever asks has made sure that the actor may see the call. */
export async function answersTo(actor: Actor, callId: string, page: number) {
  authorizeVisit(actor)
  const span = { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const { rows, total } = await sql.listAnswers(callId, actor.id, span)
  return paged(rows.map(cardOf), total, page, PAGE_SIZE)
}

/**
 * The market of ideas: a page of what was asked for, and how much each further choice would leave.
 *
 * @param asked the query of the address
 */
export async function marketFor(actor: Actor, asked: Record<string, string | undefined>) {
  authorizeVisit(actor)
  const programmes = await programmeChoices()
  const search = searchFrom(
    asked,
    programmes.map(({ value }) => value),
  )
  const words = wordsOf(search.q)
  const page = pageNumber(asked.seite)
  const [rows, counts] = await Promise.all([
    sql.listIdeas(actor.id, search, words, { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countFacets(actor.id, search, words),
  ])
  const total = counts.find(({ facet }) => facet === '')?.count ?? 0
  const countsOf = (name: FacetName): FacetCount[] =>
    counts
      .filter(({ facet, count, value }) => facet === name && (count > 0 || value === search[name]))
      .map(({ value, count }) => ({ value, count }))
  return {
    search,
    programmes,
    ideas: paged(rows.map(cardOf), total, page, PAGE_SIZE),
    facets: Object.fromEntries(
      Object.values(FACETS).map((name) => [name, countsOf(name)]),
    ) as Record<FacetName, FacetCount[]>,
    can: { create: may.create(actor, {}), importGroups: may.importGroups(actor, {}) },
  }
}
