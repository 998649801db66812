import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/documents/paths.ts'
import { restoreValid, saveVersion } from '#server/documents/versions/commands.ts'
import { restoreValidInput, saveVersionInput } from '#server/documents/versions/inputs.ts'
import { inOrder, paths as versionPaths } from '#server/documents/versions/paths.ts'
import { versionsFor } from '#server/documents/versions/views.ts'
import { words } from '#server/documents/versions/words.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { DocumentHead } from './components/document-head.tsx'
import { placeOf } from './components/place.ts'
import { BrokenText } from './components/version-broken.tsx'
import { VersionList } from './components/version-list.tsx'
import { SaveVersion } from './components/version-save.tsx'

/** Two ticked states lead to their comparison; any other number of them to a sentence. */
export const loader = page(async ({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  const view = await versionsFor(actor, placeOf(params), pageNumber(query.get('seite')))
  const ticked = inOrder(query.getAll('stand').slice(0, 100))
  const [from, to, ...more] = ticked
  if (from !== undefined && to !== undefined && more.length === 0)
    throw redirect(paths.compare(view.home.path, view.document, from, to))
  const isAsked = ticked.length > 0 || query.has('vergleichen')
  return { ...view, ticked, problem: isAsked ? words.tickTwo(ticked.length) : null }
})

export const action = forms({
  saveVersion: intent(saveVersionInput, async ({ actor, params, input }) => {
    const { number, name, document } = await saveVersion(actor, placeOf(params), input)
    return redirectWithToast(`${document}/versionen`, `Gesichert als Version ${number}: „${name}“.`)
  }),
  restoreValid: intent(restoreValidInput, async ({ actor, params }) =>
    redirectWithToast(
      await restoreValid(actor, placeOf(params)),
      'Der letzte gültige Text steht wieder im Dokument.',
    ),
  ),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versionen – ${data?.document.title ?? 'Dokument'} – Lernen 25` },
]

export default function Versions() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { home, document, can, total } = view
  const base = paths.versions(home.path, document)
  return (
    <>
      <DocumentHead view={view} page="Versionen" meta={document.title} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-5 lg:order-2">
          {view.invalidSince && <BrokenText canRestore={can.restoreVersion} reply={reply} />}
          {can.saveVersion && <SaveVersion clientKey={view.clientKey} reply={reply} />}
        </div>
        <div className="min-w-0">
          {total > 0 ? (
            <VersionList view={view} base={base} />
          ) : (
            <EmptyState title="Noch kein gesicherter Stand.">
              {can.saveVersion &&
                'Sichern Sie einen Stand, bevor Sie viel ändern: Dann lässt sich beides vergleichen und der frühere Text zurückholen.'}
            </EmptyState>
          )}
          <Pages
            label="Seiten der Versionen"
            page={view.page}
            pages={view.pages}
            linkTo={(number) => versionPaths.page(base, number)}
          />
        </div>
      </div>
    </>
  )
}
