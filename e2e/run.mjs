// Runs the browser tests against the built platform on a throw-away database.
// `--gallery` takes the pictures instead, `--keep` leaves the platform running afterwards.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { connected, createDatabase, createExtensions, dropDatabase, urlOf } from '../db/prepare.mjs'
import { ensureBuild } from '../server/bootstrap.mjs'
import { findChromium } from './chromium.mjs'
import { aPlatform, root } from './platform.mjs'

const results = path.join(root, 'test-results')
const logFile = path.join(results, 'server.log')
const own = ['--gallery', '--keep']
const passed = process.argv.slice(2).filter((argument) => !own.includes(argument))
const wants = (flag) => process.argv.includes(flag)

/** What has to be undone at the end, the last first. */
const cleanups = []
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void cleanUp().finally(() => process.exit(1)))
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await cleanUp()
}

async function main() {
  await ensureBuild()
  const chromium = await findChromium()
  console.log(`Chromium: ${chromium.executable}`)
  const platform = await startPlatform()
  const code = await runPlaywright(platform, chromium)
  if (code !== 0) showLog()
  if (wants('--keep')) {
    console.log(`Die Plattform läuft weiter: ${platform.origin} (Ende mit Strg-C)`)
    await once(platform.server, 'exit')
  }
  return code
}

async function cleanUp() {
  for (const undo of cleanups.splice(0).reverse()) {
    await undo().catch((error) => console.error(error))
  }
}

async function startPlatform() {
  fs.mkdirSync(results, { recursive: true })
  fs.rmSync(logFile, { force: true })
  const database = await freshDatabase()
  const env = { ...database, SEED: 'demo', CLOCK: '2026-11-27T08:00:00Z' }
  const platform = await aPlatform({ env, external: true, logFile })
  cleanups.push(() => platform.end())
  await platform.start().catch((error) => {
    showLog()
    throw error
  })
  return platform
}

/** On a server of somebody else the run gets a database of its own, which is dropped afterwards. */
async function freshDatabase() {
  const url = process.env.DATABASE_URL
  if (!url) return {}
  const name = `lernen25_e2e_${randomBytes(4).toString('hex')}`
  await connected(url, (client) => createDatabase(client, name, { german: true }))
  cleanups.push(() => connected(url, (client) => dropDatabase(client, name)))
  await createExtensions(urlOf(url, name))
  return { DATABASE_URL: urlOf(url, name), DATABASE_OWNER_URL: urlOf(url, name) }
}

function showLog() {
  if (!fs.existsSync(logFile)) return
  const lines = fs.readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-40)
  console.error(`--- ${path.relative(root, logFile)}, die letzten Zeilen\n${lines.join('\n')}`)
}

async function runPlaywright({ origin, dataDir }, { executable, env }) {
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const config = ['test', '--config', path.join(root, 'e2e', 'playwright.config.ts')]
  const child = spawn(process.execPath, [cli, ...config, ...projects(), ...passed], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      BASE_URL: origin,
      DATA_DIR: dataDir,
      CHROMIUM: executable,
      CHROMIUM_ENV: JSON.stringify(env),
    },
  })
  cleanups.push(async () => void child.kill())
  const [code] = await once(child, 'exit')
  return code ?? 1
}

function projects() {
  if (passed.some((argument) => argument.startsWith('--project'))) return []
  const names = wants('--gallery') ? ['gallery'] : ['ipad', 'phone', 'laptop']
  return names.map((name) => `--project=${name}`)
}
