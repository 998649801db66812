import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import type { DB } from '#db/types.ts'
import type { Joining, Kind, Phase, PlgRole, SeatState } from '../contract.ts'

const LIVE: SeatState[] = ['requested', 'invited', 'active']

/** Schools that count: somebody of them is in, and their principal has not refused. */
const countingSchools = sql<string[]>`array(select schools.name from plg_seats
  join schools on schools.id = plg_seats.school_id
  where plg_seats.plg_id = plgs.id and plg_seats.consent <> 'refused'
    and exists (select 1 from plg_members m where m.plg_id = plgs.id and m.state = 'active'
      and m.school_id = plg_seats.school_id)
  order by schools.name)`

/** PLGs with what stands on their cards, and this person's live seat. Whoever asks adds who may see them. */
function cards(personId: string) {
  return db()
    .selectFrom('plgs')
    .leftJoin('plgMembers as seat', (join) =>
      join
        .onRef('seat.plgId', '=', 'plgs.id')
        .on('seat.personId', '=', personId)
        .on('seat.state', 'in', LIVE),
    )
    .leftJoin('programmes', 'programmes.id', 'plgs.programmeId')
    .select([
      'plgs.id',
      'plgs.slug',
      'plgs.title',
      'plgs.question',
      'plgs.summary',
      'plgs.phaseUntil',
      'plgs.isPaused',
      'plgs.seeksMembers',
      'plgs.subjects',
      'plgs.gradeBands',
      'plgs.schoolForms',
      'plgs.foundedAt',
      'seat.id as seatId',
      'seat.schoolId as seatSchoolId',
      'programmes.name as programme',
      sql<Kind>`plgs.kind`.as('kind'),
      sql<Joining>`plgs.joining`.as('joining'),
      sql<Phase>`plgs.phase`.as('phase'),
      sql<PlgRole | null>`seat.role`.as('seatRole'),
      sql<SeatState | null>`seat.state`.as('seatState'),
      'plgs.memberCount as members',
      countingSchools.as('schools'),
    ])
}

export type CardRow = Awaited<ReturnType<typeof listMine>>[number]

type WithSeat = ExpressionBuilder<DB & { seat: DB['plgMembers'] }, 'plgs' | 'seat'>

/** The scope of every list: closed ones only for those inside or invited. */
const isKnownTo = sql<SqlBool>`(plgs.joining <> 'closed' or seat.state in ('active', 'invited'))`

export function findCard(slug: string, personId: string) {
  return cards(personId).where('plgs.slug', '=', slug).executeTakeFirst()
}

/** Those among `ids`; the caller asks the policy for each. */
export function listCards(ids: string[], personId: string) {
  return cards(personId)
    .where('plgs.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** Where the person is in, has asked, or is invited. */
export function listMine(personId: string) {
  return cards(personId)
    .where('seat.id', 'is not', null)
    .orderBy((eb) => eb.case().when('plgs.phase', '=', 'closed').then(1).else(0).end())
    .orderBy('plgs.title')
    .execute()
}

export type Filter = {
  words: string[]
  subject?: string
  gradeBand?: string
  schoolForm?: string
  phase?: Phase
  kind?: Kind
  /** Slug of a programme. */
  programme?: string
  seeksMembers: boolean
  /** Those that stand elsewhere on the page. */
  except: string[]
}

/** PLGs to discover: visible, not one's own; finished ones only when asked for. */
export async function listOthers(personId: string, filter: Filter, size: number, offset: number) {
  const conditions = (eb: unknown) => matches(eb as WithSeat, filter)
  const [rows, count] = await Promise.all([
    cards(personId)
      .where('seat.id', 'is', null)
      .where('plgs.joining', '<>', 'closed')
      .where(conditions)
      .orderBy('plgs.seeksMembers', 'desc')
      .orderBy('plgs.foundedAt', 'desc')
      .orderBy('plgs.id')
      .limit(size)
      .offset(offset)
      .execute(),
    db()
      .selectFrom('plgs')
      .leftJoin('plgMembers as seat', (join) =>
        join
          .onRef('seat.plgId', '=', 'plgs.id')
          .on('seat.personId', '=', personId)
          .on('seat.state', 'in', LIVE),
      )
      .where('seat.id', 'is', null)
      .where('plgs.joining', '<>', 'closed')
      .where(conditions)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: count.total }
}

/** A PLG that names no subject, grade or Schulform is for all of them. */
const isFor = (column: Expression<string[]>, value: string) =>
  sql<SqlBool>`(${column} = '{}' or ${value} = any(${column}))`

function matches(eb: WithSeat, filter: Filter) {
  const conditions: Expression<SqlBool>[] = filter.words.map(containsWord)
  if (filter.subject) conditions.push(isFor(eb.ref('plgs.subjects'), filter.subject))
  if (filter.gradeBand) conditions.push(isFor(eb.ref('plgs.gradeBands'), filter.gradeBand))
  if (filter.schoolForm) conditions.push(isFor(eb.ref('plgs.schoolForms'), filter.schoolForm))
  conditions.push(
    filter.phase ? eb('plgs.phase', '=', filter.phase) : eb('plgs.phase', '<>', 'closed'),
  )
  if (filter.kind) conditions.push(eb('plgs.kind', '=', filter.kind))
  if (filter.programme)
    conditions.push(
      eb('plgs.programmeId', 'in', (sub) =>
        sub
          .selectFrom('programmes')
          .where('slug', '=', filter.programme ?? '')
          .select('id'),
      ),
    )
  if (filter.except.length > 0) conditions.push(eb('plgs.id', 'not in', filter.except))
  if (filter.seeksMembers) conditions.push(eb('plgs.seeksMembers', '=', true))
  return eb.and(conditions)
}

/** The same expression as the index `plgs_search`; signs of LIKE in the word mean themselves. */
const containsWord = (word: string) =>
  sql<SqlBool>`search_key(plgs.title || ' ' || plgs.question || ' ' || plgs.summary)
    like '%' || replace(replace(replace(search_key(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`

/** What the search finds: everything this person may see, one's own too. */
export function search(personId: string, words: string[], limit: number) {
  return cards(personId)
    .where(isKnownTo)
    .where((eb) => eb.and(words.map(containsWord)))
    .orderBy((eb) => eb.case().when('plgs.phase', '=', 'closed').then(1).else(0).end())
    .orderBy('plgs.title')
    .limit(limit)
    .execute()
}

/** Open PLGs that seek members, those with common subjects and grades first. `fit` 0 is no match at all. */
export function listFitting(
  personId: string,
  interests: { subjects: string[]; gradeBands: string[] },
  limit: number,
) {
  const common = (column: Expression<string[]>, wanted: string[]) =>
    sql<number>`cardinality(array(select unnest(${column}) intersect select unnest(${wanted}::text[])))`
  return cards(personId)
    .where('seat.id', 'is', null)
    .where('plgs.joining', '=', 'open')
    .where('plgs.phase', '<>', 'closed')
    .where('plgs.isPaused', '=', false)
    .where('plgs.seeksMembers', '=', true)
    .select((eb) =>
      sql<number>`${common(eb.ref('plgs.subjects'), interests.subjects)} * 2
        + ${common(eb.ref('plgs.gradeBands'), interests.gradeBands)}`.as('fit'),
    )
    .orderBy('fit', 'desc')
    .orderBy('plgs.foundedAt', 'desc')
    .limit(limit)
    .execute()
}

/** PLGs in which a school has a seat that counts, as far as the person may know of them. */
export function listOfSchool(schoolId: string, personId: string) {
  return cards(personId)
    .where(isKnownTo)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('plgSeats')
          .innerJoin('plgMembers as delegate', (join) =>
            join
              .onRef('delegate.plgId', '=', 'plgSeats.plgId')
              .onRef('delegate.schoolId', '=', 'plgSeats.schoolId')
              .on('delegate.state', '=', 'active'),
          )
          .whereRef('plgSeats.plgId', '=', 'plgs.id')
          .where('plgSeats.schoolId', '=', schoolId)
          .where('plgSeats.consent', '<>', 'refused')
          .select('plgSeats.plgId'),
      ),
    )
    .orderBy('plgs.title')
    .execute()
}
