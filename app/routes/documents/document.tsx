import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { Attachments } from '#app/files/attachments.tsx'
import { hold } from '#app/http/hold.ts'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'
import { BackLinks, PAGE_PARAM } from '#app/references/back-links.tsx'
import { Relations } from '#app/references/relations.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { longDay, when } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { archiveDocument, deleteDocument, markTemplate } from '#server/documents/commands.ts'
import { changedAtIn } from '#server/documents/contract.ts'
import { documentInput } from '#server/documents/inputs.ts'
import { paths } from '#server/documents/paths.ts'
import { readingFor } from '#server/documents/text/views.ts'
import { homeWords } from '#server/documents/words.ts'
import { filesOf } from '#server/files/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { backLinksOf, referencesOf } from '#server/references/views.ts'
import { pictureAddress } from '#server/rich-text/contract.ts'
import { ReadWithComments } from './components/comment-column.tsx'
import { DocumentActions } from './components/document-actions.tsx'
import { DocumentHead } from './components/document-head.tsx'
import { placeOf } from './components/place.ts'
import '#app/styles/document.css'

/** From here on only what is near the window is laid out (document.css). */
const LONG = 60_000

export const loader = page(async ({ actor, params, request, context }) => {
  const view = await readingFor(actor, placeOf(params))
  const thing = { kind: 'document', id: view.document.id }
  const pages = pageNumber(new URL(request.url).searchParams.get(PAGE_PARAM))
  const [files, relations, backLinks] = await Promise.all([
    filesOf(actor, thing),
    referencesOf(actor, thing),
    backLinksOf(actor, thing, pages),
  ])
  // Pictures that stand in the text are not listed once more.
  const beside = files.files.filter(({ id }) => !view.html.includes(pictureAddress(id)))
  const isLong = view.html.length > LONG
  const html = hold(context, view.html)
  return { ...view, html, isLong, thing, files: { ...files, files: beside }, relations, backLinks }
})

export const action = forms({
  archive: intent(documentInput, async ({ actor, params }) =>
    redirectWithToast(
      await archiveDocument(actor, placeOf(params), true),
      'Das Dokument ist im Archiv. Lesen können es alle wie bisher.',
    ),
  ),
  unarchive: intent(documentInput, async ({ actor, params }) =>
    redirectWithToast(
      await archiveDocument(actor, placeOf(params), false),
      'Das Dokument ist zurück aus dem Archiv.',
    ),
  ),
  template: intent(documentInput, async ({ actor, params }) =>
    redirectWithToast(
      await markTemplate(actor, placeOf(params), true),
      'Neue Dokumente können jetzt mit diesem beginnen.',
    ),
  ),
  noTemplate: intent(documentInput, async ({ actor, params }) =>
    redirectWithToast(
      await markTemplate(actor, placeOf(params), false),
      'Das Dokument ist keine Vorlage mehr.',
    ),
  ),
  delete: intent(documentInput, async ({ actor, params }) => {
    const { number, title, home } = await deleteDocument(actor, placeOf(params))
    const list = paths.list(home)
    return redirectWithToast(list, {
      text: `„${title}“ liegt im Papierkorb.`,
      undo: {
        action: list,
        fields: { intent: 'restoreDocument', document: String(number) },
        label: 'Rückgängig',
      },
    })
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.document.title} – ${data.home.title} – Lernen 25` : 'Lernen 25' },
]

export default function Document() {
  const view = useLoaderData<typeof loader>()
  const { document, home, can, html, now } = view
  return (
    <>
      <DocumentHead
        view={view}
        meta={`Geändert ${when(document.changedAt, now)}${document.folder ? ` · Ordner „${document.folder}“` : ''}`}
        actions={<DocumentActions view={view} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <NewText documentId={document.id} shown={new Date(document.changedAt).toISOString()} />
        {view.invalidSince && (
          <Notice tone="achtung" title="Sie lesen den letzten gültigen Stand.">
            Seit dem {longDay(view.invalidSince)} enthält der Text etwas, das hier nicht angezeigt
            werden kann. {can.write && 'Unter „Versionen“ können Sie einen Stand wiederherstellen.'}
          </Notice>
        )}
        <ReadWithComments view={view.comments}>
          {view.isEmpty ? (
            <EmptyState title="Hier steht noch nichts.">
              {can.write && homeWords(home.kind).writes}
            </EmptyState>
          ) : (
            <article aria-label={`Text von „${document.title}“`}>
              <StoredHtml html={html} className={`dokument ${view.isLong ? 'lang' : ''}`} />
            </article>
          )}
        </ReadWithComments>
      </div>
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2 lg:items-start">
        <Attachments view={view.files} back={document.path} />
        <div className="grid min-w-0 gap-5">
          <Relations thing={view.thing} cards={view.relations} canChange={can.write} />
          <BackLinks links={view.backLinks} />
        </div>
      </div>
      <p className="mt-6 text-sm text-leise print:hidden">
        {homeWords(home.kind).readers(home.title)}
      </p>
    </>
  )
}

/** Others write while one reads: the text stays still until one wants the new one. */
function NewText({ documentId, shown }: { documentId: string; shown: string }) {
  const refresh = useRefresh()
  const [newest, setNewest] = useState('')
  useNews(
    { kind: 'document', id: documentId },
    {
      onNews: ({ what }) => {
        const at = changedAtIn(what)
        if (at) setNewest(at)
        else if (what === 'document-changed') refresh(0)
      },
      onReturn: () => refresh(0),
    },
  )
  return (
    <div role="status">
      {newest > shown && (
        <Notice
          title="Der Text wurde gerade geändert."
          action={
            <Button type="button" variant="secondary" onClick={() => refresh(0)}>
              Neuen Stand zeigen
            </Button>
          }
        />
      )}
    </div>
  )
}
