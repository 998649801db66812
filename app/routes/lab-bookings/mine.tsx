import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { longDay, plural, time } from '#app/ui/format.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { EdgeRow } from '#app/ui/list.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { mineFor } from '#server/medialab/booking/own/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { seatNames } from '#server/medialab/workshops/words.ts'
import { Consent } from './components/decide.tsx'
import { StateBadge } from './components/state-badge.tsx'

export const loader = page(({ actor, request }) =>
  mineFor(actor, new URL(request.url).searchParams),
)

export const meta: MetaFunction = () => [{ title: 'Meine Buchungen – MediaLab – Lernen 25' }]

type View = ReturnType<typeof useLoaderData<typeof loader>>

export default function Mine() {
  const view = useLoaderData<typeof loader>()
  const { dates, shelf } = view
  const isNext = shelf === 'next'
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Meine Buchungen' }]}
      />
      <PageHead
        title="Meine Buchungen"
        actions={<ButtonLink to={paths.find()}>Termin suchen</ButtonLink>}
      />
      <LeftBehind count={view.leftBehind} />
      <ToConsent view={view} />
      <nav aria-label="Welche Buchungen" className="mb-5 flex flex-wrap gap-2">
        <ShelfLink to={paths.mine()} isCurrent={isNext}>
          Kommende
        </ShelfLink>
        <ShelfLink to={paths.past()} isCurrent={!isNext}>
          Vergangene
        </ShelfLink>
      </nav>
      <Waiting view={view} />
      {dates.rows.length > 0 ? (
        <Card title={isNext ? 'Kommende Termine' : 'Vergangene Termine'}>
          <ul>
            {dates.rows.map((date) => (
              <EdgeRow
                key={date.id}
                to={date.path}
                title={date.purpose}
                meta={`${date.when} · ${date.number}`}
              >
                <div className="flex flex-wrap items-center gap-2">
                  <StateBadge state={date.state} />
                  {date.isOverdue && <Badge tone="stopp">Überfällig</Badge>}
                  <span className="text-sm wrap-anywhere">{date.offers.join(', ')}</span>
                </div>
              </EdgeRow>
            ))}
          </ul>
          <Pages
            label="Seiten der Liste"
            page={dates.page}
            pages={dates.pages}
            linkTo={(page) => `${paths.mine()}?${isNext ? '' : 'stand=vergangen&'}seite=${page}`}
          />
        </Card>
      ) : (
        <EmptyState
          title={isNext ? 'Sie haben nichts gebucht.' : 'Hier steht noch nichts.'}
          action={isNext && <ButtonLink to={paths.offers()}>Angebote ansehen</ButtonLink>}
        >
          {isNext
            ? 'Räume, Koffer und Beratung des Schulmedienzentrums buchen Sie für Ihre Schule.'
            : 'Was vorbei, zurückgegeben oder storniert ist, finden Sie hier.'}
        </EmptyState>
      )}
    </>
  )
}

function ShelfLink({
  to,
  isCurrent,
  children,
}: {
  to: string
  isCurrent: boolean
  children: string
}) {
  return (
    <ButtonLink
      to={to}
      variant={isCurrent ? 'primary' : 'secondary'}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {children}
    </ButtonLink>
  )
}

/** What one waits for, and one's seats in workshops. */
function Waiting({ view: { waiting, seats } }: { view: View }) {
  if (waiting.length + seats.length === 0) return null
  return (
    <div className="mb-5 grid gap-5">
      {waiting.length > 0 && (
        <Card title="Warteliste">
          <ul>
            {waiting.map(({ id, name, path, quantity, when, state, position, deadline }) => (
              <EdgeRow
                key={id}
                to={state === 'offered' ? paths.waiting() : path}
                title={quantity > 1 ? `${quantity} × ${name}` : name}
                meta={when}
              >
                <p className="text-sm">
                  {state === 'offered' && deadline !== null
                    ? `Für Sie zurückgelegt bis ${longDay(deadline)}, ${time(deadline)} Uhr`
                    : `Platz ${position}`}
                </p>
              </EdgeRow>
            ))}
          </ul>
        </Card>
      )}
      {seats.length > 0 && (
        <Card title="Workshops">
          <ul>
            {seats.map(({ id, path, title, startsAt, where, seat }) => (
              <EdgeRow
                key={id}
                to={path}
                title={title}
                meta={`${longDay(startsAt)}, ${time(startsAt)} Uhr · ${where}`}
              >
                <p className="text-sm">{seat ? seatNames[seat.state] : ''}</p>
              </EdgeRow>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

/** For a Schulleitung: what people who have left had booked. */
function LeftBehind({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <div className="mb-5">
      <Notice
        tone="achtung"
        title={`${plural(count, 'Buchung', 'Buchungen')} von Personen, die nicht mehr an Ihrer Schule sind`}
        action={<ButtonLink to={paths.reassign()}>Übergeben</ButtonLink>}
      />
    </div>
  )
}

/** What a Schulleitung has to say something to; the forms go to the page of the booking. */
function ToConsent({ view }: { view: View }) {
  if (view.toConsent.length === 0) return null
  return (
    <div className="mb-5 grid gap-5">
      {view.toConsent.map((booking) => (
        <section key={booking.id} aria-label={booking.purpose} className="grid gap-2">
          <Card
            title={booking.purpose}
            lead={`${booking.person ?? 'Niemand mehr'}, ${booking.number}`}
          >
            <ul>
              {booking.dates.map((date) => (
                <li key={date.id} className="wrap-anywhere">
                  {date.when}: {date.offers.map(({ name }) => name).join(', ')}
                </li>
              ))}
            </ul>
            <p className="mt-2">
              <ButtonLink to={paths.booking(booking.number)} variant="tertiary">
                Buchung ansehen
              </ButtonLink>
            </p>
          </Card>
          <Consent booking={booking} to={paths.booking(booking.number)} reply={undefined} />
        </section>
      ))}
    </div>
  )
}
