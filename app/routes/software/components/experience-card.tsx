import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Averages, Experience } from '#server/software/experience/contract.ts'
import { paths } from '#server/software/paths.ts'
import { AverageLine, ExperienceList } from './experience-list.tsx'

/** What schools have found out; stands beside the facts about data, so that neither hides the other. */
export function ExperienceCard({
  slug,
  experience: { averages, rows },
  canTell,
}: {
  slug: string
  experience: { averages: Averages; rows: Experience[] }
  canTell: boolean
}) {
  return (
    <Card title="Erfahrungen im Unterricht">
      <AverageLine averages={averages} />
      <ExperienceList rows={rows} slug={slug} />
      <div className="mt-3 flex flex-wrap gap-3 print:hidden">
        {canTell && <ButtonLink to={paths.newExperience(slug)}>Erfahrung berichten</ButtonLink>}
        {averages.count > 0 && (
          <ButtonLink to={paths.experiences(slug)} variant="tertiary">
            Alle Erfahrungen
          </ButtonLink>
        )}
      </div>
    </Card>
  )
}
