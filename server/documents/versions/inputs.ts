import { z } from 'zod'
import { clientKey, line } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import { words } from './words.ts'

export const saveVersionInput = z.strictObject({
  clientKey,
  name: line({ ...LIMITS.versionName, missing: words.missingName }),
})
export const restoreVersionInput = z.strictObject({ clientKey })
export const restoreValidInput = z.strictObject({})

export type SaveVersion = z.output<typeof saveVersionInput>
export type RestoreVersion = z.output<typeof restoreVersionInput>
