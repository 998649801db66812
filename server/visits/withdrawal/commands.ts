import { now } from '#server/platform/clock.ts'
import { transaction } from '#server/platform/transaction.ts'
import { offerWithdrawn, visitChanged, visitWithdrawn } from '../events.ts'
import { updateState } from '../offers/sql.ts'
import { freeSeat, updateVisit } from '../sql.ts'
import * as sql from './sql.ts'

/**
 * Somebody has left a PLG or a school: what they offered there is closed, and whoever waits for an answer hears that
 * none will come. What is agreed stays between the two. Again changes nothing; nor for somebody who is back.
 */
export function withdrawFrom(personId: string, place: sql.Place): Promise<void> {
  return transaction(async (publish) => {
    const at = now()
    if (await sql.isThere(personId, place, at)) return
    for (const { id } of await sql.lockOffers(personId, place)) {
      await updateState(id, 'closed', at)
      publish(offerWithdrawn({ offerId: id, from: 'plgId' in place ? 'plg' : 'school' }))
    }
    for (const { id, slotId } of await sql.lockRequests(personId, place)) {
      await updateVisit(id, { state: 'declined', changedAt: at })
      if (slotId !== null) await freeSeat(slotId)
      publish(visitWithdrawn({ visitId: id }))
      publish(visitChanged({ visitId: id }))
    }
  })
}

/** The same for all who have had no role at their school since then. */
export async function withdrawGone(since: Date): Promise<void> {
  for (const { personId, schoolId } of await sql.listGone(since))
    await withdrawFrom(personId, { schoolId })
}
