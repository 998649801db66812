// The editor in a slow browser: when one can write in it, and how long a key takes to be seen.
import { setTimeout as sleep } from 'node:timers/promises'
import { median, quantile } from './crew.mjs'

const ROUNDS = 2
const KEYS = 60
const FIELD = '.ProseMirror[contenteditable="true"]'
/** Shorter ones are not told by the browser. */
const SHORTEST = 16

/**
 * Opens a document to write in it and types at its end.
 *
 * @param {{ platform: any, browser: import('@playwright/test').Browser, fresh: Function, slowDown: Function }} tools
 * @param {{ name: string, path: string, cookie: string }} wanted
 * @returns figures by name
 */
export async function measureEditor({ platform, browser, fresh, slowDown }, wanted) {
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) {
    const { context, page } = await fresh(browser, platform, wanted)
    await slowDown(context, page)
    await page.addInitScript(() => {
      globalThis.keys = []
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries())
          if (name === 'keydown') globalThis.keys.push(duration)
      }).observe({ type: 'event', durationThreshold: 16 })
    })
    const began = performance.now()
    await page.goto(`${platform.origin}${wanted.path}/bearbeiten`, { timeout: 120_000 })
    await page.waitForSelector(FIELD, { timeout: 120_000 })
    const ready = (performance.now() - began) / 1000
    await page.waitForLoadState('networkidle')
    await page.click(`${FIELD} > p:last-of-type, ${FIELD} > *:last-child`)
    for (let key = 0; key < KEYS; key++) {
      await page.keyboard.press('abcdefgh '[key % 9])
      await sleep(120)
    }
    const told = await page.evaluate(() => globalThis.keys)
    const silent = Array.from({ length: Math.max(0, KEYS - told.length) }, () => SHORTEST)
    rounds.push({ ready, keys: [...told, ...silent] })
    await context.close()
  }
  const keys = rounds.flatMap((round) => round.keys)
  return {
    [`editor.${wanted.name}.ready`]: median(rounds.map(({ ready }) => ready)),
    [`editor.${wanted.name}.key`]: quantile(keys, 0.5),
    [`editor.${wanted.name}.slowKey`]: quantile(keys, 0.95),
  }
}
