import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { TransferSheets } from '#db/types.ts'
import type { MemberOf } from '#server/plg/policy.ts'
import type { TransferState } from './contract.ts'

/** Groups in which nobody takes anything home, and of which nothing leaves the room. */
const WITHOUT_SHEETS = ['supervision', 'principals_circle']

const sheets = () =>
  db()
    .selectFrom('transferSheets as t')
    .innerJoin('schools as s', 's.id', 't.schoolId')
    .select([
      't.cycle',
      't.schoolId',
      't.take',
      't.toWhom',
      't.how',
      't.dueOn',
      't.need',
      't.result',
      't.reason',
      't.version',
      't.changedAt',
      's.name as school',
      sql<TransferState>`t.state`.as('state'),
    ])

export const listOf = ({ plgId }: MemberOf, cycle: number) =>
  sheets().where('t.plgId', '=', plgId).where('t.cycle', '=', cycle).orderBy('s.name').execute()

/** The sheets of one school in all its PLGs; nothing else of them. */
export const listOfSchool = (schoolId: string, limit: number) =>
  sheets()
    .innerJoin('plgs', 'plgs.id', 't.plgId')
    .where('t.schoolId', '=', schoolId)
    .where('plgs.kind', 'not in', WITHOUT_SHEETS)
    .select(['plgs.id as plgId', 'plgs.title as plg'])
    .orderBy('t.changedAt', 'desc')
    .limit(limit)
    .execute()

export function findPlg(plgId: string) {
  return db()
    .selectFrom('plgs')
    .where('id', '=', plgId)
    .select('cycle')
    .select((eb) => eb('kind', 'not in', WITHOUT_SHEETS).as('hasSheets'))
    .executeTakeFirstOrThrow()
}

/** The schools somebody sits for now. */
export const listSchools = ({ plgId }: MemberOf) =>
  db()
    .selectFrom('plgMembers as m')
    .innerJoin('schools as s', 's.id', 'm.schoolId')
    .where('m.plgId', '=', plgId)
    .where('m.state', '=', 'active')
    .groupBy(['s.id', 's.name'])
    .orderBy('s.name')
    .select(['s.id', 's.name'])
    .execute()

export const findSchool = (slug: string) =>
  db()
    .selectFrom('schools')
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name'])
    .executeTakeFirst()

/**
 * Saves a sheet that nobody has saved meanwhile; the database is the judge of that.
 *
 * @returns whether it was saved
 */
export async function putSheet(
  row: Omit<Insertable<TransferSheets>, 'version'>,
  version: number,
): Promise<boolean> {
  const { plgId, cycle, schoolId, ...set } = row
  const next = { ...set, version: version + 1 }
  if (version === 0) {
    const made = await db()
      .insertInto('transferSheets')
      .values({ ...row, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .returning('cycle')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await db()
    .updateTable('transferSheets')
    .set(next)
    .where('plgId', '=', plgId)
    .where('cycle', '=', cycle)
    .where('schoolId', '=', schoolId)
    .where('version', '=', version)
    .returning('cycle')
    .executeTakeFirst()
  return changed !== undefined
}
