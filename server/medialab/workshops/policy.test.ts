import { expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import type { NetworkRole, SchoolRole } from '#server/auth/contract.ts'
import { SEAT_STATES, type SeatState, WORKSHOP_STATES, type WorkshopState } from './contract.ts'
import { may, type WorkshopFacts } from './policy.ts'

function actor(role: SchoolRole | NetworkRole, isOffice = false, state = 'confirmed'): Actor {
  return {
    ...{ id: 'p', sessionId: 's', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
    memberships: [{ role, schoolId: isOffice ? null : 'own', state: state as 'confirmed' }],
  }
}

const PEOPLE = {
  visitor: null,
  teacher: actor('teacher'),
  admin: actor('first_level_admin'),
  leader: actor('media_advisor', true),
  smz: actor('smz_staff', true),
  operator: actor('operator', true),
  principal: actor('principal'),
  pending: actor('teacher', false, 'pending'),
}
type Person = keyof typeof PEOPLE
type Place = SeatState | 'none' | 'present'
const PLACES: Place[] = ['none', 'present', ...SEAT_STATES]
const ACTS = ['signUp', 'withdraw', 'answer', 'certify', 'lead', 'manage'] as const

const OFFICE: Partial<Record<Person, string>> = {
  smz: 'see manage lead seeLeaders seeLink',
  leader: 'see lead seeLeaders seeLink',
}
const HELD = 'seeLeaders'
/** What a seat of one's own allows, and what of it only while the workshop stands. */
const SEATED: Partial<Record<Place, [always: string, published: string]>> = {
  waiting: [HELD, 'withdraw'],
  offered: [HELD, 'withdraw answer'],
  requested: [HELD, 'withdraw'],
  taken: [`${HELD} seeLink`, 'withdraw'],
  present: [`${HELD} seeLink certify`, 'withdraw'],
}

/** Whatever is not written here is refused. A workshop for teachers and First-Level-Support. */
function allowedTo(person: Person, state: WorkshopState, place: Place): string[] {
  const words = [state === 'draft' ? '' : 'see', OFFICE[person]]
  const isKnown = person !== 'visitor' && person !== 'pending'
  const isPublished = state === 'published'
  if (isPublished && (person === 'teacher' || person === 'admin')) words.push('signUp')
  const [always, published] = SEATED[place] ?? []
  if (isKnown) words.push(always, isPublished ? published : '')
  return words.join(' ').split(' ').filter(Boolean)
}

const cases = (Object.keys(PEOPLE) as Person[]).flatMap((person) =>
  WORKSHOP_STATES.flatMap((state) => PLACES.map((place) => [person, state, place] as const)),
)
test.each(cases)('%s of a %s one with a seat that is %s', (person, state, place) => {
  const facts: WorkshopFacts = {
    ...{ state, roles: ['teacher', 'first_level_admin'], isLeader: person === 'leader' },
    seat:
      place === 'none'
        ? null
        : {
            state: place === 'present' ? 'taken' : place,
            wasPresent: place === 'present' ? true : null,
          },
  }
  const who = PEOPLE[person]
  const allowed = [
    ...(['see', 'seeLeaders', 'seeLink'] as const).filter((act) => may[act](who, facts)),
    ...ACTS.filter((act) => who !== null && may[act](who, facts)),
  ]
  expect(allowed.toSorted()).toEqual([...new Set(allowedTo(person, state, place))].toSorted())
})

test('a seat given up comes back to nobody else', () => {
  expect(may.keepSeat(PEOPLE.teacher, { personId: 'p' })).toBe(true)
  expect(may.keepSeat(PEOPLE.teacher, { personId: 'q' })).toBe(false)
  expect(may.keepSeat(PEOPLE.teacher, { personId: null })).toBe(false)
})

test('without roles it is for everybody whom a school or an office has confirmed', () => {
  const facts: WorkshopFacts = { state: 'published', roles: [], isLeader: false, seat: null }
  expect(may.signUp(PEOPLE.principal, facts)).toBe(true)
  expect(may.signUp(PEOPLE.pending, facts)).toBe(false)
})
