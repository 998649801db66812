import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Card } from '#app/ui/card.tsx'
import { day } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { conditionNames, verdictNames } from '#server/software/standing/words.ts'
import type { ReviewView } from './view.ts'

/** Block 1: old and new beside each other; what changed carries a sign and bold words, not only a colour. */
export function ChangesCard({ changes }: { changes: ReviewView['changes'] }) {
  const title = '1 · Was hat sich seit der letzten Prüfung geändert?'
  if (!changes)
    return (
      <Card title={title}>
        <p>Das ist die erste Prüfung dieser App.</p>
      </Card>
    )
  const { facts, previous } = changes
  const since = day(previous.givenAt)
  const count = facts.filter(({ isChanged }) => isChanged).length
  return (
    <Card
      title={title}
      lead={
        count === 0
          ? `Seit der Stellungnahme vom ${since} ist nichts Geändertes eingetragen.`
          : `${count} von ${facts.length} Angaben haben sich geändert.`
      }
    >
      <p className="mb-2">
        Damals: <strong>{verdictNames[previous.verdict]}</strong>
        {previous.releasedUntil && `, freigegeben bis ${day(previous.releasedUntil)}`}
      </p>
      {previous.conditions.length > 0 && (
        <ul className="mb-3 list-disc pl-6">
          {previous.conditions.map(({ id, kind, text }) => (
            <li key={id} className="wrap-anywhere">
              {text || conditionNames[kind]}
            </li>
          ))}
        </ul>
      )}
      <Table
        caption={`Angaben heute und am ${since}`}
        rows={facts.map((fact, at) => ({ ...fact, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { key: 'name', title: 'Merkmal', cell: ({ name }) => name },
          {
            key: 'before',
            title: `Prüfung vom ${since}`,
            cell: ({ before }) => <span className="wrap-anywhere">{before || '–'}</span>,
          },
          {
            key: 'after',
            title: 'Heute',
            cell: ({ after, isChanged }) =>
              isChanged ? (
                <Changed>{after || '–'}</Changed>
              ) : (
                <span className="wrap-anywhere">{after || '–'}</span>
              ),
          },
        ]}
      />
    </Card>
  )
}

const Changed = ({ children }: { children: string }) => (
  <span className="flex items-start gap-1.5 font-semibold">
    <TriangleAlert className="mt-0.5 size-[1.1em] shrink-0" />
    <span className="min-w-0 wrap-anywhere">
      <span className="sr-only">geändert: </span>
      {children}
    </span>
  </span>
)
