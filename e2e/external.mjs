// The tests once more on a PostgreSQL of the system, to hold that DATABASE_URL works as well.
// Without one installed it says so and ends well.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readJson } from '../server/lock.mjs'
import { freePort } from '../server/pg.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const results = path.join(root, 'test-results')
const unitFile = path.join(results, 'external-unit.json')
const e2eFile = path.join(results, 'external-e2e.json')
const isRoot = process.getuid?.() === 0

const bin = newestServer()
if (!bin) {
  console.log('Kein PostgreSQL des Systems gefunden: dieser Teil entfällt.\n0 passed, 0 failed')
  process.exit(0)
}
for (const file of [unitFile, e2eFile]) fs.rmSync(file, { force: true })
const server = await startServer()
let fine = false
try {
  fine = (await runUnits()) && (await runSmoke())
} finally {
  server.stop()
}
const unit = readJson(unitFile)
const e2e = readJson(e2eFile)?.stats
const failed = (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0)
const passed = (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0)
console.log(`${passed} passed, ${fine ? failed : Math.max(1, failed)} failed`)
process.exitCode = fine ? 0 : 1

function newestServer() {
  const base = '/usr/lib/postgresql'
  const versions = fs.existsSync(base) ? fs.readdirSync(base).map(Number).filter(Boolean) : []
  const folders = versions.sort((a, b) => b - a).map((version) => `${base}/${version}/bin`)
  return folders.find((folder) => fs.existsSync(`${folder}/initdb`))
}

/** PostgreSQL refuses root, so root lets another user run it. */
function asServerUser(command) {
  if (!isRoot) return command
  const user = spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody'
  return ['runuser', '-u', user, '--', ...command]
}

async function startServer() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lernen25-external-'))
  const password = randomBytes(12).toString('hex')
  const [data, passwordFile, log] = ['data', 'password', 'log'].map((name) => `${folder}/${name}`)
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (isRoot) must(['chown', '-R', `${asServerUser([])[2]}:`, folder])
  const access = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-U', 'lernen25']
  must(asServerUser([`${bin}/initdb`, '-D', data, '-E', 'UTF8', '--locale=C', '-N', ...access]))
  const port = await freePort()
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  must(asServerUser([`${bin}/pg_ctl`, 'start', '-w', '-D', data, '-l', log, '-o', settings]))
  console.log(`PostgreSQL des Systems: ${bin}`)
  return {
    url: `postgres://lernen25:${password}@127.0.0.1:${port}/postgres`,
    stop: () => {
      must(asServerUser([`${bin}/pg_ctl`, 'stop', '-w', '-m', 'fast', '-D', data]))
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

function must([file, ...args]) {
  // pg_ctl leaves the server behind, which would hold a pipe open for ever: output to nowhere.
  const { status } = spawnSync(file, args, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${file} ${args[0]} failed (${status})`)
}

function runUnits() {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`]
  return run([vitest, 'run', ...reporters])
}

function runSmoke() {
  return run([path.join(root, 'e2e', 'run.mjs'), '--grep', '@smoke'])
}

async function run(args) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: server.url, PLAYWRIGHT_JSON_OUTPUT_FILE: e2eFile },
  })
  const [code] = await once(child, 'exit')
  return code === 0
}
