import { z } from 'zod'
import { pointerOf } from './rules.ts'
import { refusals } from './words.ts'

/** "kind:id" of the thing at the other end. */
export const otherEndInput = z.strictObject({
  to: z.string({ error: refusals.notThere }).transform((value, context) => {
    const pointer = pointerOf(value)
    if (pointer) return pointer
    context.addIssue({ code: 'custom', message: refusals.notThere })
    return z.NEVER
  }),
})
