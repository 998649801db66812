import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance, diceOf, oneOf, shares } from './chance.ts'
import { type CityPlg, workersOf } from './plgs.ts'
import { MEETINGS } from './practice-words.ts'

/** By phase: how often a group has met, beside another. */
const MET: Record<string, number> = {
  ...{ idea: 1, forming: 4, focus: 10, design: 16, trial: 22, evaluate: 26, transfer: 30 },
  closed: 34,
}
const OF_TWO_HUNDRED = 60
const LENGTH = 90 * 60_000
/** Within so many days they met. */
const DAYS = 320
/** Of a hundred members so many come; of a large group no more than thirty. */
const PRESENT = 70
const MOST_PRESENT = 30

/** Meetings that were and that come, with agenda, who was there, minutes, decisions and tasks. */
export async function seedCitySessions(
  chance: Chance,
  plgs: CityPlg[],
  count: number,
  moments: Moments,
): Promise<void> {
  const large = Math.min(OF_TWO_HUNDRED, Math.round(count / 10))
  const weights = plgs.map(({ phase }, at) => (at === 1 ? 0 : (MET[phase] ?? 1)))
  const counts = shares(weights, count - large)
  const rows = plgs.flatMap((plg, at) =>
    sessionsOf(chance, plg, at === 1 ? large : (counts[at] ?? 0), moments),
  )
  for (const batch of batches(rows)) await db().insertInto('plgSessions').values(batch).execute()
  await seedAgendas()
  await seedPeople()
  await seedOutcomes(moments)
  await seedPolls(chance, plgs, moments)
}

/** The last two of a group that still works are to come. */
function sessionsOf(chance: Chance, plg: CityPlg, count: number, { daysAgo }: Moments) {
  const coming = plg.phase === 'closed' ? 0 : Math.min(2, count)
  return Array.from({ length: count }, (_, at) => {
    const before = coming - at
    const days = before > 0 ? -before * (6 + chance.below(12)) : ((at - coming + 1) * DAYS) / count
    const startsAt = new Date(daysAgo(Math.ceil(days)).setUTCHours(13, 30, 0, 0))
    const isHeld = before <= 0
    const plannedAt = daysAgo(Math.ceil(days) + 28)
    const [host, timekeeper, minuteTaker, lead] = chance.some(workersOf(plg), 4)
    return {
      ...{ id: chance.uuid(), plgId: plg.id, title: chance.pick(MEETINGS.title), startsAt },
      endsAt: new Date(startsAt.getTime() + LENGTH),
      mode: chance.pick(['presence', 'presence', 'video']),
      place: chance.pick(MEETINGS.place),
      state: isHeld ? (chance.isLucky(0.05) ? 'cancelled' : 'held') : 'planned',
      ...{ hostId: host?.id, timekeeperId: timekeeper?.id },
      ...{ minuteTakerId: minuteTaker?.id, protocolLeadId: lead?.id },
      minutes: isHeld ? `${chance.pick(MEETINGS.minutes)}\n\n${chance.pick(MEETINGS.minutes)}` : '',
      minutesVersion: isHeld ? 1 : 0,
      ...{ createdBy: plg.members[0]?.id, createdAt: plannedAt, changedAt: plannedAt },
      clientKey: chance.uuid(),
    }
  })
}

async function seedAgendas() {
  const protocols = ['tuning', 'looking_at_work', 'retrospective']
  await sql`insert into plg_session_items (session_id, position, title, minutes, protocol)
    select plg_sessions.id, item.place - 1, item.title, item.minutes,
      case item.place when 2 then ${oneOf(protocols, sql`plg_sessions.id::text`, 81)} end
    from plg_sessions, unnest(array['Ankommen', 'Arbeit am Entwurf', 'Nächste Schritte', 'Check-out'],
      array[10, 50, 20, 10]) with ordinality as item (title, minutes, place)`.execute(db())
}

/** Who was there; every third of them left a word. */
async function seedPeople() {
  const row = sql`s.id::text || m.person_id::text`
  await sql`insert into plg_session_people (session_id, person_id, is_present, takeaway, next_step)
    select session_id, person_id, true, case when dice % 3 = 0 then takeaway else '' end,
      case when dice % 3 = 0 then next_step else '' end
    from (select s.id as session_id, m.person_id, ${diceOf(row, 82, 3)} as dice,
        ${oneOf(MEETINGS.takeaway, row, 83)} as takeaway, ${oneOf(MEETINGS.next, row, 84)} as next_step
      from plg_sessions s join plgs on plgs.id = s.plg_id
      join plg_members m on m.plg_id = s.plg_id and m.state = 'active'
      where s.state = 'held' and ${diceOf(row, 85, 10_000)}
        < least(${PRESENT}, ${MOST_PRESENT} * 100 / greatest(plgs.member_count, 1)) * 100
    ) as present`.execute(db())
}

/** What a meeting decided, and what somebody does until the next one. Old tasks are mostly done. */
async function seedOutcomes({ daysAgo }: Moments) {
  await sql`insert into plg_decisions (plg_id, cycle, kind, text, session_id, decided_by, at)
    select plg_id, 1, 'session', ${oneOf(MEETINGS.decision, sql`id::text`, 86)}, id, host_id, ends_at
    from plg_sessions where state = 'held' and ${diceOf(sql`id::text`, 87, 3)} < 2`.execute(db())
  const row = sql`id::text || at::text`
  await sql`insert into plg_tasks (plg_id, session_id, text, assignee_id, due_on, done_at, done_by, created_by,
      created_at, client_key)
    select plg_id, id, ${oneOf(MEETINGS.task, row, 88)}, person_id, (ends_at + interval '28 days')::date,
      done_at, case when done_at is not null then person_id end, minute_taker_id, ends_at, gen_random_uuid()
    from plg_sessions cross join generate_series(1, 2) at
    cross join lateral (select case when at = 1 then host_id else timekeeper_id end as person_id,
      case when ${diceOf(row, 89, 20)} < 19 and ends_at < ${daysAgo(30)}::timestamptz
        then ends_at + interval '14 days' end as done_at) as said
    where state = 'held' and ${diceOf(row, 90, 2)} = 0`.execute(db())
}

/** Every third group that works looks for a date: three times, a few answers. */
async function seedPolls(chance: Chance, plgs: CityPlg[], { daysAgo }: Moments) {
  const polls = plgs
    .filter(({ phase }, at) => phase !== 'closed' && at % 3 === 1)
    .map((plg) => ({
      ...{ id: chance.uuid(), plgId: plg.id, title: chance.pick(MEETINGS.poll) },
      ...{ createdBy: plg.members[0]?.id, createdAt: daysAgo(3), clientKey: chance.uuid() },
    }))
  if (polls.length > 0) await db().insertInto('plgPolls').values(polls).execute()
  await sql`insert into plg_poll_slots (poll_id, starts_at, ends_at)
    select id, starts_at, starts_at + interval '90 minutes' from plg_polls, generate_series(1, 3) at,
      lateral (select date_trunc('day', created_at) + (14 + at * 2) * interval '1 day'
        + interval '14 hours' as starts_at) as day`.execute(db())
  await sql`insert into plg_poll_answers (slot_id, person_id, answer)
    select slot.id, member.person_id,
      ${oneOf(['yes', 'yes', 'if_needed', 'no'], sql`slot.id::text || member.person_id::text`, 91)}
    from plg_poll_slots slot join plg_polls poll on poll.id = slot.poll_id
    cross join lateral (select person_id from plg_members m where m.plg_id = poll.plg_id
      and m.state = 'active' order by m.id limit 6) as member`.execute(db())
}
