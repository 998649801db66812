import { addressOf, DEMO_PASSWORD, expect, linkIn, mailTo, test } from './test.ts'

test('a wrong password and an unknown account read the same @smoke', async ({ asVisitor }) => {
  const texts: (string | null)[] = []
  for (const email of ['lukas.sommer@demo.lernen25.example', 'niemand@demo.lernen25.example']) {
    const page = await asVisitor({ javaScriptEnabled: false })
    await page.goto('/anmelden')
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await page.getByLabel('Passwort', { exact: true }).fill('ganz-sicher-falsch')
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue(email)
    await expect(page.getByLabel('Passwort', { exact: true })).toHaveValue('')
    texts.push(await page.getByRole('alert').first().textContent())
  }
  expect(texts[0]).toBeTruthy()
  expect(texts[0]).toBe(texts[1])
})

test('the tenth wrong password is followed by a pause, and other accounts do not notice', async ({
  asVisitor,
  as,
}) => {
  const page = await asVisitor({ javaScriptEnabled: false })
  let status = 0
  for (let count = 0; count < 12 && status !== 429; count += 1) {
    await page.goto('/anmelden')
    await page.getByLabel('E-Mail-Adresse').fill('miriam.adler@demo.lernen25.example')
    await page.getByLabel('Passwort', { exact: true }).fill(`falsch-${count}-falsch`)
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    status = (await answer).status()
  }
  expect(status).toBe(429)
  await expect(page.getByRole('alert').first()).toContainText('Zu viele Versuche')
  const other = await as('hannah.vogt')
  await other.goto('/heute')
  await expect(other).toHaveURL(/heute/)
})

for (const javaScriptEnabled of [true, false])
  test(`a mail link signs in once, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    asVisitor,
  }) => {
    const page = await asVisitor({ javaScriptEnabled })
    const address = addressOf(javaScriptEnabled ? 'ruth.lang' : 'aylin.yildiz')
    await page.goto('/anmelden')
    await page.getByRole('link', { name: 'Anmeldelink per E-Mail' }).click()
    // The page before has a field of the same name.
    await expect(page).toHaveURL(/anmelden\/link/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anmeldelink per E-Mail')
    await page.getByLabel('E-Mail-Adresse').fill(address)
    await page.getByRole('main').getByRole('button').last().click()
    const link = linkIn(await mailTo(address, /Anmeldelink/))

    // Opening it is not using it: mail scanners do that.
    expect((await page.request.get(link)).status()).toBe(200)
    await page.goto(link)
    await page.getByRole('main').getByRole('button').first().click()
    await expect(page).toHaveURL(/heute/)

    const second = await asVisitor({ javaScriptEnabled })
    await second.goto(link)
    await expect(second.locator('main')).toContainText(/nicht mehr|abgelaufen|schon benutzt/i)
    await second.goto('/heute')
    await expect(second).toHaveURL(/anmelden/)
  })

test('signing out ends the session on the server, and one leads back to where one wanted to go', async ({
  asVisitor,
}) => {
  const page = await asVisitor()
  await page.goto('/benachrichtigungen')
  await expect(page).toHaveURL(/anmelden\?/)
  await page.getByLabel('E-Mail-Adresse').fill(addressOf('birgit.kaya'))
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/\/benachrichtigungen$/)
  const cookies = await page.context().cookies()
  await page.goto('/abmelden')
  await page.locator('main').getByRole('button', { name: 'Jetzt abmelden' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sie sind abgemeldet')
  await page.context().addCookies(cookies)
  await page.goto('/heute')
  await expect(page).toHaveURL(/anmelden/)
})

test('nobody is sent to a foreign address after signing in', async ({ asVisitor }) => {
  for (const target of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%2f/evil.example',
  ]) {
    const page = await asVisitor({ javaScriptEnabled: false })
    await page.goto(`/anmelden?weiter=${encodeURIComponent(target)}`)
    await page.getByLabel('E-Mail-Adresse').fill(addressOf('jens.albrecht'))
    await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await expect(page).toHaveURL(/\/heute$/)
  }
})

test('a session that ended while writing loses nothing that was typed', async ({ asVisitor }) => {
  const page = await asVisitor({ javaScriptEnabled: false })
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').fill(addressOf('orhan.demir'))
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/heute/)
  await page.goto('/plg/ipads-mathematik-5-6/diskussion/neu')
  await page.getByLabel('Titel').fill('Ein Thema, das bleibt')
  await page.getByLabel('Ihr Beitrag').fill('Dieser Text darf nicht verloren gehen.')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Thema eröffnen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ihre Sitzung ist beendet')
  await expect(page.locator('main')).toContainText('Dieser Text darf nicht verloren gehen.')
})
