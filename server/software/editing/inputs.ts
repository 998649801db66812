import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import {
  ADVERTISING,
  COST_MODELS,
  COST_UNITS,
  DELIVERIES,
  FUNCTIONS,
  LIMITS,
  OFFLINE_USES,
  PROCURERS,
  PRODUCT_KINDS,
} from '../contract.ts'
import { centsIn } from './rules.ts'
import { words } from './words.ts'

const one = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, words.fromTheList)
const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(one(values))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

/** An address of the web: nothing else becomes a link. */
export const webAddress = optionalLine({ max: LIMITS.website }).refine(
  (url) => url === '' || /^https?:\/\/[^\s"<>]+$/.test(url),
  words.badAddress,
)

const price = optionalLine({ max: 12 }).transform((text, context) => {
  const cents = centsIn(text)
  if (cents === undefined) context.addIssue({ code: 'custom', message: words.badPrice })
  return cents ?? null
})

export const editInput = z.strictObject({
  name: line({ ...LIMITS.name, missing: words.missingName }),
  vendor: optionalLine({ max: 160 }),
  vendorCountry: optionalLine({ max: 60 }),
  vendorWebsite: webAddress,
  kind: one(PRODUCT_KINDS),
  functionTags: several(FUNCTIONS),
  description: optionalParagraph({ max: LIMITS.description }),
  website: webAddress,
  subjects: several(SUBJECTS),
  gradeBands: several(GRADE_BANDS),
  schoolForms: several(SCHOOL_FORMS),
  languages: optionalLine({ max: 100 }).transform((text) =>
    text
      .split(/[,;\s]+/)
      .filter(Boolean)
      .slice(0, 12),
  ),
  costModel: one(COST_MODELS),
  costUnit: one(COST_UNITS)
    .optional()
    .transform((unit) => unit ?? null),
  costCents: price,
  costNote: optionalLine({ max: LIMITS.note }),
  procuredBy: one(PROCURERS),
  delivery: several(DELIVERIES),
  offlineUse: one(OFFLINE_USES),
  advertising: one(ADVERTISING),
  accessibilityNote: optionalParagraph({ max: 1000 }),
  lifecycle: one(['active', 'discontinued'] as const),
  version: z.number().int().min(1),
})

export type EditInput = z.output<typeof editInput>
