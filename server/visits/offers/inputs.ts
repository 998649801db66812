import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, line, optionalParagraph } from '#server/platform/text.ts'
import { localDay, localTime } from '../inputs.ts'
import { LIMITS } from './contract.ts'

const schoolId = z.uuid('Bitte wählen Sie eine Ihrer Schulen.').optional()

const seats = z
  .number('Bitte geben Sie die Plätze als Zahl an.')
  .int('Bitte geben Sie ganze Plätze an.')
  .min(1, 'Mindestens ein Platz.')
  .max(LIMITS.seats, `Höchstens ${LIMITS.seats} Plätze.`)

/** Lines of the form have numbered names: fields left empty would shift an array. */
const NUMBERS = Array.from({ length: LIMITS.newSlots }, (_, at) => at + 1)
const lines = Object.fromEntries(
  NUMBERS.flatMap((at) => [
    [`slot${at}Day`, localDay.optional()],
    [`slot${at}From`, localTime.optional()],
    [`slot${at}To`, localTime.optional()],
    [`slot${at}Seats`, seats.optional()],
  ]),
) as object

const about = {
  clientKey,
  schoolId,
  subject: z
    .string('Bitte wählen Sie ein Fach.')
    .refine(
      (value) => (SUBJECTS as readonly string[]).includes(value),
      'Bitte wählen Sie ein Fach.',
    ),
  gradeBands: z
    .array(z.enum(GRADE_BANDS, 'Bitte wählen Sie aus der Liste.'))
    .max(GRADE_BANDS.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)]),
  topic: line({ ...LIMITS.topic, missing: 'Bitte schreiben Sie, was man bei Ihnen sehen kann.' }),
  note: optionalParagraph({ max: LIMITS.note }),
  visibility: z.enum(['network', 'plg'], 'Bitte wählen Sie, wer das Angebot sieht.'),
  plgId: z.uuid('Bitte wählen Sie eine Ihrer PLGs.').optional(),
}

export const createInput = z.strictObject({ ...about, ...lines }).transform((given) => {
  const typed = given as Record<string, unknown>
  const slots = NUMBERS.map((at) => ({
    line: at,
    day: typed[`slot${at}Day`] as string | undefined,
    from: typed[`slot${at}From`] as string | undefined,
    to: typed[`slot${at}To`] as string | undefined,
    seats: typed[`slot${at}Seats`] as number | undefined,
  }))
  const { schoolId: school, subject, gradeBands, topic, note, visibility, plgId } = given
  return {
    ...{ schoolId: school, subject, gradeBands, topic, note, visibility, plgId, slots },
    clientKey: given.clientKey,
  }
})
export type CreateInput = z.output<typeof createInput>

/** What was agreed keeps its words: a visit bears the topic of the day it was asked for. */
export const editOfferInput = z.strictObject({
  topic: about.topic,
  note: about.note,
  version: z.coerce.number().int().min(1).max(1_000_000),
})
export type EditOfferInput = z.output<typeof editOfferInput>

export const slotInput = z.strictObject({ day: localDay, from: localTime, to: localTime, seats })
export type SlotInput = z.output<typeof slotInput>

export const removeSlotInput = z.strictObject({ slotId: z.uuid() })

export const requestInput = z.strictObject({
  clientKey,
  slotId: z.uuid('Bitte wählen Sie einen Termin.'),
  schoolId,
})
export type RequestInput = z.output<typeof requestInput>
