import { z } from 'zod'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { LIMITS as SESSION, MODES } from '../sessions/contract.ts'
import { link, localDay, localTime } from '../sessions/inputs.ts'
import { ANSWERS, LIMITS } from './contract.ts'

const NUMBERS = Array.from({ length: LIMITS.slots }, (_, at) => at + 1)

/** Numbered names: fields left empty would shift an array. */
const slots = Object.fromEntries(
  NUMBERS.flatMap((at) => [
    [`slot${at}Day`, localDay.optional()],
    [`slot${at}From`, localTime.optional()],
    [`slot${at}To`, localTime.optional()],
  ]),
) as object

export type TypedSlot = {
  at: number
  day: string | undefined
  from: string | undefined
  to: string | undefined
}

export const openPollInput = z
  .strictObject({
    clientKey,
    title: line({ max: LIMITS.title, missing: 'Bitte sagen Sie, wofür Sie einen Termin suchen.' }),
    note: optionalParagraph({ max: LIMITS.note }),
    closesOn: localDay.optional(),
    ...slots,
  })
  .transform((given) => {
    const typed = given as Record<string, unknown>
    const field = (name: string) => typed[name] as string | undefined
    const { title, note, closesOn } = given
    return {
      ...{ clientKey: given.clientKey, title, note, closesOn },
      slots: NUMBERS.map((at): TypedSlot => ({
        at,
        day: field(`slot${at}Day`),
        from: field(`slot${at}From`),
        to: field(`slot${at}To`),
      })),
    }
  })
export type OpenPollInput = z.output<typeof openPollInput>

const answers = Object.fromEntries(
  NUMBERS.map((at) => [`answer${at}`, z.enum(ANSWERS).optional()]),
) as object

/** The answers in the order of the times. */
export const answerInput = z.strictObject({ ...answers }).transform((given) => {
  const typed = given as Record<string, (typeof ANSWERS)[number] | undefined>
  return NUMBERS.map((at) => typed[`answer${at}`])
})
export type AnswerInput = z.output<typeof answerInput>

export const decideInput = z.strictObject({
  slot: z.uuid('Bitte wählen Sie eine der Zeiten.'),
  mode: z.enum(MODES, 'Bitte wählen Sie, wie Sie sich treffen.'),
  place: optionalLine({ max: SESSION.place }),
  link,
})
export type DecideInput = z.output<typeof decideInput>

export const endInput = z.strictObject({})
