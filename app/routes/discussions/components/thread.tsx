import { Form, useNavigate } from '@remix-run/react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { plural } from '#app/ui/format.ts'
import { paths } from '#server/discussions/paths.ts'
import type { TopicView } from '#server/discussions/posts/views.ts'
import { Post } from './post.tsx'
import type { useNewPosts } from './use-new-posts.ts'
import { usePostActs } from './use-post-acts.tsx'
import { useReadMarker } from './use-read-marker.ts'

/** The posts of a page, the line before what is new, and what came in meanwhile. */
export function Thread({
  view,
  line,
  news,
  isTyping,
  onReply,
  children,
}: {
  view: TopicView
  /** The number of the first post that was new when the topic was opened. */
  line: number | null
  news: ReturnType<typeof useNewPosts>
  isTyping: boolean
  onReply: (name: string) => void
  /** What follows the last post. */
  children?: ReactNode
}) {
  const { plg, topic, page, pages } = view
  const thread = useRef<HTMLDivElement>(null)
  const acts = usePostActs()
  useReadMarker(thread, {
    action: paths.page(plg.slug, topic, page),
    firstUnread: topic.firstUnread,
    shown: news.shown.length,
  })
  return (
    // The handler hears the forms inside; nothing is operated on the frame itself.

    <div ref={thread} onSubmit={acts.handleSubmit}>
      {page > 1 && (
        <nav aria-label="Ältere Beiträge" className="mb-3">
          <ButtonLink to={paths.page(plg.slug, topic, page - 1)} rel="prev">
            Ältere Beiträge
          </ButtonLink>
        </nav>
      )}
      {news.shown.map((post) => (
        <Fragment key={post.id}>
          {post.number === line && <NewLine />}
          <Post post={post} view={view} act={acts.stateOf(post.id)} onReply={onReply} />
        </Fragment>
      ))}
      {acts.watchers}
      {children}
      {topic.unread > 0 && <AllRead upTo={topic.postCount} />}
      {page < pages && news.count === 0 && (
        <nav aria-label="Neuere Beiträge" className="mt-3">
          <ButtonLink to={paths.page(plg.slug, topic, page + 1)} rel="next">
            Neuere Beiträge
          </ButtonLink>
        </nav>
      )}
      <Meanwhile view={view} news={news} isTyping={isTyping} />
    </div>
  )
}

/** For people without a script, which else tells what has been read. */
function AllRead({ upTo }: { upTo: number }) {
  return (
    <noscript>
      <Form method="post">
        <input type="hidden" name="upTo" value={upTo} />
        <Button variant="secondary" name="intent" value="markRead">
          Alles gelesen
        </Button>
      </Form>
    </noscript>
  )
}

/** Where the last visit ended. Links lead here (#neu), so it takes the focus when one came by such a link. */
function NewLine() {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (window.location.hash === '#neu') ref.current?.focus()
  }, [])
  return (
    <div
      ref={ref}
      id="neu"
      tabIndex={-1}
      className="my-2 flex items-center gap-3 text-sm font-semibold text-aktion before:h-0.5 before:grow before:bg-aktion after:h-0.5 after:grow after:bg-aktion"
    >
      Neu seit Ihrem letzten Besuch
    </div>
  )
}

/** Its height is always taken, so that nothing moves when something appears in it. */
function Meanwhile({
  view: { plg, topic, page },
  news,
  isTyping,
}: {
  view: TopicView
  news: ReturnType<typeof useNewPosts>
  isTyping: boolean
}) {
  const navigate = useNavigate()
  const handleReveal = () => {
    const { first } = news
    if (first === null) {
      navigate(paths.page(plg.slug, topic, page + 1))
      return
    }
    news.reveal()
    requestAnimationFrame(() => document.getElementById(`beitrag-${first}`)?.focus())
  }
  return (
    <div className="pointer-events-none sticky bottom-20 z-10 my-1 flex min-h-14 flex-wrap items-center gap-x-4 md:bottom-3 print:hidden">
      {news.count > 0 && (
        <Button
          type="button"
          variant="secondary"
          icon={ArrowDown}
          onClick={handleReveal}
          className="pointer-events-auto border-aktion text-aktion shadow-lg"
        >
          {plural(news.count, 'neuer Beitrag', 'neue Beiträge')} anzeigen
        </Button>
      )}
      {isTyping && (
        <p className="rounded-lg bg-grund px-2 py-1 text-sm text-leise">jemand schreibt …</p>
      )}
    </div>
  )
}
