export const EVIDENCE_KINDS = [
  'pupil_work_anonymous',
  'survey_aggregate',
  'test_aggregate',
  'observation',
  'teacher_log',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** The same numbers stand as checks in the database. */
export const EVALUATION_LIMITS = {
  answer: { max: 4000 },
  insight: { max: 2000 },
  evidence: { max: 2000 },
  rows: 20,
} as const

export type Evaluation = {
  whoLearned: string
  whoDidNot: string
  forThoseWhoCould: string
  costBenefit: string
  equipmentInsight: string
  softwareInsight: string
  version: number
  evidence: { kind: EvidenceKind; text: string }[]
}
