import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../server/pg.mjs'
import { migrateToLatest } from './migrate.ts'
import { type AsNew, keepFirstRows, lookOf } from './testing-again.ts'
import {
  connected,
  createDatabase,
  createExtensions,
  dropDatabase,
  ensureRole,
  urlOf,
} from './prepare.mjs'

/** What the workers need in order to clone the migrated template. */
export type TestServer = {
  /** may create databases */
  adminUrl: string
  /** owns them */
  ownerUrl: string
  /** what the application under test uses */
  appUrl: string
  template: string
  asNew: AsNew
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

type Server = Omit<TestServer, 'template' | 'asNew'> & { close: () => Promise<void> }

/** Once per run: a server, and on it one migrated database that each test file clones. */
export default async function setup(project: TestProject) {
  const external = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL
  const { close, ...server } = external ? await useServer(external) : await startServer()
  const template = `lernen25_test_${randomBytes(4).toString('hex')}`
  const teardown = async () => {
    await connected(server.adminUrl, (client) => dropAll(client, template))
    await close()
  }
  let asNew: AsNew
  try {
    const [owner, appRole] = [roleOf(server.ownerUrl), roleOf(server.appUrl)]
    await connected(server.adminUrl, (client) =>
      createDatabase(client, template, { owner, german: true }),
    )
    await createExtensions(urlOf(server.adminUrl, template))
    await migrateToLatest({
      url: urlOf(server.ownerUrl, template),
      ...(appRole === owner ? {} : { appRole }),
    })
    asNew = await connected(urlOf(server.adminUrl, template), async (client) => {
      await keepFirstRows(client)
      return lookOf(client)
    })
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('testServer', { ...server, template, asNew })
  return teardown
}

/** The template and what processes had kept for a next file. */
async function dropAll(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where starts_with(datname, $1)`,
    [template],
  )
  for (const { datname } of rows) await dropDatabase(client, datname)
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username)

async function startServer(): Promise<Server> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lernen25-test-'))
  const postgres = await startPostgres({
    dataDir: path.join(folder, 'pg17'),
    durable: false,
    settings: { max_connections: 100 },
  })
  return {
    adminUrl: postgres.superUrl(),
    ownerUrl: postgres.ownerUrl,
    appUrl: postgres.url,
    close: async () => {
      await postgres.stop()
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** On a server of somebody else: an own role for the application where that is allowed. */
async function useServer(url: string): Promise<Server> {
  const name = `lernen25_test_app_${randomBytes(4).toString('hex')}`
  const password = randomBytes(16).toString('hex')
  const mayCreateRoles = await connected(url, async (client) => {
    const { rows } = await client.query<{ allowed: boolean }>(
      'select rolsuper or rolcreaterole as allowed from pg_roles where rolname = current_user',
    )
    if (!rows[0]?.allowed) return false
    await ensureRole(client, name, password)
    return true
  })
  if (!mayCreateRoles) return { adminUrl: url, ownerUrl: url, appUrl: url, close: async () => {} }
  const appUrl = new URL(url)
  appUrl.username = name
  appUrl.password = password
  const close = () =>
    connected(url, async (client) => void (await client.query(`drop role ${name}`)))
  return { adminUrl: url, ownerUrl: url, appUrl: appUrl.href, close }
}
