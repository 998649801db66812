import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, line, optionalLine, paragraph } from '#server/platform/text.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { LIMITS, TOPICS } from './contract.ts'

const several = (values: readonly string[]) =>
  z
    .array(z.string().refine((value) => values.includes(value), 'Bitte wählen Sie aus der Liste.'))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

const about = {
  title: line({ ...LIMITS.title, missing: 'Bitte geben Sie der Idee einen Titel.' }),
  problem: paragraph({
    max: LIMITS.problem,
    missing: 'Bitte schreiben Sie, was Ihnen im Unterricht oder in der Schule begegnet.',
  }),
  learnersNeed: paragraph({
    max: LIMITS.learnersNeed,
    missing: 'Bitte schreiben Sie, was Lernende brauchen.',
  }),
  technology: optionalLine({ max: LIMITS.technology }),
  subjects: several(SUBJECTS),
  gradeBands: several(GRADE_BANDS),
  schoolForms: several(SCHOOL_FORMS),
  competencies: several(COMPETENCIES),
  topics: several(TOPICS),
  programmeId: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
}

const schoolId = z.uuid('Bitte wählen Sie eine Ihrer Schulen.').optional()
const version = z.coerce.number().int().min(1).max(1_000_000)

/** The number of the call it answers. */
const call = z.coerce.number().int().min(1).max(999_999_999).optional()

export const createInput = z.strictObject({ ...about, schoolId, call, clientKey })
export type CreateInput = z.output<typeof createInput>

export const editInput = z.strictObject({ ...about, version })
export type EditInput = z.output<typeof editInput>

export const noInput = z.strictObject({})
