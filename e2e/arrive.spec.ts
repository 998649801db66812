import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, linkIn, mailTo, test } from './test.ts'

test('a newcomer registers, waits, is confirmed by the principal, takes three steps and writes a first post @phone', async ({
  as,
  asVisitor,
}) => {
  test.setTimeout(90_000)
  const address = `nora.${randomUUID().slice(0, 8)}@schule.example`
  const nora = await asVisitor()
  await nora.goto('/')
  await nora
    .getByRole('link', { name: /Registrieren|Konto anlegen/ })
    .first()
    .click()
  await nora.getByLabel('Welche Schule?').selectOption({ label: 'GGS Kranweg' })
  await nora.getByLabel('Ihre Rolle an dieser Schule').selectOption({ label: 'Lehrkraft' })
  await nora.getByLabel('Vorname').fill('Nora')
  await nora.getByLabel('Nachname').fill(`Winter ${address.slice(5, 9)}`)
  await nora.getByLabel('Dienstliche E-Mail-Adresse').fill(address)
  await nora.getByRole('button', { name: 'Registrieren', exact: true }).click()
  await expect(nora.locator('main')).toContainText(/Mail/)

  const link = linkIn(await mailTo(address, /Registrierung/))
  await nora.goto(link)
  await expect(nora.locator('main')).toContainText('GGS Kranweg')
  await expectAccessible(nora)
  await nora
    .getByLabel(/Passwort/)
    .first()
    .fill('Drei-Kraniche-am-Ufer')
  await nora.getByRole('button', { name: 'Konto anlegen' }).click()
  await expect(nora).toHaveURL(/willkommen/)
  await expect(nora.locator('main')).toContainText(/Bestätigen können/)

  // Used up: the same link opens nothing a second time.
  await nora.goto(link)
  await expect(nora.locator('main')).toContainText(/nicht mehr|abgelaufen|schon benutzt/i)

  // Pending people wait: the inside is not theirs yet.
  await nora.goto('/plg')
  await expect(nora.locator('main')).toContainText(/bestätigt/)

  const emre = await as('emre.kilic')
  await emre.goto('/heute')
  await emre
    .locator('li', { hasText: 'GGS Kranweg' })
    .getByRole('link', { name: 'Ansehen' })
    .click()
  await emre
    .getByRole('button', { name: /Bestätigen.*Nora/ })
    .first()
    .click()
  await expect(emre.getByRole('button', { name: /Bestätigen.*Nora/ })).toHaveCount(0)

  await nora.goto('/heute')
  await expect(nora).toHaveURL(/willkommen/)
  await nora.getByRole('link', { name: 'Ja, weiter' }).click()
  await nora.getByLabel('Mathematik').check()
  await nora.getByLabel('5/6').check()
  await nora.getByRole('button', { name: 'Weiter' }).click()
  await expectAccessible(nora)
  await nora.getByRole('link', { name: 'iPads im Mathematikunterricht 5/6' }).click()
  await nora.getByRole('button', { name: /Beitreten/ }).click()
  await expect(nora.getByText('Sie sind jetzt Mitglied', { exact: false }).first()).toBeVisible()
  await nora.getByRole('link', { name: /^Diskussion/ }).click()
  // The overview names topics, too.
  await expect(nora.getByRole('link', { name: 'Neues Thema' })).toBeVisible()
  await nora.getByRole('link', { name: /Welche App für Diagramme/ }).click()
  await nora
    .getByLabel('Ihre Antwort')
    .fill('Hallo, ich bin neu und probiere das **nächste Woche** aus.')
  await nora.getByRole('button', { name: 'Antwort senden' }).click()
  await expect(nora.locator('strong', { hasText: 'nächste Woche' })).toBeVisible()

  await nora.goto('/heute')
  await expect(nora).toHaveURL(/willkommen|heute/)
})

test('every form says what is missing beside the field, keeps what was typed, and changes nothing', async ({
  asVisitor,
}) => {
  const page = await asVisitor({ javaScriptEnabled: false })
  await page.goto('/registrieren')
  await page.getByLabel('Vorname').fill('Nora')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill('keine-adresse')
  await page.getByRole('button', { name: 'Registrieren', exact: true }).click()
  await expect(page.getByRole('alert').first()).toContainText(/Bitte prüfen Sie \d Angaben/)
  await expect(page.getByLabel('Vorname')).toHaveValue('Nora')
  await expect(page.getByLabel('Dienstliche E-Mail-Adresse')).toHaveValue('keine-adresse')
  await expect(page.getByLabel('Dienstliche E-Mail-Adresse')).toHaveAttribute(
    'aria-invalid',
    'true',
  )
})
