import { z } from 'zod'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { BASES, KINDS, LIFECYCLES, LIMITS } from '../contract.ts'

const form = z.enum(SCHOOL_FORMS, 'Bitte wählen Sie eine Schulform.')
const number = (most: number) =>
  z.coerce
    .number(`Bitte eine Zahl von 1 bis ${most}.`)
    .int('Bitte eine ganze Zahl.')
    .min(1, `Bitte eine Zahl von 1 bis ${most}.`)
    .max(most, `Bitte eine Zahl von 1 bis ${most}.`)

export const classInput = z.strictObject({
  clientKey,
  name: line({ ...LIMITS.className, missing: 'Bitte geben Sie der Klasse einen Namen.' }),
  kind: z.enum(KINDS, 'Bitte wählen Sie eine Art.'),
  lifecycle: z.enum(LIFECYCLES, 'Bitte wählen Sie einen Stand.'),
  description: optionalParagraph({ max: LIMITS.description }),
})
export type ClassInput = z.output<typeof classInput>

export const changeClassInput = z.strictObject({
  class: z.uuid(),
  version: z.coerce.number().int().min(1),
  name: line({ ...LIMITS.className, missing: 'Bitte geben Sie der Klasse einen Namen.' }),
  kind: z.enum(KINDS, 'Bitte wählen Sie eine Art.'),
  lifecycle: z.enum(LIFECYCLES, 'Bitte wählen Sie einen Stand.'),
  description: optionalParagraph({ max: LIMITS.description }),
})
export type ChangeClassInput = z.output<typeof changeClassInput>

export const draftInput = z.strictObject({ form })

export const ruleInput = z.strictObject({
  form,
  class: z.uuid('Bitte wählen Sie eine Klasse.'),
  basis: z.enum(BASES, 'Bitte wählen Sie, wonach gezählt wird.'),
  amount: number(LIMITS.amount),
  per: number(LIMITS.amount),
})
export type RuleInput = z.output<typeof ruleInput>

export const removeRuleInput = z.strictObject({ form, class: z.uuid() })

export const publishInput = z.strictObject({
  form,
  validFrom: z
    .string('Bitte geben Sie an, ab wann die Version gilt.')
    .refine(
      (day) => isLocalDay(day) && day >= '2020-01-01' && day <= '2049-12-31',
      'Bitte geben Sie einen Tag an, zum Beispiel 2027-08-01.',
    ),
  note: optionalLine({ max: LIMITS.note }),
})
export type PublishInput = z.output<typeof publishInput>
