import type { ReactNode } from 'react'
import { ScrollRegion } from '#app/ui/scroll-region.tsx'

export type Column<Row> = {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'left' | 'right'
}

/**
 * Rows and columns. The first column names the row; the caption is read out and may be seen. What `stacks` shows each
 * row as a block on a phone, every value beside its column's name; other tables scroll sideways there.
 */
export function Table<Row>({
  caption,
  isCaptionSeen = false,
  stacks = false,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  isCaptionSeen?: boolean
  stacks?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}) {
  const look = stacks ? STACKED : PLAIN
  return (
    <ScrollRegion label={caption}>
      <table {...look.table} className={`w-full border-collapse text-left ${look.block}`}>
        <caption className={isCaptionSeen ? 'pb-2 text-left font-semibold' : 'sr-only'}>
          {caption}
        </caption>
        <thead {...look.group} className={look.head}>
          <tr {...look.row}>
            {columns.map(({ key, title, align }) => (
              <th
                {...look.columnHead}
                key={key}
                scope="col"
                className={`${CELL} text-leise ${sideOf(align)}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...look.group} className={look.block}>
          {rows.map((row) => (
            <tr {...look.row} key={rowKey(row)} className={look.line}>
              {columns.map(({ key, title, cell, align }, at) =>
                at === 0 ? (
                  <th
                    {...look.rowHead}
                    key={key}
                    scope="row"
                    className={`${CELL} font-semibold ${look.name}`}
                  >
                    {cell(row)}
                  </th>
                ) : (
                  <td {...look.cell} key={key} className={`${CELL} ${sideOf(align)} ${look.value}`}>
                    {stacks ? <Named title={title}>{cell(row)}</Named> : cell(row)}
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

/** On a phone the name of the column stands beside each value; for ears it is the head of the column everywhere. */
function Named({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <>
      <span aria-hidden="true" className="hidden text-leise phone:block">
        {title}
      </span>
      <div className="min-w-0">{children}</div>
    </>
  )
}

const CELL = 'border-b border-linie py-zeile pr-4 align-top last:pr-0'

const PLAIN = {
  ...{ table: {}, group: {}, row: {}, columnHead: {}, rowHead: {}, cell: {} },
  ...{ block: '', head: '', line: '', name: '', value: '' },
}

/** With the roles, because a browser takes them from what is no longer laid out as a table. */
const STACKED = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHead: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
  block: 'phone:block',
  head: 'phone:sr-only',
  line: 'phone:block phone:border-b phone:border-linie phone:py-2 phone:last:border-0',
  name: 'phone:block phone:border-0 phone:py-1',
  value:
    'phone:grid phone:grid-cols-[7rem_minmax(0,1fr)] phone:gap-x-3 phone:border-0 phone:py-1 phone:pr-0 phone:text-left',
}

function sideOf(align: 'left' | 'right' | undefined) {
  return align === 'right' ? 'text-right' : ''
}
