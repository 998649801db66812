import { z } from 'zod'
import { LICENCES } from '../contract.ts'
import { isChecked, version } from '../inputs.ts'
import { words } from './words.ts'

export const publishInput = z.strictObject({
  visibility: z.enum(['network', 'public'], words.chooseVisibility),
  licence: z.enum(LICENCES, words.chooseLicence),
  version,
  isChecked,
})
export const nameInput = z.strictObject({
  nameUse: z.enum(['named', 'anonymous'], words.chooseName),
})
export type PublishInput = z.output<typeof publishInput>
