import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import type { Matrix, MatrixSearch, SubjectRow } from '#server/concepts/matrix/contract.ts'
import type { Column } from '#server/concepts/matrix/grades/contract.ts'
import { paths } from '#server/concepts/paths.ts'
import { MatrixTable, SubjectTable } from '#app/concepts/matrix-table.tsx'

type View = {
  search: MatrixSearch
  matrix: Matrix | null
  subjects: { columns: Column[]; rows: SubjectRow[] } | null
  gaps: string
  hasMarks: boolean
}

type Fields = Record<string, string | undefined>
const fieldsOf = ({ rows, span, bySubject }: MatrixSearch): Fields => ({
  zeilen: rows === 'competencies' ? '24' : undefined,
  spalten: span === 'years' ? 'jahre' : undefined,
  sicht: bySubject ? 'fach' : undefined,
})

const withFields = (base: string, fields: Fields) => {
  const all = Object.entries(fields).filter((one): one is [string, string] => Boolean(one[1]))
  return all.length > 0 ? `${base}?${new URLSearchParams(all).toString()}` : base
}

/** The matrix with its sentence, its other views and what one can take away from it. */
export function MatrixCard({
  view,
  base,
  compareWith,
  children,
}: {
  view: View
  base: string
  /** The school with which a comparison begins; left out where there is nothing published to compare. */
  compareWith: string | undefined
  children?: ReactNode
}) {
  const { search, matrix, subjects } = view
  const fields = fieldsOf(search)
  const caption = search.bySubject
    ? 'Kompetenzen je Fach und Jahrgang'
    : 'Zahl der Vorhaben, Unterrichtskonzepte und Einträge je Kompetenz und Jahrgang'
  return (
    <Card
      title="Medienkompetenzrahmen: Wo ist was verankert?"
      lead={search.bySubject ? `${caption}.` : `${caption}. ${view.gaps}`}
    >
      {children}
      {matrix && (
        <MatrixTable matrix={matrix} base={base} caption={caption} span={fields.spalten} />
      )}
      {subjects &&
        (subjects.rows.length > 0 ? (
          <SubjectTable {...subjects} caption={caption} />
        ) : (
          <EmptyState title="Noch steht nichts im Medienkompetenzrahmen." />
        ))}
      <ul className="mt-2 flex flex-wrap gap-x-5 print:hidden">
        {viewsOf(search).map(([label, changed]) => (
          <li key={label}>
            <Link className={LINK} to={withFields(base, { ...fields, ...changed })}>
              {label}
            </Link>
          </li>
        ))}
        <li>
          <a className={LINK} href={paths.matrixFile(base, { spalten: fields.spalten })}>
            CSV herunterladen
          </a>
        </li>
        {compareWith !== undefined && (
          <li>
            <Link className={LINK} to={paths.compareMatrices([compareWith])}>
              Mit anderen Schulen vergleichen
            </Link>
          </li>
        )}
      </ul>
    </Card>
  )
}

const LINK = 'inline-flex min-h-11 items-center underline'

/** The other ways to look at it from here. */
function viewsOf({ rows, span, bySubject }: MatrixSearch): [string, Fields][] {
  const spans: [string, Fields] =
    span === 'bands'
      ? ['Einzelne Jahrgänge', { spalten: 'jahre' }]
      : ['Jahrgänge zu zweit', { spalten: undefined }]
  if (bySubject) return [['Nach Kompetenzen', { sicht: undefined }], spans]
  return [
    rows === 'areas'
      ? ['Als Tabelle mit allen 24 Teilkompetenzen', { zeilen: '24' }]
      : ['Nur die sechs Bereiche', { zeilen: undefined }],
    spans,
    ['Nach Fächern', { sicht: 'fach' }],
  ]
}
