import { z } from 'zod'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { clientKey, line, optionalLine, paragraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { CASE_LIMITS } from '../cases/contract.ts'
import { DEVICE_SCENARIOS, LIMITS, PUPIL_ACCOUNTS, SCENARIO_USERS } from '../contract.ts'

const LIST = 'Bitte wählen Sie aus der Liste.'
const oneOf = <Value extends string>(values: readonly Value[], missing = LIST) =>
  z.enum(values as [Value, ...Value[]], { error: missing })
const several = (values: readonly string[]) =>
  z
    .array(z.string().refine((value) => values.includes(value), LIST))
    .max(values.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)])

/** A day as a date field sends it, or as people type it; left empty it is null. */
export const optionalDay = z
  .string()
  .optional()
  .transform((value, context) => {
    const text = value?.trim() ?? ''
    if (text === '') return null
    const day = dayIn(text)
    if (day) return day
    context.addIssue({ code: 'custom', message: 'Bitte geben Sie einen Tag wie 27.11.2026 ein.' })
    return z.NEVER
  })

/** "2026-11-27", from that or from "27.11.2026"; undefined for what is no day. */
function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  if (!/^20\d\d-\d\d-\d\d$/.test(iso)) return undefined
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** A web address; whoever leaves the beginning out means https. */
export const webAddress = (missing: string) =>
  line({ max: LIMITS.website, missing }).transform((typed, context) => {
    const text = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
    try {
      const { protocol, hostname } = new URL(text)
      if (/^https?:$/.test(protocol) && hostname.includes('.')) return text
    } catch {
      // It is none; said below.
    }
    context.addIssue({
      code: 'custom',
      message: 'Bitte geben Sie eine Adresse wie https://www.beispiel.de ein.',
    })
    return z.NEVER
  })

const about = {
  purpose: paragraph({
    max: CASE_LIMITS.purpose,
    missing: 'Bitte schreiben Sie, wofür Sie die App im Unterricht brauchen.',
  }),
  neededBy: optionalDay,
  schoolId: z.uuid(LIST).optional(),
  clientKey,
}

export const proposeInput = z.strictObject({
  ...about,
  name: line({ ...LIMITS.name, missing: 'Bitte geben Sie den Namen der App ein.' }),
  website: webAddress('Bitte geben Sie die Adresse der App im Internet ein.'),
  subject: oneOf(SUBJECTS).optional(),
  gradeBand: oneOf(GRADE_BANDS).optional(),
  deviceScenario: oneOf(DEVICE_SCENARIOS, 'Bitte wählen Sie, auf welchen Geräten.'),
  pupilAccount: oneOf(PUPIL_ACCOUNTS, 'Bitte wählen Sie, mit welchem Konto.'),
  users: several(SCENARIO_USERS),
  schoolForms: several(SCHOOL_FORMS),
  variant: optionalLine({ max: 120 }),
  /** "Nein, das ist etwas anderes." */
  isOther: z.literal('on').optional(),
  /** The draft it was, which goes with it. */
  draft: z.uuid().optional(),
  draftVersion: z.coerce.number().int().optional(),
})
export type Proposal = z.output<typeof proposeInput>

export const REQUEST_REASONS = ['school_request', 'complaint'] as const
export const requestInput = z.strictObject({
  ...about,
  purpose: paragraph({
    max: CASE_LIMITS.purpose,
    missing: 'Bitte schreiben Sie, worum es geht.',
  }),
  reason: oneOf(REQUEST_REASONS, 'Bitte wählen Sie, worum es geht.'),
})
export type ReviewRequest = z.output<typeof requestInput>

export const demandInput = z.strictObject({
  number: z.coerce.number().int().min(1).max(999_999_999),
})
export const noInput = z.strictObject({})
export const answerInput = z.strictObject({
  questionId: z.uuid('Diese Frage gibt es nicht.'),
  answer: paragraph({ max: 8000, missing: 'Bitte schreiben Sie eine Antwort.' }),
})
