import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { CASE_EVENTS, type CaseEvent, REVIEW_STATES, type ReviewState } from './contract.ts'
import { mayBring } from './policy.ts'
import { nextState, outcomesOf } from './rules.ts'

/** Where each event leads from each state. Whatever is not written here is refused. */
const TABLE: Record<ReviewState, Partial<Record<CaseEvent, ReviewState>>> = {
  draft: { submit: 'submitted', withdraw: 'rejected_intake' },
  submitted: { take: 'triage', reject: 'rejected_intake', withdraw: 'rejected_intake' },
  triage: {
    ...{ fast_lane: 'opinion_draft', already_decided: 'closed', start: 'in_review' },
    ...{ reject: 'rejected_intake', withdraw: 'rejected_intake' },
  },
  in_review: {
    ...{ ask_requester: 'waiting_requester', ask_vendor: 'waiting_vendor' },
    ...{ draft_opinion: 'opinion_draft', withdraw: 'rejected_intake' },
  },
  waiting_requester: { answer: 'in_review', deadline: 'in_review', withdraw: 'rejected_intake' },
  waiting_vendor: { answer: 'in_review', deadline: 'in_review', withdraw: 'rejected_intake' },
  opinion_draft: { sign: 'opinion_given', send_back: 'in_review', withdraw: 'rejected_intake' },
  opinion_given: { hand_over: 'release_pending', release: 'closed' },
  release_pending: { release: 'closed', refuse: 'closed' },
  closed: {},
  rejected_intake: {},
}

type Role = Actor['memberships'][number]['role']
const ROLES = [...SCHOOL_ROLES, ...NETWORK_ROLES]
const isOffice = (role: Role) => (NETWORK_ROLES as readonly string[]).includes(role)
const actor = (role: Role, state: 'pending' | 'confirmed' = 'confirmed'): Actor => ({
  ...{ id: 'me', sessionId: '', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
  memberships: [{ role, state, schoolId: isOffice(role) ? null : 'school' }],
})

const REVIEWERS = ['smz_staff', 'media_advisor', 'school_dpo']
const BEFORE = ['draft', 'submitted', 'triage']

/** Who may bring it about: roles that are not the requester, the requester, the house itself. */
function expected(event: CaseEvent, state: ReviewState) {
  switch (event) {
    case 'submit':
      return { roles: [], requester: true, house: false }
    case 'withdraw':
      return BEFORE.includes(state)
        ? { roles: [], requester: true, house: false }
        : { roles: REVIEWERS, requester: false, house: false }
    case 'sign':
      return { roles: ['school_dpo'], requester: false, house: false }
    case 'hand_over':
    case 'deadline':
      return { roles: [], requester: false, house: true }
    case 'release':
      return state === 'opinion_given'
        ? { roles: [], requester: false, house: true }
        : { roles: ['release_manager'], requester: false, house: false }
    case 'refuse':
      return { roles: ['release_manager'], requester: false, house: false }
    case 'take':
      return { roles: REVIEWERS, requester: false, house: true }
    case 'answer':
      return {
        roles: REVIEWERS,
        requester: state === 'waiting_requester',
        house: state === 'waiting_vendor',
      }
    default:
      return { roles: REVIEWERS, requester: false, house: false }
  }
}

describe.each(REVIEW_STATES)('a case in %s', (state) => {
  test.each(CASE_EVENTS)('%s leads where the table says', (event) => {
    expect(nextState(event, state)).toBe(TABLE[state][event])
  })

  test.each(CASE_EVENTS.flatMap((event) => ROLES.map((role) => ({ event, role }))))(
    '$event by $role',
    ({ event, role }) => {
      const { roles, requester, house } = expected(event, state)
      const others = { state, requestedBy: 'somebody' }
      const own = { state, requestedBy: 'me' }
      expect(mayBring[event](actor(role), others)).toBe(roles.includes(role))
      expect(mayBring[event](actor(role, 'pending'), others)).toBe(false)
      // Whoever proposed it neither reviews nor signs nor releases it, whatever office they hold.
      expect(mayBring[event](actor(role), own)).toBe(requester)
      expect(mayBring[event](actor(role), { state, requestedBy: null })).toBe(roles.includes(role))
      expect(mayBring[event](null, others)).toBe(house)
      expect(mayBring[event](null, { state, requestedBy: null })).toBe(house)
    },
  )
})

test('every event that ends a case says as what, and no other does', () => {
  const ends = CASE_EVENTS.filter((event) =>
    REVIEW_STATES.some((state) =>
      ['closed', 'rejected_intake'].includes(nextState(event, state) ?? ''),
    ),
  )
  expect(CASE_EVENTS.filter((event) => outcomesOf(event).length > 0)).toEqual(ends)
})
