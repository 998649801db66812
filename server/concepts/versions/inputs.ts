import { z } from 'zod'
import { clientKey, line, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { RESOLUTION_BODIES, RESOLUTION_RESULTS } from '../contract.ts'
import { LIMITS } from './contract.ts'
import { words } from './words.ts'

const number = z.coerce.number().int().min(0).max(1_000_000)
const day = z.iso.date({ error: ({ input }) => (input ? words.badDate : words.missingDate) })
const changeNote = paragraph({ max: LIMITS.note, missing: words.missingNote })

export const freezeInput = z.object({
  clientKey,
  label: line({ max: LIMITS.label, missing: words.missingLabel }),
  changeNote,
})

export const resolutionInput = z.object({
  body: z.enum(RESOLUTION_BODIES, words.chooseBody),
  heldOn: day,
  result: z.enum(RESOLUTION_RESULTS, words.chooseResult),
  note: optionalParagraph({ max: LIMITS.resolution }),
})

export const dropResolutionInput = z.object({ resolution: z.uuid() })

export const submitInput = z.object({ note: optionalParagraph({ max: LIMITS.submission }) })
export const returnInput = z.object({
  note: paragraph({ max: LIMITS.submission, missing: words.missingReason }),
})

const scope = z.enum(['network', 'public'], words.chooseScope)
const isChecked = z.literal('on').optional()

/** `visibility` holds "chapter:who reads it" once for each chapter; `seen` is what the form was made of. */
export const publishInput = z.object({
  clientKey,
  scope,
  changeNote,
  heldOn: day,
  isChecked,
  seen: z.string().max(100),
  visibility: z
    .array(z.string().regex(/^[0-9a-f-]{36}:(school|network|public)$/))
    .max(200)
    .default([]),
})

export const publishFrozenInput = z.object({ number, scope, heldOn: day, isChecked })

export const withdrawInput = z.object({
  number,
  reason: paragraph({ max: LIMITS.reason, missing: words.missingReason }),
})
export const restoreInput = z.object({ number })

export type Freeze = z.output<typeof freezeInput>
export type RecordResolution = z.output<typeof resolutionInput>
export type PublishDraft = z.output<typeof publishInput>
export type PublishFrozen = z.output<typeof publishFrozenInput>
