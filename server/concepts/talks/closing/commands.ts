import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import type { Rule } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { onTalk } from '../commands.ts'
import { talkClosed } from '../events.ts'
import { may, type TalkFacts } from '../policy.ts'
import { updateTalk } from '../sql.ts'
import { refusals } from '../words.ts'
import type { CloseInput } from './inputs.ts'
import * as sql from './sql.ts'

/** Who presses twice finds it closed. */
const close: Rule<TalkFacts> = (actor, facts) => may.close(actor, { ...facts, state: 'open' })

/**
 * The end of a talk. What both have signed is put away as it is; what never was, or was never signed, ends with a sentence
 * that the school reads.
 */
export function closeTalk(actor: Actor, param: string, { reason }: CloseInput): Promise<void> {
  return onTalk(actor, param, close, async ({ row, facts, at }, publish) => {
    if (row.state === 'closed') return
    if (!facts.isAgreed && !reason) throw new Refusal(refusals.whyClosed, 'reason')
    const closeReason = facts.isAgreed ? '' : reason
    const closed = { status: 'closed', closedAt: at, closedBy: actor.id, closeReason }
    await updateTalk(row.id, { ...closed, changedAt: at })
    if (!facts.isAgreed) publish(talkClosed({ talkId: row.id, actorId: actor.id }))
    await record(actor, {
      ...{ action: 'talks.closed', thingKind: 'equipment-talk', thingId: row.id },
      details: { from: row.state },
    })
  })
}

/** With its round ends what both have signed. What is open there stays with the Amt: it needs a reason. */
export const closeEndedRounds = (at: Date): Promise<void> => sql.closeAgreed(localDayOf(at), at)
