import { z } from 'zod'
import { day } from '#server/platform/form-fields.ts'
import { clientKey, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { VISIBILITIES } from '../contract.ts'
import { chosenId } from '../goals/inputs.ts'
import { CONTEXTS, LIMITS } from './contract.ts'
import { words } from './words.ts'

/** What people name themselves; the others come from where they happened. */
const texts = {
  use: optionalParagraph(LIMITS.text),
  benefit: optionalParagraph(LIMITS.text),
  surprise: optionalParagraph(LIMITS.text),
  hindrance: optionalParagraph(LIMITS.text),
  nextStep: optionalParagraph(LIMITS.nextStep),
}

export const newReflectionInput = z.strictObject({
  ...texts,
  whatWeDid: paragraph({ ...LIMITS.text, missing: words.missing }),
  heldOn: day,
  context: z.enum(CONTEXTS, words.fromTheList).default('general'),
  goalId: chosenId,
  visibility: z.enum(VISIBILITIES, words.fromTheList).default('school'),
  corrects: chosenId,
  clientKey,
})
export const takeInput = z.strictObject({
  concept: z.uuid(words.noConcept),
  goalId: chosenId,
  clientKey,
})

export type NewReflection = z.output<typeof newReflectionInput>
export type TakeInput = z.output<typeof takeInput>
