import { createHash } from 'node:crypto'
import { parseDate } from '@internationalized/date'
import type { Condition, ConditionKind, Verdict } from '../../standing/contract.ts'
import type { CheckPoint } from '../checks/contract.ts'
import { knockOuts } from '../checks/rules.ts'
import { DECISION_LIMITS, type DecisionDraft } from './contract.ts'
import { decisionFaults } from './words.ts'

export type Fault = { field: string; message: string }
type Use = { id: string; users: string[] }

/** Verdicts after which nothing runs that could end. */
const WITHOUT_END: readonly Verdict[] = ['objection', 'not_assessable']
const needsEnd = ({ verdicts }: DecisionDraft) =>
  verdicts.some(({ verdict }) => !WITHOUT_END.includes(verdict))

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What is missing in a decision, whatever the day and the check points. */
export function gapsIn(draft: DecisionDraft): Fault[] {
  const { verdicts, blocks, ownConditions, validUntil, reasoning, alternative } = draft
  const has = (verdict: Verdict) => verdicts.some((one) => one.verdict === verdict)
  const own = linesOf(ownConditions)
  const isBare = blocks.length === 0 && own.length === 0
  const faults: [boolean, string, string][] = [
    [has('no_objection_with_conditions') && isBare, 'blocks', decisionFaults.conditions],
    [
      own.some((line) => line.length > DECISION_LIMITS.condition),
      'ownConditions',
      decisionFaults.longCondition,
    ],
    [needsEnd(draft) && validUntil === null, 'validUntil', decisionFaults.validUntil],
    [reasoning.length < DECISION_LIMITS.reasoning.min, 'reasoning', decisionFaults.reasoning],
    [has('objection') && alternative === '', 'alternative', decisionFaults.alternative],
  ]
  return faults.flatMap(([isMissing, field, message]) => (isMissing ? [{ field, message }] : []))
}

/** Everything that stands against signing this decision today. */
export function faultsIn(
  draft: DecisionDraft,
  { uses, points, today }: { uses: Use[]; points: CheckPointFacts[]; today: string },
): Fault[] {
  const { validUntil } = draft
  const latest = parseDate(today).add({ years: 4 }).toString()
  const isOver = validUntil !== null && validUntil < today
  const isFar = validUntil !== null && validUntil > latest
  return [
    ...uses.flatMap((use, at) => verdictFaults(draft, use, `verdict${at}`, points)),
    ...gapsIn(draft),
    ...(isOver ? [{ field: 'validUntil', message: decisionFaults.past }] : []),
    ...(isFar ? [{ field: 'validUntil', message: decisionFaults.tooLong }] : []),
  ]
}

type CheckPointFacts = Pick<CheckPoint, 'id' | 'question' | 'knockOut' | 'isShort' | 'answer'>

function verdictFaults(
  { verdicts }: DecisionDraft,
  use: Use,
  field: string,
  points: CheckPointFacts[],
): Fault[] {
  const verdict = verdicts.find(({ scenarioId }) => scenarioId === use.id)?.verdict
  if (!verdict) return [{ field, message: decisionFaults.verdict }]
  const sentences = knockOuts(points, verdict, use.users)
  return sentences.length > 0 ? [{ field, message: decisionFaults.knockOut(sentences) }] : []
}

/** The conditions of the opinion about one use, in the words that will stand there for good. */
export function conditionsOf(
  draft: DecisionDraft,
  verdict: Verdict,
  blocks: { id: string; kind: string; text: string; isMandatory: boolean }[],
): Condition[] {
  if (verdict !== 'no_objection_with_conditions' && verdict !== 'pilot_only') return []
  const chosen = blocks
    .filter(({ id }) => draft.blocks.includes(id))
    .map(({ id, kind, text, isMandatory }) => ({
      ...{ id, kind: kind as ConditionKind, text, isMandatory },
    }))
  const own = linesOf(draft.ownConditions).map((text) => ({
    ...{ id: idOf(text), kind: 'other' as const, text, isMandatory: true },
  }))
  return [...chosen, ...own]
}

const idOf = (text: string) => `own-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`

/** Until when an opinion holds at most, unless somebody knows better (data-protection-review.md, "Validity defaults"). */
export function defaultUntil(
  today: string,
  use: { hasAi: boolean; hostingCountry: string; costModel: string; isFast: boolean },
): string {
  return parseDate(today)
    .add({ months: monthsFor(use) })
    .toString()
}

function monthsFor({
  hasAi,
  hostingCountry,
  costModel,
  isFast,
}: Parameters<typeof defaultUntil>[1]) {
  if (isFast) return 36
  const isEu = IN_EU.test(hostingCountry)
  return hasAi || !isEu || costModel === 'freemium' ? 12 : 24
}

/** Countries as curators write them; what is not known is treated as far away. */
const IN_EU =
  /^(EU|EWR|Deutschland|Österreich|Irland|Niederlande|Frankreich|Belgien|Finnland|Schweden|Dänemark|Polen|Spanien|Italien|Luxemburg|DE|AT|IE|NL|FR|BE|FI|SE|DK)$/i

/** An empty decision, as the page begins. */
export const emptyDraft = (validUntil: string): DecisionDraft => ({
  ...{ verdicts: [], blocks: [], ownConditions: '', validUntil, riskLevel: 'low' },
  ...{ dpia: 'not_needed', reasoning: '', alternative: '', graceText: '' },
})

/** The draft of a case; null before anybody has saved one. */
export const draftIn = (stored: unknown): DecisionDraft | null =>
  typeof stored === 'object' && stored !== null && 'verdicts' in stored
    ? (stored as DecisionDraft)
    : null
