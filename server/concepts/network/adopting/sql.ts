import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptGoals } from '#db/types.ts'
import type { GoalStatus } from '../../goals/contract.ts'
import type { Reach } from '../sql.ts'

/** A goal of a published version, as far as it reaches this reader. */
export function findPublishedGoal(
  { slug, number, position }: { slug: string; number: number; position: number },
  reach: Reach,
) {
  return db()
    .selectFrom('conceptVersionGoals as g')
    .innerJoin('conceptVersions as v', 'v.id', 'g.versionId')
    .innerJoin('concepts as c', 'c.id', 'v.conceptId')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .leftJoin('networkGoals as n', 'n.id', 'g.networkGoalId')
    .where('s.slug', '=', slug)
    .where('v.number', '=', number)
    .where('g.position', '=', position)
    .where('v.status', '=', 'published')
    .where('v.scope', '=', sql<string>`any(${reach}::text[])`)
    .where('g.visibility', '=', sql<string>`any(${reach}::text[])`)
    .select(['g.versionId', 'g.position', 'g.goalId', 'g.title', 'g.why', 'g.successSign'])
    .select(['g.dimension', 'g.competencies', 'g.subjects', 'g.gradeLevels', 'g.networkGoalId'])
    .select(['g.adoptedSchool', sql<string>`g.due_on::text`.as('dueOn')])
    .select(sql<GoalStatus>`g.status`.as('status'))
    .select(['v.conceptId', 'v.schoolName', 'v.number', 's.slug', 's.id as schoolId'])
    .select(['n.number as networkGoalNumber', 'n.title as networkGoalTitle'])
    .executeTakeFirst()
}

/** How many schools have taken this goal over and have it still. */
export async function countAdopted(goalId: string): Promise<number> {
  const row = await db()
    .selectFrom('conceptGoals')
    .where('adoptedFrom', '=', goalId)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.count('conceptId').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What these concepts have taken over of a goal. */
export function listAdopted(conceptIds: string[], goalId: string) {
  return db()
    .selectFrom('conceptGoals')
    .where('conceptId', '=', sql<string>`any(${conceptIds}::uuid[])`)
    .where('adoptedFrom', '=', goalId)
    .where('deletedAt', 'is', null)
    .select(['conceptId', 'number'])
    .execute()
}

/** @returns undefined when the school has this goal already, or this very form made it before */
export function insertAdopted(row: Insertable<ConceptGoals>) {
  return db()
    .insertInto('conceptGoals')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

/** Whether a goal lives still: what its school has deleted nobody takes over any more. */
export async function isAlive(goalId: string): Promise<boolean> {
  const row = await db()
    .selectFrom('conceptGoals')
    .where('id', '=', goalId)
    .where('deletedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function lastPosition(conceptId: string): Promise<number> {
  const row = await db()
    .selectFrom('conceptGoals')
    .where('conceptId', '=', conceptId)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirstOrThrow()
  return row.position ?? 0
}

/**
 * Takes a goal away again of which nobody has made anything yet.
 *
 * @returns undefined where it is worked on
 */
export async function removeUntouched(conceptId: string, goalId: string, at: Date) {
  const { rows } = await sql<{ id: string; title: string }>`
    update concept_goals g set deleted_at = ${at}, changed_at = ${at}
    where g.concept_id = ${conceptId} and g.adopted_from = ${goalId} and g.deleted_at is null and g.version = 1
      and g.status = 'active'
      and not exists (select from goal_measures m where m.goal_id = g.id and m.deleted_at is null)
      and not exists (select from goal_check_ins i where i.goal_id = g.id)
      and not exists (select from concept_reflections r where r.goal_id = g.id)
    returning g.id, g.title`.execute(db())
  return rows[0]
}

/** Audience: who writes in the concept that a goal is of. */
export const editorsToTell = (goalId: string) =>
  db()
    .selectFrom('conceptPeople as p')
    .innerJoin('conceptGoals as g', 'g.conceptId', 'p.conceptId')
    .where('g.id', '=', goalId)
    .where('p.role', '=', 'editor')
    .select('p.personId')

export async function conceptOf(goalId: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('conceptGoals')
    .where('id', '=', goalId)
    .select('conceptId')
    .executeTakeFirst()
  return row?.conceptId
}

/** A living goal with its school's form, to look for goals like it. */
export function findOwnGoal(id: string) {
  return db()
    .selectFrom('conceptGoals as g')
    .innerJoin('concepts as c', 'c.id', 'g.conceptId')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .where('g.id', '=', id)
    .where('g.deletedAt', 'is', null)
    .select(['g.id', 'g.number', 'g.conceptId', 'g.title', 'g.competencies', 'g.networkGoalId'])
    .select(['s.schoolForm as form', 's.slug'])
    .executeTakeFirst()
}

export type Wanted = {
  /** Of this one none are shown. */
  conceptId: string
  title: string
  competencies: string[]
  networkGoalId: string | null
  form: string
}

export type SimilarRow = {
  versionId: string
  position: number
  title: string
  status: GoalStatus
  competencies: string[]
  slug: string
  name: string
  form: string
  number: number
  sameNetworkGoal: boolean
  sameCompetency: boolean
  likeness: number
}

/** Open goals of what other schools have published now: the same network goal, competency, or nearly the same words. */
export async function listSimilar(
  { conceptId, title, competencies, networkGoalId, form }: Wanted,
  reach: Reach,
  limit: number,
): Promise<SimilarRow[]> {
  const { rows } = await sql<SimilarRow>`
    with near as materialized (
      select g.version_id as "versionId", g.position, g.title, g.status, g.competencies, s.slug, s.name,
        s.school_form as form, v.number, coalesce(g.network_goal_id = ${networkGoalId}::uuid, false) as "sameNetworkGoal",
        g.competencies && ${competencies}::text[] as "sameCompetency",
        similarity(search_key(g.title), search_key(${title})) as likeness
      from concepts c
      join concept_versions v on v.id = c.published_version_id
      join schools s on s.id = c.school_id
      join concept_version_goals g on g.version_id = v.id
      where c.state = 'active' and c.id <> ${conceptId} and v.status = 'published' and v.scope = any(${reach}::text[])
        and g.visibility = any(${reach}::text[]) and g.status in ('active', 'planned', 'idea'))
    select * from near where "sameNetworkGoal" or "sameCompetency" or likeness >= 0.35
    order by form = ${form} desc, "sameNetworkGoal" desc, "sameCompetency" desc, likeness desc, name, position
    limit ${limit}`.execute(db())
  return rows
}
