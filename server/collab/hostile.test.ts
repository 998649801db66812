import '#db/testing.ts'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { db } from '#db/client.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { documentName } from './contract.ts'
import { KIND, SYNC } from './frames.ts'
import { currentContent } from './journal.ts'
import { foldNow, runningCollab } from './open-documents.ts'
import { aCollabServer, aWriter, cookieOf, type Writer } from './testing.ts'

let server: Awaited<ReturnType<typeof aCollabServer>>
let plgId: string
let documentId: string
let writers: Writer[] = []
let sockets: WebSocket[] = []

beforeAll(async () => {
  registerHouse()
  server = await aCollabServer()
})
beforeEach(async () => {
  // Hocuspocus tells the console when it ends a connection.
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
  await emptyDatabase()
  plgId = (await aPlg()).id
  documentId = (await aDocument({ plgId })).id
})
afterEach(async () => {
  for (const writer of writers) writer.close()
  for (const socket of sockets) socket.terminate()
  writers = []
  sockets = []
  await pause(50)
})
afterAll(() => server.close())

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const until = (check: () => void | Promise<void>, timeout = 5_000) =>
  vi.waitFor(check, { timeout, interval: 20 })

async function aMemberOf(): Promise<Actor> {
  const actor = await anActor('teacher')
  await aMember({ plgId, personId: actor.id, role: 'member' })
  return actor
}

async function opened(): Promise<Writer> {
  const cookie = await cookieOf(await aMemberOf())
  const writer = aWriter({ url: server.url, cookie, documentId })
  writers.push(writer)
  await until(() => expect(writer.isSynced()).toBe(true))
  return writer
}

/** A socket without a provider, to say what no provider would. */
async function raw(actor: Actor): Promise<WebSocket> {
  const headers = { cookie: await cookieOf(actor), origin: 'http://localhost:3000' }
  const socket = new WebSocket(server.url, { headers })
  socket.on('error', () => undefined)
  sockets.push(socket)
  await Promise.race([once(socket, 'open'), once(socket, 'close')])
  return socket
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))]
const sized = (bytes: Uint8Array | string) => {
  const body = Buffer.from(bytes)
  return Buffer.concat([Buffer.from(varint(body.length)), body])
}
const frame = (kind: number, ...rest: Uint8Array[]) =>
  Buffer.concat([sized(documentName(documentId)), Buffer.from([kind]), ...rest])
const auth = () => frame(KIND.auth, Buffer.from([0]), sized('cookie'))
const piece = (update: Uint8Array) => frame(KIND.sync, Buffer.from([SYNC.piece]), sized(update))

const page = () => db().selectFrom('documentContents').selectAll().executeTakeFirstOrThrow()
const told = async () =>
  (await db().selectFrom('auditEntries').select('action').execute()).map(({ action }) => action)

function element(name: string, attributes: Record<string, unknown> = {}, words = '', marks = {}) {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  if (words) {
    const text = new Y.XmlText()
    text.insert(0, words, marks)
    made.insert(0, [text])
  }
  return made
}

/** Grown from the outside: what is made first and put in then breaks the hostile browser itself. */
function nest(place: Y.XmlFragment | Y.XmlElement, levels: number): Y.XmlElement | Y.XmlFragment {
  let at = place
  for (let level = 0; level < levels; level++) {
    const inner = new Y.XmlElement('blockquote')
    at.insert(0, [inner])
    at = inner
  }
  return at
}

function nested(levels: number) {
  const outer = new Y.XmlElement('blockquote')
  nest(outer, levels - 1)
  return outer
}

const HOSTILE: Record<string, () => Y.XmlElement[]> = {
  'unknown nodes': () => [element('script', {}, 'alert(1)'), element('iframe', { src: 'x' })],
  'a node called __proto__': () => [element('__proto__'), element('constructor')],
  'a link that runs': () => [
    element('paragraph', {}, 'hier', { link: { href: 'javascript:alert(1)' } }),
  ],
  'attributes of wrong types': () => [element('heading', { level: { toString: 1 } }, 'x')],
  'a text 150 levels deep': () => [nested(150)],
  'thirty thousand nodes': () => Array.from({ length: 30_000 }, () => element('paragraph')),
  'more than a megabyte of words': () =>
    Array.from({ length: 3 }, () => element('paragraph', {}, 'ä'.repeat(240_000))),
  'a map': () => [new Y.Map() as unknown as Y.XmlElement],
}

test.each(Object.keys(HOSTILE))(
  '%s in a text: the last good one is shown, it is noted once, and the text can be repaired',
  async (name) => {
    const honest = await opened()
    honest.say('Gut und richtig')
    await until(() => expect(honest.isSaved()).toBe(true))
    await foldNow(documentId)
    const good = (await page()).html
    const hostile = await opened()
    for (const made of inFrames(HOSTILE[name]?.() ?? []))
      hostile.text.insert(hostile.text.length, made)
    await until(() => expect(hostile.isSaved()).toBe(true), 20_000)
    for (let time = 0; time < 3; time++) await foldNow(documentId)
    expect(await page()).toMatchObject({ html: good, words: 'Gut und richtig' })
    expect((await page()).invalidSince).not.toBeNull()
    expect(await told()).toEqual(['documents.text-broke'])
    await until(() => expect(honest.heard).toEqual([{ kind: 'invalid' }]))
    // Others still write, and one of them takes it away.
    await until(() => expect(honest.text.length).toBe(hostile.text.length), 20_000)
    honest.text.delete(1, honest.text.length - 1)
    honest.say('Und wieder gut')
    await until(() => expect(honest.isSaved()).toBe(true), 20_000)
    await foldNow(documentId)
    expect(await page()).toMatchObject({
      words: 'Gut und richtig\nUnd wieder gut',
      invalidSince: null,
    })
    await until(() => expect(honest.heard).toEqual([{ kind: 'invalid' }, { kind: 'valid' }]))
    expect(await told()).toEqual(['documents.text-broke'])
  },
  60_000,
)

/** As many at once as go into one frame. */
function inFrames(all: Y.XmlElement[]): Y.XmlElement[][] {
  const size = all.length > 100 ? 10_000 : 1
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  )
}

test.each([
  ['noise', () => Buffer.from('00ff17fe99', 'hex')],
  ['nothing', () => Buffer.alloc(0)],
  ['half an update', () => half()],
  ['an endless length', () => Buffer.from([1, 1, 5, 0, 0x84, 1, 0xff, 0xff, 0xff, 0xff, 0x0f])],
  ['a number beyond all numbers', () => Buffer.alloc(40, 0xff)],
  ['a text 10,000 levels deep', () => deep()],
])('an update that is %s is not kept and ends the line of its sender only', async (_name, make) => {
  const honest = await opened()
  honest.say('Gut')
  await until(() => expect(honest.isSaved()).toBe(true))
  const socket = await raw(await aMemberOf())
  socket.send(auth())
  await pause(150)
  socket.send(piece(make()))
  await Promise.race([once(socket, 'close'), pause(5_000)])
  expect(socket.readyState).toBe(WebSocket.CLOSED)
  honest.say('Weiter')
  await until(() => expect(honest.isSaved()).toBe(true))
  expect(JSON.stringify(await currentContent(documentId))).toMatch(/Gut.*Weiter/)
})

function updateOf(blocks: Y.XmlElement[]) {
  const doc = new Y.Doc()
  doc.getXmlFragment('default').insert(0, blocks)
  return Y.encodeStateAsUpdate(doc)
}
const half = () => updateOf([element('paragraph', {}, 'abgeschnitten')]).slice(0, 20)
function deep() {
  const doc = new Y.Doc()
  doc.transact(() => nest(doc.getXmlFragment('default'), 10_000))
  return Y.encodeStateAsUpdate(doc)
}

test('a text that grows deeper piece by piece stops growing', async () => {
  const hostile = await opened()
  let place: Y.XmlFragment | Y.XmlElement = hostile.text
  for (let piece = 0; piece < 30; piece++) {
    const at = place
    hostile.document.transact(() => {
      place = nest(at, 10)
    })
    await pause(5)
  }
  await until(() => expect(hostile.isSynced()).toBe(false))
  const honest = await opened()
  honest.text.delete(0, honest.text.length)
  honest.say('Aufgeräumt')
  await until(() => expect(honest.isSaved()).toBe(true))
  expect(JSON.stringify(await currentContent(documentId))).toContain('Aufgeräumt')
})

test('one person has ten lines, however many come at once', async () => {
  const actor = await aMemberOf()
  const cookie = await cookieOf(actor)
  const headers = { cookie, origin: 'http://localhost:3000' }
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, async () => {
      const socket = new WebSocket(server.url, { headers })
      sockets.push(socket)
      socket.on('error', () => undefined)
      const isOpen = once(socket, 'open').then(() => 'open')
      return Promise.race([isOpen, once(socket, 'close').then(() => 'refused')]).catch(
        () => 'refused',
      )
    }),
  )
  expect(outcomes.filter((outcome) => outcome === 'open').length).toBe(10)
})

test('a flood ends the line', async () => {
  const socket = await raw(await aMemberOf())
  socket.send(auth())
  await pause(200)
  for (let count = 0; count < 700; count++) socket.send(frame(KIND.awareness, sized('x')))
  const [code] = (await once(socket, 'close')) as [number]
  expect([1003, 1008]).toContain(code)
})

test('a caret is nobody else’s, and nobody has a hundred', async () => {
  const [one, two] = [await opened(), await opened()]
  const caret = { anchor: 1, head: 1 }
  one.provider.setAwarenessField('cursor', caret)
  await until(() =>
    expect(two.provider.awareness?.getStates().get(one.document.clientID)).toMatchObject({
      cursor: caret,
    }),
  )
  const { awareness } = two.provider
  const meta = awareness?.meta.get(one.document.clientID)
  // As if it were the other's, and a hundred more; and one as large as a book.
  awareness?.meta.set(one.document.clientID, { clock: (meta?.clock ?? 0) + 50, lastUpdated: 0 })
  awareness?.states.set(one.document.clientID, { cursor: { anchor: 99, head: 99 } })
  for (let client = 1; client <= 100; client++) {
    awareness?.meta.set(client, { clock: 1, lastUpdated: Date.now() })
    awareness?.states.set(client, { cursor: 'x' })
  }
  awareness?.emit('update', [
    { added: [...Array(101).keys()].slice(1), updated: [one.document.clientID], removed: [] },
    'here',
  ])
  two.provider.setAwarenessField('cursor', 'x'.repeat(5_000))
  await pause(300)
  const third = await opened()
  await until(() => expect(third.provider.awareness?.getStates().size).toBeGreaterThan(1))
  const states = third.provider.awareness?.getStates() ?? new Map<number, object>()
  expect(states.get(one.document.clientID)).toMatchObject({ cursor: caret })
  expect(states.size).toBeLessThan(10)
  expect(JSON.stringify([...states.values()]).length).toBeLessThan(3_000)
})

test('who does not read what is said is left behind', async () => {
  const honest = await opened()
  const socket = await raw(await aMemberOf())
  socket.send(auth())
  await pause(150)
  socket.pause()
  const document = runningCollab()?.documents.get(documentName(documentId))
  const before = process.memoryUsage().rss
  for (let count = 0; count < 60; count++) {
    document?.broadcastStateless(JSON.stringify('x'.repeat(1_000_000)))
    await pause(10)
  }
  await until(() => expect(document?.getConnectionsCount()).toBe(1))
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(200)
  expect(honest.isSynced()).toBe(true)
})
