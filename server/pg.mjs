// Supervisor of the embedded PostgreSQL. It makes the data folder, starts the server, restarts it
// when it dies, and leaves nothing behind: no half-made folder, no orphan, no lock.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepareServer } from '../db/prepare.mjs'
import { identityOf, readJson, withLock, writeJson } from './lock.mjs'
import { askToStop, howToRun, spawnLeashed } from './pg-binaries.mjs'

const DATABASE = 'lernen25'
const OWNER = 'lernen25_owner'
const APP = 'lernen25_app'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}
/** Only for throw-away servers: fast, and lost when the machine fails. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * @typedef {object} Postgres
 * @property {number} pid
 * @property {number} port
 * @property {string} url the application's role on its database
 * @property {string} ownerUrl the role that runs migrations
 * @property {(database?: string) => string} superUrl for this supervisor and for tests only
 * @property {boolean} adopted it belongs to another process, `stop` leaves it alone
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the PostgreSQL of a data folder, creating the folder at first.
 * `share`: when another process of ours runs it, use that one; otherwise wait `waitMs` for its end.
 * @param {{ dataDir: string, log?: (line: string) => void, durable?: boolean, share?: boolean,
 *   settings?: Record<string, string | number>, waitMs?: number, isolation?: 'uid' }} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(options) {
  const parent = path.dirname(path.resolve(options.dataDir))
  fs.mkdirSync(parent, { recursive: true })
  const dir = path.join(fs.realpathSync(parent), path.basename(options.dataDir))
  const place = {
    dir,
    lock: `${dir}.lock`,
    secrets: `${dir}.secrets.json`,
    running: `${dir}.running.json`,
    log: `${dir}.log`,
  }
  return withLock(place.lock, () => startIn(place, { log: () => {}, ...options }))
}

async function startIn(place, options) {
  const holder = await holderOf(place, options)
  if (holder && !options.share) throw heldError(place, holder)
  const secrets = secretsOf(place)
  if (holder)
    return { ...addresses(holder.port, secrets), ...holder, adopted: true, stop: async () => {} }
  await endLeftover(place, options.log)
  const how = howToRun(place.dir, options.isolation)
  rotateLog(place.log)
  if (!fs.existsSync(place.dir)) await createFolder(place, how, secrets, options)
  const server = await supervise(place, how, options)
  try {
    const reachable = addresses(server.port, secrets)
    await prepareServer({
      superUrl: reachable.superUrl,
      database: DATABASE,
      owner: { name: OWNER, password: secrets.owner },
      app: { name: APP, password: secrets.app },
    })
    return Object.assign(server, reachable, { adopted: false })
  } catch (error) {
    await server.stop()
    throw error
  }
}

function addresses(port, secrets) {
  // node-pg reads PGSSLMODE of the surroundings; this server speaks plainly on the loopback.
  const url = (role, password, database) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
  return {
    url: url(APP, secrets.app, DATABASE),
    ownerUrl: url(OWNER, secrets.owner, DATABASE),
    superUrl: (database = 'postgres') => url('postgres', secrets.postgres, database),
  }
}

/** The living process that runs this server now. A server whose process is dead is none. */
async function holderOf(place, { share, waitMs = 15_000, log }) {
  for (const start = Date.now(); ; await sleep(100)) {
    const noted = readJson(place.running)
    if (!noted || identityOf(noted.holder) !== noted.identity) return null
    if (share || Date.now() - start >= waitMs) return noted
    if (Date.now() - start < 100)
      log(`Prozess ${noted.holder} benutzt die Datenbank noch, ich warte`)
  }
}

function heldError(place, { holder }) {
  const error = new Error(
    `Die Datenbank in ${place.dir} wird schon von Prozess ${holder} benutzt. ` +
      'Bitte jenen beenden oder ein anderes DATA_DIR wählen.',
  )
  error.name = 'PostgresHeldError'
  return error
}

function secretsOf(place) {
  const known = readJson(place.secrets)
  if (known) return known
  if (fs.existsSync(place.dir)) {
    throw new Error(`${place.secrets} fehlt: ohne die Passwörter ist ${place.dir} nicht zu öffnen.`)
  }
  const fresh = { postgres: randomPassword(), owner: randomPassword(), app: randomPassword() }
  writeJson(place.secrets, fresh)
  return fresh
}

const randomPassword = () => randomBytes(24).toString('base64url')

/**
 * A server may be left over after kill -9: its leash is stopping it this very moment. It must not be
 * used any more; wait for its end. A postmaster.pid without such a process is only removed.
 */
async function endLeftover(place, log) {
  const file = path.join(place.dir, 'postmaster.pid')
  const pid = readPidFile(place)?.pid
  if (!pid) return
  const identity = isOurServer(pid, place) ? identityOf(pid) : null
  if (identity) log(`Ein früherer Datenbankserver (${pid}) wird noch beendet`)
  for (let tick = 0; identity && identityOf(pid) === identity; tick++) {
    // Fast shutdown, then immediate: both are safe, the log of the database repairs the rest.
    if (tick % 100 === 0) process.kill(pid, tick < 300 ? 'SIGINT' : 'SIGQUIT')
    if (tick > 600) throw new Error(`Der Datenbankserver ${pid} in ${place.dir} endet nicht.`)
    await sleep(100)
  }
  fs.rmSync(file, { force: true })
}

function readPidFile(place) {
  try {
    const lines = fs.readFileSync(path.join(place.dir, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** The number in postmaster.pid may belong to any other program by now. */
function isOurServer(pid, place) {
  if (process.platform !== 'linux') return identityOf(pid) !== null
  try {
    const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return command.includes(place.dir)
  } catch {
    return false
  }
}

function rotateLog(file) {
  if (fs.existsSync(file) && fs.statSync(file).size > 5_000_000) fs.renameSync(file, `${file}.old`)
}

/** initdb works beside the folder, and only a finished one gets the name: killed, nothing remains. */
async function createFolder(place, how, secrets, { durable = true, log }) {
  const parent = path.dirname(place.dir)
  const prefix = `${path.basename(place.dir)}.new`
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith(prefix))
      fs.rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 10 })
  }
  // A name of its own: an initdb that was just orphaned may still be writing into the last one.
  const draft = `${place.dir}.new-${randomBytes(4).toString('hex')}`
  const passwordFile = `${draft}.password`
  log('Die Datenbank wird angelegt')
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(passwordFile, secrets.postgres, { mode: 0o600 })
  for (const file of how.user ? [draft, passwordFile] : []) {
    fs.chownSync(file, how.user.uid, how.user.gid)
  }
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=de-DE']
  const args = ['-D', draft, '-U', 'postgres', '-E', 'UTF8', ...locale, '--data-checksums']
  const access = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const sync = durable ? [] : ['--no-sync']
  const child = spawnLeashed(how, 'initdb', [...args, ...access, ...sync], place.log)
  child.ref()
  const [code] = await once(child, 'exit')
  fs.rmSync(passwordFile, { force: true })
  if (code !== 0) {
    fs.rmSync(draft, { recursive: true, force: true })
    throw new Error(`Die Datenbank ließ sich nicht anlegen (initdb ${code}).\n${tail(place.log)}`)
  }
  fs.renameSync(draft, place.dir)
}

const tail = (file) => fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n')

/** Keeps one server running on one port until `stop`, so that connection pools find it again. */
async function supervise(place, how, { durable = true, settings = {}, log }) {
  const port = await freePort()
  const wanted = { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), ...settings, port }
  const options = Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let stopping = false
  let stopped = null
  let reviving = Promise.resolve()
  let child = null
  const server = { pid: 0, port, stop: () => (stopped ??= stop()) }

  async function launch() {
    child = spawnLeashed(how, 'postgres', ['-D', place.dir, ...options], place.log)
    server.pid = await untilReady(child, place)
    const identity = identityOf(process.pid)
    writeJson(place.running, { holder: process.pid, identity, pid: server.pid, port })
    child.once('exit', () => {
      if (!stopping) reviving = revive()
    })
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('ended at once')
  }

  async function revive() {
    log('Der Datenbankserver ist ausgefallen und wird neu gestartet')
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 5_000)) {
      await sleep(pause)
      if (stopping) return
      try {
        await endLeftover(place, log)
        await launch()
        return log('Der Datenbankserver läuft wieder')
      } catch (error) {
        log(`Neustart des Datenbankservers misslungen: ${error.message}`)
      }
    }
  }

  async function stop() {
    stopping = true
    await reviving
    await endChild(child, place, server)
    if (readJson(place.running)?.holder === process.pid) fs.rmSync(place.running, { force: true })
  }

  await launch()
  return server
}

async function untilReady(child, place) {
  const ended = () => child.exitCode !== null || child.signalCode !== null || !child.pid
  for (const start = Date.now(); Date.now() - start < 120_000; await sleep(20)) {
    if (ended()) throw new Error(`Der Datenbankserver startet nicht.\n${tail(place.log)}`)
    const noted = readPidFile(place)
    if (noted?.ready && identityOf(noted.pid)) return noted.pid
  }
  child.stdin?.end()
  throw new Error(`Der Datenbankserver wird nicht bereit.\n${tail(place.log)}`)
}

async function endChild(child, place, server) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const ended = once(child, 'exit')
  askToStop(child, place.dir)
  const inTime = await Promise.race([ended.then(() => true), sleep(8_000, false, { ref: false })])
  if (inTime) return
  process.kill(server.pid, 'SIGQUIT')
  await Promise.race([ended, sleep(4_000, null, { ref: false })])
}

/** A port nobody listens on at this moment. */
export async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}
