import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Conflict, Forbidden, NotFound } from '#server/platform/errors.ts'
import { adoptLesson, forgetUse, sayUse } from './adopting/commands.ts'
import {
  createLesson,
  deleteLesson,
  editLesson,
  publishLesson,
  restoreLesson,
  sayLessonName,
} from './commands.ts'
import { lessonFile } from './exporting/views.ts'
import { searchLessons } from './finding/views.ts'
import { createLessonInput, publishLessonInput } from './inputs.ts'
import { lessonFor, lessonsFor } from './views.ts'

let slug = ''
let schoolId = ''
let author: Actor
let colleague: Actor
let other: { schoolId: string; conceptId: string; editor: Actor }

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const [school, theirs] = await Promise.all([aSchool({ schoolForm: 'grammar' }), aSchool()])
  ;({ slug, id: schoolId } = school)
  await aConcept({ schoolId })
  author = await anActor('teacher', { schoolId })
  colleague = await anActor('teacher', { schoolId })
  const editor = await anActor('teacher', { schoolId: theirs.id })
  const concept = await aConcept({ schoolId: theirs.id })
  await aConceptRole({ conceptId: concept.id, personId: editor.id })
  other = { schoolId: theirs.id, conceptId: concept.id, editor }
})

const aim = 'Lernende drehen ein Erklärvideo.'
const wanted = (fields: object = {}) =>
  createLessonInput.parse({
    ...{ title: 'Brüche erklären', aim, subjects: ['mathematics'], gradeLevels: ['6'] },
    ...{
      competencies: ['4.1'],
      phase0Phase: 'Einstieg',
      phase0Minutes: 10,
      phase2Activity: 'Drehen',
    },
    ...{ clientKey: randomUUID(), ...fields },
  })
const numberOf = (path: string) => path.split('/').at(-1) ?? ''
const make = async (fields: object = {}) =>
  numberOf(await createLesson(author, slug, wanted(fields)))
const share = (param: string, fields: object = {}) =>
  lessonFor(author, param).then(({ lesson }) =>
    publishLesson(
      author,
      param,
      publishLessonInput.parse({
        visibility: 'public',
        licence: 'cc_by_sa',
        version: lesson.version,
        ...fields,
      }),
    ),
  )

test('a draft is its authors’ alone, counts for nobody, and the same form makes it once', async () => {
  const input = wanted()
  const both = await Promise.all([
    createLesson(author, slug, input),
    createLesson(author, slug, input),
  ])
  expect(both[0]).toBe(both[1])
  const param = numberOf(both[0] ?? '')
  const { lesson } = await lessonFor(author, param)
  expect(lesson.phases).toEqual([
    { phase: 'Einstieg', minutes: 10, activity: '', media: '' },
    { phase: 'Phase', minutes: null, activity: 'Drehen', media: '' },
  ])
  await expect(lessonFor(colleague, param)).rejects.toThrow(NotFound)
  expect((await lessonsFor(colleague, slug)).lessons).toEqual([])
  expect(await searchLessons(colleague, ['brüche'], 5)).toEqual([])
  expect(await searchLessons(author, ['brüche'], 5)).toHaveLength(1)
  await expect(createLesson(other.editor, slug, wanted())).rejects.toThrow(NotFound)
})

test('outside it needs a licence, an aim and no name of a child; names stand there by consent', async () => {
  const param = await make({ experience: 'Mia S. hat gern geschnitten.' })
  await expect(share(param, { licence: undefined })).rejects.toThrow(/Lizenz/)
  await expect(share(param)).rejects.toThrow(/Mia S\./)
  await share(param, { isChecked: true })
  expect((await lessonFor(null, param)).authors).toEqual({ named: [], others: 1 })
  await sayLessonName(author, param, true)
  expect((await lessonFor(null, param)).authors.named).toHaveLength(1)
  await expect(sayLessonName(colleague, param, true)).rejects.toThrow(NotFound)
  const bare = await make({ aim: '' })
  await expect(share(bare)).rejects.toThrow(/zuerst/)
  await share(bare, { visibility: 'school' })
  const { version } = (await lessonFor(colleague, bare)).lesson
  const input = publishLessonInput.parse({ visibility: 'public', licence: 'cc0', version })
  await expect(publishLesson(colleague, bare, input)).rejects.toThrow(Forbidden)
})

test('who is slower sees what stands there', async () => {
  const param = await make()
  const { clientKey: _, ...rest } = wanted({ title: 'Brüche filmen' })
  const change = { ...rest, authors: [author.id], isChecked: false, version: 1 }
  await editLesson(author, param, change)
  await expect(editLesson(author, param, change)).rejects.toThrow(Conflict)
  await expect(
    editLesson(author, param, { ...change, subjects: ['Zaubern'], version: 2 }),
  ).rejects.toThrow(/Zaubern/)
})

test('a school takes it once, under the same licence; what keeps all rights it does not', async () => {
  const param = await make()
  const take = () =>
    adoptLesson(other.editor, param, { conceptId: other.conceptId, clientKey: randomUUID() })
  await expect(take()).rejects.toThrow(NotFound)
  await share(param)
  const both = await Promise.allSettled([take(), take()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const copy = await db()
    .selectFrom('lessonConcepts')
    .where('adoptedFrom', 'is not', null)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(copy).toMatchObject({
    schoolId: other.schoolId,
    licence: 'cc_by_sa',
    visibility: 'school',
    experience: '',
  })
  const seen = await lessonFor(other.editor, String(copy.number))
  expect(seen.original?.path).toBe(`/unterricht/${param}`)
  expect(seen.lesson.phases).toHaveLength(2)
  const asOther = publishLessonInput.parse({ visibility: 'network', licence: 'cc0', version: 1 })
  await expect(publishLesson(other.editor, String(copy.number), asOther)).rejects.toThrow(
    /CC BY-SA/,
  )
  const kept = await make()
  await share(kept, { licence: 'all_rights_reserved' })
  await expect(
    adoptLesson(other.editor, kept, { conceptId: other.conceptId, clientKey: randomUUID() }),
  ).rejects.toThrow(Forbidden)
})

test('schools say where it is used, each for itself', async () => {
  const param = await make()
  await share(param, { visibility: 'network' })
  const use = { schoolId: other.schoolId, schoolYear: '2026/27', note: '' }
  await sayUse(other.editor, param, use)
  await sayUse(other.editor, param, { ...use, note: 'In zwei Klassen' })
  expect((await lessonFor(author, param)).lesson.uses).toMatchObject([{ note: 'In zwei Klassen' }])
  await expect(sayUse(other.editor, param, { ...use, schoolId })).rejects.toThrow(Forbidden)
  await forgetUse(other.editor, param, use)
  expect((await lessonFor(author, param)).lesson.uses).toEqual([])
})

test('deleted it is gone for all, and comes back to the school only', async () => {
  const param = await make()
  await share(param)
  await expect(deleteLesson(colleague, param)).rejects.toThrow(Forbidden)
  const { number } = await deleteLesson(author, param)
  await expect(lessonFor(null, param)).rejects.toThrow(NotFound)
  await expect(restoreLesson(colleague, slug, number)).rejects.toThrow(NotFound)
  await restoreLesson(author, slug, number)
  expect((await lessonFor(colleague, param)).lesson.visibility).toBe('school')
  await expect(lessonFor(null, param)).rejects.toThrow(NotFound)
})

test('files say what the page says, for machines only what is published', async () => {
  const param = await make({ title: 'Brüche | erklären' })
  expect((await lessonFile(author, param, 'md')).text).toContain('# Brüche \\| erklären')
  await expect(lessonFile(author, param, 'json')).rejects.toThrow(NotFound)
  await expect(lessonFile(null, param, 'md')).rejects.toThrow(NotFound)
  await share(param)
  const { text } = await lessonFile(null, param, 'json')
  expect(JSON.parse(text)).toMatchObject({
    learningResourceType: 'Unterrichtskonzept',
    teaches: [{ notation: '4.1' }],
    license: { id: 'https://creativecommons.org/licenses/by-sa/4.0/' },
    creator: [],
  })
  await expect(lessonFile(null, param, 'exe')).rejects.toThrow(NotFound)
})
