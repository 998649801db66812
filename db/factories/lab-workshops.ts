import { sql } from 'kysely'
import { db } from '#db/client.ts'

type Around = {
  lead: { id: string }
  staff: { id: string }
  school: { id: string }
  ids: (kind: string) => string[]
}

const LONG_AGO = sql`timestamptz '2026-09-01T08:00:00Z'`
const NOTHING = sql`on conflict do nothing`
const grown = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`

/**
 * In a neighbourhood's lab: workshops far away ('workshop') in all of which the lead has a seat and was present; the
 * first has a seat for everybody and as much material. The lead waits for as many heaps ('lab-waiting').
 *
 * @returns the address of the first
 */
export async function workshopsAmong({ lead, staff, school, ids }: Around): Promise<string> {
  const all = ids('workshop')
  await sql`insert into lab_workshops (id, kind, state, title, starts_at, ends_at, signup_until, place, seats, created_at,
      changed_at, client_key)
    select id, 'workshop', 'published', 'Bruch ' || i, '2099-03-02T10:00Z', '2099-03-02T12:00Z', '2099-03-02T10:00Z',
      'Aula', 1000, ${LONG_AGO}, ${LONG_AGO}, id from ${grown(all)} ${NOTHING}`.execute(db())
  await sql`insert into lab_workshop_leaders (workshop_id, person_id)
    select id, ${staff.id}::uuid from ${grown(all)} ${NOTHING}`.execute(db())
  const seat = sql`${school.id}::uuid, 'taken', ${LONG_AGO}, ${LONG_AGO}, true`
  const columns = sql`(workshop_id, person_id, school_id, state, asked_at, changed_at, was_present)`
  await sql`insert into lab_seats ${columns}
    select id, ${lead.id}::uuid, ${seat} from ${grown(all)} ${NOTHING}`.execute(db())
  await sql`insert into lab_seats ${columns}
    select ${all[0]}::uuid, id, ${seat} from ${grown(ids('person'))} ${NOTHING}`.execute(db())
  await sql`insert into lab_workshop_materials (workshop_id, title, url, created_at, client_key)
    select ${all[0]}::uuid, 'Blatt ' || i, 'https://a.example', ${LONG_AGO}, id from ${grown(all)} ${NOTHING}`.execute(
    db(),
  )
  await sql`insert into lab_waiting (id, offer_id, person_id, school_id, quantity, is_loan, starts_at, ends_at, purpose,
      state, asked_at, changed_at, client_key)
    select waiting, heap, ${lead.id}::uuid, ${school.id}::uuid, 1, false, '2099-03-02T10:00Z', '2099-03-02T12:00Z', 'Bruch',
      'waiting', ${LONG_AGO}, ${LONG_AGO}, waiting
    from unnest(${ids('lab-waiting')}::uuid[], ${ids('lab-heap')}::uuid[]) as grown (waiting, heap) ${NOTHING}`.execute(
    db(),
  )
  const { rows } = await sql<{
    number: number
  }>`select number from lab_workshops where id = ${all[0]}::uuid`.execute(db())
  return `${rows[0]?.number ?? 0}-bruch-1`
}
