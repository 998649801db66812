import { z } from 'zod'
import { line } from '#server/platform/text.ts'
import { CONDITION_KINDS } from '../../standing/contract.ts'

const about = {
  kind: z.enum(CONDITION_KINDS, { error: 'Bitte wählen Sie aus der Liste.' }),
  text: line({ max: 400, missing: 'Bitte schreiben Sie die Auflage in einem Satz.' }),
  isMandatory: z
    .literal('on')
    .optional()
    .transform((value) => value === 'on'),
}
export const addBlockInput = z.strictObject(about)
export const editBlockInput = z.strictObject({
  ...about,
  block: z.uuid('Diesen Baustein gibt es nicht.'),
})
export const retireBlockInput = z.strictObject({
  block: z.uuid('Diesen Baustein gibt es nicht.'),
})
export type Block = z.output<typeof addBlockInput>
