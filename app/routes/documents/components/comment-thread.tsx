import Check from 'lucide-react/icons/check'
import MessageSquareReply from 'lucide-react/icons/message-square-reply'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import type { MouseEvent, ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { when } from '#app/ui/format.ts'
import { paths } from '#server/documents/comments/paths.ts'
import { NotSent } from './comment-acts.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentItem } from './comment-item.tsx'
import type { ThreadProps } from './comment-props.ts'

/** A thread: the words it is about, its comments, and what comes next. */
export function CommentThread(props: ThreadProps) {
  const { view, page, thread, isActive, acts, writing, answer, onWrite, onDone } = props
  const isReplying = writing?.kind === 'reply' && writing.id === thread.id
  const state = acts.stateOf(thread.id)
  return (
    <article
      id={`kommentar-${thread.id}`}
      data-testid={`kommentar-${thread.number ?? 'ohne-stelle'}`}
      tabIndex={-1}
      aria-labelledby={`stelle-von-${thread.id}`}
      className={`scroll-my-4 rounded-xl border p-3 target:border-aktion ${isActive ? 'border-aktion bg-aktion-zart' : 'border-linie bg-flaeche'}`}
    >
      <h3 id={`stelle-von-${thread.id}`} className="text-base font-normal">
        <Where {...props} />
      </h3>
      {thread.isGone && !thread.resolved && (
        <p className="text-sm text-leise">Die Stelle gibt es nicht mehr.</p>
      )}
      {thread.resolved && (
        <p className="text-sm text-leise">
          Erledigt {when(thread.resolved.at, view.now)} von {thread.resolved.by}
        </p>
      )}
      <ul className="mt-1 divide-y divide-linie">
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} {...props} comment={comment} />
        ))}
      </ul>
      {isReplying && (
        <CommentForm
          view={view}
          page={page}
          what={{ intent: 'reply', thread: thread.id }}
          label="Ihre Antwort"
          button="Antworten"
          answer={answer}
          takesFocus
          onSent={() => onDone(thread.id, 'Gesendet')}
          onCancel={() => onWrite(null)}
        />
      )}
      {view.can.comment && (
        <ThreadActs {...props} isReplying={isReplying} pressed={state.pressed} />
      )}
      {state.hasTrouble && <NotSent />}
    </article>
  )
}

/** The words, as a link to them as long as the text has them. */
function Where({ view, page, thread, onGoTo }: ThreadProps) {
  const { id, number, quote } = thread
  const words: ReactNode = quote ? (
    <q className="line-clamp-3 wrap-anywhere">{quote}</q>
  ) : (
    <span>{number ? 'Ohne Worte' : 'Zum ganzen Dokument'}</span>
  )
  const badge = number !== null && (
    <span className="inline-flex size-7 shrink-0 items-center justify-center rounded-full border border-transparent bg-aktion text-sm font-semibold text-auf-aktion">
      <span className="sr-only">Kommentar </span>
      {number}
    </span>
  )
  const frame = 'flex min-h-11 items-center gap-2'
  const goTo = (event: MouseEvent) => {
    if (onGoTo?.(id)) event.preventDefault()
  }
  const isFar = page === 'comments'
  if (number === null && !(onGoTo && quote && !thread.isGone))
    return (
      <span className={`${frame} ${thread.isGone || thread.resolved ? 'text-leise' : ''}`}>
        {words}
      </span>
    )
  return (
    <a
      href={`${isFar ? view.document.path : ''}#stelle-${id}`}
      onClick={goTo}
      className={`${frame} rounded-lg hover:underline`}
    >
      {badge}
      {words}
      <span className="sr-only">, zur Stelle im Text</span>
    </a>
  )
}

function ThreadActs({
  view,
  page,
  thread,
  isReplying,
  pressed,
  onWrite,
}: ThreadProps & { isReplying: boolean; pressed: FormDataEntryValue | null }) {
  const { path } = view.document
  const reply = (event: MouseEvent) => {
    event.preventDefault()
    onWrite({ kind: 'reply', id: thread.id })
  }
  const intent = thread.resolved ? 'reopen' : 'resolve'
  return (
    <form
      method="post"
      action={paths.page(path)}
      data-act={thread.id}
      className="-ml-1 flex flex-wrap items-center gap-x-4 print:hidden"
    >
      <input type="hidden" name="thread" value={thread.id} />
      <input type="hidden" name="from" value={page} />
      {!isReplying && !thread.resolved && (
        <a
          href={paths.reply(path, thread.id)}
          onClick={reply}
          data-antworten={thread.id}
          className="inline-flex min-h-11 items-center gap-2 px-1 underline hover:decoration-2"
        >
          <MessageSquareReply className="size-[1.2em]" />
          Antworten
        </a>
      )}
      <Button
        variant="tertiary"
        icon={thread.resolved ? RotateCcw : Check}
        name="intent"
        value={intent}
        busy={pressed === intent}
      >
        {thread.resolved ? 'Wieder öffnen' : 'Erledigt'}
      </Button>
    </form>
  )
}
