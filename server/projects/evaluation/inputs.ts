import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { version } from '../inputs.ts'
import { words } from '../words.ts'
import { EVALUATION_LIMITS, EVIDENCE_KINDS } from './contract.ts'

const answer = optionalParagraph(EVALUATION_LIMITS.answer)
const insight = optionalParagraph(EVALUATION_LIMITS.insight)

const evidence = z
  .array(
    z
      .strictObject({
        kind: z.enum(EVIDENCE_KINDS, words.fromTheList).default('observation'),
        text: optionalParagraph(EVALUATION_LIMITS.evidence),
      })
      .optional(),
  )
  .max(EVALUATION_LIMITS.rows)
  .default([])
  .transform((rows) => rows.filter((row) => row !== undefined && row.text !== ''))
  .transform((rows) => rows.flatMap((row) => row ?? []))

export const evaluationInput = z.strictObject({
  whoLearned: answer,
  whoDidNot: answer,
  forThoseWhoCould: answer,
  costBenefit: insight,
  equipmentInsight: insight,
  softwareInsight: insight,
  evidence,
  version,
})
export type EvaluationInput = z.output<typeof evaluationInput>
