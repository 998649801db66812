import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { restoreDocument } from '#server/documents/commands.ts'
import { byNumberInput } from '#server/documents/inputs.ts'
import { paths, shelfOf } from '#server/documents/paths.ts'
import { documentsFor } from '#server/documents/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { DocumentRow } from './components/document-row.tsx'
import { ListFilters, listAddress } from './components/list-filters.tsx'
import { homeOf } from './components/place.ts'

export const loader = page(({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  return documentsFor(actor, homeOf(params), {
    shelf: shelfOf(query.get('regal')),
    folder: query.get('ordner')?.slice(0, 80) ?? null,
    search: (query.get('q') ?? '').slice(0, 100),
    page: pageNumber(query.get('seite')),
  })
})

export const action = forms({
  restoreDocument: intent(byNumberInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await restoreDocument(actor, homeOf(params), input.document),
      'Das Dokument ist wieder da.',
    ),
  ),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Dokumente – ${data?.home.title ?? 'PLG'} – Lernen 25` },
]

/** Lists may be a little later than the page that is being read. */
const WITHIN = 2_500

export default function Documents() {
  const list = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  useNews(
    { kind: list.home.kind, id: list.home.id },
    { onNews: () => refresh(spread(WITHIN)), onReturn: () => refresh(spread(WITHIN)) },
  )
  return (
    <section aria-labelledby="dokumente">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="dokumente" className="text-xl">
          Dokumente
        </h2>
        {list.can.create && (
          <ButtonLink variant="primary" icon={Plus} to={paths.new(list.home.path)}>
            Neues Dokument
          </ButtonLink>
        )}
      </div>
      <ListFilters list={list} />
      {list.rows.length === 0 ? (
        <NothingHere list={list} />
      ) : (
        <ul className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte">
          {list.rows.map((row) => (
            <DocumentRow key={row.id} row={row} now={list.now} showsFolder={list.folder === null} />
          ))}
        </ul>
      )}
      <Pages
        label="Seiten der Dokumente"
        page={list.page}
        pages={list.pages}
        linkTo={(seite) => listAddress(list, { seite })}
      />
    </section>
  )
}

type List = ReturnType<typeof useLoaderData<typeof loader>>

function NothingHere({ list: { shelf, folder, search, can, home } }: { list: List }) {
  if (search || folder !== null)
    return (
      <EmptyState
        title={search ? `Kein Dokument zu „${search}“.` : `Der Ordner „${folder}“ ist leer.`}
        action={<ButtonLink to={paths.list(home.path)}>Alle Dokumente zeigen</ButtonLink>}
      />
    )
  if (shelf === 'archived') return <EmptyState title="Im Archiv ist nichts." />
  if (shelf === 'templates')
    return (
      <EmptyState title="Noch keine eigene Vorlage.">
        Öffnen Sie ein Dokument und wählen Sie im Menü „Als Vorlage anbieten“.
      </EmptyState>
    )
  if (shelf === 'deleted')
    return <EmptyState title="Der Papierkorb ist leer.">Gelöschtes bleibt hier 30 Tage.</EmptyState>
  return (
    <EmptyState
      title="Noch kein Dokument."
      action={
        can.create && (
          <ButtonLink icon={Plus} to={paths.new(home.path)}>
            Neues Dokument
          </ButtonLink>
        )
      }
    >
      Hier schreiben alle Mitglieder gemeinsam, zum Beispiel einen Unterrichtsplan oder das
      Protokoll Ihrer Sitzung.
    </EmptyState>
  )
}
