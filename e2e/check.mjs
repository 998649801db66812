// What `npm test` runs: everything that can be wrong, the cheap before the dear, stopping at the
// first fault. The last line says how many tests passed and failed.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuild } from '../server/bootstrap.mjs'
import { readJson } from '../server/lock.mjs'
import { hostileLoad } from './hostile/run.mjs'
import { weigh } from './weight.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const results = path.join(root, 'test-results')
const unitFile = path.join(results, 'unit.json')
const e2eFile = path.join(results, 'e2e.json')
const crashFile = path.join(results, 'crash.json')

/** Checks of the steps that run in this process. */
const own = { passed: 0, failed: 0 }

/** The scripts of package.json that look at the sources only; they may run beside each other. */
const STATIC = [
  ['typecheck', 'Typen'],
  ['lint', 'Regeln des Codes'],
  ['format:check', 'Form'],
  ['arch', 'Grundriss'],
  ['dead', 'Toter Code'],
  ['db:types:check', 'Typen der Datenbank'],
]

fs.mkdirSync(results, { recursive: true })
for (const file of [unitFile, e2eFile, crashFile]) fs.rmSync(file, { force: true })

const succeeded = (await staticSteps()) && (await testSteps())
const { passed, failed } = countTests()
// A step may fail without a failing test: wrong types, a file that does not load.
console.log(`${passed} passed, ${succeeded ? failed : Math.max(1, failed)} failed`)
process.exitCode = succeeded && failed === 0 ? 0 : 1

/** Two at a time, for two cores. After a failure nothing new is started. */
async function staticSteps() {
  const waiting = [...STATIC]
  let fine = true
  const lane = async () => {
    for (let next; fine && (next = waiting.shift());) {
      const [script, headline] = next
      const start = Date.now()
      const { code, output } = await runScript(script)
      report(headline, start, code === 0)
      if (code !== 0) fine = false
      if (code !== 0) console.log(output.trimEnd())
    }
  }
  await Promise.all([lane(), lane()])
  return fine
}

async function testSteps() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`]
  const steps = [
    ['Unit-Tests', async () => (await runScript('unit', reporters, { shown: true })).code === 0],
    ['Bau', async () => ensureBuild().then(() => true)],
    ['Gewicht', () => counted(weigh())],
    ['Browser-Tests', async () => (await runScript('e2e', [], { shown: true })).code === 0],
    ['Feindliche Last', async () => counted(await hostileLoad())],
    [
      'Absturz-Tests',
      async () => (await runScript('crash', ['--short'], { shown: true })).code === 0,
    ],
  ]
  for (const [headline, step] of steps) {
    console.log(`\n== ${headline}`)
    const start = Date.now()
    const fine = await step()
    report(headline, start, fine)
    if (!fine) return false
  }
  return true
}

/** @returns whether all of them passed */
function counted({ passed, failed }) {
  own.passed += passed
  own.failed += failed
  return failed === 0
}

function report(headline, start, fine) {
  const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6)
  console.log(`${fine ? 'ok    ' : 'FEHLER'} ${seconds} s  ${headline}`)
}

/** Runs a script of package.json; its output is kept back unless `shown`. */
function runScript(script, args = [], { shown = false } = {}) {
  const npm = process.env.npm_execpath ?? ''
  const [file, ...first] = /\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm']
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(file, [...first, 'run', '--silent', script, '--', ...args], {
      cwd: root,
      stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && file === 'npm',
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eFile },
    })
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function countTests() {
  const unit = readJson(unitFile)
  const e2e = readJson(e2eFile)?.stats
  const crash = readJson(crashFile)
  return {
    passed:
      own.passed +
      (unit?.numPassedTests ?? 0) +
      (e2e?.expected ?? 0) +
      (e2e?.flaky ?? 0) +
      (crash?.passed ?? 0),
    failed:
      own.failed + (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0) + (crash?.failed ?? 0),
  }
}
