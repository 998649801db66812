import type { Browser } from '@playwright/test'
import { takeAway } from './crash/outage.mjs'
import { aPlatform } from './platform.mjs'
import { DEMO_PASSWORD, expect, test } from './test.ts'

// A platform of its own, so that nobody else notices the database going away.
let platform: Awaited<ReturnType<typeof aPlatform>>

test.beforeAll(async () => {
  test.setTimeout(90_000)
  platform = await aPlatform({ env: { SEED: 'demo' } })
  await platform.start()
})

test.afterAll(() => platform.end())

async function statusOf(path: string): Promise<number> {
  const answer = await fetch(platform.origin + path).catch(() => null)
  return answer?.status ?? 0
}

async function signedIn(browser: Browser) {
  const context = await browser.newContext({ baseURL: platform.origin })
  const page = await context.newPage()
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').first().fill('meike.thomas@demo.lernen25.example')
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/heute/)
  return page
}

test('while the database is away people are told so in German, and afterwards everything goes on', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const page = await signedIn(browser)

  process.kill(platform.databasePid(), 'SIGKILL')
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
  expect(platform.server?.exitCode).toBeNull()
  expect(platform.server?.signalCode).toBeNull()

  // The session is still there: nobody signs in again because a database was restarted.
  await page.goto('/heute')
  await expect(page).toHaveURL(/heute/)
  await page.context().close()
})

test('who writes while the database is away keeps the words, and sends them once it is back', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const words = 'Geschrieben, während die Datenbank weg war.'
  const page = await signedIn(browser)
  await page.goto('/plg/ipads-mathematik-5-6/diskussion')
  await page.getByRole('link', { name: 'Bruchrechnen mit dem iPad' }).first().click()
  const field = page.getByLabel('Ihre Antwort')
  await field.fill(words)
  await expect(page.getByTestId('status-chip').first()).toContainText('Entwurf')

  const bringBack = await takeAway(platform)
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Ihr Text ist auf diesem Gerät' })
  await expect(alert).toBeVisible({ timeout: 5_500 })
  await expect(field).toHaveValue(words)

  bringBack()
  await expect.poll(() => statusOf('/readyz'), { timeout: 15_000 }).toBe(200)
  await page.getByRole('button', { name: 'erneut versuchen' }).click()
  await expect(page.getByRole('article').filter({ hasText: words })).toHaveCount(1)
  await expect(field).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('article').filter({ hasText: words })).toHaveCount(1)
  await page.context().close()
})
