import { number } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Table } from '#app/ui/table.tsx'
import { paths } from '#server/medialab/paths.ts'
import {
  AVERAGE_FROM,
  RATINGS,
  RECOMMENDATIONS,
  type Together,
} from '#server/medialab/reports/contract.ts'
import { ratingNames, recommendationNames } from '#server/medialab/reports/words.ts'

type Line = Together & { slug: string; name: string }

const tenth = (value: number) => number(Math.round(value * 10) / 10)

/** What all reports on each offer say together: for those who decide what comes into the Basisausstattung. */
export function TogetherTable({ lines }: { lines: Line[] }) {
  return (
    <Table
      stacks
      caption="Empfehlungen je Angebot"
      rows={lines}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'name',
          title: 'Angebot',
          cell: ({ slug, name }) => (
            <Link
              to={paths.reports({ angebot: slug })}
              className="-my-2.5 inline-flex min-h-11 items-center underline"
            >
              {name}
            </Link>
          ),
        },
        { key: 'count', title: 'Berichte', align: 'right', cell: ({ count }) => count },
        ...RECOMMENDATIONS.map((name) => ({
          key: name,
          title: recommendationNames[name],
          align: 'right' as const,
          cell: ({ of }: Line) => of?.recommendations[name] ?? `ab ${AVERAGE_FROM}`,
        })),
        {
          key: 'ratings',
          title: 'Im Durchschnitt, von 5',
          cell: ({ of }) =>
            of
              ? RATINGS.map((name) => `${ratingNames[name].label} ${tenth(of[name])}`).join(' · ')
              : '–',
        },
      ]}
    />
  )
}
