import { z } from 'zod'
import { isChecked, version } from '../inputs.ts'
import { words } from './words.ts'

export const takePlanInput = z.strictObject({
  document: z.number({ error: words.choose }).int().min(1).max(Number.MAX_SAFE_INTEGER),
  version,
  isChecked,
})
export const removePlanInput = z.strictObject({ version })
export type TakePlan = z.output<typeof takePlanInput>
