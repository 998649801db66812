import '#db/testing.ts'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aCell, aConcept, aLesson } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aClass, aHeldTalk, aNeed, aSharedVersion, aTalk } from '#db/factories/talks.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { NotFound } from '#server/platform/errors.ts'
import { needsFor } from '../../equipment/needs/views.ts'
import { stockFor } from '../../equipment/stock/views.ts'
import { editLessonFor, lessonFor, lessonsFor } from '../../lessons/views.ts'
import { workingMarks } from '../../matrix/views.ts'
import { openCycle } from '../../talks/cycles/commands.ts'
import { signTalk } from '../../talks/signing/commands.ts'
import { resultFor, sharedConceptFor, talkFor, talksFor } from '../../talks/views.ts'
import { handOver } from '../commands.ts'

type School = { id: string; slug: string }
const NOTHING = new URLSearchParams()
let [old, heir]: School[] = []
let operator: Actor
let petra: Actor

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  old = await aSchool({ name: 'Alte Schule', ownership: 'public' })
  heir = await aSchool({ name: 'Neue Schule', ownership: 'public' })
  operator = await anActor('operator')
  petra = await anActor('principal', { schoolId: heir.id })
})
const schools = () => ({ old: old as School, heir: heir as School })
const handing = (outcome: 'moves' | 'archived') =>
  handOver(operator, { from: schools().old.slug, to: schools().heir.slug, outcome })

/** A lesson at 4.1 that a colleague wrote, linked with a cell, and used at its school. */
async function aTaughtLesson(conceptId: string, schoolId: string) {
  const lesson = await aLesson({
    ...{ schoolId, visibility: 'school', competencies: ['4.1'], gradeLevels: ['5'] },
  })
  const cell = await aCell({ conceptId, competency: '4.1', gradeLevel: '6' })
  await db().insertInto('cellLessons').values({ cellId: cell.id, lessonId: lesson.id }).execute()
  const use = { lessonId: lesson.id, schoolId, schoolYear: '2025/26', saidAt: new Date() }
  await db().insertInto('lessonUses').values(use).execute()
  return lesson
}

const marksOf = async (actor: Actor, { slug }: School) =>
  (await workingMarks(actor, slug)).marks.map(({ competency, grade }) => `${competency} ${grade}`)

test('lessons keep address, matrix, cells and where they are used when the concept moves', async () => {
  const { old: from, heir: to } = schools()
  const concept = await aConcept({ schoolId: from.id })
  const lesson = await aTaughtLesson(concept.id, from.id)
  const before = await anActor('principal', { schoolId: from.id })
  const marks = await marksOf(before, from)
  expect(marks).toEqual(['4.1 5', '4.1 6'])
  await handing('moves')
  const seen = await lessonFor(petra, String(lesson.number))
  expect(seen.lesson.uses).toMatchObject([{ school: 'Alte Schule', schoolYear: '2025/26' }])
  expect((await lessonsFor(petra, to.slug)).lessons).toHaveLength(1)
  await editLessonFor(petra, String(lesson.number))
  expect(await marksOf(petra, to)).toEqual(marks)
  await expect(lessonFor(before, String(lesson.number))).rejects.toThrow(NotFound)
})

test('beside an own concept both copies of a lesson stay, and the archive keeps its matrix', async () => {
  const { old: from, heir: to } = schools()
  const concept = await aConcept({ schoolId: from.id })
  await aConcept({ schoolId: to.id })
  const lesson = await aTaughtLesson(concept.id, from.id)
  const source = await aLesson({ schoolId: (await aSchool()).id, visibility: 'school' })
  for (const schoolId of [from.id, to.id]) await aLesson({ schoolId, adoptedFrom: source.id })
  const before = await anActor('principal', { schoolId: from.id })
  const marks = await marksOf(before, from)
  expect(marks).toEqual(['4.1 5', '4.1 6'])
  await handing('archived')
  const rows = await db()
    .selectFrom('lessonConcepts')
    .where('schoolId', '=', to.id)
    .select('adoptedFrom')
    .execute()
  expect(rows.filter(({ adoptedFrom }) => adoptedFrom === source.id)).toHaveLength(2)
  await editLessonFor(petra, String(lesson.number))
  expect(await marksOf(petra, from)).toEqual(marks)
})

test('talks stay readable with the name under which they were held; what was not held moves or ends', async () => {
  const { old: from } = schools()
  const { id: versionId } = await aSharedVersion(from.id)
  const amt = await anActor('school_authority_staff')
  const cycle = { startsOn: '2026-08-01', months: 12, dueOn: '2027-06-30' }
  await openCycle(amt, { ...cycle, clientKey: crypto.randomUUID() })
  const held = await aHeldTalk({ schoolId: from.id, versionId, sharedAt: new Date() })
  const before = await anActor('principal', { schoolId: from.id })
  const { content } = (await resultFor(amt, String(held.number))) as { content: number }
  await signTalk(before, String(held.number), { content })
  await signTalk(amt, String(held.number), { content })
  const between = await aTalk({ schoolId: from.id })
  await handing('moves')
  const seen = await resultFor(petra, String(held.number))
  expect(seen.talk.title).toContain('Alte Schule, jetzt Neue Schule')
  expect(seen.signatures).toHaveLength(2)
  await sharedConceptFor(petra, String(held.number))
  expect((await talkFor(petra, String(between.number))).talk.title).toContain(', Neue Schule')
  const own = await talksFor(petra, NOTHING)
  expect(own.talks.rows.map(({ state }) => state).sort()).toEqual([
    ...['agreed', 'closed', 'open', 'open'],
  ])
  await expect(talkFor(before, String(between.number))).rejects.toThrow(NotFound)
})

test('counts stand at a site of the old name beside the own ones, needs go along', async () => {
  const { old: from, heir: to } = schools()
  await aConcept({ schoolId: from.id })
  const classId = (await aClass()).id
  for (const school of [from, to]) {
    const { id } = await db()
      .insertInto('inventorySnapshots')
      .values({
        ...{ schoolId: school.id, takenOn: '2026-09-01', source: 'school', site: '' },
        ...{ enteredAt: new Date(), acceptedAt: new Date(), clientKey: crypto.randomUUID() },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db().insertInto('inventoryRows').values({ snapshotId: id, classId, count: 7 }).execute()
  }
  await aNeed({ schoolId: from.id, classId })
  await handing('moves')
  const { stock, school } = await stockFor(petra, to.slug, null)
  expect(stock.map(({ site, count }) => [site, count])).toEqual([
    ...[
      ['', 7],
      ['Alte Schule', 7],
    ],
  ])
  expect(school.hasSeveralSites).toBe(true)
  expect((await needsFor(petra, to.slug)).needs).toMatchObject([{ site: 'Alte Schule' }])
})
