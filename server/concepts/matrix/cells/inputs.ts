import { z } from 'zod'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { optionalDay } from '#server/platform/form-fields.ts'
import { clientKey, line, optionalLine } from '#server/platform/text.ts'
import { schoolYear, softwareNames } from '../../lessons/inputs.ts'
import { LEVELS, LIMITS, STATUSES } from './contract.ts'
import { words } from './words.ts'

const competency = z.enum(COMPETENCIES as [string, ...string[]], words.fromTheList)
const subject = line({ max: 60, missing: words.chooseSubject })
const grade = line({ max: 64, missing: words.chooseGrade })
const version = z.number({ error: words.incomplete }).int().min(0).max(2_000_000_000)

const about = {
  subject,
  level: z.enum(LEVELS, words.fromTheList).default('introduce'),
  isBinding: z.boolean().default(false),
  unit: line({ max: LIMITS.unit.max, missing: words.missingUnit }),
  technology: optionalLine(LIMITS.technology),
  teacherSkills: optionalLine(LIMITS.skills),
  priorKnowledge: optionalLine(LIMITS.skills),
  status: z.enum(STATUSES, words.fromTheList).default('planned'),
  confirmedOn: optionalDay,
  lastTaught: schoolYear.optional().transform((value) => value ?? null),
  lessonIds: z.array(z.uuid(words.strangeLesson)).max(30).default([]),
  software: softwareNames,
}

/** One Unterrichtsvorhaben with several competencies and grades: as many entries as there are pairs. */
export const createCellsInput = z.strictObject({
  ...about,
  competencies: z.array(competency).min(1, words.chooseCompetency).max(24),
  gradeLevels: z.array(grade).min(1, words.chooseGrade).max(20),
  clientKey,
})
export const editCellInput = z.strictObject({ ...about, competency, gradeLevel: grade, version })
export const deleteCellInput = z.strictObject({})
export const confirmInput = z.strictObject({ subject })
export const restoreCellInput = z.strictObject({ cell: z.uuid(words.incomplete) })

export type CreateCells = z.output<typeof createCellsInput>
export type EditCell = z.output<typeof editCellInput>
