import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { csv } from '#server/platform/csv-file.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { type Mark, NO_MKR_DUTY } from '../contract.ts'
import {
  AREAS,
  areaName,
  type Figure,
  type Gaps,
  type Matrix,
  type MatrixRow,
  type MatrixSearch,
  type Rows,
  rowTitle,
  type SubjectRow,
} from './contract.ts'
import { type Column, gradeName, type Span } from './grades/contract.ts'
import { columnsOf, placesOf } from './grades/rules.ts'
import { subjectTitle, words } from './words.ts'

export type Whose = { form: SchoolForm; levels: string[] }
type How = {
  span: Span
  rows: Rows
  schoolYear: string
  /** The largest number of several tables beside each other; else it is that of this one. */
  most?: number
}

export const rowKeys = (rows: Rows): readonly string[] =>
  rows === 'areas' ? AREAS.map(({ key }) => key) : COMPETENCIES
/** "6.3" stands in the rows "6" and "6.3". */
export const isIn = (competency: string, row: string) =>
  competency === row || (row.length === 1 && competency.startsWith(`${row}.`))

export const hasDuty = (form: SchoolForm) => !NO_MKR_DUTY.includes(form)

/** The gathered things of one place: which, and when the last one was taught. */
type Gathered = { things: Set<string>; lastTaught: string | null }

/** Everything at its places, in one walk over the marks. Keys are "row column". */
function gather(marks: Mark[], columnsFor: (grade: string) => readonly string[], rows: Rows) {
  const places = new Map<string, Gathered>()
  for (const { competency, grade, sourceKind, sourceId, lastTaught } of marks) {
    const row = rows === 'areas' ? competency.slice(0, 1) : competency
    for (const column of columnsFor(grade)) {
      const key = `${row} ${column}`
      const place = places.get(key) ?? { things: new Set(), lastTaught: null }
      place.things.add(`${sourceKind}:${sourceId}`)
      if (lastTaught && lastTaught > (place.lastTaught ?? '')) place.lastTaught = lastTaught
      places.set(key, place)
    }
  }
  return places
}

/** Competency by grade: how many different things stand where, what is missing, how fresh it is. */
export function matrixOf(marks: Mark[], whose: Whose, how: How): Matrix {
  const { span, rows, schoolYear } = how
  const given = { ...whose, span, grades: [...new Set(marks.map(({ grade }) => grade))] }
  const columns = columnsOf(given)
  const places = gather(marks, remembering(placesOf(given)), rows)
  const most = how.most ?? Math.max(0, ...[...places.values()].map(({ things }) => things.size))
  const before = yearBefore(schoolYear)
  const duty = hasDuty(whose.form)
  const figureAt = (row: string, column: Column): Figure => {
    const place = places.get(`${row} ${column.key}`)
    const count = place?.things.size ?? 0
    const lastTaught = place?.lastTaught ?? null
    const isMissing = count === 0 && duty && column.isTaught
    return {
      column: column.key,
      ...{ count, lastTaught, step: stepOf(count, most) },
      isStale: lastTaught !== null && lastTaught < before,
      state: isMissing ? 'gap' : count === 0 ? 'none' : 'some',
    }
  }
  const made = rowKeys(rows).map((key): MatrixRow => ({
    key,
    title: rowTitle(key),
    figures: columns.map((column) => figureAt(key, column)),
  }))
  return { columns, rows: made, gaps: gapsOf(made) }
}

/** Many marks, few grades. */
function remembering(of: (grade: string) => readonly string[]) {
  const known = new Map<string, readonly string[]>()
  return (grade: string) => {
    const places = known.get(grade) ?? of(grade)
    known.set(grade, places)
    return places
  }
}

/** Small numbers are their own step; with larger ones the largest is the darkest. */
export const stepOf = (count: number, most: number) =>
  most <= 5 ? count : Math.ceil((count * 5) / most)

/** "2026/27" -> "2025/26" */
export function yearBefore(schoolYear: string): string {
  const year = Number(schoolYear.slice(0, 4)) - 1
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

function gapsOf(rows: MatrixRow[]): Gaps {
  return AREAS.map(({ key, title }) => ({
    area: areaName(title),
    count: rows
      .filter((row) => isIn(row.key, key))
      .flatMap(({ figures }) => figures)
      .filter(({ state }) => state === 'gap').length,
  })).filter(({ count }) => count > 0)
}

/** Subject by grade, with the competencies that stand there. */
export function subjectsOf(marks: Mark[], whose: Whose, span: Span) {
  const given = { ...whose, span, grades: [...new Set(marks.map(({ grade }) => grade))] }
  const columns = columnsOf(given)
  const columnsFor = remembering(placesOf(given))
  const numbers = new Map<string, Set<string>>()
  for (const { subject, grade, competency } of marks)
    for (const column of columnsFor(grade)) {
      const key = `${subject}\n${column}`
      numbers.set(key, (numbers.get(key) ?? new Set()).add(competency))
    }
  const german = new Intl.Collator('de')
  const rows = [...new Set(marks.map(({ subject }) => subject))]
    .map((key) => ({ key, title: subjectTitle(key) }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || german.compare(a.title, b.title))
    .map(({ key, title }): SubjectRow => ({
      ...{ key, title },
      cells: columns.map((column) => ({
        column: column.key,
        numbers: [...(numbers.get(`${key}\n${column.key}`) ?? [])].sort(),
      })),
    }))
  return { columns, rows }
}

/** The marks behind one number. */
export function marksAt(
  marks: Mark[],
  whose: Whose,
  span: Span,
  at: { row: string; column: string },
) {
  const grades = [...new Set(marks.map(({ grade }) => grade))]
  const columnsFor = remembering(placesOf({ ...whose, span, grades }))
  return marks.filter(
    ({ competency, grade }) => isIn(competency, at.row) && columnsFor(grade).includes(at.column),
  )
}

/** What an address asks for; nonsense in it is as if it were not there. */
export function matrixSearch(asked: URLSearchParams): MatrixSearch {
  return {
    rows: asked.get('zeilen') === '24' ? 'competencies' : 'areas',
    span: asked.get('spalten') === 'jahre' ? 'years' : 'bands',
    bySubject: asked.get('sicht') === 'fach',
  }
}

/** The row and column of an address. @returns undefined when the matrix has no such place */
export function placeFrom(asked: URLSearchParams) {
  const row = asked.get('zeile') ?? ''
  const column = (asked.get('spalte') ?? '').slice(0, 70)
  const isRow = rowKeys('areas').includes(row) || rowKeys('competencies').includes(row)
  return isRow && column !== '' ? { row, column } : undefined
}

/** "2 Lücken in „Problemlösen und Modellieren“" */
export function gapSentence(gaps: Gaps, form: SchoolForm): string {
  if (!hasDuty(form)) return words.noDuty
  const total = gaps.reduce((sum, { count }) => sum + count, 0)
  const one = (count: number) => (count === 1 ? '1 Lücke' : `${count} Lücken`)
  if (gaps.length === 0) return words.noGaps
  const [first] = gaps
  if (gaps.length === 1 && first) return `${one(total)} in „${first.area}“.`
  return `${one(total)}: ${gaps.map(({ area, count }) => `${count} in „${area}“`).join(', ')}.`
}

/** All 24 rows for a table program. */
export function asCsv({ columns, rows }: Pick<Matrix, 'columns' | 'rows'>): string {
  const head = [words.competency, ...columns.map(({ key }) => columnHead(key))]
  return csv([
    head,
    ...rows.map(({ title, figures }) => [title, ...figures.map(({ count }) => count)]),
  ])
}

/** Table programs make a date of "5/6". */
export const columnHead = (key: string) => {
  const name = gradeName(key)
  return /^\d/.test(name) ? `Jahrgang ${name}` : name
}
