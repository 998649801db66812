import { ScrollRegion } from '#app/ui/scroll-region.tsx'
import type { Figure, Matrix, SubjectRow } from '#server/concepts/matrix/contract.ts'
import type { Column } from '#server/concepts/matrix/grades/contract.ts'
import { paths } from '#server/concepts/paths.ts'

type Where = {
  caption: string
  /** The address of the matrix; without it the numbers lead nowhere. */
  base?: string
  span?: string
}

/**
 * Competency by grade. Hundreds of cells: each is an element with a plain address and nothing else, no component of its
 * own.
 */
export function MatrixTable({ matrix, ...where }: Where & { matrix: Matrix }) {
  return (
    <ScrollRegion label={where.caption}>
      <table className="mkr">
        <caption className="sr-only">{where.caption}</caption>
        <Head name="Kompetenzbereich" columns={matrix.columns} />
        <tbody>
          {matrix.rows.map(({ key, title, figures }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {figures.map((figure) => (
                <td key={figure.column}>{shown(figure, key, where)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

export function Head({ name, columns }: { name: string; columns: Column[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{name}</th>
        {columns.map(({ key, label }) => (
          <th key={key} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const WORDS = { gap: 'Lücke', none: '–' }

function shown(figure: Figure, row: string, { base, span }: Where) {
  const { state, count, step, lastTaught, isStale, column } = figure
  const look =
    state === 'some' ? `s${step}${isStale ? ' alt' : ''}` : state === 'gap' ? 'luecke' : 'leer'
  const words = state === 'some' ? count : WORDS[state]
  const inside =
    lastTaught === null ? (
      words
    ) : (
      <>
        {words} <small>zuletzt {lastTaught}</small>
      </>
    )
  if (base === undefined) return <span className={look}>{inside}</span>
  return (
    <a className={look} href={paths.place(base, { zeile: row, spalte: column, spalten: span })}>
      {inside}
    </a>
  )
}

/** Subject by grade: which competencies stand there. */
export function SubjectTable({
  columns,
  rows,
  caption,
}: {
  columns: Column[]
  rows: SubjectRow[]
  caption: string
}) {
  return (
    <ScrollRegion label={caption}>
      <table className="mkr">
        <caption className="sr-only">{caption}</caption>
        <Head name="Fach" columns={columns} />
        <tbody>
          {rows.map(({ key, title, cells }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {cells.map(({ column, numbers }) => (
                <td key={column}>
                  <span className={numbers.length > 0 ? 'worte s1' : 'leer'}>
                    {numbers.join(' · ') || '–'}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
