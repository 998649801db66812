import { db } from '#db/client.ts'
import type { Insertable } from 'kysely'
import type { Organisations, Schools } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2025-08-01T08:00:00Z')

/** A school in operation; numbers from 900000 on belong to nobody. */
export function aSchool(given: Partial<Insertable<Schools>> = {}) {
  const number = numbered('school')
  return db()
    .insertInto('schools')
    .values({
      schoolNumber: String(900_000 + number),
      slug: `schule-${number}`,
      name: `Schule ${number}`,
      schoolForm: 'comprehensive',
      district: 'mitte',
      street: `Musterweg ${number}`,
      postalCode: '47051',
      origin: 'demo',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function anOrganisation(given: Partial<Insertable<Organisations>> = {}) {
  const number = numbered('organisation')
  return db()
    .insertInto('organisations')
    .values({ slug: `amt-${number}`, name: `Amt ${number}`, kind: 'media_centre', ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}
