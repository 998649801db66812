import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { EquipmentNeeds } from '#db/types.ts'
import type { NeedState, Tier } from '../contract.ts'

const needs = () =>
  db()
    .selectFrom('equipmentNeeds')
    .innerJoin('equipmentClasses', 'equipmentClasses.id', 'equipmentNeeds.classId')
    .leftJoin('equipmentTalks', 'equipmentTalks.id', 'equipmentNeeds.talkId')
    .where('equipmentNeeds.deletedAt', 'is', null)
    .select([
      'equipmentNeeds.id',
      'equipmentNeeds.schoolId',
      'equipmentNeeds.classId',
      'equipmentNeeds.quantity',
      'equipmentNeeds.purpose',
      'equipmentNeeds.site',
      'equipmentNeeds.wantedBy',
      'equipmentNeeds.version',
      'equipmentNeeds.createdAt',
      'equipmentClasses.name as className',
      'equipmentTalks.number as talkNumber',
      sql<Tier>`equipment_needs.tier`.as('tier'),
      sql<NeedState>`equipment_needs.status`.as('state'),
      sql<
        { id: string; offer: string }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'offer', o.name)
        order by r.created_at) from equipment_need_reports nr join lab_reports r on r.id = nr.report_id
        join lab_offers o on o.id = r.offer_id
        where nr.need_id = equipment_needs.id and r.deleted_at is null), '[]')`.as('reports'),
    ])

export function listNeeds(schoolId: string, limit: number) {
  return needs()
    .where('equipmentNeeds.schoolId', '=', schoolId)
    .orderBy('equipmentNeeds.createdAt', 'desc')
    .orderBy('equipmentNeeds.id')
    .limit(limit)
    .execute()
}

export function listNeedsOfTalk(talkId: string) {
  return needs()
    .where('equipmentNeeds.talkId', '=', talkId)
    .orderBy('equipmentNeeds.createdAt')
    .execute()
}

/** Under lock, so that two who decide wait for each other. */
export function lockNeed(id: string, schoolId: string) {
  return db()
    .selectFrom('equipmentNeeds')
    .where('id', '=', id)
    .where('schoolId', '=', schoolId)
    .where('deletedAt', 'is', null)
    .select(['id', 'schoolId', 'version', sql<NeedState>`status`.as('state')])
    .forUpdate()
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertNeed(row: Insertable<EquipmentNeeds>) {
  return db()
    .insertInto('equipmentNeeds')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Only reports that this school itself wrote about what it tried. */
export async function insertReports(
  needId: string,
  reportIds: string[],
  schoolId: string,
): Promise<void> {
  await sql`insert into equipment_need_reports (need_id, report_id)
    select ${needId}::uuid, id from lab_reports
    where id = any(${reportIds}::uuid[]) and school_id = ${schoolId} and deleted_at is null`.execute(
    db(),
  )
}

export async function updateNeed(id: string, row: Updateable<EquipmentNeeds>): Promise<void> {
  await db()
    .updateTable('equipmentNeeds')
    .set(row)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What a school found out in the MediaLab: it may stand beside a wish. */
export function listTrialReports(schoolId: string, limit: number) {
  return db()
    .selectFrom('labReports')
    .innerJoin('labOffers', 'labOffers.id', 'labReports.offerId')
    .where('labReports.schoolId', '=', schoolId)
    .where('labReports.deletedAt', 'is', null)
    .select(['labReports.id', 'labOffers.name as offer', 'labReports.createdAt'])
    .orderBy('labReports.createdAt', 'desc')
    .limit(limit)
    .execute()
}

/** What is noted goes into the talk that is made now. */
export async function bringIntoTalk(schoolId: string, talkId: string, at: Date): Promise<void> {
  await sql`update equipment_needs set talk_id = ${talkId}, status = 'in_talk', changed_at = ${at},
      version = version + 1
    where school_id = ${schoolId} and deleted_at is null and status = 'noted'`.execute(db())
}
