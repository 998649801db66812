import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/auth/actor.ts'
import {
  NETWORK_ROLES,
  type NetworkRole,
  SCHOOL_ROLES,
  type SchoolRole,
} from '#server/auth/contract.ts'
import { may } from './policy.ts'

const OWN = 'school-of-theirs'
const OTHER = 'school-of-others'

function actor(
  role: SchoolRole | NetworkRole,
  state: 'confirmed' | 'pending' = 'confirmed',
): Actor {
  const schoolId = (NETWORK_ROLES as readonly string[]).includes(role) ? null : OWN
  const memberships = [{ role, schoolId, state }]
  return { id: 'p', sessionId: 's', firstName: 'K', lastName: 'M', memberships, isWelcomed: true }
}

type Act = keyof typeof may
type Judge = (actor: Actor | null, facts: object) => boolean
const rules = may as unknown as Record<Act, Judge>

/** Each act, with what it is about, as a name of its own. */
const ACTS = {
  'see listed': ['see', { state: 'listed' }],
  'see proposed': ['see', { state: 'proposed' }],
  'see merged': ['see', { state: 'merged' }],
  'see removed': ['see', { state: 'removed' }],
  seeRefusals: ['seeRefusals', {}],
  seeForSchools: ['seeForSchools', {}],
  seeReview: ['seeReview', {}],
  follow: ['follow', {}],
  curate: ['curate', {}],
  propose: ['propose', {}],
  review: ['review', {}],
  sign: ['sign', {}],
  release: ['release', {}],
  suspend: ['suspend', {}],
  configure: ['configure', {}],
  publishEdition: ['publishEdition', {}],
  seeOverview: ['seeOverview', {}],
  'decideFor own': ['decideFor', { schoolId: OWN, isDelegate: false }],
  'decideFor own as delegate': ['decideFor', { schoolId: OWN, isDelegate: true }],
  'decideFor other': ['decideFor', { schoolId: OTHER, isDelegate: false }],
  'decideFor other as delegate': ['decideFor', { schoolId: OTHER, isDelegate: true }],
  'delegate own': ['delegate', { schoolId: OWN }],
  'delegate other': ['delegate', { schoolId: OTHER }],
  'seeOfSchool own': ['seeOfSchool', { schoolId: OWN }],
  'seeOfSchool other': ['seeOfSchool', { schoolId: OTHER }],
  tell: ['tell', {}],
  answerOfficially: ['answerOfficially', {}],
} satisfies Record<string, [Act, object]>

const VISITOR = ['see listed']
const CONFIRMED = [
  ...VISITOR,
  ...['see proposed', 'seeRefusals', 'seeForSchools', 'follow', 'tell'],
]
const SCHOOL = [...CONFIRMED, 'propose', 'seeOfSchool own', 'decideFor own as delegate']
const HEAD = [...SCHOOL, 'decideFor own', 'delegate own']
const CURATOR = [...CONFIRMED, 'seeReview', 'curate', 'propose', 'review', 'seeOverview']

/** What each of them may; whatever is not written here is refused. */
const ALLOWED: Record<SchoolRole | NetworkRole, string[]> = {
  teacher: SCHOOL,
  digital_officer: SCHOOL,
  first_level_admin: SCHOOL,
  trainee: SCHOOL,
  principal: HEAD,
  deputy_principal: HEAD,
  smz_staff: [...CURATOR, 'publishEdition'],
  media_advisor: CURATOR,
  school_dpo: [
    ...CONFIRMED,
    ...['seeReview', 'review', 'sign', 'suspend', 'answerOfficially', 'seeOverview'],
    ...['seeOfSchool own', 'seeOfSchool other'],
  ],
  release_manager: [
    ...CONFIRMED,
    ...['seeReview', 'release', 'suspend', 'configure', 'publishEdition', 'seeOverview'],
  ],
  school_authority_staff: [...CONFIRMED, 'seeOverview'],
  facilitator: CONFIRMED,
  subject_advisor: CONFIRMED,
  school_inspector: CONFIRMED,
  operator: CONFIRMED,
}

const allowedTo = (who: Actor | null) =>
  Object.entries(ACTS)
    .filter(([, [act, facts]]) => rules[act](who, facts))
    .map(([name]) => name)
    .sort()

describe('who may what in the directory', () => {
  test.each([...SCHOOL_ROLES, ...NETWORK_ROLES])('%s', (role) => {
    expect(allowedTo(actor(role))).toEqual(ALLOWED[role].toSorted())
  })

  test.each([...SCHOOL_ROLES, ...NETWORK_ROLES])('%s who is not confirmed is a visitor', (role) => {
    expect(allowedTo(actor(role, 'pending'))).toEqual(VISITOR)
  })

  test('a visitor', () => {
    const open: Act[] = ['see', 'seeRefusals', 'seeForSchools']
    const asked = Object.entries(ACTS).filter(([, [act]]) => open.includes(act))
    const allowed = asked.filter(([, [act, facts]]) => rules[act](null, facts))
    expect(allowed.map(([name]) => name)).toEqual(VISITOR)
  })

  test('every rule is asked', () => {
    expect(Object.keys(may).sort()).toEqual(
      [...new Set(Object.values(ACTS).map(([act]) => act as string))].sort(),
    )
  })
})
