import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgAgreements, PlgNorms } from '#db/types.ts'
import type { Consent, Phase } from '../contract.ts'
import type { MemberOf } from '../policy.ts'

export function findPlgState({ plgId }: Pick<MemberOf, 'plgId'>) {
  return db()
    .selectFrom('plgs')
    .where('id', '=', plgId)
    .select(['kind', 'cycle', sql<Phase>`phase`.as('phase')])
    .executeTakeFirst()
}

/** Versions of the agreement, the newest first. */
export function listAgreements({ plgId }: Pick<MemberOf, 'plgId'>, limit: number) {
  return db()
    .selectFrom('plgAgreements')
    .leftJoin('persons', 'persons.id', 'plgAgreements.madeBy')
    .where('plgId', '=', plgId)
    .select([
      'plgAgreements.version',
      'plgAgreements.text',
      'plgAgreements.rhythm',
      'plgAgreements.endsOn',
      'plgAgreements.madeAt',
      'plgAgreements.madeBy',
      'persons.firstName',
      'persons.lastName',
    ])
    .orderBy('plgAgreements.version', 'desc')
    .limit(limit)
    .execute()
}

export async function insertAgreement(row: Insertable<PlgAgreements>): Promise<void> {
  await db().insertInto('plgAgreements').values(row).execute()
}

/** The number of the version that holds; 0 before the first. */
export async function latestVersion(plgId: string): Promise<number> {
  const row = await db()
    .selectFrom('plgAgreements')
    .where('plgId', '=', plgId)
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

const hasTeacher = sql<boolean>`exists (select 1 from plg_members m where m.plg_id = plg_seats.plg_id
  and m.school_id = plg_seats.school_id and m.state = 'active')`

/** The schools with somebody in the PLG: what they give, and to which version their principal has agreed. */
export function listSeats({ plgId }: Pick<MemberOf, 'plgId'>) {
  return db()
    .selectFrom('plgSeats')
    .innerJoin('schools', 'schools.id', 'plgSeats.schoolId')
    .where('plgSeats.plgId', '=', plgId)
    .where(hasTeacher)
    .select([
      'plgSeats.schoolId',
      'schools.name',
      'plgSeats.timeBudget',
      'plgSeats.version',
      'plgSeats.agreedVersion',
      sql<Consent>`plg_seats.consent`.as('consent'),
    ])
    .orderBy('schools.name')
    .execute()
}

/** What a school gives, and which version of that it is; undefined when it has no seat in that PLG. */
export function findBudget(plgId: string, schoolId: string) {
  return db()
    .selectFrom('plgSeats')
    .where('plgId', '=', plgId)
    .where('schoolId', '=', schoolId)
    .select(['timeBudget', 'version'])
    .executeTakeFirst()
}

export async function updateBudget(
  plgId: string,
  schoolId: string,
  timeBudget: string,
): Promise<void> {
  await db()
    .updateTable('plgSeats')
    .set((eb) => ({ timeBudget, version: eb('version', '+', 1) }))
    .where('plgId', '=', plgId)
    .where('schoolId', '=', schoolId)
    .execute()
}

/** Norms that hold, and those that were dropped; what was changed is kept in the log only. */
export function listNorms({ plgId }: Pick<MemberOf, 'plgId'>) {
  return db()
    .selectFrom('plgNorms')
    .where('plgId', '=', plgId)
    .where('state', 'in', ['active', 'dropped'])
    .select([
      ...(['id', 'text', 'agreedAt', 'reviewedAt', 'reviewedCycle', 'position'] as const),
      sql<'active' | 'dropped'>`state`.as('state'),
    ])
    .orderBy('position')
    .orderBy('id')
    .limit(200)
    .execute()
}

export function findNorm(plgId: string, id: string) {
  return db()
    .selectFrom('plgNorms')
    .where('plgId', '=', plgId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
}

/** @returns whether it was new: the same line twice is one */
export async function insertNorm(row: Insertable<PlgNorms>): Promise<boolean> {
  const made = await db()
    .insertInto('plgNorms')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function updateNorm(id: string, row: Updateable<PlgNorms>): Promise<void> {
  await db().updateTable('plgNorms').set(row).where('id', '=', id).execute()
}

/** Is this line among those that hold? */
export async function hasNorm(plgId: string, text: string): Promise<boolean> {
  const row = await db()
    .selectFrom('plgNorms')
    .where('plgId', '=', plgId)
    .where('state', '=', 'active')
    .where(sql<boolean>`search_key(text) = search_key(${text})`)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Schools whose principals are told of a new version: those with somebody in, unless they have refused. */
export function listTold(plgId: string) {
  return db()
    .selectFrom('plgSeats')
    .innerJoin('plgs', 'plgs.id', 'plgSeats.plgId')
    .where('plgSeats.plgId', '=', plgId)
    .where('plgSeats.consent', '<>', 'refused')
    .where(hasTeacher)
    .select(['plgSeats.schoolId', 'plgs.title'])
    .execute()
}
