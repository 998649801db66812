import { z } from 'zod'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { CASE_LIMITS } from '../../cases/contract.ts'
import { LIMITS, SCENARIO_USERS } from '../../contract.ts'

const word = optionalLine({ max: 60 })
const words = (most: number) => z.array(z.string().max(60)).max(most).default([])

/** The form of a proposal, unfinished: only the name has to stand there. */
export const draftInput = z.strictObject({
  clientKey,
  draft: z.uuid().optional(),
  draftVersion: z.coerce.number().int().min(1).optional(),
  isOther: z.literal('on').optional(),
  name: line({ ...LIMITS.name, missing: 'Bitte geben Sie den Namen der App ein.' }),
  website: optionalLine({ max: LIMITS.website }),
  purpose: optionalParagraph({ max: CASE_LIMITS.purpose }),
  ...{ subject: word, gradeBand: word, deviceScenario: word, pupilAccount: word },
  ...{ neededBy: word, schoolId: word, variant: optionalLine({ max: 120 }) },
  users: words(SCENARIO_USERS.length),
  schoolForms: words(SCHOOL_FORMS.length),
})
export const draftIdInput = z.strictObject({ draft: z.uuid('Diesen Entwurf gibt es nicht.') })

export type DraftInput = z.output<typeof draftInput>
