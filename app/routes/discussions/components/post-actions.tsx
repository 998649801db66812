import { Link, useFetcher } from '@remix-run/react'
import {
  Check,
  Ellipsis,
  EyeOff,
  Flag,
  Link2,
  type LucideIcon,
  Pencil,
  Trash2,
  Undo2,
} from 'lucide-react'
import type { MouseEvent } from 'react'
import type { Sent } from '#app/realtime/send-safely.ts'
import { Button } from '#app/ui/button.tsx'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import type { Reaction } from '#server/discussions/contract.ts'
import { paths } from '#server/discussions/paths.ts'
import type { PostView, TopicView } from '#server/discussions/posts/views.ts'
import { reactionWords } from '#server/discussions/words.ts'

type Props = { post: PostView; view: TopicView; onReply: (name: string) => void }

/** Answer, react, and the menu with the rest. One form for all of it. */
export function PostActions({ post, view, onReply }: Props) {
  const fetcher = useFetcher<Sent>({ key: `beitrag-${post.id}` })
  const form = `taten-${post.number}`
  const pressed = fetcher.formData?.get('intent')
  const hasTrouble = fetcher.state === 'idle' && fetcher.data?.status === 'error'
  if (post.isDeleted && !post.can.restore) return null
  return (
    <fetcher.Form
      method="post"
      id={form}
      className="flex flex-wrap items-center gap-x-5 print:hidden"
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
          {post.reactions.map(({ kind, count, isMine }) => (
            <ReactionButton
              key={kind}
              kind={kind}
              count={count}
              isMine={isMine}
              isBusy={pressed === kind}
            />
          ))}
          <PostMenu post={post} view={view} form={form} />
        </>
      )}
      {hasTrouble && (
        <p role="alert" className="text-sm text-stopp">
          Nicht gesendet. Bitte versuchen Sie es erneut.
        </p>
      )}
    </fetcher.Form>
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
    <Link
      to={`${paths.page(plg.slug, topic, page)}&antwort=${post.number}#antwort`}
      onClick={handleClick}
      className="inline-flex min-h-11 items-center underline hover:decoration-2"
    >
      Antworten<span className="sr-only"> auf Beitrag von {post.author}</span>
    </Link>
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
      {reactionWords[kind]}
      {count > 0 && ` (${count})`}
    </Button>
  )
}

function PostMenu({
  post,
  view: { plg, topic },
  form,
}: {
  post: PostView
  view: TopicView
  form: string
}) {
  const { can } = post
  const links: [wanted: boolean, icon: LucideIcon, label: string, to: string][] = [
    [true, Link2, 'Link zu diesem Beitrag', paths.post(plg.slug, topic, post.number)],
    [can.edit, Pencil, 'Bearbeiten', paths.editPost(plg.slug, topic, post.number)],
    [!post.isOwn, Flag, 'Melden', paths.report(post.id)],
  ]
  const acts: [wanted: boolean, icon: LucideIcon, label: string, intent: string][] = [
    [!post.isOwn, EyeOff, 'Ab hier als ungelesen markieren', 'markUnread'],
    [can.delete, Trash2, 'Löschen', 'deletePost'],
  ]
  return (
    <Menu
      summary={
        <>
          <Ellipsis className="size-5" />
          <span className="sr-only">Mehr zu Beitrag {post.number}</span>
        </>
      }
    >
      {post.reactions
        .filter(({ kind, count }) => kind !== 'thanks' && count === 0)
        .map(({ kind }) => (
          <li key={kind} className="md:hidden">
            <MenuButton form={form} name="intent" value={kind}>
              {reactionWords[kind]}
            </MenuButton>
          </li>
        ))}
      {acts
        .filter(([wanted]) => wanted)
        .map(([, icon, label, intent]) => (
          <li key={intent}>
            <MenuButton form={form} icon={icon} name="intent" value={intent}>
              {label}
            </MenuButton>
          </li>
        ))}
      {links
        .filter(([wanted]) => wanted)
        .map(([, icon, label, to]) => (
          <MenuLink key={label} icon={icon} to={to}>
            {label}
          </MenuLink>
        ))}
    </Menu>
  )
}
