import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData, useNavigate } from '@remix-run/react'
import BookOpen from 'lucide-react/icons/book-open'
import { lazy, type MouseEvent, Suspense, useEffect, useRef, useState } from 'react'
import { EditorLoading, EditorMissing } from '#app/editor/editor-loading.tsx'
import type { EditorApi } from '#app/editor/editor-props.ts'
import { form, page } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { commentsOf } from '#server/documents/comments/views.ts'
import { saveSimplyInput } from '#server/documents/inputs.ts'
import { paths } from '#server/documents/paths.ts'
import { saveSimply } from '#server/documents/text/commands.ts'
import { editingFor, simpleFormFor } from '#server/documents/text/views.ts'
import { AidPanel } from './components/aid-panel.tsx'
import { BesideComments } from './components/comment-column.tsx'
import { useCommentPanel } from './components/comment-state.ts'
import { DocumentHead } from './components/document-head.tsx'
import { useOpenMarks } from './components/open-marks.ts'
import { placeOf } from './components/place.ts'
import { SimpleForm } from './components/simple-form.tsx'
import '#app/styles/document.css'

const DocumentEditor = lazy(() =>
  import('#app/editor/editor.tsx').catch(() => ({ default: EditorMissing })),
)

export const loader = page(async ({ actor, params, request }) => {
  const isSimple = new URL(request.url).searchParams.has('einfach')
  return isSimple
    ? { isSimple, ...(await simpleFormFor(actor, placeOf(params))) }
    : {
        isSimple,
        ...(await editingFor(actor, placeOf(params))),
        comments: await commentsOf(actor, placeOf(params)),
      }
})

export const action = form(saveSimplyInput, async ({ actor, params, input }) =>
  redirect(await saveSimply(actor, placeOf(params), input), 303),
)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bearbeiten – ${data?.document.title ?? 'Dokument'} – Lernen 25` },
]

export default function Edit() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if ('markdown' in view)
    return (
      <>
        <DocumentHead view={view} page="Bearbeiten (einfach)" />
        {view.aids && (
          <p className="mb-3">
            <a className={LINK} href={view.aids.path} target="_blank" rel="noopener">
              {view.aids.label} (öffnet einen neuen Tab)
            </a>
          </p>
        )}
        <SimpleForm view={view} reply={reply} />
      </>
    )
  return <WithEditor view={view} />
}

const LINK = 'inline-flex min-h-11 items-center underline'

type View = Exclude<ReturnType<typeof useLoaderData<typeof loader>>, { markdown: string }>

function WithEditor({ view }: { view: View }) {
  const isHydrated = useHydrated()
  const { home, document, person, aids } = view
  const [hasAids, setAids] = useState(false)
  const opener = useRef<HTMLElement | null>(null)
  const panel = useCommentPanel()
  const text = useRef<EditorApi | null>(null)
  const navigate = useNavigate()
  const { active } = panel
  useEffect(() => text.current?.showThread(active), [active])
  useOpenMarks(view.comments.threads)
  // Without a script the link leads to the page of the same.
  const handleAids = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    opener.current = event.currentTarget
    panel.close()
    setAids(true)
  }
  const closeAids = () => {
    setAids(false)
    opener.current?.focus()
  }
  const newThread = (quote: string) => {
    setAids(false)
    return panel.newThread(quote).finally(() => text.current?.focus())
  }
  return (
    <>
      <DocumentHead
        view={view}
        actions={
          <>
            {aids && (
              <ButtonLink icon={BookOpen} to={aids.path} onClick={handleAids}>
                {aids.label}
              </ButtonLink>
            )}
            <ButtonLink to={document.path}>Fertig</ButtonLink>
          </>
        }
      />
      <noscript>
        <p className="mb-3">
          Der Editor braucht JavaScript.{' '}
          <a className="underline" href={paths.editSimply(home.path, document)}>
            Bearbeiten (einfach)
          </a>
        </p>
      </noscript>
      <BesideComments
        panel={panel}
        view={view.comments}
        page="edit"
        onGoTo={(thread) => text.current?.goToThread(thread) ?? false}
        onOpen={() => setAids(false)}
        instead={hasAids && aids && <AidPanel aids={aids} text={text} onClose={closeAids} />}
      >
        {isHydrated && (
          <Suspense fallback={<EditorLoading />}>
            <DocumentEditor
              documentId={document.id}
              home={{ kind: home.kind, id: home.id }}
              personId={person.id}
              name={person.name}
              title={document.title}
              canComment={view.comments.can.comment}
              onThread={panel.look}
              newThread={newThread}
              onKeepVersion={() => navigate(paths.versions(home.path, document))}
              apiRef={text}
            />
          </Suspense>
        )}
      </BesideComments>
    </>
  )
}
