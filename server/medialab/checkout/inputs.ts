import { z } from 'zod'
import { optionalLine } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import { isPossibleDay, isTime } from '../finding/inputs.ts'
import { dayAfter } from '../opening/rules.ts'
import { EVERY } from './contract.ts'
import { checkoutWords as says } from './words.ts'

const aDay = z.string(says.missingDay).refine(isPossibleDay, says.missingDay)
const aTime = z.string(says.missingTime).refine(isTime, says.missingTime)
const aNumber = (least: number, most: number) =>
  z
    .number(says.strangeNumber)
    .int(says.strangeNumber)
    .min(least, `Mindestens ${least}.`)
    .max(most, `Höchstens ${most}.`)
    .optional()
const series = z
  .number(says.strangeNumber)
  .int(says.strangeNumber)
  .min(2, says.series(LIMITS.series))
  .max(LIMITS.series, says.series(LIMITS.series))
  .optional()

/**
 * One page with everything. `step` is the button: "book", "look" (what would it be?), "at …" (that time instead) or
 * "take …" (so much of it).
 */
export const checkoutInput = z
  .strictObject({
    step: z.string().max(200).optional(),
    basket: z.string(says.emptyBasket).max(2000),
    way: z.enum(['lab', 'loan']),
    day: aDay,
    toDay: aDay.optional(),
    from: aTime.optional(),
    to: aTime.optional(),
    every: z.enum(EVERY).optional(),
    count: series,
    skips: z.boolean().optional(),
    purpose: optionalLine({ max: LIMITS.purpose.max }),
    subject: optionalLine({ max: 60 }),
    grade: aNumber(0, 13),
    participants: aNumber(1, LIMITS.participants),
    schoolId: z.uuid(says.strangeSchool).optional(),
    plgId: z.uuid().optional(),
    projectId: z.uuid().optional(),
    phone: optionalLine({ max: LIMITS.phone }),
    handover: z.string().max(60).optional(),
    name: optionalLine({ max: 80 }),
    forWhom: z.string().max(80).optional(),
    override: optionalLine({ max: LIMITS.reason }),
    clientKey: z.uuid(),
  })
  .check(({ value, issues }) => {
    const say = (path: string, message: string) =>
      issues.push({ code: 'custom', message, path: [path], input: value })
    if (value.step === 'book' && value.purpose === '') say('purpose', says.missingPurpose)
    if (value.way === 'loan') {
      if (!value.toDay) say('toDay', says.missingDay)
      else if (value.toDay < value.day) say('toDay', says.endsFirst)
      else if (value.toDay > dayAfter(value.day, 366)) say('toDay', says.tooLong)
      return
    }
    if (!value.from) say('from', says.missingTime)
    if (!value.to) say('to', says.missingTime)
    else if (value.from && value.to <= value.from) say('to', says.endsFirst)
  })
export type CheckoutInput = z.output<typeof checkoutInput>
