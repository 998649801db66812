// One round: streams of writes, a kill at a random moment, restart, comparison.
import { setTimeout as sleep } from 'node:timers/promises'
import { compareImports } from './compare-imports.mjs'
import { compareJoins, compareNames } from './compare-people.mjs'
import { comparePosts, comparePostPages, sendAgain } from './compare-posts.mjs'
import { compareReactions, drainQueue } from './compare-reactions.mjs'
import { compareSessions } from './compare-sessions.mjs'
import { importEditions } from './importer.mjs'
import { aLedger } from './ledger.mjs'
import { untilWell } from './outage.mjs'
import { JOINERS, JOINED_PLG_LEAD, OPERATOR, RENAMERS, SHARED_PLGS, SIGNERS } from './people.mjs'
import { seeded } from './random.mjs'
import { comeAndGo, rename, signInAndOut, write } from './streams.mjs'
import { forgetLimits, openTopics } from './world.mjs'

export const FEWEST_WRITES = 200
const LONGEST_READY = 15_000

/** What is killed, in turn. Odd rounds hit the server, even ones PostgreSQL. */
const VICTIMS = ['server', 'postgres', 'server-and-postgres', 'backend']
export const victimOf = (round) => VICTIMS[(round - 1) % VICTIMS.length]
const NAMES = {
  server: 'der Server',
  postgres: 'PostgreSQL',
  'server-and-postgres': 'Server und PostgreSQL zugleich',
  backend: 'eine Verbindung von PostgreSQL',
}

/** @param {ReturnType<typeof import('./report.mjs').aReport>} report */
export async function runRound(world, report, { round, seed, withCommandLine = true }) {
  const victim = victimOf(round)
  const random = seeded(seed, `round ${round}`)
  await world.signInEverybody(everybody())
  await forgetLimits(world)
  const topics = await openTopics(world, round)
  await drainQueue(world)
  const ledger = aLedger()
  const before = await countsBefore(world)
  const killAfter = FEWEST_WRITES + random.between(0, 60)
  const state = { isOver: false }
  const stream = (name) => ({
    world,
    ledger,
    isOver: () => state.isOver,
    random: seeded(seed, `round ${round} ${name}`),
  })
  const began = performance.now()
  const flowing = Promise.all(streamsOf(stream, topics, withCommandLine))
  while (ledger.acknowledged < killAfter && performance.now() - began < 60_000) await sleep(5)
  await sleep(random.between(0, 40))
  const sent = ledger.writes
  const seconds = (performance.now() - began) / 1000
  const ready = await hit(world, victim, state)
  await flowing
  const told = `Runde ${round}, kill -9 trifft ${NAMES[victim]}`
  console.log(
    `\n-- ${told}: nach ${sent} Sendungen in ${seconds.toFixed(1)} s (${ledger.acknowledged} bestätigt), ` +
      `bereit nach ${(ready.ms / 1000).toFixed(1)} s`,
  )
  const check = (name, problems) => report.check(`${told}: ${name}`, problems)
  check('mindestens 200 Sendungen, jede Antwort eine erwartete', [
    ...(sent < FEWEST_WRITES ? [`nur ${sent} Sendungen`] : []),
    ...ledger.odd,
  ])
  check('in 15 s wieder bereit', [
    ...(ready.ms > LONGEST_READY ? [`${Math.round(ready.ms)} ms`] : []),
    ...ready.problems,
  ])
  await compare({ world, ledger, topics, before, report, check })
  noteFigures(report, { ledger, sent, ready, victim })
}

const everybody = () => [
  ...SHARED_PLGS.flatMap(({ writers }) => writers),
  ...[...JOINERS, JOINED_PLG_LEAD, OPERATOR, ...RENAMERS],
]

function streamsOf(stream, topics, withCommandLine) {
  const writing = SHARED_PLGS.flatMap(({ plg, writers }) => {
    const own = topics.filter((topic) => topic.plg === plg)
    return writers.map((who, place) => write(stream(who), who, own[place % own.length]))
  })
  return [
    ...writing,
    ...JOINERS.map((who) => comeAndGo(stream(who), who)),
    ...SIGNERS.map((who) => signInAndOut(stream(who), who)),
    ...RENAMERS.map((who) => rename(stream(who), who)),
    importEditions(stream('import'), { withCommandLine }),
  ]
}

async function countsBefore(world) {
  const [counts] = await world.rows(`select
    (select count(*)::int from plg_members) as seats,
    (select coalesce(max(id), 0)::int from audit_entries) as audit`)
  return counts
}

/** Kills, waits until all is well again, and ends the streams. */
async function hit(world, victim, state) {
  const { platform } = world
  const server = platform.server.pid
  const problems = []
  if (victim.startsWith('server')) {
    if (victim === 'server-and-postgres') process.kill(platform.databasePid(), 'SIGKILL')
    await platform.kill()
    await sleep(150)
    state.isOver = true
    return { ms: await platform.start(), problems }
  }
  const pid = victim === 'postgres' ? platform.databasePid() : await aBackend(world)
  const began = performance.now()
  process.kill(pid, 'SIGKILL')
  const ms = await untilWell(platform, began)
  // What is written now goes to the new server: the streams must find it by themselves.
  await sleep(1_200)
  state.isOver = true
  if (platform.server.pid !== server || platform.server.exitCode !== null)
    problems.push('der Server ist nicht mehr derselbe Prozess')
  return { ms, problems }
}

async function aBackend(world) {
  const [row] = await world.rows(`select pid from pg_stat_activity
    where application_name = 'lernen25' order by (state = 'active') desc, query_start desc limit 1`)
  return row.pid
}

async function compare({ world, ledger, topics, before, report, check }) {
  const posts = await comparePosts(world, ledger, topics)
  report.add('lost', posts.lost)
  report.add('doubled', posts.doubled)
  check('Beiträge genau einmal, Nummern ohne Lücke, Zähler stimmen', posts.problems)
  check('die Seiten zeigen dieselben Beiträge', await comparePostPages(world, ledger, topics))
  check('noch einmal senden macht keinen zweiten', await sendAgain(world, ledger))
  const reactions = await compareReactions(world, topics)
  report.add('waited for a dead worker', reactions.waited)
  check('jede Folge eines Beitrags ist geschehen (Glocke)', reactions.problems)
  check('Mitgliedschaften wie bestätigt', await compareJoins(world, ledger, before))
  check('Protokoll ohne Hälften', await compareNames(world, ledger, before))
  check('Sitzungen: bestätigte gelten, beendete nicht', await compareSessions(world, ledger))
  check('Register ganz oder gar nicht', await compareImports(world, ledger))
}

function noteFigures(report, { ledger, sent, ready, victim }) {
  const unknown = ledger.entries.filter(({ outcome }) => outcome === 'unknown').length
  report.add('rounds', 1)
  report.add('writes', ledger.writes)
  report.add('writes before the kill', sent)
  report.add('acknowledged', ledger.acknowledged)
  report.add('unknown', unknown)
  report.worst(
    victim.startsWith('server')
      ? 'worst start after kill -9, ms'
      : 'worst outage of PostgreSQL, ms',
    ready.ms,
  )
}
