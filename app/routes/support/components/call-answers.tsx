import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { day, plural } from '#app/ui/format.ts'
import { EdgeRow } from '#app/ui/list.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import type { CallView } from '#server/support/calls/views.ts'
import { stateNames } from '#server/ideas/words.ts'
import { paths } from '#server/support/paths.ts'
import { FundingRow } from './funding-row.tsx'

/** What has come of a call: ideas for everybody, applications for those who may read them. */
export function Answers({ call, ideas, fundings }: Pick<CallView, 'call' | 'ideas' | 'fundings'>) {
  return (
    <>
      <Card title="Ideen zu diesem Aufruf">
        {ideas.total === 0 ? (
          <p className="text-leise">Noch hat niemand eine Idee dazu aufgeschrieben.</p>
        ) : (
          <ul>
            {ideas.rows.map((idea) => (
              <EdgeRow
                key={idea.id}
                to={idea.path}
                title={idea.title}
                meta={`${day(idea.createdAt)} · ${wantedBy(idea.schools)}`}
              >
                {idea.state !== 'open' && <Badge tone="offen">{stateNames[idea.state]}</Badge>}
                <p className="line-clamp-2 wrap-anywhere">{idea.problem}</p>
              </EdgeRow>
            ))}
          </ul>
        )}
        <Pages
          label="Seiten der Ideen"
          page={ideas.page}
          pages={ideas.pages}
          linkTo={(page) => `${call.path}${page > 1 ? `?seite=${page}` : ''}`}
        />
      </Card>
      {fundings.rows.length > 0 && (
        <Card
          title="Förderanträge zu diesem Aufruf"
          lead="Anträge sehen nur die PLG, die Schulleitung und wer entscheidet."
        >
          <ul>
            {fundings.rows.map((funding) => (
              <FundingRow key={funding.id} funding={funding} />
            ))}
          </ul>
          {fundings.hasMore && (
            <p className="mt-3">
              <ButtonLink to={paths.fundings()}>Alle Anträge ansehen</ButtonLink>
            </p>
          )}
        </Card>
      )}
    </>
  )
}

const wantedBy = (schools: number) =>
  schools === 0 ? 'noch keine Schule' : plural(schools, 'Schule', 'Schulen')
