import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  test as base,
} from '@playwright/test'

export const DEMO_PASSWORD = 'lernen25-demo'
export const ORIGIN = process.env.BASE_URL ?? 'http://localhost:3000'

export type DemoPerson =
  | 'meike.thomas'
  | 'orhan.demir'
  | 'julia.brandt'
  | 'petra.wolff'
  | 'sabine.krueger'
  | 'jens.albrecht'
  | 'birgit.kaya'
  | 'operator'
  | 'aylin.yildiz'
  | 'nadja.petrovic'
  | 'lukas.sommer'
  | 'tobias.hansen'
  | 'emre.kilic'
  | 'ruth.lang'
  | 'hannah.vogt'
  | 'fatma.arslan'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
type Options = Parameters<Browser['newContext']>[0]

type WorkerFixtures = { sessionOf: (person: DemoPerson) => Promise<Cookies> }
type Fixtures = {
  /** A signed-in tab in a browser of its own. */
  as: (person: DemoPerson, options?: Options) => Promise<Page>
  /** A tab of a visitor in a browser of its own. */
  asVisitor: (options?: Options) => Promise<Page>
  /** What went wrong in any tab of this test; looked at when it ends. */
  complaints: string[]
}

export const addressOf = (person: DemoPerson) => `${person}@demo.lernen25.example`

/**
 * Errors that a test brings about on purpose, e.g. by cutting the line; and what Remix says when a page is left while
 * its data are still coming in.
 */
const EXPECTED = [
  /net::ERR_INTERNET_DISCONNECTED/,
  /net::ERR_FAILED/,
  /WebSocket connection to/,
  /^WebSocket is already in CLOSING or CLOSED state/,
  /^AbortError: (signal is|BodyStreamBuffer was) aborted/,
]

function watch(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    const text = message.text()
    const isAnswer = /the server responded with a status of (4\d\d|503)/.test(text)
    if (message.type() === 'error' && !isAnswer && !EXPECTED.some((known) => known.test(text)))
      complaints.push(`console: ${text}`)
  })
  page.on('pageerror', (error) => complaints.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    const isOwn = url.startsWith(ORIGIN) || /^(blob|data|ws:\/\/localhost)/.test(url)
    if (!isOwn) complaints.push(`request to a foreign host: ${url}`)
  })
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  sessionOf: [
    async ({ browser }, use) => {
      const kept = new Map<DemoPerson, Promise<Cookies>>()
      await use((person) => {
        const session = kept.get(person) ?? signIn(browser, person)
        kept.set(person, session)
        return session
      })
    },
    { scope: 'worker' },
  ],
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints).toEqual([])
  },
  as: async (
    { browser, sessionOf, complaints, contextOptions, viewport, isMobile, hasTouch },
    use,
  ) => {
    const opened: BrowserContext[] = []
    await use(async (person, options) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: ORIGIN,
        locale: 'de-DE',
        timezoneId: 'Europe/Berlin',
        viewport,
        isMobile,
        hasTouch,
        ...options,
      })
      opened.push(context)
      await context.addCookies(await sessionOf(person))
      const page = await context.newPage()
      watch(page, complaints)
      return page
    })
    for (const context of opened) await context.close()
  },
  asVisitor: async ({ browser, complaints, contextOptions, viewport, isMobile, hasTouch }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: ORIGIN,
        locale: 'de-DE',
        timezoneId: 'Europe/Berlin',
        viewport,
        isMobile,
        hasTouch,
        ...options,
      })
      opened.push(context)
      const page = await context.newPage()
      watch(page, complaints)
      return page
    })
    for (const context of opened) await context.close()
  },
})

/** Signs in once per worker through the real form, so that tests need not wait for the password each time. */
async function signIn(browser: Browser, person: DemoPerson): Promise<Cookies> {
  const context = await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/anmelden')
  await page.getByLabel('E-Mail-Adresse').first().fill(addressOf(person))
  await page.getByLabel('Passwort', { exact: true }).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await expect(page).not.toHaveURL(/anmelden/)
  const cookies = (await context.cookies()).filter((cookie) => /session$/.test(cookie.name))
  await context.close()
  return cookies
}

/** The pages have no frames of other hosts, so axe can look from within: a quarter faster than by a window of its own. */
const axeOn = (page: Page) =>
  // Of what is in order nobody wants the list: that is a third of the time.
  new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode(true)

/** WCAG 2.2 AA and best practice: nothing may be found. Looked at from the top, for what lies under the bar counts as too small. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const top = await page.evaluate(() => {
    const before = window.scrollY
    window.scrollTo(0, 0)
    return before
  })
  await expectNothing(axeOn(page).withTags(tags))
  await page.evaluate((before) => window.scrollTo(0, before), top)
}

/** What other colours can change about a page that is accessible in its first ones. */
export function expectContrast(page: Page): Promise<void> {
  return expectNothing(axeOn(page).withRules(['color-contrast', 'link-in-text-block']))
}

async function expectNothing(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes
        .slice(0, 3)
        .map((node) => node.target.join(' '))
        .join(' | ')}`,
  )
  expect(found).toEqual([])
}

/** No sideways scrolling, however narrow. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}

type KeptMail = { to: string; subject: string; text: string; at: string }

/** Waits for a mail to this address whose subject matches and whose text holds these words; due ones are looked for once a minute. */
export async function mailTo(
  address: string,
  subject: RegExp,
  { patience = 15_000, holds = '' } = {},
): Promise<KeptMail> {
  const folder = join(process.env.DATA_DIR ?? '', 'mail')
  const find = () => {
    let names: string[] = []
    try {
      names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    } catch {
      return undefined
    }
    return names
      .sort()
      .reverse()
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KeptMail)
      .find(
        (mail) => mail.to === address && subject.test(mail.subject) && mail.text.includes(holds),
      )
  }
  await expect.poll(find, { timeout: patience, message: `mail to ${address}` }).toBeTruthy()
  const mail = find()
  if (!mail) throw new Error('the mail is gone')
  return mail
}

/** The path of the first link of ours in a mail. */
export function linkIn(mail: KeptMail): string {
  const found = /https?:\/\/[^\s]+/.exec(mail.text)?.[0]
  if (!found) throw new Error(`no link in: ${mail.text}`)
  return new URL(found).pathname
}

export { expect }
