import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { TalkPeople } from '#db/types.ts'
import type { PersonSide } from '../contract.ts'

export async function listPeople(talkId: string) {
  const { rows } = await sql<{
    id: string
    personId: string | null
    name: string
    side: PersonSide
  }>`select t.id, t.person_id, coalesce(p.first_name || ' ' || p.last_name, t.name) as name, t.side
    from talk_people t left join persons p on p.id = t.person_id where t.talk_id = ${talkId}
    order by array_position(array['school', 'authority', 'adviser'], t.side), name`.execute(db())
  return rows
}

/** Who may be invited, and for whom they take part. */
export async function listCandidates({ schoolId, now }: { schoolId: string; now: Date }) {
  const { rows } = await sql<{
    personId: string
    name: string
    side: PersonSide
  }>`select distinct on (p.id) p.id as person_id, p.first_name || ' ' || p.last_name as name,
      case when m.school_id is not null then 'school'
        when m.role in ('school_authority_staff', 'release_manager') then 'authority' else 'adviser' end as side
    from (select * from memberships where school_id = ${schoolId}
      union all select * from memberships where school_id is null
        and role in ('school_authority_staff', 'release_manager', 'smz_staff', 'media_advisor')) m
    join persons p on p.id = m.person_id
    where m.state = 'confirmed' and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})
    order by p.id, m.school_id nulls last, m.role`.execute(db())
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
}

/** Somebody is there once. @returns whether they are new */
export async function insertPerson(row: Insertable<TalkPeople>): Promise<boolean> {
  const done = await db()
    .insertInto('talkPeople')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function removePerson(talkId: string, id: string): Promise<void> {
  await db().deleteFrom('talkPeople').where('talkId', '=', talkId).where('id', '=', id).execute()
}
