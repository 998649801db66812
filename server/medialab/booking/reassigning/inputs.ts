import { z } from 'zod'
import { version } from '../inputs.ts'
import { refusals } from './words.ts'

const number = z.string().regex(/^\d{4}-\d{1,9}$/)

export const reassignInput = z.strictObject({
  number,
  version,
  person: z.uuid(refusals.chooseSomebody),
})
export type ReassignInput = z.output<typeof reassignInput>

/** Right after it, by who did it. */
export const undoReassignInput = z.strictObject({ number })

export const callOffInput = z.strictObject({ number, version })
export type CallOffInput = z.output<typeof callOffInput>
