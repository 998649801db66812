import { type Insertable, sql, type SqlBool, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ProjectCalls } from '#db/types.ts'
import { rootOf } from '#db/word-search.ts'
import type { CallKind, CallState } from '../contract.ts'

/** Calls with the name of their body; `isOfOwnBody`: the person works there now. */
function calls(personId: string, now: Date) {
  return db()
    .selectFrom('projectCalls as c')
    .leftJoin('organisations as o', 'o.id', 'c.organisationId')
    .select([
      'c.id',
      'c.number',
      'c.title',
      'c.text',
      'c.hasFunding',
      'c.closesOn',
      'c.createdBy',
      'c.publishedAt',
      'c.changedAt',
      'c.version',
      'o.name as organisation',
      sql<CallKind>`c.kind`.as('kind'),
      sql<CallState>`c.state`.as('state'),
      sql<boolean>`exists (select from memberships m where m.organisation_id = c.organisation_id
        and m.person_id = ${personId}::uuid and m.state = 'confirmed' and m.valid_from <= ${now}::timestamptz
        and (m.valid_until is null or m.valid_until > ${now}::timestamptz))`.as('isOfOwnBody'),
    ])
}
export type CallRow = NonNullable<Awaited<ReturnType<typeof findCall>>>

export function findCall(number: number, personId: string, now: Date) {
  return calls(personId, now).where('c.number', '=', number).executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes this call. */
export async function lockCall(number: number): Promise<void> {
  await db()
    .selectFrom('projectCalls')
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

/** Published ones, those that can still be answered first. */
export function listPublished(
  personId: string,
  now: Date,
  asked: { today: string; limit: number; offset: number },
) {
  return calls(personId, now)
    .where('c.state', '=', 'published')
    .orderBy(sql`coalesce(c.closes_on < ${asked.today}::date, false)`)
    .orderBy('c.publishedAt', 'desc')
    .orderBy('c.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
}

export function countPublished() {
  return db()
    .selectFrom('projectCalls')
    .where('state', '=', 'published')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}

/** Drafts and withdrawn ones; whose they are, the policy asks. */
export function listUnpublished(personId: string, now: Date, limit: number) {
  return calls(personId, now)
    .where('c.state', 'in', ['draft', 'withdrawn'])
    .orderBy('c.changedAt', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

/** Published calls with all the words, the newest first. Words that mean nothing match all. */
export function search(personId: string, now: Date, words: string[], limit: number) {
  return calls(personId, now)
    .where('c.state', '=', 'published')
    .where((eb) =>
      eb.and(
        words.map(
          (word) => sql<SqlBool>`(c.search @@ ${rootOf(word)} or numnode(${rootOf(word)}) = 0)`,
        ),
      ),
    )
    .orderBy('c.publishedAt', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}

export function listByIds(ids: string[], personId: string, now: Date) {
  return calls(personId, now)
    .where('c.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('projectCalls')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number'])
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertCall(row: Insertable<ProjectCalls>) {
  return db()
    .insertInto('projectCalls')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export async function updateCall(id: string, row: Updateable<ProjectCalls>): Promise<void> {
  await db()
    .updateTable('projectCalls')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The body somebody works for, by these roles. */
export function findBody(personId: string, roles: readonly string[], now: Date) {
  return db()
    .selectFrom('memberships')
    .where('personId', '=', personId)
    .where('organisationId', 'is not', null)
    .where('role', 'in', roles)
    .where('state', '=', 'confirmed')
    .where('validFrom', '<=', now)
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
    .orderBy('validFrom')
    .select('organisationId')
    .executeTakeFirst()
}

export async function findId(number: number): Promise<string | undefined> {
  const row = await db()
    .selectFrom('projectCalls')
    .where('number', '=', number)
    .select('id')
    .executeTakeFirst()
  return row?.id
}
