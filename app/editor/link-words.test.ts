import { expect, test } from 'vitest'
import { addressProblem, completeAddress, wordsHint } from './link-words.ts'

test.each([
  ['http://beispiel.example/a', 'https://beispiel.example/a'],
  ['HTTP://beispiel.example', 'https://beispiel.example'],
  ['https://beispiel.example', 'https://beispiel.example'],
  [' beispiel.example/a?b ', 'https://beispiel.example/a?b'],
  ['www.beispiel.example:8080/x', 'https://www.beispiel.example:8080/x'],
  ['schule@beispiel.example', 'mailto:schule@beispiel.example'],
  ['/plg/brueche', '/plg/brueche'],
  ['#abschnitt-2', '#abschnitt-2'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['', ''],
])('%s is meant as %s', (typed, address) => {
  expect(completeAddress(typed)).toBe(address)
})

test.each([
  '',
  'brueche',
  'javascript:alert(1)',
  'data:text/html,x',
  '//fremd.example',
  'https://a b',
])('%j is refused', (typed) => {
  expect(addressProblem(typed)).not.toBeNull()
})

test.each(['beispiel.example', 'http://beispiel.example', 'a@b.example', '/plg/brueche'])(
  '%j can be used',
  (typed) => {
    expect(addressProblem(typed)).toBeNull()
  },
)

test.each([
  ['hier', true],
  ['Hier …', true],
  ['mehr lesen', true],
  ['https://beispiel.example', true],
  ['Anleitung hier', false],
  ['Unterrichtsplan Brüche', false],
])('words "%s" get a hint: %s', (words, hasHint) => {
  expect(wordsHint(words) !== null).toBe(hasHint)
})
