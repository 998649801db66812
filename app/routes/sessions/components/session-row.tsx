import { Badge } from '#app/ui/badge.tsx'
import { longDay, time } from '#app/ui/format.ts'
import { EdgeRow } from '#app/ui/list.tsx'
import type { SessionLine } from '#server/plg/sessions/contract.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { modeNames, stateNames } from '#server/plg/sessions/words.ts'
import { DayFacts } from './day-facts.tsx'

export function SessionRow({ plg, session }: { plg: string; session: SessionLine }) {
  const { number, title, startsAt, endsAt, mode, place, state, dayFacts } = session
  return (
    <EdgeRow
      to={paths.session(plg, number)}
      title={title}
      meta={`${longDay(startsAt)}, ${time(startsAt)} bis ${time(endsAt)} Uhr`}
    >
      <p className="text-leise">{[modeNames[mode], place].filter(Boolean).join(' · ')}</p>
      {state === 'cancelled' && <Badge tone="offen">{stateNames.cancelled}</Badge>}
      <DayFacts facts={dayFacts} />
    </EdgeRow>
  )
}
