import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aFile } from '#db/factories/file.ts'
import { emptyDatabase } from '#db/testing.ts'
import { settings } from '#server/platform/env.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { log } from '#server/platform/log.ts'
import { storage } from '#server/platform/storage.ts'
import { copyFiles } from './commands.ts'
import { forgetDeleted, sweep, sweepNightly } from './jobs.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 60 * 60_000)
const room = () => ({ thingKind: 'room', thingId: randomUUID() })

log.level = 'silent'

beforeEach(async () => {
  await emptyDatabase()
  for await (const page of storage().list()) await storage().remove(page.map(({ key }) => key))
})

const put = (key: string) => storage().put(key, Buffer.from('x'))
async function keys(): Promise<string[]> {
  const all: string[] = []
  for await (const page of storage().list()) all.push(...page.map(({ key }) => key))
  return all.sort()
}
/** As if it had lain there for two days. */
function age(key: string) {
  const then = Date.now() / 1000 - 2 * 24 * 60 * 60
  utimesSync(join(settings().dataDir, 'files', key.slice(0, 2), key), then, then)
}
const ids = async () => (await db().selectFrom('files').select('id').execute()).map(({ id }) => id)

describe('what was deleted', () => {
  test('goes after 30 days with all its bytes, not before', async () => {
    const old = await aFile({ ...room(), deletedAt: daysAgo(31) }, { widths: [480, 960] })
    const young = await aFile({ ...room(), deletedAt: daysAgo(29) })
    const standing = await aFile(room())
    const stay = [young, standing].map(({ storageKey }) => storageKey)
    for (const key of [old.storageKey, `${old.storageKey}-480`, `${old.storageKey}-960`, ...stay])
      await put(key)
    await forgetDeleted.run(NOW)
    expect(await keys()).toEqual(stay.sort())
    expect((await ids()).sort()).toEqual([young.id, standing.id].sort())
  })

  test('leaves its bytes to the copy of a template, until that goes too', async () => {
    const of = room()
    const template = await aFile(of)
    await put(template.storageKey)
    const to = { kind: 'room', id: randomUUID(), plgId: null }
    await copyFiles({ kind: of.thingKind, id: of.thingId }, to)
    const remove = (id: string) =>
      db()
        .updateTable('files')
        .set({ deletedAt: daysAgo(40) })
        .where('id', '=', id)
        .execute()
    await remove(template.id)
    await forgetDeleted.run(NOW)
    expect(await keys()).toEqual([template.storageKey])
    await remove((await ids())[0] ?? '')
    await forgetDeleted.run(NOW)
    expect([await keys(), await ids()]).toEqual([[], []])
  })
})

describe('the nightly sweep', () => {
  test('removes bytes that no row knows, a day after they came', async () => {
    const known = await aFile(room(), { widths: [480] })
    const orphan = randomUUID()
    const fresh = randomUUID()
    const old = [known.storageKey, `${known.storageKey}-480`, orphan, `${orphan}-480`]
    for (const key of [...old, fresh]) await put(key)
    old.forEach(age)
    await sweep.run({})
    expect(await keys()).toEqual([known.storageKey, `${known.storageKey}-480`, fresh].sort())
  })

  test('removes what a crash left half-arrived', async () => {
    async function* bytes() {
      yield await Promise.resolve(Buffer.from('x'))
    }
    const [old] = [await keepIncoming(bytes(), 10), await keepIncoming(bytes(), 10)]
    utimesSync(old?.path ?? '', 0, 0)
    await sweep.run({})
    expect(readdirSync(join(settings().dataDir, 'incoming'))).toHaveLength(1)
  })

  test('is queued once, at its minute', async () => {
    const waiting = async () =>
      (
        await db()
          .selectFrom('graphileWorker.jobs' as never)
          .selectAll()
          .execute()
      ).length
    const before = await waiting()
    await sweepNightly.run(NOW)
    expect(await waiting()).toBe(before)
    for (let time = 0; time < 2; time++) await sweepNightly.run(new Date('2026-11-22T02:17:30Z'))
    expect(await waiting()).toBe(before + 1)
  })
})
