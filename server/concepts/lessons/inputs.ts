import { z } from 'zod'
import { LICENCES } from '#server/projects/contract.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { rowFields, rowsIn } from '#server/platform/form-fields.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { LESSON_VISIBILITIES, LIMITS, MOST_AUTHORS, MOST_PHASES, type Phase } from './contract.ts'
import { words } from './words.ts'

const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values, words.fromTheList))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

/** Subjects and grades are partly the school's own: the command knows which. */
const own = z
  .array(line({ max: 64 }))
  .max(40)
  .default([])
  .transform((chosen) => [...new Set(chosen)])

export const schoolYear = z
  .string()
  .regex(/^20\d\d\/\d\d$/, words.badYear)
  .refine((year) => (Number(year.slice(2, 4)) + 1) % 100 === Number(year.slice(5)), words.badYear)
const optionalYear = schoolYear.optional().transform((value) => value ?? null)

const version = z.number({ error: words.incomplete }).int().min(0).max(2_000_000_000)
const isChecked = z.boolean().default(false)

/** "GeoSkizze, Buchwerk" */
export const softwareNames = optionalLine({ max: 1000 }).transform((names) =>
  [...new Set(names.split(',').map((name) => name.trim()))].filter(Boolean).slice(0, 20),
)

const PHASE = {
  Phase: optionalLine(LIMITS.phase),
  Minutes: z
    .number({ error: words.badMinutes })
    .int(words.badMinutes)
    .min(1, words.badMinutes)
    .max(LIMITS.minutes, words.badMinutes)
    .optional(),
  Activity: optionalParagraph(LIMITS.activity),
  Media: optionalLine(LIMITS.media),
}

const about = {
  title: line({ ...LIMITS.title, missing: words.missingTitle }),
  aim: optionalParagraph(LIMITS.aim),
  subjects: own,
  gradeLevels: own,
  schoolForms: several(SCHOOL_FORMS),
  durationLessons: z
    .number({ error: words.badLessons })
    .int(words.badLessons)
    .min(1, words.badLessons)
    .max(LIMITS.lessons, words.badLessons)
    .optional()
    .transform((value) => value ?? null),
  competencies: several(COMPETENCIES as [string, ...string[]]),
  equipment: optionalLine(LIMITS.equipment),
  variants: optionalParagraph(LIMITS.text),
  experience: optionalParagraph(LIMITS.text),
  lastTaught: optionalYear,
  software: softwareNames,
  authors: z.array(z.uuid(words.incomplete)).max(MOST_AUTHORS).default([]),
  plgId: z
    .uuid(words.notYourPlg)
    .optional()
    .transform((value) => value ?? null),
  ...rowFields('phase', MOST_PHASES, PHASE),
}

/** The rows as a list; a row in which nothing stands is none, one without a name is "Phase". */
function withPhases<Value extends object>(value: Value) {
  const rows = rowsIn<Partial<Phase>>(value, 'phase', MOST_PHASES, Object.keys(PHASE))
  const phases = rows.flatMap(({ phase = '', minutes = null, activity = '', media = '' }) =>
    phase || activity || media || minutes
      ? [{ phase: phase || 'Phase', minutes, activity, media }]
      : [],
  )
  const rest = Object.fromEntries(
    Object.entries(value).filter(([name]) => !/^phase\d/.test(name)),
  ) as Value
  return { ...rest, phases }
}

export const createLessonInput = z.strictObject({ ...about, clientKey }).transform(withPhases)
export const editLessonInput = z
  .strictObject({ ...about, version, isChecked })
  .transform(withPhases)
export const publishLessonInput = z.strictObject({
  visibility: z.enum(LESSON_VISIBILITIES, words.chooseVisibility),
  licence: z
    .enum(LICENCES, words.chooseLicence)
    .optional()
    .transform((value) => value ?? null),
  version,
  isChecked,
})
export const lessonNameInput = z.strictObject({ isNamed: z.enum(['yes', 'no'], words.fromTheList) })
export const adoptLessonInput = z.strictObject({
  conceptId: z.uuid(words.chooseConcept),
  clientKey,
})
export const lessonUseInput = z.strictObject({
  schoolId: z.uuid(words.chooseSchool),
  schoolYear,
  note: optionalLine(LIMITS.note),
})
export const forgetUseInput = z.strictObject({ schoolId: z.uuid(words.chooseSchool), schoolYear })
export const lessonInput = z.strictObject({})
export const lessonNumberInput = z.strictObject({
  lesson: z.number().int().min(1).max(999_999_999),
})

export type CreateLesson = z.output<typeof createLessonInput>
export type EditLesson = z.output<typeof editLessonInput>
export type PublishLesson = z.output<typeof publishLessonInput>
