import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  cleanText,
  clientKey,
  emailAddress,
  line,
  optionalLine,
  optionalParagraph,
  paragraph,
  slugOf,
} from './text.ts'

describe('text is cleaned', () => {
  test.each([
    ['NUL', 'a\u0000b', 'ab'],
    ['direction marks', 'abc\u202edcb\u202c', 'abcdcb'],
    ['isolates', '\u2066abc\u2069', 'abc'],
    ['byte order mark', '\ufeffabc', 'abc'],
    ['escape sequences', 'a\u001b[31mb', 'a[31mb'],
    ['half surrogates', 'a\ud800b', 'a\ufffdb'],
    ['decomposed letters', 'Mu\u0308ller', 'Müller'],
    ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
    ['tabs stay', 'a\tb', 'a\tb'],
    ['emoji stay', '👩🏽‍🏫', '👩🏽‍🏫'],
    ['Turkish and Polish letters stay', 'ığŁódź', 'ığŁódź'],
  ])('%s', (_what, dirty, clean) => expect(cleanText(dirty)).toBe(clean))

  test('whatever comes in: well-formed, without NUL, and clean already the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (dirty) => {
        const clean = cleanText(dirty)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toContain('\u0000')
        expect(cleanText(clean)).toBe(clean)
      }),
    )
  })
})

describe('a line', () => {
  const title = line({ min: 3, max: 10, missing: 'Bitte einen Titel.' })
  test.each([
    ['  zwei   Wörter ', 'zwei Wörter'],
    ['eine\nZeile', 'eine Zeile'],
    ['a\u0000bc', 'abc'],
  ])('%j becomes %j', (typed, kept) => {
    const long = line({ max: 50 })
    expect(long.parse(typed)).toBe(kept)
  })
  test.each([[undefined], [''], ['  '], ['\u0000\u202e'], ['ab'], ['a'.repeat(11)], [12], [null]])(
    '%j is refused',
    (typed) => expect(title.safeParse(typed).success).toBe(false),
  )
  test('that is missing gets the sentence of its field', () => {
    expect(title.safeParse(undefined).error?.issues[0]?.message).toBe('Bitte einen Titel.')
  })
  test('that may be left out is empty then', () => {
    expect(optionalLine({ max: 5 }).parse(undefined)).toBe('')
    expect(optionalLine({ max: 5 }).safeParse('zu lang').success).toBe(false)
  })
})

test('a paragraph keeps its lines', () => {
  expect(paragraph({ max: 20 }).parse(' a\r\n\r\nb ')).toBe('a\n\nb')
})

describe('a mail address', () => {
  test('is trimmed and written in small letters', () => {
    expect(emailAddress.parse('  Meike.Thomas@Schule.EXAMPLE ')).toBe('meike.thomas@schule.example')
  })
  test.each([
    '',
    'meike',
    'meike@',
    '@schule.example',
    'a b@c.example',
    'a@b.example\nBcc: x@y.example',
    `${'a'.repeat(250)}@b.example`,
  ])('%j is refused', (typed) => expect(emailAddress.safeParse(typed).success).toBe(false))
})

test.each(['', '1', 'not-a-uuid', '{}'])('%j is no key of a form', (key) => {
  expect(clientKey.safeParse(key).success).toBe(false)
})

describe('the readable part of an address', () => {
  test.each([
    ['Übergang 4/5 für alle', 'uebergang-4-5-fuer-alle'],
    ['Straße & Fluß', 'strasse-fluss'],
    ['Café Crème', 'cafe-creme'],
    ['---', 'eintrag'],
    ['👍', 'eintrag'],
    ['', 'eintrag'],
  ])('of %j is %s', (text, slug) => expect(slugOf(text)).toBe(slug))

  test('is always usable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(slugOf(text)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slugOf(text).length).toBeLessThanOrEqual(60)
      }),
    )
  })
})

describe('in a form', () => {
  const schema = z.strictObject({
    title: line({ min: 3, max: 10 }),
    page: optionalLine({ max: 10 }),
    text: optionalParagraph({ max: 10 }),
  })
  const sent = (fields: Record<string, string>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return parseWithZod(body, { schema })
  }

  test.each([
    ['left empty', { page: '', text: '' }],
    ['left out', {}],
    ['of white space only', { page: '  ', text: ' \r\n ' }],
  ])('optional fields %s are empty texts', (_how, fields) => {
    expect(sent({ title: 'Titel', ...fields })).toMatchObject({
      status: 'success',
      value: { title: 'Titel', page: '', text: '' },
    })
  })

  test.each([
    ['', 'Bitte ausfüllen.'],
    ['ab', 'Bitte mindestens 3 Zeichen.'],
    ['a'.repeat(11), 'Bitte höchstens 10 Zeichen.'],
  ])('a title "%s" is answered "%s"', (title, sentence) => {
    expect(sent({ title }).reply().error).toEqual({ title: [sentence] })
  })
})
