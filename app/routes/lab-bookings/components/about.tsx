import { Card } from '#app/ui/card.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { subjectNames } from '#server/accounts/words.ts'
import { actWords, handoverNames } from '#server/medialab/booking/words.ts'
import type { BookingView } from './views.ts'

/** For what, with whom, where, and who answers for it. */
export function About({ view }: { view: BookingView }) {
  const { booking, cards } = view
  return (
    <Card title="Angaben">
      <DefinitionList
        facts={[
          ['Wofür', <span className="wrap-anywhere">{booking.purpose}</span>],
          ['Fach', booking.subject && wordsOf([booking.subject], subjectNames)],
          ['Jahrgang', booking.grade !== null && String(booking.grade)],
          ['Personen', booking.participants !== null && String(booking.participants)],
          ['Schule', booking.school],
          ['Verantwortlich', booking.person ?? 'Niemand mehr'],
          ['Telefon', booking.phone],
          [
            'Gehört zu',
            cards.length > 0 && (
              <ul>
                {cards.map(({ title, path }) => (
                  <li key={path}>
                    <Link to={path} className="underline">
                      {title}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          ],
          ['Regel ausgesetzt, weil', booking.overrideReason],
        ]}
      />
    </Card>
  )
}

/** Where it is in words, with a plain link for those who need a map. */
export function Where({ view }: { view: BookingView }) {
  const { booking, sites, dates } = view
  const lab = sites.find(({ isLab }) => isLab)
  const other = sites.find(({ isLab }) => !isLab)
  const isLoan = dates.some((date) => date.isLoan)
  const rooms = [
    ...new Set(dates.flatMap(({ offers }) => offers.flatMap(({ room }) => room ?? []))),
  ]
  return (
    <Card title={isLoan ? 'Ort und Übergabe' : 'Ort'}>
      <DefinitionList
        facts={[
          ['Raum', rooms.join(', ')],
          ['Adresse', lab && <Address {...lab} />],
          ['Telefon des SMZ', lab?.phone && <a href={`tel:${lab.phone}`}>{lab.phone}</a>],
          ['Übergabe', isLoan && handoverNames[booking.outBy]],
          ['Abholen bei', isLoan && other && <Address {...other} />],
        ]}
      />
    </Card>
  )
}

function Address({ name, address, map }: { name: string; address: string; map: string | null }) {
  return (
    <address className="not-italic">
      {name}
      {address && <br />}
      {address}
      {map && (
        <a
          href={map}
          rel="noreferrer"
          className="flex min-h-11 items-center underline print:hidden"
        >
          Auf der Karte<span className="sr-only">: {name}, bei OpenStreetMap</span>
        </a>
      )}
    </address>
  )
}

/** Who did what when. */
export function History({ view }: { view: BookingView }) {
  return (
    <Card title="Verlauf" className="print:hidden">
      <ol className="grid gap-2">
        {view.log.map((line) => (
          <li key={line.id} className="wrap-anywhere">
            <p>
              {actWords[line.act]}
              {line.note && `: ${line.note}`}
            </p>
            <p className="text-sm text-leise">
              {when(line.at, view.now)}
              {line.who && `, ${line.who}`}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
