import { randomUUID } from 'node:crypto'
import { press, tabTo } from './keys.ts'
import { addressOf, DEMO_PASSWORD, expect, test } from './test.ts'

test('signing in, joining a PLG and writing work by keyboard alone @laptop', async ({
  asVisitor,
}) => {
  test.setTimeout(90_000)
  const text = `Nur mit der Tastatur ${randomUUID().slice(0, 6)}`
  const page = await asVisitor()
  await page.goto('/')
  await press(page, page.getByRole('main').getByRole('link', { name: 'Anmelden' }))
  await expect(page).toHaveURL(/anmelden/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, page.getByLabel('E-Mail-Adresse'))
  await page.keyboard.type(addressOf('hannah.vogt'))
  await tabTo(page, page.getByLabel('Passwort', { exact: true }))
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/heute/)

  await press(
    page,
    page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'PLGs' }),
  )
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await press(page, page.getByRole('link', { name: 'Erstlesen mit Ton und Bild' }).first())
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Erstlesen')
  await press(page, page.getByRole('button', { name: /Beitreten/ }).first())
  await expect(page.getByText(/Sie sind jetzt Mitglied/).first()).toBeVisible()
  await press(page, page.getByRole('link', { name: /^Diskussion/ }))
  await press(page, page.getByRole('link', { name: /Podcast-Koffer/ }).first())
  await tabTo(page, page.getByLabel('Ihre Antwort'))
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(text, { exact: true })).toBeVisible()
})
