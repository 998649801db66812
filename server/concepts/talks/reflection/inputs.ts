import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { CONSEQUENCES, FREQUENCIES, LIMITS } from '../contract.ts'
import { print } from '../inputs.ts'
import { refusals } from '../words.ts'

const classId = z.uuid(refusals.unknownClass)
const answer = optionalParagraph({ max: LIMITS.answer })

/** Nutzung and Nutzen are two questions (R37-14). */
export const schoolAnswerInput = z.strictObject({
  class: classId,
  print,
  frequency: z.enum(FREQUENCIES, 'Bitte wählen Sie, wie oft.').default('unknown'),
  usage: answer,
  benefit: answer,
  hindrance: answer,
})
export type SchoolAnswerInput = z.output<typeof schoolAnswerInput>

export const authorityAnswerInput = z.strictObject({
  class: classId,
  print,
  facts: answer,
  observation: answer,
})
export type AuthorityAnswerInput = z.output<typeof authorityAnswerInput>

export const jointInput = z.strictObject({
  class: classId,
  print,
  conclusion: answer,
  consequence: z.enum(CONSEQUENCES, 'Bitte wählen Sie eine Folge.').optional(),
})
export type JointInput = z.output<typeof jointInput>

export const PICKS = ['lab-report', 'concept-reflection'] as const

export const pickInput = z.strictObject({
  kind: z.enum(PICKS),
  thing: z.uuid(refusals.pickGone),
  class: z.uuid('Bitte wählen Sie, worum es geht.'),
})
export type PickInput = z.output<typeof pickInput>
