import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { when } from '#app/ui/format.ts'
import { timesOf, whoOf } from './date-rows.tsx'
import type { HandOutView } from '#server/medialab/desk/handing/views.ts'

/** What went out, on paper too: the browser prints this page. */
export function Slip({ view }: { view: HandOutView }) {
  const { date, handover, groups, count, now } = view
  return (
    <Card title="Leihschein" lead={`${count.went} von ${count.of} Teilen`}>
      <DefinitionList
        facts={[
          ['Buchung', date.bookingNumber],
          ['Ausgeliehen von', whoOf(date)],
          ['Übernommen von', handover?.takenBy || (date.person ?? '')],
          ['Zeit', timesOf(date)],
          [
            'Ausgegeben',
            handover?.outAt ? `${when(handover.outAt, now)}, ${handover.outBy ?? ''}` : '',
          ],
        ]}
      />
      {groups.map(({ thing, lines }) => (
        <section key={thing.resourceId} className="mt-4">
          <h3 className="font-semibold">
            {thing.name} · {thing.code}
          </h3>
          <ul className="columns-2 sm:columns-3">
            {lines
              .filter(({ went }) => went > 0)
              .map(({ key, name, code, went }) => (
                <li key={key}>
                  {went > 1 && `${went} × `}
                  {name} {code && <span className="font-mono text-sm">{code}</span>}
                </li>
              ))}
          </ul>
          {lines
            .filter(({ went, wanted, note }) => went < wanted && note !== '')
            .map(({ key, name, note }) => (
              <p key={key}>
                Fehlt: {name} ({note})
              </p>
            ))}
        </section>
      ))}
    </Card>
  )
}
