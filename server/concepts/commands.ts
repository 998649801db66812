import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing, type Rule } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { schoolNames } from '#server/schools/views.ts'
import { conceptChanged } from './events.ts'
import type { BeginConcept } from './inputs.ts'
import { paths } from './paths.ts'
import { type ConceptFacts, may } from './policy.ts'
import * as sql from './sql.ts'
import { type Working, workingOf } from './views.ts'
import { refusals, titleFor } from './words.ts'

/** Begins the concept of a school. Two at once begin the same one. @returns its address */
export async function beginConcept(actor: Actor, input: BeginConcept): Promise<string> {
  await spend('documents', actor.id)
  return transaction(async () => {
    authorize(may.begin, actor, input)
    const school = existing((await schoolNames([input.schoolId])).get(input.schoolId))
    const at = now()
    await sql.insertConcept({
      ...{ schoolId: input.schoolId, title: titleFor(school.name), clientKey: input.clientKey },
      ...{ createdBy: actor.id, createdAt: at, changedAt: at },
    })
    return paths.draft(school.slug)
  })
}

/** What happened to what: kept in the history of the school. */
export type Happened = {
  thingKind: string
  thingId: string | null
  what: string
  details?: Record<string, string | number | boolean | null>
}

type Tell = (happened: Happened) => Promise<void>

/**
 * The frame of everything that changes a working copy: it is locked first, the right is asked under the lock, what
 * happened is kept in its history, and who looks at it hears of it.
 */
export function changingConcept<T>(
  actor: Actor,
  by: { slug: string } | { id: string },
  rule: Rule<ConceptFacts>,
  work: (working: Working, tell: Tell, publish: Publish) => Promise<T>,
): Promise<T> {
  return transaction(async (publish) => {
    const { concept } = await workingOf(actor, by)
    await sql.lockConcept(concept.id)
    const working = await workingOf(actor, { id: concept.id })
    if (working.facts.isArchived) throw new Refusal(refusals.archived)
    authorize(rule, actor, working.facts)
    const tell: Tell = async ({ details = {}, ...happened }) => {
      const at = now()
      await sql.insertChange({
        ...happened,
        ...{ conceptId: concept.id, details: JSON.stringify(details), personId: actor.id, at },
      })
      await sql.touch(concept.id, at)
      publish(conceptChanged({ conceptId: concept.id, what: happened.what }))
    }
    return work(working, tell, publish)
  })
}
