import type { ReactNode } from 'react'
import { ScrollRegion } from '#app/ui/scroll-region.tsx'

export type Column<Row> = {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'left' | 'right'
}

/** Rows and columns. The first column names the row; the caption is read out and may be seen. */
export function Table<Row>({
  caption,
  isCaptionSeen = false,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  isCaptionSeen?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}) {
  return (
    <ScrollRegion label={caption}>
      <table className="w-full border-collapse text-left">
        <caption className={isCaptionSeen ? 'pb-2 text-left font-semibold' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" className={`${CELL} text-leise ${sideOf(align)}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, align }, at) =>
                at === 0 ? (
                  <th key={key} scope="row" className={`${CELL} font-semibold`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={`${CELL} ${sideOf(align)}`}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const CELL = 'border-b border-linie py-zeile pr-4 align-top last:pr-0'

function sideOf(align: 'left' | 'right' | undefined) {
  return align === 'right' ? 'text-right' : ''
}
