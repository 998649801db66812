import { z } from 'zod'
import { clientKey } from '#server/platform/text.ts'
import { words } from './words.ts'

export const tryInput = z.strictObject({
  showsName: z.boolean().default(false),
  schoolId: z.uuid(words.chooseSchool).optional(),
})
export const nothingInput = z.strictObject({})
export const adoptInput = z.strictObject({ plgId: z.uuid(words.choosePlg), clientKey })

export type TryInput = z.output<typeof tryInput>
export type AdoptInput = z.output<typeof adoptInput>
