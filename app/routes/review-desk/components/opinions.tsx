import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day } from '#app/ui/format.ts'
import { dpiaNames, riskNames } from '#server/software/review/opinions/words.ts'
import { opinionPdfPath } from '#server/software/review/paths.ts'
import { verdictNames } from '#server/software/standing/words.ts'
import { Conditions } from './opinion-facts.tsx'
import type { ReviewView } from './view.ts'

/** What was signed in this case. Nobody changes it any more. */
export function Opinions({ view }: { view: ReviewView }) {
  const { opinions, hasPdf, case: one } = view
  return (
    <Card title="Stellungnahme">
      <div className="grid gap-4">
        {opinions.map((opinion) => (
          <div key={opinion.number} className="grid gap-2">
            <p className="text-sm text-leise">
              {opinion.variant}: {opinion.label}
            </p>
            <p>
              <Badge tone={opinion.verdict === 'objection' ? 'stopp' : 'aktion'}>
                {verdictNames[opinion.verdict]}
              </Badge>
            </p>
            <DefinitionList
              facts={[
                ['Gültig bis', opinion.recommendedUntil && day(opinion.recommendedUntil)],
                [
                  'Begründung',
                  <span key="r" className="whitespace-pre-line">
                    {opinion.reasoning}
                  </span>,
                ],
                [
                  'Auflagen',
                  opinion.conditions.length > 0 && <Conditions conditions={opinion.conditions} />,
                ],
                ['Stattdessen', opinion.alternative],
                ['Risiko', riskNames[opinion.riskLevel]],
                ['Folgenabschätzung', dpiaNames[opinion.dpia]],
                [
                  'Unterschrieben',
                  `${opinion.signedName}, ${opinion.signedOffice}, ${day(opinion.givenAt)}`,
                ],
              ]}
            />
          </div>
        ))}
        {hasPdf && (
          <div>
            <ButtonLink to={opinionPdfPath(one.number)} reloadDocument prefetch="none">
              Als PDF
            </ButtonLink>
          </div>
        )}
      </div>
    </Card>
  )
}
