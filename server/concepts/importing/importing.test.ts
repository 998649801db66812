import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { currentContent } from '#server/collab/journal.ts'
import { takeFile } from '#server/files/uploads/commands.ts'
import { fileFor } from '#server/files/views.ts'
import { registerHouse } from '#server/open.ts'
import { Refusal } from '#server/platform/errors.ts'
import { incomingOf } from '#server/platform/incoming-for-tests.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { toDocx } from '#server/rich-text/docx-out.ts'
import { pdfWith } from '#server/rich-text/pdf-for-tests.ts'
import { filesIn, wordsOf } from '#server/rich-text/text.ts'
import { addChapter } from '../chapters/commands.ts'
import { chaptersFor } from '../chapters/views.ts'
import { beginImport } from './commands.ts'
import { describePicture } from './pictures/commands.ts'
import { readImport } from './reading/commands.ts'
import { takeImport } from './taking/commands.ts'
import { importFor, picturesFor } from './views.ts'

let school: { id: string; slug: string }
let conceptId: string
let editor: Actor

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool()
  conceptId = (await aConcept({ schoolId: school.id })).id
  editor = await anActor('teacher', { schoolId: school.id })
  await aConceptRole({ conceptId, personId: editor.id })
})

async function uploaded(bytes: Uint8Array, name: string, actor = editor) {
  const incoming = await incomingOf(bytes)
  try {
    const to = { to: { kind: 'concept', id: conceptId }, clientKey: randomUUID() }
    return await takeFile(actor, to, { name, incoming })
  } finally {
    await incoming.discard()
  }
}

type Children = 'none' | 'consented' | 'unknown'
/** A file that was read. @returns the id of its import */
async function read(bytes: Uint8Array, name = 'konzept.docx', children: Children = 'none') {
  const { id: file } = await uploaded(bytes, name)
  const path = await beginImport(editor, school.slug, { clientKey: randomUUID(), file, children })
  const id = path.split('/').at(-1) ?? ''
  await readImport(id)
  return id
}

const view = (id: string) => importFor(editor, school.slug, id)
async function asProposed(id: string) {
  const { pieces } = await view(id)
  return { to: pieces.map(({ proposed }) => proposed), title: pieces.map(({ title }) => title) }
}
const chapters = async () => (await chaptersFor(editor, school.slug, null)).chapters
async function textOf(title: string) {
  const row = await db()
    .selectFrom('conceptChapters')
    .where('title', '=', title)
    .select('documentId')
    .executeTakeFirstOrThrow()
  return (await currentContent(row.documentId)) ?? checkContent({ type: 'doc' })
}

const said = (text: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const heading = (level: number, text: string): Content => ({
  ...{ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] },
})
const cell = (type: string, text: string) => ({ type, content: [said(text)] })
const TABLE: Content = {
  type: 'table',
  content: [
    { type: 'tableRow', content: [cell('tableHeader', 'Gerät'), cell('tableHeader', 'Zahl')] },
    { type: 'tableRow', content: [cell('tableCell', 'Tablet'), cell('tableCell', '30')] },
  ],
}
const image = (file: string, alt: string): Content => ({
  ...{ type: 'image', attrs: { file, alt, width: 300, height: 200 } },
})
const colour = (background: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background } })
    .png()
    .toBuffer()

async function asWord(blocks: Content[], bytes: (file: string) => Promise<Buffer>) {
  const picture = async (file: string) => ({
    ...{ bytes: await bytes(file), type: 'image/png', width: 300, height: 200 },
  })
  const given = { title: 'Medienkonzept', date: new Date(), origin: 'https://lernen25.example' }
  const content = checkContent({ type: 'doc', content: blocks })
  return toDocx(content, { ...given, mentions: new Map(), picture })
}

const KNOWN = randomUUID()
const UNKNOWN = randomUUID()
const whole = () =>
  asWord(
    [
      ...[
        heading(2, '1 Pädagogische Ziele'),
        said('Alle lernen.'),
        image(KNOWN, 'Zwei Kinderzeichnungen'),
      ],
      ...[heading(2, 'Ausstattung'), heading(3, 'Geräte'), TABLE, image(UNKNOWN, '')],
      ...[heading(2, 'Unser Alltag'), said('Montag bis Freitag.')],
    ],
    (file) => colour(file === KNOWN ? '#79c4ea' : '#123456'),
  )

test('a Word file becomes chapters: headings, tables, pictures and what they show stay', async () => {
  const id = await read(await whole())
  const before = await view(id)
  expect(before.import).toMatchObject({ state: 'read', progress: 100 })
  expect(before.report).toMatchObject({
    chapters: 3,
    tables: 1,
    pictures: 2,
    picturesWithoutAlt: 1,
  })
  expect(before.pieces.map(({ proposed }) => proposed)).toEqual([
    'new:vision',
    'new:equipment_and_use',
    'new:free',
  ])
  await takeImport(editor, school.slug, id, await asProposed(id))
  expect((await chapters()).map(({ title, kind }) => [title, kind])).toEqual([
    ['1 Pädagogische Ziele', 'vision'],
    ['Ausstattung', 'equipment_and_use'],
    ['Unser Alltag', 'free'],
  ])
  const text = await textOf('Ausstattung')
  expect(text.content?.map(({ type, attrs }) => [type, attrs?.level])).toEqual([
    ['heading', 2],
    ['table', undefined],
    ['image', undefined],
  ])
  expect(text.content?.[1]?.content?.[0]?.content?.[0]?.type).toBe('tableHeader')
  const [file = ''] = filesIn(await textOf('1 Pädagogische Ziele'))
  // Of the text now, no longer of the import; whoever reads it reads the picture.
  expect((await fileFor(editor, file)).file.thingKind).toBe('document')
  const missing = await picturesFor(editor, school.slug)
  expect(missing.pictures.map(({ chapter }) => chapter.title)).toEqual(['Ausstattung'])
})

test('a picture without a description gets one, and is asked about no more', async () => {
  const id = await read(await whole())
  await takeImport(editor, school.slug, id, await asProposed(id))
  const [picture] = (await picturesFor(editor, school.slug)).pictures
  const of = { chapter: picture?.chapter.id ?? '', file: picture?.file ?? '' }
  const nothing = { ...of, alt: '', decorative: false }
  await expect(describePicture(editor, school.slug, nothing)).rejects.toMatchObject({
    field: 'alt',
  })
  await describePicture(editor, school.slug, { ...of, alt: 'Ein Koffer', decorative: false })
  expect((await picturesFor(editor, school.slug)).pictures).toEqual([])
  expect(wordsOf(await textOf('Ausstattung'))).toContain('Ein Koffer')
})

test('taken by two at once, it is taken once', async () => {
  const id = await read(await whole())
  const input = await asProposed(id)
  const done = await Promise.all([
    takeImport(editor, school.slug, id, input),
    takeImport(editor, school.slug, id, input),
  ])
  expect(done[0]).toBe(done[1])
  expect(await chapters()).toHaveLength(3)
  expect(await db().selectFrom('conceptVersions').select('number').execute()).toEqual([
    { number: 0 },
  ])
})

test('of two files taken over at once both arrive, and the first of them is version 0', async () => {
  const ids = [await read(await whole()), await read(await whole())]
  await Promise.all(
    ids.map(async (id) => takeImport(editor, school.slug, id, await asProposed(id))),
  )
  expect((await chapters()).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5])
  expect(await db().selectFrom('conceptVersions').select('number').execute()).toHaveLength(1)
})

test('an existing chapter is offered for its namesake; what stood there is kept as a version', async () => {
  await addChapter(editor, school.slug, {
    clientKey: randomUUID(),
    title: 'Unser Alltag',
    kind: 'free',
  })
  const id = await read(await whole())
  const input = await asProposed(id)
  expect(input.to[2]).toMatch(/^in:/)
  await takeImport(editor, school.slug, id, input)
  const again = await read(await whole())
  const second = await asProposed(again)
  await takeImport(editor, school.slug, again, {
    ...second,
    to: ['skip', 'skip', second.to[2] ?? ''],
  })
  expect(wordsOf(await textOf('Unser Alltag'))).toBe('Montag bis Freitag.')
  expect(await chapters()).toHaveLength(3)
})

test('pieces may be joined, renamed and left out; with nothing left nothing changes', async () => {
  const id = await read(await whole())
  const { title } = await asProposed(id)
  const none = { to: ['skip', 'skip', 'skip'], title }
  await expect(takeImport(editor, school.slug, id, none)).rejects.toBeInstanceOf(Refusal)
  await expect(
    takeImport(editor, school.slug, id, { to: ['skip'], title: ['x'] }),
  ).rejects.toBeInstanceOf(Refusal)
  expect(await chapters()).toEqual([])
  const to = ['new:goals', 'above', 'skip']
  await takeImport(editor, school.slug, id, { to, title: ['Wozu', 'Womit', 'x'] })
  expect((await chapters()).map((one) => [one.title, one.kind])).toEqual([['Wozu', 'goals']])
  expect(wordsOf(await textOf('Wozu'))).toContain('Womit')
})

test('where nobody knows about children, the text comes without its pictures', async () => {
  const id = await read(await whole(), 'konzept.docx', 'unknown')
  const { report } = await view(id)
  expect(report).toMatchObject({ pictures: 0, chapters: 3 })
  expect(report?.notes.join(' ')).toMatch(/2 Bilder wurden weggelassen/)
})

test('a PDF is kept as version 0 with words that can be found, once', async () => {
  const id = await read(pdfWith(['Unser Medienkonzept', 'Tablets fuer alle']), 'konzept.pdf')
  expect((await view(id)).report).toMatchObject({ pages: 2, chapters: 0 })
  await takeImport(editor, school.slug, id, { to: [], title: [] })
  const version = await db().selectFrom('conceptVersions').selectAll().executeTakeFirstOrThrow()
  expect(version).toMatchObject({ number: 0, status: 'frozen' })
  expect(version.fileWords).toContain('Tablets fuer alle')
  const sections = await db().selectFrom('conceptVersionSections').selectAll().execute()
  expect(sections.map((one) => one.visibility)).toEqual(['school'])
  expect(sections[0]?.html).toContain('Tablets fuer alle')
  const other = await read(pdfWith(['Neu']), 'neu.pdf')
  await expect(
    takeImport(editor, school.slug, other, { to: [], title: [] }),
  ).rejects.toBeInstanceOf(Refusal)
})
