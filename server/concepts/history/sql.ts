import { type SqlBool, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Mood } from '../goals/contract.ts'

/** `all`: also what is about goals that those who write keep to themselves. */
export type Reader = { personId: string; all: boolean }

const seenBy = ({ personId, all }: Reader) =>
  sql<SqlBool>`(${all}::boolean or c.thing_kind <> 'concept-goal' or not exists (
    select 1 from concept_goals g where g.id = c.thing_id and g.visibility = 'authors'
      and not exists (select 1 from goal_owners o
        where o.goal_id = g.id and o.person_id = ${personId}::uuid)))`

/** What happened, the newest first, with the words of check-ins and of entries that came of nothing else. */
export function listChanges(
  conceptId: string,
  reader: Reader,
  { limit, offset }: { limit: number; offset: number },
) {
  return db()
    .selectFrom('conceptChanges as c')
    .leftJoin('persons as p', 'p.id', 'c.personId')
    .leftJoin('conceptGoals as g', (join) =>
      join.onRef('g.id', '=', 'c.thingId').on('c.thingKind', '=', 'concept-goal'),
    )
    .leftJoin('persons as who', (join) =>
      join.onRef('who.id', '=', 'c.thingId').on('c.thingKind', '=', 'person'),
    )
    .leftJoin('goalCheckIns as i', (join) =>
      join.on(sql<SqlBool>`c.what = 'goal.checked-in' and i.id = (c.details->>'checkIn')::uuid`),
    )
    .leftJoin('conceptReflections as r', (join) =>
      join
        .onRef('r.id', '=', 'c.thingId')
        .on('c.thingKind', '=', 'concept-reflection')
        .on('r.sourceId', 'is', null),
    )
    .where('c.conceptId', '=', conceptId)
    .where(seenBy(reader))
    .orderBy('c.id', 'desc')
    .limit(limit)
    .offset(offset)
    .select([
      ...(['c.id', 'c.thingKind', 'c.what', 'c.at', 'p.firstName', 'p.lastName'] as const),
      ...(['g.number as goalNumber', 'g.deletedAt as goalDeletedAt', 'i.text as said'] as const),
      ...(['r.whatWeDid as did', 'who.firstName as whoFirst', 'who.lastName as whoLast'] as const),
      sql<Record<string, unknown>>`c.details`.as('details'),
      sql<Mood | null>`i.mood`.as('mood'),
    ])
    .execute()
}

export async function countChanges(conceptId: string, reader: Reader): Promise<number> {
  const { count } = await db()
    .selectFrom('conceptChanges as c')
    .where('c.conceptId', '=', conceptId)
    .where(seenBy(reader))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
