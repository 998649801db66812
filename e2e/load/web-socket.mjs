// The least of a WebSocket and of Socket.IO that a listener needs: thousands of them must not cost
// more than the server that is measured. Frames of the server are short and never split here.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'

const TEXT = 0x81
const CLOSE = 0x8

/**
 * Opens the live line as a browser does, with cookie and Origin.
 *
 * @returns {Promise<{ say: (text: string) => void, destroy: () => Promise<unknown> }>} once the server has let it in
 */
export function openLine({ port, cookie, onNews, onAnswer, onEnd }) {
  return new Promise((resolve, reject) => {
    const request = http.get({
      host: '127.0.0.1',
      port,
      path: '/rt/?EIO=4&transport=websocket',
      agent: false,
      headers: {
        host: `localhost:${port}`,
        origin: `http://localhost:${port}`,
        cookie,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    })
    request.on('error', reject)
    request.on('response', (answer) => reject(new Error(`abgelehnt: ${answer.statusCode}`)))
    request.on('upgrade', (_answer, socket, head) => {
      const line = {
        say: (text) => socket.write(frame(text)),
        destroy: () => once(socket.destroy(), 'close'),
      }
      const hear = (text) => {
        if (text === '2') return line.say('3')
        if (text.startsWith('0')) return line.say('40')
        if (text.startsWith('44')) return reject(new Error(`abgelehnt: ${text}`))
        if (text.startsWith('40')) return resolve(line)
        if (text.startsWith('42')) return onNews?.(JSON.parse(text.slice(2)))
        if (text.startsWith('43')) return onAnswer?.(text)
      }
      const feed = reader(hear, () => socket.destroy())
      socket.on('data', feed)
      socket.on('error', () => {})
      socket.on('close', () => {
        reject(new Error('geschlossen'))
        onEnd?.()
      })
      if (head.length > 0) feed(head)
    })
  })
}

/** A client's frame is masked; a mask of zeros is one, too. */
function frame(text) {
  const payload = Buffer.from(text)
  if (payload.length > 125) throw new Error('a listener says little')
  return Buffer.concat([Buffer.from([TEXT, 0x80 | payload.length, 0, 0, 0, 0]), payload])
}

/** Cuts the stream into frames; what is not whole yet waits for more. */
function reader(hear, close) {
  let rest = Buffer.alloc(0)
  return (chunk) => {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    while (rest.length >= 2) {
      const short = rest[1] & 0x7f
      const start = short === 126 ? 4 : 2
      if (short === 127) return close()
      if (rest.length < start) return
      const length = short === 126 ? rest.readUInt16BE(2) : short
      if (rest.length < start + length) return
      if ((rest[0] & 0x0f) === CLOSE) return close()
      hear(rest.toString('utf8', start, start + length))
      rest = rest.subarray(start + length)
    }
  }
}
