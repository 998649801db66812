import { sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgSeats } from '#db/types.ts'
import { type Consent, FINDABLE_KINDS, type Joining, type Phase } from '../contract.ts'

/**
 * Brings the seats in line with who is in: a new one for each school that came, none left undecided for a school
 * that went. Walled groups have none: nobody outside learns who is in. Decided ones stay as memory, so that leaving and coming back does not wash a refusal away.
 * Call it under the lock of the PLG.
 *
 * @returns the schools whose principals are now to be asked
 */
export async function settleSeats(plgId: string, now: Date): Promise<string[]> {
  await db()
    .deleteFrom('plgSeats')
    .where('plgSeats.plgId', '=', plgId)
    .where('plgSeats.consent', '=', 'open')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('plgMembers')
            .whereRef('plgMembers.plgId', '=', 'plgSeats.plgId')
            .whereRef('plgMembers.schoolId', '=', 'plgSeats.schoolId')
            .where('plgMembers.state', '=', 'active')
            .select('plgMembers.id'),
        ),
      ),
    )
    .execute()
  const opened = await db()
    .insertInto('plgSeats')
    .columns(['plgId', 'schoolId', 'since'])
    .expression(
      db()
        .selectFrom('plgMembers')
        .innerJoin('plgs', 'plgs.id', 'plgMembers.plgId')
        .where('plgId', '=', plgId)
        .where('plgs.kind', 'in', FINDABLE_KINDS)
        .where('state', '=', 'active')
        .where('schoolId', 'is not', null)
        .select(['plgId', 'schoolId', sql<Date>`${now}::timestamptz`.as('since')])
        .distinct(),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('schoolId')
    .execute()
  return opened.map((row) => row.schoolId)
}

const hasTeacher = sql<boolean>`exists (select 1 from plg_members m where m.plg_id = plg_seats.plg_id
  and m.school_id = plg_seats.school_id and m.state = 'active')`

/** @returns false when the school has nobody in that PLG */
export async function updateConsent(
  at: { plgId: string; schoolId: string },
  row: Updateable<PlgSeats> & { consent: Consent },
): Promise<boolean> {
  const { numUpdatedRows } = await db()
    .updateTable('plgSeats')
    .set(row)
    .where('plgId', '=', at.plgId)
    .where('schoolId', '=', at.schoolId)
    .where(hasTeacher)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/**
 * What a principal may know of the PLGs the school has a seat in: outer facts, the agreement as it holds, and the
 * own delegates.
 */
export function listSeatsOf(schoolId: string) {
  return db()
    .selectFrom('plgSeats')
    .innerJoin('plgs', 'plgs.id', 'plgSeats.plgId')
    .leftJoin('plgAgreements as agreement', (join) =>
      join
        .onRef('agreement.plgId', '=', 'plgs.id')
        .on(
          'agreement.version',
          '=',
          sql<number>`(select max(version) from plg_agreements a where a.plg_id = plgs.id)`,
        ),
    )
    .where('plgSeats.schoolId', '=', schoolId)
    .where(hasTeacher)
    .select([
      'plgSeats.timeBudget',
      'plgSeats.version as seatVersion',
      'plgSeats.agreedVersion',
      'agreement.version',
      'agreement.text as agreement',
      'agreement.rhythm',
      'agreement.endsOn',
      'plgs.id',
      'plgs.slug',
      'plgs.title',
      'plgs.question',
      'plgSeats.since',
      'plgSeats.reason',
      'plgSeats.decidedAt',
      sql<Joining>`plgs.joining`.as('joining'),
      sql<Phase>`plgs.phase`.as('phase'),
      sql<Consent>`plg_seats.consent`.as('consent'),
      sql<string[]>`array(select p.first_name || ' ' || p.last_name from plg_members m
        join persons p on p.id = m.person_id
        where m.plg_id = plg_seats.plg_id and m.school_id = plg_seats.school_id
          and m.state = 'active' order by p.last_name, p.first_name)`.as('delegates'),
    ])
    .orderBy(sql`array_position(array['open', 'refused', 'granted'], plg_seats.consent)`)
    .orderBy('plgs.title')
    .execute()
}

/** Undecided seats of these schools, counted per school, with one of the titles. */
export function listUndecided(schoolIds: string[]) {
  return db()
    .selectFrom('plgSeats')
    .innerJoin('plgs', 'plgs.id', 'plgSeats.plgId')
    .innerJoin('schools', 'schools.id', 'plgSeats.schoolId')
    .where('plgSeats.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .where('plgSeats.consent', '=', 'open')
    .groupBy(['schools.id', 'schools.slug', 'schools.name'])
    .select([
      'schools.id',
      'schools.slug',
      'schools.name',
      sql<string>`min(plgs.title)`.as('title'),
    ])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .orderBy('schools.name')
    .execute()
}

/** Audience: who leads a school now. */
export function headsOf(schoolId: string, now: Date) {
  return db()
    .selectFrom('memberships')
    .where('schoolId', '=', schoolId)
    .where('role', 'in', ['principal', 'deputy_principal'])
    .where('state', '=', 'confirmed')
    .where('validFrom', '<=', now)
    .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
    .select('personId')
    .distinct()
}

/** Title and school of a seat, for its sentences. */
export function findSeat(plgId: string, schoolId: string) {
  return db()
    .selectFrom('plgSeats')
    .innerJoin('plgs', 'plgs.id', 'plgSeats.plgId')
    .innerJoin('schools', 'schools.id', 'plgSeats.schoolId')
    .where('plgSeats.plgId', '=', plgId)
    .where('plgSeats.schoolId', '=', schoolId)
    .select(['plgs.title', 'schools.name as school', sql<Consent>`plg_seats.consent`.as('consent')])
    .executeTakeFirst()
}

export function listSchools(ids: string[]) {
  return db()
    .selectFrom('schools')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'slug', 'name'])
    .execute()
}

export function findSchool(slug: string) {
  return db()
    .selectFrom('schools')
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name'])
    .executeTakeFirst()
}
