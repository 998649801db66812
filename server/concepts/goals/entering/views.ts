import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { NotFound } from '#server/platform/errors.ts'
import type { Working } from '../../views.ts'
import { may } from '../policy.ts'
import * as sql from '../sql.ts'

/** A goal for somebody who may see it; of a deleted one nothing is known unless asked for. */
export async function insideGoal(
  actor: Actor,
  working: Working,
  number: number,
  { alsoDeleted = false } = {},
) {
  const goal = existing(await sql.findGoal(working.concept.id, number))
  const isOwner = goal.owners.some(({ id }) => id === actor.id)
  const facts = { ...working.facts, visibility: goal.visibility, isOwner }
  authorizeOrHide(may.see, actor, facts)
  if (goal.deletedAt && !alsoDeleted) throw new NotFound()
  return { goal, facts }
}
