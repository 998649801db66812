import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely'
import { jsonObjectFrom } from 'kysely/helpers/postgres'
import { db } from '#db/client.ts'
import type { ConceptGoals } from '#db/types.ts'
import type { GoalStatus, GoalVisibility, Mood, Person } from './contract.ts'

/** Whose eyes: with `all` also what those who write keep to themselves. */
export type Reader = { personId: string; all: boolean }

const ownerNames = sql<Person[]>`(select coalesce(json_agg(json_build_object('id', p.id,
    'name', p.first_name || ' ' || p.last_name) order by p.last_name, p.first_name), '[]')
  from goal_owners o join persons p on p.id = o.person_id where o.goal_id = g.id)`

const goals = () =>
  db()
    .selectFrom('conceptGoals as g')
    .select([
      ...(['g.id', 'g.number', 'g.conceptId', 'g.title', 'g.dueOn', 'g.parentId'] as const),
      ...(['g.version', 'g.changedAt', 'g.createdAt', 'g.position', 'g.deletedAt'] as const),
    ])
    .select([
      sql<GoalStatus>`g.status`.as('status'),
      sql<GoalVisibility>`g.visibility`.as('visibility'),
      ownerNames.as('owners'),
    ])

const seenBy = ({ personId, all }: Reader) =>
  sql<SqlBool>`(${all}::boolean or g.visibility <> 'authors' or exists (
    select 1 from goal_owners o where o.goal_id = g.id and o.person_id = ${personId}::uuid))`

/** With what a card says besides: the first open measure and the last check-in. */
const cards = () =>
  goals().select((eb) => [
    jsonObjectFrom(
      eb
        .selectFrom('goalMeasures as m')
        .whereRef('m.goalId', '=', 'g.id')
        .where('m.deletedAt', 'is', null)
        .where('m.status', 'in', ['open', 'doing', 'blocked'])
        .orderBy(sql`m.due_on nulls last`)
        .orderBy('m.createdAt')
        .limit(1)
        .select(['m.title', 'm.nextStep', 'm.dueOn']),
    ).as('next'),
    jsonObjectFrom(
      eb
        .selectFrom('goalCheckIns as i')
        .leftJoin('persons as p', 'p.id', 'i.byId')
        .whereRef('i.goalId', '=', 'g.id')
        .orderBy('i.at', 'desc')
        .limit(1)
        .select(['i.text', 'p.firstName', 'p.lastName', sql<string>`i.at`.as('at')])
        .select(sql<Mood>`i.mood`.as('mood')),
    ).as('last'),
  ])
export type CardRow = Awaited<ReturnType<typeof listByStatus>>[number]

export function listByStatus(
  conceptId: string,
  reader: Reader,
  {
    statuses,
    limit,
    offset = 0,
  }: { statuses: readonly GoalStatus[]; limit: number; offset?: number },
) {
  return cards()
    .where('g.conceptId', '=', conceptId)
    .where('g.deletedAt', 'is', null)
    .where('g.status', '=', sql<string>`any(${[...statuses]}::text[])`)
    .where(seenBy(reader))
    .orderBy('g.position')
    .orderBy('g.number')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** How many there are of each status. */
export async function countByStatus(conceptId: string, reader: Reader) {
  const rows = await db()
    .selectFrom('conceptGoals as g')
    .where('g.conceptId', '=', conceptId)
    .where('g.deletedAt', 'is', null)
    .where(seenBy(reader))
    .groupBy('g.status')
    .select((eb) => [sql<GoalStatus>`g.status`.as('status'), eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ status, count }) => [status, Number(count)]))
}

/** Everything of one goal, deleted or not. */
export function findGoal(conceptId: string, number: number) {
  return goals()
    .leftJoin('conceptGoals as parent', 'parent.id', 'g.parentId')
    .leftJoin('networkGoals as n', 'n.id', 'g.networkGoalId')
    .where('g.conceptId', '=', conceptId)
    .where('g.number', '=', number)
    .select([
      ...(['g.why', 'g.dimension', 'g.subjects', 'g.gradeLevels', 'g.wholeSchool'] as const),
      ...(['g.competencies', 'g.successSign', 'g.statusReason', 'g.adoptedSchool'] as const),
      ...(['g.networkGoalId', 'g.fromSchoolYear', 'g.fromHalf'] as const),
      ...(['parent.title as parentTitle', 'parent.number as parentNumber'] as const),
      ...(['n.title as networkTitle', 'n.number as networkNumber'] as const),
    ])
    .executeTakeFirst()
}
export type GoalRow = NonNullable<Awaited<ReturnType<typeof findGoal>>>

/** The small steps of a larger goal. */
export function listSteps(goalId: string, reader: Reader) {
  return cards()
    .where('g.parentId', '=', goalId)
    .where('g.deletedAt', 'is', null)
    .where(seenBy(reader))
    .orderBy('g.position')
    .orderBy('g.number')
    .execute()
}

/** Goals to choose from: number, title and what may be a parent. */
export function listChoices(conceptId: string, reader: Reader) {
  return db()
    .selectFrom('conceptGoals as g')
    .where('g.conceptId', '=', conceptId)
    .where('g.deletedAt', 'is', null)
    .where(seenBy(reader))
    .orderBy(sql`g.status not in ('active', 'planned', 'idea')`)
    .orderBy('g.position')
    .orderBy('g.number')
    .limit(300)
    .select(['g.id', 'g.number', 'g.title', 'g.parentId', 'g.status'])
    .execute()
}

/** Network goals that hold now, and the one that was chosen before. */
export function listNetworkGoals(chosen: string | null) {
  return db()
    .selectFrom('networkGoals')
    .where((eb) => eb.or([eb('state', '=', 'in_force'), eb('id', '=', chosen)]))
    .orderBy('kind', 'desc')
    .orderBy('number')
    .select(['id', 'kind', 'title'])
    .execute()
}

/** @returns undefined when this very form was sent before */
export function insertGoal(row: Insertable<ConceptGoals>) {
  return db()
    .insertInto('conceptGoals')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('conceptGoals')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number', 'conceptId'])
    .executeTakeFirst()
}

/** Every change counts the version up. */
export async function updateGoal(
  id: string,
  row: Omit<Updateable<ConceptGoals>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('conceptGoals')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The order of goals, by their numbers; what is not named stays behind. */
export async function putInOrder(ids: string[]): Promise<void> {
  await sql`update concept_goals g set position = o.place::int
    from unnest(${ids}::uuid[]) with ordinality as o (id, place)
    where g.id = o.id and g.position <> o.place::int`.execute(db())
}

export async function lastPosition(conceptId: string): Promise<number> {
  const { last } = await db()
    .selectFrom('conceptGoals')
    .where('conceptId', '=', conceptId)
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Sets who has taken it on. @returns who is new */
export async function replaceOwners(goalId: string, personIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`with
    gone as (delete from goal_owners where goal_id = ${goalId}::uuid
      and person_id <> all(${personIds}::uuid[]))
    insert into goal_owners (goal_id, person_id)
    select ${goalId}::uuid, id from unnest(${personIds}::uuid[]) as w (id)
    on conflict do nothing returning person_id as "personId"`.execute(db())
  return rows.map(({ personId }) => personId)
}

/** Goals by id with the concept they belong to, for cards. */
export function listByIds(ids: string[], personId: string) {
  return db()
    .selectFrom('conceptGoals as g')
    .where('g.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('g.deletedAt', 'is', null)
    .select(['g.id', 'g.number', 'g.title', 'g.conceptId'])
    .select((eb) => [
      sql<GoalVisibility>`g.visibility`.as('visibility'),
      eb
        .exists(
          eb
            .selectFrom('goalOwners as o')
            .whereRef('o.goalId', '=', 'g.id')
            .where('o.personId', '=', personId)
            .select('o.personId'),
        )
        .as('isOwner'),
    ])
    .execute()
}

export function findIdByNumber(slug: string, number: number) {
  return db()
    .selectFrom('conceptGoals as g')
    .innerJoin('concepts as c', 'c.id', 'g.conceptId')
    .innerJoin('schools as s', 's.id', 'c.schoolId')
    .where('s.slug', '=', slug)
    .where('g.number', '=', number)
    .select('g.id')
    .executeTakeFirst()
}

/** Those of these concepts whose words all occur, the best first. */
export function search(conceptIds: string[], words: string[], reader: Reader, limit: number) {
  return db()
    .selectFrom('conceptGoals as g')
    .where('g.conceptId', '=', sql<string>`any(${conceptIds}::uuid[])`)
    .where('g.deletedAt', 'is', null)
    .where(sql<SqlBool>`g.search @@ plainto_tsquery('german', ${words.join(' ')})`)
    .where(seenBy(reader))
    .orderBy('g.changedAt', 'desc')
    .limit(limit)
    .select('g.id')
    .execute()
}

/** Audience: who has taken the goal on. */
export const ownersToTell = (goalId: string, among?: string[]) =>
  db()
    .selectFrom('goalOwners as o')
    .innerJoin('conceptGoals as g', 'g.id', 'o.goalId')
    .where('g.id', '=', goalId)
    .where('g.deletedAt', 'is', null)
    .$if(among !== undefined, (query) =>
      query.where('o.personId', '=', sql<string>`any(${among ?? []}::uuid[])`),
    )
    .select('o.personId')
