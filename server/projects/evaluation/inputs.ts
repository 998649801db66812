import { z } from 'zod'
import { rowFields, rowsIn } from '#server/platform/form-fields.ts'
import { optionalParagraph } from '#server/platform/text.ts'
import { version } from '../inputs.ts'
import { words } from '../words.ts'
import { EVALUATION_LIMITS, EVIDENCE_KINDS, type EvidenceKind } from './contract.ts'

const answer = optionalParagraph(EVALUATION_LIMITS.answer)
const insight = optionalParagraph(EVALUATION_LIMITS.insight)

const EVIDENCE = {
  Kind: z.enum(EVIDENCE_KINDS, words.fromTheList).default('observation'),
  Text: optionalParagraph(EVALUATION_LIMITS.evidence),
}
const { rows } = EVALUATION_LIMITS
type Row = { kind: EvidenceKind; text: string }

export const evaluationInput = z
  .strictObject({
    whoLearned: answer,
    whoDidNot: answer,
    forThoseWhoCould: answer,
    costBenefit: insight,
    equipmentInsight: insight,
    softwareInsight: insight,
    version,
    ...rowFields('evidence', rows, EVIDENCE),
  })
  .transform(({ whoLearned, whoDidNot, forThoseWhoCould, ...more }) => {
    const { costBenefit, equipmentInsight, softwareInsight, version: known } = more
    const evidence = rowsIn<Row>(more, 'evidence', rows, Object.keys(EVIDENCE))
    return {
      ...{ whoLearned, whoDidNot, forThoseWhoCould, costBenefit, equipmentInsight },
      ...{ softwareInsight, version: known },
      evidence: evidence.filter(({ text }) => text !== ''),
    }
  })
export type EvaluationInput = z.output<typeof evaluationInput>
