// Writes db/types.ts from a freshly migrated database. `--verify` only says whether it is up to date.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { startPostgres } from '../server/pg.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lernen25-types-'))
const postgres = await startPostgres({ dataDir: path.join(folder, 'pg17'), durable: false })
try {
  await migrate()
  process.exitCode = await generate()
  if (process.exitCode !== 0 && process.argv.includes('--verify')) {
    console.error('db/types.ts is not what the migrations make: run `npm run db:types`.')
  }
} finally {
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}

/** The migrations are found by import.meta.glob, so they are loaded by Vite, without its plugins. */
async function migrate() {
  const vite = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  })
  try {
    const { migrateToLatest } = await vite.ssrLoadModule('/db/migrate.ts')
    await migrateToLatest({ url: postgres.ownerUrl, appRole: 'lernen25_app' })
  } finally {
    await vite.close()
  }
}

async function generate() {
  const bin = path.join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
  const options = ['--dialect', 'postgres', '--camel-case', '--url', postgres.ownerUrl]
  const scope = ['--include-pattern', 'public.*', '--exclude-pattern', '*.kysely_migration*']
  // As db/client.ts reads them: whole numbers as numbers, calendar days as text.
  const parsers = ['--date-parser', 'string', '--type-mapping', '{"int8":"number"}']
  const out = ['--out-file', path.join(root, 'db', 'types.ts'), '--log-level', 'error']
  const verify = process.argv.includes('--verify') ? ['--verify'] : []
  const all = [bin, ...options, ...scope, ...parsers, ...out, ...verify]
  const child = spawn(process.execPath, all, { cwd: root, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code ?? 1
}
