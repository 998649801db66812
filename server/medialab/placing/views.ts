import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { freeDaysOf } from '#server/schools/calendar/views.ts'
import { schoolFormsOf } from '#server/schools/views.ts'
import { unknownAmong } from '#server/software/gates/views.ts'
import type { Finding, WishFacts } from '../booking/contract.ts'
import { findingsOf } from '../booking/rules.ts'
import type { Opening } from '../opening/contract.ts'
import { openingBetween } from '../opening/views.ts'
import { may } from '../policy.ts'
import type { Stock } from '../stock/contract.ts'
import { byResource } from '../stock/rules.ts'
import { listClaims, listStock } from '../stock/sql.ts'
import { resourceIdsOf } from '../stock/views.ts'
import { findingWords } from '../words.ts'
import type { Wanted, When } from './contract.ts'
import { momentsOf, spanOfAll, type Weighed, weigh } from './rules.ts'
import * as sql from './sql.ts'
import { placingWords as says } from './words.ts'

/** What judges wishes: as little as the rules ask for, the same for a try and for the act. */
export type Ground = {
  at: Date
  today: string
  offers: sql.OfferRow[]
  opening: Opening
  facts: Map<string, WishFacts>
}

type Asker = Pick<Wanted, 'offers' | 'dates' | 'schoolId'> & {
  personId: string
  /** Of one of the person's PLGs, with its kind; null when none is named or it is not theirs. */
  project: { id: string; kind: string; status: string } | null
  /** Bookings that do not count: the one that is being changed. */
  besides?: string[]
}

/** Everything the rules have to know, in a number of queries that does not grow with offers and dates. */
export async function groundOf(
  { offers: wanted, dates, schoolId, personId, project, besides = [] }: Asker,
  known?: sql.OfferRow[],
): Promise<Ground> {
  const offers = known ?? (await sql.listOffers({ slugs: wanted.map(({ slug }) => slug) }))
  const from = dates.reduce((least, { from: day }) => (day < least ? day : least), '9999-12-31')
  const to = dates.reduce((most, { to: day }) => (day > most ? day : most), from)
  const ids = offers.map(({ id }) => id)
  const at = now()
  const [opening, rows, free, forms] = await Promise.all([
    openingBetween(from, to),
    sql.listFacts(ids, { schoolId, personId, day: from, at, besides }),
    schoolId ? freeDaysOf([schoolId], from, to) : [],
    schoolId ? schoolFormsOf([schoolId]) : [],
  ])
  const unreleased = await unreleasedOf(rows, { schoolId, forms, projectId: project?.id })
  const today = localDayOf(at)
  const facts = rows.map((row): [string, WishFacts] => [
    row.offerId,
    {
      today,
      ...{ openOfSchool: row.openOfSchool, openOfPerson: row.openOfPerson, lastEnd: row.lastEnd },
      hasProject: project !== null,
      isInnovationProject: project?.kind === 'innovation',
      missingInstructions: row.missingInstructions.map(({ name, next }) => ({ name, next })),
      ...{ missingCritical: row.missingCritical, missingMinor: row.missingMinor },
      unreleased: unreleased.get(row.offerId) ?? [],
      schoolFree: free.map(({ name }) => name),
      replacementCents: offers.find(({ id }) => id === row.offerId)?.replacementCents ?? null,
    },
  ])
  return { at, today, offers, opening, facts: new Map(facts) }
}

/** Apps that a set needs and of which nobody knows that this school may use them (rule 11). */
async function unreleasedOf(
  rows: sql.OfferFacts[],
  of: { schoolId: string | null; forms: string[]; projectId: string | undefined },
): Promise<Map<string, string[]>> {
  const intended = rows.flatMap(({ offerId, needed }) =>
    needed.map(({ productId, name }) => ({
      ...{ offerId, productId, name, projectId: of.projectId ?? '', schoolForms: of.forms },
      schoolIds: of.schoolId ? [of.schoolId] : [],
    })),
  )
  const found = new Map<string, string[]>()
  for (const { offerId, name } of await unknownAmong(intended))
    found.set(offerId, [...(found.get(offerId) ?? []), name])
  return found
}

/** What the rules say of one date of one offer. */
export function judge(
  { at, today, offers, opening, facts }: Ground,
  offerId: string,
  when: When,
  wish: Pick<Wanted, 'participants' | 'grade' | 'isDelivered'> & { quantity: number },
): Finding[] {
  const offer = offers.find(({ id }) => id === offerId)
  const known = facts.get(offerId)
  if (!offer || !known) return []
  const found = findingsOf({ offer, opening, facts: known, wish: { ...wish, ...when } })
  // Rule 14 knows days; of today, hours have passed.
  const isOver = when.from === today && when.span !== null && momentsOf(when).startsAt < at
  return isOver ? [OVER, ...found] : found
}

const OVER: Finding = { rule: 14, weight: 'refuse', field: 'span', sentence: findingWords.isOver }

/** A wish with what it is about. */
export type Case = {
  wanted: Wanted
  personId: string
  offers: sql.OfferRow[]
  stock: Map<string, Stock>
  project: NonNullable<Awaited<ReturnType<typeof sql.findProject>>> | null
}

/**
 * Who wants what: the same for a try and for the act.
 * @throws NotFound for offers one does not see, Forbidden for schools that are not one's own
 */
export async function caseOf(actor: Actor, wanted: Wanted): Promise<Case> {
  authorize(may.bookFor, actor, wanted)
  const personId = wanted.personId ?? actor.id
  if (personId !== actor.id || wanted.override !== '') authorize(may.override, actor, {})
  if (wanted.offers.length === 0) throw new Refusal(says.nothing)
  const offers = await seenOffers(actor, wanted)
  const [project, all] = await Promise.all([
    projectOf(wanted, personId),
    listStock(offers.map(({ id }) => id)),
  ])
  return { wanted, personId, offers, stock: new Map(all.map((one) => [one.id, one])), project }
}

async function seenOffers(actor: Actor, { offers: wanted }: Wanted): Promise<sql.OfferRow[]> {
  const offers = await sql.listOffers({ slugs: wanted.map(({ slug }) => slug) })
  const seen = offers.filter((offer) => may.see(actor, offer))
  if (wanted.some(({ slug }) => !seen.some((offer) => offer.slug === slug))) throw new NotFound()
  return seen
}

async function projectOf({ projectId, plgId }: Wanted, personId: string): Promise<Case['project']> {
  if (plgId && !(await sql.findSeat(plgId, personId))) throw new Refusal(says.strangePlg, 'plgId')
  if (projectId === null) return null
  const project = await sql.findProject(projectId, personId)
  if (!project) throw new Refusal(says.strangeProject, 'projectId')
  return project
}

/** What the rules and the stock of this moment say. */
export async function weighed({
  wanted,
  personId,
  offers,
  stock,
  project,
}: Case): Promise<Weighed> {
  const span = spanOfAll(wanted.dates, [...stock.values()])
  const [ground, claims] = await Promise.all([
    groundOf({ ...wanted, personId, project }, offers),
    listClaims(resourceIdsOf([...stock.values()]), span),
  ])
  const asked = wanted.offers.flatMap(({ slug, quantity }) => {
    const offer = offers.find((one) => one.slug === slug)
    const own = offer && stock.get(offer.id)
    return own ? [{ offer, stock: own, quantity, participants: wanted.participants }] : []
  })
  return weigh({
    ...{ dates: wanted.dates, asked, held: byResource(claims), sets: wanted.override !== '' },
    findings: ({ offer, quantity }, when) => judge(ground, offer.id, when, { ...wanted, quantity }),
  })
}
