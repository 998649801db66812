import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { EquipmentClasses, EquipmentNeeds, EquipmentTalks } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

export async function aClass(given: Partial<Insertable<EquipmentClasses>> = {}) {
  const { rows } = await sql<{
    number: number
  }>`select coalesce(max(number), 0) + 1 as number from equipment_classes`.execute(db())
  return db()
    .insertInto('equipmentClasses')
    .values({
      ...{ name: `Klasse ${numbered('class')}`, kind: 'device_pupil', lifecycle: 'base' },
      ...{ number: rows[0]?.number ?? 1, changedAt: LONG_AGO, clientKey: randomUUID(), ...given },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Rule = { classId: string; basis: string; amount?: number; per?: number }

/** A published standard of a Schulform with these lines. */
export async function aStandard(
  rules: Rule[],
  given: { schoolForm?: string; number?: number; validFrom?: string } = {},
) {
  const { validFrom = '2026-08-01', ...row } = given
  const standard = await db()
    .insertInto('equipmentStandards')
    .values({ schoolForm: 'comprehensive', number: 1, createdAt: LONG_AGO, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (rules.length > 0)
    await db()
      .insertInto('equipmentRules')
      .values(rules.map((rule) => ({ amount: 1, standardId: standard.id, ...rule })))
      .execute()
  await db()
    .updateTable('equipmentStandards')
    .set({ status: 'published', publishedAt: LONG_AGO, validFrom })
    .where('id', '=', standard.id)
    .execute()
  return standard
}

/** How large a school is; the newest entry counts. */
export async function someFigures(
  schoolId: string,
  given: { pupils?: number; teachers?: number; rooms?: number; schoolYear?: string } = {},
) {
  await db()
    .insertInto('schoolFigures')
    .values({
      ...{ schoolId, schoolYear: '2026/27', pupils: 600, teachers: 50, rooms: 30 },
      ...{ source: 'school', enteredAt: LONG_AGO, clientKey: randomUUID(), ...given },
    })
    .execute()
}

export function aNeed(
  given: { schoolId: string; classId: string } & Partial<Insertable<EquipmentNeeds>>,
) {
  return db()
    .insertInto('equipmentNeeds')
    .values({
      ...{ tier: 'base', quantity: 10, createdAt: LONG_AGO, changedAt: LONG_AGO },
      ...{ clientKey: randomUUID(), ...given },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A talk outside of any round, open unless told otherwise. */
export function aTalk(given: { schoolId: string } & Partial<Insertable<EquipmentTalks>>) {
  return db()
    .insertInto('equipmentTalks')
    .values({
      ...{ schoolYear: '2026/27', createdAt: LONG_AGO, changedAt: LONG_AGO },
      ...{ clientKey: randomUUID(), ...given },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const PAST = {
  startsAt: new Date('2026-10-05T08:00:00Z'),
  endsAt: new Date('2026-10-05T09:00:00Z'),
}

/** One that took place and waits for its signatures. */
export const aHeldTalk = (given: Parameters<typeof aTalk>[0]) =>
  aTalk({ ...PAST, status: 'held', heldAt: PAST.endsAt, ...given })

/** A version of the school's concept, and the concept where there is none. */
export async function aSharedVersion(
  schoolId: string,
  { status = 'frozen', number = 1 }: { status?: 'frozen' | 'published'; number?: number } = {},
) {
  const known = await db()
    .selectFrom('concepts')
    .where('schoolId', '=', schoolId)
    .select('id')
    .executeTakeFirst()
  const concept =
    known ??
    (await db()
      .insertInto('concepts')
      .values({
        ...{ schoolId, title: 'Medienkonzept', createdAt: LONG_AGO, changedAt: LONG_AGO },
        clientKey: randomUUID(),
      })
      .returning('id')
      .executeTakeFirstOrThrow())
  const isOut = status === 'published'
  return db()
    .insertInto('conceptVersions')
    .values({
      ...{ conceptId: concept.id, number, status, changeNote: 'Fortgeschrieben' },
      ...{ schoolName: 'Schule', schoolForm: 'comprehensive', title: 'Medienkonzept' },
      ...{ scope: isOut ? 'network' : null, publishedAt: isOut ? LONG_AGO : null },
      ...{ createdAt: LONG_AGO, clientKey: randomUUID() },
    })
    .returning(['id', 'conceptId', 'number'])
    .executeTakeFirstOrThrow()
}
