import { z } from 'zod'
import { optionalLine, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import {
  DECISIONS,
  LIMITS,
  RECOMMENDATIONS,
  RELEASE_MODES,
  RELEASE_STEPS,
  SUPPORT_LEVELS,
} from './contract.ts'
import { refusals } from './words.ts'

const aDay = z.iso.date('Bitte wählen Sie einen Tag.')
const optionalDay = z.union([aDay, z.literal('').transform(() => undefined)]).optional()
const id = (sentence: string) => z.uuid(sentence)
const grade = z.coerce.number('Bitte wählen Sie einen Jahrgang.').int().min(1).max(13)
const optionalGrade = z
  .union([z.literal('').transform(() => null), grade])
  .optional()
  .transform((value) => value ?? null)

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** One school a line, by name or number. */
const schoolLines = optionalParagraph({ max: 6000 }).transform((text, context) => {
  const lines = [...new Set(linesOf(text))]
  if (lines.length > LIMITS.schools)
    context.addIssue({ code: 'custom', message: refusals.manySchools, input: text, path: [] })
  return lines
})

/** One condition a line. */
const conditionLines = optionalParagraph({ max: 6000 }).transform((text, context) => {
  const lines = linesOf(text)
  const issue = (message: string) =>
    context.addIssue({ code: 'custom', message, input: text, path: [] })
  if (lines.length > LIMITS.conditions) issue(`Bitte höchstens ${LIMITS.conditions} Auflagen.`)
  if (lines.some((line) => line.length > LIMITS.condition))
    issue(`Bitte höchstens ${LIMITS.condition} Zeichen je Auflage.`)
  return lines
})

const scope = {
  schoolForms: z.array(z.enum(SCHOOL_FORMS)).max(SCHOOL_FORMS.length).default([]),
  gradeMin: optionalGrade,
  gradeMax: optionalGrade,
}

export const decideInput = z.strictObject({
  number: z.coerce.number().int().min(1).max(2_147_483_647),
  decision: z.enum(DECISIONS, 'Bitte wählen Sie eine Entscheidung.'),
  note: optionalParagraph({ max: LIMITS.reason }),
  conditions: conditionLines,
  validUntil: optionalDay,
  project: optionalLine({ max: 300 }),
  schools: schoolLines,
  ...scope,
})

export const modeInput = z.strictObject({
  mode: z.enum(RELEASE_MODES, 'Bitte wählen Sie eine Regel.'),
})

const releaseId = id('Diese Freigabe gibt es nicht.')
const reason = paragraph({ max: LIMITS.reason, missing: refusals.reason })

export const stepInput = z.strictObject({
  releaseId,
  step: z.enum(RELEASE_STEPS, 'Bitte wählen Sie, was geschehen soll.'),
  reason,
})

export const standardInput = z.strictObject({
  releaseId,
  isStandard: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  supportLevel: z.enum(SUPPORT_LEVELS, 'Bitte wählen Sie, wer unterstützt.'),
})

export const pilotReportInput = z.strictObject({
  releaseId,
  result: paragraph({ ...LIMITS.result, missing: 'Bitte schreiben Sie, was dabei herauskam.' }),
  recommendation: z.enum(RECOMMENDATIONS, 'Bitte wählen Sie eine Empfehlung.'),
})

export const proposeInput = z.strictObject({
  scenarioId: id('Diese Nutzung gibt es nicht.'),
  opinionId: id('Diese Stellungnahme gibt es nicht.'),
  reason: paragraph({ ...LIMITS.deviation, missing: refusals.reason }),
  conditions: conditionLines,
  validUntil: aDay,
})

export const settleInput = z.strictObject({
  proposalId: id('Diesen Vorschlag gibt es nicht.'),
  answer: z.enum(['confirm', 'decline', 'withdraw'], 'Bitte entscheiden Sie.'),
})

export type DecideInput = z.output<typeof decideInput>
export type StepInput = z.output<typeof stepInput>
export type StandardInput = z.output<typeof standardInput>
export type PilotReportInput = z.output<typeof pilotReportInput>
export type ProposeInput = z.output<typeof proposeInput>
export type SettleInput = z.output<typeof settleInput>
