import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { change, currentContent } from '#server/collab/journal.ts'
import { takeFile } from '#server/files/uploads/commands.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { filesIn, wordsOf } from '#server/rich-text/text.ts'
import { createDocument } from '../commands.ts'
import { restoreVersion } from '../versions/commands.ts'
import type { Place } from '../views.ts'
import { importWord } from './commands.ts'
import { exportFor, importFor } from './views.ts'

let member: Actor
let place: Place
let documentId: string
let plgId: string

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  const plg = await aPlg()
  plgId = plg.id
  member = await anActor()
  await aMember({ plgId, personId: member.id })
  const home = { kind: 'plg', slug: plg.slug }
  const input = { clientKey: randomUUID(), title: 'Plan', folder: '', template: 'lesson' }
  const path = await createDocument(member, home, input)
  place = { home, document: path.split('/').at(-1) ?? '' }
  documentId = (await db().selectFrom('documents').select('id').executeTakeFirstOrThrow()).id
})

async function uploaded(bytes: Uint8Array, name: string, children?: 'none') {
  const incoming = await keepIncoming(
    (async function* () {
      yield await Promise.resolve(bytes)
    })(),
    bytes.byteLength,
  )
  const to = { kind: 'document', id: documentId }
  try {
    return await takeFile(member, { to, children, clientKey: randomUUID() }, { name, incoming })
  } finally {
    await incoming.discard()
  }
}

/** Puts a picture behind the text. @returns the id of its file */
async function withPicture(alt: string): Promise<string> {
  const create = { width: 300, height: 200, channels: 3, background: '#79c4ea' } as const
  const file = await uploaded(await sharp({ create }).png().toBuffer(), 'bild.png', 'none')
  const image = { type: 'image', attrs: { file: file.id, alt, width: 300, height: 200 } }
  await change(documentId, (current) =>
    checkContent({ type: 'doc', content: [...(current?.content ?? []), image] }),
  )
  return file.id
}

const text = async () => (await currentContent(documentId)) ?? checkContent({ type: 'doc' })
const input = (file: string, children?: 'none') => ({ clientKey: randomUUID(), file, children })

test('out as Word and in again keeps headings, tables, lists, pictures and what they show', async () => {
  const picture = await withPicture('Zwei Streifen')
  const before = await text()
  const { bytes, name } = await exportFor(member, place, 'docx')
  expect(name).toBe('plan.docx')
  const file = await uploaded(bytes, name)
  await change(documentId, () => checkContent({ type: 'doc', content: [{ type: 'paragraph' }] }))
  await importWord(member, place, input(file.id, 'none'))
  const after = await text()
  const shape = (content: typeof after) =>
    content.content?.map(({ type, attrs }) => [type, attrs?.level, attrs?.alt])
  expect(shape(after)).toEqual(shape(before))
  expect(wordsOf(after)).toBe(wordsOf(before))
  expect(filesIn(after)).not.toEqual([picture])
  const view = await importFor(member, place)
  expect(view.last).toMatchObject({ file: 'plan.docx', headings: 4, tables: 1, pictures: 1 })
  expect(view.files).toEqual([{ id: file.id, name: 'plan.docx' }])
})

test('what an import has replaced can be restored', async () => {
  const before = await text()
  const { bytes } = await exportFor(member, place, 'docx')
  const file = await uploaded(bytes, 'leer.docx')
  await change(documentId, () => before)
  const changed = { type: 'paragraph', content: [{ type: 'text', text: 'Zuletzt' }] }
  await change(documentId, () => checkContent({ type: 'doc', content: [changed] }))
  await importWord(member, place, input(file.id))
  const version = (await importFor(member, place)).last?.version ?? 0
  await restoreVersion(member, place, version, { clientKey: randomUUID() })
  expect(wordsOf(await text())).toBe('Zuletzt')
})

test('pictures in a file are asked about, and the text stays as it was until then', async () => {
  await withPicture('Bild')
  const { bytes } = await exportFor(member, place, 'docx')
  const file = await uploaded(bytes, 'mit-bild.docx')
  const before = await text()
  await expect(importWord(member, place, input(file.id))).rejects.toMatchObject({
    field: 'children',
  })
  expect(await text()).toEqual(before)
})

test('a file of elsewhere, of another kind or of nobody is refused with a sentence', async () => {
  const note = await uploaded(Buffer.from('Nur ein Text.'), 'notiz.txt')
  for (const id of [note.id, randomUUID()])
    await expect(importWord(member, place, input(id))).rejects.toBeInstanceOf(Refusal)
})

test('as Markdown it has its title, and names of what it mentions as the reader may see them', async () => {
  const mention = { type: 'mention', attrs: { kind: 'plg', id: plgId } }
  await change(documentId, () =>
    checkContent({ type: 'doc', content: [{ type: 'paragraph', content: [mention] }] }),
  )
  const { bytes } = await exportFor(member, place, 'md')
  expect(Buffer.from(bytes).toString()).toMatch(/^# Plan\n\n.*PLG/s)
})

test.each(['teacher', 'principal', 'operator'])(
  'a %s from outside exports and imports nothing',
  async (role) => {
    const outsider = await anActor(role)
    for (const attempt of [
      () => exportFor(outsider, place, 'docx'),
      () => exportFor(outsider, place, 'md'),
      () => importFor(outsider, place),
      () => importWord(outsider, place, input(randomUUID())),
    ])
      await expect(attempt()).rejects.toSatisfy(
        (error) => error instanceof Forbidden || error instanceof NotFound,
      )
  },
)
