// `npm run crash`: kills the server and PostgreSQL during streams of writes and compares what is there
// afterwards with what was acknowledged. `--rounds N`, `--seed N`, `--short` (part of npm test).
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuild } from '../../server/bootstrap.mjs'
import { aPlatform, root } from '../platform.mjs'
import { checkAway } from './check-away.mjs'
import { checkDocuments } from './check-documents.mjs'
import { checkFullDisk } from './check-full-disk.mjs'
import { checkNodes } from './check-nodes.mjs'
import { checkTerm } from './check-term.mjs'
import { checkTwoStarts } from './check-two-starts.mjs'
import { aReport } from './report.mjs'
import { runRound } from './round.mjs'
import { aWorld } from './world.mjs'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: 'rounds,documents,nodes,term,starts,away,disk' },
  },
})
const rounds = Number(values.rounds ?? (values.short ? 3 : 20))
const seed = Number(values.seed ?? (values.short ? 25 : Date.now() % 1_000_000))
const only = values.only.split(',')
const results = path.join(root, 'test-results')
const logFile = path.join(results, 'crash-server.log')

await ensureBuild()
fs.mkdirSync(results, { recursive: true })
fs.rmSync(logFile, { force: true })
const report = aReport()
const platform = await aPlatform({ env: { SEED: 'demo' }, logFile })
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => void platform.end().finally(() => process.exit(1)))

const began = Date.now()
try {
  console.log(`Absturztests: ${rounds} Runden, Zufall ${seed} (--seed ${seed} wiederholt ihn)`)
  await platform.start()
  const world = aWorld(platform)
  for (let round = 1; only.includes('rounds') && round <= rounds; round++)
    await runRound(world, report, { round, seed, withCommandLine: !values.short || round === 1 })
  if (only.includes('documents')) await checkDocuments(world, report, { rounds, seed })
  if (only.includes('nodes')) await checkNodes(report, { seed, logFile })
  if (only.includes('term')) await checkTerm(world, report, seed)
  // Waiting for a lock takes a while, and the full disk has a platform of its own: side by side.
  await Promise.all([
    only.includes('starts') && checkTwoStarts(world, report),
    only.includes('disk') && checkFullDisk(report),
  ])
  if (only.includes('away')) await checkAway(world, report)
} catch (error) {
  report.check('die Absturztests laufen bis zum Ende', [String(error.stack ?? error)])
} finally {
  await platform.end()
}

report.figures.seconds = Math.round((Date.now() - began) / 1000)
console.log('')
for (const [name, figure] of Object.entries(report.figures))
  console.log(`${String(figure).padStart(8)}  ${name}`)
const { passed, failed } = report.count()
const summary = { passed, failed, seed, figures: report.figures, checks: report.checks }
fs.writeFileSync(path.join(results, 'crash.json'), JSON.stringify(summary, null, 2))
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
