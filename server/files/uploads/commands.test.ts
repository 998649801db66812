import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aFile } from '#db/factories/file.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aRoomKind } from '#db/factories/room.ts'
import { aBlackPng, anIsoFile, anOfficeFile, aPdf } from '#db/factories/upload.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { storage, useStorage } from '#server/platform/storage.ts'
import { type Storage, StorageAway } from '#server/platform/storage-kind.ts'
import { registerThings } from '#server/platform/things.ts'
import { type Children, LIMITS, type Thing } from '../contract.ts'
import type { Upload } from '../inputs.ts'
import { takeFile } from './commands.ts'

const rooms = aRoomKind()
let kim: Actor
let room: Thing

beforeEach(async () => {
  registerThings([rooms])
  kim = await anActor()
  room = rooms.aRoom({ writers: [kim] })
})
afterEach(() => useStorage(undefined))

async function* once(bytes: Buffer) {
  yield await Promise.resolve(bytes)
}
const given = async (bytes: Buffer, name = 'plan.pdf') => ({
  name,
  incoming: await keepIncoming(once(bytes), LIMITS.file),
})

type More = { name?: string; children?: Children; key?: string; to?: Upload['to']; actor?: Actor }
async function upload(bytes: Buffer, { name, children, key, to = room, actor = kim }: More = {}) {
  const file = await given(bytes, name)
  const input: Upload = { to, children, clientKey: key ?? randomUUID(), back: undefined }
  return takeFile(actor, input, file).finally(file.incoming.discard)
}

const versions = () => db().selectFrom('fileVersions').selectAll().execute()
const rowsOf = (id: string) =>
  db().selectFrom('fileVersions').where('fileId', '=', id).selectAll().execute()

async function keys(): Promise<string[]> {
  const all: string[] = []
  for await (const page of storage().list()) all.push(...page.map(({ key }) => key))
  return all.sort()
}
async function bytesUnder(key: string): Promise<Buffer> {
  const stored = await storage().get(key)
  return Buffer.from(await new Response(stored?.stream).arrayBuffer())
}

describe('a file', () => {
  test('lies in the storage as it came, under a name of its own', async () => {
    const sent = await upload(aPdf(), { name: '../Plan für März.pdf' })
    expect(sent).toMatchObject({ name: 'Plan für März.pdf', version: 1, isPicture: false })
    const [row] = await rowsOf(sent.id)
    expect(row).toMatchObject({ bytes: aPdf().length, children: null, createdBy: kim.id })
    expect(await bytesUnder(row?.storageKey ?? '')).toEqual(aPdf())
  })

  test('is judged by its content, not by its name', async () => {
    expect(await upload(aPdf(), { name: 'bild.png' })).toMatchObject({
      name: 'bild.pdf',
      mediaType: 'application/pdf',
    })
    await expect(
      upload(Buffer.from('<!doctype html><script>'), { name: 'bild.png', children: 'none' }),
    ).rejects.toThrow('Webseite')
  })

  test.each<[string, Buffer, RegExp]>([
    ['HEIC', anIsoFile('heic'), /Maximale Kompatibilität/],
    ['SVG', Buffer.from('<svg onload="x"/>'), /SVG/],
    ['macros', anOfficeFile('docx', [{ name: 'word/vbaProject.bin' }]), /Makros/],
    ['a bomb', anOfficeFile('xlsx', [{ name: 'a', claims: 4e9 }]), /riesig/],
    ['nothing', Buffer.alloc(0), /leer/],
    ['a broken picture', aBlackPng(300, 300).subarray(0, 70), /beschädigt/],
    ['100 million points', aBlackPng(10_000, 10_000), /40 Millionen/],
  ])('is refused in words when it is %s, and nothing stays', async (_what, bytes, sentence) => {
    const before = [await versions(), await keys()]
    await expect(upload(bytes, { children: 'none' })).rejects.toThrow(sentence)
    await expect(upload(bytes, { children: 'none' })).rejects.toThrow(Refusal)
    expect([await versions(), await keys()]).toEqual(before)
  })

  test('belongs only where one may change', async () => {
    const reader = await anActor()
    const stranger = await anActor()
    const read = rooms.aRoom({ writers: [kim], readers: [reader] })
    await expect(upload(aPdf(), { to: read, actor: reader })).rejects.toThrow(Forbidden)
    await expect(upload(aPdf(), { to: read, actor: stranger })).rejects.toThrow(NotFound)
    for (const kind of ['plg', 'file', 'none'])
      await expect(upload(aPdf(), { to: { kind, id: randomUUID() } })).rejects.toThrow(NotFound)
  })

  test('does not come when one loses the right while it travels', async () => {
    const slow: Storage = {
      ...storage(),
      put: (key, from) => {
        rooms.leaves(room, kim)
        return storageOfSettings.put(key, from)
      },
    }
    const storageOfSettings = storage()
    useStorage(slow)
    const before = await keys()
    await expect(upload(aPdf())).rejects.toThrow(NotFound)
    expect(await keys()).toEqual(before)
  })
})

describe('a picture', () => {
  const photo = () =>
    sharp({ create: { width: 1000, height: 700, channels: 3, background: '#08c' } })
      .jpeg()
      .withExif({ IFD0: { Make: 'Kamerafirma' }, IFD3: { GPSLatitude: '51/1 26/1 5/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()

  test('is stored upright, with smaller copies and without place and camera', async () => {
    const sent = await upload(await photo(), { name: 'IMG_1.JPG', children: 'none' })
    expect(sent).toMatchObject({ isPicture: true, width: 700, height: 1000, name: 'IMG_1.jpg' })
    const [row] = await rowsOf(sent.id)
    expect(row).toMatchObject({ widths: [480], children: 'none', mediaType: 'image/jpeg' })
    for (const key of [row?.storageKey ?? '', `${row?.storageKey}-480`]) {
      const bytes = await bytesUnder(key)
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      expect(bytes.includes('Kamerafirma')).toBe(false)
    }
  })

  test('is asked about children, and what is not settled is not taken', async () => {
    const bytes = await photo()
    const before = await keys()
    await expect(upload(bytes)).rejects.toMatchObject({ field: 'children' })
    await expect(upload(bytes, { children: 'unknown' })).rejects.toThrow(/Einwilligung/)
    expect(await keys()).toEqual(before)
    expect(await upload(bytes, { children: 'consented' })).toMatchObject({ isPicture: true })
    // Nobody is asked about a worksheet.
    expect(await upload(aPdf(), { children: 'unknown' })).toMatchObject({ isPicture: false })
  })
})

describe('a new version', () => {
  test('takes the place of the one before, which stays', async () => {
    const first = await upload(aPdf(), { name: 'Plan.pdf' })
    const next = await upload(anOfficeFile('docx'), { name: 'anders.docx', to: { file: first.id } })
    expect(next).toMatchObject({ id: first.id, version: 2, name: 'Plan.docx' })
    expect((await rowsOf(first.id)).map(({ number }) => number).sort()).toEqual([1, 2])
  })

  test('of a picture is a picture, and of anything else none', async () => {
    const pdf = await upload(aPdf())
    const picture = await upload(aBlackPng(4, 4), { children: 'none' })
    await expect(upload(aPdf(), { to: { file: picture.id } })).rejects.toThrow(/durch ein Bild/)
    await expect(
      upload(aBlackPng(4, 4), { to: { file: pdf.id }, children: 'none' }),
    ).rejects.toThrow(Refusal)
  })

  test('twenty at once are numbered without a gap', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => anActor()))
    const file = await upload(aPdf(), { to: rooms.aRoom({ writers: [kim, ...people] }) })
    await Promise.all(
      [...people, ...people].map((actor) => upload(aPdf(), { to: { file: file.id }, actor })),
    )
    const numbers = (await rowsOf(file.id)).map(({ number }) => number)
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1))
  })

  test('is not for whoever may only read, or for what was deleted', async () => {
    const reader = await anActor()
    const read = rooms.aRoom({ writers: [kim], readers: [reader] })
    const file = await upload(aPdf(), { to: read })
    await expect(upload(aPdf(), { to: { file: file.id }, actor: reader })).rejects.toThrow(
      Forbidden,
    )
    await db()
      .updateTable('files')
      .set({ deletedAt: new Date() })
      .where('id', '=', file.id)
      .execute()
    await expect(upload(aPdf(), { to: { file: file.id } })).rejects.toThrow(NotFound)
  })
})

describe('the same key', () => {
  test('one after the other is the same file', async () => {
    const key = randomUUID()
    const first = await upload(aPdf(), { key })
    const before = await keys()
    expect(await upload(aPdf('anders'), { key })).toEqual(first)
    expect(await keys()).toEqual(before)
  })

  test('twenty times at once is one file, and nothing else lies there', async () => {
    const key = randomUUID()
    const before = await keys()
    const all = await Promise.all(Array.from({ length: 20 }, () => upload(aPdf(), { key })))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect((await keys()).length).toBe(before.length + 1)
  })

  test('for another thing is refused', async () => {
    const key = randomUUID()
    await upload(aPdf(), { key })
    const other = rooms.aRoom({ writers: [kim] })
    await expect(upload(aPdf(), { key, to: other })).rejects.toThrow(/schon verwendet/)
  })

  test('of another person is another file', async () => {
    const other = await anActor()
    const shared = rooms.aRoom({ writers: [kim, other] })
    const key = randomUUID()
    const first = await upload(aPdf(), { key, to: shared })
    const second = await upload(aPdf(), { key, to: shared, actor: other })
    expect(second.id).not.toBe(first.id)
  })
})

describe('room is counted', () => {
  const almostFull = async (of: { createdBy?: string; plgId?: string }, limit: number) =>
    aFile({ thingKind: 'room', thingId: randomUUID(), ...of }, { bytes: limit - aPdf().length - 1 })

  test('for a person: of two at once one passes', async () => {
    await almostFull({ createdBy: kim.id }, LIMITS.person)
    const before = await keys()
    const both = await Promise.allSettled([upload(aPdf()), upload(aPdf())])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((one) => one.status === 'rejected')
    expect(String(refused?.reason)).toContain('2 GB')
    expect((await keys()).length).toBe(before.length + 1)
  })

  test('for a PLG: of twenty people at once one passes', async () => {
    const plg = await aPlg()
    await almostFull({ plgId: plg.id }, LIMITS.plg)
    const people = await Promise.all(Array.from({ length: 20 }, () => anActor()))
    const shared = rooms.aRoom({ writers: people, plgId: plg.id })
    const all = await Promise.allSettled(
      people.map((actor) => upload(aPdf(), { actor, to: shared })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(String(one.reason)).toContain('10 GB')
  })

  test('copies lie there once and count once', async () => {
    const plg = await aPlg()
    const storageKey = randomUUID()
    const of = { plgId: plg.id, thingKind: 'room', thingId: randomUUID() }
    for (let copy = 0; copy < 3; copy++)
      await aFile(of, { storageKey, bytes: LIMITS.plg / 2 - aPdf().length })
    const shared = rooms.aRoom({ writers: [kim], plgId: plg.id })
    expect(await upload(aPdf(), { to: shared })).toMatchObject({ version: 1 })
  })
})

describe('when the storage is away', () => {
  const away = () => Promise.reject(new StorageAway('away'))

  test('nothing is written down', async () => {
    useStorage({ ...storage(), put: away })
    const before = await versions()
    await expect(upload(aPdf())).rejects.toThrow(StorageAway)
    expect(await versions()).toEqual(before)
  })

  test('in the middle of a picture, what lies there already goes', async () => {
    const real = storage()
    useStorage({
      ...real,
      put: (key, from) => (key.endsWith('-480') ? away() : real.put(key, from)),
    })
    const before = [await versions(), await keys()]
    await expect(upload(aBlackPng(600, 20), { children: 'none' })).rejects.toThrow(StorageAway)
    expect([await versions(), await keys()]).toEqual(before)
  })
})
