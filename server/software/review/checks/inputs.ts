import { z } from 'zod'
import { optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { optionalDay } from '../../proposing/inputs.ts'
import { ANSWERS, type Answer, CRITERION_IDS } from './contract.ts'
import { checkRefusals } from './words.ts'

const answer = z.enum(ANSWERS, { error: 'Bitte wählen Sie aus der Liste.' }).optional()
const comment = optionalParagraph({ max: 2000 })
const seen = optionalLine({ max: 40 })

const fields = Object.fromEntries(
  CRITERION_IDS.flatMap((id) => [
    [`answer${id}`, answer],
    [`comment${id}`, comment],
    [`seen${id}`, seen],
  ]),
) as Record<string, z.ZodType>

export type GivenAnswer = { id: string; answer: Answer; comment: string; seen: string }

/** All check points of the page at once; those without an answer stay open. */
export const answersInput = z.strictObject(fields).transform((given): GivenAnswer[] =>
  CRITERION_IDS.flatMap((id) => {
    const chosen = given[`answer${id}`] as Answer | undefined
    return chosen
      ? [
          {
            id,
            answer: chosen,
            comment: given[`comment${id}`] as string,
            seen: given[`seen${id}`] as string,
          },
        ]
      : []
  }),
)

/** The file, where there is one, comes beside these fields. */
export const evidenceInput = z.strictObject({
  criterionId: z.enum(CRITERION_IDS as [string, ...string[]], {
    error: 'Bitte wählen Sie einen Prüfpunkt.',
  }),
  url: optionalLine({ max: 1000 }).refine(
    (url) => url === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(url),
    checkRefusals.address,
  ),
  documentId: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
  quote: optionalParagraph({ max: 2000 }),
  retrievedOn: optionalDay,
})
export type GivenEvidence = z.output<typeof evidenceInput>

export const removeEvidenceInput = z.strictObject({
  evidence: z.uuid('Diesen Beleg gibt es nicht.'),
})
