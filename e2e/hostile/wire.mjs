// Bytes as no browser would send them, and what comes back.
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long to wait for a first word, and for more after it: of a broken request nothing follows. */
const PATIENCE = 1_000
const PAUSE = 100

/**
 * Sends bytes on a connection of its own until the other side has answered and closed, or says nothing more.
 *
 * @param {number} port
 * @param {Buffer | string} bytes
 * @returns {Promise<number[]>} the status of every answer
 */
export function ask(port, bytes) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    let answer = ''
    const done = () => {
      socket.destroy()
      resolve(statusesIn(answer))
    }
    socket.setTimeout(PATIENCE, done)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      socket.setTimeout(PAUSE)
    })
    socket.on('error', done)
    socket.on('close', done)
    socket.write(bytes)
  })
}

/** An answer begins where the one before it ended, which compressed ones do anywhere. */
const statusesIn = (text) =>
  [...text.matchAll(/HTTP\/1\.[01] (\d{3}) [A-Z]/g)].map(([, status]) => Number(status))

/**
 * A client that says what it has to say one byte at a time, and comes again when it was sent away.
 *
 * @param {number} port
 * @param {{ head: string, body: string, pause: number, signal: AbortSignal }} options
 * @returns {Promise<number>} how often it was sent away
 */
export async function drip(port, { head, body, pause, signal }) {
  let cut = 0
  while (!signal.aborted) {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.resume()
    if (head) socket.write(head)
    for (let at = 0; !signal.aborted && !socket.destroyed; at++) {
      socket.write(body[at % body.length])
      await sleep(pause)
    }
    if (!signal.aborted) cut += 1
    socket.destroy()
    await sleep(100)
  }
  return cut
}

/** Sends a body without end, as fast as it is taken. @returns the status of every answer */
export async function pour(port, { head, chunk, seconds }) {
  const socket = net.connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (data) => (answer += data.toString('latin1')))
  socket.on('error', () => {})
  socket.write(head)
  const end = Date.now() + seconds * 1_000
  while (!socket.destroyed && socket.writable && Date.now() < end) {
    if (socket.write(chunk)) await sleep(1)
    else await Promise.race([once(socket, 'drain'), once(socket, 'close'), sleep(500)]).catch(noop)
  }
  socket.destroy()
  return statusesIn(answer)
}

const noop = () => {}
