import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import type { FoundTime, Search } from '#server/medialab/finding/contract.ts'
import { paths as finding } from '#server/medialab/finding/paths.ts'
import { whenWords } from '#server/medialab/finding/words.ts'
import { paths } from '#server/medialab/paths.ts'

/** When there is something for everything, and with what: one link takes all of it into the basket. */
export function FoundTimes({ search, times }: { search: Search; times: FoundTime[] }) {
  if (times.length === 0)
    return (
      <EmptyState
        title="In vier Wochen geht nicht alles zusammen."
        action={<ButtonLink to={paths.calendar({ tag: search.day })}>Kalender ansehen</ButtonLink>}
      >
        Nehmen Sie weniger oder eine kürzere Zeit, oder beginnen Sie an einem späteren Tag. Wir
        merken uns, was gefehlt hat.
      </EmptyState>
    )
  return (
    <Card title="Freie Zeiten" level={3} lead="Zu diesen Zeiten ist für alles etwas frei.">
      <List>
        {times.map(({ when, chosen }) => (
          <TaskRow
            key={whenWords(when)}
            action={
              <ButtonLink to={finding.search(search, { when, basket: chosen })}>
                Diese Zeit nehmen<span className="sr-only">: {whenWords(when)}</span>
              </ButtonLink>
            }
          >
            <p className="font-semibold">{whenWords(when)}</p>
            <p className="text-sm text-leise">
              {chosen
                .map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name))
                .join(', ')}
            </p>
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}
