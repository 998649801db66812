import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Side } from '../contract.ts'
import type { Stand } from './contract.ts'

export type Row = Stand & {
  id: string
  number: number
  schoolId: string
  schoolYear: string
  school: string
}

const ALIVE = sql`t.status in ('open', 'scheduled', 'prepared', 'held')`
const other = (side: Side): Side => (side === 'school' ? 'authority' : 'school')

const standOf = (side: Side, now: Date) => {
  const isSchool = side === 'school'
  const proposed = (of: Side) => sql`exists (select from talk_dates d where d.talk_id = t.id
    and d.side = ${of} and d.answer = 'open' and d.starts_at > ${now})`
  const signed = (of: Side) => sql`exists (select from talk_signatures s where s.talk_id = t.id
    and s.side = ${of} and s.content = t.content)`
  return sql`t.id, t.number, t.school_id, t.school_year, 
    case when t.held_as = '' then s.name else t.held_as || ', jetzt ' || s.name end as school, t.status as state, t.starts_at,
    t.due_on::text as due_on,
    ${isSchool ? sql`t.school_prepared_at` : sql`t.authority_prepared_at`} is not null as is_ready,
    exists (select from talk_reflections r where r.talk_id = t.id and ${
      isSchool
        ? sql`(r.usage <> '' or r.benefit <> '' or r.hindrance <> '' or r.frequency <> 'unknown')`
        : sql`(r.facts <> '' or r.observation <> '')`
    }) as has_reflected,
    ${proposed(side)} as has_proposed, ${proposed(other(side))} as other_proposed,
    ${signed(side)} as has_signed, ${signed(other(side))} as other_signed,
    ${
      isSchool
        ? sql`(t.version_id is null and exists (select from concepts c join concept_versions v on v.concept_id = c.id
            where c.school_id = t.school_id and c.state = 'active' and v.status in ('frozen', 'published')))`
        : sql`false`
    } as could_share`
}

/** Talks of these schools that are not over, the next one first. */
export async function listOfSchools(schoolIds: string[], now: Date, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select ${standOf('school', now)}
    from equipment_talks t join schools s on s.id = t.school_id
    where t.school_id = any(${schoolIds}::uuid[]) and ${ALIVE}
    order by t.starts_at nulls last, t.number limit ${limit}`.execute(db())
  return rows
}

/**
 * Talks that are not over and at which this person sits for the Amt, or nobody does. Only those that can wait for the Amt:
 * with dates of the school, soon or past, or signed by the school.
 */
export async function listOfAuthority(
  personId: string,
  { now, soon, limit }: { now: Date; soon: Date; limit: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`select ${standOf('authority', now)}
    from equipment_talks t join schools s on s.id = t.school_id
    where ${ALIVE} and (t.starts_at <= ${soon} or t.starts_at is null)
      and (t.status <> 'open' or exists (select from talk_dates d where d.talk_id = t.id and d.side = 'school'
        and d.answer = 'open' and d.starts_at > ${now}))
      and (t.status <> 'held' or exists (select from talk_signatures s where s.talk_id = t.id and s.side = 'school'))
      and (not exists (select from talk_people p where p.talk_id = t.id and p.side = 'authority'
          and p.person_id is not null)
        or exists (select from talk_people p where p.talk_id = t.id and p.side = 'authority'
          and p.person_id = ${personId}))
    order by t.starts_at nulls last, t.number limit ${limit}`.execute(db())
  return rows
}

/** How many talks of which round are late: for the Amt alone. */
export async function countOverdue(today: string) {
  const { rows } = await sql<{
    cycleId: string
    schoolYear: string
    count: number
  }>`select c.id as cycle_id, c.school_year, count(*)::int as count
    from equipment_talks t join equipment_cycles c on c.id = t.cycle_id
    where t.status in ('open', 'scheduled', 'prepared') and t.due_on < ${today}::date
    group by c.id order by c.starts_on desc limit 3`.execute(db())
  return rows
}
