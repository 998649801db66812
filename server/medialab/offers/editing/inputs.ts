import { z } from 'zod'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { APPROVALS, CLASSES, FIELDS, HOLIDAY_RULES, LIMITS, OFFER_KINDS } from '../../contract.ts'
import { editingWords as says } from './words.ts'

const one = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, says.fromTheList)
const count = (least: number, most: number) =>
  z
    .number(says.number)
    .int(says.number)
    .min(least, says.between(least, most))
    .max(most, says.between(least, most))
/** Left out by forms of kinds that do not have it: what stands there stays. */
const kept = (least: number, most: number) => count(least, most).optional()
/** May be left empty: no such limit. */
const limit = (least: number, most: number) =>
  count(least, most)
    .optional()
    .transform((value) => value ?? null)

const webAddress = optionalLine({ max: 500 }).refine(
  (text) => text === '' || (/^https:\/\/[^\s"<>@]+$/i.test(text) && URL.canParse(text)),
  says.badAddress,
)

export const newOfferInput = z.strictObject({
  clientKey,
  kind: z.enum(OFFER_KINDS, says.kindMissing),
  name: line({ ...LIMITS.name, missing: says.nameMissing }),
  summary: optionalLine({ max: LIMITS.summary }),
  roomId: z.uuid(says.fromTheList).optional(),
})
export type NewOfferInput = z.output<typeof newOfferInput>

export const editOfferInput = z.strictObject({
  version: z.number(says.stale).int(says.stale).min(1, says.stale),
  seen: optionalLine({ max: 64 }),
  name: line({ ...LIMITS.name, missing: says.nameMissing }),
  summary: optionalLine({ max: LIMITS.summary }),
  description: optionalParagraph({ max: LIMITS.description }),
  accessibility: optionalParagraph({ max: 1000 }),
  manualUrl: webAddress,
  field: one(FIELDS)
    .optional()
    .transform((field) => field ?? ('' as const)),
  class: one(CLASSES).optional(),
  schoolForms: z
    .array(one(SCHOOL_FORMS))
    .max(SCHOOL_FORMS.length)
    .default([])
    .transform((chosen) => [...new Set(chosen)]),
  gradeMin: limit(1, 13),
  gradeMax: limit(1, 13),
  minAge: limit(3, 99),
  places: limit(1, 1000),
  isInLab: z.boolean().default(false),
  isLent: z.boolean().default(false),
  isDelivered: z.boolean().default(false),
  isFetchedInPerson: z.boolean().default(false),
  holdsData: z.boolean().default(false),
  needsStaff: z.boolean().default(false),
  /** In whole euros. */
  replacement: limit(0, 1_000_000),
  slotMinutes: kept(15, 480),
  minutesBefore: kept(0, 240),
  minutesAfter: kept(0, 240),
  turnaroundSchoolDays: kept(0, 20),
  maxSchoolDays: kept(1, 120),
  maxProjectSchoolDays: kept(1, 250),
  extensions: kept(0, 5),
  minLeadDays: kept(0, 60),
  maxAdvanceDays: kept(1, 730),
  maxOpenPerSchool: limit(1, 50),
  maxOpenPerPerson: limit(1, 50),
  cooldownDays: kept(0, 365),
  holidays: one(HOLIDAY_RULES).optional(),
  approval: one(APPROVALS).optional(),
  instructions: z
    .array(z.uuid(says.fromTheList))
    .max(50)
    .default([])
    .transform((chosen) => [...new Set(chosen)]),
})
export type EditOfferInput = z.output<typeof editOfferInput>

/** What there is in its place; nothing chosen is nothing said. */
export const successorInput = z.strictObject({
  version: z.number(says.stale).int(says.stale).min(1, says.stale),
  successor: z
    .uuid(says.fromTheList)
    .optional()
    .transform((id) => id ?? null),
})
export type SuccessorInput = z.output<typeof successorInput>

export const stateInput = z.strictObject({
  version: z.number(says.stale).int(says.stale).min(1, says.stale),
  seen: optionalLine({ max: 64 }),
})
export type StateInput = z.output<typeof stateInput>
