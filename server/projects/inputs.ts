import { z } from 'zod'
import { GRADE_BANDS, type GradeBand, type Subject, SUBJECTS } from '#server/accounts/contract.ts'
import { optionalDay, rowFields, rowsIn } from '#server/platform/form-fields.ts'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { COMPETENCIES } from './competencies/contract.ts'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import {
  type Equipment,
  KINDS,
  LIMITS,
  MOST_AUTHORS,
  ROWS,
  type Software,
  SOFTWARE_STATUSES,
  STATUSES,
} from './contract.ts'
import { words } from './words.ts'

const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values, words.fromTheList))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

/** The row's version that the form was made from; a later one is not overwritten. */
export const version = z.number({ error: words.incomplete }).int().min(0).max(2_000_000_000)

/** The tick below "Bitte prüfen": what looks like a child's name is none. */
export const isChecked = z.boolean().default(false)

const SOFTWARE = {
  Name: optionalLine(LIMITS.name),
  Purpose: optionalLine(LIMITS.purpose),
  Status: z.enum(SOFTWARE_STATUSES, words.fromTheList).default('unknown'),
}
const EQUIPMENT = { Name: optionalLine(LIMITS.name), Note: optionalLine(LIMITS.purpose) }
const CLASSES = {
  SchoolId: z.uuid(words.fromTheList).optional(),
  GradeBand: z.enum(GRADE_BANDS, words.fromTheList).optional(),
  Subject: z.enum(SUBJECTS, words.fromTheList).optional(),
  Pupils: z
    .number({ error: words.badPupils })
    .int(words.badPupils)
    .min(1, words.badPupils)
    .max(LIMITS.pupils, words.badPupils)
    .optional(),
}

const rows = {
  ...rowFields('software', ROWS.software, SOFTWARE),
  ...rowFields('equipment', ROWS.equipment, EQUIPMENT),
  ...rowFields('classes', ROWS.classes, CLASSES),
}

type ClassFields = {
  schoolId?: string
  gradeBand?: GradeBand
  subject?: Subject
  pupils?: number
}

/** The rows as lists; what has no name, or no school and grade, is no row. */
function listsIn(values: object) {
  const read = <Row>(list: keyof typeof ROWS, fields: object) =>
    rowsIn<Row>(values, list, ROWS[list], Object.keys(fields))
  return {
    software: read<Software>('software', SOFTWARE).filter(({ name }) => name !== ''),
    equipment: read<Equipment>('equipment', EQUIPMENT).filter(({ name }) => name !== ''),
    classes: read<ClassFields>('classes', CLASSES).flatMap(
      ({ schoolId, gradeBand, subject = '', pupils = null }) =>
        schoolId && gradeBand ? [{ schoolId, gradeBand, subject, pupils }] : [],
    ),
  }
}

/** Only what the columns know, the rows apart. */
const known = <Value extends object>(value: Value): Value =>
  Object.fromEntries(
    Object.entries(value).filter(([name]) => !/^(software|equipment|classes)\d/.test(name)),
  ) as Value

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
  authors: z.array(z.uuid(words.incomplete)).max(MOST_AUTHORS, words.tooManyAuthors).default([]),
  ...rows,
}

const inOrder = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  !startsOn || !endsOn || startsOn <= endsOn
const wrongOrder = { path: ['endsOn'], message: words.endsBefore }

export const createProjectInput = z
  .strictObject({ ...about, clientKey })
  .refine(inOrder, wrongOrder)
  .transform((value) => ({ ...known(value), ...listsIn(value) }))
export const editProjectInput = z
  .strictObject({ ...about, version, isChecked })
  .refine(inOrder, wrongOrder)
  .transform((value) => ({ ...known(value), ...listsIn(value) }))
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
