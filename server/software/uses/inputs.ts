import { z } from 'zod'
import { line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import {
  DEVICE_SCENARIOS,
  LIMITS,
  PUPIL_ACCOUNTS,
  SCENARIO_CONTENTS,
  SCENARIO_USERS,
} from '../contract.ts'
import { webAddress } from '../editing/inputs.ts'
import {
  DATA_SUBJECTS,
  DOCUMENT_KINDS,
  LEGAL_BASES,
  PARTS,
  SEAL_SCHEMES,
  TRANSFER_BASES,
  VISIBILITIES,
  WITHIN,
} from './contract.ts'
import { words } from './words.ts'

const one = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, words.fromTheList)
const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(one(values))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])
const orNull = (from: number, to: number) =>
  z
    .number()
    .int()
    .min(from)
    .max(to)
    .optional()
    .transform((value) => value ?? null)
const day = z.iso
  .date(words.badDay)
  .optional()
  .transform((value) => value ?? null)

export const variantInput = z.strictObject({
  variant: z.uuid().optional(),
  name: line({ max: 120, missing: words.missingName }),
  versionNote: optionalLine({ max: 300 }),
  hostingCountry: optionalLine({ max: 60 }),
  hostingProvider: optionalLine({ max: 120 }),
  hasAi: z.boolean().default(false),
  aiNote: optionalParagraph({ max: 1000 }),
})

export const useInput = z
  .strictObject({
    variant: z.uuid(words.fromTheList),
    label: line({ max: LIMITS.label, missing: words.missingLabel }),
    deviceScenario: one(DEVICE_SCENARIOS),
    pupilAccount: one(PUPIL_ACCOUNTS),
    users: several(SCENARIO_USERS),
    content: several(SCENARIO_CONTENTS),
    schoolForms: several(SCHOOL_FORMS),
    gradeMin: orNull(1, 13),
    gradeMax: orNull(1, 13),
    minAge: orNull(3, 21),
  })
  .refine(
    ({ gradeMin, gradeMax }) => gradeMin === null || gradeMax === null || gradeMin <= gradeMax,
    {
      path: ['gradeMax'],
      message: words.wrongYears,
    },
  )

export const subprocessorInput = z.strictObject({
  variant: z.uuid(),
  name: line({ max: 160, missing: words.missingName }),
  country: optionalLine({ max: 60 }),
  service: optionalLine({ max: 200 }),
  transferBasis: one(TRANSFER_BASES),
})

export const dataInput = z.strictObject({
  use: z.uuid(),
  subject: one(DATA_SUBJECTS),
  category: line({ max: 40, missing: words.missingCategory }),
  isRequired: z.boolean().default(false),
  purpose: optionalLine({ max: 300 }),
  legalBasis: one(LEGAL_BASES),
  withinVoDv: one(WITHIN),
  retention: optionalLine({ max: 300 }),
  recipients: optionalLine({ max: 300 }),
})

export const sealInput = z.strictObject({
  scheme: one(SEAL_SCHEMES),
  result: line({ max: 200, missing: words.missingResult }),
  issuedOn: day,
  validUntil: day,
  url: webAddress,
})

/** The file, where there is one, comes beside these fields. */
export const documentInput = z.strictObject({
  kind: one(DOCUMENT_KINDS),
  url: webAddress,
  body: optionalParagraph({ max: 20_000 }),
  versionLabel: optionalLine({ max: 120 }),
  retrievedOn: day,
  visibility: one(VISIBILITIES),
})

export const partInput = z.strictObject({
  part: one(PARTS),
  id: z.uuid(),
  position: z.number().int().min(0).max(10_000).optional(),
})

export const restoreInput = z.strictObject({
  removal: z.uuid(),
  isDocument: z.literal('ja').optional(),
})

export type RestoreInput = z.output<typeof restoreInput>
export type VariantInput = z.output<typeof variantInput>
export type UseInput = z.output<typeof useInput>
export type SubprocessorInput = z.output<typeof subprocessorInput>
export type DataInput = z.output<typeof dataInput>
export type SealInput = z.output<typeof sealInput>
export type DocumentInput = z.output<typeof documentInput>
export type PartInput = z.output<typeof partInput>
