import { EdgeRow } from '#app/ui/list.tsx'
import { day, type Instant, when } from '#app/ui/format.ts'
import { paths } from '#server/support/paths.ts'
import type { RequestLine } from '#server/support/requests/views.ts'
import { kindNames, toAddressee } from '#server/support/words.ts'
import { RequestBadge } from './badges.tsx'

/** A request in a list: for the PLG with whom it lies, for the others from whom it comes. */
export function RequestRow({
  request,
  side,
  now,
}: {
  request: RequestLine
  side: 'plg' | 'addressee'
  now: Instant
}) {
  const { number, kind, addressee, group, asker, handler, wishedBy, createdAt, state } = request
  const facts = [
    side === 'plg' ? toAddressee[addressee] : `von ${asker ?? 'einem Mitglied'}, ${group}`,
    when(createdAt, now),
    wishedBy && `gewünscht bis ${day(wishedBy)}`,
    handler && state !== 'open' && `bei ${handler}`,
  ]
  return (
    <EdgeRow
      to={paths.request(number)}
      title={`${kindNames[kind]}, Nr. ${number}`}
      meta={facts.filter(Boolean).join(' · ')}
    >
      <RequestBadge state={state} />
      <p className="mt-1 line-clamp-2 wrap-anywhere">{request.text}</p>
    </EdgeRow>
  )
}
