import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, expectAccessible, expectContrast, test } from './test.ts'
import { behind, chip, edit, editor, newDocument, title } from './writing.ts'

// Journey 3: two write one plan on two iPads, no word is lost, and what changed can be seen.

const more = (page: Page) => page.locator('summary').filter({ hasText: 'Mehr zu diesem Dokument' })

/** Lets this browser's line to the documents be cut, as a school's network does. */
async function cuttable(page: Page) {
  const line = { isCut: false, close: [] as (() => void)[] }
  await page.routeWebSocket(/\/collab/, (socket) => {
    if (line.isCut) return void socket.close()
    const server = socket.connectToServer()
    line.close.push(() => {
      void server.close()
      void socket.close()
    })
  })
  return {
    cut: () => {
      line.isCut = true
      for (const close of line.close.splice(0)) close()
    },
    mend: () => {
      line.isCut = false
    },
  }
}

const photo = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#79c4ea' } })
    .jpeg()
    .toBuffer()

test('three write one plan: a table and a picture, a cut line, and no word is lost', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const [meike, orhan] = [await as('meike.thomas'), await as('orhan.demir')]
  const nadja = await as('nadja.petrovic')
  const line = await cuttable(orhan)
  const name = title()
  const path = await newDocument(meike, name, 'Unterrichtsplan')
  await Promise.all([edit(meike, path), edit(orhan, path), edit(nadja, path)])
  await expect(meike.getByText(/Orhan Demir/)).toBeVisible()
  await expect(orhan.getByText(/Meike Thomas/)).toBeVisible()

  // All at once, in different places.
  await behind(meike, 'Ziel')
  await meike.keyboard.press('Enter')
  await meike.keyboard.type('Brüche vergleichen und begründen.')
  await behind(orhan, 'Auswertung')
  await orhan.keyboard.press('Enter')
  await behind(nadja, 'Material')
  await nadja.keyboard.press('Enter')
  await Promise.all([
    orhan.keyboard.type('Was rieten die Lernenden?'),
    nadja.keyboard.type('Papierstreifen für alle.'),
  ])
  for (const page of [meike, orhan, nadja]) {
    await expect(editor(page)).toContainText('Brüche vergleichen und begründen.')
    await expect(editor(page)).toContainText('Was rieten die Lernenden?')
    await expect(editor(page)).toContainText('Papierstreifen für alle.')
  }

  // A table with its header row.
  await orhan.keyboard.press('Enter')
  await orhan.getByRole('button', { name: 'Tabelle', exact: true }).click()
  await orhan.getByRole('menuitem', { name: 'Tabelle einfügen' }).click()
  const table = orhan.getByRole('dialog', { name: 'Tabelle einfügen' })
  await expect(table.getByLabel('Mit Kopfzeile')).toBeChecked()
  await table.getByRole('button', { name: /einfügen/i }).click()
  await expect(editor(orhan).locator('table').last().locator('th').first()).toBeVisible()
  for (const head of ['Frage', 'Antwort', 'Beleg']) {
    await orhan.keyboard.type(head)
    await orhan.keyboard.press('Tab')
  }

  // A picture asks what it shows.
  await editor(orhan).getByText('Was rieten die Lernenden?').click()
  await orhan.getByRole('button', { name: 'Bild', exact: true }).click()
  const picture = orhan.getByRole('dialog', { name: /Bild/ })
  await picture
    .locator('input[type=file]')
    .setInputFiles({ name: 'streifen.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await picture.getByText('Nein', { exact: false }).first().click()
  await picture.getByRole('button', { name: 'Bild einfügen' }).click()
  await expect(picture.getByText(/Bitte beschreiben Sie das Bild/).first()).toBeVisible()
  await picture.getByLabel('Bildbeschreibung').fill('Drei Papierstreifen nebeneinander')
  await picture.getByRole('button', { name: 'Bild einfügen' }).click()
  await expect(picture).toBeHidden()
  await expect(
    editor(meike).getByRole('img', { name: 'Drei Papierstreifen nebeneinander' }),
  ).toBeVisible()

  // The line of one is cut; the words stay on the device and are said to be there only.
  line.cut()
  await behind(orhan, 'Material')
  await orhan.keyboard.press('Enter')
  await orhan.keyboard.type('Erster Satz ohne Netz. Zweiter Satz. Dritter Satz.')
  await expect(chip(orhan)).toHaveText(/Nicht gespeichert – \d+ Änderung.* nur auf diesem Gerät/)
  await behind(meike, 'Verlauf')
  await meike.keyboard.press('Enter')
  await meike.keyboard.type('Währenddessen hier.')
  await expect(chip(meike)).toHaveText(/Gespeichert/)
  await expect(editor(meike)).not.toContainText('Zweiter Satz')
  line.mend()
  await expect(chip(orhan)).toHaveText(/Gespeichert/, { timeout: 30_000 })
  for (const page of [meike, orhan, nadja]) {
    await expect(editor(page)).toContainText('Zweiter Satz. Dritter Satz.')
    await expect(editor(page)).toContainText('Währenddessen hier.')
  }
  expect((await editor(meike).textContent())?.match(/Zweiter Satz/g)).toHaveLength(1)

  await expectAccessible(meike)
  await meike.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(meike)
  await meike.emulateMedia({ colorScheme: 'light' })

  // Who comes from the editor reads the last words.
  await meike.getByRole('link', { name: 'Fertig' }).click()
  await expect(meike.getByRole('article')).toContainText('Zweiter Satz. Dritter Satz.')
  await expect(meike.getByRole('img', { name: 'Drei Papierstreifen nebeneinander' })).toBeVisible()
  await expect(meike.locator('.ProseMirror')).toHaveCount(0)
  await expectAccessible(meike)
})

test('what was typed without a line is there again after a reload', async ({ as }) => {
  test.setTimeout(60_000)
  const page = await as('orhan.demir')
  const line = await cuttable(page)
  const path = await newDocument(page, title())
  await edit(page, path)
  await editor(page).click()
  await page.keyboard.type('Vorher.')
  await expect(chip(page)).toHaveText(/Gespeichert/)
  line.cut()
  await page.keyboard.type(' Nur auf diesem iPad.')
  await expect(chip(page)).toHaveText(/Nicht gespeichert/)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  line.mend()
  await expect(editor(page)).toContainText('Vorher. Nur auf diesem iPad.')
  await expect(chip(page)).toHaveText(/Gespeichert/, { timeout: 20_000 })
  const other = await as('meike.thomas')
  await other.goto(path)
  await expect(other.getByRole('article')).toContainText('Vorher. Nur auf diesem iPad.')
})

test('whoever is not a member finds no page, no data and no line', async ({ as }) => {
  const meike = await as('meike.thomas')
  const path = await newDocument(meike, title())
  for (const person of ['hannah.vogt', 'petra.wolff', 'operator'] as const) {
    const page = await as(person)
    for (const address of [
      path,
      `${path}/bearbeiten`,
      `${path}.data`,
      `${path}/export?format=md`,
    ]) {
      const answer = await page.request.get(address)
      expect([403, 404], `${person} ${address}`).toContain(answer.status())
    }
  }
})

test('without JavaScript: a plan in the simple form, and both texts when somebody was faster', async ({
  as,
}) => {
  const meike = await as('meike.thomas', { javaScriptEnabled: false })
  const orhan = await as('orhan.demir', { javaScriptEnabled: false })
  const path = await newDocument(meike, title())
  const form = `${path}/bearbeiten?einfach`
  await Promise.all([meike.goto(form), orhan.goto(form)])
  await meike.getByLabel('Text', { exact: true }).fill('## Ziel\n\nVon Meike.')
  await meike.getByRole('button', { name: 'Speichern' }).click()
  await expect(meike.getByRole('heading', { level: 2, name: 'Ziel' })).toBeVisible()
  await orhan.getByLabel('Text', { exact: true }).fill('## Ziel\n\nVon Orhan.')
  await orhan.getByRole('button', { name: 'Speichern' }).click()
  await expect(orhan.getByText('Es gibt zwei Fassungen.')).toBeVisible()
  await expect(orhan.getByLabel(/Die andere Fassung/)).toHaveValue(/Von Meike/)
  await expect(orhan.getByLabel('Ihre Fassung')).toHaveValue(/Von Orhan/)
  await orhan.getByLabel('Ihre Fassung').fill('## Ziel\n\nVon Meike.\n\nVon Orhan.')
  await orhan.getByRole('button', { name: 'Speichern' }).click()
  await expect(orhan.getByRole('article')).toContainText('Von Meike.')
  await expect(orhan.getByRole('article')).toContainText('Von Orhan.')
})

test('a document is found, put into the archive, deleted and brought back', async ({ as }) => {
  const page = await as('meike.thomas')
  const name = title()
  const path = await newDocument(page, name)
  await page.goto(`/suche?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole('link', { name })).toBeVisible()
  await page.goto(path)
  await more(page).click()
  await page.getByRole('button', { name: 'Ins Archiv' }).click()
  await expect(page.getByText('Im Archiv', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bearbeiten', exact: true })).toHaveCount(0)
  await more(page).click()
  await page.getByRole('button', { name: 'Löschen' }).click()
  await expect(page).toHaveURL(/dokumente$/)
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectAccessible(page)
})

test('by keyboard alone: into the text, a heading, a name, and out again', async ({ as }) => {
  test.setTimeout(60_000)
  const page = await as('meike.thomas')
  const path = await newDocument(page, title())
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  const tabTo = async (wanted: RegExp, key = 'Tab') => {
    for (let pressed = 0; pressed < 60 && !wanted.test(await focused()); pressed++)
      await page.keyboard.press(key)
    expect(await focused()).toMatch(wanted)
  }
  await page.getByRole('link', { name: 'Bearbeiten', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(chip(page)).toHaveText(/Gespeichert/)
  await tabTo(/^Text des Dokuments$/)
  await page.keyboard.type('Ziel')
  await page.keyboard.press('ControlOrMeta+Alt+2')
  await expect(editor(page).getByRole('heading', { level: 2, name: 'Ziel' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Gemeinsam mit @Orhan')
  await expect(page.getByRole('option', { name: /Orhan Demir/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(editor(page)).toContainText(/Gemeinsam mit @?Orhan Demir/)
  await expect(chip(page)).toHaveText(/Gespeichert/)
  // The toolbar is one stop; arrows lead through it.
  await page.keyboard.press('Shift+Tab')
  const first = await focused()
  await page.keyboard.press('ArrowRight')
  expect(await focused()).not.toBe(first)
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Text des Dokuments')
  await page.goto(path)
  await expect(page.getByRole('article')).toContainText('Orhan Demir')
})
