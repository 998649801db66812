// Hostile load against a platform of its own, while people go on reading: a step of `npm test`.
// By itself: node e2e/hostile/run.mjs
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { aWorld } from '../crash/world.mjs'
import { aPlatform, root } from '../platform.mjs'
import { hostileDocuments } from './documents.mjs'
import { hostileLines, wrongUpgrades } from './lines.mjs'
import { wrongRequests } from './requests.mjs'
import { ask, drip, pour } from './wire.mjs'

const SLOW_CLIENTS = 200
const WRONG_REQUESTS = 4_000
const LANES = 12
/** What must hold afterwards (design: safety, CR-4, RL-3, RL-4, RL-6). */
const LIMIT = { median: 500, taken: 200e6, grown: 150 }

/** So long it has to give memory back. */
const QUIET_SECONDS = 20

const READERS = ['meike.thomas', 'orhan.demir', 'petra.wolff', 'birgit.kaya']
const ENEMIES = ['sabine.krueger', 'jens.albrecht', 'julia.brandt', 'operator', 'aylin.yildiz']
const PAGES = ['/heute', '/plg', '/schulen', '/benachrichtigungen', '/suche?q=schule']

/** @returns {Promise<{ passed: number, failed: number }>} the checks */
export async function hostileLoad({ print = console.log } = {}) {
  const logFile = path.join(root, 'test-results', 'hostile.log')
  fs.mkdirSync(path.dirname(logFile), { recursive: true })
  // Visitors of many addresses: a single one would meet nothing but its own limit of requests.
  // On a machine with much memory V8 collects late: with a small heap what is garbage goes, and what leaks stays.
  const env = {
    ...{ SEED: 'demo', CLOCK: '2026-11-27T08:00:00Z', TRUST_PROXY: '1' },
    NODE_OPTIONS: '--max-old-space-size=256',
  }
  const platform = await aPlatform({ env, logFile })
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void platform.end().finally(() => process.exit(1)))
  try {
    await platform.start()
    return report(print, await attack(platform, print))
  } finally {
    await platform.end()
  }
}

async function attack(platform, print) {
  const { port, server } = platform
  const [readers, enemies] = [
    await sessionsOf(platform, READERS),
    await sessionsOf(platform, ENEMIES),
  ]
  await warmUp(port)
  const calm = await readFor(2_000, { port, cookies: readers })
  const before = memoryOf(server.pid)
  const ended = new AbortController()
  const reading = read({ port, cookies: readers, signal: ended.signal })
  const slow = slowClients(port, enemies, ended.signal)

  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`
  const tookBefore = takenBy(server.pid)
  const bodies = await endlessBodies(port, enemies)
  const taken = takenBy(server.pid) - tookBefore
  print(`${seconds()}: ${bodies.length} endlose Körper`)
  const statuses = await wrongOnes(port, enemies)
  print(`${seconds()}: falsche Anfragen, Antworten ${JSON.stringify(countOf(statuses))}`)
  const frames = await hostileLines(port, enemies)
  const upgrades = await Promise.all(wrongUpgrades(port).map((bytes) => ask(port, bytes)))
  print(`${seconds()}: ${frames} feindliche Rahmen`)
  const documents = await hostileDocuments({
    port,
    origin: platform.origin,
    rows: aWorld(platform).rows,
    honest: readers[0],
    member: enemies.at(-1),
    cookies: enemies.slice(0, -1),
  })
  print(`${seconds()}: ${documents.frames} feindliche Rahmen an ein Dokument`)
  ended.abort()
  const times = await reading
  const cut = sum(await Promise.all(slow))
  print(`${seconds()}: ${SLOW_CLIENTS} langsame Leitungen, ${cut} davon beendet`)
  const grown = await grownTo(server.pid, before, () => readFor(1_000, { port, cookies: readers }))
  return {
    calm,
    times,
    bodies,
    taken,
    frames,
    documents,
    statuses: [...statuses, ...upgrades.flat(), ...bodies.flat()],
    isSame: server.exitCode === null && server.signalCode === null,
    isReady: (await get(port, '/readyz')).status === 200,
    grown,
  }
}

/** MiB that the server keeps once only a few read: V8 looks for what is free when there is some work, and gives it back later. */
async function grownTo(pid, before, readASecond) {
  let least = Infinity
  for (let second = 0; second < QUIET_SECONDS && least >= LIMIT.grown; second++) {
    await readASecond()
    least = Math.min(least, (memoryOf(pid) - before) / 1024)
  }
  return least
}

function report(print, found) {
  const { calm, times, bodies, taken, frames, documents, statuses, isSame, isReady, grown } = found
  const middle = median(times.map(({ ms }) => ms))
  const wrong = times.filter(({ status }) => status !== 200)
  const broken = statuses.filter((status) => status === 500).length
  const checks = [
    ['derselbe Prozess, bereit', isSame && isReady],
    [`keine Antwort 500 (${statuses.length} Antworten)`, broken === 0],
    [`alles gesendet (${frames} Rahmen)`, statuses.length > 0.8 * WRONG_REQUESTS && frames >= 300],
    [
      `Dokument unter Beschuss (${documents.frames} Rahmen): wer darin schreibt, merkt nichts`,
      documents.problems.length === 0 && documents.frames >= 300,
    ],
    [`endlose Körper: ${(taken / 1e6).toFixed(1)} MB angenommen`, taken < LIMIT.taken],
    ['endlose Körper abgewiesen', bodies.flat().every(isRefusal) && bodies.flat().length > 0],
    [
      `andere lesen: ${times.length} Seiten, Median ${middle.toFixed(0)} ms (in Ruhe ${median(calm.map(({ ms }) => ms)).toFixed(0)} ms)`,
      times.length > 50 && middle < LIMIT.median,
    ],
    [`andere lesen: ${wrong.length} Antworten nicht 200`, wrong.length === 0],
    [`Speicher um ${grown.toFixed(0)} MiB gewachsen`, grown < LIMIT.grown],
  ]
  for (const problem of documents.problems.slice(0, 8)) print(`         ${problem}`)
  for (const [name, isFine] of checks) print(`${isFine ? 'ok    ' : 'FEHLER'} ${name}`)
  const failed = checks.filter(([, isFine]) => !isFine).length
  return { passed: checks.length - failed, failed }
}

const isRefusal = (status) => status >= 400 && status < 500

/** People sign in as people do. */
async function sessionsOf({ origin }, people) {
  const cookies = []
  for (const person of people) {
    const answer = await fetch(`${origin}/anmelden`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams({
        email: `${person}@demo.lernen25.example`,
        password: 'lernen25-demo',
      }),
    })
    const cookie = answer.headers.getSetCookie().find((one) => /session=/.test(one))
    if (!cookie) throw new Error(`${person} kommt nicht hinein: ${answer.status}`)
    cookies.push(cookie.split(';')[0])
  }
  return cookies
}

/**
 * A thousand pages for ordinary visitors first: what V8 sets aside for a house in full use is no growth,
 * and it gives hardly any of it back.
 */
async function warmUp(port) {
  // Each address gets its handler at the first visit and keeps it: that is no growth under attack.
  for (const [at, path] of routesOf().entries())
    await get(port, path.replaceAll(/:\w+\??/g, 'x'), {
      'x-forwarded-for': `198.18.254.${at % 256}`,
    })
  const lane = async (_, who) => {
    for (let at = 0; at < 85; at++)
      await get(port, at % 2 ? '/schulen' : '/', { 'x-forwarded-for': `198.18.255.${who}` })
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** Reads a page every 150 ms, by turns as different people. @returns what came when */
async function read({ port, cookies, signal }) {
  const times = []
  for (let at = 0; !signal.aborted; at++) {
    const began = performance.now()
    const cookie = cookies[at % cookies.length]
    const { status } = await get(port, PAGES[at % PAGES.length], { cookie })
    times.push({ ms: performance.now() - began, status })
    await sleep(150)
  }
  return times
}

const readFor = (ms, options) => read({ ...options, signal: AbortSignal.timeout(ms) })

function get(port, address, given = {}) {
  const headers = { host: `localhost:${port}`, accept: 'text/html', ...given }
  return new Promise((resolve) => {
    http
      .get({ host: '127.0.0.1', port, path: address, headers, agent: false }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve({ status: answer.statusCode }))
        answer.on('error', () => resolve({ status: 0 }))
      })
      .on('error', () => resolve({ status: 0 }))
  })
}

/** Half of them drip their headers, half a form. */
function slowClients(port, cookies, signal) {
  return Array.from({ length: SLOW_CLIENTS }, (_, at) => {
    const pause = 300 + at
    if (at % 2)
      return drip(port, {
        head: '',
        body: `GET / HTTP/1.1\r\n${'X: y\r\n'.repeat(500)}`,
        pause,
        signal,
      })
    const head = `POST /anmelden HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nX-Forwarded-For: 198.19.0.${at}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 200000\r\nCookie: ${cookies[at % cookies.length]}\r\n\r\n`
    return drip(port, { head, body: 'email=a&', pause, signal })
  })
}

/** Bodies that never end: of unknown length, of a length beyond all measure, and more than was said. */
function endlessBodies(port, cookies) {
  const data = Buffer.alloc(64 * 1024, 'a')
  const chunk = Buffer.concat([Buffer.from('10000\r\n'), data, Buffer.from('\r\n')])
  const kinds = [
    ['/anmelden', 'Transfer-Encoding: chunked', chunk],
    ['/anmelden', 'Content-Length: 10000000000', data],
    ['/heute.data', 'Transfer-Encoding: chunked', chunk],
    ['/verwaltung/schulen/import', 'Transfer-Encoding: chunked', chunk],
    ['/verwaltung/schulen/import', 'Content-Length: 99999999', data],
    ['/nirgends', 'Content-Length: 262145', data],
  ]
  return Promise.all(
    Array.from({ length: 60 }, (_, at) => {
      const [address, length, bytes] = kinds[at % kinds.length]
      const head = `POST ${address} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost:${port}\r\nX-Forwarded-For: 198.19.1.${at}\r\nCookie: ${cookies[at % cookies.length]}\r\nContent-Type: multipart/form-data; boundary=a\r\n${length}\r\n\r\n`
      return pour(port, { head, chunk: bytes, seconds: 6 })
    }),
  )
}

async function wrongOnes(port, cookies) {
  const requests = wrongRequests({ port, routes: routesOf(), cookies, count: WRONG_REQUESTS })
  const statuses = []
  const lane = async () => {
    for (let bytes; (bytes = requests.pop());) {
      const answers = await ask(port, bytes)
      if (answers.includes(500)) console.error(`500: ${bytes.subarray(0, 300).toString('latin1')}`)
      statuses.push(...answers)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return statuses
}

/** Every address of the site map, as the built client knows it. */
function routesOf() {
  const folder = path.join(root, 'build', 'client', 'assets')
  const name = fs.readdirSync(folder).find((file) => /^manifest-.*\.js$/.test(file))
  const text = fs.readFileSync(path.join(folder, name ?? ''), 'utf8')
  const { routes } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  const addressOf = ({ parentId, path: part = '' }) =>
    (parentId ? addressOf(routes[parentId]) : '') + (part ? `/${part}` : '')
  const all = Object.values(routes).map((route) => addressOf(route).replace('*', 'nirgends') || '/')
  return [...new Set(all)]
}

/** KiB of the process in memory; 0 where the system does not say. */
const memoryOf = (pid) => fromProc(`/proc/${pid}/status`, /^VmRSS:\s+(\d+) kB$/m)

/** Bytes the process has read so far, from wherever. What waits in the kernel it has not taken. */
const takenBy = (pid) => fromProc(`/proc/${pid}/io`, /^rchar: (\d+)$/m)

function fromProc(file, pattern) {
  try {
    return Number(pattern.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)
const median = (numbers) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

function countOf(statuses) {
  const counts = {}
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = (await hostileLoad()).failed === 0 ? 0 : 1
