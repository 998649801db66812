import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const APP = '/software/gedankennetz'
const USE = 'Schul-iPads in der Schule, ohne Konto'
const DESK = '/pruefstelle/freigaben?q=Gedankennetz'
const SCHOOL = '/schulen/gesamtschule-rheinblick/software'

test('a school takes an app up, its release is stopped, the school looks again; the list of the day stays', async ({
  as,
  asVisitor,
}) => {
  test.slow()
  const petra = await as('petra.wolff')
  await petra.goto(APP)
  await petra.getByRole('link', { name: /^Zum Einsatz an der Schule/ }).click()
  await expect(petra.getByRole('heading', { level: 1 })).toContainText(
    'Gedankennetz an Ihrer Schule',
  )
  const use = petra
    .locator('section')
    .filter({ has: petra.getByRole('heading', { level: 3, name: USE }) })
    .last()
  await use.getByText(/^Entscheiden/).click()
  const form = use.locator('form')
  await form.getByRole('button', { name: /^Entscheidung eintragen/ }).click()
  await expect(form.getByText('Bitte wählen Sie, wie Ihre Schule es hält.').first()).toBeVisible()
  await expectAccessible(petra)
  await form.getByLabel('Im Einsatz', { exact: true }).check()
  await form.getByRole('combobox', { name: 'AV-Vertrag' }).selectOption({ label: 'Nicht nötig' })
  await form.getByLabel('Eltern sind informiert').check()
  await form.getByRole('button', { name: /^Entscheidung eintragen/ }).click()
  await expect(petra.getByText('Die Entscheidung Ihrer Schule ist eingetragen.')).toBeVisible()
  await petra
    .getByRole('link', { name: /^Unterlagen für Ihre Schule/ })
    .first()
    .click()
  await expect(petra.locator('main')).toContainText('Gesamtschule Rheinblick')
  await expectAccessible(petra)

  // What is released at this moment becomes an edition.
  const birgit = await as('birgit.kaya')
  await birgit.goto('/software/liste')
  await birgit.getByRole('button', { name: 'Ausgabe veröffentlichen' }).click()
  await expect(birgit.getByRole('heading', { level: 1 })).toContainText('Positivliste vom')
  const edition = new URL(birgit.url()).pathname

  await birgit.goto(DESK)
  await expectAccessible(birgit)
  await birgit
    .getByText(/^Aussetzen, zurücknehmen/)
    .first()
    .click()
  await birgit.getByRole('button', { name: 'Sofort aussetzen' }).first().click()
  await expect(birgit.getByText('Bitte schreiben Sie, warum.').first()).toBeVisible()
  await birgit.getByLabel('Begründung').first().fill('Ein Vorfall beim Anbieter wird geklärt.')
  await birgit.getByRole('button', { name: 'Sofort aussetzen' }).first().click()
  await expect(birgit.getByText('Das gilt ab sofort.')).toBeVisible()

  await petra.goto('/heute')
  await expect(petra.locator('main')).toContainText('Nutzung überprüfen')
  await petra.goto(SCHOOL)
  const row = petra.getByRole('row').filter({ hasText: 'Gedankennetz' })
  await expect(row).toContainText('Nutzung überprüfen')
  await expect(row).toContainText('Nicht freigegeben')
  await expectAccessible(petra)

  // Visitors read the list as it was, and no reason of what was stopped.
  const visitor = await asVisitor({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  })
  await visitor.goto(edition)
  await expect(visitor.locator('main')).toContainText('Gedankennetz')
  await expectNoSidewaysScroll(visitor)
  const list = await visitor.request.get(`${edition}/datei?format=json`)
  expect(await list.text()).toContain('"name":"Gedankennetz"')
  await visitor.goto(`${APP}/pruefungen`)
  await expect(visitor.locator('main')).not.toContainText('Vorfall')
  expect(await (await visitor.request.get(`${APP}/status.json`)).text()).not.toContain('Vorfall')
  await petra.goto(`${APP}/pruefungen`)
  await expect(petra.locator('main')).toContainText('Ein Vorfall beim Anbieter wird geklärt.')

  // Back in force, on the ground the school decided on: nothing waits any more.
  await birgit.goto(DESK)
  await birgit
    .getByText(/^Wieder in Kraft setzen, zurücknehmen/)
    .first()
    .click()
  await birgit.getByLabel('Begründung').first().fill('Der Vorfall ist geklärt.')
  await birgit.getByRole('button', { name: 'Wieder in Kraft setzen' }).first().click()
  await expect(birgit.getByText('Das gilt ab sofort.').last()).toBeVisible()
  await expect(birgit.getByText('Ausgesetzt', { exact: true })).toHaveCount(0)
  await petra.goto(SCHOOL)
  await expect(row).not.toContainText('Nutzung überprüfen')
})
