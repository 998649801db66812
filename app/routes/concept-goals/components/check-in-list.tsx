import { when } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import type { Mood } from '#server/concepts/goals/contract.ts'
import { MoodBadge } from './status-badge.tsx'

type Said = { id: string; mood: Mood; text: string; at: Date; by: string | null }

/** What was said of a goal, the newest first. */
export function CheckInList({
  checkIns: { rows, page, pages },
  now,
}: {
  checkIns: { rows: Said[]; page: number; pages: number }
  now: Date
}) {
  return (
    <>
      {rows.length === 0 && <p className="text-leise">Noch keiner.</p>}
      <List>
        {rows.map(({ id, mood, text, at, by }) => (
          <li key={id} className="py-zeile">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <MoodBadge mood={mood} />
              <span className="text-sm text-leise">
                {[by ?? 'Ehemalige Person', when(at, now)].join(', ')}
              </span>
            </p>
            <p className="wrap-anywhere whitespace-pre-line">{text}</p>
          </li>
        ))}
      </List>
      <Pages
        label="Seiten der Zwischenstände"
        page={page}
        pages={pages}
        linkTo={(number) => `?seite=${number}#zwischenstand`}
      />
    </>
  )
}
