import '#db/testing.ts'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { closeLines } from './attach.ts'
import { currentContent } from './journal.ts'
import { foldNow, isUnkept } from './open-documents.ts'
import { aCollabServer, aWriter, cookieOf, type Writer } from './testing.ts'

let server: Awaited<ReturnType<typeof aCollabServer>>
let writers: Writer[] = []
let plgId: string
let documentId: string

beforeAll(async () => {
  registerHouse()
  server = await aCollabServer()
})
beforeEach(async () => {
  await emptyDatabase()
  plgId = (await aPlg()).id
  documentId = (await aDocument({ plgId })).id
})
afterAll(() => server.close())

const soon = { timeout: 5_000, interval: 20 }
const until = (check: () => void | Promise<void>) => vi.waitFor(check, soon)

async function aMemberOf(role = 'teacher'): Promise<Actor> {
  const actor = await anActor(role)
  await aMember({ plgId, personId: actor.id, role: 'member' })
  return actor
}

async function opened(actor: Actor, given: { origin?: string } = {}): Promise<Writer> {
  const writer = aWriter({ url: server.url, cookie: await cookieOf(actor), documentId, ...given })
  writers.push(writer)
  return writer
}

async function closeAll() {
  for (const writer of writers) writer.close()
  writers = []
  await new Promise((done) => setTimeout(done, 50))
}

const journalled = async () =>
  (await db().selectFrom('documentUpdates').selectAll().execute()).length

test('two who write at once see the same, and it is durable when it is called saved', async () => {
  const [one, two] = [await opened(await aMemberOf()), await opened(await aMemberOf())]
  await until(() => expect(one.isSynced() && two.isSynced()).toBe(true))
  one.say('Einstieg')
  two.say('Auswertung')
  await until(() => {
    expect(one.isSaved() && two.isSaved()).toBe(true)
    expect(one.words().sort()).toEqual(['Auswertung', 'Einstieg'])
    expect(two.words()).toEqual(one.words())
  })
  const content = await currentContent(documentId)
  expect(content?.content?.length).toBe(2)
  await closeAll()
})

test('after the last one has gone the text is folded and to be read', async () => {
  const writer = await opened(await aMemberOf())
  await until(() => expect(writer.isSynced()).toBe(true))
  writer.say('Gemeinsam gefaltet')
  await until(() => expect(writer.isSaved()).toBe(true))
  await closeAll()
  await until(async () => {
    const page = await db().selectFrom('documentContents').selectAll().executeTakeFirstOrThrow()
    expect(page.words).toBe('Gemeinsam gefaltet')
    expect(page.html).toContain('<p>Gemeinsam gefaltet</p>')
    expect(await journalled()).toBe(0)
  })
  const again = await opened(await aMemberOf())
  await until(() => expect(again.words()).toEqual(['Gemeinsam gefaltet']))
  await closeAll()
})

test('who reads in the moment after a key reads it as well', async () => {
  const [one, two] = [await opened(await aMemberOf()), await opened(await aMemberOf())]
  await until(() => expect(one.isSynced() && two.isSynced()).toBe(true))
  one.say('Zuerst')
  await until(() => expect(one.isSaved()).toBe(true))
  await foldNow(documentId)
  one.say('Zuletzt')
  await until(() => expect(two.words()).toEqual(['Zuerst', 'Zuletzt']))
  expect(isUnkept(documentId) || (await journalled()) > 0).toBe(true)
  await foldNow(documentId)
  const page = await db().selectFrom('documentContents').selectAll().executeTakeFirstOrThrow()
  expect(page.words).toBe('Zuerst\nZuletzt')
  await until(() => expect(one.isSaved()).toBe(true))
  await closeAll()
})

test.each(['teacher', 'principal', 'operator', 'smz_staff'])(
  'a %s who is no member gets nothing',
  async (role) => {
    const inside = await opened(await aMemberOf())
    await until(() => expect(inside.isSynced()).toBe(true))
    inside.say('Geheim')
    const outside = await opened(await anActor(role))
    await until(() => expect(outside.refused()).not.toBe(''))
    outside.say('Von außen')
    await new Promise((done) => setTimeout(done, 200))
    expect(outside.words()).toEqual(['Von außen'])
    expect(inside.words()).toEqual(['Geheim'])
    await closeAll()
  },
)

test.each([
  ['without a session', { cookie: '' }],
  ['with a session that nobody has', { cookie: `session=${'x'.repeat(43)}` }],
  ['from another page', { origin: 'https://evil.example' }],
])('nothing is opened %s', async (_name, wrong) => {
  const cookie = await cookieOf(await aMemberOf())
  const writer = aWriter({ url: server.url, cookie, documentId, ...wrong })
  await new Promise((done) => setTimeout(done, 400))
  expect(writer.isSynced()).toBe(false)
  writer.close()
})

test('whoever is no longer a member is out at once, and what they go on typing stays outside', async () => {
  const leaving = await aMemberOf()
  const [one, two] = [await opened(leaving), await opened(await aMemberOf())]
  await until(() => expect(one.isSynced() && two.isSynced()).toBe(true))
  await db()
    .updateTable('plgMembers')
    .set({ state: 'removed' })
    .where('personId', '=', leaving.id)
    .execute()
  closeLines({ personIds: [leaving.id] })
  await until(() => expect(one.refused()).not.toBe(''))
  one.say('Noch schnell')
  two.say('Danach')
  await until(() => expect(two.isSaved()).toBe(true))
  expect(two.words()).toEqual(['Danach'])
  expect(one.words()).toEqual(['Noch schnell'])
  await closeAll()
})

test('in the archive everybody reads and nobody writes', async () => {
  await db().updateTable('documents').set({ archivedAt: new Date() }).execute()
  const reader = await opened(await aMemberOf())
  await until(() => expect(reader.isSynced()).toBe(true))
  reader.say('Trotzdem')
  await new Promise((done) => setTimeout(done, 300))
  expect(reader.isSaved()).toBe(false)
  expect(await journalled()).toBe(0)
  await closeAll()
})

test('nobody writes under another name', async () => {
  const [one, two] = [await opened(await aMemberOf()), await opened(await aMemberOf())]
  await until(() => expect(one.isSynced() && two.isSynced()).toBe(true))
  one.provider.setAwarenessField('user', { name: 'Die Schulleitung', colour: 99 })
  await until(() => {
    const states = [...(two.provider.awareness?.getStates().values() ?? [])]
    const names = states.map((state) => (state.user as { name?: string } | undefined)?.name)
    expect(names.filter((name) => name?.startsWith('Kim Muster')).length).toBeGreaterThan(0)
    expect(names).not.toContain('Die Schulleitung')
  })
  await closeAll()
})

test('what cannot be kept is not called saved, and is sent again', async () => {
  const writer = await opened(await aMemberOf())
  await until(() => expect(writer.isSynced()).toBe(true))
  const refuse = await import('./sql.ts')
  // Hocuspocus tells the console when it ends a connection.
  vi.spyOn(console, 'error').mockReturnValue()
  const insert = vi.spyOn(refuse, 'insertUpdates').mockRejectedValueOnce(new Error('disk full'))
  writer.say('Nicht verloren')
  await until(() => expect(insert).toHaveBeenCalled())
  await until(() => expect(writer.isSaved()).toBe(true))
  expect((await currentContent(documentId))?.content?.at(-1)?.content?.[0]?.text).toBe(
    'Nicht verloren',
  )
  await closeAll()
})
