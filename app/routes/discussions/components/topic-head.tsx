import { useFetcher } from '@remix-run/react'
import type { LucideIcon } from 'lucide-react'
import CheckCheck from 'lucide-react/icons/check-check'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import MailOpen from 'lucide-react/icons/mail-open'
import Pin from 'lucide-react/icons/pin'
import PinOff from 'lucide-react/icons/pin-off'
import Trash2 from 'lucide-react/icons/trash-2'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Menu, MenuButton } from '#app/ui/menu.tsx'
import { paths } from '#server/discussions/paths.ts'
import type { TopicView } from '#server/discussions/posts/views.ts'
import { Marks } from './topic-list.tsx'

/** Title and state of a topic, and what one may do with all of it. */
export function TopicHead({ view }: { view: TopicView }) {
  const { topic, plg } = view
  return (
    <div className="mb-4">
      <BackToTopics plg={plg.slug} />
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-xl">{topic.title}</h2>
          <p className="text-sm text-leise">
            {plural(topic.postCount, 'Beitrag', 'Beiträge')}
            {topic.hasWritten && ' · Sie erhalten Nachrichten zu allen Antworten'}
          </p>
          <Marks topic={topic} />
        </div>
        <TopicMenu view={view} />
      </div>
    </div>
  )
}

export function BackToTopics({ plg }: { plg: string }) {
  return (
    <Link
      to={paths.topics(plg)}
      className="mb-1 inline-flex min-h-11 items-center gap-1 text-aktion underline lg:hidden"
    >
      <ChevronLeft className="size-5" />
      Alle Themen
    </Link>
  )
}

function TopicMenu({ view: { topic, can } }: { view: TopicView }) {
  const fetcher = useFetcher()
  const form = `thema-${topic.number}`
  const acts: [wanted: boolean, icon: LucideIcon, intent: string, label: string][] = [
    topic.isSolved
      ? [can.solve, CheckCheck, 'unsolve', 'Nicht mehr gelöst']
      : [can.solve, CheckCheck, 'solve', 'Als gelöst kennzeichnen'],
    topic.isPinned
      ? [can.pin, PinOff, 'unpin', 'Nicht mehr anpinnen']
      : [can.pin, Pin, 'pin', 'Oben anpinnen'],
    topic.isLocked
      ? [can.lock, LockOpen, 'unlock', 'Wieder öffnen']
      : [can.lock, Lock, 'lock', 'Thema schließen'],
    [topic.unread > 0, MailOpen, 'markRead', 'Alles gelesen'],
    [can.deleteTopic, Trash2, 'deleteTopic', 'Thema löschen'],
  ]
  const allowed = acts.filter(([wanted]) => wanted)
  if (allowed.length === 0) return null
  return (
    <>
      <fetcher.Form method="post" id={form} />
      <fetcher.Form method="post" id={`${form}-markRead`}>
        <input type="hidden" name="upTo" value={topic.postCount} />
      </fetcher.Form>
      <Menu
        summary={
          <>
            <Ellipsis className="size-5" />
            <span className="sr-only">Thema verwalten</span>
          </>
        }
      >
        {allowed.map(([, icon, intent, label]) => (
          <li key={intent}>
            <MenuButton
              form={intent === 'markRead' ? `${form}-markRead` : form}
              icon={icon}
              name="intent"
              value={intent}
            >
              {label}
            </MenuButton>
          </li>
        ))}
      </Menu>
    </>
  )
}
