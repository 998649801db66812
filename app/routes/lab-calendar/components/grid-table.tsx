import { useRef } from 'react'
import { ScrollRegion } from '#app/ui/scroll-region.tsx'
import { type SafeHtml, StoredRows } from '#app/ui/stored-html.tsx'
import type { Column } from '#server/medialab/grid/contract.ts'
import { columnHead } from '#server/medialab/grid/words.ts'
import { useGrid } from './use-grid.ts'

type Props = {
  caption: string
  /** What the rows are: offers of a day, or days of an offer. */
  head: string
  columns: Column[]
  /** Written out by rows-html.ts. */
  html: SafeHtml
}

/** Offers by hours, or days by hours. Links are plain ones that the table sends on (useGrid). */
export function GridTable({ caption, head, columns, html }: Props) {
  const table = useRef<HTMLTableElement>(null)
  useGrid(table)
  return (
    <div className="raster-rahmen">
      <ScrollRegion label={caption}>
        <table ref={table} className="raster" data-spalten={columns.length}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {columns.map((column) => (
                <th key={column.from} scope="col">
                  {columnHead(column)}
                  {column.period !== null && <small>{column.from}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <StoredRows html={html} />
        </table>
      </ScrollRegion>
    </div>
  )
}
