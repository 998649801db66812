import { z } from 'zod'
import { line, optionalParagraph } from '#server/platform/text.ts'
import { isChecked, version } from '../inputs.ts'
import { CLOSING_LIMITS, RECOMMENDATIONS } from './contract.ts'
import { words } from './words.ts'

const text = optionalParagraph(CLOSING_LIMITS.text)

export const closingInput = z.strictObject({
  result: text,
  surprise: text,
  wouldChange: text,
  oneSentence: line({ ...CLOSING_LIMITS.oneSentence, missing: words.missingSentence }),
  context: text,
  approach: text,
  effort: optionalParagraph(CLOSING_LIMITS.effort),
  recommendation: z.enum(RECOMMENDATIONS, words.missingRecommendation),
  version,
  isChecked,
})
export type ClosingInput = z.output<typeof closingInput>
