import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, NewsRow } from '#app/ui/list.tsx'
import { paths } from '#server/discussions/paths.ts'
import type { TopicLine } from '#server/discussions/views.ts'

/** What the group talks about now: pinned topics first, then those with the newest posts. */
export function NewestTopics({ plg, topics }: { plg: string; topics: TopicLine[] }) {
  if (topics.length === 0)
    return (
      <EmptyState
        title="Noch kein Thema."
        action={<ButtonLink to={paths.newTopic(plg)}>Neues Thema</ButtonLink>}
      >
        Gute erste Frage: Was wollen wir bis zu den nächsten Ferien ausprobieren?
      </EmptyState>
    )
  return (
    <Card
      title="Diskussion"
      aside={
        <Link to={paths.topics(plg)} className="inline-flex min-h-11 items-center underline">
          Alle Themen
        </Link>
      }
    >
      <List>
        {topics.map((topic) => (
          <NewsRow
            key={topic.id}
            to={topic.path}
            title={topic.title}
            count={topic.unread}
            meta={[
              topic.isPinned && 'Angeheftet',
              plural(topic.postCount, 'Beitrag', 'Beiträge'),
              `zuletzt ${day(topic.lastPostAt)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </List>
    </Card>
  )
}
