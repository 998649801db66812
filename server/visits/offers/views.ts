import { randomUUID } from 'node:crypto'
import { type Actor, fullName, schoolsOf } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { slugOf } from '#server/platform/text.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { myPlgs, namesOf } from '#server/plg/views.ts'
import { factsFor } from '#server/schools/calendar/contract.ts'
import { freeDaysOf } from '#server/schools/calendar/views.ts'
import { paths } from '../paths.ts'
import { type OfferFacts, offers } from '../policy.ts'
import { numberIn } from '../rules.ts'
import { authorizeVisit } from '../views.ts'
import { refusals } from '../words.ts'
import { type FacetCount, type FacetName, FACETS, type OfferCard, PAGE_SIZE } from './contract.ts'
import { searchFrom } from './rules.ts'
import * as sql from './sql.ts'

const factsOf = (row: sql.OfferRow, actor: Actor): OfferFacts => ({
  isOpen: row.state === 'open',
  isHost: row.hostId === actor.id,
  hostSchoolId: row.schoolId,
  visibility: row.visibility,
  isInPlg: row.isInPlg,
  isHostThere: row.isHostThere,
})

export const pathOf = ({ number, topic }: { number: number; topic: string }) =>
  paths.offer({ number, slug: slugOf(topic) })

function cardOf(row: sql.OfferRow, actor: Actor): OfferCard {
  const { id, number, topic, subject, gradeBands, school, visibility, freeSeats, nextFree } = row
  return {
    ...{ id, number, topic, subject, gradeBands, school, visibility, freeSeats, nextFree },
    path: pathOf(row),
    host: fullName(row),
    isHost: row.hostId === actor.id,
    isOpen: row.state === 'open',
  }
}

/**
 * The market of open classrooms: a page of what was asked for, and how much each further choice would leave.
 *
 * @param asked the query of the address
 */
export async function marketFor(actor: Actor, asked: Record<string, string | undefined>) {
  authorizeVisit(actor)
  const search = searchFrom(asked)
  const page = pageNumber(asked.seite)
  const at = now()
  const day = search.from ? momentOf(search.from, '00:00') : at
  const asking = { personId: actor.id, search, since: day > at ? day : at, now: at }
  const [{ rows, total }, counts] = await Promise.all([
    sql.listOffers(asking, { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countFacets(asking),
  ])
  const countsOf = (name: FacetName): FacetCount[] =>
    counts.filter(({ facet }) => facet === name).map(({ value, count }) => ({ value, count }))
  return {
    search,
    offers: paged(
      rows.map((row) => cardOf(row, actor)),
      total,
      page,
      PAGE_SIZE,
    ),
    facets: Object.fromEntries(
      Object.values(FACETS).map((name) => [name, countsOf(name)]),
    ) as Record<FacetName, FacetCount[]>,
    can: { create: teachingIds(actor).length > 0 },
  }
}

const teachingIds = (actor: Actor) =>
  schoolsOf(actor).filter((schoolId) => offers.create(actor, { schoolId }))

/** The form of a new offer. */
export async function newOfferFor(actor: Actor) {
  authorizeVisit(actor)
  if (teachingIds(actor).length === 0) throw new Forbidden(refusals.mayNotOffer)
  const [schools, plgs] = await Promise.all([namesOf(teachingIds(actor)), myPlgs(actor)])
  return {
    schools,
    plgs: plgs.map(({ id, title }) => ({ value: id, label: title })),
    clientKey: randomUUID(),
  }
}

/** An offer by the last part of its address. @throws NotFound when there is none, or not for this person */
export async function seenOffer(actor: Actor, param: string) {
  authorizeVisit(actor)
  const row = existing(await sql.findOffer(numberIn(param) ?? 0, actor.id, now()))
  const facts = factsOf(row, actor)
  authorizeOrHide(offers.see, actor, facts)
  return { row, facts }
}

/** The page of an open classroom: its slots, with what is known of their days, and what has come of them. */
export async function offerFor(actor: Actor, param: string) {
  const { row, facts } = await seenOffer(actor, param)
  const at = now()
  const [slots, visits] = await Promise.all([
    sql.listSlots(row.id),
    sql.listVisits(row.id, actor.id),
  ])
  const days = slots.map(({ startsAt }) => localDayOf(startsAt))
  const freeDays = days.length
    ? await freeDaysOf([row.schoolId], days[0] ?? '', days.at(-1) ?? '')
    : []
  const requesting = schoolsOf(actor).filter((schoolId) =>
    offers.request(actor, { ...facts, schoolId }),
  )
  return {
    offer: {
      ...cardOf(row, actor),
      ...{ note: row.note, schoolSlug: row.schoolSlug },
      // The name of a PLG is for its members.
      plg: row.isInPlg ? row.plgTitle : null,
    },
    slots: slots.map(({ id, startsAt, endsAt, seats, taken }) => ({
      ...{ id, startsAt, endsAt, seats, free: seats - taken },
      isPast: startsAt <= at,
      warnings: factsFor(localDayOf(startsAt), freeDays).map(({ name }) => name),
      visits: visits
        .filter(({ slotId }) => slotId === id)
        .map((visit) => ({
          path: paths.visit(visit.number),
          name: fullName(visit),
          isSelf: visit.personId === actor.id,
          state: visit.state,
        })),
    })),
    schools: requesting.length > 1 ? await namesOf(requesting) : [],
    clientKey: randomUUID(),
    can: {
      change: offers.change(actor, facts),
      reopen: offers.reopen(actor, facts),
      request: requesting.length > 0,
    },
  }
}

/** The form for changing its words, with the version it was made from. */
export async function offerEditingFor(actor: Actor, param: string) {
  const { row, facts } = await seenOffer(actor, param)
  authorize(offers.change, actor, facts)
  const { topic, note, version } = row
  return { offer: { topic, note, version, path: pathOf(row) } }
}

export type OfferSlot = Awaited<ReturnType<typeof offerFor>>['slots'][number]

/** Lines for bell, reports and references, of those offers the actor may see. */
export async function offerThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!offers.visit(actor, {})) return []
  const rows = await sql.listCards(ids, actor.id, now())
  return rows.filter((row) => offers.see(actor, factsOf(row, actor))).map(thingOf)
}

export async function standingTo(actor: Actor, id: string): Promise<Standing> {
  const [row] = await sql.listCards([id], actor.id, now())
  const facts = row && factsOf(row, actor)
  return {
    canRead: facts !== undefined && offers.see(actor, facts),
    canChange: facts !== undefined && offers.change(actor, facts),
    plgId: row?.plgId ?? null,
  }
}

/** The offer whose page has this address. */
export async function locateOffer(path: string): Promise<string | undefined> {
  const [, param = ''] = /^\/hospitation\/([^/?#]+)$/.exec(path) ?? []
  const number = numberIn(param)
  return number === undefined ? undefined : (await sql.findId(number))?.id
}

/** What the search finds: open classrooms. */
export async function searchOffers(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (!actor || !offers.visit(actor, {}) || words.length === 0) return []
  return (await sql.search(actor.id, words, limit, now())).map(thingOf)
}

const thingOf = (row: sql.OfferRow): ThingCard => ({
  id: row.id,
  title: row.topic,
  context: `${fullName(row)}, ${row.school}`,
  path: pathOf(row),
})
