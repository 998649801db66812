import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Consequence, Frequency } from '../contract.ts'

export type Reflection = {
  classId: string
  frequency: Frequency
  usage: string
  benefit: string
  hindrance: string
  facts: string
  observation: string
  conclusion: string
  consequence: Consequence | null
}

export function listReflections(talkId: string): Promise<Reflection[]> {
  return db()
    .selectFrom('talkReflections')
    .where('talkId', '=', talkId)
    .select(['classId', 'usage', 'benefit', 'hindrance', 'facts', 'observation', 'conclusion'])
    .select([
      sql<Frequency>`frequency`.as('frequency'),
      sql<Consequence | null>`consequence`.as('consequence'),
    ])
    .execute()
}

/** The answers about a class; what is not named stays as it was. */
export async function putReflection(
  talkId: string,
  { classId, ...row }: { classId: string } & Partial<Omit<Reflection, 'classId'>>,
): Promise<void> {
  await db()
    .insertInto('talkReflections')
    .values({ talkId, classId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['talkId', 'classId'])
        .doUpdateSet((eb) => ({ ...row, version: eb('talkReflections.version', '+', 1) })),
    )
    .execute()
}

export type Proposal = {
  kind: 'lab-report' | 'concept-reflection'
  id: string
  title: string
  at: Date
  usage: string
  benefit: string
  hindrance: string
}

/** What the school wrote down in the year before, and did not yet bring into this talk: trials and reflections. */
export async function listProposals(
  talk: { id: string; schoolId: string },
  since: Date,
  limit: number,
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`select * from (
      select 'lab-report' as kind, r.id, o.name as title, r.created_at as at, r.used_for as usage, '' as benefit,
        r.conditions as hindrance
      from lab_reports r join lab_offers o on o.id = r.offer_id
      where r.school_id = ${talk.schoolId} and r.deleted_at is null and r.created_at >= ${since}
      union all
      select 'concept-reflection', e.id, coalesce(nullif(left(e.what_we_did, 120), ''), 'Rückblick'), e.created_at,
        e.use, e.benefit, e.hindrance
      from concept_reflections e join concepts c on c.id = e.concept_id
      where c.school_id = ${talk.schoolId} and c.state = 'active' and e.created_at >= ${since}
        and (e.use <> '' or e.benefit <> '' or e.hindrance <> '') and e.context <> 'equipment_talk'
        and not exists (select from concept_reflections later where later.corrects = e.id)
    ) found
    where not exists (select from talk_picks p where p.talk_id = ${talk.id} and p.thing_kind = found.kind
      and p.thing_id = found.id)
    order by at desc, id limit ${limit}`.execute(db())
  return rows
}

/** @returns false when it is in this talk already */
export async function insertPick(row: {
  talkId: string
  thingKind: string
  thingId: string
  classId: string
}): Promise<boolean> {
  const done = await db()
    .insertInto('talkPicks')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}
