import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ROUND_FILTERS, type RoundFilter } from '#server/concepts/talks/contract.ts'
import { paths } from '#server/concepts/talks/paths.ts'
import { filterNames } from '#server/concepts/talks/words.ts'
import { TalkTable } from './talk-table.tsx'

type Cycle = { id: string; schoolYear: string; startsOn: string; endsOn: string; dueOn: string }
type Round = {
  cycles: Cycle[]
  cycle: Cycle | null
  isBetween: boolean
  filter: RoundFilter | ''
  counts: Record<RoundFilter | 'all', number>
  talks: {
    rows: Parameters<typeof TalkTable>[0]['talks']
    page: number
    pages: number
    total: number
  }
}

const LINK =
  'inline-flex min-h-11 items-center underline aria-[current]:font-semibold aria-[current]:no-underline'

/** A round for the Amt: how far the schools are, and who is late. */
export function RoundCard({ round }: { round: Round }) {
  const { cycles, cycle, isBetween, filter, counts, talks } = round
  const runde = isBetween ? 'zwischendurch' : (cycle?.id ?? '')
  if (!cycle && !isBetween)
    return (
      <EmptyState
        title="Noch ist keine Runde eröffnet."
        action={<ButtonLink to={paths.rounds()}>Runde eröffnen</ButtonLink>}
      >
        Mit einer Runde bekommt jede Schule der Stadt ihr Gespräch.
      </EmptyState>
    )
  return (
    <Card
      title={cycle ? `Runde ${cycle.schoolYear}` : 'Gespräche zwischendurch'}
      lead={
        cycle &&
        `${day(cycle.startsOn)} bis ${day(cycle.endsOn)}, Gespräche bis ${day(cycle.dueOn)}`
      }
    >
      <nav aria-label="Runden">
        <ul className="flex flex-wrap gap-x-4">
          {cycles.map(({ id, schoolYear }) => (
            <li key={id}>
              <Link
                to={paths.list({ runde: id })}
                aria-current={id === cycle?.id ? 'page' : undefined}
                className={LINK}
              >
                {schoolYear}
              </Link>
            </li>
          ))}
          <li>
            <Link
              to={paths.list({ runde: 'zwischendurch' })}
              aria-current={isBetween ? 'page' : undefined}
              className={LINK}
            >
              Zwischendurch
            </Link>
          </li>
        </ul>
      </nav>
      <nav aria-label="Stand der Gespräche" className="mb-3">
        <ul className="flex flex-wrap gap-x-4">
          {(['', ...ROUND_FILTERS] as const).map((stand) => (
            <li key={stand}>
              <Link
                to={paths.list({ runde, stand })}
                aria-current={stand === filter ? 'page' : undefined}
                className={LINK}
              >
                {stand === '' ? 'Alle' : filterNames[stand]} ({counts[stand || 'all']})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {talks.rows.length > 0 ? (
        <TalkTable caption="Gespräche der Runde" talks={talks.rows} />
      ) : (
        <p className="text-leise">Hier steht zurzeit kein Gespräch.</p>
      )}
      <Pages
        label="Seiten der Runde"
        page={talks.page}
        pages={talks.pages}
        linkTo={(seite) => paths.list({ runde, stand: filter, seite })}
      />
    </Card>
  )
}
