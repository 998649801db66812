// Runs inside a mount namespace (check-full-disk.mjs): fills the disk of the data folder under the
// writing platform, in two steps, and frees it again. Writes its checks into the file it is given.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aPlatform, root } from '../platform.mjs'
import { tellTrouble } from './check-away.mjs'
import { comparePosts, sendAgain } from './compare-posts.mjs'
import { compareReactions, drainQueue } from './compare-reactions.mjs'
import { aLedger } from './ledger.mjs'
import { seeded } from './random.mjs'
import { aReport } from './report.mjs'
import { untilWell } from './outage.mjs'
import { aWorld, openTopics } from './world.mjs'

const SIZE = '256m'
const LONG_TEXT = 'Ein langer Absatz, der Platz braucht. '.repeat(150)

const [, , resultFile] = process.argv
const report = aReport()
const logFile = path.join(root, 'test-results', 'crash-disk-server.log')
fs.mkdirSync(path.dirname(logFile), { recursive: true })
const platform = await aPlatform({ env: { SEED: 'demo' }, logFile })
const filler = path.join(platform.dataDir, 'filler')
try {
  const mount = ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', platform.dataDir]
  if (spawnSync('mount', mount).status !== 0) throw new Error('mount failed')
  await platform.start()
  await fillAndFree()
} catch (error) {
  report.check('volle Platte: der Versuch läuft bis zum Ende', [String(error.stack ?? error)])
} finally {
  fs.rmSync(filler, { force: true })
  await platform.stop()
  spawnSync('umount', ['-l', platform.dataDir])
  await platform.end()
}
fs.writeFileSync(resultFile, JSON.stringify({ checks: report.checks, figures: report.figures }))

async function fillAndFree() {
  const world = aWorld(platform)
  const server = platform.server.pid
  const topics = await openTopics(world, 'volle Platte')
  await drainQueue(world)
  const ledger = aLedger()
  await writeSome(world, ledger, topics[0], 4)
  report.check('Platte noch frei: Beiträge gehen durch', [
    ...(ledger.acknowledged === 4 ? [] : ['schon vorher misslungen', ...ledger.odd]),
  ])

  fill()
  const full = await writeSome(world, ledger, topics[0], 12)
  report.check('Platte voll: wer schreibt, bekommt einen deutschen Satz', judgeFull(full, ledger))
  const page = await (await world.browserOf(topics[0].who)).get(topics[0].address)
  report.check('Platte voll: gelesen wird weiter', page.status === 200 ? [] : [`${page.status}`])

  await exhaustLog(world)
  const panic = await writeSome(world, ledger, topics[1], 4)
  report.check('Platte voll, PostgreSQL fällt aus: deutscher Satz, der Prozess lebt', [
    ...judgeFull(panic, ledger),
    ...((await fetch(`${platform.origin}/healthz`)).ok ? [] : ['healthz antwortet nicht']),
    ...(platform.server.pid === server && platform.server.exitCode === null ? [] : ['beendet']),
  ])

  const began = performance.now()
  fs.rmSync(filler)
  const ms = await untilWell(platform, began)
  await writeSome(world, ledger, topics[1], 4)
  report.check('Platte wieder frei: in 15 s geht alles weiter, derselbe Prozess', [
    ...(ms > 15_000 ? [`${Math.round(ms)} ms`] : []),
    ...(ledger.entries.slice(-4).every(({ outcome }) => outcome === 'acknowledged')
      ? []
      : ['danach misslungen']),
    ...(platform.server.pid === server && platform.server.exitCode === null ? [] : ['beendet']),
  ])
  const posts = await comparePosts(world, ledger, topics)
  report.add('lost', posts.lost)
  report.add('doubled', posts.doubled)
  const reactions = await compareReactions(world, topics)
  report.check('Platte war voll: nichts Bestätigtes fehlt, nichts ist doppelt', [
    ...posts.problems,
    ...(await sendAgain(world, ledger)),
    ...reactions.problems,
  ])
}

/** Long posts by the opener, one after the other, each sent once. */
async function writeSome(world, ledger, topic, count) {
  const browser = await world.browserOf(topic.who)
  const random = seeded(3, `${topic.title} ${ledger.entries.length}`)
  const answers = []
  for (let place = 0; place < count; place++) {
    const key = random.uuid()
    const entry = {
      kind: 'post',
      who: topic.who,
      key,
      body: `Probe ${key} ${LONG_TEXT}`.trim(),
      topic,
    }
    const fields = { intent: 'write', clientKey: key, body: entry.body }
    const answer = await browser.post(topic.address, fields)
    entry.outcome = ledger.judged(entry, answer)
    ledger.entries.push(entry)
    answers.push(answer)
  }
  return answers
}

function judgeFull(answers, ledger) {
  const refused = answers.filter(({ status }) => status !== 303)
  return [
    ...(refused.length > 0 ? [] : ['nichts wurde abgelehnt: die Platte war nicht voll']),
    ...refused.flatMap(({ status, ms, html }) => tellTrouble(status, ms, html)),
    ...ledger.odd.splice(0),
  ]
}

/** To the last byte. */
function fill() {
  const file = fs.openSync(filler, 'a')
  for (const size of [1024 * 1024, 4096, 512])
    try {
      for (;;) fs.writeSync(file, Buffer.alloc(size))
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error
    }
  fs.closeSync(file)
}

/** Fills what is left of the log of the database (WAL): the next segment finds no room, and it stops. */
async function exhaustLog(world) {
  const emit = `select pg_logical_emit_message(false, 'probe', repeat('x', 1000000))
    from generate_series(1, 8)`
  for (const began = Date.now(); Date.now() - began < 15_000;) {
    const went = await world.rows(emit).catch(() => null)
    if (!went) break
  }
  await sleep(300)
}
