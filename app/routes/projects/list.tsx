import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { when } from '#app/ui/format.ts'
import { NewsRow } from '#app/ui/list.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { restoreProject } from '#server/projects/commands.ts'
import { byNumberInput } from '#server/projects/inputs.ts'
import { paths } from '#server/projects/paths.ts'
import { projectsFor } from '#server/projects/views.ts'
import { kindNames, visibilityNames } from '#server/projects/words.ts'
import { StatusBadge } from './components/project-head.tsx'

export const loader = page(({ actor, params, request }) =>
  projectsFor(actor, params.plg ?? '', pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = forms({
  restoreProject: intent(byNumberInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await restoreProject(actor, params.plg ?? '', input.project),
      'Das Vorhaben ist wieder da.',
    ),
  ),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vorhaben – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

/** Lists may be a little later than the page that is being read. */
const WITHIN = 2_500

export default function Projects() {
  const list = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  useNews(
    { kind: 'plg', id: list.plg.id },
    { onNews: () => refresh(spread(WITHIN)), onReturn: () => refresh(spread(WITHIN)) },
  )
  return (
    <section aria-labelledby="vorhaben">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="vorhaben" className="text-xl">
          Vorhaben
        </h2>
        <div className="flex flex-wrap gap-2">
          <ButtonLink variant="tertiary" to={paths.results()}>
            Vorhaben anderer PLGs
          </ButtonLink>
          <ButtonLink to={paths.transfer(list.plg.slug)}>Transferbögen</ButtonLink>
          {list.can.create && (
            <ButtonLink variant="primary" icon={Plus} to={paths.new(list.plg.slug)}>
              Neues Vorhaben
            </ButtonLink>
          )}
        </div>
      </div>
      {list.rows.length === 0 ? (
        <EmptyState
          title="Noch kein Vorhaben."
          action={
            list.can.create && (
              <ButtonLink icon={Plus} to={paths.new(list.plg.slug)}>
                Erstes Vorhaben anlegen
              </ButtonLink>
            )
          }
        >
          Ein Vorhaben ist das, was Sie gemeinsam planen, im Unterricht erproben und auswerten.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte">
          {list.rows.map((row) => (
            <NewsRow
              key={row.id}
              to={row.path}
              title={row.title}
              meta={[
                kindNames[row.kind],
                wordsOf(row.subjects, subjectNames),
                wordsOf(row.gradeBands, gradeBandNames),
                `geändert ${when(row.changedAt, list.now)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            >
              <span className="mt-1 flex flex-wrap items-center gap-2">
                <StatusBadge status={row.status} />
                {row.visibility !== 'plg' && (
                  <span className="text-sm text-leise">
                    Veröffentlicht: {visibilityNames[row.visibility]}
                  </span>
                )}
              </span>
            </NewsRow>
          ))}
        </ul>
      )}
      <Pages
        label="Seiten der Vorhaben"
        page={list.page}
        pages={list.pages}
        linkTo={(number) => paths.page(list.plg.slug, number)}
      />
    </section>
  )
}
