import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { AdoptionStatus } from '#server/software/adoption/contract.ts'
import { gapNames, statusNames } from '#server/software/adoption/words.ts'
import { paths } from '#server/software/paths.ts'

type School = {
  name: string
  slug: string
  states: { label: string; status: AdoptionStatus; needsReview: boolean }[]
}

/** What the reader's own schools decided about an app. */
export function OwnSchools({ product, schools }: { product: { slug: string }; schools: School[] }) {
  if (schools.length === 0) return null
  return (
    <Card title="An Ihrer Schule">
      <div className="grid gap-4">
        {schools.map(({ name, slug, states }) => (
          <div key={slug} className="grid gap-2">
            <p className="font-semibold">{name}</p>
            {states.length === 0 ? (
              <p className="text-leise">Noch nicht eingeführt.</p>
            ) : (
              <ul className="grid gap-1">
                {states.map(({ label, status, needsReview }) => (
                  <li key={label} className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    {statusNames[status]}: {label}
                    {needsReview && <Badge tone="achtung">{gapNames.review}</Badge>}
                  </li>
                ))}
              </ul>
            )}
            <p className="print:hidden">
              <ButtonLink to={paths.adoption(product.slug, slug)}>
                Zum Einsatz an der Schule<span className="sr-only"> {name}</span>
              </ButtonLink>
            </p>
          </div>
        ))}
      </div>
    </Card>
  )
}
