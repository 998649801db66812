import { createElement } from 'react'
import { expect, test } from 'vitest'
import { renderWhole } from './render-whole.ts'

// React's buffer holds 2,048 bytes; many short texts after another fill it to any point, also into half a letter.
test.each([0, 1, 2, 3])('letters of several bytes arrive whole, %i before them', async (before) => {
  const text = '„Größe“'
  const texts = Array.from({ length: 600 }, (_, key) => createElement('p', { key }, text))
  const page = await renderWhole(createElement('div', null, 'x'.repeat(before), ...texts), {
    giveUpAfter: 5_000,
  })
  expect(page.includes(0)).toBe(false)
  expect(page.toString('utf8').split(text)).toHaveLength(601)
})
