import type { Browser, Page } from '@playwright/test'
import { connected } from '../db/prepare.mjs'
import { aPlatform } from './platform.mjs'
import {
  addressOf,
  DEMO_PASSWORD,
  type DemoPerson,
  expect,
  expectAccessible,
  test,
} from './test.ts'

const ADDRESS = '/medialab/workshops/1-calliope-im-sachunterricht'
const FEED = '/medialab/workshops/kalender.ics'

// A platform of its own: its clock is moved by starting it anew.
let platform: Awaited<ReturnType<typeof aPlatform>>

test.beforeAll(async () => {
  test.setTimeout(90_000)
  const { CHROMIUM = '', CHROMIUM_ENV = '{}' } = process.env
  const printer = { CHROMIUM_PATH: CHROMIUM, ...(JSON.parse(CHROMIUM_ENV) as object) }
  platform = await aPlatform({ env: { SEED: 'demo', CLOCK: '2026-11-27T08:00:00Z', ...printer } })
  await platform.start()
})

test.afterAll(() => platform.end())

/** What is due is looked for once a minute; here at once. */
const lookForDueWork = () =>
  connected(platform.ownerUrl(), (client) =>
    client.query(`select graphile_worker.add_job('everyMinute')`),
  )

const PHONE = { viewport: { width: 390, height: 844 } }

async function signedIn(browser: Browser, person: DemoPerson, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: platform.origin, ...options })
  const page = await context.newPage()
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').first().fill(addressOf(person))
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/heute|willkommen/)
  return page
}

const place = (page: Page) => page.getByRole('region', { name: 'Ihr Platz' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Goes to the page until it says so; what is due is looked for every time. */
async function expectPlace(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await lookForDueWork()
    await page.goto(ADDRESS)
    await expect(place(page)).toContainText(words, { timeout: 2_000 })
  }).toPass({ timeout: 45_000 })
}

test('booked out, a line, a seat that goes on at noon, who was there, a paper, material @laptop', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  // Sessions do not outlast the jumps of the clock.
  const bothSignedIn = () =>
    Promise.all([signedIn(browser, 'julia.brandt', PHONE), signedIn(browser, 'ruth.lang')])
  let [julia, ruth] = await bothSignedIn()
  const guest = await (await browser.newContext({ baseURL: platform.origin })).newPage()

  await test.step('the public sees that it is full, and nobody by name', async () => {
    await guest.goto(ADDRESS)
    await expect(guest.locator('main')).toContainText('Ausgebucht')
    await expect(guest.locator('main')).toContainText('0 von 12 Plätzen frei')
    await expect(guest.locator('main')).not.toContainText(/Demir|Thomas|Krüger/)
    await expectAccessible(guest)
    const calendar = await guest.request.get(FEED)
    expect(await calendar.text()).toContain('Calliope im Sachunterricht')
  })

  await test.step('two wait, first come first', async () => {
    await ruth.goto(ADDRESS)
    await press(ruth, 'Auf die Warteliste')
    await expect(place(ruth)).toContainText('Warteliste: Platz 1')
    await julia.goto(ADDRESS)
    await press(julia, 'Auf die Warteliste')
    await expect(place(julia)).toContainText('Warteliste: Platz 2')
    await expectAccessible(julia)
  })

  await test.step('somebody gives up a seat; what is not taken goes on at noon of the next school day', async () => {
    const orhan = await signedIn(browser, 'orhan.demir')
    await orhan.goto(ADDRESS)
    await press(orhan, 'Platz abgeben')
    await expect(orhan.getByText('Sie sind abgemeldet.')).toBeVisible()
    await expectPlace(ruth, 'Montag, 30. November 2026, 12:00 Uhr')
    await julia.goto(ADDRESS)
    await expect(place(julia)).toContainText('Warteliste: Platz 1')
  })

  await platform.goOnAt('2026-11-30T11:00:30Z')
  ;[julia, ruth] = await bothSignedIn()
  await test.step('the next one has the bell, and takes it', async () => {
    await expectPlace(julia, 'Dienstag, 1. Dezember 2026, 12:00 Uhr')
    await expectPlace(ruth, 'Die Frist für Ihren Platz ist abgelaufen.')
    await expect(async () => {
      await julia.goto('/benachrichtigungen')
      await expect(julia.locator('main')).toContainText(
        'Ein Platz ist frei: „Calliope im Sachunterricht“. Bitte bis Di 01.12.2026, 12:00 Uhr',
        { timeout: 1_000 },
      )
    }).toPass()
    await julia.goto(ADDRESS)
    await press(julia, 'Platz annehmen')
    await expect(place(julia)).toContainText('Sie haben einen Platz.')
    await guest.goto(ADDRESS)
    await expect(guest.locator('main')).toContainText('0 von 12 Plätzen frei')
    const early = await julia.request.get(`${ADDRESS}/bescheinigung`)
    expect(early.status()).toBe(404)
  })

  await platform.goOnAt('2026-12-11T08:00:00Z')
  ;[julia, ruth] = await bothSignedIn()
  const sabine = await signedIn(browser, 'sabine.krueger')
  await test.step('afterwards the SMZ ticks who was there, and publishes material', async () => {
    await sabine.goto(`${ADDRESS}/teilnahme`)
    await expect(sabine.getByRole('button', { name: 'Teilnahmeliste drucken' })).toBeVisible()
    await sabine.getByLabel(/Julia Brandt/).check()
    await press(sabine, 'Anwesenheit speichern')
    await expect(sabine.getByText('Die Anwesenheit ist gespeichert.')).toBeVisible()
    await expect(sabine.getByLabel(/Julia Brandt/)).toBeChecked()
    await expectAccessible(sabine)
    await sabine.goto(ADDRESS)
    await sabine.getByLabel('Titel des Materials').fill('Schaltplan Würfel')
    await sabine.getByLabel('Adresse').fill('https://material.example/wuerfel')
    await press(sabine, 'Material veröffentlichen')
    await expect(sabine.getByRole('link', { name: 'Schaltplan Würfel' })).toBeVisible()
  })

  await test.step('who was there has it on paper, and everybody finds the material', async () => {
    await julia.goto(ADDRESS)
    await julia.getByRole('link', { name: 'Teilnahmebescheinigung' }).click()
    await expect(julia.locator('main')).toContainText('Julia Brandt hat teilgenommen')
    const paper = await julia.request.get(`${ADDRESS}/bescheinigung/pdf`)
    expect(paper.headers()['content-type']).toContain('application/pdf')
    const absent = await ruth.request.get(`${ADDRESS}/bescheinigung`)
    expect(absent.status()).toBe(404)
    await guest.goto('/suche?q=schaltplan')
    await guest.getByRole('link', { name: /Calliope im Sachunterricht/ }).click()
    await expect(guest.getByRole('link', { name: 'Schaltplan Würfel' })).toBeVisible()
  })
})
