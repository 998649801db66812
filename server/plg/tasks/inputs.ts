import { z } from 'zod'
import { clientKey, line } from '#server/platform/text.ts'
import { localDay } from '../sessions/inputs.ts'
import { LIMITS } from './contract.ts'

export const taskInput = z.strictObject({
  clientKey,
  text: line({ max: LIMITS.text, missing: 'Was ist zu tun?' }),
  assignee: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
  dueOn: localDay.optional(),
})
export type TaskInput = z.output<typeof taskInput>

export const oneTaskInput = z.strictObject({ task: z.uuid() })
