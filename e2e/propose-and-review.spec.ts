import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, test } from './test.ts'

const UNTIL = '2028-07-31'

test('a teacher proposes an app, the SMZ looks through it, the officer signs it', async ({
  as,
}) => {
  test.setTimeout(90_000)
  const name = `Trickfilm ${randomUUID().slice(0, 6)}`
  const orhan = await as('orhan.demir')
  await orhan.goto(`/software/vorschlagen?name=${encodeURIComponent(name)}`)
  await orhan.getByLabel('Adresse im Internet').fill('www.trickfilm.example')
  await orhan.getByLabel('Wofür brauchen Sie die App').fill('Kleine Filme im Sachunterricht')
  await orhan.getByLabel('Mit welchem Konto').selectOption({ label: 'Ohne Konto' })
  await expectAccessible(orhan)
  await orhan.getByRole('button', { name: 'Vorschlagen' }).click()
  // Where an entry of a like name is there already, one has to say that it is another thing.
  const other = orhan.getByLabel('Nein, das ist etwas anderes')
  const title = orhan.getByRole('heading', { level: 1, name })
  await expect(other.or(title).first()).toBeVisible()
  if (await other.isVisible()) {
    await other.check()
    await orhan.getByRole('button', { name: 'Vorschlagen' }).click()
  }
  await expect(title).toBeVisible()
  await expect(orhan.locator('main')).toContainText('Eingereicht')
  const number = /\/(\d+)$/.exec(new URL(orhan.url()).pathname)?.[1] ?? ''

  const sabine = await as('sabine.krueger')
  await sabine.goto('/moderation/freigaben')
  await sabine.getByRole('link', { name }).click()
  await sabine.getByRole('button', { name: 'An Prüfstelle geben' }).click()
  await expect(sabine.getByText('liegt jetzt bei der Prüfstelle').first()).toBeVisible()
  await sabine.goto(`/pruefstelle/${number}`)
  await expect(sabine.getByRole('heading', { name: '2 · Prüfpunkte' })).toBeVisible()
  await expect(sabine.getByRole('heading', { name: '3 · Entscheidung' })).toHaveCount(0)
  const tried = await sabine.request.post(`/pruefstelle/${number}/unterschreiben`, {
    form: { intent: 'sign', version: '1' },
    headers: { Origin: new URL(sabine.url()).origin },
  })
  expect(tried.status()).toBe(403)

  const jens = await as('jens.albrecht')
  await jens.goto('/pruefstelle')
  await jens.getByRole('link', { name }).click()
  const points = jens
    .getByRole('heading', { name: '2 · Prüfpunkte' })
    .locator('xpath=ancestor::section')
  const met = points.getByText('Erfüllt', { exact: true }).locator('visible=true')
  await expect(met).toHaveCount(9)
  for (let point = 0; point < 9; point++) await met.nth(point).click()
  await expectAccessible(jens)
  await jens.getByRole('button', { name: 'Prüfpunkte sichern' }).click()
  await expect(jens.getByText('9 von 35 beantwortet')).toBeVisible()

  await jens.getByText('Freigeben', { exact: true }).click()
  await jens.getByLabel('Begründung').fill('Ohne Konto, Server in Deutschland, keine Werbung.')
  await jens.getByLabel('Gültig bis').fill('')
  await jens.getByRole('button', { name: 'Entscheidung veröffentlichen' }).click()
  const summary = jens.getByRole('alert').filter({ hasText: 'bis wann die Stellungnahme gilt' })
  await expect(summary).toBeFocused()
  await jens.getByLabel('Gültig bis').fill(UNTIL)
  await jens.getByRole('button', { name: 'Entscheidung veröffentlichen' }).click()
  await expect(jens.getByRole('heading', { name: `Stellungnahme zu ${name}` })).toBeVisible()
  await expect(jens.locator('main')).toContainText(/Person(en)? erh/)
  await expectAccessible(jens)
  await jens.getByRole('button', { name: 'Unterschreiben und veröffentlichen' }).click()
  await expect(jens.getByRole('heading', { name: 'Stellungnahme', exact: true })).toBeVisible()
  await expect(jens.locator('main')).toContainText('31.07.2028')

  await orhan.reload()
  await expect(orhan.locator('main')).toContainText('Freigegeben')
})
