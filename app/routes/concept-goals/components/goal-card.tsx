import type { ReactNode } from 'react'
import { when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { GoalLine } from '#server/concepts/goals/contract.ts'
import { dayName, moodNames } from '#server/concepts/goals/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { DueBadge, StatusBadge } from './status-badge.tsx'

/** A goal on what opens first: its next step, its day, what was said last, who has taken it on. */
export function GoalCard({
  goal,
  school,
  now,
  showsStatus = false,
  children,
}: {
  goal: GoalLine
  school: string
  now: Date
  showsStatus?: boolean
  children?: ReactNode
}) {
  const { number, title, owners, next, lastCheckIn } = goal
  return (
    <li id={`ziel-${number}`} className="min-w-0 rounded-xl border border-linie bg-flaeche p-karte">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0 text-lg wrap-anywhere">
          <Link to={paths.goal(school, number)} className="hover:underline">
            {title}
          </Link>
        </h3>
        <span className="flex flex-wrap gap-2">
          {showsStatus && <StatusBadge status={goal.status} />}
          <DueBadge due={goal.due} />
        </span>
      </div>
      <dl className="mt-2 grid gap-1">
        <Fact term="Nächster Schritt">
          {next ? (
            <>
              {next.title}
              {next.dueOn && <span className="text-leise"> (bis {dayName(next.dueOn)})</span>}
            </>
          ) : (
            <span className="text-leise">Noch keiner.</span>
          )}
        </Fact>
        <Fact term="Zwischenstand">
          {lastCheckIn ? (
            <>
              <span className="font-semibold">{moodNames[lastCheckIn.mood]}:</span>{' '}
              {lastCheckIn.text}{' '}
              <span className="text-leise">
                ({[lastCheckIn.by, when(lastCheckIn.at, now)].filter(Boolean).join(', ')})
              </span>
            </>
          ) : (
            <span className="text-leise">Noch keiner.</span>
          )}
        </Fact>
        <Fact term="Zuständig">
          {owners.length > 0 ? (
            owners.map(({ name }) => name).join(', ')
          ) : (
            <span className="text-leise">Noch niemand.</span>
          )}
        </Fact>
      </dl>
      {children && <div className="mt-2">{children}</div>}
    </li>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0 wrap-anywhere">
      <dt className="inline text-leise">{term}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  )
}
