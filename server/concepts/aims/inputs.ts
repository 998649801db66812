import { z } from 'zod'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import { clientKey, line, optionalParagraph } from '#server/platform/text.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { AIM_KINDS, LIMITS } from './contract.ts'
import { words } from './words.ts'

const optionalId = z
  .uuid(words.fromTheList)
  .optional()
  .transform((value) => value ?? null)

const about = {
  title: line({ ...LIMITS.title, missing: words.missingTitle }),
  body: optionalParagraph(LIMITS.body),
  dimension: z
    .enum(DIMENSIONS, words.fromTheList)
    .optional()
    .transform((value) => value ?? null),
  competencies: z
    .array(z.enum(COMPETENCIES as [string, ...string[]], words.fromTheList))
    .max(COMPETENCIES.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)]),
  serves: optionalId,
}

export const newAimInput = z.strictObject({
  ...about,
  clientKey,
  kind: z.enum(AIM_KINDS, words.fromTheList).default('network'),
  replaces: optionalId,
})
export const editAimInput = z.strictObject({
  ...about,
  version: z.number({ error: words.incomplete }).int().min(0).max(2_000_000_000),
})
export const takeAimInput = z.strictObject({ clientKey, conceptId: z.uuid(words.chooseConcept) })

export type NewAim = z.output<typeof newAimInput>
export type EditAim = z.output<typeof editAimInput>
export type TakeAim = z.output<typeof takeAimInput>
