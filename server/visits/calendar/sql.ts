import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Joining, Kind } from '#server/plg/contract.ts'

/** What a calendar needs of visits: no word of host or visitors. Whoever asks adds which. */
const dates = () =>
  db()
    .selectFrom('classroomVisits')
    .innerJoin('schools', 'schools.id', 'classroomVisits.hostSchoolId')
    .leftJoin('plgs', 'plgs.id', 'classroomVisits.plgId')
    .select([
      'classroomVisits.id',
      'classroomVisits.number',
      'classroomVisits.version',
      'classroomVisits.lesson',
      'classroomVisits.startsAt',
      'classroomVisits.endsAt',
      'classroomVisits.changedAt',
      'schools.name as school',
      sql<Kind | null>`plgs.kind`.as('kind'),
      sql<Joining | null>`plgs.joining`.as('joining'),
    ])

export type DateRow = Awaited<ReturnType<typeof findDate>>

export function findDate(id: string) {
  return dates().where('classroomVisits.id', '=', id).executeTakeFirstOrThrow()
}

/** Visits one gives or makes, once they are agreed. */
export function listAgreed(personId: string, { since, limit }: { since: Date; limit: number }) {
  const made = db()
    .selectFrom('classroomVisitors')
    .where('personId', '=', personId)
    .select('classroomVisitors.visitId as id')
  return dates()
    .where('classroomVisits.endsAt', '>=', since)
    .where('classroomVisits.state', 'in', ['accepted', 'held', 'debriefed'])
    .where('classroomVisits.deletedAt', 'is', null)
    .where(
      'classroomVisits.id',
      'in',
      db().selectFrom('classroomVisits').where('hostId', '=', personId).select('id').union(made),
    )
    .orderBy('classroomVisits.startsAt')
    .limit(limit)
    .execute()
}
