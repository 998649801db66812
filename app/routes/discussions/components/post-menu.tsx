import type { LucideIcon } from 'lucide-react'
import EyeOff from 'lucide-react/icons/eye-off'
import Flag from 'lucide-react/icons/flag'
import Link2 from 'lucide-react/icons/link-2'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import { reactionsOf } from '#server/discussions/contract.ts'
import { paths } from '#server/discussions/paths.ts'
import type { PostView, TopicView } from '#server/discussions/posts/views.ts'
import { reactionWords } from '#server/discussions/words.ts'

type Props = { post: PostView; view: TopicView & { openMenu?: number | null }; form: string }

/**
 * What is rarely done with a post. Thirty full menus would be most of the page, so each is filled when it is
 * opened; without a script its one line asks for the page with this menu filled and open.
 */
export function PostMenu({ post, view, form }: Props) {
  const isAskedFor = view.openMenu === post.number
  const [isFilled, setFilled] = useState(isAskedFor)
  const { plg, topic, page } = view
  return (
    <Menu
      isOpen={isAskedFor || undefined}
      onToggle={() => setFilled(true)}
      summary={
        <>
          <span aria-hidden="true" className="-mt-2 text-xl leading-none font-bold">
            …
          </span>
          <span className="sr-only">{`Mehr zu Beitrag ${post.number}`}</span>
        </>
      }
    >
      {isFilled ? (
        <Entries post={post} view={view} form={form} />
      ) : (
        <li>
          <a
            href={`${paths.page(plg.slug, topic, page)}&mehr=${post.number}#beitrag-${post.number}`}
            className="flex min-h-11 items-center px-3 underline"
          >
            Alle Möglichkeiten
          </a>
        </li>
      )}
    </Menu>
  )
}

function Entries({ post, view: { plg, topic }, form }: Props) {
  const { can } = post
  const acts: [wanted: boolean, icon: LucideIcon, label: string, intent: string][] = [
    [!post.isOwn, EyeOff, 'Ab hier als ungelesen markieren', 'markUnread'],
    [can.delete, Trash2, 'Löschen', 'deletePost'],
  ]
  const links: [wanted: boolean, icon: LucideIcon, label: string, to: string][] = [
    [can.edit, Pencil, 'Bearbeiten', paths.editPost(plg.slug, topic, post.number)],
    [true, Link2, 'Link zu diesem Beitrag', paths.post(plg.slug, topic, post.number)],
    [!post.isOwn, Flag, 'Melden', paths.report(post.id)],
  ]
  return (
    <>
      {reactionsOf(post)
        .filter(({ kind, count }) => can.react && kind !== 'thanks' && count === 0)
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
    </>
  )
}
