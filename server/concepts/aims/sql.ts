import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptGoals, NetworkGoals } from '#db/types.ts'
import type { AimKind, AimState } from './contract.ts'

type Reach = ('network' | 'public')[]

const aims = () =>
  db()
    .selectFrom('networkGoals as n')
    .select(['n.id', 'n.number', 'n.title', 'n.body', 'n.dimension', 'n.competencies', 'n.serves'])
    .select(['n.replaces', 'n.version', 'n.createdBy'])
    .select([sql<AimKind>`n.kind`.as('kind'), sql<AimState>`n.state`.as('state')])
    .select([sql<string | null>`n.valid_from::text`.as('validFrom')])
    .select([sql<string | null>`n.valid_until::text`.as('validUntil')])

export type AimRow = Awaited<ReturnType<typeof listAims>>[number]

/** What holds or held, and proposals of these kinds. */
export function listAims(drafts: AimKind[]) {
  return aims()
    .where((eb) =>
      eb.or([eb('n.state', '<>', 'draft'), eb('n.kind', '=', sql<string>`any(${drafts}::text[])`)]),
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
        eb.and([eb('replaces', '=', id), eb('state', '<>', 'draft')]),
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
