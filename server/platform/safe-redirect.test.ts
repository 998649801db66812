import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeRedirect } from './safe-redirect.ts'

const HOSTILE: unknown[] = [
  'https://evil.example',
  'http:evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '/%2f/evil.example',
  '/%2F%2Fevil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  '/%0d%0aSet-Cookie:a=b',
  '/heute%00',
  '/%252f%252fevil.example',
  '/..//evil.example',
  '/plg/../../evil',
  '/plg//evil.example',
  '/@evil.example',
  '/heute?weiter=https://evil.example',
  '/heute;@evil.example',
  '/\u2028/evil.example',
  '/／evil.example',
  'heute',
  '',
  '.',
  '?q=1',
  '#a',
  `/${'a'.repeat(600)}`,
  null,
  undefined,
  42,
  { toString: () => '//evil.example' },
  ['//evil.example'],
]

describe('a target from outside leads home', () => {
  test.each(HOSTILE.map((target) => [target]))('%j', (target) => {
    expect(safeRedirect(target)).toBe('/heute')
  })
})

describe('our own pages are kept', () => {
  test.each([
    '/',
    '/heute',
    '/plg/ipads-mathematik-5-6/diskussion/12',
    '/plg/x/diskussion/12-bruchrechnen#beitrag-3',
    '/suche?q=M%C3%BCller+iPad',
    '/schulen?form=grammar&seite=2',
  ])('%s', (target) => expect(safeRedirect(target)).toBe(target))
})

test('whatever comes in, a browser stays at our address', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      '/',
      '\\',
      '.',
      ':',
      '@',
      '?',
      '#',
      '%',
      '2',
      'f',
      '5',
      'c',
      'a',
      '\t',
      '\n',
      ' ',
      '&',
      '=',
    ),
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.oneof(nasty, fc.string(), fc.webUrl()), (target) => {
      const result = new URL(safeRedirect(target), 'https://lernen25.example/anmelden')
      expect(result.origin).toBe('https://lernen25.example')
    }),
    { numRuns: 5_000 },
  )
})
