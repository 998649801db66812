import { z } from 'zod'
import { words } from './words.ts'

const school = (missing: string) => z.string(missing).max(120)

export const handOverInput = z.object({
  from: school(words.chooseFrom),
  to: school(words.chooseTo),
  /** What the page said would happen. */
  outcome: z.enum(['moves', 'archived'], words.lookFirst),
})
export type HandOver = z.output<typeof handOverInput>
