import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { append, change, currentContent, fold, load } from '#server/collab/journal.ts'
import { registerHouse } from '#server/open.ts'
import { Refusal } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { createDocument } from '../commands.ts'
import type { Place } from '../views.ts'
import { restoreValid, restoreVersion, saveVersion } from './commands.ts'
import { compareFor, versionFor, versionsFor } from './views.ts'

let meike: Actor
let place: Place
let id: string

const write = (...lines: string[]) =>
  change(id, () =>
    checkContent({
      type: 'doc',
      content: lines.map((line) => ({
        type: 'paragraph',
        content: [{ type: 'text', text: line }],
      })),
    }),
  )
const key = () => ({ clientKey: randomUUID() })
const said = async () => {
  const content = await currentContent(id)
  return content ? wordsOf(content) : undefined
}

/** A document with a version "Gut", changed since, into which a hostile editor wrote what is none of ours. */
beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const plg = await aPlg()
  meike = await anActor()
  await aMember({ plgId: plg.id, personId: meike.id })
  const home = { kind: 'plg', slug: plg.slug }
  const draft = { ...key(), title: 'Plan', folder: '', template: 'empty' }
  const path = await createDocument(meike, home, draft)
  place = { home, document: path.split('/').at(-1) ?? '' }
  id = (await db().selectFrom('documents').select('id').executeTakeFirstOrThrow()).id
  await write('gut')
  await saveVersion(meike, place, { ...key(), name: 'Gut' })
  await write('gut', 'und besser')
  const loaded = await load(id)
  if (!loaded) throw new Error('there is a document')
  const before = Y.encodeStateVector(loaded.doc)
  loaded.doc.getXmlFragment('default').push([new Y.XmlElement('script')])
  await append(id, Y.encodeStateAsUpdate(loaded.doc, before))
  const broken = await load(id)
  if (broken) await fold(id, broken)
  expect(await said()).toBeUndefined()
})

test('it is not saved, but any version brings it back, and what was shown is kept', async () => {
  await expect(saveVersion(meike, place, { ...key(), name: 'Kaputt' })).rejects.toThrow(Refusal)
  await restoreVersion(meike, place, 1, key())
  expect(await said()).toBe('gut')
  expect((await versionFor(meike, place, 3)).html).toBe('<p>gut</p><p>und besser</p>')
})

test('without a version, what readers are shown comes back', async () => {
  expect((await versionsFor(meike, place, 1)).invalidSince).not.toBeNull()
  await restoreValid(meike, place)
  expect(await said()).toBe('gut\nund besser')
  await expect(restoreValid(meike, place)).rejects.toThrow(Refusal)
})

test('what is compared as the present text is what readers are shown', async () => {
  const { found } = await compareFor(meike, place, { from: 1, to: 'jetzt', layout: 'inline' })
  expect(found?.counts).toEqual({ changed: 0, added: 1, removed: 0, moved: 0 })
})
