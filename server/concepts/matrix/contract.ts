import { COMPETENCY_AREAS, competencyName } from '#server/projects/competencies/contract.ts'
import type { Column } from './grades/contract.ts'

/** The six areas, or all 24 competencies. */
export const ROWS = ['areas', 'competencies'] as const
export type Rows = (typeof ROWS)[number]

/** Which rows a row stands below: "6" is the area of "6.3". */
export const AREAS = COMPETENCY_AREAS.map(({ title }, at) => ({ key: String(at + 1), title }))
export const rowTitle = (key: string) =>
  AREAS.find((area) => area.key === key)?.title ?? competencyName(key)
export const areaName = (title: string) => title.replace(/^\d /, '')

/** A number of the matrix. `step` (1 to 5) is how dark it is; `none` stands where nothing is asked for. */
export type Figure = {
  column: string
  count: number
  step: number
  lastTaught: string | null
  /** Was it taught in neither this school year nor the one before? */
  isStale: boolean
  state: 'some' | 'gap' | 'none'
}
export type MatrixRow = { key: string; title: string; figures: Figure[] }
export type Gaps = { area: string; count: number }[]

export type Matrix = {
  columns: Column[]
  rows: MatrixRow[]
  gaps: Gaps
}

/** Subject by grade: which competencies stand there. */
export type SubjectRow = {
  key: string
  title: string
  cells: { column: string; numbers: string[] }[]
}

/** What an address asks of a matrix. */
export type MatrixSearch = { rows: Rows; span: 'bands' | 'years'; bySubject: boolean }
