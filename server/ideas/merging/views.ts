import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { IdeaState } from '../contract.ts'
import { may } from '../policy.ts'
import { canUndoMerge } from '../rules.ts'
import { wordsOf } from '../market/rules.ts'
import { findNamed, listSimilar, search } from '../sql.ts'
import { cardOf, pathOf, seenIdea } from '../views.ts'
import { listMerged } from './sql.ts'

const MOST_ALIKE = 12

type Target = { id: string; state: IdeaState; authorId: string | null }

/** What was merged into an idea. Whoever asks has made sure that the actor may see it. */
export async function mergedInto(actor: Actor, target: Target) {
  const at = now()
  const rows = await listMerged(target.id)
  return rows.map((row) => {
    const { id, title, problem, learnersNeed, authorId, school, mergedAt } = row
    const source = { state: 'merged' as const, authorId }
    return {
      ...{ id, title, problem, learnersNeed, school },
      author: nameOf(row),
      canUndo: may.unmerge(actor, { source, target }) && canUndoMerge(mergedAt, at),
    }
  })
}

function nameOf({ firstName, lastName }: { firstName: string | null; lastName: string | null }) {
  return firstName === null || lastName === null ? null : fullName({ firstName, lastName })
}

/**
 * Ideas to be put into this one: those with a like title, or what somebody looks for.
 *
 * @param asked words of the form above the list; without, titles are compared
 */
export async function mergingFor(actor: Actor, param: string, asked = '') {
  const { row, facts } = await seenIdea(actor, param)
  authorize(may.merge, actor, { source: { state: 'open', authorId: null }, target: facts })
  const words = wordsOf(asked)
  const found =
    words.length > 0
      ? (await search(actor.id, words, MOST_ALIKE + 1)).filter(
          ({ id, state }) => id !== row.id && state === 'open',
        )
      : await listSimilar(row.title, actor.id, MOST_ALIKE, row.id)
  return { idea: cardOf(row), found: found.map(cardOf), asked: words.join(' ') }
}

/** Where an idea that was merged is shown now. */
export async function targetOf(mergedIntoId: string): Promise<string | undefined> {
  const target = await findNamed({ id: mergedIntoId })
  return target && pathOf(target)
}
