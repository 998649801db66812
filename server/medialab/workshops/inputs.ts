import { z } from 'zod'
import {
  clientKey,
  line,
  optionalLine,
  optionalParagraph,
  paragraph,
} from '#server/platform/text.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { AUDIENCE_ROLES, LIMITS, WORKSHOP_KINDS } from './contract.ts'
import { refusals } from './words.ts'

const localDay = z
  .string('Bitte geben Sie einen Tag an.')
  .refine(
    (day) => isLocalDay(day) && day >= '2020-01-01' && day <= '2049-12-31',
    'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  )
const localTime = z
  .string('Bitte geben Sie eine Uhrzeit an.')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Bitte geben Sie eine Uhrzeit wie 14:30 an.')

const version = z
  .number({ error: refusals.stale })
  .int(refusals.stale)
  .min(1, refusals.stale)
  .max(2_000_000_000, refusals.stale)

const people = z
  .number('Bitte geben Sie eine Zahl an.')
  .int('Bitte geben Sie eine ganze Zahl an.')
  .min(1, 'Mindestens 1.')
  .max(LIMITS.seats, `Höchstens ${LIMITS.seats}.`)

/** Only addresses of the web; a link with other letters in front could run something. */
const isWebAddress = (value: string) => /^https:\/\/[^\s@]+$/i.test(value) && URL.canParse(value)
const NO_ADDRESS = 'Bitte fügen Sie eine Adresse ein, die mit https:// beginnt.'
const optionalUrl = optionalLine({ max: LIMITS.url }).refine(
  (value) => value === '' || isWebAddress(value),
  NO_ADDRESS,
)

const about = {
  kind: z.enum(WORKSHOP_KINDS, 'Bitte wählen Sie eine Art.'),
  title: line({ ...LIMITS.title, missing: 'Bitte geben Sie dem Workshop einen Titel.' }),
  description: optionalParagraph({ max: LIMITS.description }),
  day: localDay,
  from: localTime,
  to: localTime,
  room: z.uuid('Bitte wählen Sie aus der Liste.').optional(),
  place: optionalLine({ max: LIMITS.place }),
  link: optionalUrl,
  externalUrl: optionalUrl,
  seats: people,
  seatsPerSchool: people.optional(),
  minParticipants: people.optional(),
  signupDay: localDay,
  needsApproval: z.boolean().default(false),
  schoolForms: z
    .array(z.enum(SCHOOL_FORMS, 'Bitte wählen Sie aus der Liste.'))
    .max(SCHOOL_FORMS.length)
    .default([]),
  roles: z
    .array(z.enum(AUDIENCE_ROLES, 'Bitte wählen Sie aus der Liste.'))
    .max(AUDIENCE_ROLES.length)
    .default([]),
  leaders: z.array(z.uuid('Bitte wählen Sie aus der Liste.')).max(20).default([]),
  guestLeaders: optionalLine({ max: LIMITS.leaders }),
}

export const newWorkshopInput = z.strictObject({ ...about, clientKey })
export const editWorkshopInput = z.strictObject({ ...about, version })
export type NewWorkshop = z.output<typeof newWorkshopInput>
export type EditWorkshop = z.output<typeof editWorkshopInput>

export const publishInput = z.strictObject({ version })
export const duplicateInput = z.strictObject({ clientKey })
export const cancelWorkshopInput = z.strictObject({
  version,
  reason: paragraph({ max: LIMITS.reason, missing: refusals.noReason }),
})

export const signUpInput = z.strictObject({
  school: z.uuid('Bitte wählen Sie eine Ihrer Schulen.').optional(),
})
export const seatInput = z.strictObject({ seat: z.uuid(refusals.seatGone) })
export const rejectSeatInput = z.strictObject({
  seat: z.uuid(refusals.seatGone),
  reason: line({ max: LIMITS.reason, missing: 'Bitte schreiben Sie einen Satz dazu.' }),
})

export const presenceInput = z.strictObject({
  version,
  present: z
    .array(z.uuid('Bitte wählen Sie aus der Liste.'))
    .max(LIMITS.seats)
    .default([])
    .transform((ids) => [...new Set(ids)]),
})
export const materialInput = z.strictObject({
  clientKey,
  title: line({ max: LIMITS.material, missing: 'Bitte geben Sie dem Material einen Titel.' }),
  url: line({ max: LIMITS.url, missing: NO_ADDRESS }).refine(isWebAddress, NO_ADDRESS),
})
export const removeMaterialInput = z.strictObject({
  material: z.uuid('Bitte wählen Sie aus der Liste.'),
})
