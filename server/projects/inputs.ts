import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { COMPETENCIES } from './competencies/contract.ts'
import { DIMENSIONS, KINDS, LIMITS, SOFTWARE_STATUSES, STATUSES } from './contract.ts'
import { words } from './words.ts'

const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values, words.fromTheList))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

const DAY = /^(20\d\d)-(\d\d)-(\d\d)$/

/** A day as the field of a browser sends it. */
export const day = z.string({ error: words.badDate }).refine(isRealDay, words.badDate)
export const optionalDay = day.optional().transform((value) => value ?? null)

function isRealDay(value: string): boolean {
  const at = DAY.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/** The row's version that the form was made from; a later one is not overwritten. */
export const version = z.number({ error: words.incomplete }).int().min(0).max(2_000_000_000)

/** The tick below "Bitte prüfen": what looks like a child's name is none. */
export const isChecked = z.boolean().default(false)

/** Rows of a form; what was left empty is no row. */
const rows = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .array(z.strictObject(shape).optional())
    .max(LIMITS.rows)
    .default([])
    .transform((all) => all.filter((row) => row !== undefined))

const software = rows({
  name: optionalLine(LIMITS.name),
  purpose: optionalLine(LIMITS.purpose),
  status: z.enum(SOFTWARE_STATUSES, words.fromTheList).default('unknown'),
}).transform((all) => all.filter(({ name }) => name !== ''))

const equipment = rows({
  name: optionalLine(LIMITS.name),
  note: optionalLine(LIMITS.purpose),
}).transform((all) => all.filter(({ name }) => name !== ''))

const classes = rows({
  schoolId: z.uuid(words.fromTheList).optional(),
  gradeBand: z.enum(GRADE_BANDS, words.fromTheList).optional(),
  subject: z.enum(SUBJECTS, words.fromTheList).optional(),
  pupils: z
    .number({ error: words.badPupils })
    .int(words.badPupils)
    .min(1, words.badPupils)
    .max(LIMITS.pupils, words.badPupils)
    .optional(),
}).transform((all) =>
  all.flatMap(({ schoolId, gradeBand, subject, pupils }) =>
    schoolId && gradeBand
      ? [{ schoolId, gradeBand, subject: subject ?? '', pupils: pupils ?? null }]
      : [],
  ),
)

const about = {
  title: line({ ...LIMITS.title, missing: words.missingTitle }),
  kind: z.enum(KINDS, words.fromTheList),
  summary: optionalParagraph(LIMITS.summary),
  subjects: several(SUBJECTS),
  gradeBands: several(GRADE_BANDS),
  competencies: several(COMPETENCIES as [string, ...string[]]),
  dimension: z
    .enum(DIMENSIONS, words.fromTheList)
    .optional()
    .transform((value) => value ?? null),
  startsOn: optionalDay,
  endsOn: optionalDay,
  software,
  equipment,
  classes,
  authors: z.array(z.uuid(words.incomplete)).max(100).default([]),
}

const inOrder = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  !startsOn || !endsOn || startsOn <= endsOn
const wrongOrder = { path: ['endsOn'], message: words.endsBefore }

export const createProjectInput = z
  .strictObject({ ...about, clientKey })
  .refine(inOrder, wrongOrder)
export const editProjectInput = z
  .strictObject({ ...about, version, isChecked })
  .refine(inOrder, wrongOrder)
export const statusInput = z.strictObject({
  status: z.enum(STATUSES, words.fromTheList),
  version,
})
export const projectInput = z.strictObject({})
export const byNumberInput = z.strictObject({
  project: z.number().int().min(1).max(999_999_999),
})

export type CreateProject = z.output<typeof createProjectInput>
export type EditProject = z.output<typeof editProjectInput>
