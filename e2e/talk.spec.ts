import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const CLASS = 'Audio-Koffer'

async function answer(page: Page, fields: Record<string, string>): Promise<void> {
  const card = page.getByRole('region', { name: CLASS, exact: true })
  if (!(await card.getByLabel(Object.keys(fields)[0] ?? '').isVisible()))
    await card.locator('summary').click()
  for (const [label, text] of Object.entries(fields)) await card.getByLabel(label).fill(text)
  await card.getByRole('button', { name: /speichern/ }).click()
  await expect(page.getByText('Ihre Antwort ist gespeichert.').first()).toBeVisible()
}

test('school and Amt prepare, talk, agree, and both sign the same words', async ({ as }) => {
  test.setTimeout(120_000)
  const occasion = `Umbau ${randomUUID().slice(0, 6)}`
  // The school asks for it, without a script.
  const petra = await as('petra.wolff', { javaScriptEnabled: false })
  await petra.goto('/gespraeche')
  await petra.getByLabel('Worum geht es?').fill(occasion)
  await petra.getByRole('button', { name: 'Gespräch anfragen' }).click()
  await expect(petra.locator('main')).toContainText(occasion)
  const talk = new URL(petra.url()).pathname
  await petra.getByLabel('Was Sie ansprechen möchten').fill('Der Anbau braucht Strom.')
  await petra.getByLabel('Wir sind vorbereitet.').check()
  await petra.getByRole('button', { name: 'Vorbereitung speichern' }).click()
  await expect(petra.getByLabel('Was Sie ansprechen möchten')).toHaveValue(
    'Der Anbau braucht Strom.',
  )
  await petra.goto(`${talk}/reflexion`)
  await answer(petra, { Nutzung: 'Hörspiele', Nutzen: 'Sie hören einander zu' })

  const birgit = await as('birgit.kaya')
  await birgit.goto(`${talk}/reflexion`)
  await expect(birgit.locator('main')).toContainText('Sie hören einander zu')
  await answer(birgit, { Beobachtung: 'Ein Koffer fehlt' })
  await expectAccessible(birgit)
  await birgit.goto(talk)
  await expect(birgit.locator('main')).toContainText('Der Anbau braucht Strom.')
  await birgit.getByRole('button', { name: 'Gespräch hat stattgefunden' }).click()
  await birgit.getByLabel('Was ist vereinbart?').fill('Strom bis Ostern')
  await birgit.getByText('Amt', { exact: true }).first().click()
  await birgit.getByRole('button', { name: 'Vereinbarung eintragen' }).click()
  await expect(birgit.getByText('Strom bis Ostern').first()).toBeVisible()
  await birgit.getByRole('button', { name: 'Für das Amt unterschreiben' }).click()
  await expect(birgit.getByText('Sie haben unterschrieben.').first()).toBeVisible()
  await expectNoSidewaysScroll(birgit)

  // A change voids what was signed; what somebody still has before them is not signed.
  await petra.goto(`${talk}/ergebnis`)
  const late = await as('meike.thomas')
  await late.goto(`${talk}/ergebnis`)
  await late.getByLabel('Was besprochen wurde').fill('Begehung des Anbaus')
  await late.getByRole('button', { name: 'Protokoll speichern' }).click()
  await expect(late.getByText('Das Protokoll ist gespeichert.').first()).toBeVisible()
  await expect(late.getByRole('button', { name: /unterschreiben/ })).toHaveCount(0)
  await petra.getByRole('button', { name: 'Für die Schule unterschreiben' }).click()
  await expect(petra.locator('main')).toContainText('noch einmal')
  await petra.goto(`${talk}/ergebnis`)
  await petra.getByRole('button', { name: 'Für die Schule unterschreiben' }).click()
  await birgit.goto(`${talk}/ergebnis`)
  await birgit.getByRole('button', { name: 'Für das Amt unterschreiben' }).click()
  await expect(birgit.getByText('Das Ergebnis ändert sich nicht mehr.')).toBeVisible()

  await petra.goto(`${talk}/ergebnis`)
  await petra.getByRole('button', { name: 'Ergebnis ins Medienkonzept übernehmen' }).click()
  await expect(petra.locator('main')).toContainText('steht im Medienkonzept')
  const other = await as('ruth.lang')
  expect((await other.request.get(talk)).status()).toBe(404)
})
