import { randomUUID } from 'node:crypto'
import { addressOf, expect, expectAccessible, mailTo, test } from './test.ts'

const PLG = '/plg/ipads-mathematik-5-6'

test('ask, mention, be heard – on a line that breaks: exactly one topic, read live by the other', async ({
  as,
}) => {
  test.setTimeout(180_000)
  const title = `Bruchstreifen am Bildschirm ${randomUUID().slice(0, 6)}`
  const meike = await as('meike.thomas')
  await meike.goto(`${PLG}/diskussion`)
  await meike.getByRole('link', { name: 'Neues Thema' }).click()
  await meike.getByLabel('Titel').fill(title)
  const box = meike.getByLabel('Ihr Beitrag')
  await box.pressSequentially('@Orh')
  await expect(meike.getByRole('option', { name: /Orhan Demir/ })).toBeVisible()
  await meike.keyboard.press('Enter')
  await expect(box).toHaveValue(/@Orhan Demir/)
  await box.pressSequentially('und @Nad')
  await expect(meike.getByRole('option', { name: /Nadja Petrovic/ })).toBeVisible()
  await meike.keyboard.press('Enter')
  await box.pressSequentially('wie macht ihr das?')
  await expectAccessible(meike)

  // The line is cut: the text stays, and the page says so.
  await meike.context().setOffline(true)
  await meike.getByRole('button', { name: 'Thema eröffnen' }).click()
  await expect(
    meike.getByRole('button', { name: 'Nicht gesendet – erneut versuchen' }),
  ).toBeVisible()
  await expect(box).toHaveValue(/wie macht ihr das/)

  // The page is loaded anew: the draft is still there, and its key with it.
  await meike.context().setOffline(false)
  await meike.reload()
  await expect(meike.getByLabel('Titel')).toHaveValue(title)
  await expect(meike.getByLabel('Ihr Beitrag')).toHaveValue(/wie macht ihr das/)
  await meike.getByRole('button', { name: /Thema eröffnen|erneut versuchen/ }).click()
  await expect(meike).toHaveURL(/diskussion\/\d+-bruchstreifen/)
  const address = new URL(meike.url()).pathname
  await meike.goto(`${PLG}/diskussion`)
  await expect(meike.getByRole('link', { name: new RegExp(title) })).toHaveCount(1)
  await meike.goto(address)

  const orhan = await as('orhan.demir', { viewport: { width: 1180, height: 820 } })
  await orhan.goto('/benachrichtigungen')
  await expect(orhan.locator('main')).toContainText('Meike Thomas')
  await orhan.goto(`${PLG}/diskussion`)
  await orhan.getByRole('link', { name: new RegExp(title) }).click()
  await expect(orhan.getByText('Neu seit Ihrem letzten Besuch')).toBeVisible()
  await expect(orhan.locator('.mention').first()).toHaveText('@Orhan Demir')

  // While he reads, her next post is announced and does not jump into the page.
  await meike.getByLabel('Ihre Antwort').fill('Noch etwas: mit **Papier** oder ohne?')
  await expect(meike.getByTestId('status-chip')).toContainText('Entwurf auf diesem Gerät gesichert')
  await meike.getByRole('button', { name: 'Antwort senden' }).click()
  const more = orhan.getByRole('button', { name: '1 neuer Beitrag anzeigen' })
  await expect(more).toBeVisible({ timeout: 10_000 })
  await expect(orhan.locator('strong', { hasText: 'Papier' })).toHaveCount(0)
  await expectAccessible(orhan)
  await more.click()
  await expect(orhan.locator('strong', { hasText: 'Papier' })).toBeVisible()

  // He answers by keyboard; she sees that somebody writes, without a name.
  const answer = orhan.getByLabel('Ihre Antwort')
  await answer.pressSequentially('Erst Papier, dann Bildschirm.')
  await expect(meike.getByText('jemand schreibt …')).toBeVisible({ timeout: 10_000 })
  await orhan.keyboard.press('Control+Enter')
  await expect(orhan.getByText('Erst Papier, dann Bildschirm.', { exact: true })).toBeVisible()
  await expect(meike.getByRole('button', { name: '1 neuer Beitrag anzeigen' })).toBeVisible({
    timeout: 10_000,
  })
  await orhan.getByRole('button', { name: 'Probiere ich aus' }).first().click()
  await expect(orhan.getByRole('button', { name: 'Probiere ich aus (1)' })).toBeVisible()

  // To her who has not read it the mention is mailed at once: it is a working morning.
  const mail = await mailTo(addressOf('nadja.petrovic'), /./, { patience: 80_000, holds: title })
  expect(mail.text).toContain('/plg/')
})

test('an answer that was lost on the way does not become two posts', async ({ as }) => {
  const text = `Genau einmal ${randomUUID().slice(0, 8)}`
  const page = await as('nadja.petrovic')
  await page.goto(`${PLG}/diskussion`)
  await page.getByRole('link', { name: /Welche App für Diagramme/ }).click()
  await page.getByLabel('Ihre Antwort').fill(text)
  // The request arrives, its answer does not.
  let lost = 0
  await page.route('**/*', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
    lost += 1
    await route.fetch()
    return route.abort('failed')
  })
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await page.getByRole('button', { name: 'Nicht gesendet – erneut versuchen' }).click()
  await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
  await expect(page.getByTestId('status-chip')).toContainText(/Gesendet|^$/)
  await page.reload()
  await expect(page.getByText(text, { exact: true })).toHaveCount(1)
  expect(lost).toBe(1)
})

test('writing, editing, deleting with undo and reacting without JavaScript', async ({ as }) => {
  const text = `Ohne Skript ${randomUUID().slice(0, 8)}`
  const page = await as('lukas.sommer', { javaScriptEnabled: false })
  await page.goto(`${PLG}/diskussion`)
  await page.getByRole('link', { name: /Tablets spiegeln/ }).click()
  await page.getByLabel('Ihre Antwort').fill(text)
  await page.getByRole('button', { name: 'Antwort senden' }).click()
  await expect(page).toHaveURL(/#beitrag-\d+/)
  await expect(page.getByText(text)).toBeVisible()
  const id = new URL(page.url()).hash.slice(1)
  const post = page.locator(`#${id}`)

  await post.locator('summary').click()
  await post.getByRole('link', { name: 'Alle Möglichkeiten' }).click()
  await post.getByRole('link', { name: 'Bearbeiten' }).click()
  await page.getByRole('main').getByRole('textbox').fill(`${text} und **geändert**`)
  await page.getByRole('button', { name: /speichern/i }).click()
  await expect(page.locator('strong', { hasText: 'geändert' })).toBeVisible()
  await expect(page.locator('main')).toContainText('bearbeitet')

  await post.locator('summary').click()
  await post.getByRole('link', { name: 'Alle Möglichkeiten' }).click()
  await post.getByRole('button', { name: 'Löschen' }).click()
  await expect(page.getByText('Beitrag gelöscht').first()).toBeVisible()
  await page.getByRole('button', { name: 'Rückgängig' }).click()
  await expect(page.locator('strong', { hasText: 'geändert' })).toBeVisible()
})

test('a draft is kept over a reload, and signing out asks about it', async ({ asVisitor }) => {
  const page = await asVisitor()
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').fill(addressOf('aylin.yildiz'))
  await page.getByLabel('Passwort', { exact: true }).fill('lernen25-demo')
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).toHaveURL(/heute/)
  await page.goto(`${PLG}/diskussion/1-bruchrechnen-mit-dem-ipad`)
  await page.getByLabel('Ihre Antwort').pressSequentially('Ein Gedanke, noch nicht fertig')
  await expect(page.getByTestId('status-chip')).toContainText('Entwurf auf diesem Gerät gesichert')
  await page.reload()
  await expect(page.getByLabel('Ihre Antwort')).toHaveValue('Ein Gedanke, noch nicht fertig')
  await page.locator('header summary').last().click()
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await expect(page.getByRole('dialog')).toContainText(/Entw/)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Abbrechen/ })
    .click()
  await expect(page.getByLabel('Ihre Antwort')).toHaveValue('Ein Gedanke, noch nicht fertig')
})

test('who is no longer a member hears nothing more within five seconds', async ({ as }) => {
  const hannah = await as('hannah.vogt')
  const tobias = await as('tobias.hansen')
  const path = '/plg/1-zu-1-ausstattung'
  await hannah.goto(`${path}/mitglieder`)
  await hannah
    .getByRole('button', { name: /Annehmen|Aufnehmen/ })
    .first()
    .click()
  await expect(hannah.getByText('Die Anfrage ist angenommen.')).toBeVisible()
  await tobias.goto(`${path}/diskussion`)
  await tobias.getByRole('link', { name: /Elternabend/ }).click()
  await tobias.getByLabel('Ihre Antwort').fill('Kommt das noch an?')
  const topic = new URL(tobias.url()).pathname

  await hannah.goto(`${path}/mitglieder`)
  const row = hannah.locator('main li').filter({ hasText: 'Tobias Hansen' }).first()
  await row.locator('summary').click()
  await row.getByRole('button', { name: /entfernen/i }).click()
  await expect
    .poll(async () => (await tobias.request.get(`${path}/diskussion`)).status(), { timeout: 5_000 })
    .toBe(403)
  // The page may have noticed by itself, before the answer is sent or while it is.
  const isShut = tobias.getByRole('heading', { name: 'Dieser Bereich ist nicht für Sie geöffnet.' })
  const send = tobias.getByRole('button', { name: 'Antwort senden' })
  await expect(send.or(isShut).first()).toBeVisible()
  if (await send.isVisible()) await send.click({ timeout: 3_000 }).catch(() => undefined)
  const again = tobias.getByRole('button', { name: /erneut versuchen/ })
  await expect(again.or(isShut).first()).toBeVisible()
  await hannah.goto(topic)
  await expect(hannah.getByLabel('Ihre Antwort')).toBeVisible()
  await expect(hannah.getByText('Kommt das noch an?')).toHaveCount(0)
})
