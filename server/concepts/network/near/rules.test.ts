import { expect, test } from 'vitest'
import { tellingWords } from './rules.ts'

test('words that stand everywhere, and short ones, tell nothing', () => {
  expect(tellingWords('Wie können Lernende im Unterricht Brüche mit Tablets erklären?')).toEqual([
    'Brüche',
    'Tablets',
    'erklären',
  ])
  expect(tellingWords('Digitale Medien in der Schule nutzen')).toEqual([])
  expect(tellingWords(Array.from({ length: 40 }, (_, at) => `wort${at}x`).join(' '))).toHaveLength(
    12,
  )
})
