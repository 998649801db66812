import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { enter, pick, press, tick, write } from './keys.ts'
import { expect, expectAccessible, linkIn, mailTo, test } from './test.ts'

test('a newcomer registers, waits, is confirmed by the principal, takes three steps and writes a first post @phone', async ({
  as,
  asVisitor,
}) => {
  test.setTimeout(90_000)
  const address = `nora.${randomUUID().slice(0, 8)}@schule.example`
  const nora = await asVisitor()
  await nora.goto('/')
  await nora
    .getByRole('link', { name: /Registrieren|Konto anlegen/ })
    .first()
    .click()
  await nora.getByLabel('Welche Schule?').selectOption({ label: 'GGS Kranweg' })
  await nora.getByLabel('Ihre Rolle an dieser Schule').selectOption({ label: 'Lehrkraft' })
  await nora.getByLabel('Vorname').fill('Nora')
  await nora.getByLabel('Nachname').fill(`Winter ${address.slice(5, 9)}`)
  await nora.getByLabel('Dienstliche E-Mail-Adresse').fill(address)
  await nora.getByRole('button', { name: 'Registrieren', exact: true }).click()
  await expect(nora.locator('main')).toContainText(/Mail/)

  const link = linkIn(await mailTo(address, /Registrierung/))
  await nora.goto(link)
  await expect(nora.locator('main')).toContainText('GGS Kranweg')
  await expectAccessible(nora)
  await nora
    .getByLabel(/Passwort/)
    .first()
    .fill('Drei-Kraniche-am-Ufer')
  await nora.getByRole('button', { name: 'Konto anlegen' }).click()
  await expect(nora).toHaveURL(/willkommen/)
  await expect(nora.locator('main')).toContainText(/Bestätigen können/)

  // Used up: the same link opens nothing a second time.
  await nora.goto(link)
  await expect(nora.locator('main')).toContainText(/nicht mehr|abgelaufen|schon benutzt/i)

  // Pending people wait: the inside is not theirs yet.
  await nora.goto('/plg')
  await expect(nora.locator('main')).toContainText(/bestätigt/)

  const emre = await as('emre.kilic')
  await emre.goto('/heute')
  await emre
    .locator('li', { hasText: 'GGS Kranweg' })
    .getByRole('link', { name: 'Ansehen' })
    .click()
  await emre
    .getByRole('button', { name: /Bestätigen.*Nora/ })
    .first()
    .click()
  await expect(emre.getByRole('button', { name: /Bestätigen.*Nora/ })).toHaveCount(0)

  await nora.goto('/heute')
  await expect(nora).toHaveURL(/willkommen/)
  await nora.getByRole('link', { name: 'Ja, weiter' }).click()
  await nora.getByLabel('Mathematik').check()
  await nora.getByLabel('5/6').check()
  await nora.getByRole('button', { name: 'Weiter' }).click()
  await expectAccessible(nora)
  await nora.getByRole('link', { name: 'iPads im Mathematikunterricht 5/6' }).click()
  await nora.getByRole('button', { name: /Beitreten/ }).click()
  await expect(nora.getByText('Sie sind jetzt Mitglied', { exact: false }).first()).toBeVisible()
  await nora.getByRole('link', { name: /^Diskussion/ }).click()
  // The overview names topics, too.
  await expect(nora.getByRole('link', { name: 'Neues Thema' })).toBeVisible()
  await nora.getByRole('link', { name: /Welche App für Diagramme/ }).click()
  await nora
    .getByLabel('Ihre Antwort')
    .fill('Hallo, ich bin neu und probiere das **nächste Woche** aus.')
  await nora.getByRole('button', { name: 'Antwort senden' }).click()
  await expect(nora.locator('strong', { hasText: 'nächste Woche' })).toBeVisible()

  await nora.goto('/heute')
  await expect(nora).toHaveURL(/willkommen|heute/)
})

// Journey 1, by mail link instead of IServ.
test('the first visit with the keyboard alone: by mail link to a school, to a PLG, and to asking at a second one', async ({
  as,
  asVisitor,
}) => {
  test.setTimeout(240_000)
  const address = `nele.${randomUUID().slice(0, 8)}@schule.example`
  const name = `Nele Sommerfeld-${address.slice(5, 9)}`
  const nele = await asVisitor()
  await nele.goto('/')
  const header = nele.getByRole('main')
  await press(nele, header.getByRole('link', { name: 'Anmelden' }).first())
  await press(nele, nele.getByRole('main').getByRole('link', { name: 'Registrieren' }))
  await expect(nele.getByRole('heading', { level: 1, name: 'Registrieren' })).toBeFocused()
  // Whoever has only looked around carries nothing with them.
  expect(await nele.context().cookies()).toEqual([])
  await pick(nele, nele.getByLabel('Welche Schule?'), 'GGS Kranweg')
  await pick(nele, nele.getByLabel('Ihre Rolle an dieser Schule'), 'Lehrkraft')
  await write(nele, nele.getByLabel('Vorname'), 'Nele')
  await write(nele, nele.getByLabel('Nachname'), name.slice(5))
  await write(nele, nele.getByLabel('Dienstliche E-Mail-Adresse'), address)
  await expectAccessible(nele)
  await nele.keyboard.press('Enter')
  await expect(nele.getByRole('main')).toContainText('Er gilt 24 Stunden')
  expect((await nele.context().cookies()).map((cookie) => cookie.name)).toEqual(['schule'])
  await enter(nele, linkIn(await mailTo(address, /Registrierung/)))
  await write(nele, nele.getByLabel(/Passwort/).first(), 'Drei-Kraniche-am-Ufer')
  await nele.keyboard.press('Enter')
  await expect(nele.getByRole('main')).toContainText(/Bestätigen können/)
  await expectAccessible(nele)

  const emre = await as('emre.kilic')
  await enter(emre, '/schulen/ggs-kranweg/personen')
  await press(emre, emre.getByRole('button', { name: new RegExp(`^Bestätigen.*${name}`) }))
  await expect(emre.getByRole('button', { name: new RegExp(`^Bestätigen.*${name}`) })).toHaveCount(
    0,
  )

  // On another device, without the password: a link that works once.
  const ipad = await asVisitor()
  await enter(ipad, '/anmelden')
  await press(ipad, ipad.getByRole('link', { name: 'Anmeldelink per E-Mail' }))
  await expect(
    ipad.getByRole('heading', { level: 1, name: 'Anmeldelink per E-Mail' }),
  ).toBeFocused()
  await write(ipad, ipad.getByLabel('E-Mail-Adresse'), address)
  await ipad.keyboard.press('Enter')
  await expect(ipad.getByRole('main')).toContainText('Er gilt 15 Minuten')
  const way = linkIn(await mailTo(address, /Anmeldelink/))
  await enter(ipad, way)
  await press(ipad, ipad.getByRole('button', { name: 'Jetzt anmelden' }))
  await expect(ipad).toHaveURL(/willkommen/)
  const third = await asVisitor()
  await third.goto(way)
  await expect(third.getByRole('main')).toContainText(/nicht mehr|abgelaufen|schon benutzt/i)

  await expect(ipad.getByRole('region', { name: 'Stimmt das?' })).toContainText(
    /GGS Kranweg.*Lehrkraft/s,
  )
  await expectAccessible(ipad)
  await press(ipad, ipad.getByRole('link', { name: 'Ja, weiter' }))
  for (const box of ['Mathematik', '3/4', '5/6'])
    await tick(ipad, ipad.getByRole('checkbox', { name: box, exact: true }))
  await press(ipad, ipad.getByRole('button', { name: 'Weiter' }))
  const card = ipad.getByRole('region', { name: 'Eine PLG, die passt' })
  await expect(card).toBeVisible()
  await expectAccessible(ipad)
  await press(ipad, card.getByRole('link', { name: 'iPads im Mathematikunterricht 5/6' }))
  await expect(ipad.getByRole('main')).toContainText('begleitet von Sabine Krüger')
  const before = await membersOf(ipad)
  await press(ipad, ipad.getByRole('button', { name: 'Beitreten' }))
  await expect(ipad.locator('output')).toContainText('Sie sind jetzt Mitglied.')
  await expect(ipad).toHaveURL(/\/plg\/ipads-mathematik-5-6$/)
  await expect.poll(() => membersOf(ipad)).toBeGreaterThan(before)
  const tabs = ipad.getByRole('navigation', { name: 'Bereiche der PLG' })
  await press(ipad, tabs.getByRole('link', { name: 'Mitglieder' }))
  await expect(ipad.getByRole('listitem').filter({ hasText: name })).toContainText('GGS Kranweg')
  await expectAccessible(ipad)
  await enter(ipad, '/heute')
  await expect(ipad.getByRole('region', { name: 'Meine PLGs' })).toContainText('iPads im Math')

  // A second PLG decides who comes in; whoever speaks for it is told.
  await enter(ipad, '/plg/1-zu-1-ausstattung')
  await write(ipad, ipad.getByLabel('Ihre Nachricht'), `Wir stellen um. ${name}`)
  await press(ipad, ipad.getByRole('button', { name: 'Beitritt anfragen' }))
  await expect(ipad.getByRole('region', { name: 'Mitarbeiten' })).toContainText('Angefragt')
  await expectAccessible(ipad)
  const hannah = await as('hannah.vogt')
  await enter(hannah, '/heute')
  const waiting = hannah.getByRole('region', { name: 'Das wartet auf Sie' })
  const asked = waiting.getByRole('listitem').filter({ hasText: '1:1-Ausstattung' })
  await press(hannah, asked.getByRole('link').last())
  await expect(hannah.getByRole('main')).toContainText(`Wir stellen um. ${name}`)
  await press(ipad, ipad.getByRole('button', { name: 'Anfrage zurückziehen' }))
  await expect(ipad.getByRole('button', { name: 'Beitritt anfragen' })).toBeVisible()
})

/** How many the head of a PLG's page counts. */
async function membersOf(page: Page): Promise<number> {
  const head = await page
    .getByText(/\d+ Mitglieder/)
    .first()
    .innerText()
  return Number(/(\d+) Mitglieder/.exec(head)?.[1])
}

test('every form says what is missing beside the field, keeps what was typed, and changes nothing', async ({
  asVisitor,
}) => {
  const page = await asVisitor({ javaScriptEnabled: false })
  await page.goto('/registrieren')
  await page.getByLabel('Vorname').fill('Nora')
  await page.getByLabel('Dienstliche E-Mail-Adresse').fill('keine-adresse')
  await page.getByRole('button', { name: 'Registrieren', exact: true }).click()
  await expect(page.getByRole('alert').first()).toContainText(/Bitte prüfen Sie \d Angaben/)
  await expect(page.getByLabel('Vorname')).toHaveValue('Nora')
  await expect(page.getByLabel('Dienstliche E-Mail-Adresse')).toHaveValue('keine-adresse')
  await expect(page.getByLabel('Dienstliche E-Mail-Adresse')).toHaveAttribute(
    'aria-invalid',
    'true',
  )
})
