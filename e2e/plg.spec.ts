import { randomUUID } from 'node:crypto'
import { addressOf, expect, expectAccessible, test } from './test.ts'

const title = (word: string) => `${word} ${randomUUID().slice(0, 6)}`

test('a teacher founds a PLG, another asks to join, is accepted and leaves @laptop', async ({
  as,
}) => {
  const name = title('Lesespuren')
  const tobias = await as('tobias.hansen')
  await tobias.goto('/plg')
  await tobias.getByRole('link', { name: 'PLG gründen' }).click()
  await tobias.getByLabel('Titel').fill(name)
  await tobias.getByLabel('Ihre Frage in einem Satz').fill('Was hilft beim genauen Lesen?')
  await tobias.getByLabel(/Auf Anfrage/).check()
  await expectAccessible(tobias)
  await tobias.getByRole('button', { name: 'PLG gründen' }).click()
  await expect(tobias.getByRole('heading', { level: 1 })).toContainText(name)
  const path = new URL(tobias.url()).pathname

  const orhan = await as('orhan.demir')
  await orhan.goto(path)
  await expect(orhan.getByRole('link', { name: /^Diskussion/ })).toHaveCount(0)
  await orhan.getByLabel('Ihre Nachricht').fill('Das passt zu unserer Schule.')
  await orhan.getByRole('button', { name: /anfragen/i }).click()
  await expect(orhan.locator('main')).toContainText(/angefragt|Anfrage/i)
  expect((await orhan.goto(`${path}/diskussion`))?.status()).toBe(403)

  await tobias.goto('/heute')
  await expect(tobias.locator('main')).toContainText(name)
  await tobias.goto(`${path}/mitglieder`)
  await expect(tobias.locator('main')).toContainText('Das passt zu unserer Schule.')
  await tobias
    .getByRole('button', { name: /Annehmen|Aufnehmen/ })
    .first()
    .click()
  // The name stood there before, with the request.
  await expect(tobias.getByText('Die Anfrage ist angenommen.')).toBeVisible()

  await orhan.goto(`${path}/diskussion`)
  await expect(orhan.getByRole('heading', { level: 1 })).toContainText(name)
  await orhan.goto(`${path}/mitglieder`)
  await orhan.getByRole('button', { name: /verlassen/i }).click()
  await expect.poll(async () => (await orhan.request.get(`${path}/diskussion`)).status()).toBe(403)
})

test('an open PLG is joined at once, without JavaScript too', async ({ as }) => {
  const fatma = await as('sabine.krueger', { javaScriptEnabled: false })
  await fatma.goto('/plg/schreiben-mit-ki-werkzeugen')
  await expect(fatma.getByRole('heading', { level: 1 })).toContainText(
    'Schreiben mit KI-Werkzeugen',
  )
  const emre = await as('julia.brandt', { javaScriptEnabled: false })
  await emre.goto('/plg/schreiben-mit-ki-werkzeugen')
  await emre.getByRole('button', { name: /Beitreten/ }).click()
  await expect(emre.getByText(/Sie sind jetzt Mitglied/).first()).toBeVisible()
  await emre.goto('/plg/schreiben-mit-ki-werkzeugen/mitglieder')
  await expect(emre.locator('main')).toContainText('Julia Brandt')
})

const CLOSED = '/plg/fallberatung-schwieriger-start'

for (const person of [
  'meike.thomas',
  'petra.wolff',
  'sabine.krueger',
  'jens.albrecht',
  'operator',
] as const)
  test(`a closed PLG does not exist for ${person}`, async ({ as }) => {
    const page = await as(person)
    for (const path of [
      CLOSED,
      `${CLOSED}/mitglieder`,
      `${CLOSED}/diskussion`,
      `${CLOSED}/diskussion/1-ablauf-unserer-runden`,
      `${CLOSED}/einstellungen`,
      `${CLOSED}/diskussion/1-ablauf-unserer-runden.data`,
    ])
      expect((await page.request.get(path)).status(), path).toBe(404)
    for (const path of ['/plg', '/suche?q=Fallberatung', '/heute', '/benachrichtigungen'])
      expect(await (await page.request.get(path)).text(), path).not.toContain('schwieriger Start')
  })

test('the principal agrees to the seat of the school', async ({ as }) => {
  const ruth = await as('ruth.lang')
  await ruth.goto('/schulen/ggs-am-hafen/plgs')
  await expect(ruth.locator('main')).toContainText('iPads im Mathematikunterricht 5/6')
  await expectAccessible(ruth)
  const seat = ruth
    .locator('section, li, article')
    .filter({ hasText: 'iPads im Mathematikunterricht' })
    .last()
  await seat.getByRole('button', { name: /zustimmen/i }).click()
  await expect(ruth.locator('main')).toContainText(/zugestimmt/i)
  expect((await ruth.request.get('/plg/ipads-mathematik-5-6/diskussion')).status()).toBe(403)
})

test('people outside hear nothing by mail address either', async ({ as }) => {
  const page = await as('aylin.yildiz')
  await page.goto(`${CLOSED}/mitglieder`)
  const answers: string[] = []
  for (const address of [addressOf('orhan.demir'), 'niemand@demo.lernen25.example']) {
    await page.goto(`${CLOSED}/mitglieder`)
    await page.getByLabel('Dienstliche E-Mail-Adresse').fill(address)
    await page.getByRole('button', { name: /einladen/i }).click()
    await expect(page.locator('output')).not.toBeEmpty()
    answers.push((await page.locator('output').first().innerText()).replaceAll(address, ''))
  }
  expect(answers[0]).toBe(answers[1])
})
