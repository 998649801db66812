import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { freeDaysOf } from '#server/schools/calendar/views.ts'
import { schoolFormsOf } from '#server/schools/views.ts'
import { unknownAmong } from '#server/software/gates/views.ts'
import type { Finding, WishFacts } from '../booking/contract.ts'
import { findingsOf } from '../booking/rules.ts'
import type { Opening } from '../opening/contract.ts'
import { openingBetween } from '../opening/views.ts'
import type { Wanted, When } from './contract.ts'
import * as sql from './sql.ts'

/** What judges wishes: as little as the rules ask for, the same for a try and for the act. */
export type Ground = {
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
  const [opening, rows, free, forms] = await Promise.all([
    openingBetween(from, to),
    sql.listFacts(ids, { schoolId, personId, day: from, besides }),
    schoolId ? freeDaysOf([schoolId], from, to) : [],
    schoolId ? schoolFormsOf([schoolId]) : [],
  ])
  const unreleased = await unreleasedOf(rows, { schoolId, forms, projectId: project?.id })
  const today = localDayOf(now())
  const facts = rows.map((row): [string, WishFacts] => [
    row.offerId,
    {
      today,
      ...{ openOfSchool: row.openOfSchool, openOfPerson: row.openOfPerson, lastEnd: row.lastEnd },
      hasProject: project !== null,
      isInnovationProject: project?.kind === 'innovation',
      missingInstructions: row.missingInstructions.map(({ name }) => ({ name, next: null })),
      ...{ missingCritical: row.missingCritical, missingMinor: row.missingMinor },
      unreleased: unreleased.get(row.offerId) ?? [],
      schoolFree: free.map(({ name }) => name),
      replacementCents: offers.find(({ id }) => id === row.offerId)?.replacementCents ?? null,
    },
  ])
  return { today, offers, opening, facts: new Map(facts) }
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
  { offers, opening, facts }: Ground,
  offerId: string,
  when: When,
  wish: Pick<Wanted, 'participants' | 'grade' | 'isDelivered'> & { quantity: number },
): Finding[] {
  const offer = offers.find(({ id }) => id === offerId)
  const known = facts.get(offerId)
  if (!offer || !known) return []
  return findingsOf({ offer, opening, facts: known, wish: { ...wish, ...when } })
}
