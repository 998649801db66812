import { EdgeRow } from '#app/ui/list.tsx'
import type { WorkshopLine } from '#server/medialab/workshops/views.ts'
import { workshopKindNames } from '#server/medialab/workshops/words.ts'
import { SeatBadge, seatsLine, spanOf, StandingBadge } from './workshop-words.tsx'

/** A workshop in a list: when, what, where, whether there is a seat. */
export function WorkshopRow({ workshop }: { workshop: WorkshopLine }) {
  const { path, title, kind, where, standing, seat } = workshop
  return (
    <EdgeRow to={path} title={title} meta={`${spanOf(workshop)} · ${workshopKindNames[kind]}`}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StandingBadge standing={standing} />
        {seat && <SeatBadge state={seat.state} />}
        <span>{[where, seatsLine(workshop)].filter(Boolean).join(' · ')}</span>
      </span>
    </EdgeRow>
  )
}
