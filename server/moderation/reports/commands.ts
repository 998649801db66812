import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { readableCards } from '#server/platform/things.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import { alreadyHandled } from '../words.ts'
import { reportAnswered, reportFiled } from './events.ts'
import { pointerInput } from './inputs.ts'
import * as sql from './sql.ts'

/**
 * Tells the SMZ that something is not in order. The same form sent twice is one report.
 *
 * @param about kind and id from the address
 * @throws NotFound for what the person may not read, whether it exists or not
 */
export async function reportThing(
  actor: Actor,
  about: { kind?: string; id?: string },
  input: { reason: string; clientKey: string },
): Promise<void> {
  const { kind, id } = existing(pointerInput.safeParse(about).data)
  await spend('reports', actor.id)
  await transaction(async (publish) => {
    const cards = await readableCards(actor, [{ thingKind: kind, thingId: id }])
    authorizeOrHide(may.report, actor, { isReadable: cards.size > 0 })
    const filed = await sql.insertReport({
      reporterId: actor.id,
      thingKind: kind,
      thingId: id,
      reason: input.reason,
      at: now(),
      clientKey: input.clientKey,
    })
    if (filed) publish(reportFiled({ reportId: filed.id, reporterId: actor.id }))
  })
}

/** Answers a report and closes it; whoever sent it finds the answer in the bell. */
export function handleReport(
  actor: Actor,
  input: { report: string; answer: string },
): Promise<void> {
  return transaction(async (publish) => {
    authorize(may.handle, actor, undefined)
    const handled = await sql.updateHandled(input.report, actor.id, input.answer, now())
    if (!handled) {
      existing(await sql.findReport(input.report))
      throw new Refusal(alreadyHandled, 'answer')
    }
    await record(actor, {
      action: 'moderation.report-handled',
      thingKind: 'report',
      thingId: handled.id,
      details: { about: handled.thingKind, aboutId: handled.thingId },
    })
    publish(reportAnswered({ reportId: handled.id, handledBy: actor.id }))
  })
}
