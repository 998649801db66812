import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const said = (page: Page, text: string | RegExp) =>
  expect(page.getByText(text).first()).toBeVisible()

async function agree(page: Page, school: string, name: string, gives: string): Promise<void> {
  await page.goto(`/schulen/${school}/plgs`)
  const seat = page.getByRole('region', { name })
  await expect(seat).toContainText('Jede Schule bringt zwei Nachmittage ein.')
  await seat.getByLabel('Was Ihre Schule gibt').fill(gives)
  await seat.getByRole('button', { name: /^Zustimmen/ }).click()
  await said(page, 'Ihre Zustimmung ist eingetragen.')
}

test('a group is founded, its schools agree, the first gate opens, and it sets its focus @laptop', async ({
  as,
}) => {
  // Four people sign in one after the other.
  test.slow()
  const name = `Anteile sehen ${randomUUID().slice(0, 6)}`
  const meike = await as('meike.thomas')
  await meike.goto('/plg/neu')
  await meike.getByText('Soll es eine andere Art von Gruppe werden?').click()
  await expect(meike.getByRole('link', { name: 'Hospitationsring' })).toBeVisible()
  await meike.getByLabel('Titel').fill(name)
  await meike.getByLabel('Ihre Frage in einem Satz').fill('Wie werden Anteile anschaulich?')
  await meike.getByLabel(/Aus welchem Programm/).selectOption({ label: 'Lernen 25' })
  await expectAccessible(meike)
  await meike.getByRole('button', { name: 'PLG gründen' }).click()
  await expect(meike.getByRole('heading', { level: 1 })).toContainText(name)
  const path = new URL(meike.url()).pathname
  await expect(meike.getByRole('region', { name: 'Wo wir stehen' })).toContainText('bisher 0 von 2')

  // The gate is closed, whatever one tries.
  await meike.goto(`${path}/phasen`)
  await expectAccessible(meike)
  await expectNoSidewaysScroll(meike)
  for (const phase of ['Fokus', 'Erprobung']) {
    await meike.getByLabel('Wohin?').selectOption({ label: phase })
    await meike.getByRole('button', { name: 'Entscheidung festhalten' }).click()
    await said(meike, /Das geht erst, wenn: 2 Schulleitungen haben zugestimmt/)
  }

  await meike.goto(`${path}/vereinbarung`)
  await meike.getByText('Vereinbarung schreiben').click()
  await meike.getByLabel('Was Sie vereinbaren').fill('Jede Schule bringt zwei Nachmittage ein.')
  await meike.getByLabel(/Wie oft Sie sich treffen/).fill('Alle sechs Wochen')
  await meike.getByRole('button', { name: 'Fassung speichern' }).click()
  await said(meike, 'Fassung 1')
  await meike.getByLabel('Wir fangen pünktlich an und hören pünktlich auf.').check()
  await meike.getByLabel(/Eigene Absprachen/).fill('Wir zeigen auch, was nicht geklappt hat.')
  await meike.getByRole('button', { name: 'Absprachen festhalten' }).click()
  await said(meike, 'Wir zeigen auch, was nicht geklappt hat.')
  await expectAccessible(meike)

  const orhan = await as('orhan.demir')
  await orhan.goto(path)
  await orhan.getByRole('button', { name: /Beitreten/ }).click()
  await said(orhan, 'Sie sind jetzt Mitglied.')
  await agree(await as('petra.wolff'), 'gesamtschule-rheinblick', name, 'Zwei Nachmittage')
  await agree(await as('ruth.lang'), 'ggs-am-hafen', name, 'Eine Entlastungsstunde')

  await meike.goto(`${path}/vereinbarung`)
  await said(meike, 'Gibt: Eine Entlastungsstunde')
  await meike.goto(`${path}/phasen`)
  await meike.getByRole('link', { name: 'Termin festlegen' }).click()
  await meike.getByLabel('Titel').fill('Auftakt')
  await meike.getByLabel('Tag', { exact: true }).fill('2027-01-14')
  await meike.getByRole('textbox', { name: /^Ort/ }).fill('Raum 104')
  await meike.getByRole('button', { name: 'Termin planen' }).click()
  await expect(meike.getByRole('heading', { name: 'Auftakt', level: 2 })).toBeVisible()

  await meike.goto(`${path}/phasen`)
  await meike.getByLabel('Wohin?').selectOption({ label: 'Fokus' })
  await meike.getByLabel(/Bis wann dauert diese Phase/).fill('2027-02-28')
  await meike
    .getByRole('region', { name: 'Weitergehen oder zurückgehen' })
    .getByLabel(/Warum so/)
    .fill('Wir sind vollständig.')
  await meike.getByRole('button', { name: 'Entscheidung festhalten' }).click()
  await said(meike, 'Von „Bildung“ zu „Fokus“')
  await expect(meike.locator('main')).toContainText('Phase „Fokus“ bis 28.02.2027')

  // Who has an older page open is told what has been decided since.
  await orhan.goto(`${path}/phasen`)
  await expect(orhan.getByLabel('Wohin?')).toHaveCount(0)
  await said(orhan, 'Wir sind vollständig.')

  await orhan.goto(`${path}/fokus`)
  await expect(orhan.getByLabel('Unsere Frage')).toHaveValue('Wie werden Anteile anschaulich?')
  await orhan.getByLabel(/Was sollen die Lernenden können/).fill('Einen Anteil zeigen.')
  await orhan.getByLabel(/Woran erkennen wir/).fill('Sie erklären ihn einem Kind.')
  await expectAccessible(orhan)
  await orhan.getByRole('button', { name: 'Fokus speichern' }).click()
  await said(orhan, 'Der Fokus ist gespeichert.')
  await expectNoSidewaysScroll(orhan)
  await meike.goto(`${path}/fokus`)
  await said(meike, 'Sie erklären ihn einem Kind.')
})

test('a pause and its end, without JavaScript, at 320 px', async ({ as }) => {
  const hannah = await as('hannah.vogt', {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  await hannah.goto('/plg/1-zu-1-ausstattung/phasen')
  await expectNoSidewaysScroll(hannah)
  await hannah.getByRole('button', { name: 'Pause beginnen' }).click()
  await expect(hannah.locator('main')).toContainText('Die Gruppe pausiert')
  await hannah.getByRole('button', { name: 'Arbeit fortsetzen' }).click()
  await expect(hannah.locator('main')).toContainText('Die Arbeit geht weiter')
  await hannah.goto('/plg/1-zu-1-ausstattung/vereinbarung')
  await expectNoSidewaysScroll(hannah)
})

test('a circle of principals is founded by one, and there for nobody else', async ({ as }) => {
  // Five people sign in one after the other.
  test.slow()
  const petra = await as('petra.wolff')
  await petra.goto('/plg')
  await expect(petra.locator('main')).toContainText('Runde der Schulleitungen Nord')
  await petra.goto('/plg/neu')
  await expect(petra.getByRole('heading', { level: 1 })).toContainText('Schulleitungsrunde gründen')
  await expect(petra.getByText('Wie kommt man dazu?')).toHaveCount(0)
  const circle = '/plg/runde-der-schulleitungen-nord'
  for (const person of ['meike.thomas', 'emre.kilic', 'sabine.krueger', 'operator'] as const) {
    const page = await as(person)
    for (const path of ['', '/phasen', '/vereinbarung', '/fokus', '/diskussion', '/termine'])
      expect((await page.request.get(circle + path)).status(), path).toBe(404)
    for (const path of ['/plg', '/suche?q=Runde', '/heute', '/schulen/gesamtschule-rheinblick'])
      expect(await (await page.request.get(path)).text(), path).not.toContain('Schulleitungen Nord')
  }
})
