import { Card } from '#app/ui/card.tsx'
import { type Instant, plural, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/software/paths.ts'
import type { OwnProposal } from '#server/software/proposing/contract.ts'
import { proposalPath } from '#server/software/proposing/paths.ts'
import { CaseBadge } from './case-badge.tsx'

type Shown = Omit<OwnProposal, 'createdAt'> & { createdAt: Instant }
type Props = { own: { rows: Shown[]; page: number; pages: number; total: number }; now: Instant }

/** What one has proposed and where it stands. */
export function OwnProposals({ own, now }: Props) {
  if (own.total === 0) return null
  return (
    <Card title="Meine Vorschläge">
      <List>
        {own.rows.map(({ number, app, state, outcome, createdAt, schools }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-2 py-zeile">
            <div className="min-w-0">
              <Link
                to={proposalPath(number)}
                prefetch="intent"
                className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
              >
                {app}
              </Link>
              <p className="text-sm text-leise">
                Nr. {number} · {when(createdAt, now)}
                {outcome === null &&
                  schools > 0 &&
                  ` · ${plural(schools, 'Schule wartet', 'Schulen warten')}`}
              </p>
            </div>
            <CaseBadge state={state} outcome={outcome} />
          </li>
        ))}
      </List>
      <Pages
        label="Seiten der Vorschläge"
        page={own.page}
        pages={own.pages}
        linkTo={(number) => `${paths.propose()}?seite=${number}`}
      />
    </Card>
  )
}
