// Roles, databases and extensions: what has to be there before the migrations can run.
// Used for the embedded PostgreSQL and for throw-away databases of tests.
import pg from 'pg'

/** All of them are "trusted": the owner of a database may create them as well. */
const EXTENSIONS = ['btree_gist', 'pg_trgm', 'unaccent', 'citext', 'pgcrypto']

/** The German sort order of the embedded PostgreSQL, also in fresh databases of another server. */
const GERMAN = `template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'
  locale_provider icu icu_locale 'de-DE'`

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function connected(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  // Without a listener a connection that breaks would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * @param {string} url
 * @param {string} database
 */
export function urlOf(url, database) {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/**
 * Creates a role that may log in and nothing else, or gives it this password.
 * @param {import('pg').Client} client
 * @param {string} name
 * @param {string} password
 */
export async function ensureRole(client, name, password) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  const verb = rowCount ? 'alter' : 'create'
  await client.query(
    `${verb} role ${pg.escapeIdentifier(name)} with login nosuperuser nocreatedb nocreaterole
     noreplication nobypassrls password ${pg.escapeLiteral(password)}`,
  )
}

/**
 * @param {import('pg').Client} client
 * @param {string} name
 * @param {{ owner?: string, german?: boolean }} [options]
 */
export async function createDatabase(client, name, { owner, german = false } = {}) {
  const statement = `create database ${pg.escapeIdentifier(name)}
    ${owner ? `owner ${pg.escapeIdentifier(owner)}` : ''}`
  if (!german) return client.query(statement)
  try {
    await client.query(`${statement} ${GERMAN}`)
  } catch (error) {
    // 0A000: this server was built without ICU. Its own order has to do.
    if (error.code !== '0A000') throw error
    await client.query(`${statement} template template0`)
  }
}

/**
 * @param {import('pg').Client} client
 * @param {string} name
 */
export async function dropDatabase(client, name) {
  await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
}

/** @param {string} url */
export function createExtensions(url) {
  const statements = EXTENSIONS.map((name) => `create extension if not exists ${name};`)
  return connected(url, (client) =>
    client.query(`set client_min_messages = warning; ${statements.join('\n')}`),
  )
}

/**
 * Prepares the embedded server: the owner runs the migrations, the application gets what the
 * migrations grant it. So append-only tables and row security hold against the application too.
 * @param {{ superUrl: (database?: string) => string, database: string,
 *   owner: { name: string, password: string }, app: { name: string, password: string } }} options
 */
export async function prepareServer({ superUrl, database, owner, app }) {
  await connected(superUrl(), async (client) => {
    await ensureRole(client, owner.name, owner.password)
    await ensureRole(client, app.name, app.password)
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (!found.rowCount) await createDatabase(client, database, { owner: owner.name })
    await client.query(`revoke all on database ${pg.escapeIdentifier(database)} from public`)
    await client.query(
      `grant connect, temporary on database ${pg.escapeIdentifier(database)}
       to ${pg.escapeIdentifier(app.name)}`,
    )
  })
  await createExtensions(superUrl(database))
}
