import { z } from 'zod'
import { clientKey, line, optionalLine } from '#server/platform/text.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { CLOSURE_EFFECTS, HOURS_PURPOSES } from '../contract.ts'
import { openingWords as says } from './words.ts'

const day = z
  .string(says.dayMissing)
  .refine((text) => isLocalDay(text) && text >= '2020-01-01' && text <= '2049-12-31', says.dayOdd)
const time = z.string(says.timeMissing).regex(/^([01]\d|2[0-3]):[0-5]\d$/, says.timeOdd)
const version = z.number(says.stale).int(says.stale).min(1, says.stale)
/** The effect that was agreed to. */
const seen = optionalLine({ max: 64 })

const span = { from: time, to: time, validFrom: day.optional(), validUntil: day.optional() }

export const addHoursInput = z.strictObject({
  clientKey,
  purpose: z.enum(HOURS_PURPOSES, says.purposeMissing),
  weekdays: z
    .array(z.enum(['1', '2', '3', '4', '5', '6', '7'], says.weekdayMissing))
    .min(1, says.weekdayMissing)
    .max(7)
    .default([])
    .transform((all) => [...new Set(all)].map(Number)),
  ...span,
})
export type AddHoursInput = z.output<typeof addHoursInput>

export const changeHoursInput = z.strictObject({ ...span, version, seen })
export type ChangeHoursInput = z.output<typeof changeHoursInput>

export const removeHoursInput = z.strictObject({ version, seen })

export const addClosureInput = z.strictObject({
  clientKey,
  startsOn: day,
  endsOn: day.optional(),
  reason: line({ max: 120, missing: says.reasonMissing }),
  effect: z.enum(CLOSURE_EFFECTS, says.effectMissing),
  seen,
})
export type AddClosureInput = z.output<typeof addClosureInput>

export const removeClosureInput = z.strictObject({ closure: z.uuid(says.stale) })

const about = {
  name: line({ max: 120, missing: says.nameMissing }),
  address: optionalLine({ max: 300 }),
  phone: optionalLine({ max: 40 }),
}
export const addSiteInput = z.strictObject({ clientKey, ...about })
export type AddSiteInput = z.output<typeof addSiteInput>

export const editSiteInput = z.strictObject({ site: z.uuid(says.stale), version, ...about })
export type EditSiteInput = z.output<typeof editSiteInput>

export const retireSiteInput = z.strictObject({ site: z.uuid(says.stale), version, seen })
