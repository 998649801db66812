import { EmptyState } from '#app/ui/empty-state.tsx'
import { number } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { schoolsWord } from '#server/medialab/period/words.ts'
import type { UtilisationBy, UtilisationLine } from '#server/medialab/utilisation/contract.ts'
import { utilisationByNames } from '#server/medialab/utilisation/words.ts'
import { Bar } from './bar.tsx'

const tenth = (value: number) => number(Math.round(value * 10) / 10)
const of = (booked: number, possible: number | undefined) =>
  possible === undefined ? tenth(booked) : `${tenth(booked)} von ${tenth(possible)}`

function Share({ booked, possible }: { booked: number; possible: number | undefined }) {
  if (possible === 0) return <span aria-label="nicht möglich">–</span>
  return (
    <div className="grid gap-1">
      <span>{of(booked, possible)}</span>
      {possible !== undefined && <Bar percent={(100 * booked) / possible} />}
    </div>
  )
}

/** What was booked of what was possible: numbers, with a bar below. */
export function UtilisationTable({ lines, by }: { lines: UtilisationLine[]; by: UtilisationBy }) {
  if (lines.length === 0) return <EmptyState title="In dieser Zeit war nichts gebucht." />
  return (
    <Table
      stacks
      caption={`Auslastung nach ${utilisationByNames[by]}`}
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'label', title: utilisationByNames[by], cell: ({ label }) => label },
        {
          key: 'bookings',
          title: 'Buchungen',
          align: 'right',
          cell: (line) => (line.isHidden ? '–' : line.bookings),
        },
        {
          key: 'hours',
          title: 'Stunden',
          cell: (line) =>
            line.isHidden ? (
              'zu wenige Schulen'
            ) : (
              <Share booked={line.booked.hours} possible={line.possible?.hours} />
            ),
        },
        {
          key: 'days',
          title: 'Verliehene Tage',
          cell: (line) =>
            line.isHidden ? (
              '–'
            ) : (
              <Share booked={line.booked.days} possible={line.possible?.days} />
            ),
        },
        {
          key: 'noShows',
          title: 'Nicht genutzt',
          align: 'right',
          cell: (line) => (line.isHidden ? '–' : line.noShows),
        },
        {
          key: 'late',
          title: 'Spät storniert',
          align: 'right',
          cell: (line) => (line.isHidden ? '–' : line.lateCancelled),
        },
        {
          key: 'schools',
          title: 'Schulen',
          align: 'right',
          cell: (line) => schoolsWord(line.schools),
        },
      ]}
    />
  )
}
