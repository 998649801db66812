import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bestPlaces,
  excerptOf,
  type Found,
  matchesOf,
  narrowed,
  rootsIn,
  searchFrom,
  type Shelved,
} from './rules.ts'

const shelved = (given: Partial<Shelved> = {}): Shelved => ({
  ...{ id: 'a', versionId: 'v', name: 'Gesamtschule', title: 'Medienkonzept' },
  ...{ publishedAt: new Date('2026-10-01'), form: 'comprehensive', district: 'mitte' },
  ...{
    competencies: ['6.3'],
    subjects: ['german'],
    chapters: ['vision'],
    dimensions: ['teaching'],
  },
  ...given,
})
const at = (given: Partial<Found> = {}): Found => ({
  ...{ word: 0, versionId: 'v', place: 'section', position: 0, kind: 'vision', title: 'Leitbild' },
  ...given,
})

test('all words must stand in a concept, wherever; titles go first, then the newest', () => {
  const old = shelved({ id: 'old', versionId: 'o', publishedAt: new Date('2026-01-01') })
  const found = [
    at({ word: 0 }),
    at({ word: 1, place: 'goal', position: 3, title: 'Erklärvideo' }),
    at({ word: 0, versionId: 'o' }),
  ]
  expect(matchesOf([shelved(), old], found, ['video', 'tablet']).map(({ id }) => id)).toEqual(['a'])
  expect(matchesOf([old, shelved()], found, ['tablet']).map(({ id }) => id)).toEqual(['a', 'old'])
  expect(matchesOf([old, shelved()], [], []).map(({ id }) => id)).toEqual(['a', 'old'])
  expect(matchesOf([shelved()], [], ['gesamtschule'])).toHaveLength(1)
})

test('a facet counts what each other choice would leave', () => {
  const all = [shelved(), shelved({ id: 'b', form: 'primary', competencies: ['6.3', '1.1'] })]
  const { left, facets } = narrowed(all, searchFrom({ schulform: 'primary' }))
  expect(left.map(({ id }) => id)).toEqual(['b'])
  expect(facets.form).toEqual([
    { value: 'comprehensive', count: 1 },
    { value: 'primary', count: 1 },
  ])
  expect(facets.competency).toEqual([
    { value: '6.3', count: 1 },
    { value: '1.1', count: 1 },
  ])
})

test('the sum of what is left is what the facet said', () => {
  const forms = ['primary', 'grammar', 'vocational']
  const competencies = ['1.1', '2.2', '6.4']
  const shelf = fc.array(
    fc.record({
      form: fc.constantFrom(...forms),
      competencies: fc.uniqueArray(fc.constantFrom(...competencies)),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(shelf, fc.constantFrom('', ...forms), (given, form) => {
      const all = given.map((one, place) => shelved({ ...one, id: String(place) }))
      const { facets } = narrowed(all, searchFrom({ schulform: form }))
      for (const { value, count } of facets.competency) {
        const search = searchFrom({ schulform: form, kompetenz: value })
        expect(narrowed(all, search).left).toHaveLength(count)
      }
    }),
  )
})

test('the place with most of the words is shown first', () => {
  const found = [at(), at({ position: 1 }), at({ position: 1, word: 1 })]
  expect(bestPlaces(found, ['a', 'b'], 1).map(({ position }) => position)).toEqual([1])
})

test('an excerpt marks words of the same root and loses no letter', () => {
  const pieces = excerptOf('Wir falten Brüche und zeichnen Brüchen nach.', rootsIn(`'bruch':*`))
  expect(pieces.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
    'Brüche',
    'Brüchen',
  ])
  expect(pieces.map(({ text }) => text).join('')).toBe(
    'Wir falten Brüche und zeichnen Brüchen nach.',
  )
})

test('an excerpt is short and stands in its text, wherever the words are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('lernen', 'Brüche', 'Haus', 'und'), { maxLength: 400 }),
      (list) => {
        const text = list.join(' ')
        const shown = excerptOf(text, ['bruch'])
          .map(({ text: piece }) => piece)
          .join('')
        expect(shown.length).toBeLessThan(240)
        expect(text).toContain(shown.replace(/^… /, '').replace(/ …$/, ''))
        if (list.includes('Brüche')) expect(shown).toContain('Brüche')
      },
    ),
  )
})
