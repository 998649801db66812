import { useEffect, useRef } from 'react'
import { useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'
import { Link } from '#app/ui/link.tsx'
import type { CommentPage } from '#server/documents/comments/contract.ts'
import { paths } from '#server/documents/comments/paths.ts'
import type { CommentsView } from '#server/documents/comments/views.ts'
import { CommentForm } from './comment-form.tsx'
import type { CommentPanelState } from './comment-state.ts'
import { CommentThreads } from './comment-threads.tsx'
import { hasNoColumn, SidePanel } from './side-panel.tsx'

type Props = {
  panel: CommentPanelState
  view: CommentsView
  page: CommentPage
  /** In the editor: shows the words of a thread. @returns false when they are gone */
  onGoTo?: (thread: string) => boolean
}

/**
 * The open threads beside a text: a column from 1280 px on, below that a sheet over the text (from below on a
 * phone, from the right on a tablet). Without a script it comes by its links only, which go to the list of all.
 */
export function CommentPanel({ panel, view, page, onGoTo }: Props) {
  const { active, isOpen, close } = panel
  const heading = useRef<HTMLHeadingElement>(null)
  const { threads } = view
  useCommentNews(view.document.id)
  useShown(panel, heading)

  const goTo = (thread: string) => {
    if (hasNoColumn()) close()
    return onGoTo?.(thread) ?? false
  }
  return (
    <SidePanel
      id="kommentare"
      title={<>Kommentare{threads.length > 0 && ` (${threads.length})`}</>}
      closeLabel="Kommentare schließen"
      heading={heading}
      isOpen={isOpen}
      onClose={close}
    >
      {panel.quote !== null && <NewComment panel={panel} view={view} page={page} />}
      {threads.length === 0 && panel.quote === null && <Nothing page={page} view={view} />}
      <CommentThreads
        view={view}
        page={page}
        threads={threads}
        active={active}
        onActivate={panel.look}
        onGoTo={goTo}
        heading={heading}
      />
      <p className="mt-3">
        <Link
          to={paths.page(view.document.path)}
          className="inline-flex min-h-11 items-center underline"
        >
          {view.can.comment ? 'Alle Kommentare, zum Ganzen kommentieren' : 'Alle Kommentare'}
        </Link>
      </p>
    </SidePanel>
  )
}

/** Comments of others appear beside the text; the text itself stays still. */
export function useCommentNews(documentId: string): void {
  const refresh = useRefresh()
  useNews(
    { kind: 'document', id: documentId },
    {
      onNews: ({ what }) => {
        if (what === 'comments-changed') refresh(300)
      },
      onReturn: () => refresh(0),
    },
  )
}

/** Whoever opens the sheet or a thread lands there; whoever closes the sheet, where they came from. */
function useShown(
  { active, isOpen, goal }: CommentPanelState,
  heading: { current: HTMLElement | null },
) {
  const opener = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (!goal) return
    const before = document.activeElement as HTMLElement | null
    if (!before?.closest('aside')) opener.current = before
    const thread = goal.thread && document.getElementById(`kommentar-${goal.thread}`)
    ;(thread || heading.current)?.focus()
  }, [goal, heading])
  useEffect(() => {
    if (isOpen) return
    const now = document.activeElement
    if (now === document.body || now?.closest('aside')) opener.current?.focus()
    opener.current = null
  }, [isOpen])
  useEffect(() => {
    if (active) document.getElementById(`kommentar-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
}

function NewComment({ panel, view, page }: Props) {
  const quote = panel.quote ?? ''
  return (
    <section
      aria-label="Neuer Kommentar"
      data-testid="neuer-kommentar"
      className="mb-3 rounded-xl border border-aktion bg-flaeche p-3"
    >
      <p className="mb-1">
        {quote ? <q className="line-clamp-3 wrap-anywhere">{quote}</q> : 'Zum ganzen Dokument'}
      </p>
      <CommentForm
        key={quote}
        view={view}
        page={page}
        what={{ intent: 'open', quote }}
        label="Ihr Kommentar"
        button="Kommentieren"
        takesFocus
        onSent={(to) => panel.settle(/#kommentar-([0-9a-f-]{36})$/.exec(to)?.[1] ?? null)}
        onCancel={() => panel.settle(null)}
      />
    </section>
  )
}

function Nothing({ page, view }: { page: CommentPage; view: CommentsView }) {
  return (
    <p className="text-leise">
      Kein offener Kommentar.
      {view.can.comment &&
        (page === 'edit'
          ? ' Wählen Sie Worte im Text aus und drücken Sie „Kommentar“.'
          : ' Beim Bearbeiten können Sie Worte auswählen und kommentieren.')}
    </p>
  )
}
