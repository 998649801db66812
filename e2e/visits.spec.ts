import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const mark = () => randomUUID().slice(0, 6)

test('a teacher opens a lesson, another asks, the principal releases; only both read what is said', async ({
  as,
}) => {
  const topic = `Brüche am Streifen ${mark()}`
  const tobias = await as('tobias.hansen')
  await tobias.goto('/hospitation')
  await tobias.getByRole('link', { name: 'Unterricht öffnen' }).first().click()
  await tobias.getByLabel('Was kann man bei Ihnen sehen?').fill(topic)
  await tobias.getByLabel('Fach', { exact: true }).selectOption({ label: 'Mathematik' })
  const first = tobias.getByRole('group', { name: '1. Termin' })
  await first.getByLabel('Tag').fill('2026-12-28')
  await first.getByLabel('Von').fill('10:00')
  await first.getByLabel('Bis').fill('09:00')
  await tobias.getByRole('button', { name: 'Unterricht öffnen' }).click()
  await expect(tobias.getByText('Das Ende liegt vor dem Anfang.').first()).toBeVisible()
  await expectAccessible(tobias)
  await tobias.getByRole('group', { name: '1. Termin' }).getByLabel('Bis').fill('10:45')
  await tobias.getByRole('button', { name: 'Unterricht öffnen' }).click()
  await expect(tobias.getByRole('heading', { level: 1 })).toContainText(topic)
  await expect(tobias.getByText('Weihnachtsferien')).toBeVisible()
  const offer = new URL(tobias.url()).pathname

  const meike = await as('meike.thomas')
  await meike.goto('/hospitation?fach=mathematics&ab=2026-12-20')
  await meike.getByRole('link', { name: topic }).click()
  await meike.getByRole('button', { name: 'Besuch anfragen' }).click()
  await expect(meike.getByText('Wartet auf die Antwort von Tobias Hansen')).toBeVisible()
  await expectAccessible(meike)
  const visit = new URL(meike.url()).pathname

  // The only seat is taken now.
  const lukas = await as('lukas.sommer')
  await lukas.goto(offer)
  await expect(lukas.getByText('Alle Plätze vergeben')).toBeVisible()
  await expect(lukas.getByRole('button', { name: 'Besuch anfragen' })).toHaveCount(0)
  expect((await lukas.request.get(visit)).status()).toBe(404)

  await tobias.goto(visit)
  await tobias.getByRole('button', { name: 'Annehmen' }).click()
  await tobias.getByLabel('Worauf soll geachtet werden?').fill('Wer redet am hinteren Tisch?')
  await tobias.getByRole('button', { name: 'Auftrag speichern' }).click()
  await expect(tobias.getByLabel('Worauf soll geachtet werden?')).toHaveValue(
    'Wer redet am hinteren Tisch?',
  )
  await expectAccessible(tobias)
  await expectNoSidewaysScroll(tobias)

  await meike.goto(visit)
  await expect(meike.getByText('Wer redet am hinteren Tisch?')).toBeVisible()

  const petra = await as('petra.wolff')
  await petra.goto('/heute')
  await expect(petra.locator('main')).toContainText(/Freigabe/)
  await petra.goto('/schulen/gesamtschule-rheinblick/hospitationen')
  await expect(petra.locator('main')).toContainText('ersetzt kein Genehmigungsverfahren des Landes')
  await expect(petra.locator('main')).not.toContainText(topic)
  await expectAccessible(petra)
  await petra
    .getByRole('button', { name: /^Freigeben.*Meike Thomas/ })
    .first()
    .click()
  await expect(petra.getByText('Ihre Freigabe ist eingetragen.')).toBeVisible()
  expect((await petra.request.get(visit)).status()).toBe(404)
  // Nobody decides for another school.
  const other = await petra.request.get('/schulen/gymnasium-hafenkante/hospitationen')
  expect(other.status()).toBe(403)

  // The page of the visit hears of it without being loaded again.
  await expect(meike.getByText('Freigabe vollständig')).toBeVisible()

  await meike.getByRole('button', { name: 'Besuch absagen' }).click()
  await expect(meike.getByText('Sie haben abgesagt.')).toBeVisible()
  await tobias.goto(visit)
  await tobias.getByRole('button', { name: 'Besuch löschen' }).click()
  await expect(tobias.getByText('Der Besuch ist gelöscht.')).toBeVisible()
  await tobias.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(tobias.getByRole('heading', { level: 1 })).toContainText(topic)
})

test('what a host shares with the PLG its members read, and nobody else', async ({ as }) => {
  const nadja = await as('nadja.petrovic')
  await nadja.goto('/plg/ipads-mathematik-5-6/hospitationen')
  await nadja.getByRole('link', { name: /Anteile am Streifen/ }).click()
  await expect(nadja.getByRole('heading', { name: 'Nachgespräch' })).toBeVisible()
  const visit = new URL(nadja.url()).pathname
  await expectAccessible(nadja)
  for (const person of ['petra.wolff', 'hannah.vogt', 'operator', 'birgit.kaya'] as const) {
    const page = await as(person)
    expect((await page.request.get(visit)).status()).toBe(404)
  }
})

test('both sides have an agreed visit in their calendar; a host finds other words for the offer', async ({
  as,
}) => {
  const meike = await as('meike.thomas')
  await meike.goto('/hospitation/besuch/1')
  const file = await meike.getByRole('link', { name: 'In meinen Kalender' }).getAttribute('href')
  const answer = await meike.request.get(file ?? '')
  expect(answer.headers()['content-type']).toContain('text/calendar')
  expect(await answer.text()).toContain('SUMMARY:Hospitation: ')
  const hannah = await as('hannah.vogt')
  expect((await hannah.request.get(file ?? '')).status()).toBe(404)

  const tobias = await as('tobias.hansen', { javaScriptEnabled: false })
  await tobias.goto('/hospitation/1-brueche-legen')
  await tobias.getByRole('link', { name: 'Bearbeiten' }).click()
  const note = tobias.getByLabel('Hinweise für Gäste')
  const words = `Wir treffen uns am Haupteingang, Raum ${mark()}.`
  await note.fill(words)
  await tobias.getByRole('button', { name: 'Speichern' }).click()
  await expect(tobias.getByText(words)).toBeVisible()
})

test('asking and answering work without JavaScript', async ({ as }) => {
  const lukas = await as('lukas.sommer', { javaScriptEnabled: false })
  await lukas.goto('/hospitation?fach=mathematics')
  await lukas.getByRole('link', { name: /Anteile vergleichen/ }).click()
  await lukas.getByRole('radio').first().check()
  await lukas.getByRole('button', { name: 'Besuch anfragen' }).click()
  await expect(lukas.getByText('Wartet auf die Antwort von Nadja Petrovic')).toBeVisible()
  const visit = new URL(lukas.url()).pathname
  const nadja = await as('nadja.petrovic', { javaScriptEnabled: false })
  await nadja.goto(visit)
  await nadja.getByRole('button', { name: 'Ablehnen' }).click()
  await expect(nadja.getByText('Der Platz ist wieder frei')).toBeVisible()
})
