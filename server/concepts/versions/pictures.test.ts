import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aChapter, aConcept } from '#db/factories/concept.ts'
import { aFile } from '#db/factories/file.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { change } from '#server/collab/journal.ts'
import { deleteFile } from '#server/files/commands.ts'
import { fileToServe } from '#server/files/views.ts'
import { registerHouse } from '#server/open.ts'
import { NotFound } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { compareFor } from './comparing/views.ts'
import { freezeVersion } from './commands.ts'
import { publishDraft } from './publishing/commands.ts'
import { publishingFor } from './publishing/views.ts'
import { readerFor } from './reading/views.ts'

const CHAPTERS = ['school', 'network', 'public'] as const
const PICTURE = { mediaType: 'image/png', width: 100, height: 50 }
const whole = { version: null, width: null }
let petra: Actor
let slug: string
let original = ''

beforeEach(async () => {
  registerHouse()
  await emptyDatabase()
  const { id: conceptId, schoolId } = await aConcept()
  petra = await anActor('principal', { schoolId })
  const school = await db()
    .selectFrom('schools')
    .where('id', '=', schoolId)
    .select('slug')
    .executeTakeFirstOrThrow()
  slug = school.slug
  for (const [position, visibility] of CHAPTERS.entries()) {
    const given = { conceptId, position, visibility, title: visibility }
    const { documentId } = await aChapter(given)
    const at = { thingKind: 'document', thingId: documentId }
    const { id } = await aFile({ ...at, createdBy: petra.id }, PICTURE)
    await aFile(at)
    await change(documentId, () =>
      checkContent({
        type: 'doc',
        content: [{ type: 'image', attrs: { file: id, alt: 'Ein Bild' } }],
      }),
    )
    original = id
  }
  const { seen } = await publishingFor(petra, slug, null)
  await publishDraft(petra, slug, {
    ...{ clientKey: randomUUID(), scope: 'public', changeNote: 'Neu', heldOn: '2026-11-12', seen },
    visibility: [],
  })
})

const pictureIn = (html: string) => /\/dateien\/([0-9a-f-]{36})/.exec(html)?.[1] ?? ''
const answer = async (actor: Actor | null, id: string) => {
  const [tried] = await Promise.allSettled([fileToServe(actor, id, whole)])
  return tried.status === 'fulfilled'
}

test('who reads a chapter of the version gets its picture, nobody else', async () => {
  const { sections } = await readerFor(petra, slug, 1)
  const ids = sections.map(({ html }) => pictureIn(html))
  const teacher = await anActor()
  const pending = await anActor('teacher', { state: 'pending' })
  const seen = async (actor: Actor | null) => Promise.all(ids.map((id) => answer(actor, id)))
  expect(await seen(petra)).toEqual([true, true, true])
  expect(await seen(teacher)).toEqual([false, true, true])
  expect(await seen(pending)).toEqual([false, false, true])
  expect(await seen(null)).toEqual([false, false, true])
  // The picture of the chapter itself stays in the school; what hangs beside the text is not copied.
  expect(await answer(teacher, original)).toBe(false)
  expect(await answer(null, original)).toBe(false)
  const copies = await db()
    .selectFrom('files')
    .where('thingKind', '=', 'concept-section')
    .select('id')
    .execute()
  expect(copies.map(({ id }) => id).sort()).toEqual([...ids].sort())
})

test('it stays when the chapter loses it, and nobody takes it away', async () => {
  const { sections } = await readerFor(petra, slug, 1)
  const copy = pictureIn(sections[2]?.html ?? '')
  await deleteFile(petra, original)
  expect(await answer(null, copy)).toBe(true)
  await expect(deleteFile(petra, copy)).rejects.toThrow()
  await expect(fileToServe(petra, original, whole)).rejects.toThrow(NotFound)
})

test('the same picture in two versions is no difference', async () => {
  await freezeVersion(petra, slug, { clientKey: randomUUID(), label: 'Stand', changeNote: 'Neu' })
  const asked = { from: 1, to: 2, layout: 'inline', chapter: null } as const
  const { counts, open } = await compareFor({ actor: petra, network: 'test' }, slug, asked)
  expect(counts).toEqual({ changed: 0, added: 0, removed: 0, moved: 0 })
  expect(JSON.stringify(open)).not.toContain(original)
})
