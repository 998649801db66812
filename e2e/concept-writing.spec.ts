import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'
import { behind, chip, edit, editor } from './writing.ts'

// Two colleagues write one chapter of their school's concept; who leaves the school leaves the text.

const DRAFT = '/konzepte/ggs-am-hafen/entwurf'
const LAPTOP = { viewport: { width: 1366, height: 900 }, isMobile: false, hasTouch: false }
const PHONE = { viewport: { width: 390, height: 844 } }

async function newChapter(page: Page, title: string): Promise<string> {
  await page.goto(`${DRAFT}/kapitel/neu`)
  await page.getByLabel('Titel', { exact: true }).fill(title)
  await page.getByLabel('Worum geht es?').selectOption({ label: 'Evaluation' })
  await page.getByRole('button', { name: 'Kapitel anlegen' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  return new URL(page.url()).pathname
}

const aids = (page: Page) => page.getByRole('complementary', { name: 'Vorlagen und Beispiele' })

/** Takes the guiding questions out of the drawer beside the text. */
async function takeQuestions(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Vorlagen und Beispiele' }).click()
  await expect(page.getByRole('heading', { name: 'Vorlagen und Beispiele' })).toBeFocused()
  await aids(page).locator('summary').filter({ hasText: 'Leitfragen' }).click()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await aids(page)
    .getByRole('button', { name: /^Übernehmen ?: Leitfragen/ })
    .click()
}

test('two colleagues write one chapter with a template beside it, until one leaves the school', async ({
  as,
}) => {
  test.setTimeout(240_000)
  const [orhan, fatma, ruth] = [
    await as('orhan.demir', LAPTOP),
    await as('fatma.arslan', PHONE),
    await as('ruth.lang'),
  ]
  const title = `Evaluation ${Date.now()}`
  const path = await newChapter(orhan, title)
  await Promise.all([edit(orhan, path), edit(fatma, path)])
  await editor(orhan).click()
  await orhan.keyboard.type('Wir fragen zweimal im Jahr.')
  await expect(editor(fatma)).toContainText('Wir fragen zweimal im Jahr.')
  // The other one's name stands in the same line for now.
  await editor(fatma).locator('p', { hasText: 'Wir fragen zweimal' }).click()
  await fatma.keyboard.press('End')
  await fatma.keyboard.press('Enter')
  await fatma.keyboard.type('Zuerst die Klassen 3 und 4.')
  await expect(editor(orhan)).toContainText('Zuerst die Klassen 3 und 4.')

  // The template comes in while the other writes on; nothing is lost, and one step takes it out again.
  await behind(orhan, 'Wir fragen zweimal im Jahr.')
  const typing = fatma.keyboard.type(' Dann das Kollegium, dann die Eltern.', { delay: 40 })
  await takeQuestions(orhan)
  await typing
  for (const page of [orhan, fatma])
    await expect(editor(page)).toContainText(
      /Wir fragen zweimal im Jahr\.Woran merken wir.*Was ändern wir danach\?Zuerst die Klassen 3 und 4\. Dann das Kollegium, dann die Eltern\./,
    )
  await editor(orhan).focus()
  await orhan.keyboard.press('Control+z')
  await expect(editor(orhan)).not.toContainText('Woran merken wir')
  await expect(editor(orhan)).toContainText('Wir fragen zweimal im Jahr.')
  await expect(editor(orhan)).toContainText('dann die Eltern.')
  await orhan.getByRole('button', { name: 'Vorlagen und Beispiele schließen' }).click()
  await expect(orhan.getByRole('complementary', { name: /^Kommentare/ })).toBeVisible()

  // On a phone the drawer is a sheet that goes when something is taken.
  await takeQuestions(fatma)
  await expect(aids(fatma)).toBeHidden()
  await expect(editor(fatma)).toBeFocused()
  await expect(editor(orhan)).toContainText('Woran merken wir')
  await expect(chip(fatma)).toHaveText(/Gespeichert/)

  // A comment about words of the other.
  await editor(orhan).getByText('Wir fragen zweimal im Jahr.').selectText()
  await orhan.getByRole('button', { name: 'Kommentar', exact: true }).click()
  await orhan.getByLabel('Ihr Kommentar').fill('Reicht das?')
  await orhan.getByRole('button', { name: 'Kommentieren' }).click()
  await fatma.getByRole('link', { name: /^Kommentare/ }).click()
  await expect(fatma.getByRole('complementary', { name: /^Kommentare/ })).toContainText(
    'Reicht das?',
  )

  // State and responsible person, as the other then reads them in the list.
  await orhan.goto(`${DRAFT}/kapitel`)
  await orhan.getByRole('link', { name: `Angaben zu ${title}` }).click()
  await orhan.getByLabel('Stand', { exact: true }).selectOption({ label: 'Fertig' })
  await orhan.getByLabel('Zuständig').selectOption({ label: 'Fatma Arslan' })
  await orhan.getByRole('button', { name: 'Speichern' }).click()
  const reader = await fatma.context().newPage()
  await reader.goto(`${DRAFT}/kapitel`)
  const row = reader.getByRole('listitem').filter({ hasText: title })
  await expect(row).toContainText('Fatma Arslan')
  await expect(row).toContainText(/fertig/i)

  // Ruth ends Fatma's role: the line to the text closes at once, and the pages are gone.
  await ruth.goto('/schulen/ggs-am-hafen/personen')
  await ruth.getByRole('button', { name: 'Beenden Lehrkraft Fatma Arslan' }).click()
  const undo = ruth.getByRole('button', { name: 'Rückgängig' })
  await expect(undo).toBeVisible()
  try {
    await expect(chip(fatma)).not.toHaveText(/Gespeichert/, { timeout: 15_000 })
    await edit(orhan, path)
    await behind(orhan, 'Wir fragen zweimal im Jahr.')
    await orhan.keyboard.type(' Nur noch für uns.')
    await expect(chip(orhan)).toHaveText(/Gespeichert/)
    await expect(fatma.locator('main')).not.toContainText('Nur noch für uns.')
    for (const address of [path, `${path}/bearbeiten`, `${DRAFT}/kapitel`])
      expect((await reader.request.get(address)).status()).toBe(404)
  } finally {
    await undo.click()
    await expect(ruth.getByText('Die Rolle gilt wieder.')).toBeVisible()
  }
})
