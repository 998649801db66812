import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { competencyName } from '#server/projects/competencies/contract.ts'
import type { Equipment, Outline, SchoolClass, Software } from '#server/projects/contract.ts'
import { kindNames, softwareStatusNames, words } from '#server/projects/words.ts'

type Facts = {
  project: Outline
  software: Software[]
  equipment: Equipment[]
  classes: SchoolClass[]
  /** Of these the directory says what holds today; what its authors once put down says nothing more. */
  linked: { as: string }[]
}

/** What a Vorhaben is about and what it needs, inside and outside. */
export function ProjectFacts({ view }: { view: Facts }) {
  const { project, software, equipment, classes, linked } = view
  return (
    <Card title="Auf einen Blick">
      <DefinitionList
        facts={[
          ['Art', kindNames[project.kind]],
          ['Fächer', wordsOf(project.subjects, subjectNames)],
          ['Jahrgänge', wordsOf(project.gradeBands, gradeBandNames)],
          ['Medienkompetenzrahmen NRW', listed(project.competencies.map(competencyName))],
          ['Entwicklungsfeld', project.dimension && dimensionNames[project.dimension]],
          ['Zeitraum', period(project)],
          [
            'Software',
            listed(
              software.map(({ name, purpose, status }) => {
                const isLinked = linked.some((app) => app.as === name)
                const own = isLinked ? '' : softwareStatusNames[status]
                return [name, purpose, own].filter(Boolean).join(' · ')
              }),
            ),
          ],
          [
            'Ausstattung',
            listed(equipment.map(({ name, note }) => [name, note].filter(Boolean).join(' · '))),
          ],
          ['Lerngruppen', listed(classes.map(classText))],
        ]}
      />
    </Card>
  )
}

function listed(lines: string[]): ReactNode {
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map((line) => (
        <li key={line} className="wrap-anywhere">
          {line}
        </li>
      ))}
    </ul>
  )
}

function period({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) {
  if (startsOn && endsOn) return `${day(startsOn)} bis ${day(endsOn)}`
  if (startsOn) return `ab ${day(startsOn)}`
  return endsOn ? `bis ${day(endsOn)}` : null
}

function classText({ school, gradeBand, subject, pupils }: SchoolClass): string {
  return [
    school,
    `Jahrgang ${wordsOf([gradeBand], gradeBandNames)}`,
    subject && wordsOf([subject], subjectNames),
    pupils !== null && plural(pupils, 'Lernende:r', 'Lernende'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Software of which nobody knows yet whether it may be used. */
export function SoftwareWarning({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return (
    <Notice tone="achtung" title="Software klären">
      {words.unknownSoftware(names)}
    </Notice>
  )
}

/** What a copy was made from. */
export function OriginalLine({
  original,
}: {
  original: { isWithdrawn: boolean; title: string; path: string } | null
}) {
  if (!original) return null
  if (original.isWithdrawn)
    return (
      <Notice title="Das Original ist nicht mehr veröffentlicht.">
        Dieses Vorhaben wurde von einem anderen übernommen, das inzwischen zurückgezogen ist.
      </Notice>
    )
  return (
    <p>
      Übernommen aus{' '}
      <a href={original.path} className="underline">
        „{original.title}“
      </a>
      .
    </p>
  )
}
