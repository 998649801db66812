import { press, tabTo } from './keys.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, ORIGIN, test } from './test.ts'

test('two entries of one app become one, and are parted again', async ({ as }) => {
  test.setTimeout(90_000)
  const sabine = await as('sabine.krueger')
  await sabine.goto('/software')
  await sabine.getByRole('link', { name: 'Dubletten' }).click()
  await expect(sabine.locator('main')).toContainText(/gleicher Anbieter, ähnlicher Name \d\d %/)
  await sabine.getByRole('link', { name: /Vergleichen.*Übino und Übino App/ }).click()
  await expect(sabine.getByRole('heading', { name: '„Übino“ bleibt' })).toBeVisible()
  await expect(sabine.locator('main')).toContainText(/Es ziehen um: \d+ Vorhaben/)
  await expectAccessible(sabine)
  await sabine.getByLabel(/als App/).check()
  await sabine.getByRole('button', { name: 'Zusammenführen' }).click()
  await expect(sabine).toHaveURL('/software/uebino')
  await expect(sabine.getByRole('button', { name: /Rückgängig \(30 Tage\)/ })).toBeVisible()

  const old = await sabine.request.get('/software/uebino-app', { maxRedirects: 0 })
  expect(old.status()).toBe(301)
  expect(new URL(old.headers().location ?? '', ORIGIN).pathname).toBe('/software/uebino')
  await sabine.goto(`/software?q=${encodeURIComponent('Übino App')}`)
  await expect(sabine.getByRole('heading', { level: 3 })).toHaveText(['Übino'])

  await sabine.goto('/software/dubletten')
  await sabine.getByRole('button', { name: /Rückgängig.*Übino App/ }).click()
  await expect(sabine).toHaveURL('/software/uebino-app')
  await expect(sabine.getByRole('heading', { level: 1 })).toHaveText('Übino App')
})

test('a visitor finds an app and compares without JavaScript, 320 px wide', async ({
  asVisitor,
}) => {
  const page = await asVisitor({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Software' }).click()
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Fach', { exact: true }).selectOption('mathematics')
  await page.getByLabel('Status', { exact: true }).selectOption('usable')
  await page.getByRole('button', { name: 'Apps suchen' }).click()
  await expect(page).toHaveURL(/fach=mathematics/)
  for (const name of ['GeoSkizze', 'Übino'])
    await page.getByLabel(`Vergleichen: ${name}`, { exact: true }).check()
  await page.getByRole('button', { name: 'Ausgewählte vergleichen' }).click()
  await expect(page.getByRole('columnheader')).toHaveCount(3)
  await expectNoSidewaysScroll(page)
  await page.getByRole('link', { name: 'GeoSkizze' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GeoSkizze')
  await expect(page.locator('main')).toContainText('Freigegeben')
  await expectNoSidewaysScroll(page)
})

test('the directory works by keyboard, with a slip of the pen @laptop', async ({ asVisitor }) => {
  const page = await asVisitor()
  await page.goto('/software')
  await tabTo(page, page.getByLabel('Suchwort'))
  await page.keyboard.type('Geoskitze')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=Geoskitze/)
  await press(page, page.getByRole('link', { name: 'GeoSkizze' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('GeoSkizze')
  await page.goto('/software?q=gibtesnicht')
  await expect(page.locator('main')).toContainText('Keine App zu „gibtesnicht“ gefunden.')
})

test('an app is kept on a list, and the list goes and comes back', async ({ as }) => {
  const julia = await as('julia.brandt')
  await julia.goto('/software/geoskizze')
  await julia.getByRole('main').getByRole('link', { name: 'Merken' }).click()
  await julia.getByLabel(/Neue Liste/).fill('Für den Herbst')
  await julia.getByRole('button', { name: 'Merken' }).click()
  await julia.getByRole('link', { name: 'Für den Herbst' }).first().click()
  await expect(julia.getByRole('heading', { name: 'GeoSkizze' })).toBeVisible()
  await julia.getByText(/^Notiz schreiben/).click()
  await julia.getByLabel('Notiz', { exact: true }).fill('Für die Winkel in Klasse 6')
  await julia.getByRole('button', { name: 'Notiz sichern' }).click()
  await expect(julia.getByText('Notiz: Für die Winkel in Klasse 6')).toBeVisible()
  await expectAccessible(julia)
  await julia.getByText('Liste ändern oder teilen').click()
  await julia.getByRole('button', { name: 'Liste löschen' }).click()
  await expect(julia).toHaveURL('/merklisten')
  await julia.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(julia.getByRole('heading', { level: 1 })).toHaveText('Für den Herbst')
})
