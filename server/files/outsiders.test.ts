import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aFile } from '#db/factories/file.ts'
import { anActor } from '#db/factories/person.ts'
import { aRoomKind } from '#db/factories/room.ts'
import { aPdf } from '#db/factories/upload.ts'
import type { Actor } from '#server/auth/actor.ts'
import { NotFound } from '#server/platform/errors.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { storage } from '#server/platform/storage.ts'
import { registerThings } from '#server/platform/things.ts'
import * as commands from './commands.ts'
import * as uploads from './uploads/commands.ts'
import * as views from './views.ts'

const CANARY = 'Kanarienvogel'
const rooms = aRoomKind()
const outsiders: Record<string, () => Actor> = {}
const files = {} as Record<'own' | 'of others' | 'deleted' | 'of nobody', string>
let room: { kind: string; id: string }

const OUTSIDERS = ['another teacher', 'a principal', 'the SMZ', 'an operator', 'a former member']

beforeAll(async () => {
  registerThings([rooms, { kind: 'file', word: 'Datei', cards: views.fileCards }])
  const inside = await anActor()
  const former = await anActor()
  const people: Actor[] = [
    await anActor(),
    await anActor('principal'),
    await anActor('smz_staff'),
    await anActor('operator'),
    former,
  ]
  OUTSIDERS.forEach((who, at) => (outsiders[who] = () => people[at] as Actor))
  room = rooms.aRoom({ writers: [inside, former] })
  const of = { thingKind: room.kind, thingId: room.id, name: `${CANARY}.pdf` }
  const make = async (by: Actor | null, more = {}) => {
    const { id, storageKey } = await aFile({ ...of, createdBy: by?.id ?? null, ...more })
    await storage().put(storageKey, aPdf(CANARY))
    return id
  }
  // What the former member has brought and taken away is theirs no more either.
  files.own = await make(former)
  files['of others'] = await make(inside)
  files['of nobody'] = await make(null)
  files.deleted = await make(former, { deletedAt: new Date(), deletedBy: former.id })
  rooms.leaves(room, former)
})

async function* once(bytes: Buffer) {
  yield await Promise.resolve(bytes)
}

async function upload(actor: Actor, to: { kind: string; id: string } | { file: string }) {
  const incoming = await keepIncoming(once(aPdf()), 1_000)
  const input = { to, clientKey: randomUUID(), back: undefined, children: undefined }
  return uploads.takeFile(actor, input, { name: 'a.pdf', incoming }).finally(incoming.discard)
}

/** Everything there is to be asked or done about one file. */
const ACTS: Record<string, (actor: Actor, id: string) => Promise<unknown>> = {
  fileFor: (a, id) => views.fileFor(a, id),
  aboutFile: (a, id) => views.aboutFile(a, id),
  fileToServe: (a, id) => views.fileToServe(a, id, { version: null, width: null }),
  filesOf: (a) => views.filesOf(a, room),
  takeFile: (a) => upload(a, room),
  'takeFile as a new version': (a, id) => upload(a, { file: id }),
  deleteFile: (a, id) => commands.deleteFile(a, id),
  restoreFile: (a, id) => commands.restoreFile(a, id),
}

const everything = () =>
  Promise.all(
    (['files', 'fileVersions', 'auditEntries'] as const).map((table) =>
      db().selectFrom(table).selectAll().execute(),
    ),
  )

describe.each(OUTSIDERS)('%s', (who) => {
  test.each(Object.keys(ACTS))('is told by %s that there is nothing', async (act) => {
    const before = await everything()
    const actor = outsiders[who]?.() as Actor
    for (const id of [...Object.values(files), randomUUID(), 'no-uuid', '']) {
      const refused: unknown = await ACTS[act]?.(actor, id).then(
        () => 'allowed',
        (error: unknown) => error,
      )
      const isMalformed = (refused as { code?: string }).code === '22P02'
      if (!isMalformed) expect(refused).toBeInstanceOf(NotFound)
      expect(String(refused)).not.toContain(CANARY)
    }
    expect(await everything()).toEqual(before)
  })

  test('gets no card', async () => {
    expect(await views.fileCards(outsiders[who]?.() as Actor, Object.values(files))).toEqual([])
  })
})

test('the list of acts is whole', () => {
  // The first two are parts of others, the last ones, and all of keeping/, for areas that have asked their own rights.
  const FOR_AREAS = ['copyFiles', 'giveFiles', 'moveFilesOf', 'removeFilesOf', 'fileAtDoor']
  const ASIDE = ['factsOf', 'bytesOf', 'fileCards', ...FOR_AREAS]
  const names = [commands, uploads, views].flatMap((module) => Object.keys(module))
  const known = Object.keys(ACTS).map((act) => act.split(' ')[0])
  expect(names.filter((name) => !ASIDE.includes(name)).sort()).toEqual([...new Set(known)].sort())
})
