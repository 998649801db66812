import { sql } from 'kysely'
import { db } from '#db/client.ts'

type Mine = {
  plgs: { id: string; title: string }[]
  projects: { id: string; title: string; plgTitle: string }[]
  sites: { id: string; name: string }[]
}

/** The person's PLGs and the Vorhaben in them that go on, and where things may be fetched besides the lab. */
export async function findMine(personId: string): Promise<Mine> {
  const { rows } = await sql<Mine>`select
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title) order by p.title)
      from plg_members m join plgs p on p.id = m.plg_id
      where m.person_id = ${personId}::uuid and m.state = 'active' and p.phase <> 'closed'), '[]') as plgs,
    coalesce((select jsonb_agg(jsonb_build_object('id', j.id, 'title', j.title, 'plgTitle', p.title) order by j.title)
      from plg_members m join plgs p on p.id = m.plg_id join projects j on j.plg_id = p.id
      where m.person_id = ${personId}::uuid and m.state = 'active' and j.deleted_at is null
        and j.status in ('draft', 'planned', 'running')), '[]') as projects,
    coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.position, s.name)
      from lab_sites s where not s.is_lab and s.retired_at is null), '[]') as sites`.execute(db())
  return rows[0] ?? { plgs: [], projects: [], sites: [] }
}

type AtSchool = { personId: string; schoolId: string; name: string; school: string }

const AT_SCHOOL = sql`select p.id as person_id, s.id as school_id, p.first_name || ' ' || p.last_name as name,
  s.name as school from persons p
  join memberships m on m.person_id = p.id and m.state = 'confirmed' and m.school_id is not null
  join schools s on s.id = m.school_id`
const isThere = (at: Date) =>
  sql`p.is_active and m.valid_from <= ${at} and (m.valid_until is null or m.valid_until > ${at})`

/** People with this in their name and the schools at which they work: for the SMZ, which books for them. */
export async function listPeople(name: string, at: Date): Promise<AtSchool[]> {
  const pattern = `%${name.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } =
    await sql<AtSchool>`select distinct on (name, school, person_id) * from (${AT_SCHOOL}
    where search_key(p.first_name || ' ' || p.last_name) like search_key(${pattern}) and ${isThere(at)}) as found
    order by name, school, person_id limit 10`.execute(db())
  return rows
}

/** Does this person work at this school? */
export async function isAtSchool(personId: string, schoolId: string, at: Date): Promise<boolean> {
  const { rows } =
    await sql`${AT_SCHOOL} where p.id = ${personId}::uuid and s.id = ${schoolId}::uuid
    and ${isThere(at)} limit 1`.execute(db())
  return rows.length > 0
}
