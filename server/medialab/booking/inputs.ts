import { z } from 'zod'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { line, optionalLine } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'

const FIRST_DAY = '2020-01-01'
const LAST_DAY = '2049-12-31'

/** What has changed since the page was made is told by this number. */
export const version = z.coerce.number().int().min(1).max(100_000_000)
export const position = z.coerce.number().int().min(1).max(1000)

export const aDay = z
  .string('Bitte geben Sie einen Tag an.')
  .refine(
    (day) => isLocalDay(day) && day >= FIRST_DAY && day <= LAST_DAY,
    'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  )
export const aTime = z
  .string('Bitte geben Sie eine Uhrzeit an.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte geben Sie eine Uhrzeit wie 14:30 an.')

export const noInput = z.strictObject({})

/** One date, or all that can still be called off. */
export const cancelInput = z.strictObject({
  version,
  position: position.optional(),
  reason: optionalLine({ max: LIMITS.reason }),
})
export type CancelInput = z.output<typeof cancelInput>

/** "1,3": the dates that were cancelled at once. */
export const restoreInput = z.strictObject({
  positions: z
    .string()
    .regex(/^\d{1,4}(,\d{1,4}){0,99}$/)
    .transform((text) => text.split(',').map(Number)),
})
export type RestoreInput = z.output<typeof restoreInput>

export const editInput = z.strictObject({
  version,
  purpose: line({
    ...LIMITS.purpose,
    missing: 'Bitte schreiben Sie kurz, wofür Sie das brauchen.',
  }),
  subject: optionalLine({ max: 60 }),
  grade: z.coerce.number().int().min(0).max(13).optional(),
  participants: z.coerce
    .number('Bitte geben Sie eine Zahl an.')
    .int()
    .min(1, 'Bitte geben Sie mindestens eine Person an.')
    .max(LIMITS.participants, `Höchstens ${LIMITS.participants}.`)
    .optional(),
  phone: optionalLine({ max: LIMITS.phone }),
})
export type EditInput = z.output<typeof editInput>

const slug = z.string('Bitte wählen Sie ein Angebot.').min(1).max(80)

export const addOfferInput = z.strictObject({
  version,
  offer: slug,
  quantity: z.coerce.number('Bitte geben Sie eine Zahl an.').int().min(1).max(LIMITS.quantity),
})
export type AddOfferInput = z.output<typeof addOfferInput>

export const removeOfferInput = z.strictObject({ version, offer: slug })
export type RemoveOfferInput = z.output<typeof removeOfferInput>
