import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const PLG = '/plg/ipads-mathematik-5-6'
const PHONE = { viewport: { width: 390, height: 844 } }

/** "9:58" as seconds. */
const secondsOf = async (page: Page) => {
  const [minutes = 0, seconds = 0] = ((await page.getByTestId('uhr').textContent()) ?? '')
    .split(':')
    .map(Number)
  return minutes * 60 + seconds
}

async function planMeeting(page: Page, title: string): Promise<string> {
  await page.goto(`${PLG}/termine/neu`)
  await page.getByLabel('Titel').fill(title)
  await page.getByLabel('Tag', { exact: true }).fill('2026-12-03')
  await page.getByRole('textbox', { name: /^Ort/ }).fill('Raum 104')
  await page.getByLabel('1. Punkt', { exact: true }).fill('Entwurf ansehen')
  await page
    .getByLabel('Methode zum 1. Punkt')
    .selectOption({ label: 'Tuning Protocol (43 Minuten)' })
  // Whose turn it is depends on the meetings before; without anybody the lead leads.
  await page.getByLabel(/^Methode anleiten/).selectOption('')
  await page.getByRole('button', { name: 'Termin planen' }).click()
  await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
  return new URL(page.url()).pathname
}

test('looking for a date that is free everywhere, answering on a phone, deciding', async ({
  as,
}) => {
  const title = `Wann treffen wir uns ${randomUUID().slice(0, 6)}`
  const meike = await as('meike.thomas')
  await meike.goto(`${PLG}/termine`)
  await expect(meike.getByText('Was haben Lernende verstanden?')).toBeVisible()
  await expectAccessible(meike)
  await meike.getByRole('link', { name: 'Termin suchen' }).click()
  await meike.getByLabel('Wofür?').fill(title)
  await meike.getByLabel('1. Tag', { exact: true }).fill('2027-01-14')
  await meike.getByRole('button', { name: 'Umfrage starten' }).click()
  await expect(
    meike.getByText('Bitte schlagen Sie mindestens zwei Zeiten vor.').first(),
  ).toBeVisible()
  await meike.getByLabel('2. Tag', { exact: true }).fill('2027-02-08')
  await meike.getByRole('button', { name: 'Umfrage starten' }).click()
  // The second one is free at two of the schools.
  await expect(meike.getByText('Rosenmontag, GGS Am Hafen').first()).toBeVisible()
  await expectAccessible(meike)
  const address = new URL(meike.url()).pathname

  const orhan = await as('orhan.demir', PHONE)
  await orhan.goto(address)
  await expectNoSidewaysScroll(orhan)
  const first = orhan.getByRole('group', { name: /14\. Januar 2027/ })
  await first.getByText('Ja', { exact: true }).click()
  await orhan.getByRole('button', { name: 'Antworten speichern' }).click()
  await expect(orhan.getByText('Ihre Antworten sind gespeichert.')).toBeVisible()

  // She reads it without loading the page, and decides.
  await expect(meike.getByRole('cell', { name: /Orhan Demir/ })).toBeVisible({ timeout: 10_000 })
  await meike
    .getByRole('group', { name: 'Welche Zeit?' })
    .getByText(/14\. Januar/)
    .click()
  await meike.getByRole('textbox', { name: /^Ort/ }).fill('Gesamtschule Rheinblick, Raum 104')
  await meike.getByRole('button', { name: 'Termin festlegen' }).click()
  await expect(meike).toHaveURL(/termine\/\d+$/)
  // The address changes before the page does, and the poll names the time three times.
  await expect(meike.getByText('Donnerstag, 14. Januar 2027, 14:30 bis 16:00 Uhr')).toHaveCount(1)
  await orhan.goto(address)
  await expect(orhan.getByText('Der Termin steht fest')).toBeVisible()
})

test('a protocol that all see in the same second', async ({ as }) => {
  const meike = await as('meike.thomas')
  const session = await planMeeting(meike, `Entwurf ${randomUUID().slice(0, 6)}`)
  const orhan = await as('orhan.demir', PHONE)
  await Promise.all([meike.goto(`${session}/live`), orhan.goto(`${session}/live`)])
  await expect(orhan.getByText('Gerade läuft keine Methode.')).toBeVisible()
  await meike.getByRole('button', { name: 'Methode beginnen' }).click()
  for (const page of [meike, orhan])
    await expect(page.getByTestId('schritt')).toHaveText('Vorstellen', { timeout: 10_000 })
  await expect(orhan.getByText('Die Person, die etwas mitgebracht hat')).toBeVisible()
  await expect(orhan.getByRole('button', { name: 'Nächster Schritt' })).toHaveCount(0)
  const [hers, his] = await Promise.all([secondsOf(meike), secondsOf(orhan)])
  expect(Math.abs(hers - his)).toBeLessThanOrEqual(1)
  expect(his).toBeGreaterThan(570)
  await expectAccessible(orhan)
  await expectNoSidewaysScroll(orhan)

  await meike.getByRole('button', { name: 'Nächster Schritt' }).click()
  for (const page of [meike, orhan])
    await expect(page.getByTestId('schritt')).toHaveText('Nachfragen')
  await meike.getByRole('button', { name: 'Anhalten' }).click()
  await expect(orhan.getByText('angehalten')).toBeVisible()
  expect(await secondsOf(orhan)).toBe(await secondsOf(meike))

  // Where his page is loaded anew, it is where the others are.
  await orhan.reload()
  await expect(orhan.getByTestId('schritt')).toHaveText('Nachfragen')
  await orhan.getByRole('button', { name: 'Mitschrift anlegen' }).click()
  await expect(orhan).toHaveURL(/dokumente\/\d+-mitschrift-.*\/bearbeiten/)
  await expect(meike.getByRole('link', { name: /Mitschreiben/ })).toBeVisible({ timeout: 10_000 })
})

test('leading a protocol without JavaScript', async ({ as }) => {
  const withScript = await as('meike.thomas')
  const session = await planMeeting(withScript, `Ohne Skript ${randomUUID().slice(0, 6)}`)
  const page = await as('meike.thomas', { javaScriptEnabled: false })
  await page.goto(`${session}/live`)
  await page.getByRole('button', { name: 'Methode beginnen' }).click()
  await expect(page.getByTestId('schritt')).toHaveText('Vorstellen')
  await expect(page.getByTestId('uhr')).toHaveText(/^(10:00|9:5\d)$/)
  await page.getByRole('button', { name: 'Nächster Schritt' }).click()
  await expect(page.getByTestId('schritt')).toHaveText('Nachfragen')
  await page.getByRole('button', { name: 'Methode beenden' }).click()
  await expect(page.getByText('Tuning Protocol ist beendet.')).toBeVisible()
})

test('what a meeting leaves: minutes, a decision, a task with undo, own words', async ({ as }) => {
  const mark = randomUUID().slice(0, 6)
  const tobias = await as('tobias.hansen')
  await tobias.goto(`${PLG}/termine`)
  await tobias.getByRole('link', { name: /Entwurf „Bruchstreifen“ prüfen/ }).click()
  await tobias.getByRole('link', { name: 'Protokoll bearbeiten' }).click()
  await tobias.getByLabel('Was war, was folgt daraus?').fill(`Das Falten bleibt. ${mark}`)
  await tobias.getByRole('button', { name: 'Protokoll speichern' }).click()
  await expect(tobias.getByText(`Das Falten bleibt. ${mark}`)).toBeVisible()
  await tobias.getByLabel('Neuer Beschluss').fill(`Beschluss ${mark}`)
  await tobias.getByRole('button', { name: 'Beschluss festhalten' }).click()
  await expect(tobias.getByText(`Beschluss ${mark}`, { exact: true }).first()).toBeVisible()
  await tobias.getByLabel('Neue Aufgabe').fill(`Aufgabe ${mark}`)
  await tobias.getByRole('button', { name: 'Aufgabe hinzufügen' }).click()
  await tobias.getByRole('button', { name: `Erledigt Aufgabe ${mark}` }).click()
  await expect(tobias.getByRole('button', { name: `Erledigt Aufgabe ${mark}` })).toHaveCount(0)
  await tobias.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(tobias.getByRole('button', { name: `Erledigt Aufgabe ${mark}` })).toBeVisible()
  await tobias.getByLabel('Das nehme ich mit').fill(`Weniger ist mehr ${mark}`)
  await tobias.getByRole('button', { name: 'Check-out speichern' }).click()
  await expect(tobias.getByText(`Weniger ist mehr ${mark}`).first()).toBeVisible()
  await expectAccessible(tobias)

  await tobias.goto(`${PLG}/termine/bescheinigung`)
  await expect(tobias.getByRole('main').getByText('Tobias Hansen')).toBeVisible()
  await expect(
    tobias.getByText(/zusammen 2 Stunden|zusammen 3 Stunden|90 Minuten/).first(),
  ).toBeVisible()
  await expectAccessible(tobias)
})

test('the own calendar: an address that works for programs and ends when it is renewed', async ({
  as,
  asVisitor,
}) => {
  const aylin = await as('aylin.yildiz')
  await aylin.goto('/konto/kalender')
  await aylin.getByRole('button', { name: /Adresse (anlegen|erneuern)/ }).click()
  const field = aylin.getByLabel('Alle meine Termine')
  await expect(field).toHaveValue(/\/kalender\/[\w-]{43}\.ics$/)
  await expectAccessible(aylin)
  const address = new URL(await field.inputValue()).pathname
  const visitor = await asVisitor()
  const answer = await visitor.request.get(address)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  const text = await answer.text()
  expect(text.replaceAll('\r\n ', '')).toContain('Was haben Lernende verstanden?')
  // Of the closed circle there is nothing but the time.
  expect(text).not.toContain('Fallberatung')
  await aylin.getByRole('button', { name: 'Adresse erneuern' }).click()
  await expect(field).not.toHaveValue(new RegExp(address))
  expect((await visitor.request.get(address)).status()).toBe(404)
  expect((await visitor.request.get('/kalender/geraten.ics')).status()).toBe(404)
})

test('people outside find no meeting', async ({ as }) => {
  const petra = await as('petra.wolff')
  for (const path of ['termine', 'termine/1', 'termine/1/live', 'termine/1/kalender'])
    expect([403, 404]).toContain((await petra.request.get(`${PLG}/${path}`)).status())
})
