import type { Page } from '@playwright/test'
import { expect } from './test.ts'

// What people do in the editor, for the journeys that write.

const PLG = '/plg/ipads-mathematik-5-6'

export const editor = (page: Page) => page.getByRole('textbox', { name: 'Text des Dokuments' })
export const chip = (page: Page) => page.getByTestId('status-chip')
export const title = () => `Unterrichtsplan ${Date.now()}`

/** @returns the path of the new document in the PLG of the demo */
export async function newDocument(
  page: Page,
  name: string,
  template = 'Leeres Dokument',
): Promise<string> {
  await page.goto(`${PLG}/dokumente/neu`)
  await page.getByLabel('Titel', { exact: true }).fill(name)
  await page.getByRole('radio', { name: new RegExp(template) }).check({ force: true })
  await page.getByRole('button', { name: 'Dokument anlegen' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Opens it in the editor, with its text there. */
export async function edit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Bearbeiten', exact: true }).click()
  await expect(editor(page)).toBeVisible()
  await expect(chip(page)).toHaveText(/Gespeichert/)
}

/** Puts the caret behind these words. */
export async function behind(page: Page, words: string): Promise<void> {
  await editor(page).getByText(words, { exact: true }).first().click()
  await page.keyboard.press('End')
}
