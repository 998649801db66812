import type { Page } from '@playwright/test'
import { choose, enter, pick, press, tick, unfold, write } from './keys.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

// Journey 12: a Vorhaben is planned, reflected on and published; another school finds, tries and adopts it.

const LIST = '/plg/ipads-mathematik-5-6/vorhaben'

async function plan(page: Page, title: string): Promise<string> {
  await enter(page, LIST)
  await press(page, page.getByRole('link', { name: 'Neues Vorhaben' }))
  await write(page, page.getByLabel('Titel', { exact: true }), title)
  await write(page, page.getByLabel('Worum es geht'), 'Wir zeichnen Brüche mit dem iPad.')
  await tick(page, page.getByLabel('Mathematik'))
  await tick(page, page.getByLabel('5/6'))
  await unfold(page, 'Medienkompetenzrahmen NRW')
  await tick(page, page.getByLabel('1.2 Digitale Werkzeuge'))
  await tick(page, page.getByLabel('4.1 Medienproduktion und Präsentation'))
  await write(page, page.getByLabel('Software 1', { exact: true }), 'GeoSkizze')
  await pick(page, page.getByLabel('Stand zu Software 1'), 'Freigegeben')
  await write(page, page.getByLabel('Software 2', { exact: true }), 'Buchwerk')
  await write(page, page.getByLabel('Ausstattung 1', { exact: true }), 'iPad-Koffer 3')
  await press(page, page.getByRole('button', { name: 'Vorhaben anlegen' }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

async function publish(page: Page, path: string, visibility: string): Promise<void> {
  await enter(page, path)
  const step = page.getByRole('button', { name: 'Als geplant eintragen' })
  if (await step.isVisible()) {
    await press(page, step)
    await expect(page.getByText('Der Stand ist gespeichert.')).toBeVisible()
  }
  await enter(page, `${path}/veroeffentlichen`)
  await choose(page, page.getByRole('radio', { name: new RegExp(`^${visibility}`) }))
  await choose(page, page.getByRole('radio', { name: /^CC BY-SA 4.0/ }))
  await press(page, page.getByRole('button', { name: 'Veröffentlichen', exact: true }))
  await expect(page).toHaveURL(/\/vorhaben\/\d+-[a-z0-9-]+$/)
}

async function foundPlg(page: Page, title: string): Promise<void> {
  await enter(page, '/plg/neu')
  await write(page, page.getByLabel('Titel', { exact: true }), title)
  await write(page, page.getByLabel('Ihre Frage in einem Satz'), 'Was hilft Lernenden bei Brüchen?')
  await press(page, page.getByRole('button', { name: /gründen/i }))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('with the keyboard alone from the plan of one school to a copy at another', async ({ as }) => {
  test.setTimeout(240_000)
  const [meike, orhan] = [await as('meike.thomas'), await as('orhan.demir')]
  const title = `Brüche zeichnen ${Date.now()}`
  const path = await plan(meike, title)
  await expect(
    meike.getByText('Die Freigabe ist abgelaufen. Bitte prüfen Sie die Nutzung.'),
  ).toBeVisible()
  await expectAccessible(meike)

  await press(meike, meike.getByRole('link', { name: 'Text aus Dokument übernehmen' }))
  await choose(meike, meike.getByRole('radio', { name: /^Unterrichtsplan Brüche/ }))
  await expectAccessible(meike)
  await press(meike, meike.getByRole('button', { name: 'Übernehmen' }))
  await expect(meike.getByRole('article', { name: /^Plan von/ })).toContainText('Einstieg')

  await press(meike, meike.getByRole('link', { name: 'Reflexion schreiben' }))
  await write(meike, meike.getByLabel('Was hat geklappt?'), 'Emre aus der 6b hat es allen erklärt.')
  await write(meike, meike.getByLabel('Was hat Sie überrascht?'), 'Wie schnell es ging.')
  await write(meike, meike.getByLabel(/^Was würden Sie beim nächsten Mal/), 'Früher anfangen.')
  await write(
    meike,
    meike.getByLabel('Das Wichtigste in einem Satz'),
    'Zeichnen hilft beim Vergleichen.',
  )
  await choose(meike, meike.getByRole('radio', { name: /^Zur Nachahmung empfohlen/ }))
  await expectAccessible(meike)
  await press(meike, meike.getByRole('button', { name: 'Abschluss speichern' }))
  await expect(meike.getByText('Zeichnen hilft beim Vergleichen.')).toBeVisible()

  // A child's name is looked at before anybody else reads it.
  await press(meike, meike.getByRole('button', { name: 'Als geplant eintragen' }))
  await expect(meike.getByText('Der Stand ist gespeichert.')).toBeVisible()
  await enter(meike, `${path}/veroeffentlichen`)
  await expect(meike.getByText(/„Emre aus der 6b“/)).toBeVisible()
  await expectAccessible(meike)
  await enter(meike, `${path}/abschluss`)
  await write(meike, meike.getByLabel('Was hat geklappt?'), 'Alle haben es einander erklärt.')
  await press(meike, meike.getByRole('button', { name: 'Abschluss speichern' }))
  await expect(meike).toHaveURL(path)
  await publish(meike, path, 'Netzwerk')
  const address = new URL(meike.url()).pathname
  await expect(meike.getByRole('link', { name: 'CC BY-SA 4.0' })).toBeVisible()
  await expect(meike.getByText('Von einer PLG im Duisburger Schulnetz')).toBeVisible()
  await choose(meike, meike.getByRole('radio', { name: 'Mit Namen' }))
  await press(meike, meike.getByRole('button', { name: 'Entscheidung speichern' }))
  await expect(meike.getByText('Von Meike Thomas')).toBeVisible()

  await foundPlg(orhan, `Am Hafen ${Date.now()}`)
  await enter(orhan, `/suche?q=${encodeURIComponent(`brüche zeichnen ${title.split(' ').at(-1)}`)}`)
  await expect(orhan.getByRole('main').locator('mark').first()).toBeVisible()
  await press(orhan, orhan.getByRole('link', { name: title }))
  await expect(orhan).toHaveURL(new RegExp(`${address}$`))
  await expectAccessible(orhan)
  await press(orhan, orhan.getByRole('button', { name: 'Probiere ich aus' }))
  await expect(orhan.getByText('1 Schule probiert es aus.')).toBeVisible()
  const into = orhan.getByLabel('In welche PLG?')
  const [target = ''] = (await into.locator('option').allTextContents()).filter((one) =>
    one.startsWith('Am Hafen'),
  )
  await pick(orhan, into, target)
  await press(orhan, orhan.getByRole('button', { name: 'In meine Schule übernehmen' }))
  await expect(orhan.getByText(`Übernommen aus „${title}“.`)).toBeVisible()
  await expect(orhan.getByRole('article', { name: /^Plan von/ })).toContainText('Einstieg')
  const copy = new URL(orhan.url()).pathname

  // Meike hears a number and no name.
  await enter(meike, address)
  await expect(meike.getByText('1 Schule probiert es aus.')).toBeVisible()
  await expect(meike.getByText('1 PLG hat es übernommen.')).toBeVisible()
  await expect(meike.getByText('Orhan Demir')).toBeHidden()

  // Withdrawn, it is gone outside at once; the copy says so.
  await enter(meike, `${path}/veroeffentlichen`)
  await press(meike, meike.getByRole('button', { name: 'Zurückziehen' }))
  await expect(meike.getByText(/Das Vorhaben ist zurückgezogen/)).toBeVisible()
  const outsider = await as('hannah.vogt')
  expect((await outsider.goto(address))?.status()).toBe(404)
  await enter(outsider, `/vorhaben?q=${encodeURIComponent(title)}`)
  await expect(outsider.getByText('Dazu gibt es noch kein Vorhaben.')).toBeVisible()
  await enter(orhan, copy)
  await expect(orhan.getByText('Das Original ist nicht mehr veröffentlicht.')).toBeVisible()
})

test('a visitor without JavaScript finds, reads and takes home what is public', async ({
  asVisitor,
}) => {
  const page = await asVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 720 } })
  await page.goto('/vorhaben')
  await page.getByLabel('Wonach suchen Sie?').fill('Lesetagebuhc')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await page.getByRole('link', { name: 'Lesetagebuch zum Hören' }).click()
  await expect(page.getByText('Mit Bedingungen empfohlen')).toBeVisible()
  await expect(page.getByText('Von Claudia Neumann und 1 weiteren Person')).toBeVisible()
  await expect(page.getByText('Fatma Arslan')).toHaveCount(0)
  await expect(page.getByText('Ines Keller')).toHaveCount(0)
  const address = new URL(page.url()).pathname
  for (const [format, holds] of [
    ['md', '# Lesetagebuch zum Hören'],
    ['json', '"type": ['],
  ]) {
    const answer = await page.request.get(`${address}/export?format=${format}`)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).toContain(holds)
  }
  expect((await page.request.get(`${address}/export?format=exe`)).status()).toBe(404)
  expect((await page.request.get('/vorhaben/1-geheim/export?format=md')).status()).toBe(404)
})

test('pages of Vorhaben are narrow, and can be used with the keyboard', async ({ as }) => {
  const page = await as('meike.thomas', { viewport: { width: 320, height: 720 } })
  for (const path of [LIST, `${LIST}/neu`, '/vorhaben', '/plg/ipads-mathematik-5-6/transfer']) {
    await page.goto(path)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.goto(LIST)
  await page.getByRole('link', { name: 'Brüche falten und zeichnen' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Zwei Geräte waren nicht geladen.')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'Durchgang eintragen' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Tag', { exact: true }).fill('2026-11-26')
  await page.getByLabel('Was haben Sie ausprobiert?').fill('Noch einmal gefaltet.')
  await page.getByLabel('Was haben Sie ausprobiert?').press('Tab')
  await page.getByRole('button', { name: 'Durchgang eintragen' }).press('Enter')
  await expect(page.getByText('Noch einmal gefaltet.')).toBeVisible()
  await page.getByRole('button', { name: /^Löschen ?: Durchgang am 26.11.2026$/ }).press('Enter')
  await expect(page.getByText('Noch einmal gefaltet.')).toBeHidden()
  await page.getByRole('button', { name: 'Rückgängig' }).press('Enter')
  await expect(page.getByText('Noch einmal gefaltet.')).toBeVisible()
})

test('what a school takes home is read by its principal, and nothing else', async ({ as }) => {
  const [meike, petra] = [await as('meike.thomas'), await as('petra.wolff')]
  await meike.goto('/plg/ipads-mathematik-5-6/transfer')
  await meike.getByLabel('Was nehmen Sie mit an Ihre Schule?').fill('Das Falten in allen 5ten.')
  await meike.getByLabel('Zu wem?').fill('Fachkonferenz Mathematik')
  await meike.getByRole('button', { name: 'Transferbogen speichern' }).click()
  await expect(meike.getByText('Der Transferbogen ist gespeichert.')).toBeVisible()
  await petra.goto('/schulen/gesamtschule-rheinblick/transfer')
  await expect(petra.getByText('Das Falten in allen 5ten.')).toBeVisible()
  await expectAccessible(petra)
  expect((await petra.goto('/plg/ipads-mathematik-5-6/transfer'))?.status()).toBe(403)
  expect((await petra.goto(LIST))?.status()).toBe(403)
  expect((await petra.goto('/schulen/ggs-am-hafen/transfer'))?.status()).toBe(403)
})
