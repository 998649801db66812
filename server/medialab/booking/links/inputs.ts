import { z } from 'zod'
import { aDay, aTime, position, version } from '../inputs.ts'

/** What somebody does who came by a letter: calls a date off, or gives it another time. */
export const linkInput = z.strictObject({
  act: z.enum(['cancel', 'move', 'restore']),
  version,
  position,
  day: aDay.optional(),
  to: aDay.optional(),
  from: aTime.optional(),
  until: aTime.optional(),
})
export type LinkInput = z.output<typeof linkInput>
