import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { SCHOOL_FORMS, type SchoolForm } from '#server/schools/contract.ts'
import type { Mark } from '../contract.ts'
import { AREAS } from './contract.ts'
import { asCsv, gapSentence, marksAt, matrixOf, subjectsOf } from './rules.ts'

const GRADES = ['1', '2', 'SEP', '1-2', '3', '5', '6', '5-6', '9', '9-10', 'EF', 'Q2', '11-13']
const ODD = ['FOE:Mittelstufe', 'BK:Einzelhandel 1', 'vocational', '', '11', 'Vorklasse']
const mark = fc.record({
  competency: fc.constantFrom(...COMPETENCIES),
  grade: fc.constantFrom(...GRADES, ...ODD),
  subject: fc.constantFrom('', 'german', 'GL'),
  sourceKind: fc.constantFrom('cell', 'lesson', 'project'),
  sourceId: fc.constantFrom('a', 'b', 'c', 'd'),
  title: fc.constant(''),
  status: fc.constant(''),
  lastTaught: fc.constantFrom(null, '2023/24', '2025/26', '2026/27'),
}) as fc.Arbitrary<Mark>
const form = fc.constantFrom(...SCHOOL_FORMS)
const schoolYear = '2026/27'
const aMark = (fields: Partial<Mark>): Mark => ({
  ...{ competency: '6.3', grade: '5', subject: '', sourceKind: 'cell', sourceId: 'a', title: '' },
  ...{ status: '', lastTaught: null, ...fields },
})
const how = { span: 'bands', rows: 'areas', schoolYear } as const
const at = (school: SchoolForm, levels: string[] = []) => ({ form: school, levels })

/** As one would count by hand: pairs of years of a column, one thing once. */
const INSIDE: Record<string, string[]> = {
  '1-2': ['1', '2', 'SEP', '1-2'],
  '3-4': ['3', '4', '3-4'],
  '5-6': ['5', '6', '5-6'],
  '7-8': ['7', '8', '7-8'],
  '9-10': ['9', '10', '9-10'],
  '11-13': ['EF', 'Q1', 'Q2', '11-13'],
}
const naive = (marks: Mark[], row: string, column: string) => {
  const known = [...Object.values(INSIDE).flat(), ...ODD.slice(0, 3)]
  const isThere = (grade: string) =>
    column === 'weitere' ? !known.includes(grade) : (INSIDE[column] ?? [column]).includes(grade)
  const found = marks.filter((one) => one.competency.startsWith(row) && isThere(one.grade))
  return new Set(found.map((one) => `${one.sourceKind} ${one.sourceId}`)).size
}

test('every number is what one counts by hand, and nothing falls off the table', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), form, (marks, school) => {
      for (const rows of ['areas', 'competencies'] as const) {
        const { columns, rows: made } = matrixOf(marks, at(school), { ...how, rows })
        for (const row of made)
          for (const { column, count, state } of row.figures) {
            expect(count).toBe(naive(marks, row.key, column))
            expect(state === 'some').toBe(count > 0)
            expect(marksAt(marks, at(school), 'bands', { row: row.key, column }).length > 0).toBe(
              count > 0,
            )
          }
        const seen = new Set(columns.map(({ key }) => key))
        expect(seen.size).toBe(columns.length)
        for (const row of made)
          for (const column of [...Object.keys(INSIDE), 'weitere', ...ODD.slice(0, 3)])
            if (!seen.has(column)) expect(naive(marks, row.key, column)).toBe(0)
      }
    }),
    { numRuns: 40 },
  )
})

test('single years say what the bands say, and a Vorhaben for a band stands in each of its years', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 40 }), form, (marks, school) => {
      const years = matrixOf(marks, at(school), { ...how, span: 'years' })
      const all = AREAS.map(
        ({ key }) => marks.filter((one) => one.competency.startsWith(key)).length,
      )
      years.rows.forEach(({ figures }, row) =>
        expect(figures.some(({ count }) => count > 0)).toBe((all[row] ?? 0) > 0),
      )
      const subjects = subjectsOf(marks, at(school), 'years')
      expect(
        subjects.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.numbers)),
      ).toHaveLength(
        new Set(
          subjects.rows.flatMap(({ key, cells }) =>
            cells.flatMap(({ column, numbers }) => numbers.map((one) => [key, column, one].join())),
          ),
        ).size,
      )
    }),
  )
  const both = matrixOf([aMark({ grade: '5-6' })], at('comprehensive'), { ...how, span: 'years' })
  const counts = both.rows[5]?.figures.map(({ column, count }) => `${column}:${count}`)
  expect(counts?.slice(0, 3)).toEqual(['5:1', '6:1', '7:0'])
})

describe('columns', () => {
  const keys = (school: SchoolForm, given: { levels?: string[]; marks?: Mark[]; span?: 'years' }) =>
    matrixOf(given.marks ?? [], at(school, given.levels), { ...how, span: given.span ?? 'bands' })
      .columns.map(({ key, isTaught }) => (isTaught ? key : `(${key})`))
      .join(' ')

  test.each<[SchoolForm, Parameters<typeof keys>[1], string]>([
    ['primary', {}, '1-2 3-4'],
    ['primary', { span: 'years' }, 'SEP 3 4'],
    ['primary', { span: 'years', marks: [aMark({ grade: '2' })] }, '1 2 3 4'],
    ['comprehensive', {}, '5-6 7-8 9-10 11-13'],
    ['comprehensive', { span: 'years' }, '5 6 7 8 9 10 EF Q1 Q2'],
    ['intermediate_secondary', { marks: [aMark({ grade: 'EF' })] }, '5-6 7-8 9-10 (11-13)'],
    ['grammar', { marks: [aMark({ grade: 'Vorklasse' })] }, '5-6 7-8 9-10 11-13 (weitere)'],
    [
      'special_needs',
      { levels: ['FOE:Unterstufe', 'FOE:Oberstufe'] },
      'FOE:Unterstufe FOE:Oberstufe',
    ],
    ['special_needs', {}, '(1-2) (3-4) (5-6) (7-8) (9-10)'],
    ['vocational', { levels: ['BK:Einzelhandel 1'] }, 'BK:Einzelhandel 1'],
    ['vocational', { marks: [aMark({ grade: 'vocational' })] }, '(vocational)'],
  ])('of %s with %j', (school, given, expected) => {
    expect(keys(school, given)).toBe(expected)
  })
})

describe('gaps', () => {
  const everywhere = (areas: string[], grades: string[]) =>
    areas.flatMap((area) => grades.map((grade) => aMark({ competency: `${area}.1`, grade })))
  const sentence = (marks: Mark[], school: SchoolForm) =>
    gapSentence(matrixOf(marks, at(school), how).gaps, school)

  test('in words, with the area', () => {
    const five = everywhere(['1', '2', '3', '4', '5'], ['5', '7', '9', 'EF'])
    const marks = [...five, ...everywhere(['6'], ['5', '7'])]
    expect(sentence(marks, 'comprehensive')).toBe('2 Lücken in „Problemlösen und Modellieren“.')
    expect(sentence([...marks, ...everywhere(['6'], ['9', 'Q1'])], 'grammar')).toBe('Keine Lücke.')
    expect(sentence(five.slice(1), 'comprehensive')).toBe(
      '5 Lücken: 1 in „Bedienen und Anwenden“, 4 in „Problemlösen und Modellieren“.',
    )
  })

  test('only where the school teaches, and never without MKR duty', () => {
    expect(sentence(everywhere(['1', '2', '3', '4', '5', '6'], ['1', '3']), 'primary')).toBe(
      'Keine Lücke.',
    )
    expect(sentence([], 'vocational')).toMatch(/Angebot/)
    expect(matrixOf([], at('vocational', ['BK:A 1']), how).gaps).toEqual([])
  })
})

test('freshness is the last time anything of it was taught', () => {
  const marks = ['2023/24', null, '2024/25'].map((lastTaught, i) =>
    aMark({ lastTaught, sourceId: String(i) }),
  )
  const figure = (list: Mark[]) => matrixOf(list, at('grammar'), how).rows[5]?.figures[0]
  expect(figure(marks)).toMatchObject({ count: 3, lastTaught: '2024/25', isStale: true })
  expect(figure([...marks, aMark({ lastTaught: '2025/26' })])?.isStale).toBe(false)
})

test('the file has 24 rows, no dates by accident and no formulas', () => {
  const { columns, rows } = matrixOf([aMark({ grade: 'FOE:=A1' })], at('special_needs'), {
    ...how,
    rows: 'competencies',
  })
  const lines = asCsv({ columns, rows }).split('\r\n')
  expect(lines[0]).toBe(
    "\ufeffKompetenz;Jahrgang 1/2;Jahrgang 3/4;Jahrgang 5/6;Jahrgang 7/8;Jahrgang 9/10;'=A1",
  )
  expect(lines).toHaveLength(26)
  expect(lines[23]).toBe('6.3 Modellieren und Programmieren;0;0;0;0;0;1')
})
