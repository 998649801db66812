// The live line with everybody on it: memory and CPU of the lines, and how long news takes to all.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, cpuSince, cpuSoFar, largePlgs, signIn, topicOf, untilQueueIsEmpty } from './city.mjs'
import { aChild, median, quantile } from './crew.mjs'
import { settledMemory, startCollectable } from './memory.mjs'
import { mostOpenFiles } from './process-tree.mjs'

const CHILDREN = 3
const WARM_UP = 300
/** What the server needs beside the lines: its own files, the database, the pages. */
const KEPT_FILES = 300
/** As a server that has been up for a while: the first news of its life cost three times as much. */
const TOLD_FIRST = 5
const IDLE_SECONDS = 10
const PATIENCE = 15_000

/** Restarts the platform, so that its memory begins where it does after a start. */
export async function measureSockets(platform) {
  const asBefore = await startCollectable(platform)
  const visitor = aChild('./visitor.mjs')
  const listeners = Array.from({ length: CHILDREN }, () => aChild('./listener.mjs'))
  const crew = { platform, visitor, listeners, tell: (task, of) => tellAll(listeners, task, of) }
  try {
    const people = await everybody(platform)
    const lines = await connectAll(crew, people)
    return { ...lines, ...(await measureNews(crew, people)) }
  } finally {
    for (const child of [visitor, ...listeners]) child.end()
    asBefore()
  }
}

/** Asks all listeners the same, each with its own share. A listener that failed ends the bench. */
async function tellAll(listeners, task, shareOf = () => ({})) {
  const answers = await Promise.all(listeners.map((one, at) => one.ask({ task, ...shareOf(at) })))
  const failed = answers.find(({ error }) => error)
  if (failed) throw new Error(`Live-Leitung: ${failed.error}`)
  return answers
}

async function everybody(platform) {
  const limit = mostOpenFiles() - KEPT_FILES
  const rows = await ask(platform, 'select id from persons order by id limit $1', [limit])
  const ids = rows.map(({ id }) => id)
  const cookies = await signIn(platform, ids)
  const cookieOf = new Map(ids.map((id, at) => [id, cookies[at]]))
  // Where a process may not open so many files, there are fewer lines, and the table says how many.
  return { cookies, of: (personIds) => personIds.flatMap((id) => cookieOf.get(id) ?? []) }
}

const share = (cookies, at) => cookies.filter((_, place) => place % CHILDREN === at)

async function connectAll({ platform, listeners, tell }, { cookies }) {
  const { port } = platform
  await listeners[0].ask({ task: 'connect', port, cookies: cookies.slice(0, WARM_UP) })
  await listeners[0].ask({ task: 'hangUp' })
  const memoryBefore = await settledMemory(platform)
  const before = cpuSoFar(platform)
  const answers = await tell('connect', (at) => ({ port, cookies: share(cookies, at) }))
  const times = answers.flatMap((answer) => answer.times)
  const used = cpuSince(platform, before, times.length)
  const memory = await settledMemory(platform)
  return {
    'sockets.count': times.length,
    'sockets.kib': (memory.resident - memoryBefore.resident) / times.length,
    'sockets.heap': (memory.heap - memoryBefore.heap) / times.length,
    'sockets.connect.cpu': used.all,
    'sockets.connect.p50': quantile(times, 0.5),
    'sockets.connect.p95': quantile(times, 0.95),
  }
}

async function measureNews(crew, people) {
  const { platform, tell } = crew
  const plgs = await largePlgs(platform)
  const two = await place(platform, plgs.twoHundred, people)
  const all = await place(platform, plgs.everybody, people)
  const join = (room, cookies) => tell('join', () => ({ room, cookies })).then(sumOf('joined'))
  // As on the page of a topic: one listens to the topic and to the lists of its PLG.
  expect(await join({ kind: 'plg', id: two.plg.id }, two.cookies), two.cookies.length)
  expect(await join({ kind: 'topic', id: two.topic.id }, two.cookies), two.cookies.length)
  const before = cpuSoFar(platform)
  expect(await join({ kind: 'plg', id: all.plg.id }, all.cookies), all.cookies.length)
  const joining = cpuSince(platform, before, all.cookies.length)
  const idle = await idleRate(platform)
  const post = (to) => ({ ...to, path: to.topic.path, fields: { intent: 'write' } })
  const open = { path: `/plg/${all.plg.slug}/diskussion/neu`, fields: { title: 'Für alle' } }
  const telling = [
    ['news200', { ...post(two), what: 'topic:post-written', expected: two.cookies.length }, 30],
    ['news6000', { ...post(all), what: 'topic:post-written', expected: all.cookies.length }, 7],
    ['bell6000', { ...all, ...open, what: 'bell:changed', expected: all.cookies.length - 1 }, 3],
  ]
  const figures = { 'sockets.idle.cpu': idle, 'sockets.join.cpu': joining.all }
  for (const [name, news, count] of telling)
    Object.assign(figures, await measureTelling(crew, { name, news, count, idle }))
  return figures
}

async function place(platform, plg, people) {
  const cookies = people.of(plg.members)
  return { plg, cookies, topic: await topicOf(platform, plg, 1, cookies[0]) }
}

/** CPU of lines on which nobody speaks (there is a ping every 25 s on each), in ms a second. */
async function idleRate(platform) {
  await untilQueueIsEmpty(platform)
  const before = cpuSoFar(platform)
  await sleep(IDLE_SECONDS * 1000)
  return cpuSince(platform, before, IDLE_SECONDS).all
}

/** One author after the other writes; each time until the last one has it. Idle lines are taken off. */
async function measureTelling(crew, { name, news, count, idle }) {
  for (let round = 0; round < TOLD_FIRST; round++) await tellOnce(crew, news, round)
  await untilQueueIsEmpty(crew.platform)
  const began = performance.now()
  const before = cpuSoFar(crew.platform)
  const times = []
  for (let round = 0; round < count; round++)
    times.push(await tellOnce(crew, news, TOLD_FIRST + round))
  const seconds = (performance.now() - began) / 1000
  const used = cpuSince(crew.platform, before, count, seconds * idle)
  return {
    [`${name}.cpu`]: used.all,
    [`${name}.db`]: used.database,
    [`${name}.last`]: median(times),
  }
}

/** @returns milliseconds from sending the form until the last one has the news */
async function tellOnce({ platform, visitor, tell }, news, round) {
  await tell('watch', () => ({ what: news.what }))
  const form = {
    clientKey: randomUUID(),
    body: `Das haben wir zum ${round}. Mal ausprobiert, es **lohnt** sich.`,
    ...news.fields,
  }
  const requests = [{ path: news.path, cookie: news.cookies[round], form }]
  const began = process.hrtime.bigint()
  const answer = visitor.ask({ port: platform.port, requests, connections: 1, count: 1 })
  const last = await lastOf(tell, news.expected)
  const { faults } = await answer
  if (faults.length > 0) throw new Error(faults.join('; '))
  await untilQueueIsEmpty(platform)
  return Number(last - began) / 1e6
}

async function lastOf(tell, expected) {
  let reports = []
  for (const start = Date.now(); Date.now() - start < PATIENCE; await sleep(20)) {
    reports = await tell('report')
    if (sumOf('count')(reports) < expected) continue
    return reports.map(({ last }) => BigInt(last)).reduce((a, b) => (a > b ? a : b))
  }
  const gone = sumOf('ended')(reports)
  throw new Error(`${sumOf('count')(reports)} von ${expected} hörten es, ${gone} Leitungen zu Ende`)
}

const sumOf = (field) => (rows) => rows.reduce((sum, row) => sum + row[field], 0)

function expect(joined, wanted) {
  if (joined !== wanted) throw new Error(`${joined} von ${wanted} dürfen zuhören`)
}
