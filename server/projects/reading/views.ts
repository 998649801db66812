import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { StoredHtml } from '#server/rich-text/render.ts'
import { linkedSoftware } from '#server/software/linked/views.ts'
import { closingOf } from '../closing/views.ts'
import { evaluationOf } from '../evaluation/views.ts'
import { shownPlan } from '../plan/views.ts'
import { nextStatuses, unsettled } from '../rules.ts'
import { findParts } from '../sql.ts'
import { trialsOf } from '../trials/views.ts'
import { headOf, insideProject, originalOf, type Place } from '../views.ts'

/** A Vorhaben with everything that belongs to it, for its PLG. */
export async function projectFor(actor: Actor, place: Place) {
  const inside = await insideProject(actor, place)
  const { id, adoptedFrom, status } = inside.project
  const [parts, trials, evaluation, closing, original, linked] = await Promise.all([
    findParts(id),
    trialsOf(actor, inside),
    evaluationOf(id),
    closingOf(id),
    originalOf(actor, adoptedFrom),
    linkedSoftware(actor, id),
  ])
  const { planHtml, planDocumentId: _, ...rest } = existing(parts)
  return {
    ...headOf(actor, inside),
    ...rest,
    ...{ trials, evaluation, closing, original },
    plan: await shownPlan(actor, planHtml as StoredHtml),
    linked,
    // Of what is linked the directory knows more than its authors.
    unsettled: unsettled(rest.software).filter((name) => !linked.some((one) => one.as === name)),
    steps: nextStatuses(status),
    me: actor.id,
    now: now(),
  }
}
