import type { Browser, Page } from '@playwright/test'
import { aPlatform } from './platform.mjs'
import { DEMO_PASSWORD, expect, test } from './test.ts'
import { chip, editor, newDocument } from './writing.ts'

// A platform of its own, so that nobody else notices the restart.
let platform: Awaited<ReturnType<typeof aPlatform>>

test.beforeAll(async () => {
  test.setTimeout(90_000)
  platform = await aPlatform({ env: { SEED: 'demo' } })
  await platform.start()
})

test.afterAll(() => platform.end())

async function signedIn(browser: Browser, person: string) {
  const context = await browser.newContext({ baseURL: platform.origin })
  const page = await context.newPage()
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').first().fill(`${person}@demo.lernen25.example`)
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/heute/)
  return page
}

for (const { how, end } of [
  { how: 'stopped', end: () => platform.stop() },
  { how: 'killed', end: () => platform.kill() },
])
  test(`the server is ${how} while three type, and every word is there afterwards`, async ({
    browser,
  }) => {
    test.setTimeout(120_000)
    const people = ['meike.thomas', 'orhan.demir', 'nadja.petrovic']
    const pages = await Promise.all(people.map((person) => signedIn(browser, person)))
    const [meike] = pages as [Page]
    const path = await newDocument(meike, `Neustart ${how}`)
    await Promise.all(pages.map((page) => beginToWrite(page, path)))
    // Each in a paragraph of their own, made one after the other.
    await pages[0]?.keyboard.type(people.join('\n'))
    for (const page of pages) await expect.poll(() => paragraphs(page)).toEqual(people)
    const typed = Array.from({ length: 30 }, (_, at) => ` ${at + 1}`).join('')
    for (const [at, page] of pages.entries()) await goToLine(page, at)
    const typing = Promise.all(pages.map((page) => page.keyboard.type(typed, { delay: 60 })))
    await meike.waitForTimeout(1_500)
    await end()
    await typing
    for (const page of pages) await expect(chip(page)).toHaveText(/Nicht gespeichert/)

    await platform.start()
    for (const page of pages)
      await expect(chip(page)).toHaveText(/Gespeichert/, { timeout: 40_000 })
    const whole = people.map((person) => person + typed)
    for (const page of pages) await expect.poll(() => paragraphs(page)).toEqual(whole)
    await meike.goto(path)
    await expect(meike.getByRole('article').locator('p')).toHaveText(whole)
    await Promise.all(pages.map((page) => page.context().close()))
  })

/** The text without the names at the carets of others. */
const paragraphs = (page: Page) =>
  editor(page)
    .locator('p')
    .evaluateAll((found) =>
      found.map((one) => {
        const copy = one.cloneNode(true) as HTMLElement
        for (const caret of copy.querySelectorAll('.schreibmarke')) caret.remove()
        return (copy.textContent ?? '').replace(/[\u2060\u200b]/g, '')
      }),
    )

/** Puts the caret at the end of a line. */
async function goToLine(page: Page, line: number): Promise<void> {
  await editor(page).locator('p').nth(line).click()
  await page.keyboard.press('End')
}

async function beginToWrite(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/bearbeiten`)
  await expect(editor(page)).toBeVisible()
  await expect(chip(page)).toHaveText(/Gespeichert/)
  await editor(page).click()
}
