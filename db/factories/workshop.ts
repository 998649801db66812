import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabSeats, LabWorkshops } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A published workshop on 10.12.2026 from 14 to 16, elsewhere, with two seats. */
export function aWorkshop(given: Partial<Insertable<LabWorkshops>> = {}) {
  return db()
    .insertInto('labWorkshops')
    .values({
      ...{ kind: 'workshop', state: 'published', title: `Workshop ${numbered('workshop')}` },
      ...{ startsAt: new Date('2026-12-10T13:00:00Z'), endsAt: new Date('2026-12-10T15:00:00Z') },
      ...{ signupUntil: new Date('2026-12-10T13:00:00Z'), place: 'Aula', seats: 2 },
      ...{ createdAt: LONG_AGO, changedAt: LONG_AGO, clientKey: randomUUID() },
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function aSeat(given: { workshopId: string } & Partial<Insertable<LabSeats>>) {
  return db()
    .insertInto('labSeats')
    .values({ state: 'taken', askedAt: LONG_AGO, changedAt: LONG_AGO, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}
