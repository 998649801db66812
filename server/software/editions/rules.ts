import { z } from 'zod'
import type { Content } from '#server/rich-text/contract.ts'
import { formatDay } from '../rules.ts'
import { conditionNames, standingNames } from '../standing/words.ts'
import { DEVICE_SCENARIOS, PRODUCT_KINDS, PUPIL_ACCOUNTS } from '../contract.ts'
import { CONDITION_KINDS } from '../standing/contract.ts'
import { EDITION_STATUSES, SCHEMA_NAME } from './contract.ts'

const day = z.iso.date()
const grade = z.int().min(1).max(13).nullable()

/** One released use. `id` stays the same from edition to edition. */
const entry = z.strictObject({
  id: z.uuid().describe('The use: stays the same from edition to edition.'),
  product: z.strictObject({
    id: z.uuid().describe('The product: stays the same, whatever it is called.'),
    slug: z.string(),
    name: z.string(),
    vendor: z.string().nullable(),
    kind: z.enum(PRODUCT_KINDS),
    website: z.string(),
  }),
  use: z.string(),
  variant: z.string(),
  device: z.enum(DEVICE_SCENARIOS),
  account: z.enum(PUPIL_ACCOUNTS),
  status: z.enum(EDITION_STATUSES),
  isStandard: z.boolean().describe('Recommended and supported by the city.'),
  validFrom: day,
  validUntil: day,
  schoolForms: z.array(z.string()).describe('Empty: all forms of school.'),
  gradeMin: grade,
  gradeMax: grade,
  conditions: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(CONDITION_KINDS),
      text: z.string(),
      isMandatory: z.boolean(),
    }),
  ),
  release: z.int().describe('The number of the release.'),
  opinion: z
    .strictObject({ number: z.int(), on: day, office: z.string() })
    .nullable()
    .describe('The opinion of the data protection officer it rests on.'),
  seals: z.array(
    z.strictObject({ scheme: z.string(), result: z.string(), validUntil: day.nullable() }),
  ),
})

/** An edition as other systems read it. */
export const editionContent = z.strictObject({
  schema: z.literal(SCHEMA_NAME),
  dated: day,
  entries: z.array(entry),
})

export type EditionContent = z.output<typeof editionContent>
export type EditionEntry = EditionContent['entries'][number]

export const conditionsOf = ({ conditions }: EditionEntry): string[] =>
  conditions.map(({ kind, text }) => text || conditionNames[kind])

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
      standingNames[one.status],
      conditionsOf(one).join('; '),
      formatDay(one.validUntil),
    ].map(cell('tableCell')),
  )
  const content = [head, ...rows].map((cells) => ({ type: 'tableRow', content: cells }))
  return { type: 'doc', content: [{ type: 'table', content }, text(foot)] }
}
