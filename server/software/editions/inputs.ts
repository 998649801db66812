import { z } from 'zod'
import { clientKey, optionalParagraph } from '#server/platform/text.ts'
import { DEVICE_SCENARIOS, PRODUCT_KINDS, PUPIL_ACCOUNTS } from '../contract.ts'
import { CONDITION_KINDS } from '../standing/contract.ts'
import { EDITION_STATUSES, SCHEMA_NAME } from './contract.ts'

export const publishInput = z.strictObject({ clientKey, note: optionalParagraph({ max: 1000 }) })

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
  // Editions of before do not say it: then all were for all.
  isForSome: z.boolean().optional().describe('Only for some schools, which the release names.'),
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

/** An edition as other systems read it; no form, so it is not handed out itself. */
const editionContent = z.strictObject({
  schema: z.literal(SCHEMA_NAME),
  dated: day,
  entries: z.array(entry),
})

type EditionContent = z.output<typeof editionContent>
export type EditionEntry = EditionContent['entries'][number]

/** @throws when it is none */
export const editionFrom = (content: unknown): EditionContent => editionContent.parse(content)

/** What an edition looks like, as JSON Schema. */
export const editionShape = () => z.toJSONSchema(editionContent, { target: 'draft-2020-12' })
