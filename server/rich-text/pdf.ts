import { setTimeout as sleep } from 'node:timers/promises'
import { remember } from '@epic-web/remember'
import type { Browser } from 'playwright-core'
import { settings } from '#server/platform/env.ts'
import { fewAtOnce } from '#server/platform/few-at-once.ts'
import { log } from '#server/platform/log.ts'

const LONGEST = 30_000
const IDLE_FOR = 60_000
/** Nothing is asked at this address: the page is given to the browser, everything else is refused. */
const PAGE = 'https://dokument.invalid/'
const POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; sandbox"

type Held = { browser: Promise<Browser> | undefined; idle: NodeJS.Timeout | undefined }
const held = remember('pdf', (): Held => ({ browser: undefined, idle: undefined }))
const takeTurn = fewAtOnce(2, 10)

/** Is there a Chromium that makes them? Otherwise the reader's own browser prints. */
export const pdfIsPossible = (): boolean => settings().chromiumPath !== undefined

/**
 * A page as a tagged PDF with an outline. It runs no script and asks nobody for anything.
 *
 * @returns null where no Chromium is set up or it does not work; why stands in the log
 * @throws Busy when too many are made already
 */
export async function toPdf(html: string): Promise<Buffer | null> {
  if (!pdfIsPossible()) return null
  return takeTurn(async () => {
    clearTimeout(held.idle)
    try {
      const browser = await (held.browser ??= launch())
      return await within(LONGEST, printed(browser, html))
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.message.slice(0, 300) : '' }, 'pdf')
      // Whatever it hangs on, the next one begins anew.
      void closePdf()
      return null
    } finally {
      clearTimeout(held.idle)
      held.idle = setTimeout(() => void closePdf(), IDLE_FOR).unref()
    }
  })
}

/** Ends the browser, if one runs; for the end of the house. */
export async function closePdf(): Promise<void> {
  clearTimeout(held.idle)
  const browser = held.browser
  held.browser = undefined
  await browser?.then((running) => running.close()).catch(() => {})
}

async function launch(): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const options = {
    executablePath: settings().chromiumPath,
    // Our settings hold secrets.
    env: { LANG: 'de_DE.UTF-8' },
    args: ['--host-resolver-rules=MAP * ~NOTFOUND'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: LONGEST,
  }
  const isRoot = process.getuid?.() === 0
  const start = (chromiumSandbox: boolean) => chromium.launch({ ...options, chromiumSandbox })
  if (isRoot) return start(false)
  return start(true).catch(() => {
    // Many containers forbid what the sandbox is made of.
    log.warn('Chromium läuft ohne eigene Abschottung.')
    return start(false)
  })
}

async function printed(browser: Browser, html: string): Promise<Buffer> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    serviceWorkers: 'block',
    acceptDownloads: false,
    locale: 'de-DE',
  })
  try {
    const page = await context.newPage()
    await page.route('**', (route) =>
      route.request().url() === PAGE
        ? route.fulfill({
            body: html,
            contentType: 'text/html; charset=utf-8',
            headers: { 'Content-Security-Policy': POLICY },
          })
        : route.abort(),
    )
    await page.goto(PAGE, { waitUntil: 'load', timeout: LONGEST })
    return await page.pdf({
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
    })
  } finally {
    void context.close().catch(() => {})
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = new AbortController()
  const timeUp = sleep(milliseconds, undefined, { signal: late.signal }).then(() => {
    throw new Error('took too long')
  })
  // The one that loses must not become an unhandled rejection.
  timeUp.catch(() => {})
  work.catch(() => {})
  try {
    return await Promise.race([work, timeUp])
  } finally {
    late.abort()
  }
}
