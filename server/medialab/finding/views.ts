import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { sharedBriefly } from '#server/platform/shared-briefly.ts'
import type { WishFacts } from '../booking/contract.ts'
import { dayAfter } from '../opening/rules.ts'
import { openingBetween } from '../opening/views.ts'
import type { When } from '../placing/contract.ts'
import { spanOfAll } from '../placing/rules.ts'
import { listOffers } from '../placing/sql.ts'
import { groundOf } from '../placing/views.ts'
import { byResource } from '../stock/rules.ts'
import { listClaims, listStock } from '../stock/sql.ts'
import { resourceIdsOf } from '../stock/views.ts'
import { type FoundNeed, type FoundOffer, type FoundTime, type Search, SEARCH } from './contract.ts'
import { searchOf } from './inputs.ts'
import {
  type Field,
  HORIZON_DAYS,
  nextTimes,
  offersFound,
  sharedTimes,
  type Sought,
  strangersFacts,
} from './rules.ts'
import { wishOf } from './paths.ts'
import * as sql from './sql.ts'
import { KIND_WORDS, SAME_WORDS } from './words.ts'

type Around = {
  participants?: number | null
  /** Dates that do not count: the one that is about to be moved. */
  besides?: string[]
}

/**
 * The next three free times of the same length for all of these offers together, as the opening hours and the rules of
 * the offers allow; of a series, its dates moved alike. What a school or a person may not for reasons of their own
 * (limits, instructions) is not looked at.
 */
export async function alternativesTo(
  offers: { id: string; quantity: number }[],
  when: When | When[],
  { participants = null, besides = [] }: Around = {},
): Promise<When[]> {
  const dates = [when].flat()
  const [wish, latest] = [dates[0], dates.at(-1)]
  if (!wish || !latest || offers.length === 0) return []
  const at = now()
  const today = localDayOf(at)
  const first = wish.from > today ? wish.from : today
  const last = dayAfter(latest.to > first ? latest.to : first, HORIZON_DAYS)
  const ids = offers.map(({ id }) => id)
  const [rows, stock, opening] = await Promise.all([
    listOffers({ ids }),
    listStock(ids),
    openingBetween(first, last),
  ])
  const sought = offers.flatMap(({ id, quantity }) => {
    const offer = rows.find((row) => row.id === id && row.state === 'listed')
    const own = stock.find((one) => one.id === id)
    return offer && own ? [{ offer, stock: own, quantity, participants }] : []
  })
  if (sought.length < offers.length) return []
  const span = spanOfAll([{ from: first, to: last, span: null }], stock)
  const claims = await listClaims(resourceIdsOf(stock), { ...span, besides })
  const field = { opening, at, held: byResource(claims), facts: () => strangersFacts(today) }
  return nextTimes(field, sought, dates, today)
}

const atOnce = sharedBriefly<When[]>(500)

/**
 * The same for all who are told no at the same moment: what stands in them is of the lab, nothing of whoever asks. Half
 * a second old at most; who takes one of them is asked by the rules once more.
 */
export function alternativesForAll(
  offers: { id: string; quantity: number }[],
  dates: When[],
  participants: number | null,
): Promise<When[]> {
  const minute = Math.floor(now().getTime() / 60_000)
  const key = JSON.stringify([minute, participants, dates, offers])
  return atOnce(key, () => alternativesTo(offers, dates, { participants }))
}

/** What is free then, for each need that the address names. Visitors see the same, without what is their own. */
export async function findFor(actor: Actor | null, asked: URLSearchParams) {
  const at = now()
  const today = localDayOf(at)
  const { search, errors, isAsked } = searchOf(asked, today)
  const isUnclear = !isAsked || Object.keys(errors).length > 0
  const [names, found] = await Promise.all([
    sql.listNames(search.basket.map(({ slug }) => slug)),
    isUnclear ? null : findAll(actor, search, { at, today }),
  ])
  const basket = search.basket.flatMap(({ slug, quantity }) => {
    const known = names.find((one) => one.slug === slug)
    return known ? [{ slug, quantity, name: known.name }] : []
  })
  return { search, errors, basket, ...(found ?? { needs: [], times: [] }), isAsked: !isUnclear }
}

type Found = { needs: FoundNeed[]; times: FoundTime[] }

async function findAll(
  actor: Actor | null,
  search: Search,
  { at, today }: { at: Date; today: string },
): Promise<Found> {
  // One more of each tells that there are more.
  const matches = await sql.listMatches(search.needs.map(patternOf), SEARCH.offers + 1)
  const shown = search.needs.map((_, index) =>
    matches.filter(({ need }) => need === index).slice(0, SEARCH.offers),
  )
  const wish = wishOf(search)
  const { field, soughtOf } = await fieldOf(actor, wish, {
    ids: [...new Set(shown.flat().map(({ id }) => id))],
    ...{ at, today },
  })
  const sought = shown.map((all, need) =>
    all.flatMap(({ id }) => soughtOf(id, search.needs[need]?.quantity ?? 1)),
  )
  if (search.isAnyTime) {
    const looking = { wish, days: SEARCH.weeks * 7, most: SEARCH.times }
    const times = sought.every((all) => all.length > 0) ? sharedTimes(field, sought, looking) : []
    return { times, needs: needsFound(search, matches, () => []) }
  }
  const needs = needsFound(search, matches, (need) => {
    const summaries = new Map(shown[need]?.map(({ id, summary }) => [id, summary]))
    return offersFound(field, sought[need] ?? [], wish, { today, summaries })
  })
  return { needs, times: [] }
}

const needsFound = (
  search: Search,
  matches: sql.Match[],
  offersOf: (need: number) => FoundOffer[],
): FoundNeed[] =>
  search.needs.map((need, index) => ({
    ...need,
    offers: offersOf(index),
    hasMore: matches.filter((match) => match.need === index).length > SEARCH.offers,
  }))

function patternOf({ words }: { words: string }): sql.Pattern {
  const all = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const kind = all.length === 1 ? KIND_WORDS[all[0] ?? ''] : undefined
  return { kind: kind ?? null, words: kind ? [] : all.map((word) => SAME_WORDS[word] ?? word) }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Everything that decides about these offers in the weeks from a wish on, in a number of queries that does not grow. */
async function fieldOf(
  actor: Actor | null,
  wish: When,
  { ids, at, today }: { ids: string[]; at: Date; today: string },
): Promise<{ field: Field; soughtOf: (id: string, quantity: number) => Sought[] }> {
  const [rows, stock] = await Promise.all([listOffers({ ids }), listStock(ids)])
  const first = wish.from > today ? wish.from : today
  const last = dayAfter(wish.to > first ? wish.to : first, HORIZON_DAYS)
  const whole = { from: wish.from < first ? wish.from : first, to: last, span: null }
  const [ground, claims] = await Promise.all([
    groundOf(
      {
        ...{ offers: [], dates: [whole], project: null },
        schoolId: (actor && schoolsOf(actor)[0]) ?? null,
        personId: actor?.id ?? NOBODY,
      },
      rows,
    ),
    listClaims(resourceIdsOf(stock), spanOfAll([whole], stock)),
  ])
  const facts = (id: string): WishFacts => {
    const known = ground.facts.get(id) ?? strangersFacts(today)
    // Of a visitor nobody knows what they have been shown.
    return actor ? known : { ...known, missingInstructions: [] }
  }
  const stocks = new Map(stock.map((one) => [one.id, one]))
  return {
    field: { opening: ground.opening, held: byResource(claims), facts, at },
    soughtOf: (id, quantity) => {
      const offer = rows.find((row) => row.id === id)
      const own = stocks.get(id)
      return offer && own ? [{ offer, stock: own, quantity, participants: null }] : []
    },
  }
}
