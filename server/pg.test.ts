import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connected } from '../db/prepare.mjs'
import { identityOf } from './lock.mjs'
import { startPostgres } from './pg.mjs'

const supervisor = fileURLToPath(new URL('pg.mjs', import.meta.url))
const children: ChildProcess[] = []
let folder = ''

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lernen25-pg-'))
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  // The leashes stop their servers now; opening each folder once more waits for that.
  for (const name of fs.readdirSync(folder).filter((entry) => entry.endsWith('.running.json'))) {
    const server = await startPostgres({ dataDir: dataDirOf(name.split('.')[0] ?? '') })
    await server.stop()
  }
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
})

const dataDirOf = (name: string) => path.join(folder, name)

/** Another Node process that starts the server of this folder, and the first line it says. */
function holder(dataDir: string) {
  const script = `
    const { startPostgres } = await import(process.argv[1])
    try {
      const server = await startPostgres({ dataDir: process.argv[2], durable: false, waitMs: 200 })
      console.log(JSON.stringify({ pid: server.pid, url: server.url }))
      setInterval(() => {}, 1000)
    } catch (error) {
      console.log(JSON.stringify({ error: error.name }))
    }`
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, supervisor, dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  const first = once(createInterface(child.stdout), 'line').then(
    ([line]) => JSON.parse(String(line)) as { pid?: number; url?: string; error?: string },
  )
  return { child, first }
}

async function kill(child: ChildProcess) {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

test('the application is neither superuser nor owner, the folder is private', async () => {
  const dataDir = dataDirOf('roles')
  const server = await startPostgres({ dataDir, durable: false })
  const roles = await connected(server.url, (client) =>
    client.query<{ rolname: string; rights: boolean; owns: boolean }>(
      `select rolname, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as rights,
         oid = (select datdba from pg_database where datname = current_database()) as owns
       from pg_roles where rolname like 'lernen25%' order by rolname`,
    ),
  )
  expect(roles.rows).toEqual([
    { rolname: 'lernen25_app', rights: false, owns: false },
    { rolname: 'lernen25_owner', rights: false, owns: true },
  ])
  const refused = connected(server.url, (client) => client.query('create table secret ()'))
  await expect(refused).rejects.toThrow(/permission denied/)
  const sorted = await connected(server.ownerUrl, (client) =>
    client.query(`select string_agg(x, ' ' order by x) as line
                  from unnest('{Zebra,Äpfel,Ofen,Apfel}'::text[]) x`),
  )
  expect(sorted.rows).toEqual([{ line: 'Apfel Äpfel Ofen Zebra' }])
  expect(fs.statSync(dataDir).mode & 0o077).toBe(0)
  expect(fs.statSync(`${dataDir}.secrets.json`).mode & 0o077).toBe(0)
  await server.stop()
  expect(identityOf(server.pid)).toBeNull()
})

test('after kill -9 of its process the server ends, and a new start at once works', async () => {
  const dataDir = dataDirOf('killed')
  const before = holder(dataDir)
  const { pid = 0, url = '' } = await before.first
  await connected(url, (client) => client.query('select 1'))
  await kill(before.child)
  const server = await startPostgres({ dataDir, durable: false })
  expect(server.adopted).toBe(false)
  expect(identityOf(pid)).toBeNull()
  await connected(server.url, (client) => client.query('select 1'))
  await server.stop()
})

test('without a new start no server stays behind either', async () => {
  const orphan = holder(dataDirOf('killed'))
  const { pid = 0 } = await orphan.first
  await kill(orphan.child)
  for (let i = 0; i < 100 && identityOf(pid); i++) await sleep(50)
  expect(identityOf(pid)).toBeNull()
})

test('of two that start at once one wins, the other is refused; a command may share', async () => {
  const dataDir = dataDirOf('race')
  const both = [holder(dataDir), holder(dataDir)]
  const answers = await Promise.all(both.map(({ first }) => first))
  expect(answers.filter(({ url }) => url)).toHaveLength(1)
  expect(answers.filter(({ error }) => error === 'PostgresHeldError')).toHaveLength(1)
  const shared = await startPostgres({ dataDir, share: true })
  expect(shared.adopted).toBe(true)
  await shared.stop()
  await connected(shared.url, (client) => client.query('select 1'))
})

test('a server that dies is started again on the same port', async () => {
  const server = await startPostgres({ dataDir: dataDirOf('roles'), durable: false })
  const { pid } = server
  process.kill(pid, 'SIGKILL')
  for (let i = 0; i < 200 && (server.pid === pid || !identityOf(server.pid)); i++) await sleep(50)
  await connected(server.url, (client) => client.query('select 1'))
  expect(server.pid).not.toBe(pid)
  await server.stop()
})

test('killed while the folder is made, nothing half-made is taken for finished', async () => {
  const dataDir = dataDirOf('early')
  const { child } = holder(dataDir)
  const half = () => fs.readdirSync(folder).find((name) => name.startsWith('early.new'))
  for (let i = 0; i < 400 && !half(); i++) await sleep(10)
  await sleep(150)
  expect(half()).toBeDefined()
  await kill(child)
  expect(fs.existsSync(dataDir)).toBe(false)
  const server = await startPostgres({ dataDir, durable: false })
  await connected(server.url, (client) => client.query('select 1'))
  await server.stop()
  expect(half()).toBeUndefined()
})
