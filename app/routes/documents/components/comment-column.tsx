import MessageSquareText from 'lucide-react/icons/message-square-text'
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import { Count } from '#app/ui/count.tsx'
import type { CommentPage } from '#server/documents/comments/contract.ts'
import { paths } from '#server/documents/comments/paths.ts'
import type { CommentsView } from '#server/documents/comments/views.ts'
import { CommentPanel } from './comment-panel.tsx'
import { type CommentPanelState, useCommentPanel } from './comment-state.ts'

/** A text with its comments beside it, or in a sheet that a button opens. */
export function BesideComments({
  panel,
  view,
  page,
  onGoTo,
  instead,
  onOpen,
  children,
}: {
  panel: CommentPanelState
  view: CommentsView
  page: CommentPage
  onGoTo?: (thread: string) => boolean
  /** Something else that stands there for a while. */
  instead?: ReactNode
  /** Somebody wants the comments. */
  onOpen?: () => void
  children: ReactNode
}) {
  return (
    <div className="items-start gap-6 xl:grid xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        {children}
        <Opener panel={panel} view={view} onOpen={onOpen} />
      </div>
      {instead}
      {/* It stays while something else stands there: nobody loses what they were writing. */}
      <div className={instead ? 'hidden' : 'contents'}>
        <CommentPanel panel={panel} view={view} page={page} onGoTo={onGoTo} />
      </div>
    </div>
  )
}

/** Stays in sight while one scrolls. Without a script it leads to the list. */
function Opener({
  panel,
  view,
  onOpen,
}: {
  panel: CommentPanelState
  view: CommentsView
  onOpen?: () => void
}) {
  const handleClick = (event: MouseEvent) => {
    event.preventDefault()
    onOpen?.()
    panel.open()
  }
  return (
    <div className="pointer-events-none sticky bottom-20 z-10 mt-2 flex justify-end md:bottom-3 xl:hidden print:hidden">
      <a
        href={paths.page(view.document.path)}
        onClick={handleClick}
        className="pointer-events-auto inline-flex min-h-11 items-center gap-2 rounded-lg border border-rand bg-flaeche px-4 font-semibold shadow-lg hover:bg-mulde"
      >
        <MessageSquareText className="size-[1.2em]" />
        Kommentare
        <Count value={view.threads.length} word="offen" />
      </a>
    </div>
  )
}

/** The same for a text that is only read: its marks and their numbers lead to the threads. */
export function ReadWithComments({ view, children }: { view: CommentsView; children: ReactNode }) {
  const panel = useCommentPanel()
  const text = useRef<HTMLDivElement>(null)
  const { active, open } = panel
  const threads = view.threads.map(({ id }) => id).join()

  // Marks are part of the stored HTML, so React does not know them.
  useEffect(() => {
    for (const mark of text.current?.querySelectorAll<HTMLElement>('mark[data-thread]') ?? [])
      mark.classList.toggle('kommentar-aktiv', mark.dataset.thread === active)
  })
  // From the bell one comes with the thread in the address.
  useEffect(() => {
    const thread = /^#kommentar-(.+)$/.exec(window.location.hash)?.[1]
    if (thread && threads.includes(thread)) open(thread)
    // Only where one arrives: a thread that is gone later must not open anything.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const handleClick = (event: MouseEvent) => {
    const pressed = event.target as Element
    const number = pressed.closest('a.kommentar-nummer')
    const isElsewhere = !number && pressed.closest('a, summary, button')
    const thread =
      number?.getAttribute('href')?.replace('#kommentar-', '') ??
      (isElsewhere ? null : pressed.closest<HTMLElement>('mark[data-thread]')?.dataset.thread)
    if (!thread) return
    event.preventDefault()
    open(thread)
  }
  return (
    <BesideComments panel={panel} view={view} page="document">
      {/* The numbers behind the words are links, so all of this works by keyboard, too. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div ref={text} onClick={handleClick}>
        {children}
      </div>
    </BesideComments>
  )
}
