import { Badge } from '#app/ui/badge.tsx'
import { day } from '#app/ui/format.ts'
import { EdgeRow } from '#app/ui/list.tsx'
import type { CallLine } from '#server/support/calls/views.ts'
import { callKindNames } from '#server/support/words.ts'
import { CallBadge } from './badges.tsx'

/** The facts of a call in one line. */
export const callFacts = (call: CallLine) =>
  [
    callKindNames[call.kind],
    call.organisation,
    call.hasFunding && 'mit Förderung',
    call.closesOn && `bis ${day(call.closesOn)}`,
  ]
    .filter(Boolean)
    .join(' · ')

export function CallRow({ call }: { call: CallLine }) {
  return (
    <EdgeRow to={call.path} title={call.title} meta={callFacts(call)}>
      {call.state !== 'published' && <CallBadge state={call.state} />}
      {call.state === 'published' && call.isOver && <Badge tone="offen">Beendet</Badge>}
      <p className="mt-1 line-clamp-2 wrap-anywhere">{call.text}</p>
    </EdgeRow>
  )
}
