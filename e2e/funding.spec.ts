import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const PLG = '/plg/ipads-mathematik-5-6'
const cardOf = (page: Page, title: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last()

test('a PLG asks for help, one of the SMZ takes it over, the PLG sees it at once', async ({
  as,
}) => {
  const meike = await as('meike.thomas')
  await meike.goto(PLG)
  const areas = meike.getByRole('navigation', { name: 'Bereiche der PLG' })
  await areas.getByText('Mehr').click()
  await areas.getByRole('link', { name: 'Unterstützung' }).click()
  await expectAccessible(meike)
  await meike.getByRole('link', { name: 'Um Unterstützung bitten' }).click()
  await meike.getByRole('button', { name: 'Anfrage senden' }).click()
  await expect(meike.getByText('Bitte wählen Sie, was Sie brauchen.').first()).toBeVisible()
  await meike.getByLabel(/^Begleitung/).check()
  await meike.getByLabel('Worum geht es?').fill('Wer geht mit uns durch das zweite Halbjahr?')
  await expectAccessible(meike)
  await meike.getByRole('button', { name: 'Anfrage senden' }).click()
  await expect(meike.getByRole('heading', { level: 1 })).toContainText('Begleitung für')
  const path = new URL(meike.url()).pathname
  await meike.getByRole('link', { name: 'Alle Anfragen der PLG' }).click()
  const row = meike.getByRole('listitem').filter({ hasText: 'zweite Halbjahr' })
  await expect(row).toContainText('Offen')

  const sabine = await as('sabine.krueger', { javaScriptEnabled: false })
  await sabine.goto('/unterstuetzung')
  await expect(sabine.locator('main')).toContainText('zweite Halbjahr')
  await sabine.goto(path)
  await cardOf(sabine, 'Annehmen').getByLabel('Ihre Antwort').fill('Ich komme gern dazu.')
  await cardOf(sabine, 'Annehmen').getByRole('button', { name: 'Annehmen' }).click()
  await expect(sabine.locator('main')).toContainText('Angenommen')
  await expect(row).toContainText('Angenommen')

  expect((await (await as('orhan.demir')).request.get(path)).status()).toBe(200)
  for (const person of ['birgit.kaya', 'petra.wolff', 'hannah.vogt', 'operator'] as const)
    expect((await (await as(person)).request.get(path)).status(), person).toBe(404)
})

test('money: a query, a decision, payout and proof; the budget line shows every cent @laptop', async ({
  as,
}) => {
  test.slow()
  const birgit = await as('birgit.kaya')
  const meike = await as('meike.thomas')
  await birgit.goto('/heute')
  await expect(birgit.locator('main')).toContainText('1 Förderantrag wartet auf Sie.')
  await birgit.getByRole('link', { name: 'Anträge lesen' }).click()
  await expectAccessible(birgit)
  await birgit.getByRole('link', { name: 'Anteile begehen: Brüche mit VR-Brillen' }).click()
  await expectAccessible(birgit)
  const path = new URL(birgit.url()).pathname
  await expect(birgit.locator('main')).toContainText('2.223,30')
  await birgit.getByText('Nachfragen', { exact: true }).click()
  await birgit.getByLabel('Was möchten Sie wissen?').fill('Genügen fünf Brillen?')
  await birgit.getByRole('button', { name: 'Rückfrage senden' }).click()
  await expect(birgit.getByText('Die Rückfrage ist unterwegs.')).toBeVisible()

  await meike.goto(path)
  await expect(meike.locator('main')).toContainText('Genügen fünf Brillen?')
  await meike.getByRole('link', { name: 'Bearbeiten' }).click()
  await expectAccessible(meike)
  const first = meike.getByRole('group', { name: 'Kostenzeile 1', exact: true })
  await first.getByLabel('Anzahl').fill('5')
  await first.getByLabel('Einzelpreis').fill('-349')
  await meike.getByRole('button', { name: 'Speichern' }).click()
  await expect(first).toContainText('Ein Betrag darf nicht kleiner als 0 sein.')
  await first.getByLabel('Einzelpreis').fill('99.999.999.999')
  await meike.getByRole('button', { name: 'Speichern' }).click()
  await expect(first).toContainText('Dieser Betrag ist zu groß.')
  await first.getByLabel('Einzelpreis').fill('349,00')
  await meike.getByRole('button', { name: 'Speichern' }).click()
  await expect(meike.locator('main')).toContainText('1.874,30')
  await meike.getByLabel('Ihre Antwort').fill('Ja, im Wechsel.')
  await meike.getByRole('button', { name: 'Antwort senden' }).click()
  await expect(meike.getByText('Die Antwort ist unterwegs.')).toBeVisible()

  // Two windows: what is decided in one cannot be decided in the other.
  await birgit.goto(path)
  const second = await as('birgit.kaya')
  await second.goto(path)
  await birgit.getByLabel('Betrag in Euro').fill('2.000,00')
  await birgit.getByRole('button', { name: 'Bewilligen' }).click()
  await expect(cardOf(birgit, 'Bewilligen')).toContainText('Mehr als die beantragten 1.874,30')
  await birgit.getByLabel('Betrag in Euro').fill('1.500')
  await birgit.getByLabel('Auflagen').fill('Die Brillen bleiben an der Schule.')
  await birgit.getByRole('button', { name: 'Bewilligen' }).click()
  await expect(birgit.getByText('Die Bewilligung ist gespeichert.')).toBeVisible()
  await cardOf(second, 'Ablehnen').getByText('Begründen', { exact: true }).click()
  await cardOf(second, 'Ablehnen').getByLabel('Begründung').fill('Nein.')
  await cardOf(second, 'Ablehnen').getByRole('button', { name: 'Ablehnen' }).click()
  await expect(second.locator('main')).toContainText('schon entschieden')

  // The head of the receiving school reads and does nothing.
  const petra = await as('petra.wolff', { javaScriptEnabled: false })
  await petra.goto(path)
  await expect(petra.locator('main')).toContainText('Teilweise bewilligt')
  await expect(
    petra.getByRole('button', { name: /Bewilligen|zurückziehen|ausgezahlt/ }),
  ).toHaveCount(0)
  for (const person of ['hannah.vogt', 'sabine.krueger'] as const) {
    const status = (await (await as(person)).request.get(path)).status()
    // Sabine accompanies the PLG.
    expect(status, person).toBe(person === 'sabine.krueger' ? 200 : 404)
  }

  await birgit.getByRole('button', { name: 'Als ausgezahlt eintragen' }).click()
  await expect(birgit.getByText('Die Auszahlung ist eingetragen.')).toBeVisible()
  await meike.goto(path)
  await meike.getByLabel('Wofür').fill('Fünf Brillen')
  await meike.getByLabel('Betrag in Euro').fill('1.745,00')
  await meike.getByLabel('Am', { exact: true }).fill('2026-11-20')
  await meike.getByRole('button', { name: 'Ausgabe eintragen' }).click()
  await expect(meike.locator('main')).toContainText('Mehr ausgegeben')
  await expectAccessible(meike)
  await meike.getByRole('button', { name: 'Nachweis einreichen' }).click()
  await expect(meike.getByText('Der Verwendungsnachweis liegt beim Schulträger.')).toBeVisible()
  await birgit.goto(path)
  await birgit.getByRole('button', { name: 'Vorgang abschließen' }).click()
  await expect(birgit.getByText('Der Vorgang ist abgeschlossen.').first()).toBeVisible()

  await birgit.goto('/foerderung/haushalt')
  await expectAccessible(birgit)
  await expect(birgit.getByRole('row').filter({ hasText: 'Anteile begehen' })).toContainText(
    '1.745,00',
  )
  const download = birgit.waitForEvent('download')
  await birgit.getByRole('link', { name: 'Als Tabelle (CSV)' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain('1874,30;1500,00;1500,00;1745,00')
  await birgit.getByLabel('Betrag für').fill('1.499,99')
  await birgit.getByRole('button', { name: 'Festlegen' }).click()
  await expect(birgit.locator('main')).toContainText('Bewilligt sind schon 1.500,00')
  const outsider = await as('petra.wolff')
  expect((await outsider.request.get('/foerderung/haushalt')).status()).toBe(403)
  expect((await outsider.request.get('/foerderung/haushalt/export')).status()).toBe(403)
})

test('the SMZ starts a call; teachers find it and answer, without JavaScript too', async ({
  as,
}) => {
  const sabine = await as('sabine.krueger', { javaScriptEnabled: false })
  await sabine.goto('/aufrufe')
  await sabine.getByRole('link', { name: 'Aufruf starten' }).click()
  await sabine.getByLabel('Titel').fill('Hörspiele aus der Mundart')
  await sabine.getByLabel(/^Innovationsprojekt/).check()
  await sabine.getByLabel('Worum geht es').fill('Wir suchen zwei Schulen.')
  await sabine.getByRole('button', { name: 'Entwurf speichern' }).click()
  await expect(sabine.getByRole('heading', { level: 1 })).toContainText('Hörspiele')
  const path = new URL(sabine.url()).pathname
  const hannah = await as('hannah.vogt')
  expect((await hannah.request.get(path)).status()).toBe(404)
  await sabine.getByRole('button', { name: 'Veröffentlichen' }).click()
  await hannah.goto('/aufrufe')
  await hannah.getByRole('link', { name: 'Hörspiele aus der Mundart' }).click()
  await expectAccessible(hannah)
  await hannah.getByRole('link', { name: 'Förderung beantragen' }).click()
  await expect(hannah.locator('main')).toContainText('Es gibt kein Vorhaben')
  await expectAccessible(hannah)
})

test('the cockpit shows the PLGs one accompanies, on a narrow page too', async ({ as }) => {
  const sabine = await as('sabine.krueger', { viewport: { width: 320, height: 700 } })
  await sabine.goto('/moderation/plg')
  await expect(sabine.locator('main')).toContainText('iPads im Mathematikunterricht 5/6')
  await expectAccessible(sabine)
  await expectNoSidewaysScroll(sabine)
  for (const path of ['/unterstuetzung', '/foerderung', '/foerderung/haushalt', '/aufrufe']) {
    await sabine.goto(path)
    await expectNoSidewaysScroll(sabine)
  }
  expect((await (await as('meike.thomas')).request.get('/moderation/plg')).status()).toBe(403)
})
