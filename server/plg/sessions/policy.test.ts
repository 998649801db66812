import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { PlgRole, SeatState } from '../contract.ts'
import { may as mayPoll } from '../polls/policy.ts'
import { may, type SessionFacts } from './policy.ts'

const actor = (state: 'confirmed' | 'pending' = 'confirmed', role: string = 'teacher'): Actor => ({
  ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [
    {
      role: role as Actor['memberships'][number]['role'],
      schoolId: role === 'teacher' || role === 'principal' ? 'school' : null,
      state,
    },
  ],
})
const seat = (role: PlgRole, state: SeatState = 'active') => ({ role, state })
const NOTHING = { isHost: false, isMinuteTaker: false, isProtocolLead: false }

/** Everybody, with their place in the PLG and what they do this time. */
const PEOPLE = {
  lead: { actor: actor(), seat: seat('lead'), own: NOTHING },
  facilitator: {
    actor: actor('confirmed', 'facilitator'),
    seat: seat('facilitator'),
    own: NOTHING,
  },
  member: { actor: actor(), seat: seat('member'), own: NOTHING },
  host: { actor: actor(), seat: seat('member'), own: { ...NOTHING, isHost: true } },
  minuteTaker: { actor: actor(), seat: seat('member'), own: { ...NOTHING, isMinuteTaker: true } },
  protocolLead: { actor: actor(), seat: seat('member'), own: { ...NOTHING, isProtocolLead: true } },
  guest: { actor: actor(), seat: seat('guest'), own: NOTHING },
  // A duty does not make a guest or somebody who has left a member.
  guestWithDuties: {
    actor: actor(),
    seat: seat('guest'),
    own: { isHost: true, isMinuteTaker: true, isProtocolLead: true },
  },
  gone: {
    actor: actor(),
    seat: null,
    own: { isHost: true, isMinuteTaker: true, isProtocolLead: true },
  },
  invited: { actor: actor(), seat: seat('member', 'invited'), own: NOTHING },
  principal: { actor: actor('confirmed', 'principal'), seat: null, own: NOTHING },
  smz: { actor: actor('confirmed', 'smz_staff'), seat: null, own: NOTHING },
  operator: { actor: actor('confirmed', 'operator'), seat: null, own: NOTHING },
  pendingLead: { actor: actor('pending'), seat: seat('lead'), own: NOTHING },
} as const
type Person = keyof typeof PEOPLE

const OUTSIDE = { gone: '', invited: '', principal: '', smz: '', operator: '', pendingLead: '' }
const ALL = 'read plan work change cancel writeMinutes takeNotes leadProtocol'

/** What each may. Whatever is not written here is refused. */
const ALLOWED: Record<string, { facts: Partial<SessionFacts>; people: Record<Person, string> }> = {
  'planned, not begun': {
    facts: {},
    people: {
      ...OUTSIDE,
      lead: ALL,
      facilitator: ALL,
      member: 'read work takeNotes',
      host: 'read work change takeNotes',
      minuteTaker: 'read work writeMinutes takeNotes',
      protocolLead: 'read work takeNotes leadProtocol',
      guest: 'read',
      guestWithDuties: 'read',
    },
  },
  'planned, begun': {
    facts: { hasBegun: true },
    people: {
      ...OUTSIDE,
      lead: `${ALL} noteAttendance checkOut`,
      facilitator: `${ALL} noteAttendance checkOut`,
      member: 'read work takeNotes checkOut',
      host: 'read work change takeNotes noteAttendance checkOut',
      minuteTaker: 'read work writeMinutes takeNotes noteAttendance checkOut',
      protocolLead: 'read work takeNotes leadProtocol checkOut',
      guest: 'read checkOut',
      guestWithDuties: 'read checkOut',
    },
  },
  held: {
    facts: { hasBegun: true, state: 'held' },
    people: {
      ...OUTSIDE,
      lead: 'read plan work writeMinutes takeNotes leadProtocol noteAttendance checkOut',
      facilitator: 'read plan work writeMinutes takeNotes leadProtocol noteAttendance checkOut',
      member: 'read work takeNotes checkOut',
      host: 'read work takeNotes noteAttendance checkOut',
      minuteTaker: 'read work writeMinutes takeNotes noteAttendance checkOut',
      protocolLead: 'read work takeNotes leadProtocol checkOut',
      guest: 'read checkOut',
      guestWithDuties: 'read checkOut',
    },
  },
  'without somebody for the minutes': {
    facts: { hasMinuteTaker: false },
    people: {
      ...OUTSIDE,
      lead: ALL,
      facilitator: ALL,
      member: 'read work writeMinutes takeNotes',
      host: 'read work change writeMinutes takeNotes',
      minuteTaker: 'read work writeMinutes takeNotes',
      protocolLead: 'read work writeMinutes takeNotes leadProtocol',
      guest: 'read',
      guestWithDuties: 'read',
    },
  },
  cancelled: {
    facts: { hasBegun: true, state: 'cancelled' },
    people: {
      ...OUTSIDE,
      lead: 'read plan work',
      facilitator: 'read plan work',
      member: 'read work',
      host: 'read work',
      minuteTaker: 'read work',
      protocolLead: 'read work',
      guest: 'read',
      guestWithDuties: 'read',
    },
  },
  'of a supervision group': {
    facts: { hasBegun: true, kind: 'supervision', hasMinuteTaker: false },
    people: {
      ...OUTSIDE,
      lead: 'read plan work change cancel leadProtocol noteAttendance checkOut',
      facilitator: 'read plan work change cancel leadProtocol noteAttendance checkOut',
      member: 'read work checkOut',
      host: 'read work change noteAttendance checkOut',
      minuteTaker: 'read work noteAttendance checkOut',
      protocolLead: 'read work leadProtocol checkOut',
      guest: 'read checkOut',
      guestWithDuties: 'read checkOut',
    },
  },
  'of a finished PLG': {
    facts: { hasBegun: true, isClosed: true },
    people: {
      ...OUTSIDE,
      lead: 'read',
      facilitator: 'read',
      member: 'read',
      host: 'read',
      minuteTaker: 'read',
      protocolLead: 'read',
      guest: 'read',
      guestWithDuties: 'read',
    },
  },
}

const ACTS = Object.keys(may) as (keyof typeof may)[]
const factsOf = (facts: Partial<SessionFacts>, person: Person): SessionFacts => ({
  ...{ kind: 'plg', isClosed: false, state: 'planned', hasBegun: false, hasMinuteTaker: true },
  plg: { joining: 'closed', seat: PEOPLE[person].seat },
  own: PEOPLE[person].own,
  ...facts,
})

const TABLE = Object.entries(ALLOWED).flatMap(([state, { facts, people }]) =>
  (Object.keys(PEOPLE) as Person[]).flatMap((person) =>
    ACTS.map((act) => ({
      ...{ state, person, act },
      facts: factsOf(facts, person),
      allowed: people[person].split(' ').includes(act),
    })),
  ),
)

test.each(TABLE)('$state: $person $act $allowed', ({ person, act, facts, allowed }) => {
  expect(may[act](PEOPLE[person].actor, facts)).toBe(allowed)
})

/** Polls: what each may while one is open. Afterwards there is only reading. */
const POLLS: Record<Person, string> = {
  ...OUTSIDE,
  lead: 'read open answer decide',
  facilitator: 'read open answer decide',
  member: 'read answer',
  host: 'read answer',
  minuteTaker: 'read answer',
  protocolLead: 'read answer',
  guest: 'read',
  guestWithDuties: 'read',
}
const POLL_TABLE = (['open', 'decided', 'cancelled'] as const).flatMap((state) =>
  (Object.keys(PEOPLE) as Person[]).flatMap((person) =>
    (Object.keys(mayPoll) as (keyof typeof mayPoll)[]).map((act) => ({
      ...{ state, person, act },
      allowed:
        POLLS[person].split(' ').includes(act) &&
        (state === 'open' || act === 'read' || act === 'open'),
    })),
  ),
)
test.each(POLL_TABLE)('a poll that is $state: $person $act $allowed', (row) => {
  const facts = { ...factsOf({}, row.person), state: row.state }
  expect(mayPoll[row.act](PEOPLE[row.person].actor, facts)).toBe(row.allowed)
})
