import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { InventorySnapshots, SchoolFigures } from '#db/types.ts'
import type { Source } from '../contract.ts'

/** The newest of all that is not of a later year: what counts until the new year is entered. */
export function findFiguresUntil(schoolId: string, schoolYear: string) {
  return db()
    .selectFrom('schoolFigures')
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '<=', schoolYear)
    .select(['pupils', 'teachers', 'rooms', 'schoolYear', 'enteredAt'])
    .select(sql<Source>`source`.as('source'))
    .orderBy('schoolYear', 'desc')
    .orderBy('enteredAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The same form twice is one entry. */
export async function insertFigures(row: Insertable<SchoolFigures>): Promise<void> {
  await db()
    .insertInto('schoolFigures')
    .values(row)
    .onConflict((conflict) => conflict.columns(['enteredBy', 'clientKey']).doNothing())
    .execute()
}

export type StockRow = {
  classId: string
  site: string
  count: number
  usable: number | null
  takenOn: string
  source: Source
}

/** What is there: at each site and of each class the newest count. */
export async function listStock(schoolId: string): Promise<StockRow[]> {
  const { rows } =
    await sql<StockRow>`select distinct on (s.site, r.class_id) r.class_id, s.site, r.count, r.usable,
      s.taken_on::text as taken_on, s.source
    from inventory_snapshots s join inventory_rows r on r.snapshot_id = s.id
    where s.school_id = ${schoolId} and s.accepted_at is not null
    order by s.site, r.class_id, s.taken_on desc, s.accepted_at desc, s.id`.execute(db())
  return rows
}

/** All counts there were, the newest first. */
export async function listSnapshots(schoolId: string, limit: number) {
  const { rows } = await sql<{
    id: string
    site: string
    takenOn: string
    source: Source
    enteredAt: Date
    name: string | null
    classes: number
    pieces: number
  }>`select s.id, s.site, s.taken_on::text as taken_on, s.source, s.entered_at,
      p.first_name || ' ' || p.last_name as name, count(r.class_id)::int as classes,
      coalesce(sum(r.count), 0)::int as pieces
    from inventory_snapshots s left join persons p on p.id = s.entered_by
      left join inventory_rows r on r.snapshot_id = s.id
    where s.school_id = ${schoolId} and s.accepted_at is not null
    group by s.id, p.id order by s.taken_on desc, s.entered_at desc limit ${limit}`.execute(db())
  return rows
}

/** @returns undefined when this very form was sent before */
export function insertSnapshot(row: Insertable<InventorySnapshots>) {
  return db()
    .insertInto('inventorySnapshots')
    .values(row)
    .onConflict((conflict) => conflict.columns(['enteredBy', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

export function findByKey(enteredBy: string, clientKey: string) {
  return db()
    .selectFrom('inventorySnapshots')
    .where('enteredBy', '=', enteredBy)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
}

export type NewRow = { classId: string; count: number; usable: number | null; note: string }

export async function insertRows(snapshotId: string, rows: NewRow[]): Promise<void> {
  await sql`insert into inventory_rows (snapshot_id, class_id, count, usable, note)
    select ${snapshotId}::uuid, * from unnest(${rows.map((row) => row.classId)}::uuid[],
      ${rows.map((row) => row.count)}::int[], ${rows.map((row) => row.usable)}::int[],
      ${rows.map((row) => row.note)}::text[])`.execute(db())
}

/** A list that was only looked at, by who brought it. */
export function findPreview(id: string, schoolId: string, enteredBy: string) {
  return db()
    .selectFrom('inventorySnapshots')
    .where('id', '=', id)
    .where('schoolId', '=', schoolId)
    .where('enteredBy', '=', enteredBy)
    .where('acceptedAt', 'is', null)
    .select(['id', 'site', 'fileName', sql<string>`taken_on::text`.as('takenOn')])
    .executeTakeFirst()
}

export function listRowsOf(snapshotId: string) {
  return db()
    .selectFrom('inventoryRows')
    .where('snapshotId', '=', snapshotId)
    .select(['classId', 'count', 'usable', 'note'])
    .execute()
}

/** @returns false when it is gone or somebody was faster */
export async function acceptPreview(
  id: string,
  at: { schoolId: string; enteredBy: string; now: Date },
): Promise<boolean> {
  const done = await db()
    .updateTable('inventorySnapshots')
    .set({ acceptedAt: at.now })
    .where('id', '=', id)
    .where('schoolId', '=', at.schoolId)
    .where('enteredBy', '=', at.enteredBy)
    .where('acceptedAt', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function removePreviewsBefore(at: Date): Promise<void> {
  await db()
    .deleteFrom('inventorySnapshots')
    .where('acceptedAt', 'is', null)
    .where('enteredAt', '<', at)
    .execute()
}
