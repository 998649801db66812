import { z } from 'zod'
import { optionalParagraph } from '#server/platform/text.ts'
import { OPEN_PHASES, PHASES } from '../contract.ts'
import { NOTE_LENGTH } from './contract.ts'
import { words } from './words.ts'

/** How the PLG stood on the page on which somebody decided. */
const expected = {
  from: z.enum(PHASES, words.staleForm),
  cycle: z.number(words.staleForm).int().min(1).max(1000),
}
const note = optionalParagraph({ max: NOTE_LENGTH })

export const moveInput = z.strictObject({
  ...expected,
  phase: z.enum(OPEN_PHASES, words.missingPhase),
  until: z.iso.date(words.noDay).optional(),
  note,
})
export type MoveInput = z.output<typeof moveInput>

export const pauseInput = z.strictObject({ ...expected, note })
export type PauseInput = z.output<typeof pauseInput>

export const closeInput = z.strictObject({
  ...expected,
  note,
  isSure: z.literal(true, words.missingSure),
})
export type CloseInput = z.output<typeof closeInput>
