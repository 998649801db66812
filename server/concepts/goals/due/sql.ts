import { type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'

type Told = { goalId: string; measureId: string | null }

const columns = { near: sql`told_near`, due: sql`told_due` }
export type When = keyof typeof columns

const range = (when: When, today: string, until: string): RawBuilder<unknown> =>
  when === 'near' ? sql`> ${today}::date and x.due_on <= ${until}::date` : sql`= ${today}::date`

/** Notes whose day comes and gives them back: each is given once for each day it is set to. */
export async function takeGoals(when: When, today: string, until: string): Promise<Told[]> {
  const column = columns[when]
  const { rows } = await sql<Told>`update concept_goals x set ${column} = x.due_on
    where x.deleted_at is null and x.status in ('planned', 'active')
      and x.due_on ${range(when, today, until)} and x.${column} is distinct from x.due_on
    returning x.id as "goalId", null as "measureId"`.execute(db())
  return rows
}

export async function takeMeasures(when: When, today: string, until: string): Promise<Told[]> {
  const column = columns[when]
  const { rows } = await sql<Told>`update goal_measures x set ${column} = x.due_on
    from concept_goals g
    where g.id = x.goal_id and g.deleted_at is null and g.status in ('planned', 'active')
      and x.deleted_at is null and x.status in ('open', 'doing', 'blocked')
      and x.due_on ${range(when, today, until)} and x.${column} is distinct from x.due_on
    returning x.goal_id as "goalId", x.id as "measureId"`.execute(db())
  return rows
}

/** Audience: who has taken the measure on. */
export const measureOwnersToTell = (measureId: string) =>
  db().selectFrom('measureOwners').where('measureId', '=', measureId).select('personId')

export function findTitle(measureId: string) {
  return db()
    .selectFrom('goalMeasures')
    .where('id', '=', measureId)
    .select('title')
    .executeTakeFirst()
}

export type OwnLine = {
  id: string
  kind: 'goal' | 'measure'
  title: string
  dueOn: string
  number: number
  conceptId: string
}

/** What the person has taken on and is due until a day, the earliest first. */
export async function listOwn(personId: string, until: string, limit: number): Promise<OwnLine[]> {
  const { rows } = await sql<OwnLine>`
    select g.id, 'goal' as kind, g.title, g.due_on::text as "dueOn", g.number, g.concept_id as "conceptId"
    from goal_owners o join concept_goals g on g.id = o.goal_id
    where o.person_id = ${personId}::uuid and g.deleted_at is null
      and g.status in ('planned', 'active') and g.due_on <= ${until}::date
    union all
    select m.id, 'measure', m.title, m.due_on::text, g.number, g.concept_id
    from measure_owners o join goal_measures m on m.id = o.measure_id
    join concept_goals g on g.id = m.goal_id
    where o.person_id = ${personId}::uuid and m.deleted_at is null and g.deleted_at is null
      and m.status in ('open', 'doing', 'blocked') and m.due_on <= ${until}::date
    order by "dueOn", title limit ${limit}`.execute(db())
  return rows
}
