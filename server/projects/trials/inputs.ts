import { z } from 'zod'
import { day } from '#server/platform/form-fields.ts'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { version } from '../inputs.ts'
import { words as house } from '../words.ts'
import { TRIAL_LIMITS } from './contract.ts'
import { words } from './words.ts'

const about = {
  heldOn: day,
  gradeBand: z.enum(GRADE_BANDS, house.fromTheList).or(z.literal('')).default(''),
  subject: z.enum(SUBJECTS, house.fromTheList).or(z.literal('')).default(''),
  lessons: z
    .number({ error: words.lessons })
    .int(words.lessons)
    .min(1, words.lessons)
    .max(TRIAL_LIMITS.lessons, words.lessons),
  what: paragraph({ ...TRIAL_LIMITS.text, missing: words.missingWhat }),
  pupilsReaction: optionalParagraph(TRIAL_LIMITS.text),
  problem: optionalParagraph(TRIAL_LIMITS.text),
}

export const addTrialInput = z.strictObject({ ...about, clientKey })
export const editTrialInput = z.strictObject({ ...about, version })
export const trialInput = z.strictObject({ trial: z.uuid(house.incomplete) })

export type AddTrial = z.output<typeof addTrialInput>
export type EditTrial = z.output<typeof editTrialInput>
