import { z } from 'zod'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import { optionalDay } from '#server/platform/form-fields.ts'
import { clientKey, line, optionalParagraph, paragraph } from '#server/platform/text.ts'
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
  commentsUntil: optionalDay,
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

export const forceInput = z.strictObject({ decision: optionalParagraph(LIMITS.decision) })
export const takeBackInput = z.strictObject({
  decision: paragraph({ ...LIMITS.decision, missing: words.missingReason }),
})
export const commentInput = z.strictObject({
  clientKey,
  schoolId: z.uuid(words.fromTheList),
  body: paragraph({ ...LIMITS.comment, missing: words.missingComment }),
})
export const hideCommentInput = z.strictObject({
  comment: z.uuid(words.incomplete),
  reason: paragraph({ ...LIMITS.hiddenReason, missing: words.missingHiddenReason }),
})
export const oneCommentInput = z.strictObject({ comment: z.uuid(words.incomplete) })

export type NewComment = z.output<typeof commentInput>
export type HideComment = z.output<typeof hideCommentInput>
export type NewAim = z.output<typeof newAimInput>
export type EditAim = z.output<typeof editAimInput>
export type TakeAim = z.output<typeof takeAimInput>
