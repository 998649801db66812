// The line for documents as seen from its enemies, one of them a member who may write.
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { aWriter } from '../writer.mjs'
import { ODD_FRAMES, open } from './lines.mjs'

const PLG = 'ipads-mathematik-5-6'
const NOWHERE = 'document.00000000-0000-4000-8000-000000000000'
const MEGABYTE = 2 ** 20

const varint = (value) =>
  value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))]
const sized = (bytes) => {
  const body = Buffer.from(bytes)
  return Buffer.concat([Buffer.from(varint(body.length)), body])
}
const numbers = (...all) => Buffer.from(all.flatMap(varint))

/** Frames of Hocuspocus that are wrong in one way each. `name` is that of the open document. */
function wrongFrames(name) {
  const frame = (...parts) => Buffer.concat([sized(name), ...parts])
  const sync = (kind, update) => frame(numbers(0, kind), sized(update))
  const carets = (count, state) =>
    frame(
      numbers(1),
      sized(
        Buffer.concat([
          numbers(count),
          ...Array.from({ length: Math.min(count, 60_000) }, (_, at) =>
            Buffer.concat([numbers(at + 1, 1), sized(state)]),
          ),
        ]),
      ),
    )
  return [
    Buffer.alloc(0),
    Buffer.from([0]),
    Buffer.alloc(1, 255),
    Buffer.alloc(64, 255),
    randomBytes(500),
    randomBytes(60_000),
    sized(name),
    sized(name).subarray(0, 20),
    Buffer.concat([sized('__proto__'), numbers(2, 0), sized('x')]),
    Buffer.concat([sized('constructor'), numbers(0, 0), sized('')]),
    Buffer.concat([sized(`${name}\0__proto__`), numbers(2, 0), sized('x')]),
    Buffer.concat([sized(name.toUpperCase()), numbers(2, 0), sized('x')]),
    Buffer.concat([sized('document.../../etc/passwd'), numbers(2, 0), sized('x')]),
    Buffer.concat([sized(NOWHERE), numbers(0, 2), sized(updateWith('Fremd'))]),
    Buffer.concat([sized(NOWHERE), numbers(2, 0), sized('x')]),
    Buffer.concat([sized('x'.repeat(90_000)), numbers(0, 0)]),
    ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 50, 127].map((kind) => frame(numbers(kind), sized('x'))),
    frame(numbers(2 ** 31), sized('x')),
    frame(numbers(2, 0), sized('cookie')),
    frame(numbers(2, 9), sized('x')),
    frame(numbers(2, 0), numbers(2 ** 40)),
    frame(numbers(2, 0), Buffer.from([5, 0xff, 0xfe, 0xed, 0xa0, 0x80])),
    ...[0, 1, 2, 3, 99].map((kind) => sync(kind, randomBytes(40))),
    ...[1, 2].map((kind) => sync(kind, updateWith('halb').subarray(0, 9))),
    ...[0, 1, 2].map((kind) => frame(numbers(0, kind, 2 ** 45))),
    sync(2, Buffer.from([1, 1, 5, 0, 0x84, 1, 0xff, 0xff, 0xff, 0xff, 0x0f])),
    sync(2, Buffer.from([0, 1, 1, 1, 0, ...varint(2 ** 50)])),
    sync(2, numbers(2 ** 40, 2 ** 40, 2 ** 40)),
    sync(2, Buffer.alloc(MEGABYTE - 200, 7)),
    sync(0, numbers(200_000, ...Array.from({ length: 1_000 }, (_, at) => at))),
    sync(2, deepUpdate()),
    sync(1, deepUpdate()),
    frame(numbers(0, 2), Buffer.alloc(10 * MEGABYTE)),
    carets(1, '{"user":{"name":"Die Leitung"}}'),
    carets(1, 'kein JSON'),
    carets(1, 'null'),
    carets(1, `"${'x'.repeat(700_000)}"`),
    carets(60_000, '{}'),
    carets(2 ** 30, '{}'),
    frame(numbers(1), sized('{"__proto__":{"x":1}}')),
    frame(numbers(5), sized('x'.repeat(500_000))),
    frame(numbers(5), sized('{"kind":"invalid"}')),
  ]
}

function updateWith(words) {
  const document = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  document.getXmlFragment('default').insert(0, [paragraph])
  return Buffer.from(Y.encodeStateAsUpdate(document))
}

function deepUpdate() {
  const document = new Y.Doc()
  document.transact(() => {
    let at = document.getXmlFragment('default')
    for (let level = 0; level < 10_000; level++) {
      const inner = new Y.XmlElement('blockquote')
      at.insert(0, [inner])
      at = inner
    }
  })
  return Y.encodeStateAsUpdate(document)
}

const FLOODS = [
  (name) => Buffer.concat([sized(name), numbers(0, 0), sized(numbers(0))]),
  (name) => Buffer.concat([sized(name), numbers(0, 1), sized(numbers(0, 0))]),
  (name) => Buffer.concat([sized(name), numbers(0, 2), sized(updateWith('Flut'))]),
  (name) => Buffer.concat([sized(name), numbers(1), sized(numbers(1, 7, 1))]),
  (name) => Buffer.concat([sized(name), numbers(2, 0), sized('x')]),
  () => Buffer.concat([sized(`document.${crypto.randomUUID()}`), numbers(2, 0), sized('x')]),
  (name) => Buffer.concat([sized(name), numbers(0, 2), sized(Buffer.alloc(900_000))]),
]

/**
 * Everything one can do to the line for documents, while somebody writes in the same one.
 *
 * @param {{ port: number, origin: string, rows: (statement: string) => Promise<any[]>,
 *   honest: string, member: string, cookies: string[] }} given sessions: of who writes, of a hostile member, of others
 * @returns {Promise<{ frames: number, problems: string[] }>}
 */
export async function hostileDocuments({ port, origin, rows, honest, member, cookies }) {
  const { name, address } = await aDocument({ origin, cookie: honest, rows })
  const url = `ws://127.0.0.1:${port}/collab`
  const writer = aWriter({ url, origin, cookie: honest, name })
  const problems = []
  const words = []
  const write = async (word) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(word)])
    writer.fragment.insert(0, [paragraph])
    words.push(word)
    const began = Date.now()
    while (!writer.isSaved() && Date.now() - began < 5_000) await sleep(10)
    if (!writer.isSaved()) problems.push(`${word}: nach 5 s nicht gesichert`)
  }
  let frames = 0
  const say = (socket, bytes) => {
    if (socket.readyState === WebSocket.OPEN) frames += Number(socket.send(bytes) ?? 1)
  }
  const line = async (cookie) => {
    const socket = new WebSocket(url, { headers: { cookie, origin } })
    socket.on('error', () => {})
    await new Promise((resolve) => {
      socket.once('open', resolve).once('close', resolve)
    })
    say(socket, Buffer.concat([sized(name), numbers(2, 0), sized('cookie')]))
    await sleep(40)
    return socket
  }
  await write('Anfang')
  for (const [at, bytes] of wrongFrames(name).entries()) {
    // Most from the one who may write in it; others get no further than the door.
    const socket = await line(at % 5 === 4 ? cookies[at % cookies.length] : member)
    say(socket, bytes)
    say(socket, bytes)
    if (at % 10 === 0) await write(`Wort${words.length}`)
    setTimeout(() => socket.terminate(), 100)
  }
  for (const make of FLOODS) {
    const socket = await line(member)
    for (let count = 0; count < 700; count++) say(socket, make(name))
    await write(`Wort${words.length}`)
    socket.terminate()
  }
  for (const [at, bytes] of ODD_FRAMES.entries()) {
    const { socket } = await open(port, { cookie: at % 2 ? member : cookies[0], path: '/collab' })
    frames += Number(socket.write(bytes) || true)
    setTimeout(() => socket.destroy(), 300)
    if (at % 8 === 0) await sleep(20)
  }
  problems.push(...(await refusedLines({ url, origin, member })))
  await write('Ende')
  const text = await (await fetch(origin + address, { headers: { cookie: honest } })).text()
  for (const word of words)
    if (!text.includes(`>${word}<`)) problems.push(`${word} fehlt auf der Seite`)
  writer.close()
  return { frames, problems }
}

/** Through the form, as people make one. */
async function aDocument({ origin, cookie, rows }) {
  const answer = await fetch(`${origin}/plg/${PLG}/dokumente/neu`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie },
    body: new URLSearchParams({
      title: 'Unter Beschuss',
      template: 'empty',
      folder: '',
      clientKey: crypto.randomUUID(),
    }),
  })
  const address = (answer.headers.get('location') ?? '').replace(/[#?].*$/, '')
  const [row] = await rows('select id from documents order by number desc limit 1')
  if (!address || !row) throw new Error(`Das Dokument ließ sich nicht anlegen (${answer.status})`)
  return { address, name: `document.${row.id}` }
}

/** Who may not open it, and how many one may open. */
async function refusedLines({ url, origin, member }) {
  const attempt = (headers) =>
    new Promise((resolve) => {
      const socket = new WebSocket(url, { headers })
      socket.on('open', () => resolve({ socket, isOpen: true }))
      socket.on('error', () => resolve({ socket, isOpen: false }))
    })
  const strangers = await Promise.all(
    [
      { origin },
      { origin, cookie: 'session=x' },
      { origin: 'https://evil.example', cookie: member },
      { origin: 'null', cookie: member },
      { cookie: member },
    ].map(attempt),
  )
  await sleep(500)
  const many = await Promise.all(
    Array.from({ length: 200 }, () => attempt({ origin, cookie: member })),
  )
  const opened = many.filter(({ isOpen }) => isOpen).length
  for (const { socket } of [...strangers, ...many]) socket.terminate()
  return [
    ...(strangers.some(({ isOpen }) => isOpen) ? ['Fremde kamen herein'] : []),
    ...(opened > 10 || opened === 0 ? [`${opened} Leitungen einer Person`] : []),
  ]
}
