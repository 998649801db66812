import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { may } from './policy.ts'

type Membership = Actor['memberships'][number]

const HOME = 'school'
const actor = (id: string, ...memberships: Membership[]): Actor => ({
  ...{ id, sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true, memberships },
})
const at = (
  role: Membership['role'],
  schoolId: string | null = HOME,
  state: Membership['state'] = 'confirmed',
): Membership => ({ role, schoolId, state })

const LISTED = { state: 'listed' }
const OWN = { personId: 'owner', createdBy: 'typist', schoolId: HOME }
const CITY = { ...OWN, schoolId: null }

/** Every right with facts that make a difference, by a name. */
const RIGHTS: Record<string, (who: Actor) => boolean> = {
  see: (who) => may.see(who, LISTED),
  seeDraft: (who) => may.see(who, { state: 'draft' }),
  seeRetired: (who) => may.see(who, { state: 'retired' }),
  knowGone: (who) => may.knowGone(who, { state: 'retired' }),
  knowGoneDraft: (who) => may.knowGone(who, { state: 'draft' }),
  manage: (who) => may.manage(who, {}),
  bookForHome: (who) => may.bookFor(who, { schoolId: HOME }),
  bookForOther: (who) => may.bookFor(who, { schoolId: 'elsewhere' }),
  bookForNone: (who) => may.bookFor(who, { schoolId: null }),
  override: (who) => may.override(who, {}),
  seeBooking: (who) => may.seeBooking(who, OWN),
  seeCityBooking: (who) => may.seeBooking(who, CITY),
  changeBooking: (who) => may.changeBooking(who, OWN),
  changeCityBooking: (who) => may.changeBooking(who, CITY),
  consent: (who) => may.consent(who, { schoolId: HOME }),
  consentOther: (who) => may.consent(who, { schoolId: 'elsewhere' }),
  consentNone: (who) => may.consent(who, { schoolId: null }),
  reassign: (who) => may.reassign(who, { schoolId: HOME, hasLeft: true }),
  reassignOther: (who) => may.reassign(who, { schoolId: 'elsewhere', hasLeft: true }),
  reassignNone: (who) => may.reassign(who, { schoolId: null, hasLeft: true }),
  reassignOfMember: (who) => may.reassign(who, { schoolId: HOME, hasLeft: false }),
  seeUtilisation: (who) => may.seeUtilisation(who, {}),
}

const EVERYBODY = 'see knowGone'
const COLLEAGUE = `${EVERYBODY} bookForHome`
const HEAD = `${COLLEAGUE} seeBooking consent reassign`
const OF_CITY = `${EVERYBODY} bookForNone`
const SMZ = `${EVERYBODY} seeDraft seeRetired manage bookForHome bookForOther bookForNone override seeBooking
  seeCityBooking changeBooking changeCityBooking seeUtilisation`

/** Roles of which more is true than of everybody. */
const OF_ROLES: Record<string, string> = {
  principal: HEAD,
  deputy_principal: HEAD,
  smz_staff: SMZ,
  facilitator: OF_CITY,
  media_advisor: `${OF_CITY} seeUtilisation`,
  school_authority_staff: `${OF_CITY} seeUtilisation`,
}

const MINE = 'seeBooking seeCityBooking'
/** People about whose own booking it is, and others who are something special. */
const PEOPLE: [name: string, who: Actor, rights: string][] = [
  ['a pending teacher', actor('x', at('teacher', HOME, 'pending')), EVERYBODY],
  ['a pending principal', actor('x', at('principal', HOME, 'pending')), EVERYBODY],
  ['pending staff of the SMZ', actor('x', at('smz_staff', null, 'pending')), EVERYBODY],
  [
    'a principal elsewhere',
    actor('x', at('principal', 'elsewhere')),
    `${EVERYBODY} bookForOther
    consentOther reassignOther`,
  ],
  ['an office at a school is none', actor('x', at('smz_staff')), COLLEAGUE],
  ['a role of a school without one is none', actor('x', at('principal', null)), EVERYBODY],
  [
    'who answers for it',
    actor('owner', at('teacher')),
    `${COLLEAGUE} ${MINE} changeBooking
    changeCityBooking`,
  ],
  [
    'who typed it',
    actor('typist', at('teacher')),
    `${COLLEAGUE} ${MINE} changeBooking
    changeCityBooking`,
  ],
  [
    'who answers for it and has left the school',
    actor('owner', at('teacher', 'elsewhere')),
    `${EVERYBODY} bookForOther ${MINE} changeCityBooking`,
  ],
  [
    'who typed it and has left the school',
    actor('typist', at('teacher', 'elsewhere')),
    `${EVERYBODY} bookForOther seeCityBooking changeCityBooking`,
  ],
  ['who answers for it and is nowhere any more', actor('owner'), EVERYBODY],
  [
    'who answers for it and waits to be confirmed',
    actor('owner', at('teacher', HOME, 'pending')),
    EVERYBODY,
  ],
]

const allowed = (who: Actor) =>
  Object.entries(RIGHTS)
    .filter(([, right]) => right(who))
    .map(([name]) => name)
    .toSorted()
const words = (text: string) => [...new Set(text.split(/\s+/))].toSorted()

describe('who may what in the MediaLab', () => {
  test.each(SCHOOL_ROLES)('%s, at a booking of their school that is not theirs', (role) => {
    expect(allowed(actor('other', at(role)))).toEqual(words(OF_ROLES[role] ?? COLLEAGUE))
  })

  test.each(NETWORK_ROLES)('%s, at bookings of others', (role) => {
    expect(allowed(actor('other', at(role, null)))).toEqual(words(OF_ROLES[role] ?? EVERYBODY))
  })

  test.each(PEOPLE)('%s', (_, who, rights) => {
    expect(allowed(who)).toEqual(words(rights))
  })

  test('no right is left out of the table', () => {
    const asked = Object.keys(RIGHTS).join(' ')
    for (const right of Object.keys(may)) expect(asked.toLowerCase()).toContain(right.toLowerCase())
  })

  test('visitors see the catalogue and know what is gone', () => {
    const states = ['draft', 'listed', 'retired']
    expect(states.map((state) => may.see(null, { state }))).toEqual([false, true, false])
    expect(states.map((state) => may.knowGone(null, { state }))).toEqual([false, false, true])
  })
})
