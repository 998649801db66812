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
