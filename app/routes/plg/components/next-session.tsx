import { Card } from '#app/ui/card.tsx'
import { longDay, time } from '#app/ui/format.ts'
import { EdgeRow } from '#app/ui/list.tsx'
import { paths } from '#server/plg/sessions/paths.ts'

type Session = { number: number; title: string; startsAt: Date; endsAt: Date; place: string }

/** When the group meets next. */
export function NextSession({ plg, session }: { plg: string; session: Session }) {
  const { number, title, startsAt, endsAt, place } = session
  return (
    <Card title="Nächster Termin">
      <ul>
        <EdgeRow
          to={paths.session(plg, number)}
          title={title}
          meta={`${longDay(startsAt)}, ${time(startsAt)} bis ${time(endsAt)} Uhr`}
        >
          {place && <p className="text-leise">{place}</p>}
        </EdgeRow>
      </ul>
    </Card>
  )
}
