import { competencyName } from '#server/projects/competencies/contract.ts'
import { licenceAddresses, licenceNames } from '#server/projects/words.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { gradeName } from '../../matrix/grades/contract.ts'
import { subjectTitle } from '../../matrix/words.ts'
import { paths } from '../../paths.ts'
import type { LessonExport } from '../contract.ts'

/** Signs that Markdown would read as its own. */
const plain = (text: string) => text.replace(/([\\`*_[\]<>#|])/g, '\\$1')
const inCell = (text: string) => plain(text).replace(/\s*\n\s*/g, ' ')
const section = (title: string, text: string) => (text ? [`## ${title}`, text] : [])
const lines = (text: string) => plain(text).split('\n').filter(Boolean).join('\n\n')

/** Who is to be named when it is used elsewhere. */
const creditOf = ({ authors: { named, others }, school }: LessonExport) =>
  [...named, ...(others > 0 && named.length > 0 ? [`${others} weitere`] : []), school].join(', ')

/** The lesson concept as a text that every editor opens. */
export function asMarkdown(given: LessonExport, origin: string): string {
  const facts: [string, string][] = [
    ['Fächer', given.subjects.map(subjectTitle).join(', ')],
    ['Jahrgänge', given.gradeLevels.map(gradeName).join(', ')],
    ['Unterrichtsstunden', given.durationLessons === null ? '' : String(given.durationLessons)],
    ['Medienkompetenzrahmen NRW', given.competencies.map(competencyName).join('; ')],
    ['Ausstattung', given.equipment],
    ['Software', given.software.join(', ')],
    ['Von', creditOf(given)],
    ['Lizenz', given.licence ? licenceNames[given.licence] : ''],
    ['Quelle', origin + paths.lesson(given.number)],
  ]
  const rows = given.phases.map(
    ({ phase, minutes, activity, media }) =>
      `| ${[phase, minutes === null ? '' : String(minutes), activity, media].map(inCell).join(' | ')} |`,
  )
  const table =
    rows.length > 0
      ? ['| Phase | Minuten | Was geschieht | Medien |', '| --- | --- | --- | --- |', ...rows].join(
          '\n',
        )
      : ''
  return [
    `# ${plain(given.title)}`,
    facts.flatMap(([name, value]) => (value ? [`- ${name}: ${plain(value)}`] : [])).join('\n'),
    lines(given.aim),
    ...section('Verlauf', table),
    ...section('Varianten', lines(given.variants)),
    ...section('Erfahrungen', lines(given.experience)),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}

/** The same for machines, with the names of AMB as published Vorhaben use them. */
export function asLearningResource(given: LessonExport, origin: string) {
  const licence = given.licence && licenceAddresses[given.licence]
  return {
    '@context': ['https://w3id.org/kim/amb/context.jsonld', { '@language': 'de' }],
    type: ['LearningResource'],
    id: origin + paths.lesson(given.number),
    name: given.title,
    description: given.aim,
    inLanguage: ['de'],
    learningResourceType: 'Unterrichtskonzept',
    keywords: given.subjects.map(subjectTitle),
    educationalLevel: given.gradeLevels.map(gradeName),
    audience: given.schoolForms.map((form) => schoolFormWords[form as SchoolForm]),
    teaches: given.competencies.map((number) => ({
      notation: number,
      prefLabel: { de: competencyName(number) },
      inScheme: 'https://medienkompetenzrahmen.nrw/',
    })),
    creator: given.authors.named.map((name) => ({ type: 'Person', name })),
    publisher: [{ type: 'Organization', name: given.school }],
    datePublished: given.publishedAt?.toISOString() ?? null,
    license: licence ? { id: licence.replace(/deed\.de$/, '') } : null,
    durationLessons: given.durationLessons,
    phases: given.phases,
    equipment: given.equipment,
    software: given.software,
    variants: given.variants,
    experience: given.experience,
  }
}
