import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { lockedPlg } from '../commands.ts'
import type { InquiryInput } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { plainInquiry, words } from './words.ts'

/**
 * Writes down what the PLG works on in this cycle. Earlier cycles stay as they were.
 *
 * @throws Conflict with what somebody else has saved meanwhile
 */
export function saveInquiry(actor: Actor, slug: string, input: InquiryInput): Promise<void> {
  return transaction(async () => {
    const { row: plg, facts } = await lockedPlg(actor, { slug })
    authorize(may.write, actor, facts)
    if (plg.phase === 'closed') throw new Refusal(words.closed)
    if (input.cycle !== plg.cycle) throw new Refusal(words.otherCycle)
    const { version, dueOn = null, dimension = null, ...texts } = input
    const inquiry = { ...texts, dueOn, dimension }
    const saved = await sql.findInquiry({ plgId: plg.id }, plg.cycle)
    if (saved && plainInquiry(saved) === plainInquiry(inquiry)) return
    if ((saved?.version ?? 0) !== version)
      throw new Conflict(words.overtaken, saved ? plainInquiry(saved) : '')
    await sql.saveInquiry({
      ...{ plgId: plg.id, ...inquiry, version: version + 1 },
      changedBy: actor.id,
      changedAt: now(),
    })
  })
}
