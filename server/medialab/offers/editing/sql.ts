import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabOffers } from '#db/types.ts'
import type { OfferKind } from '../../contract.ts'
import type { OfferState } from '../contract.ts'
import type { EditableOffer, ManagedOffer } from './contract.ts'

const COLUMNS = sql`o.kind, o.name, o.summary, o.description, o.accessibility, o.manual_url, o.field, o.class,
  o.school_forms, o.grade_min, o.grade_max, o.min_age, o.places, o.is_in_lab, o.is_lent, o.is_delivered,
  o.is_fetched_in_person, o.holds_data, o.needs_staff, o.replacement_cents, o.slot_minutes, o.minutes_before,
  o.minutes_after, o.turnaround_school_days, o.max_school_days, o.max_project_school_days, o.extensions,
  o.min_lead_days, o.max_advance_days, o.max_open_per_school, o.max_open_per_person, o.cooldown_days, o.holidays,
  o.approval`

export type EditableRow = EditableOffer & {
  id: string
  slug: string
  state: OfferState
  version: number
  replacedBy: string | null
  room: { slug: string; name: string } | null
  /** Things that can be given away, and people who serve it. */
  things: number
  people: number
}

/** One offer with all that the SMZ says of it. */
export async function findEditable(slug: string): Promise<EditableRow | undefined> {
  const { rows } =
    await sql<EditableRow>`select o.id, o.slug, o.state, o.version, o.replaced_by, ${COLUMNS},
      (select jsonb_build_object('slug', room.slug, 'name', room.name) from lab_offers room where room.id = o.room_id)
        as room,
      (select count(*)::int from lab_resources r where r.offer_id = o.id and r.state in ('ok', 'limited')) as things,
      (select count(*)::int from lab_offer_staff s where s.offer_id = o.id) as people
    from lab_offers o where o.slug = ${slug}`.execute(db())
  return rows[0]
}

/** From here to the end of the transaction nobody else changes this offer or what belongs to it. */
export async function lockOffer(slug: string): Promise<void> {
  await db().selectFrom('labOffers').where('slug', '=', slug).select('id').forUpdate().execute()
}

const OPEN = sql`d.state in ('requested', 'confirmed', 'prepared', 'out', 'partly_back')`

type Wanted = { state: OfferState | ''; words: string; at: Date; page: number; size: number }

/** All offers by name, of one state or of all. */
export async function listManaged({ state, words, at, page, size }: Wanted) {
  const where = sql`(${state} = '' or o.state = ${state})
    and (${words} = '' or search_key(o.name) like '%' || search_key(${words}) || '%')`
  const [found, counted] = await Promise.all([
    sql<ManagedOffer>`select o.id, o.slug, o.name, o.kind, o.state,
        coalesce((select sum(case when r.is_counted then r.total else 1 end)::int from lab_resources r
          where r.offer_id = o.id and r.state <> 'retired'), 0) as pieces,
        (select count(*)::int from lab_date_offers held join lab_dates d on d.id = held.date_id
          where held.offer_id = o.id and d.ends_at > ${at} and ${OPEN}) as coming
      from lab_offers o where ${where}
      order by o.state = 'retired', o.name, o.id limit ${size} offset ${(page - 1) * size}`.execute(
      db(),
    ),
    sql<{ total: number }>`select count(*)::int as total from lab_offers o where ${where}`.execute(
      db(),
    ),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

/** Rooms that something can lie in. */
export async function listRooms(): Promise<{ id: string; name: string }[]> {
  return db()
    .selectFrom('labOffers')
    .where('kind', '=', 'room')
    .where('state', '<>', 'retired')
    .orderBy('name')
    .orderBy('id')
    .select(['id', 'name'])
    .execute()
}

const MOST_SUCCESSORS = 1000

/** What can be offered in place of this one: all that stands in the catalogue. */
export function listSuccessors(offerId: string) {
  return db()
    .selectFrom('labOffers')
    .where('state', '=', 'listed')
    .where('id', '<>', offerId)
    .orderBy('name')
    .orderBy('id')
    .limit(MOST_SUCCESSORS)
    .select(['id', 'name'])
    .execute()
}

/** Kinds of instructions, and whether this offer needs them. */
export async function listInstructions(offerId: string | null) {
  const { rows } = await sql<{
    id: string
    name: string
    isNeeded: boolean
  }>`select i.id, i.name, exists (select from lab_offer_instructions o
      where o.instruction_id = i.id and o.offer_id = ${offerId}::uuid) as is_needed
    from lab_instructions i where i.retired_at is null order by i.name, i.id`.execute(db())
  return rows
}

export function findCreated(createdBy: string, clientKey: string) {
  return db()
    .selectFrom('labOffers')
    .where('createdBy', '=', createdBy)
    .where('clientKey', '=', clientKey)
    .select('slug')
    .executeTakeFirst()
}

/** @returns undefined when the address, or this very form, is there already */
export function insertOffer(row: Insertable<LabOffers>) {
  return db()
    .insertInto('labOffers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'slug'])
    .executeTakeFirst()
}

/** Every change counts on, so that a form made before is outdated. */
export async function updateOffer(
  id: string,
  set: Omit<Updateable<LabOffers>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('labOffers')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** @returns whether there is no other with this code */
export async function insertResource(row: {
  offerId: string
  code: string
  kind: OfferKind
}): Promise<boolean> {
  const made = await db()
    .insertInto('labResources')
    .values({ offerId: row.offerId, code: row.code, isCounted: false })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** What one has to be shown before; kinds that are gone are left out. */
export async function putInstructions(offerId: string, ids: string[]): Promise<void> {
  await sql`delete from lab_offer_instructions where offer_id = ${offerId}
    and instruction_id <> all(${ids}::uuid[])`.execute(db())
  await sql`insert into lab_offer_instructions (offer_id, instruction_id)
    select ${offerId}::uuid, i.id from lab_instructions i where i.id = any(${ids}::uuid[]) and i.retired_at is null
    on conflict do nothing`.execute(db())
}

/** The one thing that a room is, under lock: who has it, and who shares it. */
export async function lockThing(offerId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select id from lab_resources where offer_id = ${offerId}
    order by position, id limit 1 for update`.execute(db())
  return rows[0]?.id
}
