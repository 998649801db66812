import { csv } from '#server/platform/csv-file.ts'
import type { Matrix } from '../contract.ts'
import { columnHead } from '../rules.ts'
import { words } from '../words.ts'
import { type Differences, MOST_SCHOOLS } from './contract.ts'

const SLUG = /^[a-z0-9-]{1,80}$/

/** The schools of an address, in its order, each once: "a,b,c", or ticked one by one in a form. */
export function slugsFrom(asked: URLSearchParams): string[] {
  const given = asked.getAll('schulen').flatMap((list) => list.split(','))
  return [...new Set(given.map((slug) => slug.trim()).filter((slug) => SLUG.test(slug)))].slice(
    0,
    MOST_SCHOOLS,
  )
}

/** How much more (or less) the second has than the first, where both teach. */
export function differencesOf(first: Matrix, second: Matrix): Differences {
  const keys = (matrix: Matrix) => matrix.columns.map(({ key }) => key)
  const [one, other] = [keys(first), keys(second)]
  const extra = second.columns.filter(({ key }) => !one.includes(key))
  const columns = [...first.columns, ...extra]
  return {
    columns,
    rows: first.rows.map(({ key, title, figures }, at) => {
      const others = second.rows[at]?.figures ?? []
      return {
        ...{ key, title },
        places: columns.map(({ key: column }) => {
          if (!one.includes(column) || !other.includes(column)) return { column, by: null }
          const countIn = (list: typeof figures) =>
            list.find((figure) => figure.column === column)?.count ?? 0
          const [a, b] = [countIn(figures), countIn(others)]
          return { column, first: a, second: b, by: b - a }
        }),
      }
    }),
  }
}

/** All schools beside each other, a column for each school and grade. */
export function comparedCsv(tables: { name: string; matrix: Matrix }[]): string {
  const [first] = tables
  const head = tables.flatMap(({ name, matrix }) =>
    matrix.columns.map(({ key }) => `${name}, ${columnHead(key)}`),
  )
  const rows = (first?.matrix.rows ?? []).map(({ title }, at) => [
    title,
    ...tables.flatMap(({ matrix }) => (matrix.rows[at]?.figures ?? []).map(({ count }) => count)),
  ])
  return csv([[words.competency, ...head], ...rows])
}
