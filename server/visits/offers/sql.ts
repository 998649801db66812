import { type Insertable, type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import type { ClassroomOffers, ClassroomSlots } from '#db/types.ts'
import { rootOf } from '#db/word-search.ts'
import { GRADE_BANDS } from '#server/accounts/contract.ts'
import type { VisitState } from '../contract.ts'
import type { FacetName, OfferSearch } from './contract.ts'

const CARD = [
  'classroomOffers.id',
  'classroomOffers.number',
  'classroomOffers.hostId',
  'classroomOffers.schoolId',
  'classroomOffers.subject',
  'classroomOffers.gradeBands',
  'classroomOffers.topic',
  'classroomOffers.note',
  'classroomOffers.plgId',
  'classroomOffers.version',
] as const

const inPlg = (personId: string) => sql<boolean>`exists (select from plg_members m
  where m.plg_id = classroom_offers.plg_id and m.person_id = ${personId} and m.state = 'active')`

/** Whoever has left the school, or the PLG it is for, opens no door there any more. */
const isHostThere = (now: Date) => sql<boolean>`(exists (select from memberships w
    where w.person_id = classroom_offers.host_id and w.school_id = classroom_offers.school_id
    and w.state = 'confirmed' and w.valid_from <= ${now}::timestamptz
    and (w.valid_until is null or w.valid_until > ${now}::timestamptz))
  and (classroom_offers.plg_id is null or exists (select from plg_members h
    where h.plg_id = classroom_offers.plg_id and h.person_id = classroom_offers.host_id
    and h.state = 'active')))`

/** The same as `offers.see` of the policy says, for lists. */
const seenBy = (personId: string, now: Date) => sql<SqlBool>`(classroom_offers.host_id = ${personId}
  or (${isHostThere(now)} and (classroom_offers.visibility = 'network' or ${inPlg(personId)})))`

const freeSlots = (since: Date) => sql`from classroom_slots s where s.offer_id = classroom_offers.id
  and s.starts_at > ${since}::timestamptz and s.taken < s.seats`

/** Offers, and what part this person has in each. Whoever asks adds which. */
function offersWith(personId: string, now: Date) {
  return db()
    .selectFrom('classroomOffers')
    .innerJoin('persons', 'persons.id', 'classroomOffers.hostId')
    .innerJoin('schools', 'schools.id', 'classroomOffers.schoolId')
    .select(CARD)
    .select([
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
      'schools.slug as schoolSlug',
      sql<'network' | 'plg'>`classroom_offers.visibility`.as('visibility'),
      sql<'open' | 'closed'>`classroom_offers.state`.as('state'),
      inPlg(personId).as('isInPlg'),
      isHostThere(now).as('isHostThere'),
      sql<number>`(select coalesce(sum(s.seats - s.taken), 0)::int ${freeSlots(now)})`.as(
        'freeSeats',
      ),
      sql<Date | null>`(select min(s.starts_at) ${freeSlots(now)})`.as('nextFree'),
    ])
}

export type OfferRow = Awaited<ReturnType<typeof listCards>>[number]

export function listCards(ids: string[], personId: string, now: Date) {
  return offersWith(personId, now)
    .where('classroomOffers.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export function findOffer(number: number, personId: string, now: Date) {
  return offersWith(personId, now)
    .leftJoin('plgs', 'plgs.id', 'classroomOffers.plgId')
    .where('classroomOffers.number', '=', number)
    .select('plgs.title as plgTitle')
    .executeTakeFirst()
}

export function findId(number: number) {
  return db()
    .selectFrom('classroomOffers')
    .where('number', '=', number)
    .select('id')
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes this offer or asks for its slots. */
export async function lockOffer(number: number): Promise<void> {
  await db()
    .selectFrom('classroomOffers')
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

/** @returns undefined when this very form was sent before */
export function insertOffer(row: Insertable<ClassroomOffers>) {
  return db()
    .insertInto('classroomOffers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['hostId', 'clientKey']).doNothing())
    .returning(['id', 'number', 'topic'])
    .executeTakeFirst()
}

export function findByKey(hostId: string, clientKey: string) {
  return db()
    .selectFrom('classroomOffers')
    .where('hostId', '=', hostId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number', 'topic'])
    .executeTakeFirst()
}

export async function updateState(id: string, state: 'open' | 'closed', now: Date): Promise<void> {
  await db()
    .updateTable('classroomOffers')
    .set({ state, changedAt: now })
    .where('id', '=', id)
    .execute()
}

export async function updateOffer(
  id: string,
  row: { topic: string; note: string; changedAt: Date },
): Promise<void> {
  await db()
    .updateTable('classroomOffers')
    .set(row)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Audience: whose it is. */
export const hostOfOffer = (offerId: string) =>
  db().selectFrom('classroomOffers').where('id', '=', offerId).select('hostId as personId')

/** @returns how many of them are new; a slot begins once */
export async function insertSlots(rows: Insertable<ClassroomSlots>[]): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db()
    .insertInto('classroomSlots')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['offerId', 'startsAt']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

export function listSlots(offerId: string) {
  return db()
    .selectFrom('classroomSlots')
    .where('offerId', '=', offerId)
    .select(['id', 'startsAt', 'endsAt', 'seats', 'taken'])
    .orderBy('startsAt')
    .execute()
}

export function findSlot(offerId: string, id: string) {
  return db()
    .selectFrom('classroomSlots')
    .where('offerId', '=', offerId)
    .where('id', '=', id)
    .select(['id', 'startsAt', 'endsAt', 'seats', 'taken'])
    .forUpdate()
    .executeTakeFirst()
}

/** @returns false when somebody else had the last one */
export async function takeSeat(slotId: string): Promise<boolean> {
  const { numUpdatedRows } = await db()
    .updateTable('classroomSlots')
    .set((eb) => ({ taken: eb('taken', '+', 1) }))
    .where('id', '=', slotId)
    .whereRef('taken', '<', 'seats')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeSlot(id: string): Promise<void> {
  await db().deleteFrom('classroomSlots').where('id', '=', id).execute()
}

/** Visits to this offer that the person has to do with: all for the host, else one's own. */
export function listVisits(offerId: string, personId: string) {
  return db()
    .selectFrom('classroomVisits')
    .innerJoin('classroomSlots', 'classroomSlots.id', 'classroomVisits.slotId')
    .innerJoin('classroomVisitors', 'classroomVisitors.visitId', 'classroomVisits.id')
    .innerJoin('persons', 'persons.id', 'classroomVisitors.personId')
    .where('classroomSlots.offerId', '=', offerId)
    .where('classroomVisits.deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('classroomVisits.hostId', '=', personId),
        eb('classroomVisitors.personId', '=', personId),
      ]),
    )
    .select([
      'classroomVisits.number',
      'classroomVisits.slotId',
      'classroomVisitors.personId',
      'persons.firstName',
      'persons.lastName',
      sql<VisitState>`classroom_visits.state`.as('state'),
    ])
    .orderBy('classroomVisits.number')
    .execute()
}

const LISTS = {
  subject: sql<string[]>`array[classroom_offers.subject]`,
  gradeBand: sql<string[]>`case when classroom_offers.grade_bands = '{}'
    then ${[...GRADE_BANDS]}::text[] else classroom_offers.grade_bands end`,
  schoolForm: sql<string[]>`array[schools.school_form]`,
} satisfies Record<FacetName, RawBuilder<string[]>>
const NAMES = Object.keys(LISTS) as FacetName[]

type Asking = { personId: string; search: OfferSearch; since: Date; now: Date }

function conditions({ personId, search, since, now }: Asking, except?: FacetName) {
  const chosen = NAMES.filter((name) => search[name] !== '' && name !== except).map(
    (name) => sql<SqlBool>`${search[name]} = any(${LISTS[name]})`,
  )
  const isFree = sql<SqlBool>`exists (select ${freeSlots(since)})`
  if (search.shelf === 'mine')
    return [
      sql<SqlBool>`classroom_offers.host_id = ${personId}`,
      ...chosen,
      ...(search.from ? [isFree] : []),
    ]
  return [sql<SqlBool>`classroom_offers.state = 'open'`, seenBy(personId, now), isFree, ...chosen]
}

/** Open classrooms with a free seat, the newest first; of one's own all. */
export async function listOffers(
  asking: Asking,
  { size, offset }: { size: number; offset: number },
) {
  const [rows, { total }] = await Promise.all([
    offersWith(asking.personId, asking.now)
      .where((eb) => eb.and(conditions(asking)))
      .orderBy('classroomOffers.createdAt', 'desc')
      .orderBy('classroomOffers.id')
      .limit(size)
      .offset(offset)
      .execute(),
    db()
      .selectFrom('classroomOffers')
      .innerJoin('schools', 'schools.id', 'classroomOffers.schoolId')
      .where((eb) => eb.and(conditions(asking)))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

/** For each value how many offers it would show, were it chosen and all else stayed as it is. One statement. */
export function countFacets(asking: Asking) {
  const of = (name: FacetName) =>
    db()
      .selectFrom('classroomOffers')
      .innerJoin('schools', 'schools.id', 'classroomOffers.schoolId')
      .innerJoin(
        sql<{ value: string }>`unnest(${LISTS[name]})`.as<'one'>(sql`one(value)`),
        (join) => join.onTrue(),
      )
      .where((eb) => eb.and(conditions(asking, name)))
      .groupBy('one.value')
      .select([sql<FacetName>`${name}::text`.as('facet'), 'one.value'])
      .select((eb) => eb.fn.countAll<number>().as('count'))
  return of('subject').unionAll(of('gradeBand')).unionAll(of('schoolForm')).execute()
}

/** What the search of the house finds; words that mean nothing match all. */
export function search(personId: string, words: string[], limit: number, now: Date) {
  return offersWith(personId, now)
    .where('classroomOffers.state', '=', 'open')
    .where(seenBy(personId, now))
    .where((eb) =>
      eb.and(
        words.map(
          (word) => sql<SqlBool>`(classroom_offers.search @@ ${rootOf(word)}
            or numnode(${rootOf(word)}) = 0)`,
        ),
      ),
    )
    .orderBy('classroomOffers.createdAt', 'desc')
    .orderBy('classroomOffers.id')
    .limit(limit)
    .execute()
}
