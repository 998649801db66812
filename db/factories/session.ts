import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgPolls, PlgSessions } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A meeting of ninety minutes that lies in the past unless told otherwise. */
export function aSession(given: { plgId: string } & Partial<Insertable<PlgSessions>>) {
  const startsAt = new Date(given.startsAt ?? LONG_AGO)
  return db()
    .insertInto('plgSessions')
    .values({
      title: `Treffen ${numbered('session')}`,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 90 * 60_000),
      mode: 'presence',
      place: 'Raum 12',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** An open poll with two times on two days in January 2027, the 12th and the 14th. */
export async function aPoll(given: { plgId: string } & Partial<Insertable<PlgPolls>>) {
  const poll = await db()
    .insertInto('plgPolls')
    .values({ title: 'Nächstes Treffen', createdAt: LONG_AGO, clientKey: randomUUID(), ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
  const slots = await db()
    .insertInto('plgPollSlots')
    .values(
      ['2027-01-12', '2027-01-14'].map((day) => ({
        pollId: poll.id,
        startsAt: new Date(`${day}T13:30:00Z`),
        endsAt: new Date(`${day}T15:00:00Z`),
      })),
    )
    .returningAll()
    .execute()
  return { ...poll, slots }
}

type Around = {
  plg: { id: string }
  lead: { id: string }
  school: { id: string }
  ids: (kind: string) => string[]
}

/**
 * In the PLG of a neighbourhood, as many meetings before and behind us, open polls and tasks as there are persons,
 * and one of each that has to do with all of them.
 *
 * @returns their numbers and ids
 */
export async function sessionsAmong({ plg, lead, school, ids }: Around) {
  for (const table of ['plgTasks', 'plgPolls', 'plgDecisions', 'plgSessions'] as const)
    await db().deleteFrom(table).where('plgId', '=', plg.id).execute()
  await db().deleteFrom('schoolFreeDays').execute()
  const persons = ids('person')
  const grown = persons.map((_, i) => i + 1)
  const day = (from: string, i: number) => new Date(Date.parse(from) + i * 86_400_000)
  const whole = (startsAt: Date) => ({ startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000) })
  const past = await aSession({ plgId: plg.id, hostId: lead.id, minutes: 'Was war' })
  for (const i of grown) {
    await aSession({ plgId: plg.id, ...whole(day('2026-01-01T14:00:00Z', i)) })
    await aSession({
      plgId: plg.id,
      ...whole(day('2098-01-01T14:00:00Z', i)),
      hostId: persons[i - 1],
    })
  }
  await db()
    .insertInto('plgSessionItems')
    .values({ sessionId: past.id, position: 0, title: 'Entwurf', minutes: 43, protocol: 'tuning' })
    .execute()
  await db()
    .insertInto('plgSessionRuns')
    .values({ sessionId: past.id, protocol: 'tuning', beganAt: LONG_AGO })
    .execute()
  const all = await db()
    .selectFrom('plgSessions')
    .where('plgId', '=', plg.id)
    .where('endsAt', '<', LONG_AGO)
    .select('id')
    .execute()
  const there = { isPresent: true, takeaway: 'Papier zuerst' }
  await db()
    .insertInto('plgSessionPeople')
    .values([
      ...persons.map((personId) => ({ sessionId: past.id, personId, ...there })),
      ...all.map(({ id }) => ({ sessionId: id, personId: lead.id, ...there })),
    ])
    .execute()
  await db()
    .insertInto('plgDecisions')
    .values(
      grown.map((i) => ({
        ...{ plgId: plg.id, cycle: 1, kind: 'session', sessionId: past.id, at: LONG_AGO },
        text: `Beschluss ${i}`,
      })),
    )
    .execute()
  await db()
    .insertInto('schoolFreeDays')
    .values(
      [school.id, ...ids('school')].map((schoolId) => ({
        ...{ schoolId, day: '2098-01-02', name: 'Rosenmontag' },
      })),
    )
    .execute()
  for (const i of grown) await aPoll({ plgId: plg.id, createdAt: day('2026-01-01T08:00:00Z', i) })
  const poll = await aPoll({ plgId: plg.id })
  await db()
    .insertInto('plgPollAnswers')
    .values(
      poll.slots.flatMap(({ id }) =>
        persons.map((personId) => ({ slotId: id, personId, answer: 'yes' })),
      ),
    )
    .execute()
  const tasks = await db()
    .insertInto('plgTasks')
    .values(
      persons.map((assigneeId, i) => ({
        ...{ plgId: plg.id, sessionId: past.id, assigneeId, createdAt: LONG_AGO },
        text: `Aufgabe ${i}`,
        clientKey: randomUUID(),
      })),
    )
    .returning('id')
    .execute()
  const sessions = await db()
    .selectFrom('plgSessions')
    .where('plgId', '=', plg.id)
    .select('id')
    .execute()
  const polls = await db().selectFrom('plgPolls').where('plgId', '=', plg.id).select('id').execute()
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return {
    ...{ session: past.number, poll: poll.number },
    ...{ sessionIds: idsOf(sessions), pollIds: idsOf(polls), taskIds: idsOf(tasks) },
  }
}
