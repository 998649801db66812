import { z } from 'zod'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { LONGEST_NOTE, LONGEST_TITLE, MOST_LISTS, VISIBILITIES } from './contract.ts'

const app = z.string().regex(/^[a-z0-9-]{1,100}$/, 'Diese App gibt es nicht.')
const title = line({ max: LONGEST_TITLE, missing: 'Bitte geben Sie der Liste einen Namen.' })
const visibility = z.enum(VISIBILITIES, 'Bitte wählen Sie, wer die Liste sieht.')
const id = z.uuid('Diese Liste gibt es nicht.')

export const followInput = z.strictObject({ app })
export const newListInput = z.strictObject({ clientKey, title, visibility })
export const editListInput = z.strictObject({ title, visibility })
export const noInput = z.strictObject({})
/** On which of one's lists an app stands; a new one may be named. */
export const keepInput = z.strictObject({
  ...{ app, clientKey, title: optionalLine({ max: LONGEST_TITLE }) },
  lists: z.array(id).max(MOST_LISTS).default([]),
})
const productId = z.uuid('Diese App gibt es nicht.')
export const itemInput = z.strictObject({ productId })
/** What one wants to remember about an app of a list. */
export const notedInput = z.strictObject({
  productId,
  note: optionalParagraph({ max: LONGEST_NOTE }),
})
export const listIdInput = z.strictObject({ listId: id })

export type NewList = z.output<typeof newListInput>
export type EditList = z.output<typeof editListInput>
export type Noted = z.output<typeof notedInput>
export type Keep = z.output<typeof keepInput>
