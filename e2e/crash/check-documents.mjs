// People write in one document while the server or PostgreSQL is killed under them, and while it stops.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../../server/pg.mjs'
import {
  aTypist,
  compareWords,
  converge,
  FIVE,
  keptWords,
  newDocument,
  readPage,
  rowsOf,
  until,
} from './documents.mjs'
import { untilWell } from './outage.mjs'
import { seeded } from './random.mjs'

const VICTIMS = ['server', 'postgres', 'server', 'server-and-postgres']
const NAMES = {
  server: 'der Server',
  postgres: 'PostgreSQL',
  'server-and-postgres': 'Server und PostgreSQL zugleich',
}
const FEWEST_WORDS = 120
const LONGEST_STOP = 15_000

export async function checkDocuments(world, report, { rounds, seed }) {
  for (let round = 1; round <= rounds; round++) await killUnder(world, report, { round, seed })
  await stopUnder(world, report, seed)
}

/** Five people type; what happens is done to the platform; they go on typing without a line. */
async function writeThrough(world, { title, seed }, happening) {
  const document = await newDocument(world, FIVE[0], title)
  const typists = []
  for (const who of FIVE)
    typists.push(await aTypist(world, document, who, { random: seeded(seed, `${title} ${who}`) }))
  await until(() => typists.every((one) => one.isSynced()))
  const state = { isOver: false }
  const typing = Promise.all(typists.map((one) => one.type(() => state.isOver)))
  const settled = () => typists.reduce((sum, one) => sum + one.acknowledged().length, 0)
  await until(() => settled() >= FEWEST_WORDS)
  const acknowledged = () => typists.flatMap((one) => one.acknowledged())
  const found = await happening({ document, acknowledged })
  state.isOver = true
  await typing
  const typed = typists.flatMap(({ words }) => words)
  return { document, typists, typed, ...found }
}

async function killUnder(world, report, { round, seed }) {
  const victim = VICTIMS[(round - 1) % VICTIMS.length]
  const title = `Gemeinsam ${round}`
  const random = seeded(seed, `documents ${round}`)
  const told = `Dokument ${round}, kill -9 trifft ${NAMES[victim]}`
  const run = await writeThrough(world, { title, seed }, async ({ document, acknowledged }) => {
    await sleep(random.between(0, 300))
    return hit(world, victim, { document, acknowledged })
  })
  const kept = compareWords('Datenbank', run.promised, run.kept)
  report.check(`${told}: alles Bestätigte (${run.promised.length}) steht in der Datenbank`, [
    ...kept.problems,
    ...run.problems,
  ])
  await finish(world, report, { ...run, told, lost: kept.lost })
  report.add('document words', run.typed.length)
  report.add('document words acknowledged before', run.promised.length)
}

async function hit(world, victim, { document, acknowledged }) {
  const { platform } = world
  const server = platform.server.pid
  if (victim !== 'server') process.kill(platform.databasePid(), 'SIGKILL')
  if (victim !== 'postgres') await platform.kill()
  // Nothing that was under way counts: what has been told is in this process already.
  const promised = acknowledged()
  if (victim === 'postgres') {
    await untilWell(platform, performance.now())
    const isSame = platform.server.pid === server && platform.server.exitCode === null
    const problems = isSame ? [] : ['der Server ist nicht mehr derselbe Prozess']
    return { promised, kept: await keptWords(world.rows, document), problems }
  }
  const kept = await keptAlone(platform, document)
  await platform.start()
  await sleep(300)
  return { promised, kept, problems: [] }
}

/** What is in the database before anybody can come back and say it once more. */
async function keptAlone({ dataDir }, document) {
  const postgres = await startPostgres({ dataDir: path.join(dataDir, 'pg17') })
  try {
    return await keptWords(rowsOf(postgres), document)
  } finally {
    await postgres.stop()
  }
}

/** All come together again, the page shows it, and nothing is there twice. */
async function finish(world, report, { told, document, typists, typed, lost }) {
  const problems = await converge(typists)
  report.check(`${told}: alle kommen von selbst zurück und lesen dasselbe`, problems)
  const all = compareWords('Editor', typed, typists[0].reads())
  report.add('lost', lost + all.lost)
  report.add('doubled', all.doubled)
  report.check(`${told}: jedes Wort genau einmal (${typed.length})`, all.problems)
  const page = await readPage(world, document, FIVE[1])
  const shown = compareWords('Seite', typed, page.words)
  report.check(`${told}: die Seite zeigt es`, [
    ...(page.status === 200 ? [] : [`Antwort ${page.status}`]),
    ...shown.problems,
  ])
  for (const one of typists) one.close()
}

async function stopUnder(world, report, seed) {
  const { platform } = world
  const told = 'Dokument, SIGTERM'
  const run = await writeThrough(
    world,
    { title: 'Gemeinsam bis zum Ende', seed },
    async ({ document, acknowledged }) => {
      const began = performance.now()
      const code = await platform.stop()
      const ms = performance.now() - began
      const promised = acknowledged()
      const kept = await keptAlone(platform, document)
      await platform.start()
      return { code, ms, promised, kept }
    },
  )
  report.worst('SIGTERM while five write, ms', run.ms)
  report.check(`${told}: Ende mit 0 in 15 s`, [
    ...(run.code === 0 ? [] : [`Ende mit ${run.code}`]),
    ...(run.ms > LONGEST_STOP ? [`${Math.round(run.ms)} ms`] : []),
  ])
  const kept = compareWords('Datenbank', run.promised, run.kept)
  report.check(`${told}: alles Bestätigte steht in der Datenbank`, kept.problems)
  await finish(world, report, { ...run, told, lost: kept.lost })
}
