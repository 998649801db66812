import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { longDay, plural, time, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { EdgeRow, List, NewsRow, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as accountPaths } from '#server/accounts/paths.ts'
import { paths as labPaths } from '#server/medialab/paths.ts'
import { stateNames } from '#server/medialab/words.ts'
import { paths as plgPaths } from '#server/plg/paths.ts'
import { todayFor } from '#server/today/views.ts'

export const loader = page(async ({ actor, request }) => {
  const all = new URL(request.url).searchParams.get('wartet') === 'alle'
  const today = await todayFor(actor, { all })
  if (today.isNew && today.isConfirmed) throw redirect(accountPaths.welcome())
  return today
})

export const meta: MetaFunction = () => [{ title: 'Heute – Lernen 25' }]

type Today = ReturnType<typeof useLoaderData<typeof loader>>

export default function TodayPage() {
  const today = useLoaderData<typeof loader>()
  const news =
    today.newPosts > 0
      ? ` · ${plural(today.newPosts, 'neuer Beitrag', 'neue Beiträge')} in Ihren PLGs`
      : ''
  return (
    <>
      <PageHead title={today.greeting} meta={`${longDay(today.now)}${news}`} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="grid gap-5">
          <WaitingCard today={today} />
          {today.isConfirmed && <NewsCard today={today} />}
        </div>
        {today.isConfirmed && (
          <div className="grid gap-5">
            {today.meetings.length > 0 && <MeetingsCard today={today} />}
            {today.bookings.length > 0 && <BookingsCard today={today} />}
            <PlgsCard today={today} />
          </div>
        )}
      </div>
    </>
  )
}

function WaitingCard({ today }: { today: Today }) {
  return (
    <Card title="Das wartet auf Sie">
      {today.waiting.length === 0 ? (
        <p className="text-leise">Nichts wartet. Alles ist erledigt.</p>
      ) : (
        <List>
          {today.waiting.map((item) => (
            <TaskRow
              key={item.id}
              action={<ButtonLink to={item.action.to}>{item.action.label}</ButtonLink>}
            >
              {item.text}
            </TaskRow>
          ))}
        </List>
      )}
      {today.showsAll && today.waiting.length > 0 && (
        <p className="mt-2">
          <Link to="/heute" className="inline-flex min-h-11 items-center underline">
            Weniger ansehen
          </Link>
        </p>
      )}
      {today.moreWaiting > 0 && (
        <p className="mt-2">
          <Link to="/heute?wartet=alle" className="inline-flex min-h-11 items-center underline">
            {today.moreWaiting === 1
              ? 'Noch eines ansehen'
              : `Noch ${today.moreWaiting} weitere ansehen`}
          </Link>
        </p>
      )}
    </Card>
  )
}

/** When one's groups meet next; today and tomorrow are what one looks for in the morning. */
function MeetingsCard({ today }: { today: Today }) {
  return (
    <Card title="Ihre nächsten Termine">
      <ul>
        {today.meetings.map((meeting) => (
          <EdgeRow
            key={meeting.id}
            to={meeting.path}
            title={meeting.title}
            meta={`${longDay(meeting.startsAt)}, ${time(meeting.startsAt)} bis ${time(meeting.endsAt)} Uhr`}
          >
            <p className="text-sm text-leise wrap-anywhere">
              {[meeting.plg, meeting.place].filter(Boolean).join(' · ')}
            </p>
          </EdgeRow>
        ))}
      </ul>
    </Card>
  )
}

/** What one has booked in the MediaLab, and what is still to bring back. */
function BookingsCard({ today }: { today: Today }) {
  return (
    <Card title="Meine Buchungen">
      <ul>
        {today.bookings.map((booking) => (
          <EdgeRow
            key={booking.id}
            to={booking.path}
            title={booking.purpose}
            meta={`${booking.when} · ${stateNames[booking.state]}`}
          >
            <p className="text-sm text-leise wrap-anywhere">{booking.offers.join(', ')}</p>
          </EdgeRow>
        ))}
      </ul>
      <p className="mt-2">
        <Link to={labPaths.mine()} className="inline-flex min-h-11 items-center underline">
          Alle Buchungen ansehen
        </Link>
      </p>
    </Card>
  )
}

function NewsCard({ today }: { today: Today }) {
  return (
    <Card title="Neu in Ihren PLGs">
      {today.news.length === 0 ? (
        <p className="text-leise">
          Sie haben alles gelesen. Neue Beiträge aus Ihren PLGs stehen hier.
        </p>
      ) : (
        <List>
          {today.news.map((topic) => (
            <NewsRow
              key={topic.id}
              to={topic.path}
              title={topic.title}
              meta={`${topic.plgTitle} · ${when(topic.at, today.now)}`}
              count={topic.count}
              countWord={topic.count === 1 ? 'neuer Beitrag' : 'neue Beiträge'}
            >
              {topic.author}: „{topic.firstWords}“
            </NewsRow>
          ))}
        </List>
      )}
      <p className="mt-2">
        <Link to={plgPaths.list()} className="inline-flex min-h-11 items-center underline">
          Alle PLGs ansehen
        </Link>
      </p>
    </Card>
  )
}

function PlgsCard({ today }: { today: Today }) {
  if (today.plgs.length > 0)
    return (
      <Card title="Meine PLGs">
        <ul>
          {today.plgs.map((plg) => (
            <EdgeRow key={plg.slug} to={plgPaths.plg(plg.slug)} title={plg.title}>
              <p className="text-sm text-leise">{plg.question}</p>
            </EdgeRow>
          ))}
        </ul>
      </Card>
    )
  if (today.suggestions.length === 0)
    return (
      <EmptyState
        title="Sie sind noch in keiner PLG."
        action={<ButtonLink to={plgPaths.list()}>PLGs entdecken</ButtonLink>}
      >
        In einer PLG probieren Lehrkräfte mehrerer Schulen gemeinsam etwas aus.
      </EmptyState>
    )
  return (
    <Card title="PLGs, die Mitglieder suchen">
      <ul>
        {today.suggestions.map((plg) => (
          <EdgeRow key={plg.slug} to={plgPaths.plg(plg.slug)} title={plg.title}>
            <p className="text-sm text-leise">{plg.question}</p>
          </EdgeRow>
        ))}
      </ul>
    </Card>
  )
}
