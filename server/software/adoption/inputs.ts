import { z } from 'zod'
import { clientKey, optionalParagraph } from '#server/platform/text.ts'
import { ADOPTION_STATUSES, AVV_CHOICES, LIMITS } from './contract.ts'
import { refusals } from './words.ts'

const schoolId = z.uuid('Bitte wählen Sie eine Schule.')
const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')
const optionalDay = z
  .union([z.literal(''), z.iso.date('Bitte wählen Sie einen Tag.')])
  .optional()
  .transform((value) => (value ? value : null))

export const adoptInput = z
  .strictObject({
    clientKey,
    schoolId,
    scenarioId: z.uuid(refusals.notOfProduct),
    /** The decision that stood on the page. */
    seen: z.union([z.literal(''), z.uuid()]).optional(),
    status: z.enum(ADOPTION_STATUSES, 'Bitte wählen Sie, wie Ihre Schule es hält.'),
    avv: z.enum(AVV_CHOICES, 'Bitte wählen Sie, wie es um den AV-Vertrag steht.'),
    avvOn: optionalDay,
    vvtEntered: tick,
    parentsInformed: tick,
    conditions: z.array(z.string().max(60)).max(100).default([]),
    since: optionalDay,
    until: optionalDay,
    note: optionalParagraph({ max: LIMITS.note }),
    isVisible: tick,
  })
  .refine(({ since, until }) => !since || !until || until >= since, {
    path: ['until'],
    message: refusals.backwards,
  })

export const wishInput = z.strictObject({
  schoolId,
  note: optionalParagraph({ max: LIMITS.wish }),
})

export const delegateInput = z.strictObject({
  personId: z.uuid('Bitte wählen Sie eine Person.'),
})

export type AdoptInput = z.output<typeof adoptInput>
export type WishInput = z.output<typeof wishInput>
