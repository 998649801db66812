import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { drawing, paragraph as p, relation, wordFile } from '../server/rich-text/zip-for-tests.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

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

const SOON = { timeout: 2_000 }

/** Other journeys write in this concept at the same time: then the form says so, and one presses again. */
async function publishing(page: Page, seen: () => Promise<void>): Promise<void> {
  await expect(async () => {
    const button = page.getByRole('button', { name: 'Veröffentlichen' })
    if (await button.isVisible()) await button.click()
    await seen()
  }).toPass({ timeout: 30_000 })
}

test('Meike hands the concept over, the Schulleitung compares, is warned of a name, publishes with a date', async ({
  as,
  asVisitor,
}) => {
  test.setTimeout(180_000)
  // Meike writes, without a script, what must not leave the school.
  const meike = await as('meike.thomas', { javaScriptEnabled: false })
  await meike.goto(`${CONCEPT}/entwurf/kapitel`)
  const chapters = await meike.content()
  const [text = ''] =
    /\/konzepte\/gesamtschule-rheinblick\/entwurf\/dokumente\/[^/"?#]+/.exec(chapters) ?? []
  const name = `Mia ${'SKLMT'.charAt(Date.now() % 5)}.`
  const write = async (change: (before: string) => string) => {
    await meike.goto(`${text}/bearbeiten?einfach`)
    const field = meike.locator('main textarea').first()
    await field.fill(change(await field.inputValue()))
    await meike
      .locator('main form button[type=submit]', { hasText: /Speichern|speichern/ })
      .first()
      .click()
    await expect(meike.locator('main')).not.toContainText('Fehler')
  }
  await write((before) => `${before}\n\nDen Koffer hat ${name} gepackt.`)
  await meike.goto(`${CONCEPT}/entwurf`)
  await expect(meike.getByRole('link', { name: 'Veröffentlichen' })).toHaveCount(0)
  await meike.getByRole('link', { name: 'Zur Freigabe an die Schulleitung' }).click()
  await meike.getByLabel('Hinweis an die Schulleitung').fill('Bitte ansehen')
  await meike.getByRole('button', { name: 'Zur Freigabe geben' }).click()
  await expect(meike.getByText('zur Freigabe vor').first()).toBeVisible()
  expect((await meike.request.get(`${CONCEPT}/entwurf/veroeffentlichen`)).status()).toBe(404)

  const petra = await as('petra.wolff', { javaScriptEnabled: false })
  await petra.goto('/heute?wartet=alle')
  await expect(petra.locator('main')).toContainText('liegt Ihnen zur Freigabe vor')
  await petra.goto(`${CONCEPT}/entwurf/freigabe`)
  await expect(petra.locator('main')).toContainText('Bitte ansehen')
  await petra.getByRole('link', { name: /^Mit Version \d+ vergleichen/ }).click()
  await expect(petra.getByRole('heading', { level: 1 })).toContainText('→ Entwurf')
  await expect(petra.locator('main')).toContainText(/Abschnitte? geändert, \d+ neu/)

  // Without a date, and with a name, nothing leaves.
  await petra.goto(`${CONCEPT}/entwurf/veroeffentlichen`)
  await expect(petra.locator('main')).toContainText(`„${name}“ in`)
  await petra.getByLabel('Öffentlich').last().check()
  await petra.getByLabel('Was hat sich geändert und warum?').fill('Ausstattung ergänzt')
  await petra.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(petra.locator('main')).toContainText(
    'Bitte geben Sie an, wann die Schulkonferenz beschlossen hat.',
  )
  await expect(petra.getByLabel('Was hat sich geändert und warum?')).toHaveValue(
    'Ausstattung ergänzt',
  )
  await petra.getByLabel('Beschluss der Schulkonferenz').fill('2026-11-12')
  await publishing(petra, () =>
    expect(petra.locator('main')).toContainText('Das sieht nach Namen von Kindern aus', SOON),
  )

  // The name comes out; what she filled in belongs to an older draft, and the form says so.
  await write((before) => before.replace(name, 'eine Gruppe'))
  await petra.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(petra.locator('main')).toContainText('Der Entwurf hat sich inzwischen geändert')
  await publishing(petra, () => expect(petra).toHaveURL(/\/v\/\d+$/, SOON))
  const path = new URL(petra.url()).pathname
  const number = Number(path.split('/').at(-1))
  await expect(petra.locator('main')).toContainText(`Version ${number} veröffentlicht`)

  const visitor = await asVisitor()
  await visitor.goto(path)
  await expect(visitor.locator('main')).toContainText(
    'beschlossen in der Schulkonferenz am 12.11.2026',
  )
  await expect(visitor.locator('main')).not.toContainText(name)
  await expectAccessible(visitor)
  await expectNoSidewaysScroll(visitor)
  await visitor.goto(CONCEPT)
  await expect(visitor.locator('main')).toContainText(`Version ${number} veröffentlicht`)
  await visitor.goto(`${CONCEPT}/v/${number - 1}`)
  await expect(visitor.locator('main')).toContainText(`Es gibt eine neuere Version ${number}.`)
  await visitor.goto(`${CONCEPT}/vergleich?von=${number - 1}&bis=${number}`)
  await expect(visitor.locator('ins').first()).toBeVisible()
  const file = await visitor.request.get(`${path}/export?format=md`)
  expect(await file.text()).toContain('12.11.2026')
})

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
