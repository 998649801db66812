import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import type { MemberOf } from '../policy.ts'
import { DUTIES, LIMITS } from './contract.ts'
import { sessionCancelled, sessionMoved, sessionPlanned, sessionTouched } from './events.ts'
import type {
  AttendanceInput,
  ChangeInput,
  CheckOutInput,
  MinutesInput,
  PlanInput,
} from './inputs.ts'
import { may, type SessionFacts } from './policy.ts'
import { protocolMinutes, protocolOf } from './protocols/contract.ts'
import { agendaOf, movesCalendar, periodOf, sessionNumber } from './rules.ts'
import * as sql from './sql.ts'
import { groundOf, type Inside, insideSession, type Place } from './views.ts'
import { refusals } from './words.ts'

type Planned = Pick<
  PlanInput,
  'title' | 'day' | 'from' | 'to' | 'mode' | 'place' | 'link' | 'duties' | 'agenda'
>

/** Plans a meeting and tells everybody. The same form again is the same meeting. @returns its number */
export async function planSession(actor: Actor, slug: string, input: PlanInput): Promise<number> {
  await spend('posts', actor.id)
  return transaction(async (publish) => {
    const { plg, proof, facts, cycle } = await groundOf(actor, slug)
    authorize(may.plan, actor, facts)
    const at = now()
    const made = await sql.insertSession({
      ...(await columnsOf(proof, input)),
      ...{ plgId: plg.id, cycle, createdBy: actor.id, createdAt: at, changedAt: at },
      clientKey: input.clientKey,
    })
    if (!made) return sameAgain(actor, plg.id, input.clientKey)
    await sql.replaceAgenda(made.id, agendaFrom(input))
    publish(sessionPlanned({ sessionId: made.id, plgId: plg.id, actorId: actor.id }))
    return made.number
  })
}

async function sameAgain(actor: Actor, plgId: string, clientKey: string): Promise<number> {
  const known = await sql.findByKey(actor.id, clientKey)
  if (known?.plgId !== plgId) throw new Refusal(refusals.staleForm)
  return known.number
}

const agendaFrom = ({ agenda }: Planned) =>
  agendaOf(
    agenda.map((line) => ({
      ...line,
      title: line.title || (protocolOf(line.protocol ?? '')?.name ?? ''),
    })),
    (protocol) => protocolMinutes(protocol ?? ''),
  )

async function columnsOf(proof: MemberOf, input: Planned) {
  const period = periodOf(input)
  if (!period) throw new Refusal(refusals.endsFirst, 'to')
  const { title, mode, place, link, duties } = input
  if (mode !== 'video' && place === '') throw new Refusal(refusals.noPlace, 'place')
  await refuseStrangers(proof, duties)
  return {
    ...{ title, mode, place, link, ...period },
    hostId: duties.host ?? null,
    timekeeperId: duties.timekeeper ?? null,
    minuteTakerId: duties.minuteTaker ?? null,
    protocolLeadId: duties.protocolLead ?? null,
  }
}

/** Duties are for people of the PLG; somebody may have left while the form was open. */
async function refuseStrangers(proof: MemberOf, duties: Planned['duties']): Promise<void> {
  if (DUTIES.every((duty) => duties[duty] === undefined)) return
  const known = new Set((await sql.listMembers(proof)).map(({ personId }) => personId))
  for (const duty of DUTIES) {
    const personId = duties[duty]
    if (personId !== undefined && !known.has(personId)) throw new Refusal(refusals.notMember, duty)
  }
}

/** The frame of every act on a meeting: it is locked first, and judged as it stands then. */
export function onSession<T>(
  actor: Actor,
  place: Place,
  rule: (actor: Actor, facts: SessionFacts) => boolean,
  work: (inside: Inside, publish: Publish) => Promise<T>,
): Promise<T> {
  return transaction(async (publish) => {
    const { proof } = await groundOf(actor, place.plg)
    await sql.lockSession(proof, sessionNumber(place.number) ?? 0)
    const inside = await insideSession(actor, place)
    authorize(rule, actor, inside.facts)
    return work(inside, publish)
  })
}

const touched = ({ session, plg }: Inside) =>
  sessionTouched({ sessionId: session.id, plgId: plg.id })

export function changeSession(actor: Actor, place: Place, input: ChangeInput): Promise<void> {
  return onSession(actor, place, may.change, async (inside, publish) => {
    const { session, plg, proof } = inside
    if (session.version !== input.version) throw new Refusal(refusals.stale)
    const columns = await columnsOf(proof, input)
    const isMoved = movesCalendar(session, columns)
    const isRenamed = session.title !== columns.title
    await sql.updateSession(session.id, {
      ...columns,
      changedAt: now(),
      version: session.version + 1,
      sequence: session.sequence + (isMoved || isRenamed ? 1 : 0),
    })
    await sql.replaceAgenda(session.id, agendaFrom(input))
    const news = { sessionId: session.id, plgId: plg.id }
    publish(isMoved ? sessionMoved({ ...news, actorId: actor.id }) : sessionTouched(news))
  })
}

/** It stays in the list and in calendars, as cancelled. */
export function cancelSession(
  actor: Actor,
  place: Place,
  { version }: { version: number },
): Promise<void> {
  return onSession(actor, place, may.cancel, async ({ session, plg }, publish) => {
    if (session.version !== version) throw new Refusal(refusals.stale)
    await sql.updateSession(session.id, {
      state: 'cancelled',
      changedAt: now(),
      version: version + 1,
      sequence: session.sequence + 1,
    })
    publish(sessionCancelled({ sessionId: session.id, plgId: plg.id, actorId: actor.id }))
  })
}

/** Writes down who was there; with that the meeting has taken place. */
export function noteAttendance(
  actor: Actor,
  place: Place,
  { person }: AttendanceInput,
): Promise<void> {
  return onSession(actor, place, may.noteAttendance, async (inside, publish) => {
    const { session, proof } = inside
    await sql.saveAttendance(session.id, proof, person)
    if (session.state === 'planned' && person.length > 0)
      await sql.updateSession(session.id, { state: 'held', version: session.version + 1 })
    publish(touched(inside))
  })
}

/** @throws Conflict with the text that stands there, when somebody else has written meanwhile */
export function writeMinutes(actor: Actor, place: Place, input: MinutesInput): Promise<void> {
  return onSession(actor, place, may.writeMinutes, async (inside, publish) => {
    const { session } = inside
    if (session.minutesVersion !== input.version) {
      if (session.minutes === input.minutes) return
      throw new Conflict(refusals.staleMinutes, session.minutes)
    }
    const minutesVersion = session.minutesVersion + 1
    await sql.updateSession(session.id, { minutes: input.minutes, minutesVersion })
    publish(touched(inside))
  })
}

/** Into the log of the PLG's decisions. */
export function noteDecision(
  actor: Actor,
  place: Place,
  input: { decision: string },
): Promise<void> {
  return onSession(actor, place, may.writeMinutes, async (inside, publish) => {
    const { session, plg, cycle } = inside
    await sql.insertDecision({
      ...{ plgId: plg.id, sessionId: session.id, cycle },
      text: input.decision.slice(0, LIMITS.decision),
      decidedBy: actor.id,
      at: now(),
    })
    publish(touched(inside))
  })
}

/** @returns its words, so that it can be brought back; null when it was gone already */
export function removeDecision(actor: Actor, place: Place, id: string): Promise<string | null> {
  return onSession(actor, place, may.writeMinutes, async (inside, publish) => {
    const removed = await sql.removeDecision(inside.proof, inside.session.id, id)
    publish(touched(inside))
    return removed?.text ?? null
  })
}

/** One's own two sentences at the end; empty ones take them back. */
export function checkOut(actor: Actor, place: Place, input: CheckOutInput): Promise<void> {
  return onSession(actor, place, may.checkOut, async (inside, publish) => {
    await sql.saveCheckOut(inside.session.id, actor.id, input)
    publish(touched(inside))
  })
}
