import type { Actor } from '#server/auth/actor.ts'
import { insideOf } from '#server/plg/views.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { words as house } from '../words.ts'
import type { TransferInput } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** Saves the sheet of the school one sits for, in the running cycle. */
export function saveSheet(actor: Actor, plgSlug: string, input: TransferInput): Promise<void> {
  return transaction(async () => {
    const { plg, facts, schoolId } = await insideOf(actor, { slug: plgSlug })
    if (schoolId === null) throw new Refusal(words.noSchool)
    authorize(may.write, actor, { ...facts, seatSchoolId: schoolId, schoolId })
    const { cycle, hasSheets } = await sql.findPlg(plg.id)
    if (!hasSheets) throw new Refusal(words.noSheets)
    const { version, ...sheet } = input
    const by = { changedBy: actor.id, changedAt: now() }
    if (!(await sql.putSheet({ ...sheet, ...by, plgId: plg.id, cycle, schoolId }, version)))
      throw new Refusal(house.stale)
  })
}
