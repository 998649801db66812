// The built platform with the invented city in a data folder of its own, and who is signed in there.
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { startPostgres } from '../../server/pg.mjs'
import { aPlatform, root } from '../platform.mjs'
import { cpuOf } from './process-tree.mjs'

const HOUR = 60 * 60_000

/**
 * A platform with the city, not started yet.
 *
 * @param {{ scale?: number, logFile?: string }} [options]
 */
export async function aCity({ scale = 1, logFile } = {}) {
  // Nothing of the demonstration: the bench measures what a live instance does, short of https.
  const platform = await aPlatform({ env: { SEED: 'none', LOG_LEVEL: 'warn', CLOCK: '' }, logFile })
  const cli = path.join(root, 'server', 'cli.mjs')
  const args = [cli, 'demo:city', '--scale', String(scale)]
  try {
    await promisify(execFile)(process.execPath, args, { env: platform.env, cwd: root })
  } catch (error) {
    await platform.end()
    throw new Error(`Die Stadt entsteht nicht: ${error.stdout ?? ''}${error.stderr ?? error}`)
  }
  return platform
}

/** The processes whose CPU counts: the server with all below it, and PostgreSQL. */
export const rootsOf = (platform) => [platform.server.pid, platform.databasePid()]

/** Milliseconds of CPU used so far: by all, and by PostgreSQL alone. */
export function cpuSoFar(platform) {
  return { all: cpuOf(rootsOf(platform)), database: cpuOf([platform.databasePid()]) }
}

/** What was used since `before`, for each of `count`, less what lines that only wait would have used. */
export function cpuSince(platform, before, count, idle = 0) {
  const { all, database } = cpuSoFar(platform)
  return { all: (all - before.all - idle) / count, database: (database - before.database) / count }
}

/** Runs a query on the database of a started platform. */
export async function ask(platform, question, values = []) {
  platform.client ??= await connect(platform)
  const { rows } = await platform.client.query(question, values)
  return rows
}

async function connect(platform) {
  const dataDir = path.join(platform.dataDir, 'pg17')
  const { ownerUrl } = await startPostgres({ dataDir, share: true })
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** To be called before the platform stops: its database waits for nobody. */
export async function hangUp(platform) {
  await platform.client?.end().catch(() => {})
  platform.client = null
}

/** Waits until nothing is left of what the commands have put into the queue. */
export async function untilQueueIsEmpty(platform) {
  for (const start = Date.now(); Date.now() - start < 60_000; await sleep(100)) {
    const [{ waiting }] = await ask(
      platform,
      'select count(*)::int as waiting from graphile_worker.jobs where run_at <= now()',
    )
    if (waiting === 0) return
  }
  throw new Error('Die Aufträge werden nach 60 s nicht fertig.')
}

/**
 * Signs persons in by rows in the table of sessions, as server/auth/ writes them: a session of its
 * own for everybody, so that the limits for one session stay on.
 *
 * @returns {Promise<string[]>} their cookies, in the order of `personIds`
 */
export async function signIn(platform, personIds) {
  const tokens = personIds.map(() => randomBytes(32).toString('base64url'))
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'))
  const now = Date.now()
  await ask(
    platform,
    `insert into sessions (id, person_id, created_at, expires_at, ends_at, is_office)
     select id, person_id, $3, $4, $5, false from unnest($1::text[], $2::uuid[]) as s (id, person_id)`,
    [hashes, personIds, new Date(now), new Date(now + 8 * HOUR), new Date(now + 7 * 24 * HOUR)],
  )
  return tokens.map((token) => `session=${token}`)
}

/** The two PLGs that the bench knows, with their members (guests last): all persons, and the 200. */
export async function largePlgs(platform) {
  const rows = await ask(
    platform,
    `select plgs.slug, plgs.id, array_agg(m.person_id order by m.role = 'guest', m.person_id) as members
     from plgs join plg_members m on m.plg_id = plgs.id and m.state = 'active'
     where slug in ('alle-zusammen', 'grosses-netz') group by plgs.id`,
  )
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  return { everybody: bySlug.get('alle-zusammen'), twoHundred: bySlug.get('grosses-netz') }
}

/** What the seed of the city calls the document of 300,000 characters. */
export const BOOK = 'Handbuch der Erprobungen'

/** A topic of a PLG by its number. @returns its id and its address */
export async function topicOf(platform, plg, number, cookie) {
  const [{ id }] = await ask(platform, 'select id from topics where plg_id = $1 and number = $2', [
    plg.id,
    number,
  ])
  const place = `/plg/${plg.slug}/diskussion/${number}`
  return { id, path: await pathOf(platform, place, cookie) }
}

/** A document of a PLG: the one of this title, or the first. @returns its id and its address */
export async function documentOf(platform, plg, title, cookie) {
  const [{ id, number }] = await ask(
    platform,
    `select id, number from documents where plg_id = $1 and ($2::text is null or title = $2)
     order by number`,
    [plg.id, title],
  )
  const place = `/plg/${plg.slug}/dokumente/${number}`
  return { id, path: await pathOf(platform, place, cookie) }
}

/** Where an address without its words leads. */
export async function pathOf({ origin }, place, cookie) {
  let address = origin + place
  for (let hops = 0; hops < 4; hops++) {
    const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' })
    await answer.text()
    const to = answer.headers.get('location')
    if (!to) break
    address = new URL(to, address).href
  }
  return new URL(address).pathname
}
