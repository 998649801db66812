import { useParams } from '@remix-run/react'
import type { LucideIcon } from 'lucide-react'
import Lock from 'lucide-react/icons/lock'
import Pin from 'lucide-react/icons/pin'
import Plus from 'lucide-react/icons/plus'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Count } from '#app/ui/count.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type Instant, plural, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { OlderNewer } from '#app/ui/pagination.tsx'
import { FILTERS, type TopicFilter } from '#server/discussions/contract.ts'
import { paths } from '#server/discussions/paths.ts'
import type { TopicLine } from '#server/discussions/views.ts'
import { filterWords } from '#server/discussions/words.ts'

type List = {
  plg: { slug: string }
  rows: TopicLine[]
  filter: TopicFilter
  page: number
  pages: number
  now: Instant
}

const ADDRESS_OF: Record<TopicFilter, string> = { all: '', unread: 'ungelesen', solved: 'geloest' }

/** The topics of a PLG; beside an open topic they keep their page and filter. */
export function TopicList({ list, base }: { list: List; base: string }) {
  const { plg, rows, filter, page, pages } = list
  const isBlank = rows.length === 0 && filter === 'all' && page === 1
  const linkTo = (to: number) => addressOf(base, filter, to)
  return (
    <section aria-labelledby="themen">
      <h2 id="themen" className="sr-only">
        Themen
      </h2>
      <ButtonLink variant="primary" icon={Plus} to={paths.newTopic(plg.slug)} className="w-full">
        Neues Thema
      </ButtonLink>
      {isBlank ? <NoTopics /> : <Filters base={base} filter={filter} />}
      {rows.length === 0 && !isBlank && (
        <p className="px-3 py-2 text-leise">
          {filter === 'unread' ? 'Sie haben hier alles gelesen.' : 'Hier ist kein Thema.'}
        </p>
      )}
      <ul className="mt-1 grid gap-1">
        {rows.map((topic) => (
          <TopicRow key={topic.id} topic={topic} list={list} />
        ))}
      </ul>
      <OlderNewer
        label="Seiten der Themen"
        newer={page > 1 ? linkTo(page - 1) : null}
        older={page < pages ? linkTo(page + 1) : null}
      />
    </section>
  )
}

function addressOf(base: string, filter: TopicFilter, page: number): string {
  const query = new URLSearchParams()
  if (filter !== 'all') query.set('filter', ADDRESS_OF[filter])
  if (page > 1) query.set('liste', String(page))
  const text = query.toString()
  return text ? `${base}?${text}` : base
}

function TopicRow({ topic, list }: { topic: TopicLine; list: List }) {
  const { topic: open } = useParams()
  const isOpen = open !== undefined && Number.parseInt(open, 10) === topic.number
  const to = addressOf(topic.path, list.filter, list.page)
  return (
    <li
      className={`relative flex items-center gap-3 rounded-lg px-3 py-2 hover:bg-mulde has-[[aria-current]]:bg-aktion-zart ${topic.unread ? 'font-semibold' : ''}`}
    >
      <div className="min-w-0 grow">
        <Link
          to={topic.unread ? `${to}#neu` : to}
          prefetch="intent"
          aria-current={isOpen ? 'page' : undefined}
          className="font-[inherit] after:absolute after:inset-0 aria-[current]:font-semibold"
        >
          {topic.title}
        </Link>
        <p className="text-sm font-normal text-leise">
          {plural(topic.postCount, 'Beitrag', 'Beiträge')} · {when(topic.lastPostAt, list.now)}
        </p>
        <Marks topic={topic} />
      </div>
      <Count value={topic.unread} size="large" />
    </li>
  )
}

const MARKS: {
  key: 'isPinned' | 'isSolved' | 'isLocked'
  tone: Tone
  icon?: LucideIcon
  word: string
}[] = [
  { key: 'isPinned', tone: 'aktion', icon: Pin, word: 'Angepinnt' },
  { key: 'isSolved', tone: 'ok', word: 'Gelöst' },
  { key: 'isLocked', tone: 'offen', icon: Lock, word: 'Geschlossen' },
]

/** What a topic is marked as, each with icon and word. */
export function Marks({ topic }: { topic: Pick<TopicLine, 'isPinned' | 'isSolved' | 'isLocked'> }) {
  const shown = MARKS.filter(({ key }) => topic[key])
  if (shown.length === 0) return null
  return (
    <p className="flex flex-wrap gap-1.5 py-0.5">
      {shown.map(({ key, tone, icon, word }) => (
        <Badge key={key} tone={tone} icon={icon}>
          {word}
        </Badge>
      ))}
    </p>
  )
}

function Filters({ base, filter }: { base: string; filter: TopicFilter }) {
  return (
    <nav aria-label="Themen filtern" className="mt-2 flex gap-1 text-sm">
      {FILTERS.map((one) => (
        <Link
          key={one}
          to={addressOf(base, one, 1)}
          aria-current={one === filter ? 'true' : undefined}
          className="inline-flex min-h-11 items-center rounded-lg px-3 hover:bg-mulde aria-[current]:font-semibold aria-[current]:underline"
        >
          {filterWords[one]}
        </Link>
      ))}
    </nav>
  )
}

function NoTopics() {
  return (
    <div className="mt-4">
      <EmptyState title="Noch kein Thema.">
        Gute erste Frage: <em>Was wollen wir bis zu den Osterferien ausprobieren?</em>
      </EmptyState>
    </div>
  )
}
