import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { page } from '#app/http/page.ts'
import { NetworkTabs } from '#app/layout/network-tabs.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { List, NewsRow } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { unreadByPlg } from '#server/discussions/views.ts'
import type { PlgCard as Plg } from '#server/plg/contract.ts'
import { overviewFor } from '#server/plg/directory/views.ts'
import { paths } from '#server/plg/paths.ts'
import { noteOf, phaseNames, refusals } from '#server/plg/words.ts'
import { DiscoverForm } from './components/discover-form.tsx'
import { PlgCard } from './components/plg-card.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const view = await overviewFor(actor, asked)
  const unread = await unreadByPlg(
    actor,
    view.mine.map(({ id }) => id),
  )
  return {
    ...view,
    mine: view.mine
      .map((plg) => ({ ...plg, unread: unread.get(plg.id) ?? 0 }))
      .sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0)),
    asked,
  }
})

export const meta: MetaFunction = () => [{ title: 'PLGs – Lernen 25' }]

export default function Overview() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      {view.isConfirmed && <NetworkTabs />}
      <PageHead
        title="PLGs"
        meta="In einer Professionellen Lerngemeinschaft arbeiten Lehrkräfte mehrerer Schulen an einer gemeinsamen Frage."
        actions={
          view.can.found && (
            <ButtonLink to={paths.found()} icon={Plus} variant="primary">
              PLG gründen
            </ButtonLink>
          )
        }
      />
      {view.isConfirmed ? (
        <div className="grid gap-5">
          <Mine mine={view.mine} suggestions={view.suggestions} schoolCount={view.schoolCount} />
          <Waiting waiting={view.waiting} />
          <Discover />
        </div>
      ) : (
        <Notice title="Ihre Bestätigung fehlt noch">{refusals.notConfirmed}</Notice>
      )}
    </>
  )
}

type Suggestion = Plg & { fits: boolean }

function Mine(props: {
  mine: (Plg & { unread: number })[]
  suggestions: Suggestion[]
  schoolCount: number
}) {
  const { mine, suggestions, schoolCount } = props
  if (mine.length > 0)
    return (
      <Card title="Meine PLGs">
        <List>
          {mine.map((plg) => (
            <NewsRow
              key={plg.id}
              to={paths.plg(plg.slug)}
              title={plg.title}
              count={plg.unread}
              meta={[
                `Phase „${phaseNames[plg.phase]}“`,
                plg.isPaused && noteOf(plg),
                plural(plg.schools.length, 'Schule', 'Schulen'),
                plural(plg.members, 'Mitglied', 'Mitglieder'),
              ]
                .filter(Boolean)
                .join(' · ')}
            >
              {plg.question}
            </NewsRow>
          ))}
        </List>
      </Card>
    )
  const hasFitting = suggestions.some(({ fits }) => fits)
  return (
    <section aria-labelledby="meine" className="grid gap-3">
      <h2 id="meine" className="text-xl">
        Meine PLGs
      </h2>
      <EmptyState title="Sie sind noch in keiner PLG.">
        {suggestions.length > 0 &&
          (hasFitting
            ? `${suggestions.length === 1 ? 'Eine passt' : `${suggestions.length} passen`} zu Ihren Fächern:`
            : 'Diese suchen gerade Mitglieder:')}
      </EmptyState>
      <div className="grid gap-3 lg:grid-cols-3">
        {suggestions.map((plg) => (
          <PlgCard key={plg.id} plg={plg} schoolCount={schoolCount} />
        ))}
      </div>
    </section>
  )
}

function Waiting({ waiting }: { waiting: Plg[] }) {
  if (waiting.length === 0) return null
  return (
    <Card title="Angefragt und eingeladen">
      <List>
        {waiting.map((plg) => (
          <NewsRow
            key={plg.id}
            to={paths.plg(plg.slug)}
            title={plg.title}
            meta={plg.seat?.state === 'invited' ? 'Sie sind eingeladen' : 'Angefragt'}
          >
            {plg.question}
          </NewsRow>
        ))}
      </List>
    </Card>
  )
}

function Discover() {
  const { others, search, programmes, schoolCount, asked } = useLoaderData<typeof loader>()
  const isFiltered = Object.values(search).some(Boolean)
  const linkTo = (page: number) =>
    `${paths.list()}?${new URLSearchParams({ ...asked, seite: String(page) }).toString()}`
  return (
    <section aria-labelledby="entdecken" className="grid gap-4">
      <h2 id="entdecken" className="text-xl">
        Entdecken
      </h2>
      <DiscoverForm search={search} programmes={programmes} isFiltered={isFiltered} />
      {others.total > 0 ? (
        <>
          <p className="text-leise">
            {plural(others.total, 'weitere PLG', 'weitere PLGs')}
            {isFiltered && ' zu Ihrer Auswahl'}
          </p>
          <div className="grid gap-4 lg:grid-cols-2">
            {others.rows.map((plg) => (
              <PlgCard key={plg.id} plg={plg} schoolCount={schoolCount} />
            ))}
          </div>
        </>
      ) : (
        <EmptyState
          title={isFiltered ? 'Keine weitere PLG zu dieser Auswahl.' : 'Noch keine weitere PLG.'}
          action={isFiltered && <ButtonLink to={paths.list()}>Alles zeigen</ButtonLink>}
        >
          {isFiltered
            ? 'Lassen Sie ein Feld leer, oder gründen Sie eine PLG zu Ihrer Frage.'
            : 'Gründen Sie eine zu Ihrer Frage: Andere finden sie dann hier.'}
        </EmptyState>
      )}
      <Pages label="Seiten der Liste" page={others.page} pages={others.pages} linkTo={linkTo} />
    </section>
  )
}
