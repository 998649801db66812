import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aFile } from '#db/factories/file.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aRoomKind } from '#db/factories/room.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { registerThings } from '#server/platform/things.ts'
import { copyFiles, deleteFile, removeFilesOf, restoreFile } from './commands.ts'
import type { Thing } from './contract.ts'
import { fileCards, filesOf } from './views.ts'

const rooms = aRoomKind()
let lead: Actor, member: Actor, reader: Actor
let room: Thing

beforeEach(async () => {
  registerThings([rooms, { kind: 'file', word: 'Datei', cards: fileCards }])
  ;[lead, member, reader] = [await anActor(), await anActor(), await anActor()]
  room = rooms.aRoom({ writers: [lead, member], readers: [reader] })
})

const inRoom = (by: Actor | null = member) =>
  aFile({ thingKind: room.kind, thingId: room.id, createdBy: by?.id ?? null })
const namesFor = async (actor: Actor) => (await filesOf(actor, room)).files.map(({ name }) => name)
const protocol = (id: string) =>
  db().selectFrom('auditEntries').where('thingId', '=', id).select('action').execute()

describe('deleting', () => {
  test('takes a file away and can be undone', async () => {
    const file = await inRoom()
    expect(await namesFor(reader)).toEqual([file.name])
    expect(await deleteFile(member, file.id)).toEqual({ name: file.name })
    expect(await namesFor(reader)).toEqual([])
    await expect(deleteFile(member, file.id)).rejects.toThrow(NotFound)
    await restoreFile(member, file.id)
    await restoreFile(member, file.id)
    expect(await namesFor(reader)).toEqual([file.name])
    // One's own files are nobody's business.
    expect(await protocol(file.id)).toEqual([])
  })

  test('files of others is in the protocol', async () => {
    const file = await inRoom()
    await deleteFile(lead, file.id)
    await restoreFile(lead, file.id)
    const actions = (await protocol(file.id)).map(({ action }) => action)
    expect(actions).toEqual(['files.deleted', 'files.restored'])
  })

  test('is not for whoever may only read, unless it is their own', async () => {
    await expect(deleteFile(reader, (await inRoom()).id)).rejects.toThrow(Forbidden)
    const own = await inRoom(reader)
    await deleteFile(reader, own.id)
    await restoreFile(reader, own.id)
    await deleteFile(lead, own.id)
    await expect(restoreFile(reader, own.id)).rejects.toThrow(NotFound)
  })

  test('at once with its undoing leaves one of both', async () => {
    const file = await inRoom()
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? deleteFile : restoreFile)(lead, file.id)),
    )
    expect([[], [file.name]]).toContainEqual(await namesFor(lead))
  })
})

describe('files of a thing', () => {
  test('say what one may do with each', async () => {
    await inRoom(member)
    const can = async (actor: Actor) => {
      const { files, canAdd } = await filesOf(actor, room)
      return { ...files[0]?.can, add: canAdd }
    }
    expect(await can(lead)).toEqual({ replace: true, delete: true, add: true })
    expect(await can(reader)).toEqual({ replace: false, delete: false, add: false })
  })

  test('go with the thing', async () => {
    const [gone, stays] = [
      await inRoom(),
      await aFile({ thingKind: 'room', thingId: randomUUID() }),
    ]
    await removeFilesOf(room)
    const rows = await db().selectFrom('files').select(['id', 'deletedAt']).execute()
    expect(rows.find(({ id }) => id === gone.id)?.deletedAt).toBeInstanceOf(Date)
    expect(rows.find(({ id }) => id === stays.id)?.deletedAt).toBeNull()
  })

  test('are copied as rows of their own with the same bytes, deleted ones not', async () => {
    const [first, second, deleted] = [await inRoom(), await inRoom(), await inRoom()]
    await db()
      .insertInto('fileVersions')
      .values({
        fileId: second.id,
        number: 2,
        storageKey: randomUUID(),
        mediaType: 'image/png',
        bytes: 7,
        width: 3,
        height: 4,
        widths: [480],
        children: 'none',
        createdAt: new Date(),
        clientKey: randomUUID(),
      })
      .execute()
    await db().updateTable('files').set({ latest: 2 }).where('id', '=', second.id).execute()
    await deleteFile(member, deleted.id)
    const plg = await aPlg()
    const to = rooms.aRoom({ writers: [reader], plgId: plg.id })
    const copies = await copyFiles(room, { ...to, plgId: plg.id })
    expect([...copies.keys()].sort()).toEqual([first.id, second.id].sort())
    const { files } = await filesOf(reader, to)
    expect(files.map(({ id }) => id).sort()).toEqual([...copies.values()].sort())
    expect(files.find(({ id }) => id === copies.get(second.id))).toMatchObject({
      name: second.name,
      version: 1,
      bytes: 7,
      width: 3,
      by: null,
    })
    const keyOf = (id = '') =>
      db()
        .selectFrom('fileVersions')
        .where('fileId', '=', id)
        .orderBy('number', 'desc')
        .select(['storageKey', 'widths', 'children'])
        .executeTakeFirst()
    expect(await keyOf(copies.get(second.id))).toEqual(await keyOf(second.id))
    // Whoever brought the original has no say over the copy.
    await expect(deleteFile(member, copies.get(first.id) ?? '')).rejects.toThrow(NotFound)
  })
})
