// What a browser loads for a page and when a slow one shows it, and how long its editor takes for a key.
import { chromium } from '@playwright/test'
import http from 'node:http'
import zlib from 'node:zlib'
import { findChromium } from '../chromium.mjs'
import { BOOK, documentOf, largePlgs, signIn, topicOf } from './city.mjs'
import { median } from './crew.mjs'
import { measureEditor } from './editor.mjs'

/** Down 1.5 Mbit/s, up 0.75, 300 ms there and back, and a processor four times as slow. */
const SLOW_LINE = {
  offline: false,
  latency: 300,
  downloadThroughput: (1.5 * 1_000_000) / 8,
  uploadThroughput: (0.75 * 1_000_000) / 8,
}
const SLOWDOWN = 4
const ROUNDS = 3
/** The live line's library comes when the page has nothing else to do. */
const QUIET = 1_500
const VIEWPORT = { width: 820, height: 1180 }
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']

/** Weights and times of the pages on a started platform. @returns figures by name */
export async function measureBrowser(platform) {
  const { executable, env } = await findChromium()
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: [...FLAGS, '--disable-background-networking', '--disable-component-update'],
  })
  try {
    const figures = {}
    for (const page of await pagesOf(platform)) {
      const urls = await loadedBy(browser, platform, page)
      Object.assign(figures, await weigh(platform, page, urls))
      const rounds = []
      for (let at = 0; at < ROUNDS; at++) rounds.push(await visitSlowly(browser, platform, page))
      figures[`slow.${page.name}.visible`] = median(rounds.map(({ visible }) => visible))
      figures[`slow.${page.name}.thread`] = median(rounds.map(({ thread }) => thread))
    }
    return { ...figures, ...(await measureEditors(browser, platform)) }
  } finally {
    await browser.close()
  }
}

async function measureEditors(browser, platform) {
  const figures = {}
  for (const page of await pagesOf(platform)) {
    if (page.name !== 'document' && page.name !== 'book') continue
    Object.assign(figures, await measureEditor({ platform, browser, fresh, slowDown }, page))
    const edit = { ...page, name: 'edit', path: `${page.path}/bearbeiten` }
    if (page.name === 'document')
      Object.assign(figures, await weigh(platform, edit, await loadedBy(browser, platform, edit)))
  }
  return figures
}

async function pagesOf(platform) {
  const { twoHundred: plg } = await largePlgs(platform)
  const [cookie] = await signIn(platform, plg.members.slice(0, 1))
  const topic = await topicOf(platform, plg, 1, cookie)
  const document = await documentOf(platform, plg, null, cookie)
  const book = await documentOf(platform, plg, BOOK, cookie)
  return [
    { name: 'start', path: '/', expected: 'Lernen 25' },
    { name: 'today', path: '/heute', cookie, expected: 'Neu in Ihren PLGs' },
    { name: 'plgs', path: '/plg', cookie, expected: 'Großes Netz' },
    { name: 'plg', path: `/plg/${plg.slug}`, cookie, expected: '200 Mitglieder' },
    { name: 'topic', path: `${topic.path}?seite=2`, cookie, expected: 'beitrag-45' },
    { name: 'document', path: document.path, cookie, expected: 'Bearbeiten' },
    { name: 'book', path: book.path, cookie, expected: 'Bearbeiten' },
  ]
}

/** A visit with nothing in the cache. The caller closes the context. */
async function fresh(browser, platform, { cookie }) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'de-DE' })
  const [name, value] = cookie?.split('=') ?? []
  if (name) await context.addCookies([{ name, value, url: platform.origin }])
  return { context, page: await context.newPage() }
}

/** The addresses of everything the page asks for until it is quiet, the live line's library included. */
async function loadedBy(browser, platform, wanted) {
  const { context, page } = await fresh(browser, platform, wanted)
  const urls = []
  page.on('response', (response) => {
    urls.push({ url: response.url(), type: response.request().resourceType() })
  })
  const answer = await page.goto(platform.origin + wanted.path, { waitUntil: 'networkidle' })
  await page.waitForTimeout(QUIET)
  const text = await page.content()
  await context.close()
  if (answer?.status() !== 200 || !text.includes(wanted.expected))
    throw new Error(`${wanted.path}: ${answer?.status()}, ohne „${wanted.expected}“`)
  return urls
}

/** Asks for the same addresses once more, in gzip and in brotli, and counts the bytes of the bodies. */
async function weigh(platform, page, urls) {
  const kb = async (types, encoding) => {
    let bytes = 0
    for (const { url, type } of urls) {
      if (types.includes(type)) bytes += await bytesOf(platform, url, page.cookie, encoding)
    }
    return bytes / 1000
  }
  return {
    [`weight.${page.name}.js`]: await kb(['script'], 'gzip'),
    [`weight.${page.name}.jsBr`]: await kb(['script'], 'br'),
    [`weight.${page.name}.css`]: await kb(['stylesheet'], 'gzip'),
    [`weight.${page.name}.html`]: await kb(['document'], 'gzip'),
    [`weight.${page.name}.htmlBr`]: await kb(['document'], 'br'),
  }
}

function bytesOf({ port }, url, cookie, encoding) {
  const { pathname, search, host } = new URL(url)
  const headers = { host, 'accept-encoding': encoding, ...(cookie && { cookie }) }
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: pathname + search, headers, agent: false }
    const request = http.get(options, (answer) => {
      const chunks = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const body = Buffer.concat(chunks)
        if (answer.statusCode !== 200) return reject(new Error(`${url}: ${answer.statusCode}`))
        // Not compressed by the server in this way: what it would weigh at the usual level.
        const isAsAsked = answer.headers['content-encoding'] === encoding
        resolve(
          isAsAsked ? body.length : packed(body, answer.headers['content-encoding'], encoding),
        )
      })
    })
    request.on('error', reject)
  })
}

function packed(body, came, encoding) {
  const plain = came === 'gzip' ? zlib.gunzipSync(body) : body
  return encoding === 'gzip' ? zlib.gzipSync(plain).length : plain.length
}

async function slowDown(context, page) {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: false })
  await session.send('Network.emulateNetworkConditions', SLOW_LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  return session
}

/** @returns seconds until the largest piece of text stands, and those its main thread was busy */
async function visitSlowly(browser, platform, wanted) {
  const { context, page } = await fresh(browser, platform, wanted)
  const session = await slowDown(context, page)
  await session.send('Performance.enable')
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      globalThis.largestPaint = list.getEntries().at(-1).startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(platform.origin + wanted.path, { waitUntil: 'networkidle', timeout: 60_000 })
  await page.waitForTimeout(QUIET)
  const visible = await page.evaluate(() => globalThis.largestPaint / 1000)
  const { metrics } = await session.send('Performance.getMetrics')
  await context.close()
  return { visible, thread: metrics.find(({ name }) => name === 'TaskDuration').value }
}
