import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { LIMITS } from './contract.ts'

/** The print of the text that the form was made with. */
export const print = z.string('Bitte laden Sie die Seite neu.').regex(/^[0-9a-f]{16}$/)

export const noInput = z.strictObject({})

export const agendaInput = z.strictObject({
  print,
  agenda: optionalParagraph({ max: LIMITS.agenda }),
})
export type AgendaInput = z.output<typeof agendaInput>

export const prepareInput = z.strictObject({
  print,
  notes: optionalParagraph({ max: LIMITS.notes }),
  ready: z.literal('on').optional(),
})
export type PrepareInput = z.output<typeof prepareInput>

export const shareInput = z.strictObject({
  versionId: z.uuid('Bitte wählen Sie eine Version.'),
})
export type ShareInput = z.output<typeof shareInput>

export const minutesInput = z.strictObject({
  print,
  minutes: optionalParagraph({ max: LIMITS.minutes }),
})
export type MinutesInput = z.output<typeof minutesInput>
