import { randomUUID } from 'node:crypto'
import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { homeKind } from '#server/platform/homes.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { sessionNumber } from '../sessions/rules.ts'
import { listMembers } from '../sessions/sql.ts'
import { dayFactsFor, groundOf } from '../sessions/views.ts'
import { type Answer, ANSWERS, POLLS_SHOWN, type Slot } from './contract.ts'
import { paths } from './paths.ts'
import { may, type PollFacts } from './policy.ts'
import { stateAt } from './rules.ts'
import * as sql from './sql.ts'

export type Place = { plg: string; number: string }

/** The one way to a poll. @throws NotFound also when it is one of another PLG */
export async function insidePoll(actor: Actor, place: Place) {
  const ground = await groundOf(actor, place.plg)
  const number = sessionNumber(place.number)
  const poll = existing(number === undefined ? undefined : await sql.findPoll(ground.proof, number))
  return { ...ground, poll, facts: { ...ground.facts, state: poll.state } satisfies PollFacts }
}

/** The polls of a PLG that wait for answers. */
export async function openPollsOf(actor: Actor, slug: string) {
  const { proof, facts } = await groundOf(actor, slug)
  const rows = await sql.listOpen(proof, POLLS_SHOWN)
  return {
    polls: rows.map(({ number, title, closesOn }) => ({ number, title, closesOn })),
    can: { open: may.open(actor, facts) },
  }
}

/** What the form for a new poll needs. */
export async function newPollFor(actor: Actor, slug: string) {
  const { plg, facts } = await groundOf(actor, slug)
  authorize(may.open, actor, facts)
  return { plg, clientKey: randomUUID() }
}

/** A poll with all answers, for its members. */
export async function pollFor(actor: Actor, place: Place) {
  const { plg, proof, poll, facts } = await insidePoll(actor, place)
  const [rows, answers, members] = await Promise.all([
    sql.listSlots(poll.id),
    sql.listAnswers(poll.id, proof),
    listMembers(proof),
  ])
  const dayFacts = await dayFactsFor(
    members,
    rows.map(({ startsAt }) => startsAt),
  )
  const slots = rows.map((row): Slot => {
    const here = answers.filter(({ slotId }) => slotId === row.id)
    const own = here.find(({ personId }) => personId === actor.id)
    return {
      ...row,
      dayFacts: dayFacts(row.startsAt),
      answers: byAnswer(here),
      own: own?.answer ?? null,
    }
  })
  const { id, number, title, note, state, closesOn, sessionNumber: session } = poll
  return {
    plg,
    poll: { id, number, title, note, state, closesOn, session },
    slots,
    can: {
      answer: may.answer(actor, facts) && stateAt(poll, now()).isAnswerable,
      decide: may.decide(actor, facts),
    },
  }
}

type Answered = { answer: Answer; firstName: string; lastName: string }

const byAnswer = (answers: Answered[]) =>
  Object.fromEntries(
    ANSWERS.map((answer) => [answer, answers.filter((one) => one.answer === answer).map(fullName)]),
  ) as Record<Answer, string[]>

/** Polls as lines of bell and mails; only those of the person's own PLGs. */
export async function pollCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!isConfirmed(actor) || ids.length === 0) return []
  const rows = await sql.listByIds(ids)
  const homes = await homeKind('plg').readable(actor, [...new Set(rows.map(({ plgId }) => plgId))])
  return rows.flatMap(({ id, number, plgId, title }) => {
    const home = homes.find((one) => one.id === plgId)
    return home ? [{ id, title, context: home.title, path: paths.poll(home.slug, number) }] : []
  })
}
