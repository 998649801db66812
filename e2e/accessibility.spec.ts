import { STOPS } from './pages.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

// Every page, in the size and colours of each device: nothing for axe to find, no sideways scrolling, one h1.
for (const stop of STOPS)
  for (const theme of ['light', 'dark'] as const)
    test(`${stop.name} is accessible, ${theme} @ipad @phone @laptop`, async ({
      as,
      asVisitor,
    }, info) => {
      // Both themes on the iPad; elsewhere one of them is enough to see what the size does.
      test.skip(
        info.project.name !== 'ipad' &&
          theme === (info.project.name === 'phone' ? 'light' : 'dark'),
      )
      const options = { colorScheme: theme }
      const page = stop.as ? await as(stop.as, options) : await asVisitor(options)
      await page.goto(stop.path)
      await stop.prepare?.(page)
      await expect(page.locator('h1')).toHaveCount(1)
      await expect(page).toHaveTitle(/Lernen 25/)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })

test('pages for everyone fit 320 px without sideways scrolling', async ({ asVisitor }) => {
  const page = await asVisitor({ viewport: { width: 320, height: 640 }, isMobile: true })
  for (const stop of STOPS.filter((one) => !one.as)) {
    await page.goto(stop.path)
    await expectNoSidewaysScroll(page)
  }
})

test('the look is in the first HTML: no flash, and it holds after a reload', async ({ as }) => {
  const page = await as('tobias.hansen')
  await page.goto('/konto/darstellung')
  await page.getByText('Dunkel', { exact: true }).click()
  await page.getByText('115 %', { exact: true }).click()
  await page.getByRole('button', { name: /speichern|übernehmen/i }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  const html = await (await page.request.get('/heute')).text()
  expect(html).toContain('data-theme="dark"')
  expect(html).toContain('data-text-size="115"')
})

test('the keyboard reaches the content first, then every part', async ({ asVisitor }) => {
  const page = await asVisitor()
  await page.goto('/schulen')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Zum Inhalt springen' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#inhalt')).toBeFocused()
})
