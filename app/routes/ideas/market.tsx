import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { page } from '#app/http/page.ts'
import { NetworkTabs } from '#app/layout/network-tabs.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { marketFor } from '#server/ideas/market/views.ts'
import { paths } from '#server/ideas/paths.ts'
import { FacetForm } from './components/facet-form.tsx'
import { IdeaCard } from './components/idea-card.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return { ...(await marketFor(actor, asked)), asked }
})

export const meta: MetaFunction = () => [{ title: 'Ideen – Lernen 25' }]

export default function Market() {
  const { search, facets, programmes, ideas, can, asked } = useLoaderData<typeof loader>()
  const { shelf, ...chosen } = search
  const isFiltered = shelf !== 'open' || Object.values(chosen).some(Boolean)
  const linkTo = (to: number) =>
    `${paths.list()}?${new URLSearchParams({ ...asked, seite: String(to) }).toString()}`
  return (
    <>
      <NetworkTabs />
      <PageHead
        title="Ideen"
        meta="Was Schulen gemeinsam ausprobieren wollen. Machen mehrere mit, wird daraus eine PLG."
        actions={
          <>
            {can.importGroups && (
              <ButtonLink to={paths.import()}>Bestehende Gruppen einlesen</ButtonLink>
            )}
            {can.create && (
              <ButtonLink to={paths.new()} icon={Plus} variant="primary">
                Idee aufschreiben
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid gap-5">
        <FacetForm {...{ search, facets, programmes, isFiltered }} />
        <section aria-labelledby="gefunden" className="grid gap-4">
          <h2 id="gefunden" className="text-xl">
            {plural(ideas.total, 'Idee', 'Ideen')}
          </h2>
          {ideas.rows.length > 0 ? (
            <div className="grid gap-4 lg:grid-cols-2">
              {ideas.rows.map((idea) => (
                <IdeaCard key={idea.id} idea={idea} />
              ))}
            </div>
          ) : (
            <Nothing isFiltered={isFiltered} canCreate={can.create} />
          )}
          <Pages label="Seiten der Liste" page={ideas.page} pages={ideas.pages} linkTo={linkTo} />
        </section>
      </div>
    </>
  )
}

function Nothing({ isFiltered, canCreate }: { isFiltered: boolean; canCreate: boolean }) {
  if (isFiltered)
    return (
      <EmptyState
        title="Keine Idee zu dieser Auswahl."
        action={<ButtonLink to={paths.list()}>Alles zeigen</ButtonLink>}
      >
        Lassen Sie ein Feld leer, oder schreiben Sie die Idee auf, die Ihnen fehlt.
      </EmptyState>
    )
  return (
    <EmptyState
      title="Noch keine offene Idee."
      action={canCreate && <ButtonLink to={paths.new()}>Idee aufschreiben</ButtonLink>}
    >
      Ein Problem und was Lernende brauchen: Mehr ist für den Anfang nicht nötig.
    </EmptyState>
  )
}
