import { expect, expectAccessible, test } from './test.ts'

test('a visitor finds what is public, with the place, narrows it and reads two schools beside each other @laptop @ipad', async ({
  asVisitor,
}) => {
  const page = await asVisitor()
  await page.goto('/konzepte')
  await expect(page.getByRole('article')).toHaveCount(3)
  await expect(page.getByText('Förderschule Windmühle')).toHaveCount(0)
  await page.getByLabel('Hat das schon eine Schule gelöst?').fill('quellen prüfen')
  await page.getByRole('button', { name: 'Konzepte suchen' }).click()
  await expect(page).toHaveURL(/q=quellen/)
  const found = page.getByRole('article').filter({ hasText: 'Gesamtschule Rheinblick' })
  await expect(found.locator('mark').first()).toBeVisible()
  await expect(page.getByRole('article').filter({ hasText: 'GGS Am Hafen' })).toHaveCount(0)
  await page.getByLabel('Schulform').selectOption('comprehensive')
  await page.getByRole('button', { name: 'Konzepte suchen' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
  for (const school of ['Gesamtschule Rheinblick', 'Gesamtschule Südhang'])
    await page.getByLabel(`Nebeneinander lesen: ${school}`).check()
  await page.getByRole('button', { name: 'Ausgewählte nebeneinander lesen' }).click()
  await expect(page.getByRole('heading', { name: 'Pädagogische Ziele' })).toBeVisible()
  await expect(page.getByText('Medien öffnen die Schule')).toBeVisible()
  // What stays in the school is not there, not even its heading.
  await expect(page.getByText('Organisation und Zuständigkeiten')).toHaveCount(0)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test('another school takes a goal with whose it was, once, and gives it back @laptop', async ({
    as,
  }) => {
    const page = await as('orhan.demir', { javaScriptEnabled: false })
    await page.goto('/konzepte')
    await expect(page.getByRole('heading', { name: 'Ihr Medienkonzept' })).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(5)
    await page.goto('/konzepte?q=modellieren+tabellen')
    await page.getByRole('link', { name: /Ziel: Modellieren mit Tabellen/ }).click()
    await expect(page.getByText('übernommen von Gesamtschule Südhang')).toBeVisible()
    const goal = page.url()
    await page.getByRole('button', { name: 'In unser Konzept übernehmen' }).click()
    await expect(page).toHaveURL(/ggs-am-hafen\/entwurf\/ziele\/\d+/)
    await page.goto(goal)
    await expect(page.getByText('von 1 Schule übernommen')).toBeVisible()
    await page.getByRole('button', { name: 'Übernahme rückgängig machen' }).click()
    await expect(page.getByRole('button', { name: 'In unser Konzept übernehmen' })).toBeVisible()
  })
})

test('a network goal is proposed, put in force and taken by a school @laptop', async ({ as }) => {
  const orhan = await as('orhan.demir')
  await orhan.goto('/konzepte/netzwerkziele')
  await orhan.getByRole('link', { name: 'Programmieren ohne Gerät' }).click()
  await expect(orhan).toHaveURL(/netzwerkziele\/\d+$/)
  const address = orhan.url()
  await expect(orhan.getByText('Vorschlag', { exact: true })).toBeVisible()
  await expect(orhan.getByRole('button', { name: 'Ziel in Kraft setzen' })).toHaveCount(0)
  const sabine = await as('sabine.krueger')
  await sabine.goto('/heute?wartet=alle')
  await expect(
    sabine.getByText(/Über den Vorschlag .*Programmieren.* ist zu entscheiden/),
  ).toBeVisible()
  await sabine.goto(address)
  await sabine.getByRole('button', { name: 'Ziel in Kraft setzen' }).click()
  await expect(sabine.getByText('Gilt', { exact: true })).toBeVisible()
  await orhan.goto(address)
  await orhan.getByRole('button', { name: 'In unser Konzept übernehmen' }).click()
  await expect(orhan).toHaveURL(/ggs-am-hafen\/entwurf\/ziele\/\d+/)
})

test('schools comment on a proposal; the SMZ hides one, waits for the day, and decides what is due @laptop', async ({
  as,
}) => {
  const meike = await as('meike.thomas', { javaScriptEnabled: false })
  await meike.goto('/konzepte/netzwerkziele')
  await meike.getByRole('link', { name: 'Eltern wissen, womit' }).click()
  const address = meike.url()
  await meike.getByLabel('Ihre Stellungnahme').fill('Unsere Eltern fragen danach.')
  await meike.getByRole('button', { name: 'Stellung nehmen' }).click()
  await expect(meike.getByText('Unsere Eltern fragen danach.')).toBeVisible()
  const sabine = await as('sabine.krueger', { javaScriptEnabled: false })
  await sabine.goto(address)
  await expect(sabine.getByText('Danach setzen Sie das Ziel in Kraft')).toBeVisible()
  await expect(sabine.getByRole('button', { name: 'Ziel in Kraft setzen' })).toHaveCount(0)
  await sabine.getByText('Ausblenden: GGS Am Hafen').click()
  await sabine.getByLabel('Warum?').first().fill('Bitte ohne Herkunft.')
  await sabine.getByRole('button', { name: 'Stellungnahme ausblenden' }).first().click()
  await expect(sabine.getByText('Ausgeblendet: Bitte ohne Herkunft.')).toBeVisible()
  await meike.goto(address)
  await expect(meike.getByText('einfacher Sprache')).toHaveCount(0)
})

test('whoever writes an idea meets the open goals of other schools @laptop', async ({ as }) => {
  const julia = await as('julia.brandt', { javaScriptEnabled: false })
  await julia.goto('/ideen/neu?titel=Quellen+gemeinsam+pr%C3%BCfen')
  const goals = julia.getByRole('region', { name: 'Andere Schulen mit demselben offenen Ziel' })
  await goals.getByRole('link').first().click()
  await expect(julia).toHaveURL(/konzepte\/[a-z-]+\/v\/\d+\/ziele\/\d+$/)
})

test('a visitor reads which apps a concept names, with what holds today @laptop', async ({
  asVisitor,
}) => {
  const page = await asVisitor({ javaScriptEnabled: false })
  await page.goto('/konzepte/gesamtschule-rheinblick')
  const apps = page.getByRole('region', { name: 'Apps in diesem Konzept' })
  await expect(apps.getByRole('listitem').filter({ hasText: 'Buchwerk' })).toContainText(
    'Abgelaufen',
  )
  await page
    .getByRole('article')
    .getByRole('link', { name: /GeoSkizze/ })
    .click()
  await expect(page).toHaveURL(/\/software\//)
})
