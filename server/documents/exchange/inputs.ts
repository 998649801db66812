import { z } from 'zod'
import { clientKey } from '#server/platform/text.ts'
import { words } from './words.ts'

export const importWordInput = z.strictObject({
  clientKey,
  file: z.uuid(words.chooseFile),
  children: z.enum(['none', 'consented', 'unknown']).optional(),
})

export type ImportWord = z.output<typeof importWordInput>
