import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { anActor } from './person.ts'
import { aMember } from './plg.ts'
import { aProject } from './project.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A school in a PLG: a teacher of it inside, and the word of its principal. */
export async function aSeatedSchool(plgId: string, consent = 'granted') {
  const teacher = await anActor()
  const schoolId = teacher.memberships[0]?.schoolId ?? ''
  await aMember({ plgId, personId: teacher.id, schoolId })
  await db().insertInto('plgSeats').values({ plgId, schoolId, consent, since: LONG_AGO }).execute()
  return { teacher, schoolId }
}

export function aNorm(plgId: string, text = 'Wir fangen pünktlich an.') {
  return db()
    .insertInto('plgNorms')
    .values({ plgId, text, position: 0, agreedAt: LONG_AGO })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A date of a PLG, planned unless told otherwise. */
export function aSession(plgId: string, given: { cycle?: number; state?: string } = {}) {
  return db()
    .insertInto('plgSessions')
    .values({
      plgId,
      title: 'Auftakt',
      startsAt: new Date('2026-12-03T13:00:00Z'),
      endsAt: new Date('2026-12-03T15:00:00Z'),
      mode: 'presence',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Software of a Vorhaben, with what is known of it. */
export async function aSoftware(projectId: string, status = 'unknown', position = 0) {
  const name = `Werkzeug ${position + 1}`
  await db().insertInto('projectSoftware').values({ projectId, position, name, status }).execute()
}

export async function aReport(projectId: string): Promise<void> {
  await db()
    .insertInto('closingReports')
    .values({
      projectId,
      oneSentence: 'Es hilft.',
      recommendation: 'adopt',
      savedAt: LONG_AGO,
    })
    .execute()
}

/** What a school takes home from a cycle. */
export async function aSheet(plgId: string, schoolId: string, cycle = 1): Promise<void> {
  await db()
    .insertInto('transferSheets')
    .values({ plgId, cycle, schoolId, take: 'Brüche falten', changedAt: LONG_AGO })
    .execute()
}

/** Everything the first gate asks for. @returns the schools */
export async function openFirstGate(plgId: string): Promise<string[]> {
  const first = await aSeatedSchool(plgId)
  const second = await aSeatedSchool(plgId)
  await aNorm(plgId)
  await aSession(plgId)
  return [first.schoolId, second.schoolId]
}

/** Everything the last gate asks for, for these schools. @returns the Vorhaben */
export async function openLastGate(plgId: string, schools: string[], cycle = 1) {
  const project = await aProject({ plgId, cycle, status: 'completed' })
  await aReport(project.id)
  for (const schoolId of schools) await aSheet(plgId, schoolId, cycle)
  return project
}
