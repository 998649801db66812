// The built platform as a process of its own: for browser tests, the bench and the crash tests.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readJson } from '../server/lock.mjs'
import { freePort } from '../server/pg.mjs'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/**
 * A platform on a free port with a data folder of its own, which goes when `end` is called.
 * `start` may be called again after `stop` or `kill`: the same folder, the same port.
 *
 * @param {{ env?: Record<string, string>, external?: boolean, logFile?: string,
 *   nodeArgs?: string[] }} [options] `external`: keep DATABASE_URL of the surroundings
 */
export async function aPlatform({ env = {}, external = false, logFile, nodeArgs = [] } = {}) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'lernen25-e2e-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const surroundings = { ...process.env }
  if (!external) delete surroundings.DATABASE_URL
  if (!external) delete surroundings.DATABASE_OWNER_URL
  const platform = {
    origin,
    dataDir,
    port,
    env: {
      ...surroundings,
      PORT: String(port),
      HOST: '127.0.0.1',
      ORIGIN: origin,
      DATA_DIR: dataDir,
      ...env,
    },
    /** @type {import('node:child_process').ChildProcess | null} */
    server: null,
    /** Starts the process. @returns the milliseconds until it was ready */
    async start() {
      const log = logFile ? fs.openSync(logFile, 'a') : 'ignore'
      const began = performance.now()
      const main = path.join(root, 'server', 'main.mjs')
      // In a session of its own: Ctrl-C reaches it through the clean-up, once.
      platform.server = spawn(process.execPath, [...nodeArgs, main], {
        env: platform.env,
        stdio: ['ignore', log, log],
        detached: true,
      })
      if (typeof log === 'number') fs.closeSync(log)
      await untilReady(platform.server, `http://127.0.0.1:${port}/readyz`)
      return performance.now() - began
    },
    /** SIGTERM; after 17 s SIGKILL. @returns the exit code, null after a signal */
    async stop() {
      const { server } = platform
      if (!server || hasEnded(server)) return server?.exitCode ?? null
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      if (!(await Promise.race([ended, sleep(17_000, null, { ref: false })])))
        server.kill('SIGKILL')
      await ended
      return server.exitCode
    },
    /** Stops, and starts anew at another moment of the domain's time. @param {string} clock */
    async goOnAt(clock) {
      await platform.stop()
      platform.env.CLOCK = clock
      await platform.start()
    },
    /** kill -9, as when the machine loses its power: nothing is tidied up. */
    async kill() {
      const { server } = platform
      if (!server || hasEnded(server)) return
      const ended = once(server, 'exit')
      server.kill('SIGKILL')
      await ended
    },
    /** @returns {number} the process of the embedded PostgreSQL */
    databasePid() {
      return readJson(path.join(dataDir, 'pg17.running.json')).pid
    },
    /** @returns {string} the embedded database as the owner of its tables */
    ownerUrl() {
      const { port: at } = readJson(path.join(dataDir, 'pg17.running.json'))
      const { owner } = readJson(path.join(dataDir, 'pg17.secrets.json'))
      return `postgres://lernen25_owner:${owner}@127.0.0.1:${at}/lernen25?sslmode=disable`
    },
    async end() {
      await platform.stop()
      fs.rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
    },
  }
  return platform
}

const hasEnded = (server) => server.exitCode !== null || server.signalCode !== null

async function untilReady(server, address) {
  for (const start = Date.now(); Date.now() - start < 90_000; await sleep(50)) {
    if (hasEnded(server)) break
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`Die Plattform wird nicht bereit (${address}).`)
}
