import type { IncomingHttpHeaders } from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { isForeign, isOwnSocket } from './origin.ts'

beforeAll(() => {
  process.env.DATABASE_URL = 'postgres://app@db.example/lernen25'
  process.env.SESSION_SECRET = 'kFq3-2mZt8vX1pLw9rYb7cHd5nJs4gQa'
  process.env.SMTP_URL = 'smtps://mail.example'
  process.env.ORIGIN = 'https://lernen25.duisburg.example'
})

const FOREIGN_ORIGINS = [
  ['absent', undefined],
  ['null', 'null'],
  ['empty', ''],
  ['foreign', 'https://evil.example'],
  ['sibling subdomain', 'https://andere.duisburg.example'],
  ['parent domain', 'https://duisburg.example'],
  ['own subdomain', 'https://x.lernen25.duisburg.example'],
  ['own name inside another', 'https://lernen25.duisburg.example.evil.example'],
  ['own name as user', 'https://lernen25.duisburg.example@evil.example'],
  ['other port', 'https://lernen25.duisburg.example:8443'],
  ['named standard port', 'https://lernen25.duisburg.example:443'],
  ['other scheme', 'http://lernen25.duisburg.example'],
  ['capital letters', 'https://LERNEN25.duisburg.example'],
  ['trailing dot', 'https://lernen25.duisburg.example.'],
  ['trailing slash', 'https://lernen25.duisburg.example/'],
  ['two at once', 'https://lernen25.duisburg.example, https://evil.example'],
  ['localhost', 'http://localhost:3000'],
  ['loopback', 'http://127.0.0.1:3000'],
] as const
const FOREIGN_SITES = ['cross-site', 'same-site', undefined] as const

describe('a request that changes something is refused (54 combinations)', () => {
  const all = FOREIGN_ORIGINS.flatMap(([name, origin]) =>
    FOREIGN_SITES.map((site) => ({ name, origin, site })),
  )
  test('the table has 54 rows', () => expect(all).toHaveLength(54))
  test.each(all)('$name, Sec-Fetch-Site $site', ({ origin, site }) => {
    const headers: IncomingHttpHeaders = { host: 'lernen25.duisburg.example' }
    if (origin !== undefined) headers.origin = origin
    if (site !== undefined) headers['sec-fetch-site'] = site
    expect(isForeign(headers)).toBe(true)
    expect(isOwnSocket(headers)).toBe(false)
  })
})

test.each(FOREIGN_ORIGINS.slice(1))(
  '%s: a friendly Sec-Fetch-Site does not outweigh the Origin',
  (_, origin) => {
    expect(isForeign({ origin, 'sec-fetch-site': 'same-origin' })).toBe(true)
  },
)

describe('a request from our own pages passes', () => {
  test.each([
    ['own origin', { origin: 'https://lernen25.duisburg.example' }],
    ['no origin, same origin by the browser', { 'sec-fetch-site': 'same-origin' }],
    ['no origin, opened by the person', { 'sec-fetch-site': 'none' }],
  ])('%s', (_name, headers) => expect(isForeign(headers)).toBe(false))

  test('a socket needs the header itself', () => {
    expect(isOwnSocket({ origin: 'https://lernen25.duisburg.example' })).toBe(true)
    expect(isOwnSocket({ 'sec-fetch-site': 'same-origin' })).toBe(false)
  })

  test('forged Host and X-Forwarded-Host change nothing', () => {
    const forged = {
      origin: 'https://evil.example',
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    }
    expect(isForeign(forged)).toBe(true)
  })
})
