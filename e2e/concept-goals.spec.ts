import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const DRAFT = '/konzepte/gesamtschule-rheinblick/entwurf'
const PHONE = { viewport: { width: 390, height: 844 } }

/** Goal, measure, check-in and reflection by hand, as somebody does it between two lessons. */
async function walk(page: Page, goal: string, { isPlain }: { isPlain: boolean }): Promise<void> {
  const open = async (title: string) => {
    const fold = page.locator('details', { hasText: title }).first()
    if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click()
  }
  await page.goto(DRAFT)
  await page.getByRole('link', { name: 'Ziel anlegen' }).first().click()
  await page.getByRole('button', { name: 'Ziel anlegen' }).click()
  await expect(page.getByText('Bitte schreiben Sie das Ziel').first()).toBeVisible()
  await page.getByLabel('Ziel in einem Satz').fill(goal)
  // The end of the Halbjahr stands there already.
  await expect(page.getByLabel('Bis wann')).toHaveValue('2027-01-29')
  await page.getByRole('button', { name: 'Ziel anlegen' }).click()
  await expect(page.getByRole('heading', { level: 2, name: goal })).toBeVisible()

  await open('Maßnahme hinzufügen')
  await page.getByLabel('Was ist zu tun?').fill('Mikrofone leihen')
  await page.getByRole('button', { name: 'Maßnahme hinzufügen' }).click()
  await expect(page.locator('#massnahmen')).toContainText('Mikrofone leihen')
  if (!isPlain) await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.goto(DRAFT)
  const card = page.locator('li', { has: page.getByRole('heading', { name: goal }) })
  await expect(card).toContainText('Nächster Schritt: Mikrofone leihen')
  await card.locator('summary').click()
  await card.getByText('Hakt', { exact: true }).click()
  await card.getByLabel('In zwei Zeilen').fill('Es fehlen noch zwei Mikrofone.')
  await card.getByRole('button', { name: 'Zwischenstand speichern' }).click()
  await expect(card).toContainText('Hakt: Es fehlen noch zwei Mikrofone.')
  if (!isPlain) await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await card.getByRole('link', { name: goal }).click()
  await page.getByRole('link', { name: 'Rückblick zu diesem Ziel schreiben' }).click()
  await page.getByLabel('Was haben wir gemacht?').fill(`Aufgenommen für ${goal}`)
  await page.getByLabel('Nutzung: Wie wurde es eingesetzt?').fill('In zwei Stunden je Woche')
  await page.getByLabel('Nutzen: Was hat es').fill('Auch stille Kinder sprechen')
  await page.getByRole('button', { name: 'Eintrag speichern' }).click()
  const entry = page.locator('li', { hasText: `Aufgenommen für ${goal}` })
  await expect(entry).toContainText('Auch stille Kinder sprechen')
  await expect(entry.getByRole('link', { name: goal })).toBeVisible()
  if (!isPlain) await expectAccessible(page)
  await page.goto(`${DRAFT}/verlauf`)
  await expect(page.locator('main')).toContainText(`Zwischenstand zu „${goal}“: Hakt.`)
}

test('goal, measure, check-in, reflection: on a phone, each by hand', async ({ as }) => {
  const page = await as('meike.thomas', PHONE)
  const goal = `Podcast ${randomUUID().slice(0, 6)}`
  await walk(page, goal, { isPlain: false })

  // Deleted, and back within ten seconds.
  await page.goto(`${DRAFT}/ziele`)
  await page.getByRole('link', { name: goal }).click()
  await page.getByRole('button', { name: 'Löschen' }).click()
  await expect(page.getByRole('link', { name: goal })).toHaveCount(0)
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(page.getByRole('heading', { level: 2, name: goal })).toBeVisible()

  // What is given up says why; nothing that was typed is lost.
  await page.getByLabel('Wie steht es um das Ziel?').selectOption({ label: 'Aufgegeben' })
  await page.getByRole('button', { name: 'Stand speichern' }).click()
  await expect(page.getByText('Bitte schreiben Sie in einem Satz, warum.').first()).toBeVisible()
  await page.getByLabel('Warum?', { exact: false }).last().fill('Zu groß')
  await page.getByRole('button', { name: 'Stand speichern' }).click()
  await expect(page.getByText('Grund: Zu groß')).toBeVisible()

  // Neither another school nor the Amt knows of it.
  for (const stranger of ['orhan.demir', 'birgit.kaya'] as const) {
    const other = await as(stranger)
    expect((await other.request.get(DRAFT)).status()).toBe(404)
    expect((await other.request.get(`${DRAFT}/rueckblick/export`)).status()).toBe(404)
  }
})

test('the same without JavaScript', async ({ as }) => {
  const page = await as('meike.thomas', { ...PHONE, javaScriptEnabled: false })
  await walk(page, `Hörspiel ${randomUUID().slice(0, 6)}`, { isPlain: true })
})
