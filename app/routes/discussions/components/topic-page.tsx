import { useNavigate } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { Notice } from '#app/ui/notice.tsx'
import { POSTS_PER_PAGE } from '#server/discussions/contract.ts'
import { paths } from '#server/discussions/paths.ts'
import type { TopicView } from '#server/discussions/posts/views.ts'
import { words } from '#server/discussions/words.ts'
import { Composer } from './composer.tsx'
import { insertText } from './insert-text.ts'
import { PendingPost } from './post.tsx'
import { Thread } from './thread.tsx'
import { TopicHead } from './topic-head.tsx'
import { useNewPosts } from './use-new-posts.ts'
import { useSomeoneTyping } from './use-someone-typing.ts'
import { useWriting } from './use-writing.ts'

type View = TopicView & { prefill?: string; openMenu: number | null; isPageFixed: boolean }

/** Readers of a topic reload within this many milliseconds after news, not all at once. */
const WITHIN = 300

/** A topic while it is open: its own news, and where reading began. */
export function TopicPage({ view }: { view: View }) {
  // The line stays where it was when the topic was opened, however far one reads.
  const [line] = useState(view.topic.firstUnread)
  const { isTyping, handleTyping } = useSomeoneTyping()
  const refresh = useRefresh()
  useNews(
    { kind: 'topic', id: view.topic.id },
    {
      onNews: () => refresh(spread(WITHIN)),
      onReturn: () => refresh(0),
      onTyping: handleTyping,
    },
  )
  useFixedPage(view)
  return (
    <>
      <TopicHead view={view} />
      <Discussion key={view.page} view={view} line={line} isTyping={isTyping} />
    </>
  )
}

/** Before a topic grows beyond its first page, the address names the page, so that it stays under the reader. */
function useFixedPage({ plg, topic, page, isPageFixed }: View) {
  const navigate = useNavigate()
  const address = paths.page(plg.slug, topic, page)
  const isNeeded = !isPageFixed && topic.postCount >= POSTS_PER_PAGE
  useEffect(() => {
    if (isNeeded)
      navigate(address + window.location.hash, {
        replace: true,
        preventScrollReset: true,
        state: { keepFocus: true },
      })
  }, [isNeeded, address, navigate])
}

function Discussion({
  view,
  line,
  isTyping,
}: {
  view: View
  line: number | null
  isTyping: boolean
}) {
  const { plg, topic, page, me } = view
  const navigate = useNavigate()
  const news = useNewPosts(view)
  const writing = useWriting({
    personId: me.id,
    place: `topic/${topic.id}`,
    names: FIELDS,
    onSent: (to) => {
      const number = Number(/#beitrag-(\d+)$/.exec(to)?.[1] ?? 0)
      if (to.startsWith(`${paths.page(plg.slug, topic, page)}#`)) news.revealTo(number)
      else navigate(to)
    },
  })
  const body = writing.pending?.get('body')
  return (
    <>
      <Thread
        view={view}
        line={line}
        news={news}
        isTyping={isTyping}
        onReply={(name) => mention(writing.box.current, name)}
      >
        {typeof body === 'string' && <PendingPost body={body} name={me.name} at={view.now} />}
      </Thread>
      {topic.isLocked ? (
        <Notice>{words.locked}</Notice>
      ) : (
        <Composer
          plg={plg.slug}
          topicId={topic.id}
          address={paths.page(plg.slug, topic, page)}
          clientKey={view.clientKey}
          prefill={view.prefill}
          writing={writing}
        />
      )}
    </>
  )
}

const FIELDS = ['body'] as const

/** "Antworten": the name stands in the answer, the cursor behind it. */
function mention(box: HTMLElement | null, name: string) {
  const area = box?.querySelector('textarea')
  if (!area) return
  const end = area.value.length
  const gap = end > 0 && !/\s$/.test(area.value) ? ' ' : ''
  insertText(area, `${gap}@${name} `, { from: end, to: end })
  area.scrollIntoView({ block: 'center' })
}
