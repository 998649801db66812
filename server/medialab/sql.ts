import { sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import { containsWord, rootOf } from '#db/word-search.ts'
import type { DateState, OfferKind } from './contract.ts'

export type OfferLine = {
  id: string
  slug: string
  name: string
  summary: string
  kind: OfferKind
  state: string
}

const LINE = sql`o.id, o.slug, o.name, o.summary, o.kind, o.state`

export async function listLines(ids: string[]): Promise<OfferLine[]> {
  const { rows } =
    await sql<OfferLine>`select ${LINE} from lab_offers o where o.id = any(${ids}::uuid[])
      order by o.name, o.id`.execute(db())
  return rows
}

export async function findIdBySlug(slug: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('labOffers')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** Listed offers that contain all these words. */
export async function search(words: string[], limit: number): Promise<OfferLine[]> {
  const has = words.map(
    (word) =>
      sql<SqlBool>`(o.search @@ ${rootOf(word)} or ${containsWord(sql<string>`o.name`, word)})`,
  )
  const { rows } = await sql<OfferLine>`select ${LINE} from lab_offers o
    where o.state = 'listed' and ${sql.join(has, sql` and `)} order by o.name, o.id limit ${limit}`.execute(
    db(),
  )
  return rows
}

/** How many offers of each kind there are in the catalogue. */
export async function countKinds(): Promise<{ kind: OfferKind; count: number }[]> {
  const { rows } = await sql<{ kind: OfferKind; count: number }>`select kind, count(*)::int as count
    from lab_offers where state = 'listed' group by kind`.execute(db())
  return rows
}

type OwnDate = {
  id: string
  year: number
  number: number
  startsAt: Date
  endsAt: Date
  isLoan: boolean
  state: DateState
  purpose: string
  names: string[]
}

/** The next dates of a person that are not over, with what they hold. */
export async function listNext(personId: string, at: Date, limit: number): Promise<OwnDate[]> {
  const { rows } =
    await sql<OwnDate>`select d.id, b.year, b.number, d.starts_at, d.ends_at, d.is_loan, d.state,
      b.purpose, coalesce((select array_agg(o.name order by o.name) from lab_date_offers held
        join lab_offers o on o.id = held.offer_id where held.date_id = d.id), '{}') as names
    from lab_bookings b join lab_dates d on d.booking_id = b.id
    where b.person_id = ${personId} and d.ends_at > ${at}
      and d.state in ('requested', 'confirmed', 'prepared', 'out', 'partly_back')
      -- What is held for somebody who waits is not booked.
      and not exists (select from lab_waiting w where w.date_id = d.id and w.state <> 'accepted')
    order by d.starts_at, d.id limit ${limit}`.execute(db())
  return rows
}
