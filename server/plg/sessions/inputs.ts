import { z } from 'zod'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { LIMITS, MODES } from './contract.ts'
import { isProtocol } from './protocols/contract.ts'

const FIRST_DAY = '2020-01-01'
const LAST_DAY = '2049-12-31'

export const localDay = z
  .string('Bitte geben Sie einen Tag an.')
  .refine(
    (day) => isLocalDay(day) && day >= FIRST_DAY && day <= LAST_DAY,
    'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  )
export const localTime = z
  .string('Bitte geben Sie eine Uhrzeit an.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte geben Sie eine Uhrzeit wie 14:30 an.')

const person = z.uuid('Bitte wählen Sie aus der Liste.').optional()
const protocol = z.string().refine(isProtocol, 'Bitte wählen Sie aus der Liste.').optional()

/** Only addresses of the web; a link with other letters in front could run something. */
export const link = optionalLine({ max: LIMITS.link }).refine(
  (value) => value === '' || (/^https:\/\/[^\s@]+$/i.test(value) && URL.canParse(value)),
  'Bitte fügen Sie eine Adresse ein, die mit https:// beginnt.',
)

/** Lines of the agenda have numbered names: fields left empty would shift an array. */
const itemFields = {
  title: optionalLine({ max: LIMITS.itemTitle }),
  minutes: z
    .number('Bitte geben Sie Minuten als Zahl an.')
    .int('Bitte geben Sie ganze Minuten an.')
    .min(1, 'Mindestens eine Minute.')
    .max(LIMITS.itemMinutes, `Höchstens ${LIMITS.itemMinutes} Minuten.`)
    .optional(),
  protocol,
}
const NUMBERS = Array.from({ length: LIMITS.items }, (_, at) => at + 1)
/** Known by their names only: the type of a form need not list thirty of them. */
const items = Object.fromEntries(
  NUMBERS.flatMap((at) => [
    [`item${at}Title`, itemFields.title],
    [`item${at}Minutes`, itemFields.minutes],
    [`item${at}Protocol`, itemFields.protocol],
  ]),
) as object

const about = {
  title: line({ max: LIMITS.title, missing: 'Bitte geben Sie dem Termin einen Titel.' }),
  day: localDay,
  from: localTime,
  to: localTime,
  mode: z.enum(MODES, 'Bitte wählen Sie, wie Sie sich treffen.'),
  place: optionalLine({ max: LIMITS.place }),
  link,
  host: person,
  timekeeper: person,
  minuteTaker: person,
  protocolLead: person,
}

export const planInput = z.strictObject({ clientKey, ...about, ...items }).transform(withAgenda)
export const changeInput = z
  .strictObject({ version: z.number().int(), ...about, ...items })
  .transform(withAgenda)

/** The numbered lines as a list. */
function withAgenda<Given extends z.output<z.ZodObject<typeof about>>>(given: Given) {
  const typed = given as Record<string, unknown>
  const agenda = NUMBERS.map((at) => ({
    title: (typed[`item${at}Title`] as string | undefined) ?? '',
    minutes: typed[`item${at}Minutes`] as number | undefined,
    protocol: typed[`item${at}Protocol`] as string | undefined,
  }))
  const { host, timekeeper, minuteTaker, protocolLead, ...rest } = given
  return { ...rest, agenda, duties: { host, timekeeper, minuteTaker, protocolLead } }
}
export type PlanInput = z.output<typeof planInput>
export type ChangeInput = z.output<typeof changeInput>

export const versionInput = z.strictObject({ version: z.number().int() })

export const attendanceInput = z.strictObject({
  person: z
    .array(z.uuid('Bitte wählen Sie aus der Liste.'))
    .max(LIMITS.present, `Mehr als ${LIMITS.present} Personen lassen sich nicht eintragen.`)
    .default([])
    .transform((ids) => [...new Set(ids)]),
})
export type AttendanceInput = z.output<typeof attendanceInput>

export const minutesInput = z.strictObject({
  version: z.number().int(),
  minutes: optionalParagraph({ max: LIMITS.minutes }),
})
export type MinutesInput = z.output<typeof minutesInput>

export const decisionInput = z.strictObject({
  decision: line({ max: LIMITS.decision, missing: 'Was haben Sie beschlossen?' }),
})

export const checkOutInput = z.strictObject({
  takeaway: optionalParagraph({ max: LIMITS.checkOut }),
  nextStep: optionalParagraph({ max: LIMITS.checkOut }),
})
export type CheckOutInput = z.output<typeof checkOutInput>

export const oneDecisionInput = z.strictObject({ decision: z.uuid() })
