import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { PLG_ROLES } from '#server/plg/contract.ts'
import {
  type Addressee,
  ADDRESSEES,
  FUNDING_EVENTS,
  FUNDING_STATES,
  type FundingEvent,
  type FundingState,
  REQUEST_EVENTS,
  REQUEST_STATES,
} from './contract.ts'
import { nextState as nextOfFunding } from './funding/rules.ts'
import { type FundingFacts, may, mayBring } from './policy.ts'
import { nextState as nextOfRequest } from './requests/rules.ts'

type Role = Actor['memberships'][number]['role']
const isOffice = (role: Role) => (NETWORK_ROLES as readonly string[]).includes(role)
const actor = (role: Role, state: 'pending' | 'confirmed' = 'confirmed'): Actor => ({
  id: 'me',
  sessionId: '',
  firstName: 'Kim',
  lastName: 'Muster',
  isWelcomed: true,
  memberships: [{ role, state, schoolId: isOffice(role) ? null : 'school' }],
})
const ROLES = [...SCHOOL_ROLES, ...NETWORK_ROLES]
const SEATS = [null, ...PLG_ROLES]

const HOLDERS: Record<Addressee, string[]> = {
  smz_staff: ['smz_staff'],
  media_advisor: ['media_advisor'],
  subject_advisor: ['subject_advisor'],
  school_authority_staff: ['school_authority_staff', 'release_manager'],
}

describe.each(ADDRESSEES)('a request to %s', (addressee) => {
  test.each(ROLES.flatMap((role) => SEATS.map((seatRole) => ({ role, seatRole }))))(
    '$role with the seat $seatRole',
    ({ role, seatRole }) => {
      const facts = { addressee, seatRole, createdBy: 'somebody' }
      const holds = HOLDERS[addressee].includes(role)
      const belongs = seatRole !== null && seatRole !== 'guest'
      expect(may.handle(actor(role), facts)).toBe(holds)
      expect(may.seeRequest(actor(role), facts)).toBe(holds || belongs)
      expect(may.withdrawRequest(actor(role), facts)).toBe(seatRole === 'lead')
      expect(may.withdrawRequest(actor(role), { ...facts, createdBy: 'me' })).toBe(belongs)
      expect(may.ask(actor(role), facts)).toBe(seatRole === 'lead' || seatRole === 'member')
      for (const rule of [may.handle, may.seeRequest, may.withdrawRequest, may.ask])
        expect(rule(actor(role, 'pending'), facts)).toBe(false)
    },
  )
})

/** Where each event leads from each state. Whatever is not written here is refused. */
const REQUEST_TABLE: Record<string, string> = {
  'open accept': 'accepted',
  'open decline': 'declined',
  'open withdraw': 'withdrawn',
  'accepted finish': 'done',
  'accepted withdraw': 'withdrawn',
}
test.each(REQUEST_STATES.flatMap((s) => REQUEST_EVENTS.map((e) => [s, e] as const)))(
  'a request that is %s: %s',
  (state, event) => {
    expect(nextOfRequest(event, state)).toBe(REQUEST_TABLE[`${state} ${event}`])
  },
)

const FUNDING_TABLE: Partial<Record<FundingState, Partial<Record<FundingEvent, FundingState>>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { takeUp: 'in_review', withdraw: 'withdrawn' },
  in_review: { ask: 'queries', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
  queries: { answer: 'in_review', withdraw: 'withdrawn' },
  approved: { pay: 'paid', withdraw: 'withdrawn' },
  approved_partly: { pay: 'paid', withdraw: 'withdrawn' },
  paid: { account: 'accounted' },
  accounted: { close: 'closed' },
}
test.each(FUNDING_STATES.flatMap((s) => FUNDING_EVENTS.map((e) => [s, e] as const)))(
  'an application that is %s: %s',
  (state, event) => {
    expect(nextOfFunding(event, state)).toBe(FUNDING_TABLE[state]?.[event])
  },
)

const OF_LEADS: FundingEvent[] = ['submit', 'answer', 'withdraw', 'account']
const DECIDERS = ['release_manager', 'school_authority_staff']

describe.each(FUNDING_EVENTS)('bringing about %s', (event) => {
  const cases = ROLES.flatMap((role) =>
    SEATS.flatMap((seatRole) => [true, false].map((isAuthor) => ({ role, seatRole, isAuthor }))),
  )
  test.each(cases)('$role, seat $seatRole, author $isAuthor', ({ role, seatRole, isAuthor }) => {
    const facts: FundingFacts = { seatRole, isAuthor, schoolId: 'school', wasSubmitted: true }
    const decides = DECIDERS.includes(role) && seatRole === null && !isAuthor
    const expected = OF_LEADS.includes(event) ? seatRole === 'lead' : decides
    expect(mayBring[event](actor(role), facts)).toBe(expected)
    expect(mayBring[event](actor(role, 'pending'), facts)).toBe(false)
    if (decides) expect(mayBring[event](actor(role), { ...facts, wasSubmitted: false })).toBe(false)
  })
})

test.each(ROLES.flatMap((role) => SEATS.map((seatRole) => ({ role, seatRole }))))(
  'reading an application: $role with the seat $seatRole',
  ({ role, seatRole }) => {
    const facts: FundingFacts = {
      seatRole,
      isAuthor: false,
      schoolId: 'school',
      wasSubmitted: true,
    }
    const belongs = seatRole !== null && seatRole !== 'guest'
    const reads = [...DECIDERS, 'principal', 'deputy_principal'].includes(role)
    expect(may.seeFunding(actor(role), facts)).toBe(belongs || reads)
    // What never left the PLG is its own, and another school's is none of a principal's business.
    expect(may.seeFunding(actor(role), { ...facts, wasSubmitted: false })).toBe(belongs)
    expect(may.seeFunding(actor(role), { ...facts, schoolId: 'another' })).toBe(
      belongs || DECIDERS.includes(role),
    )
    expect(may.seeFunding(actor(role, 'pending'), facts)).toBe(false)
  },
)

test.each(ROLES)('calls and the budget: %s', (role) => {
  const isCaller = ['smz_staff', 'media_advisor', 'subject_advisor', ...DECIDERS].includes(role)
  const one = actor(role)
  expect(may.startCall(one, {})).toBe(isCaller)
  expect(may.inbox(one, {})).toBe(isCaller)
  expect(may.keepBudget(one, {})).toBe(DECIDERS.includes(role))
  expect(may.readBudget(one, {})).toBe([...DECIDERS, 'smz_staff'].includes(role))
  const facts = { state: 'draft' as const, createdBy: 'somebody', isOfOwnBody: false }
  expect(may.seeCall(one, facts)).toBe(role === 'smz_staff')
  expect(may.seeCall(one, { ...facts, createdBy: 'me' })).toBe(isCaller)
  expect(may.keepCall(one, { ...facts, isOfOwnBody: true })).toBe(isCaller)
  expect(may.seeCall(one, { ...facts, state: 'published' })).toBe(true)
  expect(may.seeCall(actor(role, 'pending'), { ...facts, state: 'published' })).toBe(false)
})
