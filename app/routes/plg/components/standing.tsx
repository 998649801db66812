import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PhaseBar } from '#app/ui/phase-bar.tsx'
import { gateNames } from '#server/plg/cycle/words.ts'
import type { standingFor } from '#server/plg/cycle/views.ts'
import { paths } from '#server/plg/paths.ts'
import { noteOf, stepNames, stepOf } from '#server/plg/words.ts'
import { CheckList } from './check-list.tsx'
import { DecisionList } from './decision-list.tsx'

type Props = { standing: Awaited<ReturnType<typeof standingFor>> }

/** For those inside: how far the group is, what comes next, what was decided last. */
export function Standing({ standing }: Props) {
  const { slug, phase, phaseUntil, isPaused, cycle, checks, decisions } = standing
  const gate = checks.find(({ isMet }) => !isMet)?.gate
  const until = phaseUntil && !isPaused ? `bis ${day(phaseUntil)}` : undefined
  return (
    <Card
      title={cycle > 1 ? `Wo wir stehen (Durchgang ${cycle})` : 'Wo wir stehen'}
      aside={
        <Link to={paths.phases(slug)} className="inline-flex min-h-11 items-center underline">
          Phasen und Beschlüsse
        </Link>
      }
    >
      <div className="grid gap-4">
        <PhaseBar
          steps={stepNames}
          current={stepOf(phase)}
          note={noteOf({ phase, isPaused }) ?? until}
          isDetailed
        />
        {gate && !isPaused && (
          <div>
            <h3 className="mb-2">Nächster Schritt: {gateNames[gate]}</h3>
            <CheckList plg={slug} checks={checks.filter(({ isMet }) => !isMet)} />
          </div>
        )}
        {decisions.length > 0 && (
          <div>
            <h3>Zuletzt entschieden</h3>
            <DecisionList decisions={decisions} />
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          <ButtonLink to={paths.focus(slug)}>Fokus</ButtonLink>
          <ButtonLink to={paths.agreement(slug)}>Vereinbarung und Absprachen</ButtonLink>
        </div>
      </div>
    </Card>
  )
}
