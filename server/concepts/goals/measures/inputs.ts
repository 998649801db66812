import { z } from 'zod'
import { optionalDay } from '#server/platform/form-fields.ts'
import { clientKey, line, optionalLine, paragraph } from '#server/platform/text.ts'
import { SUPPORT_KINDS, LIMITS as SUPPORT_LIMITS } from '#server/support/contract.ts'
import { owners, version } from '../inputs.ts'
import { words as goalWords } from '../words.ts'
import { LIMITS, MEASURE_STATUSES } from './contract.ts'
import { words } from './words.ts'

const about = {
  title: line({ ...LIMITS.title, missing: words.missingTitle }),
  nextStep: optionalLine(LIMITS.nextStep),
  dueOn: optionalDay,
  owners,
}
const measure = z.uuid(goalWords.incomplete)
const isSaid = ({ status, blockedBy }: { status: string; blockedBy: string }) =>
  status !== 'blocked' || blockedBy !== ''
const unsaid = { path: ['blockedBy'], message: words.missingBlock }

export const newMeasureInput = z.strictObject({ ...about, clientKey })
export const editMeasureInput = z
  .strictObject({
    ...about,
    status: z.enum(MEASURE_STATUSES, goalWords.fromTheList),
    blockedBy: optionalLine(LIMITS.blockedBy),
    version,
  })
  .refine(isSaid, unsaid)
/** One press in the list: done, or open after all. */
export const tickMeasureInput = z.strictObject({ measure, isDone: z.boolean().default(false) })
export const measureInput = z.strictObject({ measure })
export const noInput = z.strictObject({})
export const askInput = z.strictObject({
  plg: z.string({ error: words.missingPlg }).max(120),
  kind: z.enum(SUPPORT_KINDS, 'Bitte wählen Sie, was Sie brauchen.'),
  text: paragraph({
    max: SUPPORT_LIMITS.requestText,
    missing: 'Bitte schreiben Sie, worum es geht.',
  }),
  clientKey,
})

export type NewMeasure = z.output<typeof newMeasureInput>
export type EditMeasure = z.output<typeof editMeasureInput>
export type AskForMeasure = z.output<typeof askInput>
