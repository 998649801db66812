import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, line, optionalParagraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { JOINING, KINDS, LIMITS } from './contract.ts'

const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values, 'Bitte wählen Sie aus der Liste.'))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

/** A school from a select list; left out by those who have only one. */
export const schoolId = z.uuid('Bitte wählen Sie eine Ihrer Schulen.').optional()

const about = {
  title: line({ ...LIMITS.title, missing: 'Bitte geben Sie der PLG einen Titel.' }),
  question: line({
    max: LIMITS.question,
    missing: 'Bitte schreiben Sie die Frage in einem Satz auf.',
  }),
  summary: optionalParagraph({ max: LIMITS.summary }),
  joining: z.enum(JOINING, 'Bitte wählen Sie, wie man dazukommt.'),
  subjects: several(SUBJECTS),
  gradeBands: several(GRADE_BANDS),
  schoolForms: several(SCHOOL_FORMS),
  seeksMembers: z.boolean().default(false),
}

export const foundInput = z.strictObject({
  ...about,
  schoolId,
  clientKey,
  kind: z.enum(KINDS, 'Bitte wählen Sie, was für eine Gruppe es ist.').optional(),
  programmeId: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
})
export type FoundInput = z.output<typeof foundInput>

export const editInput = z.strictObject(about)
export type EditInput = z.output<typeof editInput>
