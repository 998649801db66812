import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aCell, aConcept, aConceptVersion, aLesson } from '#db/factories/concept.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import { listMarks, listVersionMarks } from './sql.ts'

beforeEach(() => emptyDatabase())

const link = (cellId: string, lessonId: string) =>
  db().insertInto('cellLessons').values({ cellId, lessonId }).execute()

const linkProject = (conceptId: string, projectId: string, fields: object = {}) =>
  db()
    .insertInto('conceptProjects')
    .values({
      ...{ conceptId, projectId, addedAt: new Date(), competencies: ['6.3', '1.2'] },
      ...{ gradeBands: ['5-6', '9-10'], subjects: [], lastTaught: '2025/26', ...fields },
    })
    .execute()

const short = ({ competency, grade, subject, sourceKind, title, lastTaught }: Mark) =>
  `${competency} ${grade} ${subject} ${sourceKind} ${title || '–'} ${lastTaught ?? ''}`.trim()
type Mark = Awaited<ReturnType<typeof listMarks>>[number]

test('cells, lessons that colleagues read, and linked Vorhaben', async () => {
  const { id: conceptId, schoolId } = await aConcept()
  await aCell({ conceptId, lastTaught: '2024/25' })
  await aCell({ conceptId, gradeLevel: '7', status: 'retired' })
  const lesson = { schoolId, competencies: ['2.1'], gradeLevels: ['5', '6'], subjects: ['art'] }
  await aLesson({ ...lesson, title: 'Nur hier' })
  await aLesson({ ...lesson, visibility: 'network', licence: 'cc_by', title: 'Draußen' })
  await aLesson({ ...lesson, visibility: 'authors' })
  await aLesson({ ...lesson, deletedAt: new Date() })
  await aLesson({ schoolId, competencies: ['2.2'] })
  const plg = await aPlg()
  await linkProject(conceptId, (await aProject({ plgId: plg.id })).id)
  await linkProject(conceptId, (await aProject({ plgId: plg.id, deletedAt: new Date() })).id)
  const marks = await listMarks(conceptId)
  expect(marks.map(short).sort()).toEqual([
    '1.2 5-6  project – 2025/26',
    '1.2 9-10  project – 2025/26',
    '2.1 5 art lesson Draußen',
    '2.1 5 art lesson –',
    '2.1 6 art lesson Draußen',
    '2.1 6 art lesson –',
    '2.2   lesson –',
    '4.1 6 german cell Erklärvideo 2024/25',
    '6.3 5-6  project – 2025/26',
    '6.3 9-10  project – 2025/26',
  ])
})

test('a cell counts through its lessons, once, and by itself when they count for nothing', async () => {
  const { id: conceptId, schoolId } = await aConcept()
  const through = await aCell({ conceptId, lastTaught: '2025/26' })
  const alone = await aCell({ conceptId, competency: '4.2' })
  const same = { competencies: ['4.1'], gradeLevels: ['6'], subjects: ['german'] }
  const lesson = await aLesson({ schoolId, ...same, lastTaught: '2024/25' })
  const draft = await aLesson({ schoolId, visibility: 'authors' })
  await link(through.id, lesson.id)
  await link(alone.id, draft.id)
  const marks = await listMarks(conceptId)
  expect(marks.map(short)).toEqual([
    '4.1 6 german lesson – 2025/26',
    '4.2 6 german cell Erklärvideo',
  ])
  expect(marks[0]?.sourceId).toBe(lesson.id)
})

test('nothing of another school, and every mark fits into a version', async () => {
  const [own, other] = [await aConcept(), await aConcept()]
  await aCell({ conceptId: other.id })
  await aLesson({ schoolId: other.schoolId, competencies: ['1.1'], gradeLevels: ['5'] })
  const lesson = await aLesson({ schoolId: own.schoolId, competencies: ['1.1'] })
  const plg = await aPlg()
  const project = await aProject({ plgId: plg.id, visibility: 'public', title: 'Gefunden' })
  await linkProject(own.id, project.id)
  await link((await aCell({ conceptId: own.id })).id, lesson.id)
  const marks = await listMarks(own.id)
  const { id: versionId } = await aConceptVersion({ conceptId: own.id })
  await db()
    .insertInto('conceptVersionMarks')
    .values(marks.map((mark) => ({ versionId, ...mark })))
    .execute()
  const byKey = (list: object[]) => list.map((one) => JSON.stringify(Object.entries(one).sort()))
  const kept = await listVersionMarks([versionId])
  expect(byKey(kept.map(({ versionId: _, ...mark }) => mark)).sort()).toEqual(byKey(marks).sort())
  expect(marks.map(({ title }) => title)).toContain('Gefunden')
})
