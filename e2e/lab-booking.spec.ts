import { type Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

/** Journey 8: a room and iPads as a series, while somebody else takes some of them. */
const NUMBER = /\/medialab\/buchung\/2026-\d+/

async function search(page: Page, needs: [what: string, number: string][]): Promise<void> {
  const form = page.getByRole('search', { name: 'Termin suchen' })
  await form.getByLabel('Tag').fill('2026-11-30')
  await form.getByLabel('Von').fill('10:00')
  await form.getByLabel('Bis', { exact: true }).fill('12:00')
  for (const [index, [what, number]] of needs.entries()) {
    await form
      .getByLabel(/^Was (brauchen Sie|noch)/)
      .nth(index)
      .fill(what)
    await form
      .getByLabel(/^Anzahl/)
      .nth(index)
      .fill(number)
  }
  await form.getByRole('button', { name: 'Freie Angebote zeigen' }).click()
}
const offer = (page: Page, slug: string) => page.getByTestId(`angebot-${slug}`)

test('a series of room and iPads: closed days are left out, a race keeps what was typed', async ({
  as,
  asVisitor,
}) => {
  const meike = await as('meike.thomas')
  await meike.goto('/medialab/suchen')
  await search(meike, [
    ['Raum', '1'],
    ['iPads', '15'],
  ])
  await expect(offer(meike, 'ipad-koffer-3')).toContainText('18 von 30 frei')
  await expect(offer(meike, 'medialab-1-greenscreen')).toContainText('frei')
  await expectAccessible(meike)
  await expectNoSidewaysScroll(meike)
  for (const slug of ['medialab-1-greenscreen', 'ipad-koffer-3']) {
    await offer(meike, slug)
      .getByRole('link', { name: /^In den Korb/ })
      .click()
    await expect(offer(meike, slug).getByRole('link', { name: /^Aus dem Korb/ })).toBeVisible()
  }
  await meike.getByRole('link', { name: 'Weiter zur Buchung' }).click()
  await meike.getByLabel('Zweck').fill('6b Brüche')
  await meike.getByText('Wöchentlich', { exact: true }).click()
  await meike.getByLabel('Wie viele Termine?').fill('4')
  await meike.getByRole('button', { name: 'Termine prüfen' }).click()
  await expect(meike.getByText(/SMZ geschlossen/).first()).toBeVisible()
  await expect(meike.getByLabel('Zweck')).toHaveValue('6b Brüche')
  await meike.getByLabel('Termine mit Konflikt überspringen').check()

  const orhan = await as('orhan.demir')
  await orhan.goto('/medialab/buchen?korb=ipad-koffer-3:4&tag=2026-11-30&von=10:00&bis=12:00')
  await orhan.getByLabel('Zweck').fill('Noch vier')
  await orhan.getByRole('button', { name: 'Verbindlich buchen' }).click()
  await expect(orhan).toHaveURL(NUMBER)

  // With skips the first date would be left out; she wants all that the lab is open for.
  await meike.getByLabel('Termine mit Konflikt überspringen').uncheck()
  await meike.getByRole('button', { name: 'Verbindlich buchen' }).click()
  await expect(meike.getByRole('alert')).toContainText('nur noch 14 frei')
  await expect(meike.getByLabel('Zweck')).toHaveValue('6b Brüche')
  await expect(meike.getByRole('button', { name: /Uhr$/ })).toHaveCount(3)
  await expect(meike.getByRole('link', { name: /^Auf die Warteliste/ })).toHaveAttribute(
    'href',
    /angebot=ipad-koffer-3/,
  )
  await expectAccessible(meike)
  await meike.getByRole('button', { name: /^14 × iPad-Koffer/ }).click()
  await expect(meike.getByRole('main')).toContainText('Greenscreen, 14 × iPad-Koffer 3 (30)')
  await meike.getByLabel('Termine mit Konflikt überspringen').check()
  await expect(meike.getByLabel('Zweck')).toHaveValue('6b Brüche')
  await meike.getByRole('button', { name: 'Verbindlich buchen' }).click()
  await expect(meike).toHaveURL(NUMBER)
  await expect(meike.getByRole('main')).toContainText('30.11.2026')

  const visitor = await asVisitor()
  await visitor.goto('/medialab/suchen?tag=2026-11-30&von=10:00&bis=12:00&was1=iPads')
  await expect(offer(visitor, 'ipad-koffer-3')).toContainText('vergeben')
})

test('without a script: a visitor finds, signs in, and books with two more buttons', async ({
  as,
  asVisitor,
}) => {
  const visitor = await asVisitor({ javaScriptEnabled: false })
  await visitor.goto('/medialab/suchen?tag=2026-12-03&von=10:00&bis=10:00&was1=Raum')
  await expect(visitor.getByText('Das Ende liegt vor dem Anfang.').first()).toBeVisible()
  await visitor.goto('/medialab/suchen?tag=2026-12-03&von=08:00&bis=09:00&was1=Maker')
  await offer(visitor, 'medialab-2-maker')
    .getByRole('link', { name: /^In den Korb/ })
    .click()
  await visitor.getByRole('link', { name: 'Weiter zur Buchung' }).click()
  await expect(visitor).toHaveURL(/\/anmelden\?weiter=.*medialab/)

  const julia = await as('julia.brandt', { javaScriptEnabled: false })
  await julia.goto('/medialab/buchen?korb=medialab-2-maker:1&tag=2026-12-03&von=08:00&bis=09:00')
  await julia.getByRole('button', { name: 'Verbindlich buchen' }).click()
  await expect(julia.getByText(/wofür Sie es brauchen/).first()).toBeVisible()
  await julia.getByLabel('Zweck').fill('Erste Stunde am Lötplatz')
  await julia.getByRole('button', { name: 'Verbindlich buchen' }).click()
  await expect(julia).toHaveURL(NUMBER)
})
