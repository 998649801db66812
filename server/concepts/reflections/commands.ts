import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { readableCards } from '#server/platform/things.ts'
import { changingConcept } from '../commands.ts'
import { goalChoices, readerOf } from '../goals/views.ts'
import { may } from '../policy.ts'
import type { Working } from '../views.ts'
import { SOURCES } from './contract.ts'
import type { NewReflection, TakeInput } from './inputs.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

const KIND = 'concept-reflection'

/** Appends an entry to the log; with `corrects` one that stands for an earlier one, which stays. */
export async function addReflection(
  actor: Actor,
  slug: string,
  input: NewReflection,
): Promise<void> {
  await spend('posts', actor.id)
  await changingConcept(actor, { slug }, may.contribute, async (working, tell) => {
    const { concept } = working
    if (await sql.findByKey(actor.id, input.clientKey)) return
    const at = now()
    if (input.heldOn > localDayOf(at)) throw new Refusal(words.future, 'heldOn')
    await checkGoal(actor, working, input.goalId)
    const source = await sourceOf(actor, working, input.corrects)
    const made = await sql.insertEntry({
      ...{ ...input, ...source },
      ...{ conceptId: concept.id, authorId: actor.id, createdAt: at },
    })
    if (!made) throw new Refusal(words.corrected)
    await tell({
      ...{ thingKind: KIND, thingId: made.id },
      what: input.corrects ? 'reflection.corrected' : 'reflection.added',
    })
  })
}

/** A correction keeps what the entry came of; who may not read that cannot correct it. */
async function sourceOf(actor: Actor, working: Working, corrects: string | null) {
  if (!corrects) return {}
  const before = existing(
    await sql.findEntry(working.concept.id, corrects, readerOf(actor, working)),
  )
  if (before.correctedBy) throw new Refusal(words.corrected)
  const { sourceKind, sourceId } = before
  if (!sourceKind || !sourceId) return {}
  const cards = await readableCards(actor, [{ thingKind: sourceKind, thingId: sourceId }])
  if (cards.size === 0) throw new Refusal(words.noSource)
  return { sourceKind, sourceId }
}

/**
 * "In unser Medienkonzept übernehmen": the log points at what happened elsewhere, and shows it to those who may read
 * it. The same thing is taken once. @returns the address of the school whose log it is in
 */
export async function takeReflection(
  actor: Actor,
  source: { kind: string; id: string },
  { concept: id, goalId, clientKey }: TakeInput,
): Promise<string> {
  await spend('posts', actor.id)
  const context = SOURCES.get(source.kind)
  const cards = context
    ? await readableCards(actor, [{ thingKind: source.kind, thingId: source.id }])
    : new Map()
  if (!context || cards.size === 0) throw new Refusal(words.noSource)
  return changingConcept(actor, { id }, may.contribute, async (working, tell) => {
    await checkGoal(actor, working, goalId)
    const at = now()
    const made = await sql.insertEntry({
      ...{ conceptId: working.concept.id, goalId, context, clientKey },
      ...{ sourceKind: source.kind, sourceId: source.id, heldOn: localDayOf(at) },
      ...{ authorId: actor.id, createdAt: at },
    })
    if (made)
      await tell({
        ...{ thingKind: KIND, thingId: made.id, what: 'reflection.taken' },
        details: { context },
      })
    return working.school.slug
  })
}

async function checkGoal(actor: Actor, working: Working, goalId: string | null) {
  if (goalId === null) return
  const goals = await goalChoices(actor, working)
  if (!goals.some(({ id }) => id === goalId)) throw new Refusal(words.fromTheList, 'goalId')
}
