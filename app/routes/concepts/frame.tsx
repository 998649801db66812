import { type MetaFunction, Outlet, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type Tab, Tabs } from '#app/ui/tabs.tsx'
import { paths } from '#server/concepts/paths.ts'
import { frameFor } from '#server/concepts/views.ts'

export const loader = page(({ actor, params }) => frameFor(actor, params.school ?? ''))

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.concept.title ?? 'Medienkonzept'} – Lernen 25` },
]

/** What others change here may be a little later than what is being read. */
const WITHIN = 2_500

/** The working copy of a school: only its people see these pages. */
export default function ConceptFrame() {
  const { concept, school, can } = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  useNews(
    { kind: 'concept', id: concept.id },
    { onNews: () => refresh(spread(WITHIN)), onReturn: () => refresh(spread(WITHIN)) },
  )
  return (
    <>
      <PageHead
        title={concept.title}
        badge={<Badge tone="aktion">Entwurf der Schule</Badge>}
        meta={`${school.name} · Nur Ihre Schule liest diese Seiten.`}
        actions={
          can.submit && (
            <ButtonLink to={paths.approval(school.slug)}>{wayOut(can.publish)}</ButtonLink>
          )
        }
      />
      <Tabs
        label="Bereiche des Medienkonzepts"
        tabs={tabsOf(school.slug)}
        more={moreOf(school.slug, can.assign)}
      />
      <div className="grid gap-5">
        <Outlet />
      </div>
    </>
  )
}

/** Who may not publish hands it to the Schulleitung. */
const wayOut = (mayPublish: boolean) =>
  mayPublish ? 'Freigeben und veröffentlichen' : 'Zur Freigabe an die Schulleitung'

function tabsOf(school: string): Tab[] {
  return [
    { label: 'Auf einen Blick', to: paths.draft(school), end: true },
    { label: 'Kapitel', to: paths.chapters(school) },
    { label: 'Kompetenzen', to: paths.workingMatrix(school) },
    { label: 'Unterricht', to: paths.lessons(school) },
    { label: 'Rückblick', to: paths.reflections(school) },
    { label: 'Versionen', to: paths.versions(school) },
  ]
}

/** What one needs a few times a year. */
function moreOf(school: string, mayAssign: boolean): Tab[] {
  return [
    { label: 'Ziele', to: paths.goals(school) },
    { label: 'Fortbildung', to: paths.trainings(school) },
    { label: 'Ausstattung und Gespräche', to: '/ausstattung' },
    { label: 'Verlauf', to: paths.history(school) },
    { label: 'Mitwirkende', to: paths.people(school) },
    ...(mayAssign ? [{ label: 'Einstellungen', to: paths.settings(school) }] : []),
  ]
}
