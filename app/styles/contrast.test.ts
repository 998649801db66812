import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Text on ground, ratio in light and dark as designed, and what WCAG asks for at least. */
const PAIRS: [text: string, ground: string, light: number, dark: number, need: number][] = [
  ['schrift', 'flaeche', 17.6, 13.2, 4.5],
  ['schrift', 'grund', 16.7, 15.7, 4.5],
  ['schrift', 'mulde', 15.7, 14.6, 4.5],
  ['leise', 'flaeche', 8, 7.5, 4.5],
  ['leise', 'grund', 7.6, 8.9, 4.5],
  ['leise', 'mulde', 7.1, 8.3, 4.5],
  ['aktion', 'flaeche', 7.8, 7.7, 4.5],
  ['aktion', 'grund', 7.4, 9.1, 4.5],
  ['auf-aktion', 'aktion', 7.8, 9, 4.5],
  ['schrift', 'aktion-zart', 15.9, 9.7, 4.5],
  ['aktion', 'aktion-zart', 7, 5.6, 4.5],
  ['ok', 'ok-zart', 6.9, 7.7, 4.5],
  ['achtung', 'achtung-zart', 7.2, 7.5, 4.5],
  ['stopp', 'stopp-zart', 7.7, 7.5, 4.5],
  ['offen', 'offen-zart', 6.4, 5.6, 4.5],
  ['stopp', 'flaeche', 8.6, 7.2, 4.5],
  ['flaeche', 'stopp', 8.6, 7.2, 4.5],
  ['schrift', 'achtung-zart', 15.7, 13.4, 4.5],
  ['schrift', 'stopp-zart', 15.6, 13.8, 4.5],
  ['schrift', 'ok-zart', 15.9, 12.9, 4.5],
  ['leise', 'aktion-zart', 7.2, 5.5, 4.5],
  ['fokus', 'flaeche', 7.8, 7.7, 3],
  ['fokus', 'grund', 7.4, 9.1, 3],
  ['rand', 'flaeche', 3.9, 5.4, 3],
  ['rand', 'grund', 3.7, 6.5, 3],
  // Decoration: the line and the mark never stand alone, so nothing is asked of them.
  ['linie', 'flaeche', 1.5, 1.3, 1],
  ['marke', 'flaeche', 4.1, 5.1, 1],
]

const css = readFileSync(new URL('./app.css', import.meta.url), 'utf8')
const light = tokensAfter(':root {')
const dark = tokensAfter("[data-theme='dark'] {")
const system = tokensAfter("[data-theme='system'] {")

describe('the colours of app.css', () => {
  it.each(PAIRS)(
    '%s on %s: %f light, %f dark, at least %f',
    (text, ground, inLight, inDark, need) => {
      const measured = [ratio(light, text, ground), ratio(dark, text, ground)]
      expect(measured.map((value) => value.toFixed(1))).toEqual([
        inLight.toFixed(1),
        inDark.toFixed(1),
      ])
      for (const value of measured) expect(value).toBeGreaterThanOrEqual(need)
    },
  )

  it('are the same in "Dunkel" and in "System" at night', () => {
    expect(system).toEqual(dark)
  })

  it('all have a dark value and all take part in a pair', () => {
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort())
    const tried = new Set(PAIRS.flatMap(([text, ground]) => [text, ground]))
    expect([...tried].sort()).toEqual(Object.keys(light).sort())
  })
})

function tokensAfter(selector: string): Record<string, string> {
  const start = css.indexOf(selector)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>
}

function ratio(tokens: Record<string, string>, one: string, other: string): number {
  const [dim, bright] = [luminance(tokens[one]), luminance(tokens[other])].sort((a, b) => a - b)
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05)
}

/** Relative luminance after WCAG 2.2. */
function luminance(hex = ''): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
