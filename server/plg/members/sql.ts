import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgMembers } from '#db/types.ts'
import type { Consent, Kind, PlgRole } from '../contract.ts'

/** @returns the id, or undefined when the person has a live seat already */
export function insertMember(row: Insertable<PlgMembers>) {
  return db()
    .insertInto('plgMembers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function updateMember(id: string, row: Updateable<PlgMembers>): Promise<void> {
  await db().updateTable('plgMembers').set(row).where('id', '=', id).execute()
}

export async function removeMember(id: string): Promise<void> {
  await db().deleteFrom('plgMembers').where('id', '=', id).execute()
}

/** A row of this PLG by its id, whatever its state. */
export function findMember(plgId: string, id: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .where('plgMembers.plgId', '=', plgId)
    .where('plgMembers.id', '=', id)
    .selectAll('plgMembers')
    .select(['persons.firstName', 'persons.lastName', sql<PlgRole>`plg_members.role`.as('role')])
    .executeTakeFirst()
}

/** The row with which the person left last. */
export function findLastLeaving(plgId: string, personId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('personId', '=', personId)
    .where('state', '=', 'left')
    .orderBy('until', 'desc')
    .selectAll()
    .executeTakeFirst()
}

export function countActive(plgId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('state', '=', 'active')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where role = 'lead')`.as('leads'),
    ])
    .executeTakeFirstOrThrow()
}

export function countRequests(plgId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('state', '=', 'requested')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}

/** In how many running PLGs does the person already work, besides this one? */
export function countOthersOf(personId: string, except?: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('plgs', 'plgs.id', 'plgMembers.plgId')
    .where('plgMembers.personId', '=', personId)
    .where('plgMembers.state', '=', 'active')
    .where('plgMembers.role', 'in', ['lead', 'member'])
    .where('plgs.phase', '<>', 'closed')
    .$if(except !== undefined, (query) => query.where('plgs.id', '<>', except ?? ''))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}

/** Everybody inside, with the school they sit here for and whether its principal agrees. */
export function listMembers(plgId: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .leftJoin('schools', 'schools.id', 'plgMembers.schoolId')
    .leftJoin('plgSeats', (join) =>
      join
        .onRef('plgSeats.plgId', '=', 'plgMembers.plgId')
        .onRef('plgSeats.schoolId', '=', 'plgMembers.schoolId'),
    )
    .where('plgMembers.plgId', '=', plgId)
    .where('plgMembers.state', '=', 'active')
    .select([
      'plgMembers.id',
      'plgMembers.personId',
      'plgMembers.since',
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
      'plgSeats.reason',
      sql<Consent | null>`plg_seats.consent`.as('consent'),
      sql<PlgRole>`plg_members.role`.as('role'),
    ])
    .orderBy(sql`array_position(array['lead', 'facilitator', 'member', 'guest'], plg_members.role)`)
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}

/** Whom to ask about a PLG: those who speak for it and those who accompany it. */
export function listContacts(plgId: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .leftJoin('schools', 'schools.id', 'plgMembers.schoolId')
    .where('plgMembers.plgId', '=', plgId)
    .where('plgMembers.state', '=', 'active')
    .where('plgMembers.role', 'in', ['lead', 'facilitator'])
    .select([
      'plgMembers.id',
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
      sql<PlgRole>`plg_members.role`.as('role'),
    ])
    .orderBy('persons.lastName')
    .execute()
}

export function listRequests(plgId: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .leftJoin('schools', 'schools.id', 'plgMembers.schoolId')
    .where('plgMembers.plgId', '=', plgId)
    .where('plgMembers.state', '=', 'requested')
    .select([
      'plgMembers.id',
      'plgMembers.message',
      'plgMembers.since',
      'persons.firstName',
      'persons.lastName',
      'schools.name as school',
    ])
    .orderBy('plgMembers.since')
    .execute()
}

/** Open requests of every PLG the person leads, counted per PLG. */
export function listWaitingRequests(personId: string) {
  return db()
    .selectFrom('plgMembers as own')
    .innerJoin('plgs', 'plgs.id', 'own.plgId')
    .innerJoin('plgMembers as request', (join) =>
      join.onRef('request.plgId', '=', 'own.plgId').on('request.state', '=', 'requested'),
    )
    .where('own.personId', '=', personId)
    .where('own.state', '=', 'active')
    .where('own.role', '=', 'lead')
    .groupBy(['plgs.id', 'plgs.slug', 'plgs.title'])
    .select(['plgs.id', 'plgs.slug', 'plgs.title'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .orderBy('plgs.title')
    .execute()
}

export function listInvitationsOf(personId: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('plgs', 'plgs.id', 'plgMembers.plgId')
    .where('plgMembers.personId', '=', personId)
    .where('plgMembers.state', '=', 'invited')
    .select(['plgs.id', 'plgs.slug', 'plgs.title'])
    .orderBy('plgMembers.since')
    .execute()
}

/** Live rows of a person that stand for this school. */
export function listOfPersonAt(personId: string, schoolId: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('plgs', 'plgs.id', 'plgMembers.plgId')
    .where('personId', '=', personId)
    .where('schoolId', '=', schoolId)
    .where('state', 'in', ['requested', 'active'])
    .select(['plgMembers.id', 'plgId', 'state', sql<PlgRole>`role`.as('role')])
    .select(sql<Kind>`plgs.kind`.as('kind'))
    .execute()
}

/** Who has been a member longest, besides one person: takes over when the last lead is gone. */
export function findEldest(plgId: string, except: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('personId', '<>', except)
    .where('state', '=', 'active')
    .where('role', '=', 'member')
    .orderBy('since')
    .orderBy('id')
    .select(['id', 'personId'])
    .executeTakeFirst()
}

/** Rows with which somebody was turned away or removed, of this person. */
export function listEndings(ids: string[], personId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('personId', '=', personId)
    .where('state', 'in', ['removed', 'declined'])
    .select(['id'])
    .execute()
}

/** Audience: those who speak for a PLG. */
export function leadsOf(plgId: string) {
  return activeOf(plgId).where('role', '=', 'lead')
}

/** Audience: everybody inside. */
export function activeOf(plgId: string) {
  return db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('state', '=', 'active')
    .select('personId')
}

/** Audience: the person of one row. */
export function personOf(memberId: string) {
  return db().selectFrom('plgMembers').where('id', '=', memberId).select('personId')
}

/** What a reaction must know to put an event into words; undefined when it has been undone since. */
export function findTold(memberId: string) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('plgs', 'plgs.id', 'plgMembers.plgId')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .where('plgMembers.id', '=', memberId)
    .select(['plgs.title', 'plgMembers.state', 'persons.firstName', 'persons.lastName'])
    .executeTakeFirst()
}

/**
 * People with a seat for a school at which they have not been since that moment; in a circle of principals, for
 * one that they have not led since.
 */
export function listOrphaned(since: Date) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('plgs', 'plgs.id', 'plgMembers.plgId')
    .where('plgMembers.state', 'in', ['requested', 'active'])
    .where('plgMembers.schoolId', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('memberships')
            .whereRef('memberships.personId', '=', 'plgMembers.personId')
            .whereRef('memberships.schoolId', '=', 'plgMembers.schoolId')
            .where('memberships.state', 'in', ['confirmed', 'ended'])
            .where((or) =>
              or.or([
                or('plgs.kind', '<>', 'principals_circle'),
                or('memberships.role', 'in', ['principal', 'deputy_principal']),
              ]),
            )
            .where((or) =>
              or.or([
                or('memberships.validUntil', 'is', null),
                or('memberships.validUntil', '>', since),
              ]),
            )
            .select('memberships.id'),
        ),
      ),
    )
    .select(['plgMembers.personId', 'plgMembers.schoolId'])
    .distinct()
    .limit(100)
    .execute()
}
