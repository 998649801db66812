import { Badge } from '#app/ui/badge.tsx'
import { day, time } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Table } from '#app/ui/table.tsx'
import type { TalkCard } from '#server/concepts/talks/contract.ts'
import { paths } from '#server/concepts/talks/paths.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { StateBadge } from './talk-frame.tsx'

type Shown = Omit<TalkCard, 'startsAt'> & { startsAt: Date | string | null }

/** Talks with school, state and date. */
export function TalkTable({ caption, talks }: { caption: string; talks: Shown[] }) {
  return (
    <Table
      caption={caption}
      stacks
      rows={talks}
      rowKey={({ id }) => id}
      columns={[
        {
          ...{ key: 'school', title: 'Schule' },
          cell: ({ number, school, state, isSigned }) => (
            <Link
              to={state === 'held' || isSigned ? paths.result(number) : paths.talk(number)}
              className="underline wrap-anywhere"
            >
              {school}
            </Link>
          ),
        },
        { key: 'form', title: 'Schulform', cell: (talk) => schoolFormWords[talk.schoolForm] },
        {
          ...{ key: 'year', title: 'Schuljahr' },
          cell: ({ schoolYear, isBetween }) =>
            isBetween ? `${schoolYear}, zwischendurch` : schoolYear,
        },
        {
          ...{ key: 'date', title: 'Termin' },
          cell: ({ startsAt }) => (startsAt ? `${day(startsAt)}, ${time(startsAt)}` : 'offen'),
        },
        {
          ...{ key: 'state', title: 'Stand' },
          cell: ({ state, isOverdue }) => (
            <span className="flex flex-wrap gap-1">
              <StateBadge state={state} />
              {isOverdue && <Badge tone="stopp">Überfällig</Badge>}
            </span>
          ),
        },
      ]}
    />
  )
}
