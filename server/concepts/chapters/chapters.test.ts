import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole, aConceptVersion, aSection } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { openThread } from '#server/documents/comments/commands.ts'
import { listMembers } from '#server/documents/comments/sql.ts'
import { deleteDocument, markTemplate } from '#server/documents/commands.ts'
import { exportFor } from '#server/documents/exchange/views.ts'
import { saveSimply } from '#server/documents/text/commands.ts'
import { readingFor, simpleFormFor } from '#server/documents/text/views.ts'
import {
  documentCards,
  insideDocument,
  locateDocument,
  searchDocuments,
  standingTo,
} from '#server/documents/views.ts'
import { registerHouse } from '#server/open.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import {
  addChapter,
  moveChapter,
  removeChapter,
  restoreChapter,
  setChapter,
  takeStandardChapters,
} from './commands.ts'
import { beginText } from './templates/commands.ts'
import { takenTextFor, templatesForChapter } from './templates/views.ts'
import { chaptersFor } from './views.ts'

let school: { id: string; slug: string }
let conceptId: string
let editor: Actor
let teacher: Actor

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool()
  const concept = await aConcept({ schoolId: school.id, title: 'Medienkonzept Test' })
  conceptId = concept.id
  editor = await anActor('teacher', { schoolId: school.id })
  teacher = await anActor('teacher', { schoolId: school.id })
  await aConceptRole({ conceptId, personId: editor.id })
})

const add = (title: string, clientKey = randomUUID()) =>
  addChapter(editor, school.slug, { clientKey, title, kind: 'free' })
const list = async () => (await chaptersFor(editor, school.slug, null)).chapters
const titles = async () => (await list()).map(({ title }) => title)
async function idOf(title: string): Promise<string> {
  return (await list()).find((line) => line.title === title)?.id ?? ''
}
const placeOf = ({ number }: { number: number }) => ({
  home: { kind: 'concept', slug: school.slug },
  document: String(number),
})
const isHidden = (error: unknown) => error instanceof NotFound || error instanceof Forbidden

test('a new concept has no chapters; the usual ones come once, however often and by whom they are asked for', async () => {
  expect(await titles()).toEqual([])
  const came = await Promise.all([
    takeStandardChapters(editor, school.slug),
    takeStandardChapters(editor, school.slug),
  ])
  expect(came.sort()).toEqual([0, 8])
  expect((await list()).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('the same form sent twice at once is one chapter', async () => {
  const key = randomUUID()
  const [one, other] = await Promise.all([add('Ziele', key), add('Ziele', key)])
  expect(one).toEqual(other)
  expect(await titles()).toEqual(['Ziele'])
})

test('of two who move at once the second is told', async () => {
  for (const title of ['A', 'B', 'C']) await add(title)
  const chapter = await idOf('C')
  const move = () => moveChapter(editor, school.slug, { chapter, position: 2, to: 'up' })
  const done = await Promise.allSettled([move(), move()])
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await titles()).toEqual(['A', 'C', 'B'])
})

test('who sets what somebody else has just set sees what stands there', async () => {
  await add('A')
  const [line] = await list()
  const input = {
    chapter: line?.id ?? '',
    title: 'Neu',
    version: line?.version ?? 1,
    state: 'done',
    visibility: 'public',
    responsible: teacher.id,
  } as const
  await setChapter(editor, school.slug, input)
  expect((await list())[0]).toMatchObject({
    ...{ title: 'Neu', state: 'done', visibility: 'public', responsible: { id: teacher.id } },
  })
  await expect(setChapter(editor, school.slug, input)).rejects.toBeInstanceOf(Conflict)
  const stranger = await anActor()
  const version = (await list())[0]?.version ?? 0
  await expect(
    setChapter(editor, school.slug, { ...input, version, responsible: stranger.id }),
  ).rejects.toMatchObject({ field: 'responsible' })
})

test('a removed chapter is gone for readers, and comes back with its text', async () => {
  const made = await add('Weg')
  const id = await idOf('Weg')
  await removeChapter(editor, school.slug, id)
  expect(await titles()).toEqual([])
  await expect(insideDocument(editor, placeOf(made))).rejects.toBeInstanceOf(NotFound)
  await restoreChapter(editor, school.slug, id)
  expect(await titles()).toEqual(['Weg'])
  expect((await insideDocument(editor, placeOf(made))).document.title).toBe('Weg')
})

test('its text is written, commented, found and exported like every document, by its school', async () => {
  const made = await add('Ausstattung')
  const place = placeOf(made)
  const { base } = await simpleFormFor(editor, place)
  const path = await saveSimply(editor, place, { base, markdown: 'Dreißig Tablets' })
  expect(path).toBe(`/konzepte/${school.slug}/entwurf/dokumente/${made.number}-ausstattung`)
  const thread = { thread: randomUUID(), quote: '', body: 'Reicht das?' }
  await openThread(editor, place, thread)
  const reading = await readingFor(teacher, place)
  expect(reading.html).toContain('Dreißig Tablets')
  expect(reading.home.shelf.path).toBe(`/konzepte/${school.slug}/entwurf/kapitel`)
  expect((await exportFor(teacher, place, 'md')).name).toBe('ausstattung.md')
  expect(await searchDocuments(editor, ['tablets'], 5)).toHaveLength(1)
  expect((await list())[0]).toMatchObject({ state: 'in_progress', firstWords: 'Dreißig Tablets' })
  const id = (await locateDocument(path)) ?? ''
  expect(await documentCards(teacher, [id])).toMatchObject([{ title: 'Ausstattung', path }])
  const people = (await listMembers(id, new Date())).map((person) => person.id)
  expect(people.sort()).toEqual([editor.id, teacher.id].sort())
})

test('the chapter decides about its document: not moved, put away or offered as a template by itself', async () => {
  const place = placeOf(await add('A'))
  const { facts } = await insideDocument(editor, place)
  expect(facts.home).toMatchObject({ write: true, isBound: true })
  await expect(deleteDocument(editor, place)).rejects.toBeInstanceOf(Forbidden)
  await expect(markTemplate(editor, place, true)).rejects.toBeInstanceOf(Forbidden)
})

test('a teacher of the school reads and does not write; people from elsewhere learn nothing', async () => {
  const made = await add('A')
  const id = await idOf('A')
  const documentId = (await locateDocument(`/konzepte/x/entwurf/dokumente/${made.number}`)) ?? ''
  expect(await standingTo(teacher, documentId)).toMatchObject({ canRead: true, canChange: false })
  expect((await chaptersFor(teacher, school.slug, made.number)).chapters).toHaveLength(1)
  const outsiders = [
    await anActor(),
    ...(await Promise.all(
      ['smz_staff', 'school_authority_staff', 'operator'].map((role) => anActor(role)),
    )),
  ]
  for (const actor of outsiders) {
    expect(await standingTo(actor, documentId)).toMatchObject({ canRead: false, canChange: false })
    expect(await documentCards(actor, [documentId])).toEqual([])
    await expect(chaptersFor(actor, school.slug, null)).rejects.toSatisfy(isHidden)
    await expect(readingFor(actor, placeOf(made))).rejects.toSatisfy(isHidden)
  }
  for (const actor of [teacher, ...outsiders])
    for (const attempt of [
      () => addChapter(actor, school.slug, { clientKey: randomUUID(), title: 'X', kind: 'free' }),
      () => takeStandardChapters(actor, school.slug),
      () => moveChapter(actor, school.slug, { chapter: id, position: 0, to: 'up' }),
      () => removeChapter(actor, school.slug, id),
      () => beginText(actor, school.slug, { chapter: id, from: 'ziele' }),
      () => templatesForChapter(actor, school.slug, made.number),
      () => takenTextFor(actor, school.slug, made.number, 'ziele'),
    ])
      await expect(attempt()).rejects.toSatisfy(isHidden)
})

test('a template begins a text once, above what stood there', async () => {
  const made = await add('A')
  const chapter = await idOf('A')
  const { base } = await simpleFormFor(editor, placeOf(made))
  await saveSimply(editor, placeOf(made), { base, markdown: 'Vorher' })
  for (let twice = 0; twice < 2; twice++)
    await beginText(editor, school.slug, { chapter, from: 'ziele' })
  const { html } = await readingFor(editor, placeOf(made))
  expect(html.match(/gutes Lernen/g)).toHaveLength(1)
  expect(html).toContain('Vorher')
  const kept = await db().selectFrom('documentVersions').select(['kind', 'name']).execute()
  expect(kept).toHaveLength(1)
})

test('examples are what this person reads of other schools, those of the same Schulform first', async () => {
  const form = (await db().selectFrom('schools').select('schoolForm').executeTakeFirstOrThrow())
    .schoolForm
  const sections = async (schoolForm: string, visibility: string) => {
    const other = await aConcept()
    const version = await aConceptVersion({
      ...{ conceptId: other.id, published: 'network', schoolForm, schoolName: schoolForm },
    })
    await aSection({
      versionId: version.id,
      position: 0,
      visibility,
      words: 'Text',
      html: '<p>Text</p>',
    })
    return `${version.id}:0`
  }
  const elsewhere = form === 'vocational' ? 'primary' : 'vocational'
  const far = await sections(elsewhere, 'network')
  const near = await sections(form, 'network')
  const secret = await sections(form, 'school')
  const made = await add('A')
  const view = await templatesForChapter(editor, school.slug, made.number)
  expect(view.examples.map(({ key }) => key)).toEqual([near, far])
  const chapter = await idOf('A')
  await expect(beginText(editor, school.slug, { chapter, from: secret })).rejects.toBeInstanceOf(
    Refusal,
  )
  const taken = (from: string) => takenTextFor(editor, school.slug, made.number, from)
  await expect(taken(secret)).rejects.toBeInstanceOf(Refusal)
  await expect(taken('gibt-es-nicht')).rejects.toBeInstanceOf(Refusal)
  expect(JSON.stringify((await taken(near)).blocks)).toContain(`${form}, Version 1`)
  await beginText(editor, school.slug, { chapter, from: near })
  expect((await readingFor(editor, placeOf(made))).html).toContain(
    `im Medienkonzept ${form}, Version 1`,
  )
})
