import { z } from 'zod'
import { clientKey, line } from '#server/platform/text.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { LIMITS } from '../contract.ts'
import { refusals } from './words.ts'

const day = z.string(refusals.noWish).refine(isLocalDay, refusals.noWish)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, refusals.noWish)
const people = (most: number) =>
  z
    .number('Bitte geben Sie eine Zahl an.')
    .int('Bitte geben Sie eine ganze Zahl an.')
    .min(1, 'Mindestens 1.')
    .max(most, `Höchstens ${most}.`)

export const joinInput = z.strictObject({
  clientKey,
  angebot: z.string(refusals.noWish).max(80),
  tag: day,
  bis_tag: day.optional(),
  von: time.optional(),
  bis: time.optional(),
  anzahl: people(LIMITS.quantity).default(1),
  school: z.uuid('Bitte wählen Sie eine Ihrer Schulen.').optional(),
  participants: people(LIMITS.participants).optional(),
  purpose: line({ ...LIMITS.purpose, missing: 'Bitte schreiben Sie, wofür Sie es brauchen.' }),
  plgId: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
  projectId: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
})
export type JoinInput = z.output<typeof joinInput>
export const entryInput = z.strictObject({ entry: z.uuid(refusals.isGone) })
