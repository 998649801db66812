import { z } from 'zod'
import { optionalDay } from '#server/platform/form-fields.ts'
import { optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { version } from '../inputs.ts'
import { words as house } from '../words.ts'
import { TRANSFER_LIMITS, TRANSFER_STATES } from './contract.ts'
import { words } from './words.ts'

const text = optionalParagraph(TRANSFER_LIMITS.text)

export const transferInput = z
  .strictObject({
    take: text,
    toWhom: optionalLine(TRANSFER_LIMITS.toWhom),
    how: text,
    dueOn: optionalDay,
    need: text,
    result: text,
    state: z.enum(TRANSFER_STATES, house.fromTheList),
    reason: optionalParagraph(TRANSFER_LIMITS.reason),
    version,
  })
  .refine(({ state, take }) => state === 'not_adopted' || take !== '', {
    path: ['take'],
    message: words.missingTake,
  })
  .refine(({ state, reason }) => state !== 'not_adopted' || reason !== '', {
    path: ['reason'],
    message: words.missingReason,
  })
export type TransferInput = z.output<typeof transferInput>
