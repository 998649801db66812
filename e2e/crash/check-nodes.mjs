// Two servers on one PostgreSQL, as with several nodes: who writes on the one sees who writes on the other.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../../server/pg.mjs'
import { aPlatform } from '../platform.mjs'
import { aTypist, compareWords, converge, FIVE, newDocument, rowsOf, until } from './documents.mjs'
import { seeded } from './random.mjs'
import { aWorld } from './world.mjs'

const SEES_WITHIN = 1_000
const OUT_WITHIN = 5_000

export async function checkNodes(report, { seed, logFile }) {
  const nodes = []
  let postgres
  try {
    const first = await aPlatform({ env: { SEED: 'demo' }, external: true, logFile })
    nodes.push(first)
    // Any PostgreSQL serves; this one belongs to no server of ours and outlives both.
    postgres = await startPostgres({ dataDir: path.join(first.dataDir, 'shared') })
    const database = { DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl }
    Object.assign(first.env, database)
    nodes.push(await aPlatform({ env: { SEED: 'demo', ...database }, external: true, logFile }))
    for (const node of nodes) await node.start()
    await writeOnBoth(nodes, report, { seed, rows: rowsOf(postgres) })
  } finally {
    for (const node of nodes.slice().reverse()) await node.stop()
    await postgres?.stop()
    for (const node of nodes) await node.end()
  }
}

async function writeOnBoth([one, two], report, { seed, rows }) {
  const here = { ...aWorld(one), rows }
  const document = await newDocument(here, FIVE[0], 'Auf zwei Knoten')
  const typists = []
  for (const [at, who] of FIVE.entries()) {
    const { origin, port } = [one, two][at % 2]
    const world = { ...here, platform: { origin } }
    typists.push(await aTypist(world, document, who, { random: seeded(seed, who), port }))
  }
  await until(() => typists.every((typist) => typist.isSynced()))
  report.check('Zwei Knoten: Tasten und Namen sind in 1 s beim anderen', await seen(typists))

  const state = { isOver: false }
  const typing = Promise.all(typists.map((typist) => typist.type(() => state.isOver)))
  await sleep(1_200)
  await two.kill()
  const promised = typists.flatMap((typist) => typist.acknowledged())
  await sleep(300)
  await two.start()
  await sleep(300)
  state.isOver = true
  await typing
  const problems = await converge(typists)
  const all = compareWords(
    'Editor',
    typists.flatMap(({ words }) => words),
    typists[0].reads(),
  )
  report.add('lost', all.lost)
  report.add('doubled', all.doubled)
  report.check(
    `Zwei Knoten, kill -9 des einen: nichts fehlt (${promised.length} waren bestätigt), nichts doppelt`,
    [...problems, ...all.problems],
  )
  report.check(
    'Zwei Knoten: wer geht, ist auch auf dem anderen draußen',
    await leaves(here, typists),
  )
  for (const typist of typists) typist.close()
}

/** Each types a word; everybody else has it, and the name beside it. */
async function seen(typists) {
  const problems = []
  for (const typist of typists.slice(0, 2)) {
    const began = performance.now()
    typist.press()
    typist.provider.setAwarenessField('cursor', { anchor: 1, head: 1 })
    const { word } = typist.words.at(-1)
    const others = typists.filter((other) => other !== typist)
    const nameOn = (other) =>
      other.provider.awareness.getStates().get(typist.document.clientID)?.user?.name
    const hasAll = (other) => other.reads().includes(word) && nameOn(other)
    await until(() => others.every(hasAll), 5_000)
    const ms = performance.now() - began
    if (ms > SEES_WITHIN) problems.push(`${typist.who}: erst nach ${Math.round(ms)} ms`)
  }
  return problems
}

/** Leaves the PLG on the one server while writing on the other. */
async function leaves(world, typists) {
  const leaving = typists[1]
  const browser = await world.browserOf(leaving.who)
  const answer = await browser.post('/plg/ipads-mathematik-5-6/mitglieder', { intent: 'leave' })
  const began = performance.now()
  await until(() => leaving.refused() !== '', 2 * OUT_WITHIN)
  const ms = performance.now() - began
  return [
    ...(answer.status === 302 || answer.status === 303 ? [] : [`Antwort ${answer.status}`]),
    ...(leaving.refused() === 'permission-denied' ? [] : [`gehört: ${leaving.refused()}`]),
    ...(ms > OUT_WITHIN ? [`${Math.round(ms)} ms`] : []),
  ]
}
