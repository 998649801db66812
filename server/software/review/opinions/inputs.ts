import { z } from 'zod'
import { optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { optionalDay } from '../../proposing/inputs.ts'
import { VERDICTS, type Verdict } from '../../standing/contract.ts'
import {
  DECISION_LIMITS,
  type DecisionDraft,
  DPIA_STATES,
  MOST_USES,
  RISK_LEVELS,
} from './contract.ts'
import { gapsIn } from './rules.ts'
import { decisionFaults } from './words.ts'

const LIST = 'Bitte wählen Sie aus der Liste.'
const STALE = 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.'
const USES = Array.from({ length: MOST_USES }, (_, at) => at)

const useFields = Object.fromEntries(
  USES.flatMap((at) => [
    [`scenario${at}`, z.uuid(STALE).optional()],
    [`verdict${at}`, z.enum(VERDICTS, { error: LIST }).optional()],
  ]),
) as Record<string, z.ZodType>

export const version = z.coerce
  .number({ error: STALE })
  .int(STALE)
  .min(1, STALE)
  .max(2_000_000_000, STALE)

const about = {
  version,
  blocks: z.array(z.uuid(LIST)).max(60).default([]),
  ownConditions: optionalParagraph({ max: DECISION_LIMITS.ownConditions }),
  validUntil: optionalDay,
  riskLevel: z.enum(RISK_LEVELS, { error: LIST }).default('low'),
  dpia: z.enum(DPIA_STATES, { error: LIST }).default('not_needed'),
  reasoning: optionalParagraph({ max: DECISION_LIMITS.reasoning.max }),
  alternative: optionalParagraph({ max: DECISION_LIMITS.alternative }),
  graceText: optionalLine({ max: DECISION_LIMITS.grace }),
  internalNote: optionalParagraph({ max: DECISION_LIMITS.note }),
}

const fields = z.strictObject({ ...about, ...useFields })
export type GivenDecision = { version: number; internalNote: string; draft: DecisionDraft }

function read(given: Record<string, unknown>): GivenDecision {
  const { version, internalNote, ...rest } = given as z.output<z.ZodObject<typeof about>>
  const { blocks, ownConditions, validUntil, riskLevel, dpia } = rest
  const { reasoning, alternative, graceText } = rest
  const verdicts = USES.flatMap((at) => {
    const scenarioId = given[`scenario${at}`] as string | undefined
    const verdict = given[`verdict${at}`] as Verdict | undefined
    return scenarioId && verdict ? [{ scenarioId, verdict }] : []
  })
  return {
    ...{ version, internalNote },
    draft: {
      ...{ verdicts, blocks, ownConditions, validUntil, riskLevel, dpia },
      ...{ reasoning, alternative, graceText },
    },
  }
}

/** "Entwurf sichern": as far as it has come. */
export const draftInput = fields.transform(read)

/** "Entscheidung veröffentlichen": whole, everything that is missing said at once, each beside its field. */
export const decisionInput = fields.transform((typed, context): GivenDecision => {
  const given: Record<string, unknown> = typed
  const decision = read(given)
  const missing = USES.filter((at) => given[`scenario${at}`] && !given[`verdict${at}`])
  for (const at of missing)
    context.addIssue({ code: 'custom', path: [`verdict${at}`], message: decisionFaults.verdict })
  // A form that says nothing of any use still has its other gaps named.
  for (const { field, message } of gapsIn(decision.draft))
    context.addIssue({ code: 'custom', path: [field], message })
  return decision
})

export const signInput = z.strictObject({ version })
export const sendBackInput = z.strictObject({ note: optionalParagraph({ max: 2000 }) })
