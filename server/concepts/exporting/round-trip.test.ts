import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { currentContent } from '#server/collab/journal.ts'
import { takeFile } from '#server/files/uploads/commands.ts'
import { registerHouse } from '#server/open.ts'
import { settings } from '#server/platform/env.ts'
import { Refusal } from '#server/platform/errors.ts'
import { incomingOf } from '#server/platform/incoming-for-tests.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { closePdf } from '#server/rich-text/pdf.ts'
import { fromPdf } from '#server/rich-text/pdf-in.ts'
import { nodesOf } from '#server/rich-text/text.ts'
import { drawing, paragraph as p, relation, wordFile } from '#server/rich-text/zip-for-tests.ts'
import { beginImport } from '../importing/commands.ts'
import { readImport } from '../importing/reading/commands.ts'
import { takeImport } from '../importing/taking/commands.ts'
import { importFor } from '../importing/views.ts'
import { freezeVersion } from '../versions/commands.ts'
import { exportFor } from './views.ts'

// A Word file becomes a concept, a version of it a Word file, and that the concept of another school.

const CHROMIUM = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
const NAME = 'konzept.docx'
type Side = { head: Actor; slug: string; conceptId: string }
let first: Side
let second: Side

async function aSide(): Promise<Side> {
  const { id: schoolId, slug } = await aSchool()
  const concept = await aConcept({ schoolId, title: 'Medienkonzept' })
  return { head: await anActor('principal', { schoolId }), slug, conceptId: concept.id }
}

const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`
const row = (head: string, ...texts: string[]) => `<w:tr>${head}${texts.map(cell).join('')}</w:tr>`
const HEAD = '<w:trPr><w:tblHeader/></w:trPr>'

async function originalFile(): Promise<Buffer> {
  const create = { width: 320, height: 200, channels: 3, background: '#79c4ea' } as const
  const bytes = await sharp({ create }).png().toBuffer()
  return wordFile({
    styles: { u1: 'Überschrift 1', u2: 'Überschrift 2', u3: 'Überschrift 3' },
    relations: relation('bild', 'image', 'media/bild.png'),
    more: [{ name: 'word/media/bild.png', bytes }],
    body: [
      p('Ausstattung', 'u1'),
      p('Geräte', 'u2'),
      p('Im Haus', 'u3'),
      `<w:tbl>${row(HEAD, 'Raum', 'Tablets')}${row('', '101', '30')}</w:tbl>`,
      drawing('bild', 'Ein Koffer mit Tablets'),
      p('Alltag', 'u1'),
      p('Montag bis Freitag.'),
      drawing('bild', 'Der Koffer von der Seite'),
    ].join(''),
  })
}

async function importInto({ head, slug, conceptId }: Side, bytes: Uint8Array): Promise<void> {
  const incoming = await incomingOf(bytes)
  const to = { to: { kind: 'concept', id: conceptId }, clientKey: randomUUID() }
  const { id: file } = await takeFile(head, to, { name: NAME, incoming })
  await incoming.discard()
  const asked = { clientKey: randomUUID(), file, children: 'none' } as const
  const id = (await beginImport(head, slug, asked)).split('/').at(-1) ?? ''
  await readImport(id)
  const { pieces } = await importFor(head, slug, id)
  await takeImport(head, slug, id, {
    to: pieces.map(({ proposed }) => proposed),
    title: pieces.map(({ title }) => title),
  })
}

const said = (node: Content): string =>
  (node.text ?? '') + (node.content ?? []).map(said).join(' ').trim()

/** Of each chapter its headings with their level, its tables and what its pictures show. */
async function chaptersOf({ conceptId }: Side) {
  const rows = await db()
    .selectFrom('conceptChapters')
    .where('conceptId', '=', conceptId)
    .orderBy('position')
    .select(['title', 'documentId'])
    .execute()
  const told = async ({ title, documentId }: (typeof rows)[number]) => {
    const text = await currentContent(documentId)
    const nodes = text ? [...nodesOf(text)] : []
    const lines = nodes.flatMap(({ type, attrs, ...node }) => {
      if (type === 'heading') return [`${String(attrs?.level)} ${said({ type, ...node })}`]
      if (type === 'image') return [`Bild: ${String(attrs?.alt)}`]
      return type === 'tableHeader' || type === 'tableCell'
        ? [`${type}: ${said({ type, ...node })}`]
        : []
    })
    return { title, lines }
  }
  return Promise.all(rows.map(told))
}

const CHAPTERS = [
  {
    title: 'Ausstattung',
    lines: [
      ...['2 Geräte', '3 Im Haus', 'tableHeader: Raum', 'tableHeader: Tablets'],
      ...['tableCell: 101', 'tableCell: 30', 'Bild: Ein Koffer mit Tablets'],
    ],
  },
  { title: 'Alltag', lines: ['Bild: Der Koffer von der Seite'] },
]

beforeAll(async () => {
  registerHouse()
  await emptyDatabase()
  ;[first, second] = [await aSide(), await aSide()]
  await importInto(first, await originalFile())
  const note = { clientKey: randomUUID(), label: 'Stand', changeNote: 'Aus der Datei' }
  await freezeVersion(first.head, first.slug, note)
})

const exported = (format: 'docx' | 'pdf' | 'md') =>
  exportFor({ actor: first.head, network: 'test' }, first.slug, 1, format)

test('what a Word file had is in the chapters', async () => {
  expect(await chaptersOf(first)).toEqual(CHAPTERS)
})

test('a version as a Word file, taken over by another school, has the same headings, tables and descriptions', async () => {
  await importInto(second, (await exported('docx')).bytes)
  const taken = await chaptersOf(second)
  // Before them stand the lines about the version and the list of its chapters.
  expect(taken.slice(-CHAPTERS.length)).toEqual(CHAPTERS)
})

test('as Markdown it has date, version, headings, table and descriptions', async () => {
  const text = Buffer.from((await exported('md')).bytes).toString()
  expect(text).toMatch(/Version 1 vom \d\d\.\d\d\.\d{4}/)
  expect(text).toMatch(/^# Medienkonzept$/m)
  expect(text).toMatch(/^## Ausstattung$[^]*^### Geräte$[^]*^#### Im Haus$[^]*^## Alltag$/m)
  expect(text).toMatch(/\| *Raum *\| *Tablets *\|/)
  for (const alt of ['Ein Koffer mit Tablets', 'Der Koffer von der Seite'])
    expect(text).toContain(alt)
})

test('without a Chromium the PDF is refused with another way', async () => {
  Object.assign(settings(), { chromiumPath: undefined })
  await expect(exported('pdf')).rejects.toThrow(Refusal)
})

describe.skipIf(!CHROMIUM)('as PDF (skipped where there is no Chromium)', () => {
  const before = settings().chromiumPath
  afterAll(async () => {
    await closePdf()
    Object.assign(settings(), { chromiumPath: before })
  })

  test('it has date, version and all words in their order', async () => {
    Object.assign(settings(), { chromiumPath: CHROMIUM })
    const { bytes, type } = await exported('pdf')
    expect(type).toBe('application/pdf')
    const pdf = Buffer.from(bytes)
    const { pages } = await fromPdf(pdf)
    expect(pages.join('\n').replace(/\s+/g, ' ')).toMatch(
      /Medienkonzept.*Version 1 vom \d\d\.\d\d\.\d{4}.*Ausstattung.*Geräte.*Im Haus.*Raum.*Tablets.*101.*30.*Alltag.*Montag bis Freitag\./,
    )
  }, 60_000)
})
