import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptGoals, NetworkGoals } from '#db/types.ts'
import type { AimKind, AimState } from './contract.ts'

type Reach = ('network' | 'public')[]

const aims = () =>
  db()
    .selectFrom('networkGoals as n')
    .select(['n.id', 'n.number', 'n.title', 'n.body', 'n.dimension', 'n.competencies', 'n.serves'])
    .select(['n.replaces', 'n.version', 'n.createdBy', 'n.decision'])
    .select(sql<string | null>`n.comments_until::text`.as('commentsUntil'))
    .select([sql<AimKind>`n.kind`.as('kind'), sql<AimState>`n.state`.as('state')])
    .select([sql<string | null>`n.valid_from::text`.as('validFrom')])
    .select([sql<string | null>`n.valid_until::text`.as('validUntil')])

export type AimRow = Awaited<ReturnType<typeof listAims>>[number]

/** What holds or held, and proposals of these kinds, also those taken back. */
export function listAims(drafts: AimKind[]) {
  return aims()
    .where((eb) =>
      eb.or([
        eb('n.state', 'in', ['in_force', 'ended']),
        eb('n.kind', '=', sql<string>`any(${drafts}::text[])`),
      ]),
    )
    .orderBy('n.number', 'desc')
    .limit(200)
    .execute()
}

export function findAim(by: { number: number } | { id: string }) {
  const query = aims()
  return ('id' in by ? query.where('n.id', '=', by.id) : query.where('n.number', '=', by.number))
    .limit(1)
    .executeTakeFirst()
}

/** Titles with numbers, for what an aim serves or replaces and what replaced it. */
export function listAround({ id, serves, replaces }: Pick<AimRow, 'id' | 'serves' | 'replaces'>) {
  const near = [serves, replaces].flatMap((one) => one ?? [])
  return db()
    .selectFrom('networkGoals')
    .where((eb) =>
      eb.or([
        eb('id', '=', sql<string>`any(${near}::uuid[])`),
        eb.and([eb('replaces', '=', id), eb('state', 'in', ['in_force', 'ended'])]),
      ]),
    )
    .select(['id', 'number', 'title', 'replaces'])
    .execute()
}

export async function lockAim(id: string): Promise<void> {
  await db().selectFrom('networkGoals').where('id', '=', id).select('id').forUpdate().execute()
}

/** @returns undefined when this very form made it before, or another wording is proposed already */
export function insertAim(row: Insertable<NetworkGoals>) {
  return db()
    .insertInto('networkGoals')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
}

/** Proposals whose time for comments is over, the one that waits longest first, with how many schools said something. */
export async function listOverdue(today: string, limit: number) {
  const { rows } = await sql<{ id: string; number: number; title: string; schools: number }>`
    select n.id, n.number, n.title, (select count(distinct k.school_id) from network_goal_comments k
      where k.goal_id = n.id and k.hidden_reason is null)::int as schools
    from network_goals n where n.state = 'draft' and n.kind = 'network' and n.comments_until < ${today}::date
    order by n.comments_until, n.number limit ${limit}`.execute(db())
  return rows
}

/** Audience: whoever proposed it. */
export const authorToTell = (id: string) =>
  db()
    .selectFrom('networkGoals')
    .where('id', '=', id)
    .where('createdBy', 'is not', null)
    .select(sql<string>`created_by`.as('personId'))

export const listByIds = (ids: string[]) =>
  aims()
    .where('n.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('networkGoals')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select('number')
    .executeTakeFirst()
}

export async function updateAim(id: string, row: Updateable<NetworkGoals>): Promise<void> {
  await db()
    .updateTable('networkGoals')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export type Pointing = {
  aimId: string
  slug: string
  name: string
  number: number
  position: number
  title: string
}

/** Goals of what is published now that point at these aims, as far as they reach the reader. */
export async function listPointing(aimIds: string[], reach: Reach): Promise<Pointing[]> {
  const { rows } = await sql<Pointing>`
    select g.network_goal_id as "aimId", s.slug, s.name, v.number, g.position, g.title
    from concept_version_goals g
    join concepts c on c.published_version_id = g.version_id and c.state = 'active'
    join concept_versions v on v.id = g.version_id and v.status = 'published' and v.scope = any(${reach}::text[])
    join schools s on s.id = c.school_id
    where g.network_goal_id = any(${aimIds}::uuid[]) and g.visibility = any(${reach}::text[])
    order by s.name, g.position`.execute(db())
  return rows
}

/** Of these concepts, goals that serve an aim and are not over. */
export function listServing(conceptIds: string[], aimId: string) {
  return db()
    .selectFrom('conceptGoals')
    .where('conceptId', '=', sql<string>`any(${conceptIds}::uuid[])`)
    .where('networkGoalId', '=', aimId)
    .where('deletedAt', 'is', null)
    .select(['conceptId', 'number'])
    .orderBy('number')
    .execute()
}

export function insertGoal(row: Insertable<ConceptGoals>) {
  return db()
    .insertInto('conceptGoals')
    .values(row)
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}
