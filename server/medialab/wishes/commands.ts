import { record } from '#server/audit/commands.ts'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { refuseChildNames } from '#server/projects/commands.ts'
import { wishAnswered } from './events.ts'
import type { Answer, NewWish } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { factsOf } from './views.ts'
import { words } from './words.ts'

/** Says what is missing; who says it counts as the first voice. The same form again is the same wish. */
export async function makeWish(actor: Actor, { isChecked, ...wish }: NewWish): Promise<void> {
  authorize(may.wish, actor, {})
  await spend('posts', actor.id)
  refuseChildNames([wish.title, wish.purpose], isChecked)
  const at = now()
  const schoolId = schoolsOf(actor)[0] ?? null
  await transaction(async () => {
    const made = await sql.insertWish({
      ...{ ...wish, authorId: actor.id, schoolId, createdAt: at, changedAt: at },
    })
    if (made) await sql.insertVoice({ wishId: made.id, personId: actor.id, schoolId, at })
  })
}

/** "Mich auch", and back. */
export function joinWish(actor: Actor, id: string, joins: boolean): Promise<void> {
  return transaction(async () => {
    const wish = existing(await sql.lockWish(id))
    authorizeOrHide(may.join, actor, factsOf(wish))
    const schoolId = schoolsOf(actor)[0] ?? null
    if (joins) await sql.insertVoice({ wishId: id, personId: actor.id, schoolId, at: now() })
    else await sql.deleteVoice(id, actor.id)
  })
}

/** @throws Conflict with the answer as it stands, when somebody else has answered meanwhile */
export function answerWish(actor: Actor, { wish: id, version, ...said }: Answer): Promise<void> {
  return transaction(async (publish) => {
    const wish = existing(await sql.lockWish(id))
    authorizeOrHide(may.join, actor, factsOf(wish))
    authorize(may.answer, actor, factsOf(wish))
    if (wish.version !== version) throw new Conflict(words.stale, wish.answer)
    const at = now()
    await sql.updateWish(id, { ...said, answeredBy: actor.id, answeredAt: at, changedAt: at })
    publish(wishAnswered({ wishId: id, actorId: actor.id }))
  })
}

/** Takes a wish away, or brings it back: its author does, or the SMZ, which leaves a line in the protocol. */
export function putWishAway(
  actor: Actor,
  { id, isDeleted }: { id: string; isDeleted: boolean },
): Promise<void> {
  return transaction(async () => {
    const wish = existing(await sql.lockWish(id))
    const facts = factsOf(wish)
    authorizeOrHide(facts.isDeleted ? may.restore : may.delete, actor, facts)
    if (facts.isDeleted === isDeleted) return
    await sql.updateWish(id, { deletedAt: isDeleted ? now() : null })
    if (wish.authorId !== actor.id)
      await record(actor, {
        action: isDeleted ? 'medialab.wish-deleted' : 'medialab.wish-restored',
        thingKind: 'lab-wish',
        thingId: id,
      })
  })
}
