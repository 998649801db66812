import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import type { ClosingReport } from '../closing/contract.ts'
import { closingQuestions, recommendationNames } from '../closing/words.ts'
import { competencyName } from '../competencies/contract.ts'
import type { Equipment, Kind, Licence, Software } from '../contract.ts'
import { paths } from '../paths.ts'
import { kindNames, licenceAddresses, licenceNames } from '../words.ts'

export type Exportable = {
  number: number
  slug: string
  title: string
  summary: string
  kind: Kind
  licence: Licence | null
  publishedAt: Date | null
  subjects: string[]
  gradeBands: string[]
  competencies: string[]
  software: Software[]
  equipment: Equipment[]
  closing: ClosingReport | null
  authors: { named: string[]; others: number }
  planWords: string
}

const nameOf = (names: Record<string, string>) => (key: string) => names[key] ?? key

/** Signs that Markdown would read as its own. */
const plain = (text: string) => text.replace(/([\\`*_[\]<>#|])/g, '\\$1')
const bullet = (text: string, more: string) => `- ${plain(text)}${more ? `: ${plain(more)}` : ''}`
const section = (title: string, text: string) => (text ? [`## ${title}`, text] : [])

const QUESTIONS = Object.entries(closingQuestions) as [keyof typeof closingQuestions, string][]

/** The Vorhaben as a text that every editor opens. */
export function asMarkdown(given: Exportable, origin: string): string {
  const { closing } = given
  const facts: [string, string][] = [
    ['Art', kindNames[given.kind]],
    ['Fächer', given.subjects.map(nameOf(subjectNames)).join(', ')],
    ['Jahrgänge', given.gradeBands.map(nameOf(gradeBandNames)).join(', ')],
    ['Medienkompetenzrahmen NRW', given.competencies.map(competencyName).join('; ')],
    ['Empfehlung', closing ? recommendationNames[closing.recommendation] : ''],
    ['Von', creditOf(given)],
    ['Lizenz', given.licence ? licenceNames[given.licence] : ''],
    ['Quelle', origin + paths.published(given)],
  ]
  const lines = (text: string) => plain(text).split('\n').filter(Boolean).join('\n\n')
  return [
    `# ${plain(given.title)}`,
    facts
      .filter(([, value]) => value)
      .map(([name, value]) => bullet(name, value))
      .join('\n'),
    lines(given.summary),
    ...section('Plan', lines(given.planWords)),
    ...section('Software', given.software.map((one) => bullet(one.name, one.purpose)).join('\n')),
    ...section('Ausstattung', given.equipment.map((one) => bullet(one.name, one.note)).join('\n')),
    ...(closing ? QUESTIONS.flatMap(([key, title]) => section(title, lines(closing[key]))) : []),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}

/** Who is to be named when it is used elsewhere. */
export function creditOf({ authors }: Pick<Exportable, 'authors'>): string {
  if (authors.named.length === 0) return 'eine PLG im Duisburger Schulnetz Lernen 25'
  const { others } = authors
  return [...authors.named, ...(others > 0 ? [`${others} weitere`] : [])].join(', ')
}

/**
 * The same for machines, with the names of AMB, the metadata profile of German-speaking education (what each says
 * stands in the README). Nothing is in it that the page does not show.
 */
export function asLearningResource(given: Exportable, origin: string) {
  const { closing, software, equipment, authors } = given
  return {
    '@context': ['https://w3id.org/kim/amb/context.jsonld', { '@language': 'de' }],
    type: ['LearningResource'],
    id: origin + paths.published(given),
    name: given.title,
    description: given.summary,
    inLanguage: ['de'],
    learningResourceType: kindNames[given.kind],
    keywords: given.subjects.map(nameOf(subjectNames)),
    educationalLevel: given.gradeBands.map(nameOf(gradeBandNames)),
    teaches: given.competencies.map((number) => ({
      notation: number,
      prefLabel: { de: competencyName(number) },
      inScheme: 'https://medienkompetenzrahmen.nrw/',
    })),
    creator: authors.named.map((name) => ({ type: 'Person', name })),
    datePublished: given.publishedAt?.toISOString() ?? null,
    license: licenceOf(given.licence),
    text: given.planWords,
    software: software.map(({ name, purpose }) => ({ name, purpose })),
    equipment: equipment.map(({ name, note }) => ({ name, note })),
    report: closing && {
      recommendation: closing.recommendation,
      ...Object.fromEntries(QUESTIONS.map(([key]) => [key, closing[key]])),
    },
  }
}

function licenceOf(licence: Licence | null) {
  const id = licence && licenceAddresses[licence]
  return id ? { id: id.replace(/deed\.de$/, '') } : null
}
