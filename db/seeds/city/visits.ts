import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance, diceOf, oneOf } from './chance.ts'
import { asColumns, type CityPerson } from './people.ts'
import type { CityPlg } from './plgs.ts'
import { matterOf, REQUESTS, VISITS } from './practice-words.ts'

const GRADES = ['1-2', '3-4', '5-6', '7-8', '9-10', '11-13']

/** Open classrooms with their hours, visits that were and that come; and what groups asked for. */
export async function seedCityVisits(
  chance: Chance,
  { plgs, people, count }: { plgs: CityPlg[]; people: CityPerson[]; count: number },
  moments: Moments,
): Promise<void> {
  const teachers = people.filter(({ teaches }) => teaches)
  const rows = chance.some(teachers, count).map((host, at) => {
    const createdAt = moments.daysAgo(30 + chance.below(60))
    return {
      ...{ id: chance.uuid(), hostId: host.id, schoolId: host.schoolId ?? '' },
      ...{ subject: matterOf(chance).subject, gradeBands: chance.some(GRADES, 1) },
      topic: chance.pick(VISITS.topic),
      visibility: 'network',
      state: at % 8 === 0 ? 'closed' : 'open',
      ...{ createdAt, changedAt: createdAt, clientKey: chance.uuid() },
    }
  })
  for (const batch of batches(rows))
    await db().insertInto('classroomOffers').values(batch).execute()
  await seedSlots(moments)
  await seedVisits(moments)
  await seedVisitors(people, moments)
  await seedRequests(chance, plgs, moments)
}

/** Two hours that were and two that come. */
async function seedSlots({ daysAgo }: Moments) {
  await sql`insert into classroom_slots (offer_id, starts_at, ends_at, seats)
    select id, starts_at, starts_at + interval '45 minutes', 2
    from classroom_offers, unnest(array[-20, -8, 9, 16]) as away,
      lateral (select date_trunc('day', ${daysAgo(0)}::timestamptz)
        + (away + ${diceOf(sql`id::text`, 111, 5)}) * interval '1 day' + interval '9 hours' as starts_at) as hour`.execute(
    db(),
  )
}

/** Every second hour has a visit: talked over where it was, asked for or agreed where it comes. */
async function seedVisits({ daysAgo }: Moments) {
  const coming = ['requested', 'accepted', 'accepted']
  await sql`insert into classroom_visits (slot_id, host_id, host_school_id, starts_at, ends_at, lesson, subject,
      grade_band, focus, debrief, state, created_by, created_at, changed_at, client_key)
    select slot_id, host_id, school_id, starts_at, ends_at, topic, subject, grade, focus,
      case when state = 'debriefed' then debrief else '' end, state, host_id, created_at, created_at,
      gen_random_uuid()
    from (select s.id as slot_id, o.host_id, o.school_id, s.starts_at, s.ends_at, o.topic, o.subject,
        o.grade_bands[1] as grade, o.created_at, ${oneOf(VISITS.focus, sql`s.id::text`, 112)} as focus,
        ${oneOf(VISITS.debrief, sql`s.id::text`, 113)} as debrief,
        case when s.starts_at > ${daysAgo(0)}::timestamptz then ${oneOf(coming, sql`s.id::text`, 114)}
          when ${diceOf(sql`s.id::text`, 115, 4)} = 0 then 'held' else 'debriefed' end as state
      from classroom_slots s join classroom_offers o on o.id = s.offer_id
      where ${diceOf(sql`s.id::text`, 116, 2)} = 0) as visit`.execute(db())
}

/** One teacher of another school each, released where it was agreed; the seat is taken. */
async function seedVisitors(people: CityPerson[], { daysAgo }: Moments) {
  const { ids, schools, count } = asColumns(people)
  await sql`insert into classroom_visitors (visit_id, person_id, school_id, release, released_at, observation)
    select id, (${ids}::uuid[])[place], (${schools}::uuid[])[place],
      case when state = 'requested' then 'open' else 'granted' end,
      case when state <> 'requested' then ${daysAgo(25)}::timestamptz end,
      case when state = 'debriefed' then ${oneOf(VISITS.observation, sql`id::text`, 117)} else '' end
    from (select id, state, host_school_id, 1 + ${diceOf(sql`id::text`, 118, count)} as place
      from classroom_visits) as visit
    where (${schools}::uuid[])[place] <> host_school_id`.execute(db())
  await sql`delete from classroom_visits v
    where not exists (select from classroom_visitors where visit_id = v.id)`.execute(db())
  await sql`update classroom_slots set taken = 1
    where exists (select from classroom_visits where slot_id = classroom_slots.id)`.execute(db())
}

/** Every second group has asked for help once. */
async function seedRequests(chance: Chance, plgs: CityPlg[], { daysAgo }: Moments) {
  const rows = plgs
    .filter((_, at) => at % 2 === 1)
    .map((plg) => {
      const at = daysAgo(1 + chance.below(100))
      const kind = chance.pick(['accompaniment', 'consultation', 'facilitation', 'training'])
      return {
        ...{ plgId: plg.id, kind, text: chance.pick(REQUESTS) },
        addressee: kind === 'consultation' ? 'media_advisor' : 'smz_staff',
        state: chance.pick(['open', 'accepted', 'done']),
        ...{
          createdBy: plg.members[0]?.id,
          createdAt: at,
          changedAt: at,
          clientKey: chance.uuid(),
        },
      }
    })
  for (const batch of batches(rows))
    await db().insertInto('supportRequests').values(batch).execute()
}
