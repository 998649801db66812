import { randomUUID } from 'node:crypto'
import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { authorizeOrHide, authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { homeKind } from '#server/platform/homes.ts'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { factsFor } from '#server/schools/calendar/contract.ts'
import { freeDaysOf } from '#server/schools/calendar/views.ts'
import type { Kind } from '../contract.ts'
import type { MemberOf } from '../policy.ts'
import { insideOf, type Inside as InsidePlg } from '../views.ts'
import {
  type Duties,
  type Duty,
  DUTIES,
  PAST_PER_PAGE,
  type SessionLine,
  UPCOMING_SHOWN,
} from './contract.ts'
import { paths } from './paths.ts'
import { type GroundFacts, may, type SessionFacts } from './policy.ts'
import {
  agendaSum,
  hasBegun,
  minutesBetween,
  sessionNumber,
  suggestDuties,
  whenAndWhere,
} from './rules.ts'
import * as sql from './sql.ts'
import { formerMember } from './words.ts'

/** A meeting in an address: the PLG's slug and the number as it was typed. */
export type Place = { plg: string; number: string }
export type Ground = Omit<InsidePlg, 'facts'> & { facts: GroundFacts; cycle: number }
export type Inside = Omit<Ground, 'facts'> & { session: sql.SessionRow; facts: SessionFacts }

/** The one way to the meetings of a PLG. @throws as the PLG does */
export async function groundOf(actor: Actor, slug: string): Promise<Ground> {
  const inside = await insideOf(actor, { slug })
  const { kind, phase, cycle } = await sql.findGround(inside.proof)
  return { ...inside, facts: groundFacts(inside, kind, phase), cycle }
}

const groundFacts = ({ facts }: InsidePlg, kind: Kind, phase: string): GroundFacts => ({
  plg: facts,
  kind,
  isClosed: phase === 'closed',
})

/** The one way to a meeting. @throws NotFound also when it is one of another PLG */
export async function insideSession(actor: Actor, place: Place): Promise<Inside> {
  const inside = await insideOf(actor, { slug: place.plg })
  const number = sessionNumber(place.number)
  const session = existing(
    number === undefined ? undefined : await sql.findSession(inside.proof, number),
  )
  const facts: SessionFacts = {
    ...groundFacts(inside, session.kind, session.phase),
    state: session.state,
    hasBegun: hasBegun(session.startsAt, now()),
    hasMinuteTaker: session.minuteTakerId !== null,
    own: {
      isHost: session.hostId === actor.id,
      isMinuteTaker: session.minuteTakerId === actor.id,
      isProtocolLead: session.protocolLeadId === actor.id,
    },
  }
  authorizeOrHide(may.read, actor, facts)
  return { ...inside, session, facts, cycle: session.plgCycle }
}

type Delegate = { schoolId: string | null }

/** What is free on these days at the schools of these members. */
export async function dayFactsFor(members: Delegate[], moments: Date[]) {
  const days = moments.map(localDayOf).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return () => []
  const schoolIds = [...new Set(members.flatMap(({ schoolId }) => schoolId ?? []))]
  const own = await freeDaysOf(schoolIds, first, last)
  return (moment: Date) => factsFor(localDayOf(moment), own)
}

/** The meetings of a PLG: what comes, and what was, a page at a time. */
export async function sessionsFor(actor: Actor, slug: string, page: number) {
  const { plg, proof, facts } = await groundOf(actor, slug)
  const at = now()
  const [upcoming, past, total, members] = await Promise.all([
    sql.listUpcoming(proof, at, UPCOMING_SHOWN),
    sql.listPast(proof, at, PAST_PER_PAGE, (page - 1) * PAST_PER_PAGE),
    sql.countPast(proof, at),
    sql.listMembers(proof),
  ])
  const dayFacts = await dayFactsFor(
    members,
    upcoming.map(({ startsAt }) => startsAt),
  )
  const lineOf = ({ number, title, startsAt, endsAt, mode, place, state }: (typeof past)[number]) =>
    ({ number, title, startsAt, endsAt, mode, place, state, dayFacts: [] }) as SessionLine
  return {
    plg,
    upcoming: upcoming.map((row) => ({ ...lineOf(row), dayFacts: dayFacts(row.startsAt) })),
    members: members.map(choiceOf),
    past: paged(past.map(lineOf), total, page, PAST_PER_PAGE),
    can: { plan: may.plan(actor, facts) },
  }
}

/** The meeting a PLG goes towards, for its first page: the heartbeat of the group. */
export async function nextSessionOf(actor: Actor, slug: string) {
  const { proof } = await insideOf(actor, { slug })
  const coming = await sql.listUpcoming(proof, now(), SOON)
  const next = coming.find(({ state }) => state !== 'cancelled')
  if (!next) return null
  const { number, title, startsAt, endsAt, place } = next
  return { number, title, startsAt, endsAt, place }
}

/** Some of them may be cancelled. */
const SOON = 10

/** What the form for a new meeting needs: who there is, and who could do what this time. */
export async function newSessionFor(actor: Actor, slug: string) {
  const { plg, proof, facts } = await groundOf(actor, slug)
  authorize(may.plan, actor, facts)
  const { members, suggested } = await dutiesFor(proof)
  return { plg, members, suggested, clientKey: randomUUID() }
}

const choiceOf = (person: { personId: string; firstName: string; lastName: string }) => ({
  value: person.personId,
  label: fullName(person),
})

async function dutiesFor(proof: MemberOf) {
  const [rows, turns] = await Promise.all([sql.listMembers(proof), sql.listTurns(proof)])
  const members = rows.map(choiceOf)
  const inTurn = rows.filter(({ role }) => role === 'lead' || role === 'member')
  return { members, suggested: suggestDuties(inTurn, turns) }
}

/** The meeting as its form shows it. */
export async function editSessionFor(actor: Actor, place: Place) {
  const { plg, proof, session, facts } = await insideSession(actor, place)
  authorize(may.change, actor, facts)
  const { members, suggested } = await dutiesFor(proof)
  const { number, title, startsAt, endsAt, mode, link, version, agenda } = session
  return {
    plg,
    session: {
      ...{ number, title, mode, link, version, agenda, place: session.place },
      day: localDayOf(startsAt),
      from: localTimeOf(startsAt),
      to: localTimeOf(endsAt),
      duties: dutiesOf(session),
    },
    ...{ members, suggested },
    can: { cancel: may.cancel(actor, facts) },
  }
}

/** The minutes as their form shows them. */
export async function minutesFor(actor: Actor, place: Place) {
  const { plg, session, facts } = await insideSession(actor, place)
  authorize(may.writeMinutes, actor, facts)
  const { number, title, minutes, minutesVersion } = session
  return { plg, session: { number, title, minutes, minutesVersion } }
}

const dutiesOf = (session: sql.SessionRow): Duties => ({
  host: session.hostId,
  timekeeper: session.timekeeperId,
  minuteTaker: session.minuteTakerId,
  protocolLead: session.protocolLeadId,
})

/** The page of a meeting. */
export async function sessionFor(actor: Actor, place: Place) {
  const inside = await insideSession(actor, place)
  const { plg, proof, session, facts } = inside
  const [members, people, norms, decisions] = await Promise.all([
    sql.listMembers(proof),
    sql.listPeople(session.id, proof),
    sql.listNorms(proof),
    sql.listDecisions(proof, session.id),
  ])
  const dayFacts = await dayFactsFor(members, [session.startsAt])
  const names = new Map([...members, ...people].map((one) => [one.personId, fullName(one)]))
  const { id, number, title, startsAt, endsAt, mode, link, state, agenda } = session
  return {
    plg,
    session: {
      ...{ id, number, title, startsAt, endsAt, mode, link, state, agenda, place: session.place },
      ...{ version: session.version, minutes: session.minutes },
      minutesVersion: session.minutesVersion,
      length: minutesBetween(startsAt, endsAt),
      agendaMinutes: agendaSum(agenda),
      duties: namedDuties(dutiesOf(session), names),
      dayFacts: dayFacts(startsAt),
    },
    ...{ norms, decisions, now: now() },
    members: members.map(choiceOf),
    people: attendees(members, people),
    checkOuts: people
      .filter(({ takeaway, nextStep }) => takeaway !== '' || nextStep !== '')
      .map(({ personId, takeaway, nextStep }) => ({
        ...{ personId, takeaway, nextStep },
        name: names.get(personId) ?? formerMember,
        isOwn: personId === actor.id,
      })),
    can: abilitiesOf(actor, facts),
  }
}

export function abilitiesOf(actor: Actor, facts: SessionFacts) {
  return {
    work: may.work(actor, facts),
    change: may.change(actor, facts),
    cancel: may.cancel(actor, facts),
    noteAttendance: may.noteAttendance(actor, facts),
    writeMinutes: may.writeMinutes(actor, facts),
    takeNotes: may.takeNotes(actor, facts),
    checkOut: may.checkOut(actor, facts),
    leadProtocol: may.leadProtocol(actor, facts),
  }
}

const namedDuties = (duties: Duties, names: Map<string, string>) =>
  DUTIES.flatMap((duty): { duty: Duty; name: string }[] => {
    const personId = duties[duty]
    return personId === null ? [] : [{ duty, name: names.get(personId) ?? formerMember }]
  })

type Person = { personId: string; firstName: string; lastName: string }

/** Everybody of the PLG, and who was there and has left it since. */
function attendees(members: Person[], people: (Person & { isPresent: boolean })[]) {
  const present = new Set(people.filter(({ isPresent }) => isPresent).map((one) => one.personId))
  const known = new Set(members.map(({ personId }) => personId))
  const gone = people.filter(({ personId, isPresent }) => isPresent && !known.has(personId))
  return [...members, ...gone].map((one) => ({
    personId: one.personId,
    name: fullName(one),
    isPresent: present.has(one.personId),
  }))
}

/** May this person hear how a meeting goes on? */
export async function mayHearSession(actor: Actor, sessionId: string): Promise<boolean> {
  const plgId = await sql.findPlgOf(sessionId)
  if (plgId === undefined) return false
  try {
    await insideOf(actor, { id: plgId })
    return true
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return false
    throw error
  }
}

/** Meetings as lines of bell and mails; only those of the person's own PLGs. */
export async function sessionCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!isConfirmed(actor) || ids.length === 0) return []
  const rows = await sql.listByIds(ids)
  const homes = await homeKind('plg').readable(actor, [...new Set(rows.map(({ plgId }) => plgId))])
  return rows.flatMap(({ id, number, plgId, title, startsAt }) => {
    const home = homes.find((one) => one.id === plgId)
    if (!home) return []
    const context = whenAndWhere(home.title, startsAt)
    return [{ id, title, context, path: paths.session(home.slug, number) }]
  })
}
