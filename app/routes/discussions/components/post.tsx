import { LiveCards } from '#app/references/live-card.tsx'
import { Avatar } from '#app/ui/avatar.tsx'
import { type Instant, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { paths } from '#server/discussions/paths.ts'
import type { PostView, TopicView } from '#server/discussions/posts/views.ts'
import { PostActions } from './post-actions.tsx'
import type { ActState } from './use-post-acts.tsx'

/** One post: who, from where, when; the words; what one can do with it. */
export function Post({
  post,
  view,
  act,
  onReply,
}: {
  post: PostView
  view: TopicView
  act: ActState
  onReply: (name: string) => void
}) {
  const { plg, topic, now } = view
  const cards = view.cards[`post:${post.id}`]
  return (
    <article
      id={`beitrag-${post.number}`}
      data-testid={`beitrag-${post.number}`}
      tabIndex={-1}
      aria-labelledby={`von-${post.number}`}
      className="flex gap-3 py-2"
    >
      <Avatar name={post.author} />
      <div className="min-w-0 grow">
        <p id={`von-${post.number}`}>
          <strong>{post.author}</strong>{' '}
          <span className="text-sm text-leise">
            {(post.from ? `${post.from} · ` : '') + when(post.createdAt, now)}
          </span>
        </p>
        {post.isDeleted ? (
          <p className="text-leise">Beitrag gelöscht</p>
        ) : (
          <StoredHtml html={post.html} />
        )}
        {cards && <LiveCards cards={cards} />}
        {post.isEdited && !post.isDeleted && (
          <p className="text-sm text-leise">
            {post.can.seeHistory ? (
              <Link
                to={paths.history(plg.slug, topic, post.number)}
                className="inline-flex min-h-11 items-center underline"
              >
                bearbeitet
              </Link>
            ) : (
              'bearbeitet'
            )}
          </p>
        )}
        <PostActions post={post} view={view} act={act} onReply={onReply} />
        <span data-ende={post.number} aria-hidden="true" />
      </div>
    </article>
  )
}

/** One's own post on its way to the server. */
export function PendingPost({ body, name, at }: { body: string; name: string; at: Instant }) {
  return (
    <div data-testid="beitrag-unterwegs" className="flex gap-3 py-2 text-leise">
      <Avatar name={name} />
      <div className="min-w-0 grow">
        <p>
          <strong>{name}</strong> <span className="text-sm">{when(at, at)}</span>
        </p>
        <p className="prose whitespace-pre-wrap">{body}</p>
        <p className="text-sm">Wird gesendet …</p>
      </div>
    </div>
  )
}
