import Check from 'lucide-react/icons/check'
import Undo2 from 'lucide-react/icons/undo-2'
import type { MouseEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { type Reaction, reactionsOf } from '#server/discussions/contract.ts'
import { paths } from '#server/discussions/paths.ts'
import type { PostView, TopicView } from '#server/discussions/posts/views.ts'
import { reactionWords } from '#server/discussions/words.ts'
import { PostMenu } from './post-menu.tsx'
import type { ActState } from './use-post-acts.tsx'

type Props = { post: PostView; view: TopicView; onReply: (name: string) => void }

/** Answer, react, and the menu with the rest. One form for all of it; the thread sends it. */
export function PostActions({ post, view, act, onReply }: Props & { act: ActState }) {
  const { plg, topic, page } = view
  const form = `taten-${post.number}`
  if (post.isDeleted && !post.can.restore) return null
  return (
    <form
      method="post"
      action={paths.page(plg.slug, topic, page)}
      id={form}
      data-post={post.id}
      className="-ml-1 flex flex-wrap items-center gap-x-4 print:hidden"
    >
      <input type="hidden" name="post" value={post.number} />
      {post.can.restore && (
        <Button variant="tertiary" icon={Undo2} name="intent" value="restorePost">
          Wiederherstellen
        </Button>
      )}
      {!post.isDeleted && (
        <>
          <Answer post={post} view={view} onReply={onReply} />
          {reactionsOf(post).map((one) =>
            post.can.react ? (
              <ReactionButton key={one.kind} {...one} isBusy={act.pressed === one.kind} />
            ) : (
              one.count > 0 && (
                <span key={one.kind} className="px-1 text-leise">
                  {reactionWords[one.kind]} ({one.count})
                </span>
              )
            ),
          )}
          {/* Far right on a phone, where the menu has room to its left. */}
          <div className="max-md:ml-auto">
            <PostMenu post={post} view={view} form={form} />
          </div>
        </>
      )}
      {act.hasTrouble && (
        <p role="alert" className="text-sm text-stopp">
          Nicht gesendet. Bitte versuchen Sie es erneut.
        </p>
      )}
    </form>
  )
}

/** Without a script it loads the page with the name already in the answer. */
function Answer({ post, view: { plg, topic, page, can }, onReply }: Props) {
  if (post.isOwn || topic.isLocked || !can.write) return null
  const handleClick = (event: MouseEvent) => {
    event.preventDefault()
    onReply(post.author)
  }
  return (
    <a
      href={`${paths.page(plg.slug, topic, page)}&antwort=${post.number}#antwort`}
      onClick={handleClick}
      className="inline-flex min-h-11 items-center px-1 underline hover:decoration-2"
    >
      Antworten<span className="sr-only">{` auf Beitrag von ${post.author}`}</span>
    </a>
  )
}

/** Thanks are always at hand; on a phone the others appear beside it once somebody has used them. */
function ReactionButton({
  kind,
  count,
  isMine,
  isBusy,
}: {
  kind: Reaction
  count: number
  isMine: boolean
  isBusy: boolean
}) {
  const isAside = kind !== 'thanks' && count === 0
  return (
    <Button
      variant="tertiary"
      icon={isMine ? Check : undefined}
      name="intent"
      value={kind}
      aria-pressed={isMine}
      busy={isBusy}
      className={`${isMine ? 'font-semibold' : ''} ${isAside ? 'max-md:hidden' : ''}`}
    >
      {reactionWords[kind] + (count > 0 ? ` (${count})` : '')}
    </Button>
  )
}
