import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { planSession } from '../sessions/commands.ts'
import { sessionNumber } from '../sessions/rules.ts'
import { findByKey } from '../sessions/sql.ts'
import { groundOf } from '../sessions/views.ts'
import { pollOpened, pollTouched } from './events.ts'
import type { AnswerInput, DecideInput, OpenPollInput } from './inputs.ts'
import { may, type PollFacts } from './policy.ts'
import { slotsOf, stateAt } from './rules.ts'
import * as sql from './sql.ts'
import { insidePoll, type Place } from './views.ts'
import { refusals } from './words.ts'

/** Asks the members for a date. The same form again is the same poll. @returns its number */
export async function openPoll(actor: Actor, slug: string, input: OpenPollInput): Promise<number> {
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const { plg, facts } = await groundOf(actor, slug)
    authorize(may.open, actor, facts)
    const at = now()
    const slots = slotsOf(input.slots, at)
    if ('sentence' in slots) throw new Refusal(slots.sentence, slots.field)
    const { title, note, clientKey } = input
    const made = await sql.insertPoll({
      ...{ plgId: plg.id, title, note, clientKey, createdBy: actor.id, createdAt: at },
      closesOn: input.closesOn ?? null,
    })
    if (!made) return sameAgain(actor, plg.id, clientKey)
    await sql.insertSlots(made.id, slots)
    publish(pollOpened({ pollId: made.id, plgId: plg.id, actorId: actor.id }))
    return made.number
  })
}

async function sameAgain(actor: Actor, plgId: string, clientKey: string): Promise<number> {
  const known = await sql.findByKey(actor.id, clientKey)
  if (known?.plgId !== plgId) throw new Refusal(refusals.staleForm)
  return known.number
}

/** The frame of every act on a poll: it is locked first, and judged as it stands then. */
function onPoll<T>(
  actor: Actor,
  place: Place,
  rule: (actor: Actor, facts: PollFacts) => boolean,
  work: (inside: Awaited<ReturnType<typeof insidePoll>>, publish: Publish) => Promise<T>,
): Promise<T> {
  return transaction(async (publish) => {
    const { proof } = await groundOf(actor, place.plg)
    await sql.lockPoll(proof, sessionNumber(place.number) ?? 0)
    const inside = await insidePoll(actor, place)
    // Who may do it while it is open is told that it no longer is.
    authorize(rule, actor, { ...inside.facts, state: 'open' })
    if (inside.poll.state !== 'open') throw new Refusal(refusals.over)
    const done = await work(inside, publish)
    publish(pollTouched({ plgId: inside.plg.id }))
    return done
  })
}

/** One's answers to all times; a time left out is one without an answer. */
export function answerPoll(actor: Actor, place: Place, input: AnswerInput): Promise<void> {
  return onPoll(actor, place, may.answer, async ({ poll }) => {
    if (!stateAt(poll, now()).isAnswerable) throw new Refusal(refusals.over)
    const slots = await sql.listSlots(poll.id)
    const answers = slots.flatMap(({ id }, at) => {
      const answer = input[at]
      return answer ? [{ slotId: id, answer }] : []
    })
    await sql.replaceAnswers(poll.id, actor.id, answers)
  })
}

/**
 * Makes one of the times a meeting. Of two who decide at once, one does.
 *
 * @returns the number of the meeting
 */
export function decidePoll(actor: Actor, place: Place, input: DecideInput): Promise<number> {
  return onPoll(actor, place, may.decide, async ({ poll, plg }) => {
    const slot = (await sql.listSlots(poll.id)).find(({ id }) => id === input.slot)
    if (!slot) throw new Refusal(refusals.noSlot, 'slot')
    const number = await planSession(actor, plg.slug, {
      ...{ title: poll.title, mode: input.mode, place: input.place, link: input.link },
      day: localDayOf(slot.startsAt),
      from: localTimeOf(slot.startsAt),
      to: localTimeOf(slot.endsAt),
      ...{ agenda: [], duties: NOBODY, clientKey: poll.id },
    })
    const session = await findByKey(actor.id, poll.id)
    await sql.closePoll(poll.id, { state: 'decided', sessionId: session?.id })
    return number
  })
}

const NOBODY = {
  host: undefined,
  timekeeper: undefined,
  minuteTaker: undefined,
  protocolLead: undefined,
}

/** Ends a poll without a meeting. */
export function endPoll(actor: Actor, place: Place): Promise<void> {
  return onPoll(actor, place, may.decide, ({ poll }) =>
    sql.closePoll(poll.id, { state: 'cancelled' }),
  )
}
