import { expect, type Locator, type Page } from '@playwright/test'
import { enter, pick, press, tick, unfold, write } from './keys.ts'

// What people do on the way of a PLG, with the keyboard alone.

export const button = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('button', { name })
export const link = (page: Page | Locator, name: string | RegExp) =>
  page.getByRole('link', { name })
/** News of others come a little later, on a busy machine much later. */
const PATIENCE = { timeout: 20_000 }
export const said = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('main').getByText(text).first()).toBeVisible(PATIENCE)
/** What the house says about what was just done. */
export const told = (page: Page, text: string) =>
  expect(page.locator('output')).toContainText(text, PATIENCE)

export async function moveTo(page: Page, plg: string, phase: string, note = ''): Promise<void> {
  await enter(page, `${plg}/phasen`)
  const step = page.getByRole('region', { name: 'Weitergehen oder zurückgehen' })
  await pick(page, step.getByLabel('Wohin?'), phase)
  if (note) await write(page, step.getByLabel(/Warum so/), note)
  await press(page, button(step, 'Entscheidung festhalten'))
}

/** Ends the work of a group, on the page of its phases. */
export async function close(page: Page): Promise<void> {
  await unfold(page, 'Gruppe abschließen')
  await tick(page, page.getByLabel('Unsere gemeinsame Arbeit ist abgeschlossen.'))
  await press(page, button(page, 'Gruppe abschließen'))
}

/** A gate that is not met says what is missing, and the focus is on it. */
export async function refused(page: Page, missing: RegExp): Promise<void> {
  const summary = page.getByRole('alert').filter({ hasText: 'Das geht erst, wenn' })
  await expect(summary).toBeFocused(PATIENCE)
  await expect(summary).toContainText(missing)
}

/** Invitations are sent by a durable job. */
export async function accept(page: Page, plg: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.goto(plg)
      return button(page, 'Einladung annehmen').count()
    }, PATIENCE)
    .toBe(1)
  await press(page, button(page, 'Einladung annehmen'))
  await told(page, 'Sie gehören jetzt dazu.')
}

export async function agree(
  page: Page,
  school: string,
  name: string,
  gives: string,
): Promise<void> {
  await enter(page, `/schulen/${school}/plgs`)
  const seat = page.getByRole('region', { name })
  await write(page, seat.getByLabel('Was Ihre Schule gibt'), gives)
  await press(page, button(seat, /^Zustimmen/))
  await told(page, 'Ihre Zustimmung ist eingetragen.')
}
