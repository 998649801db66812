import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { schoolYear } from '../../lessons/inputs.ts'
import { words } from './words.ts'

const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values, words.fromTheList))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

const version = z.number({ error: words.incomplete }).int().min(0).max(2_000_000_000)

const where = {
  competencies: several(COMPETENCIES as [string, ...string[]]).refine(
    (chosen) => chosen.length > 0,
    words.chooseCompetency,
  ),
  gradeBands: several(GRADE_BANDS),
  subjects: several(SUBJECTS),
  lastTaught: schoolYear.optional().transform((value) => value ?? null),
}

export const takeProjectInput = z.strictObject({
  conceptId: z.uuid(words.chooseConcept),
  project: z.uuid(words.noProject),
})
export const linkProjectInput = z.strictObject({ project: z.uuid(words.noProject) })
export const editLinkInput = z.strictObject({ ...where, version })
export const unlinkInput = z.strictObject({})

export type EditLink = z.output<typeof editLinkInput>
