import { aBlackPng } from '#db/factories/upload.ts'
import { expect, expectAccessible, test } from './test.ts'

const PHOTO = aBlackPng(40, 30)
const BOOKING = '2026-1191'

test('at the counter nothing is lost: ticks while the list is saved, a damage with its photo when the line breaks', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const sabine = await as('sabine.krueger')
  await sabine.goto(`/theke/ausgabe/${BOOKING}`)
  const boxes = sabine.getByRole('checkbox')
  await boxes.nth(0).check()
  // The answer takes its time; somebody goes on ticking.
  await sabine.route('**/theke/ausgabe/**', async (route) => {
    if (route.request().method() === 'POST')
      await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await sabine.getByRole('button', { name: 'Liste sichern' }).click()
  await boxes.nth(1).check()
  await expect(sabine.getByText('Die Liste ist gesichert.')).toBeVisible()
  await expect(boxes.nth(0)).toBeChecked()
  await expect(boxes.nth(1)).toBeChecked()
  await sabine.unroute('**/theke/ausgabe/**')
  await sabine.getByRole('button', { name: 'Alle vorhanden' }).click()
  await expect(sabine.getByText('Alles ist angekreuzt.')).toBeVisible()
  await sabine.getByRole('button', { name: 'Übernommen' }).click()
  await expect(sabine.getByRole('heading', { name: 'Leihschein' })).toBeVisible()

  await sabine.goto(`/theke/rueckgabe/${BOOKING}`)
  await sabine.locator('summary', { hasText: 'Schaden' }).click()
  await sabine.getByLabel('Welches Teil?').selectOption({ index: 1 })
  await sabine.getByLabel('Was ist es?').selectOption({ label: 'Bildschirm oder Linse' })
  await sabine.getByLabel('Beschreibung').fill('Riss oben links')
  await sabine
    .getByLabel(/^Foto/)
    .setInputFiles({ name: 'riss.png', mimeType: 'image/png', buffer: PHOTO })
  await sabine.context().setOffline(true)
  await sabine.getByRole('button', { name: 'Schaden sichern' }).click()
  await expect(sabine.getByRole('heading', { name: 'Keine Verbindung.' })).toBeVisible()
  await sabine.context().setOffline(false)
  await sabine.goto(`/theke/rueckgabe/${BOOKING}`)
  const notice = sabine.getByText('Diese Meldung ist noch nicht gesichert.')
  await expect(notice).toBeVisible()
  await expect(sabine.getByLabel('Beschreibung')).toHaveValue('Riss oben links')
  const photo = sabine.getByLabel(/^Foto/)
  await expect.poll(() => photo.evaluate((it) => (it as HTMLInputElement).files?.length)).toBe(1)
  await expectAccessible(sabine)
  await sabine.getByRole('button', { name: 'Schaden sichern' }).click()
  await expect(sabine.getByText(/mit Foto/)).toBeVisible()
  await expect(notice).toHaveCount(0)
  await sabine.reload()
  await expect(sabine.getByText(/mit Foto/)).toHaveCount(1)
  await expect(notice).toHaveCount(0)
})
