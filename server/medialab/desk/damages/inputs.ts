import { z } from 'zod'
import { clientKey, optionalParagraph } from '#server/platform/text.ts'
import { termin, version } from '../handing/inputs.ts'
import { CATEGORIES, DAMAGE_LIMITS, DAMAGE_STATES } from './contract.ts'
import { damageWords } from './words.ts'

const described = optionalParagraph({ max: DAMAGE_LIMITS.description })
const category = z.enum(CATEGORIES, { error: 'Bitte wählen Sie, was es ist.' })

/** A damage seen at the counter, on one line of what comes back. The photo comes beside these fields. */
export const damageInput = z.strictObject({
  ...{ clientKey, termin, category, description: described },
  line: z.uuid('Bitte wählen Sie das Teil.'),
  quantity: z.coerce.number('Bitte geben Sie eine Zahl ein.').int().min(1).max(10_000).default(1),
  isUnusable: z
    .literal('on')
    .optional()
    .transform((given) => given === 'on'),
})
export type GivenDamage = z.output<typeof damageInput>

/** A problem reported from school. */
export const problemInput = z.strictObject({ clientKey, category, description: described })
export type GivenProblem = z.output<typeof problemInput>

/** "89,90" in cents. */
const euros = z
  .string()
  .optional()
  .transform((given, context): number | null => {
    const text = (given ?? '').replace(/[€\s]/g, '')
    if (text === '') return null
    const cents = /^\d{1,7}(?:[.,]\d{1,2})?$/.test(text)
      ? Math.round(Number(text.replace(',', '.')) * 100)
      : NaN
    if (!(cents <= DAMAGE_LIMITS.cents)) {
      context.addIssue({ code: 'custom', message: damageWords.euros, input: given })
      return null
    }
    return cents
  })

export const assessInput = z.strictObject({
  version,
  state: z.enum(DAMAGE_STATES, { error: 'Bitte wählen Sie einen Stand.' }),
  estimate: euros,
  staffNote: optionalParagraph({ max: DAMAGE_LIMITS.staffNote }),
})
export type Assessment = z.output<typeof assessInput>

export const damageVersionInput = z.strictObject({ version })
