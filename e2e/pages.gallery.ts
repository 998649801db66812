import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { MORE_PICTURES, STOPS } from './pages.ts'
import { test } from './test.ts'

// Pictures of every page at every width, light and dark, from the demonstration data.
// They are looked at beside the mocks and never committed.

const FOLDER = 'e2e/gallery/pictures'
const WIDTHS = [390, 820, 1180, 1366]
const THEMES = ['light', 'dark'] as const

const only = (process.env.GALLERY_ONLY ?? '').split(',').filter(Boolean)
const widths = process.env.GALLERY_WIDTHS?.split(',').map(Number) ?? WIDTHS

const stops = [...STOPS, ...MORE_PICTURES]

for (const stop of stops.filter((one) => only.length === 0 || only.includes(one.name)))
  test(stop.name, async ({ as, asVisitor }) => {
    mkdirSync(FOLDER, { recursive: true })
    for (const theme of THEMES) {
      const options = { colorScheme: theme, viewport: { width: widths[0] ?? 390, height: 900 } }
      const page = stop.as ? await as(stop.as, options) : await asVisitor(options)
      for (const width of widths) {
        await page.setViewportSize({ width, height: width < 600 ? 844 : width < 1000 ? 1180 : 800 })
        await page.goto(stop.path, { waitUntil: 'networkidle' })
        await stop.prepare?.(page)
        await page.waitForTimeout(150)
        const path = join(FOLDER, `${stop.name}-${width}-${theme}.png`)
        await page.screenshot({ path, fullPage: true })
      }
    }
  })
