import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { Programmes } from '#db/types.ts'
import { numbered } from './numbered.ts'

/** A programme that groups can name as their origin. */
export function aProgramme(given: Partial<Insertable<Programmes>> = {}) {
  const number = numbered('programme')
  return db()
    .insertInto('programmes')
    .values({
      slug: `programm-${number}`,
      name: `Programm ${number}`,
      createdAt: new Date('2026-09-01T08:00:00Z'),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
