import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { append, change, currentContent, load } from '#server/collab/journal.ts'
import { registerHouse } from '#server/open.ts'
import { live, registerReactions } from '#server/platform/bus.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { changeTo } from '#server/rich-text/yjs.ts'
import { archiveDocument, createDocument } from '../commands.ts'
import { piecesAdded } from '../events.ts'
import type { Place } from '../views.ts'
import { restoreVersion, saveVersion } from './commands.ts'
import { versionFor, versionsFor } from './views.ts'

let meike: Actor
let orhan: Actor
let plg: { id: string; slug: string }
let place: Place
let id: string

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  plg = await aPlg({ title: 'Bruchrechnen' })
  meike = await anActor()
  orhan = await anActor()
  for (const { id: personId } of [meike, orhan]) await aMember({ plgId: plg.id, personId })
  place = await create('Unterrichtsplan')
  id = (await db().selectFrom('documents').select('id').executeTakeFirstOrThrow()).id
})

async function create(title: string): Promise<Place> {
  const home = { kind: 'plg', slug: plg.slug }
  const draft = { clientKey: randomUUID(), title, folder: '', template: 'empty' }
  const path = await createDocument(meike, home, draft)
  return { home, document: path.split('/').at(-1) ?? '' }
}

const text = (...lines: string[]) =>
  checkContent({
    type: 'doc',
    content: lines.map((line) => ({
      type: 'paragraph',
      ...(line && { content: [{ type: 'text', text: line }] }),
    })),
  })
const write = (...lines: string[]) => change(id, () => text(...lines))
const save = (name: string, key: string = randomUUID(), actor = meike) =>
  saveVersion(actor, place, { name, clientKey: key })
const restore = (number: number, key: string = randomUUID()) =>
  restoreVersion(orhan, place, number, { clientKey: key })
const said = async () => {
  const content = await currentContent(id)
  return content ? wordsOf(content) : undefined
}
const rows = () => db().selectFrom('documentVersions').selectAll().orderBy('number').execute()
const names = async () =>
  (await versionsFor(meike, place, 1)).rows.map(({ number, name, kind }) =>
    [number, name, ...(kind === 'named' ? [] : [kind])].join(' '),
  )

/** Somebody's editor: it has the text open and sends what it types, as a line of its own would. */
async function anEditor() {
  const loaded = await load(id)
  if (!loaded) throw new Error('there is a document')
  const { doc } = loaded
  return {
    type: async (...lines: string[]) => {
      const piece = changeTo(doc, text(...lines))
      if (piece) await append(id, piece)
    },
    hear: async () => {
      const now = await load(id)
      if (now) Y.applyUpdate(doc, Y.encodeStateAsUpdate(now.doc))
    },
  }
}

describe('saving', () => {
  test('keeps the text as it stands, with what was typed this moment and is not folded yet', async () => {
    await write('oben', 'unten')
    const editor = await anEditor()
    await editor.type('oben', 'Mitte', 'unten')
    expect(await save('Entwurf 1')).toMatchObject({ number: 1, name: 'Entwurf 1' })
    await write('ganz anders')
    expect((await versionFor(orhan, place, 1)).html).toBe('<p>oben</p><p>Mitte</p><p>unten</p>')
  })

  test('ten at once get the numbers 1 to 10', async () => {
    const people = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const actor: Actor = await anActor()
        await aMember({ plgId: plg.id, personId: actor.id })
        return actor
      }),
    )
    const kept = await Promise.all(people.map((actor) => save('Stand', randomUUID(), actor)))
    const expected = Array.from({ length: 10 }, (_, at) => at + 1)
    expect(kept.map(({ number }) => number).sort((a, b) => a - b)).toEqual(expected)
    expect((await rows()).map(({ number }) => number)).toEqual(expected)
  })

  test('the same form ten times at once is one version and leaves no gap', async () => {
    const key = randomUUID()
    const kept = await Promise.all(Array.from({ length: 10 }, () => save('Stand', key)))
    expect(new Set(kept.map(({ number }) => number))).toEqual(new Set([1]))
    await save('Nächster')
    expect(await names()).toEqual(['2 Nächster', '1 Stand'])
  })

  test('a form used in another document is refused', async () => {
    const key = randomUUID()
    await save('Stand', key)
    const other = await create('Anderes')
    const again = saveVersion(meike, other, { name: 'Stand', clientKey: key })
    await expect(again).rejects.toThrow(Refusal)
    await expect(restoreVersion(meike, other, 1, { clientKey: key })).rejects.toThrow(Refusal)
    expect(await rows()).toHaveLength(1)
  })

  test('not in the archive, where versions are still read', async () => {
    await save('Stand')
    await archiveDocument(meike, place, true)
    await expect(save('Noch einer')).rejects.toThrow(Forbidden)
    await expect(restore(1)).rejects.toThrow(Forbidden)
    const view = await versionsFor(orhan, place, 1)
    expect(view.rows).toHaveLength(1)
    expect(view.can).toMatchObject({ saveVersion: false, restoreVersion: false })
  })
})

describe('restoring', () => {
  test('after two versions it makes the third, and the document says what the first said', async () => {
    await write('Entwurf')
    await save('Entwurf 1')
    await write('Entwurf', 'Probe')
    await save('Nach Probe in 6b')
    expect(await restore(1)).toMatchObject({ number: 3, name: 'Wiederhergestellt: Entwurf 1' })
    expect(await said()).toBe('Entwurf')
    expect(await names()).toEqual([
      '3 Wiederhergestellt: Entwurf 1',
      '2 Nach Probe in 6b',
      '1 Entwurf 1',
    ])
  })

  test('keeps what it replaced, where no version held it', async () => {
    await write('Entwurf')
    await save('Entwurf 1')
    await write('Entwurf', 'Probe')
    await save('Nach Probe in 6b')
    await write('Entwurf', 'Probe', 'noch nicht gesichert')
    await restore(1)
    expect(await names()).toEqual([
      '3 Wiederhergestellt: Entwurf 1',
      '4 Vor der Wiederherstellung von „Entwurf 1“ before_restore',
      '2 Nach Probe in 6b',
      '1 Entwurf 1',
    ])
    expect((await versionFor(meike, place, 4)).html).toContain('noch nicht gesichert')
    expect(await restore(4)).toMatchObject({ number: 5 })
    expect(await said()).toBe('Entwurf\nProbe\nnoch nicht gesichert')
  })

  test('those who have it open are told, and their words typed afterwards stay', async () => {
    await write('oben', 'unten')
    await save('Entwurf 1')
    const editor = await anEditor()
    await editor.type('oben neu', 'unten')
    const told: unknown[] = []
    registerReactions([live(piecesAdded, (news) => void told.push(news))])
    await restore(1)
    registerHouse()
    const ids = (await db().selectFrom('documentUpdates').select('id').execute()).map(
      (row) => row.id,
    )
    expect(told).toEqual([{ documentId: id, ids: [Math.max(...ids.map(Number))] }])
    await editor.hear()
    await editor.type('oben', 'unten', 'danach')
    expect(await said()).toBe('oben\nunten\ndanach')
  })

  test('who had not heard of it yet and types on loses nothing of it', async () => {
    await write('oben', 'unten')
    await save('Entwurf 1')
    await write('oben', 'Mitte', 'unten')
    const editor = await anEditor()
    const before = await updates()
    await restore(1)
    await editor.type('oben', 'Mitte', 'unten und mehr')
    expect(await said()).toBe('oben\nunten und mehr')
    expect((await updates()).slice(0, before.length)).toEqual(before)
  })

  test('words that arrive at the same moment are in the text or in what was kept of it', async () => {
    await write('oben', 'unten')
    await save('Entwurf 1')
    for (let round = 1; round <= 5; round++) {
      const word = `Wort${round}`
      await write('oben', 'Mitte', 'unten')
      const editor = await anEditor()
      await Promise.all([restore(1), editor.type('oben', 'Mitte', `unten ${word}`)])
      const kept = (await rows()).filter(({ kind }) => kind === 'before_restore')
      const all = [await said(), ...kept.map(({ content }) => JSON.stringify(content))]
      expect(all.join(' ')).toContain(word)
    }
  })

  const updates = async () =>
    (await db().selectFrom('documentUpdates').select('data').orderBy('id').execute()).map(
      ({ data }) => data.toString('hex'),
    )

  test('the same form again restores once', async () => {
    await write('Entwurf')
    await save('Entwurf 1')
    await write('Anders')
    const key = randomUUID()
    const made = await Promise.all([restore(1, key), restore(1, key), restore(1, key)])
    expect(made.map(({ number }) => number)).toEqual([2, 2, 2])
    expect(await names()).toHaveLength(3)
  })

  test('is refused where the document says just that already, and keeps nothing', async () => {
    await write('Entwurf')
    await save('Entwurf 1')
    await expect(restore(1)).rejects.toThrow('Im Dokument steht schon genau dieser Text.')
    expect(await rows()).toHaveLength(1)
  })

  test('names do not grow with every restoring', async () => {
    const name = 'Ä'.repeat(120)
    await write('eins')
    await save(name)
    for (const [line, number] of [
      ['zwei', 1],
      ['drei', 2],
      ['vier', 4],
    ] as const) {
      await write(line)
      await restore(number)
    }
    const kept = (await rows()).filter(({ kind }) => kind === 'named').map((row) => row.name)
    expect(kept.every((one) => [...one].length <= 120)).toBe(true)
    expect(kept.at(-1)).toMatch(/^Wiederhergestellt: Ä+…$/)
  })

  test('what no text of ours is any more is refused in words, listed, and changes nothing', async () => {
    await write('Entwurf')
    await save('Entwurf 1')
    await db()
      .updateTable('documentVersions')
      .set({ content: JSON.stringify({ type: 'doc', content: [{ type: 'marquee' }] }) })
      .execute()
    await write('Anders')
    await expect(restore(1)).rejects.toThrow(/früheren Fassung des Editors/)
    expect(await said()).toBe('Anders')
    expect((await versionFor(meike, place, 1)).html).toBeNull()
    expect(await names()).toEqual(['1 Entwurf 1'])
  })

  test('a version that is none is not found', async () => {
    await expect(restore(7)).rejects.toThrow(NotFound)
    expect(await said()).toBe('')
  })
})
