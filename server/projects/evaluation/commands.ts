import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { changing, refuseOvertaken } from '../commands.ts'
import { may } from '../policy.ts'
import type { Place } from '../views.ts'
import type { EvaluationInput } from './inputs.ts'
import * as sql from './sql.ts'
import { plainEvaluation } from './words.ts'

/** Saves the evaluation as a whole. @returns the address */
export function saveEvaluation(
  actor: Actor,
  place: Place,
  input: EvaluationInput,
): Promise<string> {
  return changing(actor, place, may.write, async ({ project: { id, path } }) => {
    const { version, evidence, ...answers } = input
    const before = await sql.findEvaluation(id)
    refuseOvertaken(before?.version ?? 0, version, () => (before ? plainEvaluation(before) : ''))
    const by = { changedBy: actor.id, changedAt: now(), version: version + 1 }
    await sql.putEvaluation({ ...answers, ...by, projectId: id }, evidence)
    return path
  })
}
