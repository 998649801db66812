import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_PASSWORD, expect, test } from './test.ts'

// A platform of its own, so that nobody else notices the database going away.
let server: ChildProcess
let dataDir = ''
let origin = ''

test.beforeAll(async () => {
  test.setTimeout(90_000)
  dataDir = mkdtempSync(join(tmpdir(), 'lernen25-away-'))
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  origin = `http://localhost:${port}`
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...rest } = process.env
  const env = { ...rest, PORT: String(port), ORIGIN: origin, DATA_DIR: dataDir, SEED: 'demo' }
  server = spawn(process.execPath, ['server/main.mjs'], { env, stdio: 'ignore', detached: true })
  await expect.poll(() => statusOf('/readyz'), { timeout: 60_000, intervals: [200] }).toBe(200)
})

test.afterAll(async () => {
  if (server.exitCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

async function statusOf(path: string): Promise<number> {
  const answer = await fetch(origin + path).catch(() => null)
  return answer?.status ?? 0
}

function killDatabase(): void {
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'pg17.running.json'), 'utf8')) as {
    pid: number
  }
  process.kill(pid, 'SIGKILL')
}

test('while the database is away people are told so in German, and afterwards everything goes on', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').first().fill('meike.thomas@demo.lernen25.example')
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/heute/)

  const pid = server.pid
  killDatabase()
  const seen = new Set<number>()
  for (const start = Date.now(); Date.now() - start < 15_000;) {
    const asked = Date.now()
    seen.add(await statusOf('/schulen'))
    expect(Date.now() - asked).toBeLessThan(5_500)
    expect(await statusOf('/healthz')).toBe(200)
    if ((await statusOf('/readyz')) === 200 && seen.has(503)) break
  }
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([])
  await expect.poll(() => statusOf('/readyz'), { timeout: 15_000 }).toBe(200)
  expect(server.pid).toBe(pid)
  expect(server.exitCode).toBeNull()

  // The session is still there: nobody signs in again because a database was restarted.
  await page.goto('/heute')
  await expect(page).toHaveURL(/heute/)
  await context.close()
})
