import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { ideaChanged, ideasMerged, ideasUnmerged } from '../events.ts'
import { may } from '../policy.ts'
import { canUndoMerge, ideaNumber } from '../rules.ts'
import * as ideas from '../sql.ts'
import { authorizeVisit, factsOf, pathOf } from '../views.ts'
import { refusals } from '../words.ts'
import * as sql from './sql.ts'

type Pair = { source: sql.Mergeable; target: sql.Mergeable }

/**
 * Two ideas under lock, in one order whichever is the source: two people who merge them into each other at once wait
 * for one another, and the second finds that it is done.
 */
function withBoth<Answer>(
  actor: Actor,
  param: string,
  sourceId: string,
  work: (pair: Pair, publish: Publish) => Promise<Answer>,
): Promise<Answer> {
  authorizeVisit(actor)
  return transaction(async (publish) => {
    const { id: targetId } = existing(await ideas.findNamed({ number: ideaNumber(param) ?? 0 }))
    if (targetId === sourceId) throw new Refusal(refusals.intoItself)
    await ideas.lockIdeas([sourceId, targetId])
    const seen = await ideas.listCards([sourceId, targetId], actor.id)
    for (const row of seen) authorizeOrHide(may.see, actor, factsOf(row))
    const rows = await sql.listForMerging([sourceId, targetId])
    const source = existing(rows.find(({ id }) => id === sourceId))
    const target = existing(rows.find(({ id }) => id === targetId))
    return work({ source, target }, publish)
  })
}

/** Puts a like idea into this one: both are shown together from now on. Again is the same. @returns the target's address */
export async function mergeIdeas(actor: Actor, param: string, sourceId: string): Promise<string> {
  await spend('posts', actor.id)
  return withBoth(actor, param, sourceId, async ({ source, target }, publish) => {
    if (source.mergedInto === target.id) return pathOf(target)
    if (source.state === 'merged' || target.state === 'merged')
      throw new Refusal(refusals.alreadyMerged)
    if (source.state !== 'open' || target.state !== 'open') throw new Refusal(refusals.notOpen)
    authorize(may.merge, actor, { source, target })
    if (source.hasMerged) throw new Refusal(refusals.hasMerged)
    const at = now()
    await ideas.updateIdea(source.id, {
      ...{ state: 'merged', mergedInto: target.id, mergedBy: actor.id },
      ...{ mergedAt: at, changedAt: at },
    })
    await protocol(actor, 'ideas.merged', { source, target })
    publish(ideasMerged({ ideaId: target.id, sourceId: source.id, actorId: actor.id }))
    tellBoth(publish, { source, target })
    return pathOf(target)
  })
}

/** Takes a merge back: the idea stands for itself again, with all who joined it. @returns its address */
export function unmergeIdeas(actor: Actor, param: string, sourceId: string): Promise<string> {
  return withBoth(actor, param, sourceId, async ({ source, target }, publish) => {
    if (source.state === 'open') return pathOf(source)
    existing(source.mergedInto === target.id ? source : undefined)
    if (target.state === 'became_plg') throw new Refusal(refusals.plgThere)
    authorize(may.unmerge, actor, { source, target })
    if (!canUndoMerge(source.mergedAt, now())) throw new Refusal(refusals.tooLateToUndo)
    await ideas.updateIdea(source.id, {
      ...{ state: 'open', mergedInto: null, mergedBy: null },
      ...{ mergedAt: null, changedAt: now() },
    })
    await protocol(actor, 'ideas.unmerged', { source, target })
    publish(ideasUnmerged({ ideaId: source.id, sourceId: source.id, actorId: actor.id }))
    tellBoth(publish, { source, target })
    return pathOf(source)
  })
}

const protocol = (actor: Actor, action: string, { source, target }: Pair) =>
  record(actor, {
    ...{ action, thingKind: 'idea', thingId: target.id },
    details: { source: source.id },
  })

function tellBoth(publish: Publish, { source, target }: Pair): void {
  publish(ideaChanged({ ideaId: target.id }))
  publish(ideaChanged({ ideaId: source.id }))
}
