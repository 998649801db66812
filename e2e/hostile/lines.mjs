// The live line as seen from its enemies: broken frames, floods, storms.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import zlib from 'node:zlib'

const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** Opens a WebSocket by hand. @returns the socket, and whether the server took it */
export async function open(
  port,
  { cookie = '', headers = '', path = '/rt/?EIO=4&transport=websocket' } = {},
) {
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\n` +
      `${cookie && `Cookie: ${cookie}\r\n`}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${headers}\r\n`,
  )
  const [head] = await Promise.race([once(socket, 'data'), sleep(2_000, [''])]).catch(() => [''])
  socket.resume()
  return { socket, isOpen: /^HTTP\/1\.1 101/.test(String(head)) }
}

/** A frame; `length` may say something else than is true. */
function frame(payload, { opcode = 1, fin = true, rsv = 0, isMasked = true, length } = {}) {
  const body = Buffer.from(payload)
  const size = length ?? body.length
  const first = (fin ? 0x80 : 0) | (rsv << 4) | opcode
  const mask = isMasked ? 0x80 : 0
  const head =
    size < 126
      ? Buffer.from([first, mask | size])
      : size < 65_536
        ? Buffer.from([first, mask | 126, size >> 8, size & 255])
        : Buffer.concat([Buffer.from([first, mask | 127]), bigEndian(size)])
  return Buffer.concat([head, isMasked ? Buffer.alloc(4) : Buffer.alloc(0), body])
}

function bigEndian(size) {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(size))
  return bytes
}

const event = (...args) => `42${JSON.stringify(args)}`
const bomb = zlib.deflateRawSync(Buffer.alloc(20_000_000))

/** Frames that are wrong, each sent after joining in properly. */
export const ODD_FRAMES = [
  ...[3, 4, 5, 6, 7, 11, 12, 13, 14, 15].map((opcode) => frame('x', { opcode })),
  ...[1, 2, 4, 7].map((rsv) => frame('40', { rsv })),
  frame('40', { isMasked: false }),
  frame('x', { opcode: 0 }),
  frame('x', { opcode: 9, fin: false }),
  frame('x'.repeat(200), { opcode: 9 }),
  frame(Buffer.from([3]), { opcode: 8 }),
  frame(Buffer.from([0, 0]), { opcode: 8 }),
  frame(Buffer.from([3, 232, 255, 254]), { opcode: 8 }),
  frame(Buffer.from([0xff, 0xfe, 0xed, 0xa0, 0x80])),
  frame('40', { length: 2 ** 40 }),
  frame('40', { length: 70_000 }),
  frame('42["join",{}]', { length: 65_535 }),
  frame('x'.repeat(65_000)),
  frame('x'.repeat(70_000)),
  frame(`42["join","${'x'.repeat(200_000)}"]`),
  frame(bomb, { rsv: 4 }),
  frame(bomb),
  frame(randomBytes(500)),
  Buffer.concat([frame('42["jo', { fin: false }), frame('x'), frame('in"]', { opcode: 0 })]),
  Buffer.concat(Array.from({ length: 3_000 }, () => frame('', { opcode: 0, fin: false }))),
  Buffer.concat(Array.from({ length: 2_000 }, () => frame('', { opcode: 9 }))),
  ...[
    'b',
    'bAAAA',
    'b!!!',
    '451-["join",{"_placeholder":true,"num":0}]',
    '452-[]',
    '459999999999-["x"]',
  ],
  ...[
    '40/admin,',
    '40{"token":"x"}',
    '41',
    '42',
    '42[]',
    '42{}',
    '42null',
    '42["connect"]',
    '42["disconnect"]',
  ],
  ...[
    '42["__proto__",{}]',
    '42["constructor"]',
    '42["newListener",{}]',
    '42["error","x"]',
    '4299999999999999["join",{}]',
  ],
  ...[
    '431[]',
    '43["x"]',
    '44"x"',
    '47',
    '1',
    '3',
    '5',
    '6',
    '2probe',
    '3probe',
    '0{"sid":"x"}',
    '[[[[',
    '\0',
    '\ud800',
  ],
  event('join', { kind: '__proto__', id: NOWHERE }),
  event('join', {
    kind: 'topic',
    id: NOWHERE,
    deep: JSON.parse('['.repeat(2_000) + ']'.repeat(2_000)),
  }),
  event(
    'typing',
    Array.from({ length: 5_000 }, () => 1),
  ),
  event('leave', 'x'.repeat(60_000)),
].map((one) => (typeof one === 'string' ? frame(one) : one))

const FLOODS = [
  () =>
    frame(
      event('join', {
        kind: 'topic',
        id: NOWHERE.replace(/^0{8}/, randomBytes(4).toString('hex')),
      }),
    ),
  () => frame(event('typing', { kind: 'topic', id: NOWHERE })),
  () => frame('2'),
  () => frame('', { opcode: 9 }),
  () => frame('b'.repeat(60_000)),
]

/**
 * Everything one can do to the live line, by people who may open it.
 *
 * @returns {Promise<number>} how many frames were sent
 */
export async function hostileLines(port, cookies) {
  let sent = 0
  const say = (socket, bytes) => {
    if (!socket.destroyed) sent += Number(socket.write(bytes) || true)
  }
  const inTurn = (list, at) => list[at % list.length]
  const joined = async (at) => {
    const line = await open(port, { cookie: inTurn(cookies, at) })
    line.socket.write(frame('40'))
    return line.socket
  }
  for (const [at, bytes] of ODD_FRAMES.entries()) {
    const socket = await joined(at)
    say(socket, bytes)
    if (at % 8 === 0) await sleep(20)
    setTimeout(() => socket.destroy(), 1_000)
  }
  for (const [at, make] of FLOODS.entries()) {
    const socket = await joined(at)
    await sleep(50)
    for (let count = 0; count < 400; count++) say(socket, make())
    setTimeout(() => socket.destroy(), 1_500)
  }
  await storm(port, cookies)
  return sent
}

/** Hundreds come and go at once: with a session, without one, half through the door, with a bomb in hand. */
async function storm(port, cookies) {
  const deflate = 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n'
  for (let wave = 0; wave < 8; wave++) {
    const guests = Array.from({ length: 40 }, async (_, at) => {
      const cookie = at % 3 === 0 ? cookies[at % cookies.length] : at % 3 === 1 ? 'session=x' : ''
      const { socket } = await open(port, { cookie, headers: at % 5 === 0 ? deflate : '' })
      if (at % 2) socket.write(frame(at % 4 === 1 ? '40' : bomb, { rsv: at % 5 === 0 ? 4 : 0 }))
      await sleep(at % 7)
      socket.destroy()
    })
    await Promise.all(guests)
  }
}

/** Ways to the live line that are none. @returns what to send, each on a connection of its own */
export function wrongUpgrades(port) {
  const own = `Host: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`
  const key = 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n'
  return [
    ['/rt/?EIO=4&transport=polling', ''],
    ['/rt/?EIO=3&transport=websocket', key],
    ['/rt/?EIO=4&transport=websocket&sid=x', key],
    ['/rt/?EIO=4&transport=__proto__', key],
    ['/rt/?EIO[]=4&transport[x]=websocket', key],
    ['/rt/?EIO=4&transport=websocket', ''],
    ['/rt/?EIO=4&transport=websocket', 'Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99\r\n'],
    ['/rt/%00', key],
    ['/rt/../rt/?EIO=4', key],
    ['/nowhere', key],
    ['/__hmr', key],
    ['/collab', ''],
    ['/collab', key],
    ['/collab/', key],
    ['/collab%00', key],
    ['/collab?__proto__=1', 'Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99\r\n'],
    [`/rt/?EIO=4&transport=websocket&x=${'y'.repeat(7_000)}`, key],
  ].map(([path, headers]) => `GET ${path} HTTP/1.1\r\n${own}${headers}\r\n`)
}
