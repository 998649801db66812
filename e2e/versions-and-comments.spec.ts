import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './test.ts'
import { chip, editor } from './writing.ts'

// Journey 3, second half: a remark, a state with a name, what changed since, and the way back.

const PLAN = '/plg/ipads-mathematik-5-6/dokumente/1-unterrichtsplan-brueche'

async function newDocument(page: Page): Promise<string> {
  await page.goto('/plg/ipads-mathematik-5-6/dokumente/neu')
  await page.getByLabel('Titel', { exact: true }).fill(`Plan ${Date.now()}`)
  await page.getByRole('button', { name: 'Dokument anlegen' }).click()
  await expect(page.getByRole('link', { name: 'Bearbeiten', exact: true })).toBeVisible()
  return new URL(page.url()).pathname
}

async function write(page: Page, path: string, words: string): Promise<void> {
  await page.goto(`${path}/bearbeiten`)
  await expect(chip(page)).toHaveText(/Gespeichert/)
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words)
  await expect(chip(page)).toHaveText(/Gespeichert/)
}

async function saveVersion(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${path}/versionen`)
  await page.getByLabel('Name des Standes').fill(name)
  await page.getByRole('button', { name: 'Stand sichern' }).click()
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
}

test('a remark at a sentence is answered and done', async ({ as }) => {
  test.setTimeout(90_000)
  const [meike, orhan] = [await as('meike.thomas'), await as('orhan.demir')]
  const path = await newDocument(meike)
  await write(meike, path, 'Das dauert zehn Minuten.')
  await meike.keyboard.press('Shift+Home')
  await meike.getByRole('button', { name: 'Kommentar', exact: true }).click()
  const box = meike.getByTestId('neuer-kommentar')
  await expect(box).toContainText('Das dauert zehn Minuten.')
  await box.getByLabel('Ihr Kommentar').fill('Bei uns eher fünfzehn.')
  await box.getByRole('button', { name: 'Kommentieren' }).click()
  await expect(editor(meike).locator('mark[data-thread]')).toHaveText('Das dauert zehn Minuten.')
  await expect(chip(meike)).toHaveText(/Gespeichert/)
  const mark = editor(meike).locator('mark[data-thread]')
  await expect(mark).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')

  await orhan.goto(`${path}/kommentare`)
  await expect(orhan.getByText('Bei uns eher fünfzehn.')).toBeVisible()
  await expectAccessible(orhan)
  await orhan.getByRole('button', { name: 'Erledigt' }).click()
  await expect(orhan.getByText('Bei uns eher fünfzehn.')).toBeHidden()
  await orhan.goto(path)
  await expect(orhan.getByRole('article')).toContainText('Das dauert zehn Minuten.')
  await expect(orhan.locator('mark[data-thread]')).toHaveCount(0)
  // Who is writing sees its place fade.
  await expect(mark).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
})

test('two states are compared word by word, and the first one comes back as the third', async ({
  as,
}) => {
  test.setTimeout(90_000)
  const page = await as('meike.thomas')
  const path = await newDocument(page)
  await write(page, path, 'Wir falten 30 Minuten zu zwei.')
  await saveVersion(page, path, 'Entwurf 1')
  await page.goto(`${path}/bearbeiten?einfach`)
  await page.getByLabel('Text', { exact: true }).fill('Wir falten 60 Minuten zu drei.')
  await page.getByRole('button', { name: 'Speichern' }).click()
  await expect(page.getByRole('article')).toContainText('60 Minuten')
  await saveVersion(page, path, 'Nach Probe in 6b')
  for (const stand of ['jetzt', '1', '2'])
    await page.locator(`input[name=stand][value="${stand}"]`).setChecked(stand !== 'jetzt')
  await page.getByRole('button', { name: 'Vergleichen' }).click()
  await expect(page).toHaveURL(/vergleich\?von=1&bis=2/)
  await expect(page.getByText(/1 Abschnitt geändert/)).toBeVisible()
  const texts = (tag: string) => page.locator(tag).allTextContents()
  expect((await texts('del')).join()).toContain('30')
  expect((await texts('ins')).join()).toContain('60')
  expect((await texts('del')).join()).toContain('zwei')
  await expectAccessible(page)

  await page.goto(`${path}/versionen`)
  await page.getByRole('link', { name: /^Wiederherstellen ?: Entwurf 1$/ }).click()
  await page.getByRole('button', { name: 'Wiederherstellen' }).click()
  await expect(page.getByText('Das ist jetzt Version 3.')).toBeVisible()
  await page.goto(`${path}/versionen`)
  await expect(page.getByText(/Version 3 · Meike Thomas/)).toBeVisible()
  await expectAccessible(page)
  await page.goto(path)
  await expect(page.getByRole('article')).toContainText('Wir falten 30 Minuten zu zwei.')
})

test('a plan goes out as a Word file with its styles, and in again', async ({ as }) => {
  test.setTimeout(90_000)
  const page = await as('meike.thomas')
  await page.goto(PLAN)
  await page.locator('summary').filter({ hasText: 'Mehr zu diesem Dokument' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Als Word herunterladen' }).click(),
  ])
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  const path = await newDocument(page)
  await page.goto(`${path}/uebernehmen`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.docx', mimeType: 'application/octet-stream', buffer: bytes })
  await page.getByRole('button', { name: /hochladen/i }).click()
  await expect(page.getByRole('radio', { name: 'plan.docx' })).toBeChecked()
  await page.getByRole('button', { name: 'Übernehmen' }).click()
  await expect(page.getByText(/5 Überschriften, 1 Tabelle, 0 Bilder erkannt/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Zum Dokument' }).click()
  await expect(page.getByRole('columnheader', { name: 'Phase' })).toBeVisible()
})

test('without JavaScript: reading with remarks, versions and comparing', async ({ as }) => {
  const page = await as('orhan.demir', { javaScriptEnabled: false })
  await page.goto(PLAN)
  await expect(page.getByRole('article')).toContainText('zehn Minuten')
  await page.getByRole('link', { name: 'Versionen' }).click()
  await page.locator('input[name=stand][value="1"]').check()
  await page.locator('input[name=stand][value=jetzt]').check()
  await page.getByRole('button', { name: 'Vergleichen' }).click()
  await expect(page).toHaveURL(/vergleich\?von=1&bis=jetzt/)
  await expect(page.locator('ins').first()).toBeVisible()
  await page.goto(`${PLAN}/kommentare`)
  await expect(page.getByText('Bei uns hat das Falten eher 15 Minuten gedauert.')).toBeVisible()
})
