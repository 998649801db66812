// A process of its own in which people write documents, each with the provider that the editor has.
// Keys and when they were seen are told by CLOCK_MONOTONIC, which all processes share.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import * as Y from 'yjs'
import { aWriter } from '../writer.mjs'

const PATIENCE = 30_000
const AT_ONCE = 16
const LETTERS = 'abcdefghijklmnop qrstuvwxyz '
const microseconds = () => Number(process.hrtime.bigint() / 1000n)

/** Writers by the server they write on. */
const rooms = new Map()
const writersOf = (room) => rooms.get(room) ?? []

const tasks = {
  /** Opens a document for each place: { cookie, name, author }. With `state` the first brings the text. */
  async open({ room, url, origin, places, state }) {
    const writers = writersOf(room)
    rooms.set(room, writers)
    let next = 0
    const lane = async () => {
      while (next < places.length) {
        const writer = aTypist({ url, origin, ...places[next++] })
        writers.push(writer)
        await until(() => writer.isSynced(), 'Dokument geht nicht auf')
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    if (state) Y.applyUpdate(writers[0].document, Buffer.from(state, 'base64'))
    return {}
  },
  /** Everybody gets a paragraph of their own, and waits until `count` are there. */
  async settle({ room, count }) {
    for (const writer of writersOf(room)) writer.begin()
    await everybody(room, (writer) => writer.paragraphs().size === count, 'Absätze fehlen')
    await everybody(room, isSaved, 'nicht gesichert')
    return {}
  },
  /** Everybody types so many keys a second. */
  async type({ room, seconds, perSecond }) {
    const writers = writersOf(room)
    for (const writer of writers) writer.watch()
    const pause = 1000 / perSecond
    await Promise.all(
      writers.map(async (writer) => {
        const began = performance.now() + Math.random() * pause
        for (let key = 0; key < seconds * perSecond; key++) {
          // As people do: never exactly in time.
          const at = began + (key + Math.random() * 0.8) * pause
          await sleep(Math.max(0, at - performance.now()))
          writer.press()
        }
      }),
    )
    await everybody(room, isSaved, 'nicht gesichert')
    return {}
  },
  /** What was pressed and seen, and what the text is now. */
  async report({ room }) {
    const writers = writersOf(room)
    return {
      pressed: writers.map(({ author, pressed }) => ({ author, keys: [...pressed] })),
      seen: writers.flatMap(({ seen }) =>
        [...seen].map(([author, keys]) => ({ author, keys: [...keys] })),
      ),
      texts: writers.map(({ fragment }) =>
        createHash('sha256').update(fragment.toString()).digest('hex'),
      ),
    }
  },
  async close({ room }) {
    for (const writer of writersOf(room)) writer.close()
    rooms.delete(room)
    return {}
  },
}

const isSaved = (writer) => writer.isSaved()
const everybody = (room, isSo, what) => until(() => writersOf(room).every(isSo), what)

async function until(isSo, what) {
  for (const began = Date.now(); !isSo(); await sleep(5))
    if (Date.now() - began > PATIENCE) throw new Error(what)
}

function aTypist({ author, ...given }) {
  const { document, fragment, provider, isSynced, isSaved, close } = aWriter(given)
  const prefix = `${author}|`
  /** Which paragraph is whose, by its first letters. */
  const owners = new Map()
  const ownerOf = (text) => {
    const known = owners.get(text)
    if (known !== undefined) return known
    const found = /^(\d+)\|/.exec(text.toString())?.[1]
    if (found) owners.set(text, Number(found))
    return found ? Number(found) : undefined
  }
  let own
  const writer = {
    author,
    document,
    fragment,
    isSynced,
    isSaved,
    close,
    /** By the length that a paragraph has after the key. */
    pressed: new Map(),
    seen: new Map(),
    begin() {
      const paragraph = new Y.XmlElement('paragraph')
      own = new Y.XmlText(prefix)
      paragraph.insert(0, [own])
      // Apart from each other, as people who share the work.
      fragment.insert(Math.floor((fragment.length * (author % 20)) / 20), [paragraph])
    },
    paragraphs: () =>
      new Set(
        fragment
          .toArray()
          .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
          .flatMap((text) => (text instanceof Y.XmlText ? (ownerOf(text) ?? []) : [])),
      ),
    watch() {
      writer.pressed.clear()
      writer.seen.clear()
    },
    press() {
      const letter = LETTERS[Math.floor(Math.random() * LETTERS.length)]
      writer.pressed.set(own.length + 1, microseconds())
      own.insert(own.length, letter)
      // The caret goes along, as in the editor.
      const position = Y.relativePositionToJSON(
        Y.createRelativePositionFromTypeIndex(own, own.length),
      )
      provider.setAwarenessField('cursor', { anchor: position, head: position })
    },
  }
  fragment.observeDeep((events, transaction) => {
    if (transaction.local) return
    const at = microseconds()
    for (const { target } of events) {
      const owner = target instanceof Y.XmlText ? ownerOf(target) : undefined
      if (owner === undefined) continue
      const keys = writer.seen.get(owner) ?? new Map()
      writer.seen.set(owner, keys)
      // Several keys may come at once.
      for (let length = target.length; length > 0 && !keys.has(length); length--)
        if (length > target.length - 20) keys.set(length, at)
    }
  })
  return writer
}

process.on('message', ({ task, ...given }) => {
  tasks[task](given).then(
    (answer) => process.send(answer),
    (error) => process.send({ error: String(error.stack ?? error) }),
  )
})
