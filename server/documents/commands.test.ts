import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { append, change, currentContent } from '#server/collab/journal.ts'
import { registerHouse } from '#server/open.ts'
import { Conflict, Forbidden, Moved, NotFound, Refusal } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { changeTo, docFrom } from '#server/rich-text/yjs.ts'
import * as journal from '#server/collab/journal.ts'
import {
  archiveDocument,
  createDocument,
  deleteDocument,
  describeDocument,
  markTemplate,
  moveDocument,
  restoreDocument,
} from './commands.ts'
import { emptyBin } from './jobs.ts'
import { saveSimply } from './text/commands.ts'
import { editingFor, readingFor, simpleFormFor } from './text/views.ts'
import { documentsFor, type Place, searchDocuments } from './views.ts'

let lead: Actor
let member: Actor
let plg: { id: string; slug: string }

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  plg = await aPlg({ title: 'Bruchrechnen' })
  lead = await anActor()
  member = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  await aMember({ plgId: plg.id, personId: member.id })
})

const home = () => ({ kind: 'plg', slug: plg.slug })
const placeOf = (path: string): Place => ({ home: home(), document: path.split('/').at(-1) ?? '' })
const create = (actor: Actor, given: { title?: string; template?: string; key?: string } = {}) =>
  createDocument(actor, home(), {
    clientKey: given.key ?? randomUUID(),
    title: given.title ?? 'Unterrichtsplan',
    folder: '',
    template: given.template ?? 'lesson',
  })
const list = async (shelf: 'active' | 'archived' | 'templates' | 'deleted') => {
  const { rows } = await documentsFor(lead, home(), { shelf, folder: null, search: '', page: 1 })
  return rows.map(({ title }) => title)
}
const onlyDocument = () => db().selectFrom('documents').selectAll().executeTakeFirstOrThrow()

test('a document from a template is there to read at once; the same form again makes no second one', async () => {
  const key = randomUUID()
  const paths = await Promise.all([
    create(lead, { key }),
    create(lead, { key }),
    create(lead, { key }),
  ])
  expect(new Set(paths).size).toBe(1)
  expect(await list('active')).toEqual(['Unterrichtsplan'])
  const view = await readingFor(member, placeOf(paths[0]))
  expect(view.html).toContain('Ziel</h2>')
  expect(view.html).toContain('<th scope="col">')
})

test('a document of the PLG can be what others begin with', async () => {
  const path = await create(lead, { title: 'Bogen', template: 'visit' })
  await markTemplate(lead, placeOf(path), true)
  const { id } = await onlyDocument()
  const copy = await create(member, { title: 'Mein Besuch', template: id })
  expect((await readingFor(member, placeOf(copy))).html).toContain('Beobachtungsfrage')
  await expect(create(member, { template: randomUUID() })).rejects.toBeInstanceOf(Refusal)
})

test('a renamed document leads on from its old address', async () => {
  const path = await create(lead, { title: 'Alt' })
  const now = await describeDocument(member, placeOf(path), { title: 'Neu', folder: 'Stunden' })
  expect(now).toMatch(/-neu$/)
  const view = await readingFor(member, placeOf(path))
  expect(view.document.title).toBe('Neu')
})

const to = (homeId: string, isSure = false) => ({ homeId, isSure })

test('a moved document leads on for those who are there too, and is gone for the others', async () => {
  const path = await create(lead)
  const there = await aPlg({ title: 'Werkstatt' })
  await aMember({ plgId: there.id, personId: lead.id })
  await expect(moveDocument(member, placeOf(path), to(there.id))).rejects.toBeInstanceOf(Forbidden)
  const moved = await moveDocument(lead, placeOf(path), to(there.id))
  expect(moved).toContain(`/plg/${there.slug}/dokumente/`)
  await expect(readingFor(lead, placeOf(path))).rejects.toMatchObject(new Moved(moved))
  await expect(readingFor(member, placeOf(path))).rejects.toBeInstanceOf(NotFound)
  await expect(moveDocument(lead, placeOf(path), to(randomUUID()))).rejects.toBeInstanceOf(Moved)
})

test('nobody moves a document to where they do not write', async () => {
  const path = await create(lead)
  const elsewhere = await aPlg()
  await expect(moveDocument(lead, placeOf(path), to(elsewhere.id))).rejects.toBeInstanceOf(Refusal)
})

test.each(['supervision', 'principals_circle'])(
  'out of a %s it goes only after one was told who reads it then, with rights on both sides',
  async (kind) => {
    const at = (path: string): Place => ({
      ...placeOf(path),
      home: { kind: 'plg', slug: path.split('/')[2] ?? '' },
    })
    const author = await anActor()
    const walled = await aPlg({ kind, joining: 'closed' })
    const other = await aPlg({ kind, joining: 'closed' })
    const open = await aPlg({ title: 'Werkstatt' })
    for (const { id } of [walled, other, open]) await aMember({ plgId: id, personId: author.id })
    const colleague = await anActor()
    await aMember({ plgId: walled.id, personId: colleague.id })
    await aMember({ plgId: open.id, personId: colleague.id })
    const made = await createDocument(
      author,
      { kind: 'plg', slug: walled.slug },
      { title: 'Fall', folder: '', template: 'empty', clientKey: randomUUID() },
    )
    // Not the author, and keeping no order here.
    await expect(moveDocument(colleague, at(made), to(open.id, true))).rejects.toBeInstanceOf(
      Forbidden,
    )
    const elsewhere = await aPlg()
    await expect(moveDocument(author, at(made), to(elsewhere.id, true))).rejects.toBeInstanceOf(
      Refusal,
    )
    const unsaid = moveDocument(author, at(made), to(open.id))
    await expect(unsaid).rejects.toMatchObject({ field: 'isSure' })
    await expect(unsaid).rejects.toThrow('„Werkstatt“ lesen alle Mitglieder')
    // Between walled groups there is nothing to say.
    const next = await moveDocument(author, at(made), to(other.id))
    const moved = await moveDocument(author, at(next), to(open.id, true))
    expect(moved).toContain(`/plg/${open.slug}/dokumente/`)
  },
)

test('in the archive it is read only, until somebody takes it out', async () => {
  const path = await create(lead)
  await archiveDocument(lead, placeOf(path), true)
  expect(await list('active')).toEqual([])
  expect(await list('archived')).toEqual(['Unterrichtsplan'])
  await expect(editingFor(member, placeOf(path))).rejects.toBeInstanceOf(Forbidden)
  await archiveDocument(lead, placeOf(path), false)
  expect(await list('active')).toEqual(['Unterrichtsplan'])
})

test('what is deleted can come back, and goes for good after a month', async () => {
  const path = await create(member)
  const { number } = await deleteDocument(member, placeOf(path))
  await expect(readingFor(lead, placeOf(path))).rejects.toBeInstanceOf(NotFound)
  expect(await list('deleted')).toEqual(['Unterrichtsplan'])
  await restoreDocument(lead, home(), number)
  expect(await list('active')).toEqual(['Unterrichtsplan'])
  await deleteDocument(lead, placeOf(path))
  const { deletedAt } = await onlyDocument()
  const after = (days: number) => new Date((deletedAt?.getTime() ?? 0) + days * 86_400_000)
  await emptyBin.run(after(29))
  expect(await list('deleted')).toEqual(['Unterrichtsplan'])
  await emptyBin.run(after(31))
  expect(await db().selectFrom('documentContents').selectAll().execute()).toEqual([])
})

test('the search finds words of title and text, whatever their accents', async () => {
  await create(lead, { title: 'Übergang 4/5' })
  const found = async (...words: string[]) =>
    (await searchDocuments(member, words, 10)).map(({ title }) => title)
  expect(await found('ubergang')).toEqual(['Übergang 4/5'])
  expect(await found('lernenden', 'übergang')).toEqual(['Übergang 4/5'])
  expect(await found('lernenden', 'nirgends')).toEqual([])
  expect(await found('%')).toEqual([])
})

const SIMPLE = '## Ziel\n\nWir falten.\n'

test('the simple form saves a text as a change of the shared one', async () => {
  const path = await create(lead, { template: 'empty' })
  const { base, reasons } = await simpleFormFor(member, placeOf(path))
  expect(reasons).toEqual([])
  await saveSimply(member, placeOf(path), { base, markdown: SIMPLE })
  expect((await readingFor(lead, placeOf(path))).html).toContain('<p>Wir falten.</p>')
  expect((await simpleFormFor(member, placeOf(path))).markdown.trim()).toBe(SIMPLE.trim())
})

test('who was slower is shown both texts, and nothing of either is lost', async () => {
  const path = await create(lead, { template: 'empty' })
  const { base } = await simpleFormFor(member, placeOf(path))
  await saveSimply(lead, placeOf(path), { base, markdown: 'Von der Leitung' })
  const late = saveSimply(member, placeOf(path), { base, markdown: 'Von mir' })
  await expect(late).rejects.toBeInstanceOf(Conflict)
  await expect(late).rejects.toHaveProperty('theirs', expect.stringContaining('Von der Leitung'))
  expect((await readingFor(lead, placeOf(path))).html).toContain('Von der Leitung')
})

test('of ten who save the same form at once one wins, and the others are told', async () => {
  const path = await create(lead, { template: 'empty' })
  const { base } = await simpleFormFor(member, placeOf(path))
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      saveSimply(i % 2 ? lead : member, placeOf(path), { base, markdown: `Fassung ${i}` }),
    ),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const content = await currentContent((await onlyDocument()).id)
  expect(content?.content).toHaveLength(1)
})

test('what somebody types elsewhere while the form is saved stays', async () => {
  const path = await create(lead, { template: 'empty' })
  const { id } = await onlyDocument()
  const block = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const text = (...blocks: string[]) => checkContent({ type: 'doc', content: blocks.map(block) })
  await change(id, () => text('oben', 'unten'))
  const loaded = await journal.load(id)
  const typing = docFrom(new Uint8Array([0, 0]), []).doc
  if (!loaded) throw new Error('there is a document')
  typing.destroy()
  const typed = changeTo(loaded.doc, text('oben und mehr', 'unten'))
  const { base } = await simpleFormFor(member, placeOf(path))
  await saveSimply(member, placeOf(path), { base, markdown: 'oben\n\nganz unten' })
  await append(id, typed ?? new Uint8Array())
  const html = (await readingFor(lead, placeOf(path))).html
  expect(html).toContain('<p>oben und mehr</p>')
  expect(html).toContain('<p>ganz unten</p>')
})

test('a text with comments is not offered in the simple form', async () => {
  const path = await create(lead, { template: 'empty' })
  const { id } = await onlyDocument()
  const { base } = await simpleFormFor(member, placeOf(path))
  const marks = [{ type: 'comment', attrs: { thread: randomUUID() } }]
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Stelle', marks }] }
  await change(id, () => checkContent({ type: 'doc', content: [paragraph] }))
  expect((await simpleFormFor(member, placeOf(path))).reasons).not.toEqual([])
  const blind = saveSimply(member, placeOf(path), { base, markdown: 'Weg damit' })
  await expect(blind).rejects.toBeInstanceOf(Refusal)
})
