import { z } from 'zod'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { ITEM_LIMITS, ITEM_STATES, PART_STATES } from './contract.ts'
import { itemWords as says } from './words.ts'

const count = (least: number, most: number) =>
  z
    .number(says.number)
    .int(says.number)
    .min(least, says.between(least, most))
    .max(most, says.between(least, most))
const version = z.number(says.stale).int(says.stale).min(1, says.stale)
const id = z.uuid(says.stale)
const seen = optionalLine({ max: 64 })

const asCode = (text: string) => text.toUpperCase().replace(/\s+/g, '-')
const isCode = (text: string) =>
  text.length <= 20 && /^[A-HJ-NP-Z2-9]+(-[A-HJ-NP-Z2-9]+)*$/.test(text)

export const addItemsInput = z.strictObject({
  clientKey,
  /** Whole things, each with a sticker, or one heap that is counted. */
  way: z.enum(['whole', 'counted'], says.stale),
  amount: count(1, ITEM_LIMITS.total),
  label: optionalLine({ max: 110 }),
  code: optionalLine({ max: 40 })
    .transform(asCode)
    .refine((text) => text === '' || isCode(text), says.badCode),
})
export type AddItemsInput = z.output<typeof addItemsInput>

export const editItemInput = z.strictObject({
  version,
  seen,
  code: line({ max: 40, missing: says.badCode }).transform(asCode).refine(isCode, says.badCode),
  label: optionalLine({ max: 120 }),
  inventoryNumber: optionalLine({ max: 60 }),
  total: count(0, ITEM_LIMITS.total).optional(),
  reserve: count(0, ITEM_LIMITS.total).optional(),
  broken: count(0, ITEM_LIMITS.total).optional(),
  state: z.enum(ITEM_STATES, says.stale),
  notes: optionalParagraph({ max: 2000 }),
})
export type EditItemInput = z.output<typeof editItemInput>

const part = {
  name: line({ max: 120, missing: says.nameMissing }),
  quantity: count(1, ITEM_LIMITS.quantity),
  isCritical: z.boolean().default(false),
}
export const addPartInput = z.strictObject({ clientKey, ...part })
export type AddPartInput = z.output<typeof addPartInput>

export const editPartInput = z.strictObject({
  part: id,
  ...part,
  state: z.enum(PART_STATES, says.stale),
})
export type EditPartInput = z.output<typeof editPartInput>

export const partInput = z.strictObject({ part: id })
export const unitsInput = z.strictObject({ name: line({ max: 100, missing: says.nameMissing }) })

export const staffInput = z.strictObject({
  seen,
  people: z
    .array(id)
    .max(200)
    .default([])
    .transform((chosen) => [...new Set(chosen)]),
})
export type StaffInput = z.output<typeof staffInput>

export const addAppInput = z.strictObject({
  name: line({ max: 200, missing: says.unknownApp }),
  isNeeded: z.boolean().default(false),
})
export const appInput = z.strictObject({ app: id })
