import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMatches } from './find-matches.ts'

const shown = (text: string, ...words: string[]) =>
  findMatches(text, words)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  ['Bürgerhaus', ['burger'], '[Bürger]haus'],
  ['Burg', ['bürg'], '[Burg]'],
  ['Straße', ['strasse'], '[Straße]'],
  ['Großer Hof', ['gross', 'hof'], '[Groß]er [Hof]'],
  ['Am Hafen, Hafenstr.', ['HAFEN'], 'Am [Hafen], [Hafen]str.'],
  ['abcab', ['abc', 'cab'], '[abcab]'],
  ['Sebastián Núñez', ['nunez'], 'Sebastián [Núñez]'],
  ['nichts', ['fehlt'], 'nichts'],
  ['<b>fett</b>', ['<b>'], '[<b>]fett</b>'],
  ['', ['a'], ''],
  ['alles', [], 'alles'],
  ['a👍b', ['👍'], 'a[👍]b'],
])('in "%s" %j is marked as %s', (text, words, expected) => {
  expect(shown(text, ...words)).toBe(expected)
})

test('whatever is looked for, the pieces joined are the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
      (text, words) => {
        expect(
          findMatches(text, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})
