import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const RHEINBLICK = '/konzepte/gesamtschule-rheinblick'
const TITLE = 'Medienkompetenzrahmen: Wo ist was verankert?'

/** Row by row what stands in the cells of the only table. */
const cellsOf = (page: Page) =>
  page
    .locator('table.mkr tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td > *')].map((cell) => cell.textContent ?? '')),
    )

/** "4 zuletzt 2025/26" is four, "Lücke" nothing. */
const numberIn = (text: string) => Number(/^\d+/.exec(text)?.[0] ?? 0)

/** How many things the list behind a number names, and those it only counts. */
async function countThings(page: Page): Promise<number> {
  const card = page.locator('main section').first()
  const named = await card.locator('li').count()
  const hidden = await card.getByText(/^Dazu \d+/).allTextContents()
  return named + hidden.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0] ?? 0), 0)
}

test('a head sees the gaps, what others do there, compares and takes the table along @laptop', async ({
  as,
  asVisitor,
}) => {
  const petra = await as('petra.wolff')
  await petra.goto(`${RHEINBLICK}/mkr`)
  await expect(petra.getByRole('heading', { name: TITLE })).toBeVisible()
  await expect(petra.getByText(/2 Lücken in „Problemlösen und Modellieren“/)).toBeVisible()
  await expectAccessible(petra)

  // The numbers are what stands behind them.
  const table = await cellsOf(petra)
  const links = await petra
    .locator('table.mkr td > a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const shown = table.flat()
  for (const at of [0, 5, shown.length - 1]) {
    await petra.goto(links[at] ?? '')
    expect(await countThings(petra)).toBe(numberIn(shown[at] ?? ''))
  }

  // By keyboard to the gap, and from there to what others do.
  await petra.goto(`${RHEINBLICK}/mkr`)
  const gap = petra.getByRole('link', { name: 'Lücke' }).first()
  await gap.focus()
  await expect(gap).toBeFocused()
  await petra.keyboard.press('Enter')
  await expect(petra.getByRole('heading', { level: 1 })).toContainText(
    '6 Problemlösen und Modellieren',
  )
  await expect(petra.getByRole('heading', { name: /Lücke/ })).toBeVisible()
  await expectAccessible(petra)

  // The file: 24 rows, and the sums that the page with 24 rows shows.
  await petra.goto(`${RHEINBLICK}/mkr?zeilen=24`)
  const all = await cellsOf(petra)
  const response = await petra.request.get(`${RHEINBLICK}/mkr/csv`)
  const bytes = await response.body()
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n')
  expect(lines).toHaveLength(25)
  const numbers = lines.slice(1).map((line) => line.split(';').slice(1).map(Number))
  expect(numbers).toEqual(all.map((row) => row.map(numberIn)))

  // Beside another school; only what is published is offered.
  await petra.goto(`${RHEINBLICK}/mkr`)
  await petra.getByRole('link', { name: 'Mit anderen Schulen vergleichen' }).click()
  await petra.getByRole('checkbox').nth(0).check()
  await petra.getByRole('checkbox').nth(1).check()
  const boxes = petra.getByRole('checkbox')
  for (let at = 2; at < (await boxes.count()); at += 1) await boxes.nth(at).uncheck()
  await petra.getByRole('button', { name: 'Vergleichen' }).click()
  await expect(petra.locator('table.mkr')).toHaveCount(2)
  await expectAccessible(petra)
  await petra.getByRole('link', { name: 'Unterschiede' }).click()
  await expect(petra.locator('table.mkr')).toHaveCount(1)
  await expect(petra.getByText(/[▲▼] \d/).first()).toBeVisible()
  await expectAccessible(petra)

  // Visitors read what is published, never the draft.
  const visitor = await asVisitor()
  await visitor.goto(`${RHEINBLICK}/mkr`)
  expect(await cellsOf(visitor)).toEqual(table)
  await visitor.goto(`${RHEINBLICK}/entwurf/mkr`)
  await expect(visitor).toHaveURL(/anmelden/)
})

test('gap, comparison, differences and the file work without JavaScript @ipad', async ({ as }) => {
  const petra = await as('petra.wolff', { javaScriptEnabled: false })
  await petra.goto(`${RHEINBLICK}/mkr`)
  await petra.getByRole('link', { name: 'Lücke' }).first().click()
  await expect(petra.getByRole('heading', { name: /Lücke/ })).toBeVisible()
  await petra.goto(`${RHEINBLICK}/mkr`)
  await petra.getByRole('link', { name: 'Mit anderen Schulen vergleichen' }).click()
  const boxes = petra.getByRole('checkbox')
  for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).setChecked(at < 2)
  await petra.getByRole('button', { name: 'Vergleichen' }).click()
  await expect(petra.locator('table.mkr')).toHaveCount(2)
  await petra.getByRole('link', { name: 'Unterschiede' }).click()
  await expect(petra.getByText(/[▲▼] \d/).first()).toBeVisible()
  const file = await petra.getByRole('link', { name: 'CSV herunterladen' }).getAttribute('href')
  expect(await (await petra.request.get(file ?? '')).text()).toContain(';')
})

test('on a phone the table scrolls inside its region @phone', async ({ as }) => {
  const meike = await as('meike.thomas')
  for (const path of [`${RHEINBLICK}/mkr?spalten=jahre`, `${RHEINBLICK}/entwurf/mkr?zeilen=24`]) {
    await meike.goto(path)
    await expect(meike.locator('table.mkr')).toBeVisible()
    await expectNoSidewaysScroll(meike)
    await expectAccessible(meike)
  }
})

test('an entry counts in the draft at once, and outside not before the next version @laptop', async ({
  as,
  asVisitor,
}) => {
  const visitor = await asVisitor()
  await visitor.goto(`${RHEINBLICK}/mkr`)
  const outside = await cellsOf(visitor)
  const meike = await as('meike.thomas')
  await meike.goto(`${RHEINBLICK}/entwurf/mkr`)
  const before = await cellsOf(meike)
  await meike.getByRole('link', { name: 'Unterrichtsvorhaben eintragen' }).click()
  await meike.getByRole('button', { name: 'Unterrichtsvorhaben eintragen' }).click()
  await expect(meike.getByText('Bitte nennen Sie das Unterrichtsvorhaben.').first()).toBeVisible()
  await meike.getByRole('textbox', { name: 'Unterrichtsvorhaben' }).fill('Ein Spiel programmieren')
  await meike.getByLabel('Fach', { exact: true }).selectOption({ label: 'Informatik' })
  await meike.getByRole('checkbox', { name: 'Q2', exact: true }).check()
  await meike.getByRole('checkbox', { name: /^6\.3/ }).check()
  await meike.getByRole('button', { name: 'Unterrichtsvorhaben eintragen' }).click()
  await expect(meike.getByText('1 Eintrag ist angelegt.')).toBeVisible()
  await meike.goto(`${RHEINBLICK}/entwurf/mkr`)
  const after = await cellsOf(meike)
  expect(numberIn(after[5]?.at(-1) ?? '')).toBe(numberIn(before[5]?.at(-1) ?? '') + 1)
  await visitor.reload()
  expect(await cellsOf(visitor)).toEqual(outside)
})
