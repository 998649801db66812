import { type Insertable, type SqlBool, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptReflections } from '#db/types.ts'
import type { Visibility } from '../contract.ts'
import type { Context } from './contract.ts'

export type Filter = { goalId: string | null; context: Context | null }
/** `all`: also goals that those who write keep to themselves. */
export type Reader = { personId: string; all: boolean }

const entries = ({ personId, all }: Reader) =>
  db()
    .selectFrom('conceptReflections as r')
    .leftJoin('persons as p', 'p.id', 'r.authorId')
    .leftJoin('conceptReflections as next', 'next.corrects', 'r.id')
    .leftJoin('conceptGoals as g', (join) =>
      join
        .onRef('g.id', '=', 'r.goalId')
        .on('g.deletedAt', 'is', null)
        .on(
          sql<SqlBool>`(${all}::boolean or g.visibility <> 'authors' or exists (select 1
            from goal_owners o where o.goal_id = g.id and o.person_id = ${personId}::uuid))`,
        ),
    )
    .select([
      ...(['r.id', 'r.heldOn', 'r.whatWeDid', 'r.use', 'r.benefit', 'r.surprise'] as const),
      ...(['r.hindrance', 'r.nextStep', 'r.sourceKind', 'r.sourceId', 'r.corrects'] as const),
      ...(['r.createdAt', 'r.goalId', 'p.firstName', 'p.lastName'] as const),
      ...(['next.id as correctedBy', 'g.title as goalTitle', 'g.number as goalNumber'] as const),
      sql<Context>`r.context`.as('context'),
      sql<Visibility>`r.visibility`.as('visibility'),
    ])
export type EntryRow = NonNullable<Awaited<ReturnType<typeof findEntry>>>

const matches = ({ goalId, context }: Filter) =>
  sql<SqlBool>`((${goalId}::uuid is null or r.goal_id = ${goalId}::uuid)
    and (${context}::text is null or r.context = ${context}::text))`

/** The newest first. */
export function listEntries(
  conceptId: string,
  reader: Reader,
  { filter, limit, offset = 0 }: { filter: Filter; limit: number; offset?: number },
) {
  return entries(reader)
    .where('r.conceptId', '=', conceptId)
    .where(matches(filter))
    .orderBy('r.heldOn', 'desc')
    .orderBy('r.createdAt', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countEntries(conceptId: string, filter: Filter): Promise<number> {
  const { count } = await db()
    .selectFrom('conceptReflections as r')
    .where('r.conceptId', '=', conceptId)
    .where(matches(filter))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export function findEntry(conceptId: string, id: string, reader: Reader) {
  return entries(reader)
    .where('r.conceptId', '=', conceptId)
    .where('r.id', '=', id)
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before, or the same source was taken, or the same entry corrected */
export function insertEntry(row: Insertable<ConceptReflections>) {
  return db()
    .insertInto('conceptReflections')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('conceptReflections')
    .where('authorId', '=', personId)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
}

/** In which of these concepts a thing stands already. */
export async function listTaken(
  conceptIds: string[],
  source: { kind: string; id: string },
): Promise<string[]> {
  const rows = await db()
    .selectFrom('conceptReflections')
    .where('conceptId', '=', sql<string>`any(${conceptIds}::uuid[])`)
    .where('sourceKind', '=', source.kind)
    .where('sourceId', '=', source.id)
    .where('corrects', 'is', null)
    .select('conceptId')
    .execute()
  return rows.map(({ conceptId }) => conceptId)
}
