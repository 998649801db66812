import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'
import { behind, edit, editor, newDocument, title } from './writing.ts'

// Where one has put the caret one's words go, whatever others do meanwhile.

test('who has begun an empty line stays in it while another one writes elsewhere', async ({
  as,
}) => {
  test.setTimeout(60_000)
  const [meike, orhan] = [await as('meike.thomas'), await as('orhan.demir')]
  const path = await newDocument(meike, title(), 'Unterrichtsplan')
  await Promise.all([edit(meike, path), edit(orhan, path)])
  await behind(orhan, 'Auswertung')
  await orhan.keyboard.press('Enter')
  await behind(meike, 'Ziel')
  await meike.keyboard.press('Enter')
  // Two empty lines, one of each.
  const after = (page: Page, heading: string) =>
    editor(page).locator(`h2:text-is("${heading}") + p`)
  await expect(after(orhan, 'Ziel')).toHaveText(/^\W*(Meike Thomas)?\W*$/)
  await orhan.keyboard.type('Was half?')
  await meike.keyboard.type('Brüche vergleichen.')
  for (const page of [meike, orhan]) {
    await expect(after(page, 'Auswertung')).toContainText('Was half?')
    await expect(after(page, 'Ziel')).toContainText('Brüche vergleichen.')
  }
})

test('a click into another line holds on a slow tablet while others move about', async ({ as }) => {
  test.setTimeout(90_000)
  const [meike, orhan] = [await as('meike.thomas'), await as('orhan.demir')]
  const path = await newDocument(meike, title(), 'Unterrichtsplan')
  await Promise.all([edit(meike, path), edit(orhan, path)])
  const tablet = await orhan.context().newCDPSession(orhan)
  await tablet.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await behind(meike, 'Ziel')
  let isDone = false
  const moving = (async () => {
    while (!isDone) {
      await meike.keyboard.press('Home')
      await meike.keyboard.press('End')
    }
  })()
  for (const word of ['eins', 'zwei', 'drei', 'vier', 'fünf'])
    for (const heading of ['Material', 'Auswertung']) {
      await behind(orhan, heading)
      await orhan.keyboard.press('Enter')
      await orhan.keyboard.type(word)
      await expect(editor(orhan).locator(`h2:text-is("${heading}") + p`)).toContainText(word)
    }
  isDone = true
  await moving
})
