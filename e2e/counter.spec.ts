import { aBlackPng } from '#db/factories/upload.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const PHOTO = aBlackPng(40, 30)
const BOOKING = '2026-1187'
const NUMBERS = ['22', '23', '24', '25', '26', '27', '28', '29', '32', '33', '34', '35', '36', '37']

test('a VR set goes out by its code and comes back with a damage; whoever is next is told', async ({
  as,
  asVisitor,
}) => {
  test.setTimeout(120_000)
  const visitor = await asVisitor()
  await visitor.goto('/g/VR-A')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('VR-Set A (15 Brillen)')
  await expect(visitor.getByRole('link', { name: '0203 0000-25' })).toBeVisible()
  await expect(visitor.getByText('Ihre Buchung')).toHaveCount(0)

  // Sabine has nothing but keys, as a scanner and an iPad's keyboard have.
  const sabine = await as('sabine.krueger')
  const type = async (text: string) => {
    await sabine.keyboard.type(text)
    await sabine.keyboard.press('Enter')
  }
  const press = async (name: string | RegExp) => {
    await sabine.getByRole('button', { name }).focus()
    await sabine.keyboard.press('Enter')
  }
  await sabine.goto('/theke')
  await expect(sabine.getByLabel('Code, Buchung, Name oder Schule')).toBeFocused()
  await expectAccessible(sabine)
  await type('VR-B')
  await expect(sabine.getByText('Kein Gerät mit Code VR-B.')).toBeVisible()
  await expect(sabine.getByRole('link', { name: /^VR-A / })).toBeVisible()
  await sabine.goto('/g/VR-A')
  await expect(sabine).toHaveURL(new RegExp(`/theke/ausgabe/${BOOKING}`))
  await expectAccessible(sabine)
  await press('Alle vorhanden')
  // The number may have been that before: what the answer brings is its sentence.
  await expect(
    sabine.getByText('Alles ist angekreuzt. Nehmen Sie heraus, was fehlt.'),
  ).toBeVisible()
  await expect(sabine.getByText('32 von 32 angekreuzt')).toBeVisible()
  // The page puts the focus to its top when an answer has come; a key pressed in that moment goes there.
  const cable = sabine.getByRole('checkbox', { name: 'Ladekabel 22' })
  await expect(async () => {
    await cable.focus()
    await sabine.keyboard.press('Space')
    await expect(cable).not.toBeChecked({ timeout: 500 })
  }).toPass()
  await press('Übernommen')
  await expect(
    sabine.getByText('Bitte notieren Sie, was damit ist: Ladekabel 22.').first(),
  ).toBeVisible()
  await sabine.getByLabel('Was fehlt und warum?').fill('Wird nachbestellt')
  await press('Übernommen')
  await expect(sabine.getByRole('heading', { name: 'Leihschein' })).toBeVisible()
  await expect(sabine.getByText('Fehlt: Ladekabel 22 (Wird nachbestellt)')).toBeVisible()

  const orhan = await as('orhan.demir', { viewport: { width: 390, height: 844 } })
  await orhan.goto('/g/VR-A-22')
  await expect(orhan.getByRole('link', { name: `Buchung ${BOOKING}` })).toBeVisible()
  await expect(orhan.getByText('Problem melden').first()).toBeVisible()
  await expect(orhan.getByRole('button', { name: 'Übernommen' })).toHaveCount(0)
  await expectNoSidewaysScroll(orhan)
  expect((await orhan.request.get('/theke')).status()).toBe(403)

  await sabine.goto('/theke')
  await expect(sabine.getByLabel('Code, Buchung, Name oder Schule')).toBeFocused()
  await type('VR-A')
  const field = sabine.getByLabel('Gerät scannen oder Code eingeben')
  await expect(field).toBeFocused()
  for (const number of NUMBERS) await type(`VR-A-${number}`)
  await expect(sabine.getByText('Teilweise zurück (14 von 15)')).toBeVisible()
  await expect(sabine.getByRole('status').getByText('14 von 15.')).toBeVisible()
  await type('VR-A-22')
  await expect(sabine.getByText('Brille 22 ist schon zurück.')).toBeVisible()
  await expectAccessible(sabine)

  await sabine.locator('summary', { hasText: 'Schaden' }).focus()
  await sabine.keyboard.press('Enter')
  await sabine.getByLabel('Welches Teil?').selectOption({ label: 'Brille 38 (VR-A-38)' })
  await sabine.getByLabel('Was ist es?').selectOption({ label: 'Bildschirm oder Linse' })
  await sabine
    .getByLabel(/^Foto/)
    .setInputFiles({ name: 'linse.png', mimeType: 'image/png', buffer: PHOTO })
  await sabine.getByLabel('Nicht nutzbar').check()
  await press('Schaden sichern')
  await expect(sabine.getByRole('link', { name: 'Brille 38 (VR-A-38)' })).toBeVisible()
  await press('Abschließen')
  await expect(sabine.getByText(/Noch offen: Ladekabel 23/).first()).toBeVisible()
  await press('Alle übrigen Teile sind da')
  await expect(sabine.getByText('Alle übrigen Teile sind zurück.')).toBeVisible()
  await press('Abschließen')
  await expect(sabine.getByText('Zurück mit Schaden')).toBeVisible()

  await sabine.goto('/theke/schaeden')
  await sabine.getByRole('link', { name: 'Brille 38 (VR-A-38)' }).click()
  await expect(sabine.getByRole('img', { name: /^Foto des Schadens/ })).toBeVisible()

  const julia = await as('julia.brandt')
  for (const page of [julia, sabine])
    await expect(async () => {
      await page.goto('/benachrichtigungen')
      await expect(
        page.getByText(/1 davon ist nach einem Schaden nicht nutzbar/).first(),
      ).toBeVisible()
    }).toPass({ timeout: 30_000 })
})
