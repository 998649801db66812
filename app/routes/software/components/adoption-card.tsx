import type { Reply } from '#app/http/page.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { day } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { AdoptionStatus } from '#server/software/adoption/contract.ts'
import { avvNames, gapNames, statusNames } from '#server/software/adoption/words.ts'
import { paths } from '#server/software/paths.ts'
import { AdoptionForm, type One, type View } from './adoption-form.tsx'
import { StandingBadge } from './standing-badge.tsx'

const TONES: Record<AdoptionStatus, Tone> = {
  considering: 'offen',
  in_use: 'ok',
  pilot: 'aktion',
  stopped: 'offen',
  not_used: 'offen',
}

/** One use: what the city says of it, what the school decided, what is missing; and the form of the Schulleitung. */
export function AdoptionCard({ view, one, reply }: { view: View; one: One; reply?: Reply }) {
  const { product, school, can } = view
  const { use, current } = one
  return (
    <Card
      level={3}
      title={use.label}
      lead={use.variant}
      aside={<StandingBadge standing={{ name: use.standing, until: use.until }} />}
    >
      {current ? (
        <>
          <p className="mb-2">
            <Badge tone={TONES[current.status]}>{statusNames[current.status]}</Badge>
          </p>
          <Gaps gaps={current.gaps} />
          <DefinitionList
            facts={[
              ['Entschieden', `${day(current.decidedAt)}, ${current.decidedName}`],
              [
                'AV-Vertrag',
                [avvNames[current.avvStatus], current.avvOn && day(current.avvOn)]
                  .filter(Boolean)
                  .join(', '),
              ],
              ['Seit', current.since && day(current.since)],
              ['Bis', current.until && day(current.until)],
              ['Notiz', current.note],
            ]}
          />
        </>
      ) : (
        <p className="text-leise">Noch nicht eingeführt.</p>
      )}
      <p className="mt-3">
        <ButtonLink to={paths.package(product.slug, use.id, school.slug)}>
          Unterlagen für Ihre Schule<span className="sr-only">: {use.label}</span>
        </ButtonLink>
      </p>
      {can.decide && (
        <Fold
          title={
            <>
              {current ? 'Neu entscheiden' : 'Entscheiden'}
              <span className="sr-only">: {use.label}</span>
            </>
          }
          isOpen={reply !== undefined || Boolean(current?.needsReview)}
        >
          <AdoptionForm view={view} one={one} reply={reply} />
        </Fold>
      )}
    </Card>
  )
}

type Gaps = NonNullable<One['current']>['gaps']

function Gaps({ gaps }: { gaps: Gaps }) {
  if (gaps.length === 0) return null
  return (
    <div className="mb-3">
      <Notice tone="achtung" title="Das fehlt noch">
        <ul className="list-disc pl-5">
          {gaps.map((gap) => (
            <li key={gap}>{gapNames[gap]}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
