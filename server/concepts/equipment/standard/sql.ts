import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { EquipmentClasses, EquipmentStandards } from '#db/types.ts'
import type { Basis, EquipmentClass, Kind, Lifecycle, Rule } from '../contract.ts'

export async function listClasses(): Promise<(EquipmentClass & { version: number })[]> {
  return db()
    .selectFrom('equipmentClasses')
    .select(['id', 'number', 'name', 'description', 'version'])
    .select([sql<Kind>`kind`.as('kind'), sql<Lifecycle>`lifecycle`.as('lifecycle')])
    .orderBy(
      sql`array_position(array['device_pupil', 'device_teacher', 'presentation', 'peripheral', 'admin_pc',
        'infrastructure', 'innovation'], kind)`,
    )
    .orderBy('name')
    .execute()
}

export function findClassByKey(createdBy: string, clientKey: string) {
  return db()
    .selectFrom('equipmentClasses')
    .where('createdBy', '=', createdBy)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
}

/** @returns undefined when there is one of that name */
export function insertClass(row: Insertable<EquipmentClasses>) {
  return db()
    .insertInto('equipmentClasses')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** The smallest number that names no class yet; two who ask at once wait for each other. */
export async function nextClassNumber(): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('equipment_classes'))`.execute(db())
  const { rows } = await sql<{ number: number }>`select coalesce(max(number), 0) + 1 as number
    from equipment_classes`.execute(db())
  return rows[0]?.number ?? 1
}

/** @returns undefined when it was changed since, or another one has that name */
export async function updateClass(
  id: string,
  version: number,
  row: Updateable<EquipmentClasses>,
): Promise<boolean> {
  const done = await db()
    .updateTable('equipmentClasses')
    .set(row)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export function findClassNamed(name: string) {
  return db()
    .selectFrom('equipmentClasses')
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .select('id')
    .executeTakeFirst()
}

const STANDARD = [
  'id',
  'schoolForm',
  'number',
  'note',
  'publishedAt',
  'createdAt',
  sql<'draft' | 'published'>`status`.as('status'),
  sql<string | null>`valid_from::text`.as('validFrom'),
] as const

/** Every version there is, the newest first. Drafts are for who edits them. */
export function listStandards() {
  return db()
    .selectFrom('equipmentStandards')
    .select(STANDARD)
    .orderBy('schoolForm')
    .orderBy('number', 'desc')
    .execute()
}

/** The version that holds for a Schulform on a day. */
export function findStandardOn(schoolForm: string, day: string) {
  return db()
    .selectFrom('equipmentStandards')
    .where('schoolForm', '=', schoolForm)
    .where('status', '=', 'published')
    .where(sql<boolean>`valid_from <= ${day}::date`)
    .select(STANDARD)
    .orderBy('validFrom', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function listRules(standardId: string): Promise<Rule[]> {
  return db()
    .selectFrom('equipmentRules')
    .where('standardId', '=', standardId)
    .select(['classId', 'amount', 'per', sql<Basis>`basis`.as('basis')])
    .execute()
}

/** The draft of a Schulform under lock, so that nobody publishes what another one changes. */
export function lockDraft(schoolForm: string) {
  return db()
    .selectFrom('equipmentStandards')
    .where('schoolForm', '=', schoolForm)
    .where('status', '=', 'draft')
    .select(['id', 'number'])
    .forUpdate()
    .executeTakeFirst()
}

/** Nothing where somebody was faster. @returns its id */
export function insertDraft(row: Insertable<EquipmentStandards>) {
  return db()
    .insertInto('equipmentStandards')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export function findNewest(schoolForm: string) {
  return db()
    .selectFrom('equipmentStandards')
    .where('schoolForm', '=', schoolForm)
    .where('status', '=', 'published')
    .select(STANDARD)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function copyRules(from: string, to: string): Promise<void> {
  await sql`insert into equipment_rules (standard_id, class_id, basis, amount, per)
    select ${to}::uuid, class_id, basis, amount, per from equipment_rules where standard_id = ${from}`.execute(
    db(),
  )
}

export async function putRule(standardId: string, rule: Rule): Promise<void> {
  const { classId, ...row } = rule
  await db()
    .insertInto('equipmentRules')
    .values({ standardId, classId, ...row })
    .onConflict((conflict) => conflict.columns(['standardId', 'classId']).doUpdateSet(row))
    .execute()
}

export async function removeRule(standardId: string, classId: string): Promise<boolean> {
  const done = await db()
    .deleteFrom('equipmentRules')
    .where('standardId', '=', standardId)
    .where('classId', '=', classId)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

export async function publishStandard(
  id: string,
  row: { validFrom: string; note: string; publishedAt: Date; publishedBy: string },
): Promise<void> {
  await db()
    .updateTable('equipmentStandards')
    .set({ ...row, status: 'published' })
    .where('id', '=', id)
    .execute()
}
