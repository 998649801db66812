import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { LessonText, Phase } from '#server/concepts/lessons/contract.ts'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { subjectTitle } from '#server/concepts/matrix/words.ts'
import { competencyName } from '#server/projects/competencies/contract.ts'
import type { Licence } from '#server/projects/contract.ts'
import { licenceAddresses, licenceNames } from '#server/projects/words.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import type { LinkedApp } from '#server/software/linked/contract.ts'
import { paths as softwarePaths } from '#server/software/paths.ts'
import { standingNames } from '#server/software/standing/words.ts'

type Lesson = LessonText & { phases: Phase[]; licence: Licence | null; school: { name: string } }
type Authors = { named: string[]; others: number }

const COLUMNS: Column<Phase>[] = [
  { key: 'phase', title: 'Phase', cell: ({ phase }) => phase },
  { key: 'minutes', title: 'Minuten', align: 'right', cell: ({ minutes }) => minutes ?? '–' },
  {
    key: 'activity',
    title: 'Was geschieht',
    cell: ({ activity }) => <span className="whitespace-pre-line">{activity}</span>,
  },
  { key: 'media', title: 'Medien', cell: ({ media }) => media },
]

/** What a lesson concept says, in the order in which one teaches. */
export function LessonBody({
  lesson,
  authors,
  apps,
}: {
  lesson: Lesson
  authors: Authors
  apps: LinkedApp[]
}) {
  return (
    <div className="grid min-w-0 gap-5">
      {lesson.aim && <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{lesson.aim}</p>}
      <Facts lesson={lesson} />
      {lesson.phases.length > 0 && (
        <Card title="Verlauf">
          <Table
            caption="Verlauf in Phasen"
            stacks
            columns={COLUMNS}
            rows={lesson.phases}
            rowKey={(row) => `${row.phase} ${lesson.phases.indexOf(row)}`}
          />
        </Card>
      )}
      {(lesson.equipment || apps.length > 0) && <Media lesson={lesson} apps={apps} />}
      <Words title="Varianten" text={lesson.variants} />
      <Words title="Erfahrungen" text={lesson.experience} />
      <Credit lesson={lesson} authors={authors} />
    </div>
  )
}

function Facts({ lesson }: { lesson: Lesson }) {
  const facts: [string, string][] = [
    ['Fächer', lesson.subjects.map(subjectTitle).join(', ')],
    ['Jahrgänge', lesson.gradeLevels.map(gradeName).join(', ')],
    [
      'Auch geeignet für',
      lesson.schoolForms.map((form) => schoolFormWords[form as SchoolForm]).join(', '),
    ],
    ['Unterrichtsstunden', lesson.durationLessons === null ? '' : String(lesson.durationLessons)],
    ['Medienkompetenzrahmen NRW', lesson.competencies.map(competencyName).join('; ')],
    ['Zuletzt unterrichtet', lesson.lastTaught ?? ''],
  ]
  const known = facts.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <dl className="grid gap-x-4 gap-y-1 md:grid-cols-[auto_minmax(0,1fr)]">
      {known.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-leise">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Media({ lesson, apps }: { lesson: Lesson; apps: LinkedApp[] }) {
  return (
    <Card title="Ausstattung und Software">
      {lesson.equipment && <p>{lesson.equipment}</p>}
      <ul>
        {apps.map(({ slug, name, standing }) => (
          <li key={slug}>
            <Link
              to={softwarePaths.product(slug)}
              className="inline-flex min-h-11 items-center underline"
            >
              {name}
            </Link>
            : {standingNames[standing]}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Words({ title, text }: { title: string; text: string }) {
  if (!text) return null
  return (
    <Card title={title}>
      <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{text}</p>
    </Card>
  )
}

/** Who made it and what others may do with it. */
function Credit({ lesson, authors }: { lesson: Lesson; authors: Authors }) {
  const { licence, school } = lesson
  const address = licence && licenceAddresses[licence]
  const more =
    authors.named.length > 0 && authors.others > 0 ? ` und ${authors.others} weitere` : ''
  return (
    <p className="text-sm text-leise">
      Von {[authors.named.join(', ') + more, school.name].filter(Boolean).join(', ')}
      {licence && ' · '}
      {licence &&
        (address ? (
          <a href={address} rel="license noopener noreferrer" className="underline">
            {licenceNames[licence]}
          </a>
        ) : (
          licenceNames[licence]
        ))}
    </p>
  )
}
