import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { Table } from '#app/ui/table.tsx'
import { DEMAND_BY, type DemandBy, type DemandLine } from '#server/medialab/demand/contract.ts'
import { demandByNames, demandColumns } from '#server/medialab/demand/words.ts'
import type { FigureFilter } from '#server/medialab/period/contract.ts'
import { schoolsWord } from '#server/medialab/period/words.ts'
import { Bar } from './bar.tsx'
import { FigureForm } from './figure-form.tsx'
import { FileLink } from './file-link.tsx'

type Demand = {
  filter: FigureFilter
  by: DemandBy
  lines: DemandLine[]
  sought: { word: string; times: number }[]
}

/** What was wanted and not had, for those who decide what is bought. */
export function DemandCard({
  demand: { filter, by, lines, sought },
  search,
}: {
  demand: Demand
  search: string
}) {
  const most = Math.max(1, ...lines.map(({ wishes }) => wishes))
  const [wishes, pieces, schools] = demandColumns
  return (
    <Card
      title="Was vergeblich gefragt wurde"
      lead="Aus Absagen, leeren Suchen, Wartelisten und verfallenen Anfragen. Nur Zahlen, keine Personen."
      aside={<FileLink to={`/medialab/bedarf/export${search}`} />}
    >
      <FigureForm filter={filter} by={by} byChoices={choicesOf(DEMAND_BY, demandByNames)} />
      {lines.length === 0 ? (
        <EmptyState title="In dieser Zeit bekamen alle, was sie wollten." />
      ) : (
        <Table
          stacks
          caption={`Vergeblich gefragt nach ${demandByNames[by]}`}
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', title: demandByNames[by], cell: ({ label }) => label },
            {
              key: 'wishes',
              title: wishes,
              cell: (line) => (
                <div className="grid gap-1">
                  <span>{line.wishes}</span>
                  <Bar percent={(100 * line.wishes) / most} className="text-marke" />
                </div>
              ),
            },
            { key: 'pieces', title: pieces, align: 'right', cell: (line) => line.pieces },
            {
              key: 'schools',
              title: schools,
              align: 'right',
              cell: (line) => schoolsWord(line.schools),
            },
          ]}
        />
      )}
      {sought.length > 0 && (
        <Fold title="Gesucht und nicht gefunden" className="mt-3">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {sought.map(({ word, times }) => (
              <li key={word} className="wrap-anywhere">
                {word} ({times})
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  )
}
