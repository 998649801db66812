import { STOPS } from './pages.ts'
import { expect, expectAccessible, expectContrast, expectNoSidewaysScroll, test } from './test.ts'

const PHONE = { width: 390, height: 844 }
const LAPTOP = { width: 1366, height: 768 }

// Every page in one visit: on the iPad, which most people have, in light and in dark; on a phone; and that it fits
// a laptop, which shows the parts of the iPad with more room between them. Nothing for axe to find, no sideways
// scrolling, one h1.
for (const stop of STOPS)
  test(`${stop.name} is accessible`, async ({ as, asVisitor }) => {
    const page = stop.as ? await as(stop.as) : await asVisitor()
    await page.goto(stop.path)
    await stop.prepare?.(page)
    await expect(page.locator('h1')).toHaveCount(1)
    await expect(page).toHaveTitle(/Lernen 25/)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.setViewportSize(LAPTOP)
    await expectNoSidewaysScroll(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(page)
    await page.setViewportSize(PHONE)
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

test('keys and taps while a page comes alive do it no harm', async ({ asVisitor }) => {
  const page = await asVisitor()
  const tablet = await page.context().newCDPSession(page)
  await tablet.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  for (let visit = 0; visit < 6; visit++) {
    await page.goto('/schulen', { waitUntil: 'commit' })
    let isAlive = false
    const alive = page.waitForLoadState('networkidle').then(() => (isAlive = true))
    while (!isAlive) {
      await page.keyboard.press('Tab')
      await page.mouse.click(5, 300)
    }
    await alive
  }
})
