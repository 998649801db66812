import { expect, test } from 'vitest'
import { LIMITS } from './contract.ts'
import { editCommentInput, openThreadInput, replyInput, threadInput } from './inputs.ts'
import { namedIn, quoteOf } from './rules.ts'

const kim = { firstName: 'Kim', lastName: 'Lang' }
const double = { firstName: 'Kim', lastName: 'Lang-Meier' }
const odd = { firstName: 'Anna (Test)', lastName: "O'Brien.*" }

test.each([
  ['@Kim Lang', [kim]],
  ['Frag bitte @Kim Lang, danke', [kim]],
  ['(@Kim Lang)', [kim]],
  ['@Kim Lang-Meier', [double]],
  ['@Kim Lang-', [kim]],
  ['@Kim Langer', []],
  ['post@Kim Lang', []],
  ['post@Kim Lang und @Kim Lang', [kim]],
  ['@kim lang', []],
  ["@Anna (Test) O'Brien.*", [odd]],
  ['@', []],
])('%s', (body, found) => {
  expect(namedIn(body, [kim, double, odd])).toEqual(found)
})

test('a quote is one line, without what nobody types, and is cut at a whole letter', () => {
  expect(quoteOf('  zwei \n Zeilen\u0000\u202e ')).toBe('zwei Zeilen')
  expect(quoteOf('a'.repeat(300))).toHaveLength(300)
  const cut = quoteOf('😀'.repeat(100_000))
  expect([...cut]).toHaveLength(LIMITS.quote.max)
  expect(cut.endsWith('😀…')).toBe(true)
  expect(cut.isWellFormed()).toBe(true)
})

const thread = '0B0E7D8E-1111-4AAA-8AAA-000000000001'

test('ids become what the database calls them', () => {
  expect(threadInput.parse({ thread })).toEqual({ from: 'comments', thread: thread.toLowerCase() })
})

test.each([
  ['no id', threadInput, { thread: 'x' }],
  ['an id with more', threadInput, { thread: `${thread}'` }],
  ['a list as id', threadInput, { thread: [thread, thread] }],
  ['a strange page', threadInput, { thread, from: 'https://evil.example' }],
  ['a key too many', threadInput, { thread, role: 'lead' }],
  ['no words', openThreadInput, { thread, body: ' \n ' }],
  ['words that are invisible', openThreadInput, { thread, body: '\u202e\u0000' }],
  ['too many words', editCommentInput, { comment: thread, body: 'a'.repeat(4001) }],
  ['no key', replyInput, { thread, body: 'a' }],
])('%s is refused', (_, schema, input) => {
  expect(schema.safeParse(input).success).toBe(false)
})
