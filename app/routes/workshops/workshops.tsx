import { type MetaFunction, useLoaderData } from '@remix-run/react'
import CalendarDays from 'lucide-react/icons/calendar-days'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths as labPaths } from '#server/medialab/paths.ts'
import { paths } from '#server/medialab/workshops/paths.ts'
import { workshopsFor } from '#server/medialab/workshops/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { WorkshopRow } from './components/workshop-row.tsx'

export const loader = visitorPage(({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  return workshopsFor(actor, {
    page: pageNumber(asked.get('seite')),
    isPast: asked.get('vorbei') === '1',
  })
})

export const meta: MetaFunction = () => [{ title: 'Workshops – MediaLab – Lernen 25' }]

export default function Workshops() {
  const { workshops, drafts, isPast, hasPast, can } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'MediaLab', to: labPaths.start() }, { label: 'Workshops' }]} />
      <PageHead
        title={isPast ? 'Vergangene Workshops' : 'Workshops'}
        meta="Ausprobieren und voneinander lernen, im MediaLab und an Schulen."
        actions={
          <>
            <ButtonLink to={paths.calendar()} reloadDocument prefetch="none" icon={CalendarDays}>
              Als Kalender
            </ButtonLink>
            {can.manage && (
              <ButtonLink variant="primary" to={paths.new()}>
                Workshop anlegen
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid gap-5">
        {drafts.length > 0 && !isPast && (
          <Card title="Entwürfe">
            <ul className="mt-3">
              {drafts.map((one) => (
                <WorkshopRow key={one.id} workshop={one} />
              ))}
            </ul>
          </Card>
        )}
        {workshops.rows.length === 0 ? (
          <EmptyState
            title={isPast ? 'Es gab noch keinen Workshop.' : 'Zurzeit ist kein Workshop geplant.'}
          >
            Neue Termine stehen hier und in Ihrem Kalender, wenn Sie ihn abonnieren.
          </EmptyState>
        ) : (
          <Card title={isPast ? 'Vorbei' : 'Die nächsten'}>
            <ul className="mt-3">
              {workshops.rows.map((one) => (
                <WorkshopRow key={one.id} workshop={one} />
              ))}
            </ul>
            <Pages
              label="Seiten der Workshops"
              page={workshops.page}
              pages={workshops.pages}
              linkTo={isPast ? paths.past : paths.list}
            />
          </Card>
        )}
        {isPast ? (
          <p>
            <Link to={paths.list()}>Zu den nächsten Workshops</Link>
          </p>
        ) : (
          hasPast && (
            <p>
              <Link to={paths.past()}>Vergangene Workshops und ihr Material</Link>
            </p>
          )
        )}
      </div>
    </>
  )
}
