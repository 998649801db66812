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

const APP = '/software/buchwerk'
const ASKED = `${APP}?jahrgang=6&geraet=school_shared_at_school`
const SCHOOL = '/schulen/gesamtschule-rheinblick/software'
const GRACE = 'Bis zur neuen Entscheidung bitte nichts Neues hochladen.'
const OWN_LINE = 'Bücher bleiben in der Klasse.'

// A platform of its own: its clock is moved by starting it anew.
let platform: Awaited<ReturnType<typeof aPlatform>>

test.beforeAll(async () => {
  test.setTimeout(90_000)
  const { CHROMIUM = '', CHROMIUM_ENV = '{}' } = process.env
  const printer = { CHROMIUM_PATH: CHROMIUM, ...(JSON.parse(CHROMIUM_ENV) as object) }
  platform = await aPlatform({ env: { SEED: 'demo', CLOCK: '2026-10-01T08:00:00Z', ...printer } })
  await platform.start()
})

test.afterAll(() => platform.end())

const asOwner = <T>(statement: string): Promise<T[]> =>
  connected(platform.ownerUrl(), async (client) => (await client.query(statement)).rows as T[])

/** What is due is looked for once a minute; here at once. */
const lookForDueWork = () => asOwner(`select graphile_worker.add_job('everyMinute')`)

async function signedIn(browser: Browser, person: DemoPerson): Promise<Page> {
  const page = await visitor(browser)
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').first().fill(addressOf(person))
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/heute/)
  return page
}

async function visitor(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: platform.origin })
  return context.newPage()
}

const answer = (page: Page) => page.getByRole('region', { name: 'Antwort', exact: true })

async function expectCard(page: Page, ...words: string[]): Promise<void> {
  await page.goto('/software?q=Buchwerk')
  const card = page.getByRole('article').filter({ hasText: 'Buchwerk' }).first()
  for (const word of words) await expect(card).toContainText(word)
}

async function expectNews(page: Page, sentence: string): Promise<void> {
  await expect(async () => {
    await page.goto('/benachrichtigungen')
    await expect(page.locator('main')).toContainText(sentence, { timeout: 1_000 })
  }).toPass()
}

test('an app expires, two officers look at it again, one signs with conditions, the school confirms @laptop', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const guest = await visitor(browser)

  await test.step('thirty days before, it is released and people are reminded', async () => {
    await lookForDueWork()
    await expectCard(guest, 'Mit Auflagen freigegeben', 'gültig bis 31.10.2026')
    await guest.goto(ASKED)
    await expect(answer(guest)).toContainText('Ja, wenn Sie die Auflagen einhalten.')
    const petra = await signedIn(browser, 'petra.wolff')
    await expectNews(petra, 'Die Freigabe von „Buchwerk“ endet am 31.10.2026.')
    await petra.context().close()
  })

  await platform.goOnAt('2026-11-27T08:00:00Z')
  await asOwner(`insert into memberships (person_id, organisation_id, role, state, valid_from)
    select p.id, m.organisation_id, m.role, m.state, m.valid_from from memberships m, persons p
    where m.role = 'school_dpo' and p.email = '${addressOf('nadja.petrovic')}'`)
  await lookForDueWork()
  const [petra, sabine, jens, nadja] = (await Promise.all(
    (['petra.wolff', 'sabine.krueger', 'jens.albrecht', 'nadja.petrovic'] as const).map((who) =>
      signedIn(browser, who),
    ),
  )) as [Page, Page, Page, Page]

  await test.step('afterwards every page says so, and whether one may go on', async () => {
    await expectCard(guest, 'Abgelaufen am 31.10.2026')
    await guest.goto(ASKED)
    await expect(answer(guest)).toContainText('Die Freigabe ist abgelaufen.')
    await expect(answer(guest)).toContainText(GRACE)
    const verdict = guest.getByRole('region', { name: 'Darf man das nutzen?' })
    await expect(verdict).toContainText('Abgelaufen am 31.10.2026')
    await expect(verdict).toContainText(GRACE)
    await expect(petra.locator('main')).toContainText('Nutzung überprüfen')
    await petra.goto(SCHOOL)
    await expect(rowOf(petra)).toContainText('Abgelaufen am 31.10.2026')
    await expect(rowOf(petra)).toContainText('Nutzung überprüfen')
    await expectNews(petra, 'Die Freigabe von „Buchwerk“ ist abgelaufen.')
  })

  await test.step('what the maker has changed stands in the directory; the SMZ hands the case on', async () => {
    await changeFacts(sabine)
    await sabine.goto('/moderation/freigaben')
    await sabine.getByRole('link', { name: 'Buchwerk' }).click()
    await sabine.getByRole('button', { name: 'An Prüfstelle geben' }).click()
    await expect(sabine.getByText('liegt jetzt bei der Prüfstelle').first()).toBeVisible()
  })

  await test.step('the officer finds the row, and what has changed', async () => {
    await jens.goto('/konto/darstellung')
    await jens
      .getByRole('group', { name: 'Zifferntasten' })
      .getByText('An', { exact: true })
      .click()
    await jens.getByRole('button', { name: 'Darstellung speichern' }).click()
    await expect(jens.getByText('Die Darstellung ist gespeichert.')).toBeVisible()
    await jens.goto('/pruefstelle?stand=expired')
    await expect(rowOf(jens)).toContainText('27 Tage')
    await rowOf(jens).getByRole('link', { name: 'Buchwerk' }).click()
    await expect(jens.locator('main')).toContainText('Freigabe abgelaufen am 31.10.2026')
    await expect(jens.locator('main')).toContainText('3 von 4 Angaben haben sich geändert.')
    await expect(jens.locator('main')).toContainText('Damals: Keine Bedenken')
    await expect(changeOf(jens, 'Serverstandort')).toContainText('Irland und USA')
    await expect(changeOf(jens, 'Unterauftragnehmer')).toContainText('neu: Wolkenlager')
    await expect(changeOf(jens, 'Konto für Lernende')).not.toContainText('geändert:')
  })
  const path = new URL(jens.url()).pathname
  await nadja.goto(path)
  await expect(nadja.getByLabel('Begründung')).toBeVisible()

  await test.step('nine keys answer nine points, and the colleague sees them without loading', async () => {
    await expect(jens.getByText('Zifferntasten: 1 Erfüllt')).toBeVisible()
    for (const key of '111121111') await jens.keyboard.press(key)
    const transfer = jens.locator('[data-point=C14]')
    await transfer.getByText('Anmerkung', { exact: true }).click()
    await transfer.getByLabel('Anmerkung zu C14').fill('Standardvertragsklauseln liegen vor.')
    await jens.getByRole('button', { name: 'Prüfpunkte sichern' }).click()
    await expect(jens.getByText('9 von 35 beantwortet')).toBeVisible()
    await expect(nadja.getByText('9 von 35 beantwortet')).toBeVisible()
    await expect(nadja.locator('[data-point=C14]').getByLabel('Teilweise')).toBeChecked()
  })

  await test.step('what somebody types is not moved by a draft of the other, nor lost', async () => {
    await nadja.getByLabel('Begründung').fill('Mein eigener Satz dazu.')
    await jens.getByText('Nicht freigeben', { exact: true }).click()
    await jens.getByRole('button', { name: 'Entscheidung veröffentlichen' }).click()
    const summary = jens.getByRole('alert').filter({ hasText: 'stattdessen nutzen können' })
    await expect(summary).toContainText('Bitte begründen Sie die Entscheidung')
    await jens.getByText('Mit Auflagen freigeben', { exact: true }).click()
    await jens.getByLabel('Keine Fotos von Kindern hochladen.').check()
    await jens.getByLabel('Eigene Auflagen').fill(OWN_LINE)
    await jens.getByLabel('Gültig bis').fill('2027-07-31')
    await jens.getByLabel('Begründung').fill('Mit Klassenkonto und ohne Fotos vertretbar.')
    await jens.getByRole('button', { name: 'Entwurf sichern' }).click()
    await expect(jens.getByText('Entwurf von Jens Albrecht')).toBeVisible()
    await expect(nadja.getByText('Inzwischen hat jemand hier etwas gesichert.')).toBeVisible()
    await expect(nadja.getByLabel('Begründung')).toHaveValue('Mein eigener Satz dazu.')
    await nadja.getByRole('button', { name: 'Entwurf sichern' }).click()
    await expect(
      nadja.getByText('Jens Albrecht hat den Entwurf inzwischen geändert').first(),
    ).toBeVisible()
    await expect(nadja.getByLabel('Begründung')).toHaveValue('Mein eigener Satz dazu.')
    await expectAccessible(jens)
  })

  await test.step('both read what follows; of two signatures at once one counts', async () => {
    await jens.getByRole('button', { name: 'Entscheidung veröffentlichen' }).click()
    await expect(jens.locator('main')).toContainText(
      /\d+ Schulen nutzen die App, \d+ Personen erhalten eine Nachricht/,
    )
    await nadja.goto(`${path}/unterschreiben`)
    await expect(nadja.locator('main')).toContainText(OWN_LINE)
    const sign = (page: Page) =>
      page.getByRole('button', { name: 'Unterschreiben und veröffentlichen' }).click()
    await Promise.allSettled([sign(jens), sign(nadja)])
    const done = (page: Page) => page.getByText('Die Entscheidung ist veröffentlicht.')
    const late = (page: Page) => page.getByText(/[Dd]arüber (hat|ist) inzwischen/).first()
    for (const page of [jens, nadja]) await expect(done(page).or(late(page)).first()).toBeVisible()
    const winners = [await done(jens).count(), await done(nadja).count()]
    expect(winners.toSorted()).toEqual([0, 1])
    const opinions = await asOwner(`select 1 from opinions where given_at::date = '2026-11-27'`)
    expect(opinions).toHaveLength(1)
    // Without scripts the form is gone by then: the sentence is there, and what was written.
    const tooLate = await nadja.request.post(path, {
      form: { intent: 'draft', version: '1', reasoning: 'Meine Begründung kommt zu spät.' },
      headers: { Origin: platform.origin },
    })
    expect(await tooLate.text()).toMatch(
      /inzwischen schon jemand[^]*Meine Begründung kommt zu spät/,
    )
    const file = await jens.request.get(`${path}/pdf`)
    expect(file.headers()['content-type']).toContain('application/pdf')
  })

  await test.step('every page says the new, and the school confirms', async () => {
    await expectCard(
      guest,
      ...['Mit Auflagen freigegeben', 'gültig bis 31.07.2027', OWN_LINE],
      'Keine Fotos von Kindern hochladen.',
    )
    const status = await guest.request.get(`${APP}/status.json`)
    expect(await status.text()).toContain('approved_with_conditions')
    await expectNews(petra, '„Buchwerk“ ist freigegeben. Bitte prüfen Sie die Nutzung')
    await petra.goto(SCHOOL)
    await expect(rowOf(petra)).toContainText('Nutzung überprüfen')
    await rowOf(petra).getByRole('link', { name: 'Buchwerk' }).click()
    await petra.getByLabel('Keine Fotos von Kindern hochladen.').check()
    await petra.getByLabel(OWN_LINE).check()
    await petra.getByRole('button', { name: /^Entscheidung eintragen/ }).click()
    await expect(petra.getByText('Die Entscheidung Ihrer Schule ist eingetragen.')).toBeVisible()
    await petra.goto(SCHOOL)
    await expect(rowOf(petra)).toContainText('gültig bis 31.07.2027')
    await expect(rowOf(petra)).not.toContainText('Nutzung überprüfen')
  })

  await test.step('digits decide about duplicates too, but for nobody who has not switched them on', async () => {
    await sabine.goto('/software/dubletten')
    await sabine
      .getByRole('link', { name: /^Vergleichen/ })
      .first()
      .click()
    await expect(sabine.getByRole('heading', { name: 'Zwei Einträge, eine App?' })).toBeVisible()
    await sabine.keyboard.press('2')
    const look = (await jens.context().cookies()).filter(({ name }) => name === 'darstellung')
    await sabine.context().addCookies(look)
    await sabine.reload()
    const apart = sabine.getByRole('button', { name: 'Keine Dublette' })
    await expect(apart).toContainText('2')
    await expect(async () => {
      await sabine.keyboard.press('2')
      await expect(sabine.getByText('Das sind zwei verschiedene Apps.')).toBeVisible({
        timeout: 1_000,
      })
    }).toPass()
  })

  await platform.goOnAt('2027-06-01T08:00:00Z')
  await test.step('sixty days before its end it waits at the desk again', async () => {
    await lookForDueWork()
    const officer = await signedIn(browser, 'jens.albrecht')
    await expect(async () => {
      await officer.goto('/pruefstelle?stand=expiring')
      await expect(rowOf(officer)).toContainText('Freigabe läuft ab', { timeout: 1_000 })
    }).toPass()
    await expect(rowOf(officer)).toContainText('31.07.2027')
  })
})

const rowOf = (page: Page) => page.getByRole('row').filter({ hasText: 'Buchwerk' })
const changeOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

/** Servers, contract and helpers are others than at the last review. */
async function changeFacts(page: Page): Promise<void> {
  const address = `${APP}/nutzungen`
  await page.goto(address)
  const variant = await page.locator('input[name=variant]').first().inputValue()
  const facts: Record<string, string>[] = [
    { intent: 'variant', variant, name: 'Schulausgabe', hostingCountry: 'Irland und USA' },
    { intent: 'subprocessor', variant, name: 'Wolkenlager', country: 'USA', transferBasis: 'dpf' },
    {
      intent: 'document',
      kind: 'avv',
      visibility: 'reviewers',
      versionLabel: 'Muster 2026',
      url: 'https://buchwerk.example/avv',
    },
  ]
  for (const form of facts) {
    const sent = await page.request.post(address, {
      form,
      headers: { Origin: platform.origin },
      maxRedirects: 0,
    })
    expect(sent.status()).toBe(302)
  }
}
