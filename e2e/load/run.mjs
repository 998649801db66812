// `npm run bench`: measures the built platform with the invented city and prints the figures beside
// their targets. `--only pages,workspace,software,lab,concepts,sockets,protocol,documents,browser,start` measures a part, `--json`
// prints JSON.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuild } from '../../server/bootstrap.mjs'
import { root } from '../platform.mjs'
import { measureBrowser } from './browser.mjs'
import { aCity, hangUp } from './city.mjs'
import { measureConcepts } from './concepts.mjs'
import { measureDocuments } from './documents.mjs'
import { measureLab } from './lab.mjs'
import { measurePages } from './pages.mjs'
import { isMeasurable, memoryOf } from './process-tree.mjs'
import { measureProtocol } from './protocol.mjs'
import { reportOf, tableOf, writeReport } from './report.mjs'
import { measureSockets } from './sockets.mjs'
import { measureSoftware } from './software.mjs'
import { measureStarts } from './starts.mjs'
import { measureWorkspace } from './workspace.mjs'

/** In this order: starts before anything has warmed up, pages before sockets fill the memory. */
const SECTIONS = {
  start: { title: 'Starten', measure: measureStarts },
  pages: { title: 'Seiten und Beiträge', measure: measureViews, needsLinux: true },
  workspace: { title: 'PLG, Vorhaben, Ideen', measure: measureWorkspace, needsLinux: true },
  software: { title: 'Software', measure: measureSoftware, needsLinux: true },
  lab: { title: 'MediaLab', measure: measureLab, needsLinux: true },
  concepts: { title: 'Medienkonzepte', measure: measureConcepts, needsLinux: true },
  sockets: { title: 'Live-Leitung', measure: measureSockets, needsLinux: true },
  protocol: { title: 'Methode im Treffen', measure: measureProtocol },
  documents: { title: 'Dokumente', measure: measureDocuments, needsLinux: true },
  browser: { title: 'Browser', measure: measureBrowser },
}
/** Views that are compared with a city of a tenth. */
const GROWING = ['today', 'plgs', 'topic', 'search']
const TENTH = 0.1

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(SECTIONS).join(',') },
    json: { type: 'boolean', default: false },
  },
})
const logFile = path.join(root, 'test-results', 'bench.log')
const cities = []
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void cleanUp().finally(() => process.exit(1)))
}

try {
  process.exitCode = await main()
} finally {
  await cleanUp()
}

async function main() {
  const chosen = values.only.split(',').map((name) => name.trim())
  const unknown = chosen.filter((name) => !SECTIONS[name])
  if (unknown.length > 0) {
    console.error(`Unbekannt: ${unknown.join(', ')}. Es gibt: ${Object.keys(SECTIONS).join(', ')}`)
    return 2
  }
  if (!isMeasurable)
    say('CPU, Speicher, Seiten und Live-Leitung werden nur unter Linux gemessen (aus /proc).')
  await ensureBuild()
  fs.mkdirSync(path.dirname(logFile), { recursive: true })
  fs.rmSync(logFile, { force: true })
  const { measured, faults } = await measure(chosen)
  const report = reportOf(measured, faults)
  writeReport(report)
  console.log(values.json ? JSON.stringify(report, null, 2) : `\n${tableOf(report)}`)
  for (const fault of faults) console.error(`FEHLER ${fault}`)
  return faults.length > 0 ? 1 : 0
}

/** A section that goes wrong ends the run with 1, but the others are still measured. */
async function measure(chosen) {
  const measured = {}
  const faults = []
  const city = await step('Die Stadt entsteht', () => startCity())
  for (const [name, { title, measure: run, needsLinux }] of Object.entries(SECTIONS)) {
    if (!chosen.includes(name) || (needsLinux && !isMeasurable)) continue
    try {
      Object.assign(measured, await step(title, () => run(city)))
    } catch (error) {
      faults.push(`${title}: ${error.stack ?? error}`)
    }
  }
  return { measured, faults }
}

async function measureViews(city) {
  const whole = await measurePages(city)
  const after = { 'start.rssAfter': memoryOf(city.server.pid) / 1024 }
  const small = await startCity(TENTH)
  const tenth = await measurePages(small, { only: GROWING })
  const growth = GROWING.map((name) => [
    `growth.${name}`,
    whole[`${name}.cpu`] / tenth[`${name}.cpu`],
  ])
  await endCity(small)
  return { ...whole, ...after, ...Object.fromEntries(growth) }
}

async function startCity(scale) {
  const city = await aCity({ scale, logFile })
  cities.push(city)
  await city.start()
  return city
}

async function endCity(city) {
  await hangUp(city)
  await city.end()
  cities.splice(cities.indexOf(city), 1)
}

async function cleanUp() {
  for (const city of [...cities]) await endCity(city).catch((error) => console.error(error))
}

async function step(title, work) {
  const start = performance.now()
  const result = await work()
  say(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${title}`)
  return result
}

/** Not on stdout: that is for the table or the JSON. */
function say(text) {
  process.stderr.write(`${text}\n`)
}
