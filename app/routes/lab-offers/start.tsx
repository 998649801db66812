import { type MetaFunction, useLoaderData } from '@remix-run/react'
import CalendarDays from 'lucide-react/icons/calendar-days'
import PackageOpen from 'lucide-react/icons/package-open'
import Search from 'lucide-react/icons/search'
import { visitorPage } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { EdgeRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/medialab/paths.ts'
import { startFor } from '#server/medialab/views.ts'
import { dayWords, kindNames, stateNames } from '#server/medialab/words.ts'
import { whenWords } from './components/when.ts'

export const loader = visitorPage(({ actor }) => startFor(actor))

export const meta: MetaFunction = () => [
  { title: 'MediaLab – Lernen 25' },
  {
    name: 'description',
    content: 'Räume, Koffer, Beratung und Workshops des Schulmedienzentrums Duisburg.',
  },
]

const WAYS = [
  {
    to: paths.find(),
    title: 'Termin suchen',
    text: 'Sagen Sie, wann und was Sie brauchen. Sie sehen, was dann frei ist.',
    Icon: Search,
  },
  {
    to: paths.calendar(),
    title: 'Kalender',
    text: 'Ein Tag oder eine Woche auf einen Blick. Freie Zeiten lassen sich gleich buchen.',
    Icon: CalendarDays,
  },
  {
    to: paths.offers(),
    title: 'Angebote',
    text: 'Alle Räume, Geräte, Koffer und Beratungen mit ihren Regeln.',
    Icon: PackageOpen,
  },
] as const

export default function Start() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="MediaLab"
        meta="Räume, Koffer, Beratung und Workshops des Schulmedienzentrums"
        actions={<ButtonLink to={paths.workshops()}>Nächste Workshops</ButtonLink>}
      />
      <div className="grid gap-5">
        <ul className="grid gap-4 md:grid-cols-3">
          {WAYS.map(({ to, title, text, Icon }) => (
            <li
              key={to}
              className="relative flex gap-3 rounded-xl border border-linie bg-flaeche p-karte hover:bg-mulde"
            >
              <Icon aria-hidden="true" className="mt-0.5 shrink-0 text-aktion" />
              <div>
                <Link
                  to={to}
                  prefetch="intent"
                  className="text-lg font-semibold underline after:absolute after:inset-0"
                >
                  {title}
                </Link>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ul>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2 lg:items-start">
          {view.isSignedIn && <Next next={view.next} />}
          <Today days={view.days} kinds={view.kinds} />
        </div>
        {view.can.manage && <Managing />}
        {view.can.seeUtilisation && (
          <p>
            <ButtonLink to={paths.utilisation()}>Auslastung und Bedarf</ButtonLink>
          </p>
        )}
        <p className="max-w-[68ch]">
          Filme, Bilder und Arbeitsblätter zum Streamen hat die{' '}
          <a href={view.mediaLibrary} rel="noreferrer" className="underline">
            Bildungsmediathek NRW
          </a>
          .
        </p>
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Next({ next }: Pick<View, 'next'>) {
  return (
    <Card
      title="Meine nächsten Buchungen"
      aside={
        next.length > 0 && (
          <Link to={paths.mine()} className="underline">
            Alle ansehen
          </Link>
        )
      }
    >
      {next.length > 0 ? (
        <ul>
          {next.map((date) => (
            <EdgeRow
              key={date.id}
              to={paths.booking(date.number)}
              title={date.names.join(', ') || date.purpose}
              meta={whenWords(date)}
            >
              {stateNames[date.state]} · {date.purpose}
            </EdgeRow>
          ))}
        </ul>
      ) : (
        <EmptyState
          title="Keine kommenden Buchungen."
          action={
            <div className="flex flex-wrap gap-3">
              <ButtonLink to={paths.find()} icon={Search} variant="primary">
                Termin suchen
              </ButtonLink>
              <ButtonLink to={paths.mine()} variant="tertiary">
                Meine Buchungen
              </ButtonLink>
            </div>
          }
        />
      )}
    </Card>
  )
}

function Today({ days, kinds }: Pick<View, 'days' | 'kinds'>) {
  return (
    <Card title="Geöffnet">
      <dl className="grid gap-1">
        {days.map(({ day, spans, closedBy }, at) => (
          <div key={day} className="flex flex-wrap gap-x-2">
            <dt className="text-leise">
              {at === 0 ? 'Heute' : 'Morgen'}, {dayWords(day)}
            </dt>
            <dd>
              {spans.length > 0
                ? spans.map(({ from, to }) => `${from}–${to} Uhr`).join(' und ')
                : `geschlossen${closedBy ? ` (${closedBy})` : ''}`}
            </dd>
          </div>
        ))}
      </dl>
      {kinds.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-5">
          {kinds.map(({ kind, count }) => (
            <li key={kind}>
              <Link
                to={`${paths.offers()}?art=${kind}`}
                className="inline-flex min-h-11 items-center underline"
              >
                {kindNames[kind]} ({count})
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-1">
        <Link to={paths.instructed()} className="inline-flex min-h-11 items-center underline">
          Meine Einweisungen
        </Link>
      </p>
      <p className="flex flex-wrap gap-x-5">
        <Link to={paths.reports()} className="inline-flex min-h-11 items-center underline">
          Berichte aus dem Unterricht
        </Link>
        <Link to={paths.demand()} className="inline-flex min-h-11 items-center underline">
          Das fehlt uns
        </Link>
      </p>
    </Card>
  )
}

/** For those of the SMZ. */
function Managing() {
  return (
    <Card title="Für das SMZ">
      <div className="flex flex-wrap gap-3">
        <ButtonLink to={paths.desk()}>Theke</ButtonLink>
        <ButtonLink to={paths.manageOffers()}>Angebote verwalten</ButtonLink>
        <ButtonLink to={paths.hours()}>Zeiten und Schließtage</ButtonLink>
        <ButtonLink to={paths.instructions()}>Einweisungen</ButtonLink>
      </div>
    </Card>
  )
}
