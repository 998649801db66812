import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** Of app.css; contrast.test.ts holds them. Names at carets are written in the colour of the surface. */
const SURFACE = { light: '#ffffff', dark: '#232832' }
const COLOURS = 8

const css = readFileSync(new URL('./writing.css', import.meta.url), 'utf8')
const themes = {
  light: coloursAfter(':root {'),
  dark: coloursAfter("[data-theme='dark'] {"),
  system: coloursAfter("[data-theme='system'] {"),
}

test('dark is the same by choice and by system', () => {
  expect(themes.system).toEqual(themes.dark)
})

describe.each(['light', 'dark'] as const)('carets in %s', (theme) => {
  test.each(Array.from({ length: COLOURS }, (_, at) => at))('colour %i can be read', (at) => {
    const colour = themes[theme][at] ?? '#000000'
    expect(contrast(colour, SURFACE[theme])).toBeGreaterThanOrEqual(4.5)
  })
  test('no two are the same', () => {
    expect(new Set(themes[theme]).size).toBe(COLOURS)
  })
})

function coloursAfter(start: string): string[] {
  const from = css.indexOf(start)
  const block = css.slice(from, css.indexOf('}', from))
  return [...block.matchAll(/--schreibfarbe-\d: (#[0-9a-f]{6})/g)].map(([, colour = '']) => colour)
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
