// The operator's commands, e.g. `npm run schools:import -- schools.csv --dry-run`. They work while
// the platform runs (on its database) and while it does not (then the database is started for them).
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checkNode, ensureBuild, ensurePackages } from './bootstrap.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
process.env.NODE_ENV = 'production'

checkNode()
await ensurePackages()
await ensureBuild()
process.exit(await runCommand())

async function runCommand() {
  let postgres = null
  try {
    const build = await import(pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href)
    const settings = build.entry.module.readSettings()
    if (!settings.databaseUrl) postgres = await openDatabase(settings)
    return await build.entry.module.runCommand(process.argv.slice(2))
  } catch (error) {
    const expected = ['SettingsError', 'PostgresHeldError'].includes(error?.name)
    console.error(expected ? error.message : error)
    return 1
  } finally {
    await postgres?.stop()
  }
}

async function openDatabase(settings) {
  const { startPostgres } = await import('./pg.mjs')
  const dataDir = path.resolve(root, settings.dataDir, 'pg17')
  const postgres = await startPostgres({ dataDir, share: true })
  process.env.DATABASE_URL = postgres.url
  process.env.DATABASE_OWNER_URL = postgres.ownerUrl
  process.env.LERNEN25_EMBEDDED = '1'
  return postgres
}
