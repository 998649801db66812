import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { drawing, paragraph as p, relation, wordFile } from '../server/rich-text/zip-for-tests.ts'
import { expect, expectAccessible, test } from './test.ts'

// Journey 6, first half: the concept of before becomes chapters, which are corrected, and its picture gets a description.

const CONCEPT = '/konzepte/gesamtschule-rheinblick'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function aWordFile(chapter: string): Promise<Buffer> {
  const create = { width: 320, height: 200, channels: 3, background: '#79c4ea' } as const
  const bytes = await sharp({ create }).png().toBuffer()
  return wordFile({
    styles: { t: 'Titel', u1: 'Überschrift 1' },
    relations: relation('bild', 'image', 'media/bild.png'),
    more: [{ name: 'word/media/bild.png', bytes }],
    body: [
      p('Medienkonzept', 't'),
      p(`Ausstattung ${chapter}`, 'u1'),
      p('Dreißig Tablets in zwei Koffern.'),
      drawing('bild'),
      p(`Alltag ${chapter}`, 'u1'),
      p('Montag bis Freitag.'),
    ].join(''),
  })
}

async function send(page: Page, chapter: string): Promise<void> {
  await page.goto(`${CONCEPT}/import`)
  const name = `konzept-${chapter}.docx`
  const file = { name, mimeType: WORD, buffer: await aWordFile(chapter) }
  await page.getByLabel('Datei', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: 'Hochladen' }).click()
  // It stands below when it has arrived.
  await page.getByRole('radio', { name }).check({ timeout: 30_000 })
  await page.getByLabel('Nein', { exact: true }).check()
  await page.getByRole('button', { name: 'Datei lesen' }).click()
}

/** Looks again until the file is read, as somebody without a script does. */
async function untilRead(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: 'Übernehmen', exact: true })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass({ timeout: 60_000 })
}

async function correctAndTake(page: Page, chapter: string): Promise<void> {
  await expect(page.getByText('2 Kapitel erkannt, 1 Bild (1 ohne Beschreibung).')).toBeVisible()
  await page.getByLabel('Kommt in (Abschnitt 2)').selectOption({ label: 'Neu: Kooperation' })
  await page.getByLabel('Titel von Abschnitt 2').fill(`Schulalltag ${chapter}`)
  await page.getByRole('button', { name: 'Übernehmen', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Übernommen' })).toBeVisible()
}

test('a Word file becomes chapters on an iPad, with a description of its picture', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const meike = await as('meike.thomas')
  const chapter = `A${Date.now()}`
  await send(meike, chapter)
  await expect(meike.getByRole('button', { name: 'Übernehmen', exact: true })).toBeVisible({
    timeout: 60_000,
  })
  await expectAccessible(meike)
  await correctAndTake(meike, chapter)
  await meike.getByRole('link', { name: 'Bilder beschreiben' }).click()
  const row = meike.getByRole('listitem').filter({ hasText: `Ausstattung ${chapter}` })
  await row.getByLabel('Was ist zu sehen?').fill('Ein Koffer mit Tablets')
  await expectAccessible(meike)
  await row.getByRole('button', { name: 'Beschreibung speichern' }).click()
  await expect(row).toBeHidden()

  await meike.goto(`${CONCEPT}/entwurf/kapitel`)
  await expectAccessible(meike)
  await meike.getByRole('button', { name: `Schulalltag ${chapter} nach oben` }).click()
  await expect(meike.getByText(`„Schulalltag ${chapter}“ ist jetzt Kapitel`)).toBeVisible()
  const visible = meike.getByRole('link', { name: `Ausstattung ${chapter}`, exact: true })
  await visible.click()
  await expect(meike.getByRole('img', { name: 'Ein Koffer mit Tablets' })).toBeVisible()
  await expectAccessible(meike)
})

test('an old Word file is refused before it travels, in plain words', async ({ as }) => {
  const meike = await as('meike.thomas')
  await meike.goto(`${CONCEPT}/import`)
  const file = { name: 'konzept.doc', mimeType: 'application/msword', buffer: Buffer.alloc(600, 1) }
  await meike.getByLabel('Datei', { exact: true }).setInputFiles(file)
  await meike.getByRole('button', { name: 'Hochladen' }).click()
  await expect(meike.getByText(/Alte Office-Formate/).first()).toBeVisible()
})

test('the same works without JavaScript', async ({ as }) => {
  test.setTimeout(120_000)
  const meike = await as('meike.thomas', { javaScriptEnabled: false })
  const chapter = `B${Date.now()}`
  await send(meike, chapter)
  await untilRead(meike)
  await correctAndTake(meike, chapter)
  await meike.goto(`${CONCEPT}/entwurf/kapitel`)
  const row = meike.getByRole('listitem').filter({ hasText: `Schulalltag ${chapter}` })
  await row.getByRole('link', { name: /Vorlagen und Beispiele/ }).click()
  await meike.getByRole('main').locator('summary').filter({ hasText: 'Leitfragen' }).first().click()
  await meike
    .getByRole('button', { name: /Als Anfang übernehmen/ })
    .first()
    .click()
  await expect(meike.getByRole('article')).toContainText('Montag bis Freitag.')
})
