import { sql } from 'kysely'
import { db } from '#db/client.ts'

const WHEN = sql`'2026-09-01T08:00:00Z'::timestamptz`
const NOTHING = sql`on conflict do nothing`
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`

type Around = {
  school: { id: string }
  lead: { id: string }
  ids: (kind: string) => string[]
}

/**
 * Among the grown things of a neighbourhood: goals of the concept of its school; the first has so many steps, measures
 * and check-ins; trainings, entries of the log and changes. @returns the number of the first goal
 */
export async function goalsAmong({ school, lead, ids }: Around): Promise<number> {
  const [one = ''] = ids('concept-goal')
  await sql`insert into concepts (school_id, title, created_at, changed_at, client_key)
    values (${school.id}, 'Konzept', ${WHEN}, ${WHEN}, ${one}) ${NOTHING}`.execute(db())
  const own = sql`(select id from concepts where school_id = ${school.id} and state = 'active')`
  for (const [kind, parent] of [
    ['concept-goal', null],
    ['concept-step', one],
  ] as const)
    await sql`insert into concept_goals (id, concept_id, title, from_school_year, from_half, due_on, parent_id,
        created_at, changed_at, client_key)
      select id, ${own}, 'Bruch ' || i, '2025/26', 1, '2026-01-30', ${parent}, ${WHEN}, ${WHEN}, id
      from ${grown(ids(kind))} ${NOTHING}`.execute(db())
  await sql`insert into goal_owners (goal_id, person_id) select id, ${lead.id}
    from ${grown(ids('concept-goal'))} ${NOTHING}`.execute(db())
  await sql`insert into goal_measures (id, goal_id, title, due_on, created_at, changed_at, client_key)
    select id, ${one}, 'Tun ' || i, '2026-01-20', ${WHEN}, ${WHEN}, id
    from ${grown(ids('goal-measure'))} ${NOTHING}`.execute(db())
  await sql`insert into measure_owners (measure_id, person_id) select id, ${lead.id}
    from ${grown(ids('goal-measure'))} ${NOTHING}`.execute(db())
  await sql`insert into goal_check_ins (id, goal_id, mood, text, by_id, at, client_key)
    select id, ${one}, 'on_track', 'Es läuft', ${lead.id}, ${WHEN}, id
    from ${grown(ids('goal-check-in'))} ${NOTHING}`.execute(db())
  await sql`insert into concept_trainings (id, concept_id, goal_id, topic, format, created_at, client_key)
    select id, ${own}, ${one}, 'Lernen ' || i, 'schilf', ${WHEN}, id
    from ${grown(ids('concept-training'))} ${NOTHING}`.execute(db())
  await sql`insert into concept_reflections (id, concept_id, goal_id, held_on, context, source_kind, source_id,
      what_we_did, author_id, created_at, client_key)
    select id, ${own}, ${one}, '2026-09-01', 'goal', 'plg', gen_random_uuid(), 'Getan ' || i, ${lead.id}, ${WHEN}, id
    from ${grown(ids('concept-reflection'))} ${NOTHING}`.execute(db())
  await sql`insert into concept_changes (concept_id, thing_kind, thing_id, what, person_id, at)
    select ${own}, 'concept-goal', ${one}, 'goal.edited', ${lead.id}, ${WHEN}
    from ${grown(ids('concept-goal'))}`.execute(db())
  await sql`insert into concept_people (concept_id, person_id, role, added_at)
    select ${own}, id, 'editor', ${WHEN} from ${grown(ids('person'))} ${NOTHING}`.execute(db())
  const { number } = await db()
    .selectFrom('conceptGoals')
    .where('id', '=', one)
    .select('number')
    .executeTakeFirstOrThrow()
  return number
}
