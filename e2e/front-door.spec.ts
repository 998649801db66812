import { connect } from 'node:net'
import { expect, ORIGIN, test } from './test.ts'

const { port } = new URL(ORIGIN)

/** Sends bytes as they are, as no browser would. @returns the first line of the answer */
function raw(lines: string[], body = '', host = `localhost:${port}`): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.setTimeout(8_000, () => {
      socket.destroy()
      resolve(answer.split('\r\n')[0] ?? '')
    })
    socket.on('data', (chunk) => {
      answer += chunk.toString()
      if (answer.includes('\r\n')) {
        socket.destroy()
        resolve(answer.split('\r\n')[0] ?? '')
      }
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.write(`${lines.join('\r\n')}\r\nHost: ${host}\r\n\r\n${body}`)
  })
}

test('every page carries the security headers and a new nonce @smoke', async ({ request }) => {
  const first = await request.get('/')
  const second = await request.get('/')
  const policy = first.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("object-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  const nonce = (text: string) => /'nonce-([^']+)'/.exec(text)?.[1]
  expect(nonce(policy)).toBeTruthy()
  expect(nonce(policy)).not.toBe(nonce(second.headers()['content-security-policy'] ?? ''))
  expect(first.headers()['x-content-type-options']).toBe('nosniff')
  expect(first.headers()['referrer-policy']).toBe('same-origin')
  expect(first.headers()['cross-origin-opener-policy']).toBe('same-origin')
  expect(first.headers()['cache-control']).toContain('no-store')
  expect(first.headers()['x-powered-by']).toBeUndefined()
  expect(first.headers()['access-control-allow-origin']).toBeUndefined()
})

test('a proxy that does not pass on the name people typed breaks no form', async () => {
  const lines = [
    'POST /anmelden HTTP/1.1',
    `Origin: ${ORIGIN}`,
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Length: 0',
    'Connection: close',
  ]
  expect(await raw(lines, '', 'intern.example:8080')).toContain(' 422 ')
})

const FOREIGN = [
  'null',
  'https://evil.example',
  'http://localhost.evil.example',
  `http://evil.localhost:${port}`,
  `https://localhost:${port}`,
  'http://localhost:1',
  `http://localhost:${port}.evil.example`,
  `http://LOCALHOST:${port}x`,
  'https://sub.duisburg.de',
  '',
]

for (const origin of FOREIGN)
  test(`a form from "${origin}" is refused`, async ({ request }) => {
    const answer = await request.post('/anmelden', {
      headers: { origin, 'sec-fetch-site': 'cross-site' },
      form: { email: 'a@b.example', password: 'x' },
    })
    expect(answer.status()).toBe(403)
  })

test('a form without Origin and without Sec-Fetch-Site is refused', async () => {
  const body = 'email=a%40b.example'
  const line = await raw(
    [
      'POST /anmelden HTTP/1.1',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
    ],
    body,
  )
  expect(line).toContain('403')
})

test('sizes, methods and broken addresses are refused with a German page, never 500', async ({
  request,
}) => {
  const headers = { origin: ORIGIN }
  const large = await request.post('/anmelden', { headers, form: { email: 'x'.repeat(300_000) } })
  expect(large.status()).toBe(413)
  expect(await large.text()).toContain('256 KB')
  expect((await request.get(`/schulen?q=${'x'.repeat(9_000)}`)).status()).toBe(414)
  expect((await request.fetch('/', { method: 'PUT', headers })).status()).toBe(405)
  expect((await request.fetch('/', { method: 'DELETE', headers })).status()).toBe(405)
  for (const address of ['/%', '/%00', '/schulen/%ff', '/%c0%ae', '/plg/%E0%A4%A'])
    expect(await raw([`GET ${address} HTTP/1.1`])).toContain('400')
  expect(await raw(['GET //evil.example/ HTTP/1.1'])).toContain('400')
})

test('a body of unknown length is refused before it is read', async () => {
  const line = await raw(
    [
      'POST /anmelden HTTP/1.1',
      `Origin: ${ORIGIN}`,
      'Content-Type: application/x-www-form-urlencoded',
      'Transfer-Encoding: chunked',
    ],
    '5\r\nhello\r\n',
  )
  expect(line).toContain('411')
})

const SECRET_PATHS = [
  '/package.json',
  '/package-lock.json',
  '/.env',
  '/.git/config',
  '/.data/secret',
  '/server/main.mjs',
  '/server/open.ts',
  '/db/types.ts',
  '/build/server/index.js',
  '/build/.stamp',
  '/.vite/manifest.json',
  '/assets/../../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/..%2f..%2fpackage.json',
  '/.%2e/package.json',
  '/node_modules/express/package.json',
  '/vite.config.ts',
  '/remix.config.js',
  '/README.md',
  '/.ci/run',
  '/app/root.tsx',
  '/public/favicon.svg',
  '/.htaccess',
  '/.DS_Store',
  '/metrics',
  '/mail/',
  '/pg17/PG_VERSION',
  '/assets/',
]

test('the static server gives out nothing but the built client', async ({ request }) => {
  for (const path of SECRET_PATHS) {
    const answer = await request.get(path, {
      headers: path === '/metrics' ? { 'x-forwarded-for': '203.0.113.9' } : {},
    })
    expect([400, 403, 404], path).toContain(answer.status())
  }
})

test('health, readiness and security.txt answer without details', async ({ request }) => {
  expect(await (await request.get('/healthz')).json()).toEqual({ ok: true })
  expect(await (await request.get('/readyz')).json()).toEqual({ ok: true })
  const text = await (await request.get('/.well-known/security.txt')).text()
  expect(text).toMatch(/^Contact: /m)
  expect(text).toMatch(/^Expires: /m)
  expect((await request.get('/metrics')).status()).toBe(200)
})

test('an unknown page answers 404 with a way on', async ({ asVisitor }) => {
  const page = await asVisitor()
  const answer = await page.goto('/gibt-es-nicht')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Diese Seite gibt es nicht (mehr).',
  )
})
