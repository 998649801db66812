// Some thousand requests that are wrong in one way each. The same ones at every run.
import { createHash } from 'node:crypto'

/** Parts of an address that are none. */
const ODD_PARTS = [
  ...['%00', '%ff%fe', '%ED%A0%80', '%E2%80%AE', '%F0%9F%92%A9', '%25%30%30', '%2e%2e%2f', '..%5c'],
  ...['__proto__', 'constructor', 'toString', '-1', '1e309', 'NaN', '0x10', "'--", '%3Cscript%3E'],
  ...[
    'a'.repeat(4_000),
    '%C0%AF',
    '%',
    '%zz',
    '1-',
    '99999999999999999999',
    '%0d%0aX-A:%20b',
    ';',
    '[]',
  ],
]
const ODD_QUERIES = [
  ...[
    '?seite=-1',
    '?seite=1e999',
    '?seite=%00',
    '?q=%00',
    '?q=%ED%A0%80',
    '?q=%E2%80%AE',
    '?q=%ff',
  ],
  ...['?__proto__[x]=1', '?constructor=1', '?index&index', '?_data=root', '?_data=routes/nowhere'],
  ...[
    '?_routes=',
    '?_routes=root,routes/nowhere',
    '?_routes=__proto__',
    '?neu=%00',
    '?nach=x',
    '?page=[]',
  ],
  `?${'a=1&'.repeat(1_000)}`,
  `?q=${'%F0%9F%92%A9'.repeat(500)}`,
  `?seite=${'9'.repeat(400)}`,
  `?q=${'%25'.repeat(2_000)}`,
]
const ODD_METHODS = [
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'HEAD',
  'get',
]

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=x'
const part = (head, body = '1') => `--x\r\n${head}\r\n\r\n${body}\r\n`
const field = (name) => part(`Content-Disposition: form-data; name="${name}"`)

/** Bodies of forms, each with the type it claims to be. */
const ODD_BODIES = [
  [FORM, ''],
  [FORM, 'email=%00&password=%00&body=%00&title=%00&q=%00&clientKey=%00&intent=%00'],
  [FORM, 'email=%ED%A0%80&password=%ED%A0%80&body=%ED%BF%BF&title=%ED%A0%80&intent=%ED%A0%80'],
  [FORM, 'email=%E2%80%AE&body=%E2%80%AE%E2%81%A6&title=%E2%80%AE&clientKey=x&intent=%E2%80%AE'],
  [FORM, 'email=%ff%fe&body=%c0%af&title=%f8%88%80%80%80&intent=%ff'],
  [FORM, '__proto__=1&__proto__[x]=1&constructor.prototype.x=1&intent=__proto__'],
  [FORM, 'intent=constructor&a[b][c][d]=1&a[9999999]=1&a[]=1&a.b.c=1'],
  [FORM, `a=${'b'.repeat(250_000)}`],
  [FORM, Array.from({ length: 1_000 }, (_, at) => `f${at}=1`).join('&')],
  [FORM, `${'&'.repeat(60_000)}=`],
  [FORM, `body=${'**_`['.repeat(2_000)}&title=${'x'.repeat(500)}&clientKey=x`],
  [FORM, `body=${'%3E'.repeat(2_600)}&clientKey=x`],
  [FORM, 'page=1e999&post=-1&upTo=NaN&line=1&person=x&report=y&school=%2F&role=__proto__'],
  ['application/json', '{"__proto__":{"x":1},"intent":"x"}'],
  ['application/json', '['.repeat(100_000)],
  ['application/xml', '<!DOCTYPE x [<!ENTITY a "a">]><x>&a;</x>'],
  ['text/plain', 'intent=x'],
  ['text/x-script', 'ü'],
  ['', 'x'],
  ['multipart/form-data', 'x'],
  [MULTIPART, ''],
  [MULTIPART, '--x'],
  [MULTIPART, '--x--\r\n'],
  [MULTIPART, `${field('__proto__')}--x--\r\n`],
  [MULTIPART, `${field('a[b][c]')}${field('intent')}--x--\r\n`],
  [MULTIPART, `${Array.from({ length: 1_000 }, (_, at) => field(`f${at}`)).join('')}--x--\r\n`],
  [MULTIPART, `${part('Content-Disposition: form-data')}--x--\r\n`],
  [MULTIPART, `${part(`Content-Disposition: form-data; name="${'n'.repeat(60_000)}"`)}--x--\r\n`],
  [MULTIPART, `${part('Content-Disposition: form-data; name="a"; filename="\0../../x"')}--x--\r\n`],
  [MULTIPART, part('Content-Disposition: form-data; name="a"', 'never ends')],
  [MULTIPART, noise(4_000).toString('latin1')],
  [`multipart/form-data; boundary=${'b'.repeat(5_000)}`, '--b\r\n'],
  ['multipart/mixed; boundary=x', field('a')],
  [`${FORM}; charset=utf-7`, 'a=+ADw-'],
]

/** Headers that are wrong or odd by themselves; they stand in a request that is fine. */
const ODD_HEADERS = [
  ...['Cookie: session=%00', 'Cookie: session=\xff\xfe', `Cookie: session=${'A'.repeat(8_000)}`],
  ...['Cookie: session=__proto__; session=x; __Host-session=y', `Cookie: ${'a=b; '.repeat(1_500)}`],
  ...['Cookie: look=%7B%7D; toast=x.y; look=!!', 'Cookie: =; ;;=;', 'Accept-Encoding: \x7f, *;q=9'],
  ...['Accept-Encoding: br;q=NaN', 'Accept: ../..', 'If-None-Match: *', 'If-Modified-Since: never'],
  ...['Range: bytes=0-,1-,2-', 'Range: bytes=-999999999999', 'Expect: 100-continue', 'Expect: x'],
  ...[
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings',
  ],
  ...[
    'X-Forwarded-For: \0',
    'X-Forwarded-Host: evil.example',
    'X-Original-URL: /verwaltung',
    'Via: x',
  ],
  ...[
    'X-HTTP-Method-Override: DELETE',
    'Origin: https://evil.example',
    'Origin: null',
    'Referer: \xff',
  ],
  ...[
    'Host: evil.example',
    'Host:',
    'Content-Length: -1',
    'Content-Length: 1e3',
    'Content-Length: 99999',
  ],
  ...[
    'Content-Length: 5\r\nContent-Length: 6',
    'Content-Encoding: gzip',
    'Transfer-Encoding: gzip',
  ],
  ...[
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked\r\nContent-Length: 3',
    ' folded: x',
  ],
  ...[
    'Transfer-Encoding : chunked',
    'Transfer-Encoding:\x0bchunked',
    'Bad Header: x',
    'X: a\nY: b',
  ],
  ...[`X-Long: ${'y'.repeat(20_000)}`, 'X: 1\r\n'.repeat(2_500).trim(), '\0: x', ': x', 'X'],
]

/** What is no request at all, or two in one. */
const odd = (host) => [
  '\r\n\r\n\r\n',
  'GET\r\n\r\n',
  'GET /\r\n\r\n',
  `GET / HTTP/0.9\r\n${host}`,
  `GET / HTTP/9.9\r\n${host}`,
  `GET  / HTTP/1.1\r\n${host}`,
  `GET /\t HTTP/1.1\r\n${host}`,
  `GET http://evil.example/ HTTP/1.1\r\n${host}`,
  `GET http://[::1/ HTTP/1.1\r\n${host}`,
  `GET //evil.example/ HTTP/1.1\r\n${host}`,
  `GET \\evil HTTP/1.1\r\n${host}`,
  `GET * HTTP/1.1\r\n${host}`,
  `GET heute HTTP/1.1\r\n${host}`,
  `GET /\xff\xfe HTTP/1.1\r\n${host}`,
  `GET /${'a'.repeat(9_000)} HTTP/1.1\r\n${host}`,
  `GET /${'a'.repeat(40_000)} HTTP/1.1\r\n${host}`,
  'GET / HTTP/1.1\r\n\r\n',
  `GET / HTTP/1.1\r\n${host.trim()}\r\n${host}`,
  `POST /anmelden HTTP/1.1\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n${host}0\r\n\r\nGET /verwaltung HTTP/1.1\r\n${host}`,
  `POST /anmelden HTTP/1.1\r\nTransfer-Encoding: chunked, identity\r\n${host}zz\r\n`,
  `POST /anmelden HTTP/1.1\r\nTransfer-Encoding: xchunked\r\nContent-Length: 4\r\n${host}5c\r\nGET / HTTP/1.1\r\n${host}`,
  `POST /anmelden HTTP/1.1\r\nContent-Length: 0\r\n${host}GET /heute HTTP/1.1\r\n${host}`,
  `GET / HTTP/1.1\r\n${host}`.repeat(40),
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0',
  Buffer.from('160301020001000001fc0303', 'hex'),
  Buffer.concat([Buffer.from('16030100f8010000f40303', 'hex'), noise(240)]),
  noise(1_000),
  noise(20_000),
  Buffer.alloc(20_000),
  '\x04\x01\0P\x7f\0\0\x01\0',
  'SSH-2.0-x\r\n',
  '{"jsonrpc":"2.0"}\r\n\r\n',
]

/** Noise that is the same at every run. */
function noise(bytes) {
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, at) =>
    createHash('sha256').update(`noise ${at}`).digest(),
  )
  return Buffer.concat(blocks).subarray(0, bytes)
}

/**
 * @param {{ port: number, routes: string[], cookies: string[], count: number }} options `routes` with
 *   their parameters as ":name"; `cookies` of people who turned hostile
 * @returns {(Buffer | string)[]} what to send, each on a connection of its own
 */
export function wrongRequests({ port, routes, cookies, count }) {
  const origin = `http://localhost:${port}`
  let made = 0
  /** Every second one comes from somebody who is signed in; each visitor from an address of their own. */
  const host = () => {
    made += 1
    const by = `X-Forwarded-For: 198.18.${(made >> 8) % 256}.${made % 256}\r\n`
    const cookie = made % 2 ? `Cookie: ${cookies[made % cookies.length]}\r\n` : ''
    return `Host: localhost:${port}\r\n${by}${cookie}Connection: close\r\n\r\n`
  }
  const get = (path, method = 'GET') => `${method} ${path} HTTP/1.1\r\n${host()}`
  const post = (path, [type, body]) =>
    `POST ${path} HTTP/1.1\r\nOrigin: ${origin}\r\n${type && `Content-Type: ${type}\r\n`}Content-Length: ${Buffer.byteLength(body, 'latin1')}\r\n${host()}${body}`
  const filled = (route, value) => route.replaceAll(/:\w+/g, value)
  const makers = [
    (route, at) => get(filled(route, pick(ODD_PARTS, at))),
    (route, at) => get(filled(route, 'x') + pick(ODD_QUERIES, at)),
    (route, at) => get(`${filled(route, pick(ODD_PARTS, at))}.data${pick(ODD_QUERIES, at + 1)}`),
    (route, at) => get(filled(route, '1'), pick(ODD_METHODS, at)),
    (route, at) => post(filled(route, '1'), pick(ODD_BODIES, at)),
    (route, at) => post(`${filled(route, 'x')}.data`, pick(ODD_BODIES, at + 7)),
    (route, at) => post(`${filled(route, 'x')}?index`, pick(ODD_BODIES, at + 3)),
    (route, at) => `GET ${filled(route, 'x')} HTTP/1.1\r\n${pick(ODD_HEADERS, at)}\r\n${host()}`,
    (_route, at) => pick(odd(host()), at),
  ]
  return Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / makers.length)
    const bytes = makers[at % makers.length](routes[round % routes.length], round)
    return typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
  })
}

const pick = (list, at) => list[at % list.length]
