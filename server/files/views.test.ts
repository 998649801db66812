import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aFile } from '#db/factories/file.ts'
import { anActor } from '#db/factories/person.ts'
import { aRoomKind } from '#db/factories/room.ts'
import type { Actor } from '#server/auth/actor.ts'
import { NotFound } from '#server/platform/errors.ts'
import { storage } from '#server/platform/storage.ts'
import { registerThings } from '#server/platform/things.ts'
import { aboutFile, bytesOf, fileCards, filesOf, fileToServe } from './views.ts'

const rooms = aRoomKind()
let kim: Actor
let room: { kind: string; id: string }
beforeEach(async () => {
  registerThings([rooms])
  kim = await anActor('teacher', { firstName: 'Kim', lastName: 'Berg' })
  room = rooms.aRoom({ writers: [kim] })
})

/** A picture with two versions: the first has two smaller copies, the second none. */
async function aPicture() {
  const of = { thingKind: room.kind, thingId: room.id, createdBy: kim.id, name: 'Tafel.jpg' }
  const size = { mediaType: 'image/jpeg', width: 1000, height: 500 }
  const file = await aFile(of, { ...size, widths: [480, 960] })
  const second = randomUUID()
  await db()
    .insertInto('fileVersions')
    .values({
      fileId: file.id,
      number: 2,
      storageKey: second,
      bytes: 5,
      createdAt: new Date('2026-10-01'),
      clientKey: randomUUID(),
      mediaType: 'image/png',
      width: 30,
      height: 20,
    })
    .execute()
  await db().updateTable('files').set({ latest: 2 }).where('id', '=', file.id).execute()
  return { id: file.id, keys: [file.storageKey, second] }
}

describe('what is handed out', () => {
  test.each<[string, { version: number | null; width: number | null }, number, string, string]>([
    ['the latest version', { version: null, width: null }, 1, '', 'image/png'],
    ['an earlier one', { version: 1, width: null }, 0, '', 'image/jpeg'],
    ['a copy of the wanted width', { version: 1, width: 480 }, 0, '-480', 'image/webp'],
    ['the whole, where no copy is wide enough', { version: 1, width: 1600 }, 0, '', 'image/jpeg'],
    ['the whole, where there is no copy', { version: null, width: 480 }, 1, '', 'image/png'],
  ])('%s', async (_what, wanted, version, copy, mediaType) => {
    const { id, keys } = await aPicture()
    const served = await fileToServe(kim, id, wanted)
    expect(served).toMatchObject({ key: `${keys[version]}${copy}`, mediaType })
    // The name in the storage is told to nobody.
    for (const key of keys) expect(served.tag + served.disposition).not.toContain(key)
  })

  test('every version and width has a tag of its own', async () => {
    const { id } = await aPicture()
    const tags = [
      { version: 1, width: null },
      { version: 1, width: 480 },
      { version: 1, width: 960 },
      { version: 2, width: null },
    ].map(async (wanted) => (await fileToServe(kim, id, wanted)).tag)
    expect(new Set(await Promise.all(tags)).size).toBe(4)
  })

  test('is nothing where there is no such version, or the bytes are gone', async () => {
    const { id, keys } = await aPicture()
    await expect(fileToServe(kim, id, { version: 3, width: null })).rejects.toThrow(NotFound)
    await expect(bytesOf({ key: keys[0] ?? '' })).rejects.toThrow(NotFound)
    await storage().put(keys[0] ?? '', Buffer.from('x'))
    expect((await bytesOf({ key: keys[0] ?? '' })).bytes).toBe(1)
  })
})

test('the page about a file names its thing and all versions, the newest first', async () => {
  const { id } = await aPicture()
  const about = await aboutFile(kim, id)
  expect(about).toMatchObject({
    file: { id, name: 'Tafel.jpg', version: 2, isPicture: true },
    thing: { path: `/raum/${room.id}` },
    can: { replace: true, delete: true },
  })
  expect(about.versions.map(({ version, by }) => [version, by])).toEqual([
    [2, null],
    [1, 'Kim Berg'],
  ])
})

test('the list shows the latest version with who made it', async () => {
  const { id } = await aPicture()
  const { files, canAdd } = await filesOf(kim, room)
  expect(files).toMatchObject([{ id, version: 2, mediaType: 'image/png', width: 30, by: null }])
  expect(canAdd).toBe(true)
})

test('a card leads to the page about the file', async () => {
  const { id } = await aPicture()
  expect(await fileCards(kim, [id, randomUUID()])).toEqual([
    { id, title: 'Tafel.jpg', context: 'Raum', path: `/dateien/${id}/fassungen` },
  ])
})
