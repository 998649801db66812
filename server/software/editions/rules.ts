import type { Content } from '#server/rich-text/contract.ts'
import { formatDay } from '../rules.ts'
import { conditionNames, standingNames } from '../standing/words.ts'
import type { EditionEntry } from './inputs.ts'

export const conditionsOf = ({ conditions }: EditionEntry): string[] =>
  conditions.map(({ kind, text }) => text || conditionNames[kind])

/** What an edition says of a use: a release for some schools is none for all. */
export const statusWords = ({ status, isForSome }: EditionEntry): string =>
  isForSome ? `${standingNames[status]}, nur für einzelne Schulen` : standingNames[status]

const text = (words: string): Content => ({
  type: 'paragraph',
  ...(words !== '' && { content: [{ type: 'text', text: words }] }),
})
const cell = (type: 'tableHeader' | 'tableCell') => (words: string) => ({
  type,
  content: [text(words)],
})

/** An edition as a document of ours: what stands in it can then be nothing but text. */
export function editionText(entries: EditionEntry[], foot: string): Content {
  const head = ['App', 'Nutzung', 'Status', 'Auflagen', 'gültig bis'].map(cell('tableHeader'))
  const rows = entries.map((one) =>
    [
      [one.product.name, one.product.vendor].filter(Boolean).join(', '),
      one.use,
      statusWords(one),
      conditionsOf(one).join('; '),
      formatDay(one.validUntil),
    ].map(cell('tableCell')),
  )
  const content = [head, ...rows].map((cells) => ({ type: 'tableRow', content: cells }))
  return { type: 'doc', content: [{ type: 'table', content }, text(foot)] }
}
