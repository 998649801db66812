import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const mark = () => randomUUID().slice(0, 6)

test('a visitor asks first: a sentence, conditions to tick, never what was refused', async ({
  asVisitor,
}) => {
  const page = await asVisitor({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  await page.goto('/software')
  await page.getByLabel('Name der App').fill('wortschatzkiste')
  await page.getByLabel('In welcher Klasse?').selectOption({ label: 'Klasse 6' })
  await page.getByRole('button', { name: 'Antwort zeigen' }).click()
  const answer = page.getByRole('region', { name: 'Antwort', exact: true })
  await expect(answer).toContainText('Ja, wenn Sie die Auflagen einhalten.')
  await expect(answer).toContainText('gültig bis 31.07.2028')
  await answer.getByLabel('Die Rangliste bleibt ausgeschaltet.').check()
  await expect(answer).toContainText('2 Schulen nutzen die App.')
  await expectNoSidewaysScroll(page)

  // Nothing is decided for years outside of the use.
  await page.goto('/software/wortschatzkiste?jahrgang=3&geraet=school_shared_at_school')
  await expect(answer).toContainText('Dafür ist nichts entschieden.')
  await expect(answer).toContainText('andere Jahrgänge')

  await page.goto('/software/frage?app=Schwatzbud')
  await page.getByRole('link', { name: 'Schwatzbude' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Schwatzbude')
  await expect(page.locator('main')).toContainText('Das heißt nicht verboten')
  await expect(page.locator('main')).not.toContainText(/Nicht freigegeben|Werbung lässt sich/)
})

test('a teacher sees the own school and alternatives, tells how it went, and the officer answers', async ({
  as,
}) => {
  const setting = `Zwei Stunden an Stationen ${mark()}`
  const question = `Dürfen Kinder Bilder malen? ${mark()}`
  const meike = await as('meike.thomas')
  await meike.goto('/software/buchwerk?jahrgang=6&geraet=school_shared_at_school#antwort')
  const answer = meike.getByRole('region', { name: 'Antwort', exact: true })
  await expect(answer).toContainText('Die Freigabe ist abgelaufen.')
  await expect(answer).toContainText('am 31.10.2026')
  await expect(answer).toContainText('Gesamtschule Rheinblick: eingeführt.')
  await expect(answer.getByRole('link', { name: 'Tafelzwilling' })).toBeVisible()
  await expectAccessible(meike)

  await meike.getByRole('link', { name: 'Erfahrung berichten' }).first().click()
  await meike.getByLabel('Wie haben Sie die App eingesetzt?').fill(setting)
  await meike.getByRole('button', { name: 'Bericht veröffentlichen' }).click()
  await expect(meike.getByText('Bitte wählen Sie eine Zahl von 1 bis 5.').first()).toBeVisible()
  await expectAccessible(meike)
  for (const name of ['Lernwirkung', 'Aufwand', 'Läuft stabil'])
    await meike.getByRole('group', { name }).getByText('4', { exact: true }).click()
  await meike
    .getByRole('group', { name: /wieder einsetzen/ })
    .getByText('Ja')
    .click()
  await meike.getByRole('button', { name: 'Bericht veröffentlichen' }).click()
  await expect(meike.getByText(setting)).toBeVisible()
  await expectAccessible(meike)

  await meike.goto('/software/buchwerk/fragen')
  await meike.getByLabel('Ihre Frage').fill(question)
  await meike.getByRole('button', { name: 'Frage stellen' }).click()
  await expect(meike.getByText('Ihre Frage ist gestellt.')).toBeVisible()

  const jens = await as('jens.albrecht')
  await jens.goto('/software/buchwerk/fragen')
  const asked = jens.getByRole('listitem').filter({ hasText: question }).first()
  await asked.getByText('Antworten', { exact: true }).click()
  await asked.getByLabel('Ihre Antwort').fill('Ja, ohne Gesichter.')
  await asked.getByLabel('Als Datenschutzbeauftragte:r antworten').check()
  await asked.getByRole('button', { name: 'Antwort veröffentlichen' }).click()
  await expect(jens.getByRole('listitem').filter({ hasText: question }).first()).toContainText(
    'Antwort der Datenschutzbeauftragten',
  )
  await expectAccessible(jens)

  // Who asked finds it in the bell; a curator keeps the facts.
  await expect(async () => {
    await meike.goto('/benachrichtigungen')
    await expect(meike.locator('main')).toContainText(
      'Die Datenschutzbeauftragten haben geantwortet: Frage zu „Buchwerk“.',
    )
  }).toPass()
  const sabine = await as('sabine.krueger')
  await sabine.goto('/software/notenleser/bearbeiten')
  await sabine.getByLabel('Beschreibung').fill('Noten schreiben, anhören und drucken.')
  await sabine.getByRole('button', { name: 'Speichern' }).click()
  await expect(sabine.getByText('Noten schreiben, anhören und drucken.')).toBeVisible()
  await sabine.goto('/software/notenleser/nutzungen')
  await expectAccessible(sabine)
  expect((await meike.request.get('/software/notenleser/bearbeiten')).status()).toBe(403)
})
