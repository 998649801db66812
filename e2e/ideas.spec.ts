import { randomUUID } from 'node:crypto'
import { expect, expectAccessible, test } from './test.ts'

const mark = () => randomUUID().slice(0, 6)

test('from an idea to a PLG: three write, join and merge, one founds, all are asked in', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const word = `Wattwurm ${mark()}`
  const tobias = await as('tobias.hansen')
  await tobias.goto('/plg')
  await tobias.getByRole('link', { name: 'Ideen', exact: true }).click()
  await tobias.getByRole('link', { name: 'Idee aufschreiben' }).click()
  await tobias.getByLabel('Titel').fill(`${word} filmen und erklären`)
  await tobias.getByRole('button', { name: 'Weiter' }).click()
  await tobias.getByLabel('Was begegnet Ihnen?').fill('Nach dem Ausflug bleibt wenig hängen.')
  await tobias.getByLabel('Was brauchen Lernende?').fill('Einen Grund, genau hinzusehen.')
  await expectAccessible(tobias)
  await tobias.getByRole('button', { name: 'Idee veröffentlichen' }).click()
  await expect(tobias.getByRole('heading', { level: 1 })).toContainText(word)
  const path = new URL(tobias.url()).pathname

  // Somebody has the same in mind and sees it before writing, but writes all the same.
  const hannah = await as('hannah.vogt')
  await hannah.goto('/ideen/neu')
  await hannah.getByLabel('Titel').fill(`${word} filmen`)
  await hannah.getByRole('button', { name: 'Weiter' }).click()
  await expect(hannah.getByRole('heading', { name: 'Ähnliche Ideen' })).toBeVisible()
  await expect(hannah.getByRole('link', { name: `${word} filmen und erklären` })).toBeVisible()
  await hannah.getByLabel('Was begegnet Ihnen?').fill('Das Watt ist weit weg.')
  await hannah.getByLabel('Was brauchen Lernende?').fill('Bilder, die sie selbst machen.')
  await hannah.getByRole('button', { name: 'Idee veröffentlichen' }).click()
  await expect(hannah.getByRole('heading', { level: 1 })).toContainText(word)
  const like = new URL(hannah.url()).pathname

  // Joining shows up on the author's page without reloading it.
  const orhan = await as('orhan.demir')
  await orhan.goto(`/ideen?q=${encodeURIComponent(word)}`)
  await orhan.getByRole('link', { name: `${word} filmen und erklären` }).click()
  await orhan.getByLabel('Ihre Notiz').fill('Mit unserer 4b.')
  await orhan.getByRole('button', { name: 'Ich mache mit' }).click()
  await expect(orhan.getByText('Mit unserer 4b.')).toBeVisible()
  await expect(tobias.getByText('Mit unserer 4b.')).toBeVisible()
  await expectAccessible(tobias)

  await tobias.getByRole('link', { name: 'Zusammenführen' }).click()
  await tobias.getByLabel(new RegExp(`${word} filmen(?! und)`)).check()
  await expectAccessible(tobias)
  await tobias.getByRole('button', { name: 'Zusammenführen' }).click()
  await expect(tobias.getByRole('heading', { name: 'Zusammengeführt mit' })).toBeVisible()
  await hannah.goto(like)
  await expect(hannah).toHaveURL(path)
  await hannah.goto('/benachrichtigungen')
  await expect(hannah.locator('main')).toContainText('zusammengeführt')

  await tobias.getByRole('link', { name: 'PLG daraus machen' }).click()
  await expectAccessible(tobias)
  await tobias.getByRole('button', { name: 'Gruppe gründen und einladen' }).click()
  await expect(tobias.getByRole('heading', { level: 1 })).toContainText(word)
  const plg = new URL(tobias.url()).pathname

  for (const page of [orhan, hannah]) {
    await page.goto(path)
    await page.getByRole('link', { name: `${word} filmen und erklären` }).click()
    await expect
      .poll(async () => {
        await page.goto(plg)
        return page.getByRole('button', { name: 'Einladung annehmen' }).count()
      })
      .toBe(1)
    await page.getByRole('button', { name: 'Einladung annehmen' }).click()
    await expect(page.getByRole('link', { name: /^Diskussion/ })).toBeVisible()
  }
  await tobias.goto(`${plg}/mitglieder`)
  for (const name of ['Orhan Demir', 'Hannah Vogt'])
    await expect(tobias.locator('main')).toContainText(name)
})

test('an idea is joined and left without JavaScript, and reads 320 px wide', async ({ as }) => {
  const page = await as('meike.thomas', {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  })
  await page.goto('/ideen?thema=parent_funding')
  await page.getByRole('link', { name: /Elternfinanzierung gut erklären/ }).click()
  await page.getByRole('button', { name: 'Ich mache mit' }).click()
  await expect(page.locator('main')).toContainText('Sie machen mit')
  await page.getByRole('button', { name: 'Nicht mehr mitmachen' }).click()
  await expect(page.getByRole('button', { name: 'Ich mache mit' })).toBeVisible()
})

test('the SMZ takes a list of groups over: shown first, then done, then nothing new', async ({
  as,
}) => {
  const sabine = await as('sabine.krueger', { javaScriptEnabled: false })
  const name = `Lesenetz ${mark()}`
  const list = (school: string) =>
    Buffer.from(
      `\ufeffGruppe;Art;Schulnummer;E-Mail;Rolle\r\n${name};Netzwerkgruppe;${school};orhan.demir@demo.lernen25.example;Sprecher:in\r\n`,
    )
  const review = async (buffer: Buffer) => {
    await sabine.goto('/verwaltung/gruppen-import')
    const file = { name: 'gruppen.csv', mimeType: 'text/csv', buffer }
    await sabine.getByLabel('Liste der Gruppen').setInputFiles(file)
    await sabine.getByLabel('Woher stammt die Liste?').fill('Netzliste')
    await sabine.getByRole('button', { name: 'Prüfen' }).click()
  }
  await review(list('111111'))
  await expect(sabine.locator('main')).toContainText('Nummer 111111 ist nicht im Verzeichnis')
  await expect(sabine.getByRole('button', { name: 'Übernehmen' })).toHaveCount(0)
  await review(list(''))
  await expect(sabine.getByRole('heading', { name })).toBeVisible()
  await sabine.getByRole('button', { name: 'Übernehmen' }).click()
  await expect(sabine.locator('main')).toContainText('1 Gruppe neu')
  await review(list(''))
  await expect(sabine.locator('main')).toContainText('Die Liste sagt nichts Neues')
  const orhan = await as('orhan.demir')
  await expect
    .poll(async () => {
      await orhan.goto('/plg')
      return orhan.getByRole('link', { name }).count()
    })
    .toBeGreaterThan(0)
  expect((await orhan.request.get('/verwaltung/gruppen-import')).status()).toBe(403)
})
