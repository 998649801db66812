import { expect, test } from 'vitest'
import { endsWithAnswer, largestBody, LARGEST_FORM } from './large-bodies.ts'

const PARTS = 'multipart/form-data; boundary=x'
const LINK = `/anbieter/${'a'.repeat(43)}`
const SIGNED = 'a=b; __Host-session=abc'
const asked = (path: string, cookie = '', type = PARTS, length = 10) => ({
  path,
  headers: { cookie, 'content-type': type, 'content-length': String(length) },
})
const MB = 1024 * 1024

test.each<[path: string, signedIn: number, visitor: number]>([
  ['/dateien', 25.25, 0],
  ['/verwaltung/schulen/import', 5.25, 0],
  ['/verwaltung/schulen/import.data', 5.25, 0],
  ['/pruefstelle/12', 25.25, 0],
  ['/pruefstelle/12.data', 25.25, 0],
  ['/software/buchwerk-2/nutzungen', 25.25, 0],
  [LINK, 20, 20],
  // Its form is sent by the browser itself.
  [`${LINK}.data`, 0, 0],
  ['/anbieter/kurz', 0, 0],
  ['/pruefstelle', 0, 0],
  ['/pruefstelle/12/unterschreiben', 0, 0],
  ['/software/buchwerk', 0, 0],
  ['/anmelden', 0, 0],
  [`/x${LINK}`, 0, 0],
])('%s takes %d MB of those who are signed in, %d of visitors', (path, signedIn, visitor) => {
  expect(largestBody(asked(path, SIGNED))).toBe(signedIn * MB || LARGEST_FORM)
  expect(largestBody(asked(path))).toBe(visitor * MB || LARGEST_FORM)
  // What is no form with parts would be read into memory.
  for (const type of ['application/x-www-form-urlencoded', 'text/plain', ''])
    expect(largestBody(asked(path, SIGNED, type))).toBe(LARGEST_FORM)
})

test('the line ends with the answer where a large body may be left unread', () => {
  expect(endsWithAnswer(asked(LINK, '', PARTS, LARGEST_FORM + 1))).toBe(true)
  expect(endsWithAnswer(asked(LINK, '', PARTS, LARGEST_FORM))).toBe(false)
  expect(endsWithAnswer(asked('/dateien', SIGNED, PARTS, 5 * MB))).toBe(false)
})
