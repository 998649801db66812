import '#db/testing.ts'
import * as fc from 'fast-check'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { db } from '#db/client.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import type * as env from '#server/platform/env.ts'
import { registerHouse } from '#server/open.ts'
import { transaction } from '#server/platform/transaction.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { contentOf } from '#server/rich-text/yjs.ts'
import * as journal from './journal.ts'
import { insertUpdates } from './sql.ts'
import * as first from './testing.ts'

// Two servers of one platform in one process, each with modules of its own; between them goes what goes through
// PostgreSQL otherwise, and sometimes gets lost.
const ears = new Map<number, (news: unknown) => void>()
let isDeaf = false

const voiceOf = (me: number) => ({
  held: {},
  hearServers: (_channel: string, hear: (news: unknown) => void) => ears.set(me, hear),
  tellServers: (_channel: string, news: unknown) => {
    if (isDeaf) return
    const copy: unknown = JSON.parse(JSON.stringify(news))
    for (const [node, hear] of ears) if (node !== me) setTimeout(() => hear(copy), 2)
  },
  tell: () => undefined,
  disconnect: () => undefined,
})

/** With an embedded database a server is alone, and says nothing to others. */
async function notAlone(original: () => Promise<typeof env>) {
  const actual = await original()
  return { ...actual, settings: () => ({ ...actual.settings(), isEmbedded: false }) }
}

type Node = Awaited<ReturnType<typeof aNode>>
type Global = { __remember_epic_web?: Map<string, unknown> }
const OF_EACH_NODE = new Set(['collab-server', 'collab-lines', 'io'])

async function aNode(me: number) {
  const shared = globalThis as Global
  const known = shared.__remember_epic_web ?? new Map<string, unknown>()
  shared.__remember_epic_web = new Map([...known].filter(([name]) => !OF_EACH_NODE.has(name)))
  vi.resetModules()
  vi.doMock('#server/realtime/emit.ts', () => voiceOf(me))
  vi.doMock('#server/platform/env.ts', notAlone)
  const node = {
    testing: await import('./testing.ts'),
    documents: await import('./open-documents.ts'),
    attach: await import('./attach.ts'),
    sql: await import('./sql.ts'),
  }
  shared.__remember_epic_web = known
  return node
}

let nodes: Node[] = []
let servers: Awaited<ReturnType<typeof first.aCollabServer>>[] = []
let writers: first.Writer[] = []

beforeAll(async () => {
  registerHouse()
  nodes = [await aNode(1), await aNode(2)]
  // Hocuspocus tells the console when it ends a connection.
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(async () => {
  isDeaf = false
  for (const writer of writers) writer.close()
  writers = []
  await Promise.all(servers.map((server) => server.close()))
  servers = []
})

const node = (at: number) => nodes[at % nodes.length] as Node
const writer = (at: number) => writers[at % writers.length] as first.Writer

/** A document, two servers, two writers on each. */
async function begin(): Promise<string> {
  const plgId = (await aPlg()).id
  const { id } = await aDocument({ plgId })
  servers = await Promise.all(nodes.map(({ testing }) => testing.aCollabServer()))
  for (let at = 0; at < 4; at++) {
    const actor = await anActor('teacher')
    await aMember({ plgId, personId: actor.id, role: 'member' })
    const { url } = servers[at % 2] as (typeof servers)[0]
    const cookie = await first.cookieOf(actor)
    writers.push(first.aWriter({ url, cookie, documentId: id }))
  }
  await vi.waitFor(() => expect(writers.every((one) => one.isSynced())).toBe(true), 10_000)
  return id
}

type Step = (documentId: string) => unknown
const dice = fc.nat(1_000)
const steps: Record<string, { weight: number; make: (a: number, b: number) => Step }> = {
  type: { weight: 10, make: (a, b) => () => type(writer(a), b) },
  remove: { weight: 3, make: (a, b) => () => remove(writer(a), b) },
  wait: { weight: 4, make: (a) => () => pause(a % 60) },
  leave: { weight: 1, make: (a) => () => writer(a).websocket.disconnect() },
  comeBack: { weight: 2, make: (a) => () => void writer(a).websocket.connect() },
  fold: { weight: 2, make: (a) => (id) => node(a).documents.foldNow(id) },
  foldTwice: {
    weight: 1,
    make: () => (id) => Promise.all(nodes.map(({ documents }) => documents.foldNow(id))),
  },
  command: { weight: 1, make: (a, b) => (id) => command(node(a), id, `Befehl ${b}`) },
  restart: { weight: 1, make: (a) => () => restart(a % nodes.length) },
  breakRow: {
    weight: 1,
    make: (a, b) => (id) => insertUpdates([id], [Buffer.from([a % 256, b % 256, 7, 1])]),
  },
  fail: { weight: 1, make: (a) => () => failOnce(node(a)) },
  deaf: { weight: 1, make: (a) => () => (isDeaf = a % 2 === 0) },
  look: { weight: 2, make: () => (id) => holdsWhatWasAcknowledged(id) },
}
const story = fc.array(
  fc.oneof(
    ...Object.entries(steps).map(([name, { weight, make }]) => ({
      weight,
      arbitrary: fc.tuple(dice, dice).map(([a, b]) => ({ name, a, b, run: make(a, b) })),
    })),
  ),
  { minLength: 15, maxLength: 40 },
)

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

function type({ text, document }: first.Writer, at: number) {
  document.transact(() => {
    const block = text.length > 0 && at % 3 > 0 ? text.get(at % text.length) : undefined
    const words = block instanceof Y.XmlElement ? block.get(0) : undefined
    if (words instanceof Y.XmlText) words.insert(at % (words.length + 1), `w${at}`)
    else {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(`Absatz ${at}`)])
      text.insert(text.length === 0 ? 0 : at % text.length, [paragraph])
    }
  })
}

function remove({ text }: first.Writer, at: number) {
  if (text.length === 0) return
  const block = text.get(at % text.length)
  const words = block instanceof Y.XmlElement ? block.get(0) : undefined
  if (at % 4 > 0 && words instanceof Y.XmlText && words.length > 1) words.delete(0, 1)
  else text.delete(at % text.length, 1)
}

/** The way of the form without an editor. */
async function command({ attach }: Node, documentId: string, words: string) {
  const ids = await transaction(() =>
    journal.change(documentId, (current) =>
      checkContent({
        type: 'doc',
        content: [
          ...(current?.content ?? []),
          { type: 'paragraph', content: [{ type: 'text', text: words }] },
        ],
      }),
    ),
  )
  await attach.showChange(documentId, ids)
}

async function restart(at: number) {
  const { port } = servers[at] as (typeof servers)[0]
  await servers[at]?.close()
  servers[at] = await node(at).testing.aCollabServer(port)
}

function failOnce({ sql }: Node) {
  vi.spyOn(sql, 'insertUpdates').mockRejectedValueOnce(new Error('disk full'))
}

/** Of every writer: what was acknowledged is in the database, whoever is asked. */
async function holdsWhatWasAcknowledged(documentId: string) {
  const acknowledged = writers.map((one) => one.written.slice(0, one.acknowledged()))
  const loaded = await journal.load(documentId)
  if (!loaded) throw new Error('the document is gone')
  const snapshot = Y.snapshot(loaded.doc)
  for (const update of acknowledged.flat())
    if (!Y.snapshotContainsUpdate(snapshot, update))
      throw new Error('an acknowledged change is lost')
}

test('whatever happens, all read the same in the end, and nothing acknowledged is ever missing', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const documentId = await begin()
      for (const { run } of told) await run(documentId)
      await holdsWhatWasAcknowledged(documentId)
      isDeaf = false
      await vi.waitFor(
        () => {
          // More than once: who is still leaving does not hear it.
          for (const one of writers) void one.websocket.connect()
          expect(writers.every((one) => one.isSaved())).toBe(true)
        },
        { timeout: 15_000, interval: 50 },
      )
      for (const { documents } of nodes) await documents.takeInMissed()
      await vi.waitFor(
        async () => {
          const texts = writers.map(({ document }) => JSON.stringify(contentOf(document)))
          expect(new Set(texts).size).toBe(1)
          expect(JSON.stringify(await journal.currentContent(documentId))).toBe(texts[0])
        },
        { timeout: 10_000, interval: 50 },
      )
      await holdsWhatWasAcknowledged(documentId)
      expect(await db().selectFrom('auditEntries').select('id').execute()).toEqual([])
      for (const one of writers) one.close()
      writers = []
      await Promise.all(servers.map((server) => server.close()))
      servers = []
      vi.restoreAllMocks()
      vi.spyOn(console, 'error').mockReturnValue()
    }),
    { numRuns: 8, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  )
}, 120_000)

test('writers on two servers see each other, with their names, within a second', async () => {
  await begin()
  const [one, two] = [writer(0), writer(1)]
  one.provider.setAwarenessField('cursor', { anchor: 1, head: 1 })
  one.say('Von hier')
  two.say('Von dort')
  await vi.waitFor(
    () => {
      expect(two.words().sort()).toEqual(['Von dort', 'Von hier'])
      expect(one.words()).toEqual(two.words())
      const shown = two.provider.awareness?.getStates().get(one.document.clientID)
      expect((shown?.user as { name?: string } | undefined)?.name).toMatch(/^Kim Muster/)
    },
    { timeout: 1_000, interval: 20 },
  )
})

test('whoever opens a document on another server sees at once who is in it, and when they are gone', async () => {
  await begin()
  const [one, two] = [writer(0), writer(1)]
  two.websocket.disconnect()
  writer(3).websocket.disconnect()
  one.provider.setAwarenessField('cursor', { anchor: 1, head: 1 })
  await pause(300)
  void two.websocket.connect()
  const client = one.document.clientID
  const shows = () => two.provider.awareness?.getStates().has(client)
  await vi.waitFor(() => expect(shows()).toBe(true), { timeout: 1_500, interval: 20 })
  for (const at of [0, 2]) writer(at).websocket.disconnect()
  await vi.waitFor(() => expect(shows()).toBe(false), { timeout: 1_500, interval: 20 })
})

test('a piece that another server folded before it was fetched is not missed', async () => {
  const documentId = await begin()
  const [here, there] = [writer(0), writer(1)]
  isDeaf = true
  here.say('Schon gefaltet')
  await vi.waitFor(() => expect(here.isSaved()).toBe(true))
  const ids = (await journal.load(documentId))?.ids ?? []
  await node(0).documents.foldNow(documentId)
  await node(1).documents.takeIn(documentId, ids)
  await vi.waitFor(() => expect(there.words()).toEqual(['Schon gefaltet']))
})
