import { z } from 'zod'
import { clientKey, line, optionalLine } from '#server/platform/text.ts'
import { chosenId, version } from '../inputs.ts'
import { words as goalWords } from '../words.ts'
import { LIMITS, TRAINING_FORMATS, TRAINING_STATUSES } from './contract.ts'
import { words } from './words.ts'

const about = {
  topic: line({ ...LIMITS.topic, missing: words.missingTopic }),
  forWhom: optionalLine(LIMITS.forWhom),
  count: z
    .number({ error: words.badCount })
    .int(words.badCount)
    .min(1, words.badCount)
    .max(LIMITS.count, words.badCount)
    .optional()
    .transform((value) => value ?? null),
  format: z.enum(TRAINING_FORMATS, goalWords.fromTheList),
  due: z
    .string()
    .regex(/^\d{4}\/\d{2}-[12]$/, goalWords.fromTheList)
    .optional(),
  goalId: chosenId,
  status: z.enum(TRAINING_STATUSES, goalWords.fromTheList).default('wished'),
}

const withHalf = <Value extends { due?: string | undefined }>({ due, ...rest }: Value) => ({
  ...rest,
  dueSchoolYear: due?.slice(0, 7) ?? null,
  dueHalf: due ? Number(due.slice(8)) : null,
})

const training = z.uuid(goalWords.incomplete)
export const newTrainingInput = z.strictObject({ ...about, clientKey }).transform(withHalf)
export const editTrainingInput = z.strictObject({ ...about, training, version }).transform(withHalf)
export const trainingInput = z.strictObject({ training })

export type NewTraining = z.output<typeof newTrainingInput>
export type EditTraining = z.output<typeof editTrainingInput>
