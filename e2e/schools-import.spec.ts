import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, expectAccessible, test } from './test.ts'

const REGISTER = resolve('../shared/data/schuldaten.csv')

test('the operator imports the official register: 134 schools in operation @laptop', async ({
  as,
}) => {
  test.skip(!existsSync(REGISTER), 'the register is not part of the project')
  test.setTimeout(120_000)
  const page = await as('operator')
  await page.goto('/verwaltung/schulen/import')
  await expectAccessible(page)
  await page.getByLabel('Schulregister').setInputFiles(REGISTER)
  await page.getByRole('button', { name: /prüfen|ansehen/i }).click()
  await expect(page.locator('main')).toContainText('134', { timeout: 30_000 })
  await expectAccessible(page)
  await page.getByRole('button', { name: /übernehmen/i }).click()
  await expect(page).toHaveURL(/verwaltung\/schulen$/, { timeout: 30_000 })
  const visitor = await (await page.request.get('/schulen')).text()
  expect(visitor).toMatch(/150 Schulen/)
  await page.goto('/verwaltung/protokoll')
  await expect(page.locator('main')).toContainText(/Schulregister|importiert/i)
})

const BAD: [name: string, content: string | Buffer, sentence: RegExp][] = [
  ['leer.csv', '', /leer|Kopfzeile|Spalte/i],
  ['kein-register.csv', 'a;b;c\n1;2;3\n', /Spalte/i],
  ['bild.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /Datei|Zeile|Zeichen|Text/i],
]

for (const [name, content, sentence] of BAD)
  test(`a file that is no register (${name}) is refused with a sentence`, async ({ as }) => {
    const page = await as('operator', { javaScriptEnabled: false })
    await page.goto('/verwaltung/schulen/import')
    const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content)
    await page.getByLabel('Schulregister').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: /prüfen|ansehen/i }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expect(page.locator('main')).toContainText(sentence)
  })

test('nobody but operators imports', async ({ as }) => {
  for (const person of ['meike.thomas', 'petra.wolff', 'sabine.krueger'] as const) {
    const page = await as(person)
    expect((await page.request.get('/verwaltung/schulen/import')).status()).toBeGreaterThanOrEqual(
      403,
    )
  }
})
