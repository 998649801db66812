import { z } from 'zod'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { optionalParagraph, paragraph } from '#server/platform/text.ts'
import { LIMITS, SHARING } from './contract.ts'

const FIRST_DAY = '2020-01-01'
const LAST_DAY = '2049-12-31'

const aDay = z
  .string('Bitte geben Sie einen Tag an.')
  .refine(
    (day) => isLocalDay(day) && day >= FIRST_DAY && day <= LAST_DAY,
    'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  )
const aTime = z
  .string('Bitte geben Sie eine Uhrzeit an.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte geben Sie eine Uhrzeit wie 14:30 an.')

export const localDay = aDay
export const localTime = aTime

const version = z.coerce.number().int().min(1).max(1_000_000)

export const versionInput = z.strictObject({ version })
export type VersionInput = z.output<typeof versionInput>
export const noInput = z.strictObject({})

export const prepareInput = z.strictObject({
  version,
  focus: optionalParagraph({ max: LIMITS.focus }),
  preTalkDay: aDay.optional(),
  preTalkTime: aTime.optional(),
})
export type PrepareInput = z.output<typeof prepareInput>

export const observeInput = z.strictObject({
  observation: optionalParagraph({ max: LIMITS.observation }),
})

export const debriefInput = z.strictObject({
  version,
  debrief: paragraph({
    max: LIMITS.debrief,
    missing: 'Bitte schreiben Sie, was Sie aus dem Gespräch mitnehmen.',
  }),
})
export type DebriefInput = z.output<typeof debriefInput>

export const shareInput = z.strictObject({
  version,
  shareWith: z.enum(SHARING, 'Bitte wählen Sie, wer mitlesen darf.'),
})
export type ShareInput = z.output<typeof shareInput>
