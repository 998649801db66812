import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { competencyName } from './competencies/contract.ts'
import {
  type Author,
  type Equipment,
  LICENCES,
  type Licence,
  type Outline,
  type SchoolClass,
  type Software,
  type Status,
} from './contract.ts'
import { kindNames, softwareStatusNames } from './words.ts'

/** "12-brueche-mit-dem-ipad" is number 12; the rest is for reading. @returns undefined for no number */
export function projectNumber(param: string): number | undefined {
  const found = /^(\d{1,9})(?:-|$)/.exec(param)
  return found ? Number(found[1]) : undefined
}

const STEPS: Record<Status, Status[]> = {
  draft: ['planned'],
  planned: ['running', 'draft'],
  running: ['completed', 'stopped', 'planned'],
  completed: ['running'],
  stopped: ['running', 'planned'],
}

/** Where a Vorhaben can go from here; the usual way first. */
export const nextStatuses = (status: Status): Status[] => STEPS[status]

/** Software of which nobody knows whether it may be used (gate G2). */
export const unsettled = (software: Software[]): string[] =>
  software.filter(({ status }) => status === 'unknown').map(({ name }) => name)

/** Under which licences something may go out; what came under "share alike" stays under it. */
export const licencesFor = (original: Licence | null): Licence[] =>
  original === 'cc_by_sa' ? ['cc_by_sa'] : [...LICENCES]

type Planned = Outline & {
  title: string
  summary: string
  software: Software[]
  equipment: Equipment[]
  classes: SchoolClass[]
  authors: Pick<Author, 'name'>[]
}

/** What is planned as plain text, in the order of the form, for comparing two of them. */
export function plainProject(planned: Planned): string {
  const facts: [string, string][] = [
    ['Titel', planned.title],
    ['Art', kindNames[planned.kind]],
    ['Worum es geht', planned.summary],
    ['Fächer', named(planned.subjects, subjectNames).join(', ')],
    ['Jahrgänge', named(planned.gradeBands, gradeBandNames).join(', ')],
    ['Medienkompetenzrahmen NRW', planned.competencies.map(competencyName).join('\n')],
    ['Beginn', germanDay(planned.startsOn)],
    ['Ende', germanDay(planned.endsOn)],
    [
      'Software',
      rows(planned.software, ({ name, purpose, status }) => [
        name,
        purpose,
        softwareStatusNames[status],
      ]),
    ],
    ['Ausstattung', rows(planned.equipment, ({ name, note }) => [name, note])],
    [
      'Lerngruppen',
      rows(planned.classes, ({ school, gradeBand, subject, pupils }) => [
        ...[school, ...named([gradeBand], gradeBandNames), ...named([subject], subjectNames)],
        pupils === null ? '' : String(pupils),
      ]),
    ],
    ['Entwicklungsfeld', planned.dimension ? dimensionNames[planned.dimension] : ''],
    ['Autor:innen', planned.authors.map(({ name }) => name).join(', ')],
  ]
  return facts.flatMap(([name, value]) => (value ? [`${name}\n${value}`] : [])).join('\n\n')
}

const named = (keys: string[], names: Record<string, string>) =>
  keys.map((key) => names[key] ?? key)

const rows = <Row>(list: Row[], cells: (row: Row) => string[]) =>
  list.map((row) => cells(row).filter(Boolean).join(' · ')).join('\n')

/** "2026-11-27" as "27.11.2026" */
const germanDay = (day: string | null) => day?.split('-').reverse().join('.') ?? ''
