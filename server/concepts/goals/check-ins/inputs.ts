import { z } from 'zod'
import { clientKey, paragraph } from '#server/platform/text.ts'
import { LIMITS, MOODS } from '../contract.ts'
import { words } from '../words.ts'

export const checkInInput = z.strictObject({
  mood: z.enum(MOODS, words.missingMood),
  text: paragraph({ ...LIMITS.checkIn, missing: words.missingText }),
  clientKey,
})
/** The same on a card, which says which goal it is. */
export const cardCheckInInput = checkInInput.extend({
  goal: z.number().int().min(1).max(999_999_999),
})
export type CheckInInput = z.output<typeof checkInInput>
