import { z } from 'zod'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { day } from '#server/platform/form-fields.ts'
import { clientKey, line, optionalParagraph } from '#server/platform/text.ts'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { GOAL_STATUSES, GOAL_VISIBILITIES, GRADES, LIMITS } from './contract.ts'
import { needsReason } from './rules.ts'
import { words } from './words.ts'

const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values, words.fromTheList))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

export const version = z.number({ error: words.incomplete }).int().min(0).max(2_000_000_000)
export const chosenId = z
  .uuid(words.fromTheList)
  .optional()
  .transform((value) => value ?? null)
export const owners = z
  .array(z.uuid(words.fromTheList))
  .max(LIMITS.owners, words.tooManyOwners)
  .default([])
  .transform((ids) => [...new Set(ids)])

const reasoned = ({ status, statusReason }: { status: string; statusReason: string }) =>
  !needsReason(status as (typeof GOAL_STATUSES)[number]) || statusReason !== ''
const noReason = { path: ['statusReason'], message: words.missingReason }

const about = {
  title: line({ ...LIMITS.title, missing: words.missingTitle }),
  why: optionalParagraph(LIMITS.why),
  dimension: z
    .enum(DIMENSIONS, words.fromTheList)
    .optional()
    .transform((value) => value ?? null),
  competencies: several(COMPETENCIES as [string, ...string[]]),
  subjects: several(SUBJECTS),
  gradeLevels: several(GRADES),
  wholeSchool: z.boolean().default(false),
  successSign: optionalParagraph(LIMITS.successSign),
  dueOn: day,
  owners,
  parentId: chosenId,
  networkGoalId: chosenId,
  visibility: z.enum(GOAL_VISIBILITIES, words.fromTheList).default('network'),
}

export const newGoalInput = z.strictObject({
  ...about,
  status: z.enum(['active', 'planned', 'idea'], words.fromTheList).default('active'),
  clientKey,
})
export const editGoalInput = z.strictObject({ ...about, version })
export const goalStatusInput = z
  .strictObject({
    status: z.enum(GOAL_STATUSES, words.fromTheList),
    statusReason: optionalParagraph(LIMITS.reason),
    version,
  })
  .refine(reasoned, noReason)
export const goalInput = z.strictObject({})
export const byNumberInput = z.strictObject({ goal: z.number().int().min(1).max(999_999_999) })
export const moveGoalInput = byNumberInput.extend({ way: z.enum(['up', 'down']) })

export type NewGoal = z.output<typeof newGoalInput>
export type EditGoal = z.output<typeof editGoalInput>
export type GoalStep = z.output<typeof goalStatusInput>
