// Documents that people write together: from key to peer and what a key costs, beside Hocuspocus
// alone in the same minutes, and what open documents hold.
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, cpuSince, cpuSoFar, largePlgs, signIn, untilQueueIsEmpty } from './city.mjs'
import { aChild, quantile } from './crew.mjs'
import { settledMemory, startCollectable } from './memory.mjs'
import { cpuOf } from './process-tree.mjs'

const KEYS_A_SECOND = 5
/** As a server that has been up for a while; faster, so that it does not take long. */
const WARM_UP = { seconds: 25, perSecond: 20 }
/** What a server does by itself is no small part at ten keys a second, and differs from minute to minute. */
const IDLE_SECONDS = 10
/** By turns, so that whatever else the machine does meets both. */
const ROUNDS = 3
const GROUPS = [
  { name: 'two', writers: 2, children: 2, seconds: 20 },
  { name: 'twenty', writers: 20, children: 4, seconds: 10 },
]
const OPENED = 400
const OPENED_FIRST = 60

/** On a started platform, which is started anew. @returns figures by name */
export async function measureDocuments(platform) {
  const asBefore = await startCollectable(platform)
  try {
    const figures = {}
    for (const group of GROUPS) Object.assign(figures, await measureTyping(platform, group))
    return { ...figures, ...(await measureOpening(platform)) }
  } finally {
    asBefore()
  }
}

async function measureTyping(platform, group) {
  const crew = Array.from({ length: group.children }, () => aChild('./typist.mjs'))
  const bare = aChild('./bare.mjs')
  const people = { ...group, crew, tell: (task, of) => tellAll(crew, task, of) }
  try {
    const sides = [await ourSide(platform, people), await bareSide(platform, bare, people)]
    for (const side of sides) await type(people, side, WARM_UP)
    for (let round = 0; round < ROUNDS; round++)
      for (const side of sides) await measureRound(people, side)
    for (const side of sides) await people.tell('close', () => ({ room: side.room }))
    return figuresOf(group, ...sides)
  } finally {
    for (const child of [...crew, bare]) child.end()
  }
}

function figuresOf({ name }, ours, bare) {
  const cpu = ours.cpu / ours.keys
  const bareCpu = bare.cpu / bare.keys
  const [p95, bareP95] = [ours, bare].map(({ delays }) => quantile(delays, 0.95))
  return {
    [`${name}.cpu`]: cpu,
    [`${name}.db`]: ours.database / ours.keys,
    [`${name}.bareCpu`]: bareCpu,
    [`${name}.cpuTimes`]: cpu / bareCpu,
    [`${name}.p50`]: quantile(ours.delays, 0.5),
    [`${name}.p95`]: p95,
    [`${name}.bareP50`]: quantile(bare.delays, 0.5),
    [`${name}.bareP95`]: bareP95,
    [`${name}.p95Times`]: p95 / bareP95,
  }
}

/** Asks all the same, each with its own share. One that failed ends the bench. */
async function tellAll(crew, task, shareOf = () => ({})) {
  const answers = await Promise.all(crew.map((one, at) => one.ask({ task, ...shareOf(at) })))
  const failed = answers.find(({ error }) => error)
  if (failed) throw new Error(`Dokumente: ${failed.error}`)
  return answers
}

const aSide = (room, cpuNow) => ({ room, cpuNow, cpu: 0, database: 0, keys: 0, delays: [] })

async function ourSide(platform, people) {
  const { twoHundred: plg } = await largePlgs(platform)
  const [document] = await ask(
    platform,
    `select d.id, c.state from documents d join document_contents c on c.document_id = d.id
     where plg_id = $1 and length(c.words) < 20000 order by number`,
    [plg.id],
  )
  const cookies = await signIn(platform, plg.members.slice(0, people.writers))
  const name = `document.${document.id}`
  people.state = document.state.toString('base64')
  const side = aSide('ours', () => cpuSoFar(platform))
  side.platform = platform
  const { origin, port } = platform
  const url = `ws://127.0.0.1:${port}/collab`
  await takePlaces(people, { room: side.room, url, origin, name, cookies })
  return side
}

async function bareSide(platform, bare, people) {
  const { port, pid } = await bare.ask({})
  const side = aSide('bare', () => ({ all: cpuOf([pid]), database: 0 }))
  const { origin } = platform
  const url = `ws://127.0.0.1:${port}/`
  await takePlaces(people, { room: side.room, url, origin, name: 'bare', state: people.state })
  return side
}

async function takePlaces({ writers, crew, tell }, { cookies, name, state, ...given }) {
  const authors = Array.from({ length: writers }, (_, author) => author)
  await tell('open', (at) => ({
    ...given,
    places: authors
      .filter((author) => author % crew.length === at)
      .map((author) => ({ author, name, cookie: cookies?.[author] })),
    ...(at === 0 && { state }),
  }))
  await tell('settle', () => ({ room: given.room, count: writers }))
}

const type = ({ tell }, { room }, { seconds, perSecond = KEYS_A_SECOND }) =>
  tell('type', () => ({ room, seconds, perSecond }))

async function idleRate({ cpuNow, platform }) {
  // What was typed to warm up is folded first.
  await sleep(4_000)
  if (platform) await untilQueueIsEmpty(platform)
  const before = cpuNow()
  await sleep(IDLE_SECONDS * 1000)
  const after = cpuNow()
  return {
    all: (after.all - before.all) / IDLE_SECONDS,
    database: (after.database - before.database) / IDLE_SECONDS,
  }
}

/** Until everything typed is saved and folded: keeping it belongs to what a key costs. */
async function measureRound(people, side) {
  const idle = await idleRate(side)
  const began = performance.now()
  const before = side.cpuNow()
  await type(people, side, people)
  await sleep(4_000)
  const after = side.cpuNow()
  const seconds = (performance.now() - began) / 1000
  side.cpu += after.all - before.all - idle.all * seconds
  side.database += after.database - before.database - idle.database * seconds
  const reports = await people.tell('report', () => ({ room: side.room }))
  note(people, side, reports)
}

/** Every key must have come to everybody else, and all must read the same. */
function note({ writers, seconds }, side, reports) {
  const texts = new Set(reports.flatMap((report) => report.texts))
  if (texts.size !== 1) throw new Error(`${texts.size} verschiedene Texte in einem Dokument`)
  const seen = new Map()
  for (const { author, keys } of reports.flatMap((report) => report.seen))
    seen.set(author, [...(seen.get(author) ?? []), new Map(keys)])
  for (const { author, keys } of reports.flatMap((report) => report.pressed)) {
    if (keys.length !== seconds * KEYS_A_SECOND) throw new Error('Tasten fehlen')
    side.keys += keys.length
    for (const [length, pressed] of keys)
      for (const peer of seen.get(author) ?? []) {
        const at = peer.get(length)
        if (at === undefined) throw new Error('Eine Taste ist nicht angekommen')
        side.delays.push((at - pressed) / 1000)
      }
    if (seen.get(author)?.length !== writers - 1) throw new Error('Jemand hat nichts gesehen')
  }
}

async function measureOpening(platform) {
  const typist = aChild('./typist.mjs')
  try {
    const rows = await ask(
      platform,
      `select d.id, (select person_id from plg_members m where m.plg_id = d.plg_id and state = 'active'
          order by md5(m.person_id::text || d.id::text) limit 1) as person
       from documents d join document_contents c on c.document_id = d.id
       where length(c.words) < 20000 order by number limit $1`,
      [OPENED + OPENED_FIRST],
    )
    const cookies = await signIn(
      platform,
      rows.map(({ person }) => person),
    )
    const places = rows.map(({ id }, at) => ({ name: `document.${id}`, cookie: cookies[at] }))
    const given = { url: `ws://127.0.0.1:${platform.port}/collab`, origin: platform.origin }
    const tell = (task, more) =>
      tellAll([typist], task, () => ({ room: 'many', ...given, ...more }))
    await tell('open', { places: places.slice(OPENED) })
    await tell('close')
    const before = await settledMemory(platform)
    const cpuBefore = cpuSoFar(platform)
    await tell('open', { places: places.slice(0, OPENED) })
    const used = cpuSince(platform, cpuBefore, OPENED)
    const after = await settledMemory(platform)
    await tell('close')
    return {
      'opened.cpu': used.all,
      'opened.mib': (after.resident - before.resident) / 1024 / OPENED,
      'opened.heap': (after.heap - before.heap) / 1024 / OPENED,
    }
  } finally {
    typist.end()
  }
}
