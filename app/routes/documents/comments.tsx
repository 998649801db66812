import { redirect } from '@remix-run/node'
import {
  type ClientActionFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '@remix-run/react'
import { useRef } from 'react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { announce } from '#app/layout/announcer.tsx'
import { sendSafely } from '#app/realtime/send-safely.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Card } from '#app/ui/card.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import * as act from '#server/documents/comments/commands.ts'
import {
  commentInput,
  editCommentInput,
  openThreadInput,
  replyInput,
  threadInput,
} from '#server/documents/comments/inputs.ts'
import { paths } from '#server/documents/comments/paths.ts'
import { commentsFor } from '#server/documents/comments/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { CommentForm } from './components/comment-form.tsx'
import { useCommentNews } from './components/comment-panel.tsx'
import type { Writing } from './components/comment-props.ts'
import { CommentThreads } from './components/comment-threads.tsx'
import { DocumentHead } from './components/document-head.tsx'
import { placeOf } from './components/place.ts'

export const loader = page(async ({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  return {
    ...(await commentsFor(actor, placeOf(params), pageNumber(query.get('seite')))),
    /** What links ask for that work without a script. */
    asked: {
      reply: query.get('antwort'),
      edit: query.get('bearbeiten'),
      menu: query.get('mehr'),
      resolved: query.has('erledigt'),
    },
  }
})

type From = { from: Parameters<typeof paths.back>[1] }
const back = ({ document, thread }: act.Where, { from }: From) => paths.back(document, from, thread)

/** What was done is said, with the way back. */
async function undoable(
  where: act.Where,
  input: From,
  text: string,
  fields: Record<string, string>,
) {
  return redirectWithToast(back(where, input), {
    text,
    undo: {
      action: paths.page(where.document),
      fields: { ...fields, from: input.from },
      label: 'Rückgängig',
    },
  })
}

const reopen = intent(threadInput, async ({ actor, params, input }) =>
  redirect(back(await act.reopenThread(actor, placeOf(params), input.thread), input), 303),
)
const restore = intent(commentInput, async ({ actor, params, input }) =>
  redirect(back(await act.restoreComment(actor, placeOf(params), input.comment), input), 303),
)

export const action = forms({
  open: intent(openThreadInput, async ({ actor, params, input: { from, ...input } }) =>
    redirect(back(await act.openThread(actor, placeOf(params), input), { from }), 303),
  ),
  reply: intent(replyInput, async ({ actor, params, input: { from, ...input } }) =>
    redirect(back(await act.reply(actor, placeOf(params), input), { from }), 303),
  ),
  edit: intent(editCommentInput, async ({ actor, params, input }) =>
    redirect(back(await act.editComment(actor, placeOf(params), input), input), 303),
  ),
  delete: intent(commentInput, async ({ actor, params, input }) => {
    const where = await act.deleteComment(actor, placeOf(params), input.comment)
    const undo = { intent: 'undoDelete', comment: input.comment }
    return undoable(where, input, 'Kommentar gelöscht.', undo)
  }),
  resolve: intent(threadInput, async ({ actor, params, input }) => {
    const where = await act.resolveThread(actor, placeOf(params), input.thread)
    const undo = { intent: 'undoResolve', thread: input.thread }
    return undoable(where, input, 'Als erledigt gekennzeichnet.', undo)
  }),
  restore,
  reopen,
  undoDelete: restore,
  undoResolve: reopen,
})

/** The message with "Rückgängig" stands on a page of its own, so its form goes back there. */
const LEADS_AWAY: unknown[] = ['undoDelete', 'undoResolve']

export const clientAction = (args: ClientActionFunctionArgs) =>
  sendSafely(args, (form) => !LEADS_AWAY.includes(form.get('intent')))

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kommentare – ${data?.document.title ?? 'Dokument'} – Lernen 25` },
]

type Answer = { intent?: string; status?: 'error'; initialValue?: Record<string, unknown> }

/** Which form is open: the one that was refused, or the one that a link asked for. */
function begin(answer: Answer | undefined, asked: { reply: string | null; edit: string | null }) {
  const { thread, comment } = answer?.initialValue ?? {}
  const reply = answer?.intent === 'reply' ? thread : asked.reply
  const edit = answer?.intent === 'edit' ? comment : asked.edit
  if (typeof edit === 'string') return { kind: 'edit', id: edit } satisfies Writing
  return typeof reply === 'string' ? ({ kind: 'reply', id: reply } satisfies Writing) : null
}

export default function Comments() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as Answer | undefined
  const { comments, resolved, asked, document } = view
  const open = useRef<HTMLHeadingElement>(null)
  useCommentNews(document.id)
  const list = {
    view: comments,
    page: 'comments' as const,
    answer: answer?.intent === 'open' ? undefined : answer,
    openMenu: asked.menu,
    begin: begin(answer, asked),
    heading: open,
  }
  return (
    <>
      <DocumentHead view={view} page="Kommentare" />
      <div className="grid max-w-[48rem] gap-6">
        <section aria-labelledby="offen">
          <h2 id="offen" ref={open} tabIndex={-1} className="mb-2 text-lg">
            Offen ({comments.threads.length})
          </h2>
          {comments.threads.length === 0 && <p className="text-leise">Kein offener Kommentar.</p>}
          <CommentThreads {...list} threads={comments.threads} />
        </section>
        {comments.can.comment && (
          <Card title="Kommentar zum ganzen Dokument" id="neu">
            <CommentForm
              view={comments}
              page="comments"
              what={{ intent: 'open', quote: '' }}
              label="Ihr Kommentar"
              button="Kommentieren"
              answer={answer?.intent === 'open' ? answer : undefined}
              onSent={() => announce('Gesendet')}
            />
          </Card>
        )}
        {resolved.total > 0 && (
          <details open={asked.resolved || undefined}>
            <summary className="inline-flex min-h-11 items-center rounded-lg px-1 underline hover:decoration-2">
              <h2 className="text-lg">Erledigt ({resolved.total})</h2>
            </summary>
            <div className="mt-2">
              <CommentThreads {...list} threads={resolved.rows} />
            </div>
            <Pages
              label="Erledigte Kommentare"
              page={resolved.page}
              pages={resolved.pages}
              linkTo={(to) => paths.resolved(document.path, to)}
            />
          </details>
        )}
      </div>
    </>
  )
}
