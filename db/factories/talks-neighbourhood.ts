import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { idOf } from './neighbourhood.ts'

const LONG_AGO = '2026-09-01T08:00:00Z'
/** No list of classes is longer. */
const MOST_CLASSES = 60

type Around = {
  principal: { id: string }
  school: { id: string }
  ids: (kind: string) => string[]
}

/**
 * Among the grown things of a neighbourhood: classes, standards, counts and needs of its school, its talks, of which the
 * first has as much of everything that belongs before it and another one of what comes after, and a round of all schools.
 *
 * @returns the numbers of these two
 */
export async function talksAmong(at: Around): Promise<{ talk: number; held: number }> {
  await equipmentAmong(at)
  await conceptAmong(at)
  await talksOf(at)
  await partsOf(at)
  const [talk, held] = [at.ids('equipment-talk')[0] ?? '', idOf('held-talk', 1)]
  const { rows } = await sql<{ talk: number; held: number }>`select
    (select number from equipment_talks where id = ${talk}) as talk,
    (select number from equipment_talks where id = ${held}) as held`.execute(db())
  return rows[0] ?? { talk: 0, held: 0 }
}

const WHEN = sql`${LONG_AGO}::timestamptz`
const NOTHING = sql`on conflict do nothing`
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`

async function equipmentAmong({ principal, school, ids }: Around): Promise<void> {
  const classes = ids('equipment-class').slice(0, MOST_CLASSES)
  const [first = ''] = classes
  await sql`insert into equipment_classes (id, number, name, kind, lifecycle, changed_at, client_key)
    select id, i, 'Klasse am Bruch ' || i, 'device_pupil', 'base', ${WHEN}, id from ${grown(classes)} ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into equipment_standards (id, school_form, number, status, valid_from, published_at, created_at)
    select id, 'comprehensive', i, 'published', '2020-08-01', ${WHEN}, ${WHEN}
    from ${grown(ids('equipment-standard'))} ${NOTHING}`.execute(db())
  await sql`insert into school_figures (school_id, school_year, pupils, teachers, rooms, source, entered_by, entered_at,
      client_key) values (${school.id}, '2026/27', 600, 50, 30, 'school', ${principal.id}, ${WHEN}, ${first})
    ${NOTHING}`.execute(db())
  await sql`insert into inventory_snapshots (id, school_id, site, taken_on, source, entered_by, entered_at, accepted_at,
      client_key) select id, ${school.id}, 'Haus ' || i, '2026-09-01', 'school', ${principal.id}, ${WHEN}, ${WHEN}, id
    from ${grown(ids('inventory'))} ${NOTHING}`.execute(db())
  await sql`insert into inventory_rows (snapshot_id, class_id, count) select id, ${first}, 3
    from ${grown(ids('inventory'))} ${NOTHING}`.execute(db())
}

/** Frozen versions that the school could share, the first with chapters and goals. */
async function conceptAmong({ school, ids }: Around): Promise<void> {
  const versions = ids('talk-version')
  const [first = ''] = versions
  await sql`insert into concepts (school_id, title, created_at, changed_at, client_key)
    values (${school.id}, 'Konzept', ${WHEN}, ${WHEN}, ${first}) ${NOTHING}`.execute(db())
  await sql`insert into concept_versions (id, concept_id, number, change_note, school_name, school_form, title,
      created_at, client_key)
    select g.id, c.id, 5000 + g.i, 'Neu', 'Schule', 'comprehensive', 'Konzept', ${WHEN}, g.id
    from concepts c, ${sql`unnest(${versions}::uuid[]) with ordinality as g (id, i)`}
    where c.school_id = ${school.id} and c.state = 'active' ${NOTHING}`.execute(db())
  await sql`insert into concept_version_sections (version_id, position, kind, title, visibility, content, html, words)
    select ${first}, i, 'free', 'Kapitel ' || i, 'network', '{}'::jsonb, '<p>Text</p>', 'Text'
    from ${grown(versions)} ${NOTHING}`.execute(db())
}

async function talksOf({ principal, school, ids }: Around): Promise<void> {
  const cycle = idOf('equipment-cycle', 1)
  await sql`insert into equipment_talks (id, school_id, school_year, created_by, created_at, changed_at, client_key)
    select id, ${school.id}, '2026/27', ${principal.id}, ${WHEN}, ${WHEN}, id
    from ${grown(ids('equipment-talk'))} ${NOTHING}`.execute(db())
  await sql`insert into equipment_talks (id, school_id, school_year, status, starts_at, ends_at, held_at, version_id,
      shared_at, created_by, created_at, changed_at, client_key)
    values (${idOf('held-talk', 1)}, ${school.id}, '2026/27', 'held', ${WHEN}, ${WHEN}::timestamptz + interval '1 hour', ${WHEN},
      ${ids('talk-version')[0] ?? null}, ${WHEN}, ${principal.id}, ${WHEN}, ${WHEN}, ${idOf('held-talk', 1)})
    ${NOTHING}`.execute(db())
  await sql`insert into equipment_cycles (id, school_year, starts_on, ends_on, months, due_on, opened_at, client_key)
    values (${cycle}, '2026/27', '2026-08-01', '2027-08-01', 12, '2027-06-30', ${WHEN}, ${cycle}) ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into equipment_talks (cycle_id, school_id, school_year, due_on, created_at, changed_at, client_key)
    select ${cycle}, id, '2026/27', '2027-06-30', ${WHEN}, ${WHEN}, id from ${grown(ids('school'))} ${NOTHING}`.execute(
    db(),
  )
}

async function partsOf({ principal, school, ids }: Around): Promise<void> {
  const [talk = ''] = ids('equipment-talk')
  const held = idOf('held-talk', 1)
  const [classId = ''] = ids('equipment-class')
  await sql`insert into talk_dates (talk_id, side, starts_at, ends_at, proposed_at)
    select ${talk}, 'school', at, at + interval '1 hour', ${WHEN}
    from (select ${WHEN} + i * interval '1 day' as at from ${grown(ids('equipment-talk'))}) days ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into talk_people (talk_id, person_id, side) select t.id, g.id, 'school'
    from ${sql`unnest(${ids('person')}::uuid[]) as g (id)`}, equipment_talks t where t.id = any(${[talk, held]}::uuid[])
    ${NOTHING}`.execute(db())
  await sql`insert into equipment_needs (id, school_id, class_id, tier, quantity, talk_id, created_by, created_at,
      changed_at, client_key)
    select id, ${school.id}, ${classId}, 'base', 3, ${talk}, ${principal.id}, ${WHEN}, ${WHEN}, id
    from ${grown(ids('equipment-need'))} ${NOTHING}`.execute(db())
  await sql`insert into talk_agreements (id, talk_id, text, owner, created_by, created_at, client_key)
    select g.id, ${held}, 'Bruch ' || g.i, 'school', ${principal.id}, ${WHEN}, g.id
    from ${sql`unnest(${ids('talk-agreement')}::uuid[]) with ordinality as g (id, i)`}
    where not exists (select from talk_agreements a where a.id = g.id)`.execute(db())
}
