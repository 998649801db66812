import '#db/testing.ts'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aConcept } from '#db/factories/concept.ts'
import { aMembership, anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { workingOf } from '../views.ts'
import { giveRole } from './commands.ts'
import { peopleFor } from './views.ts'

let slug: string
let principal: Actor

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  const school = await aSchool()
  slug = school.slug
  principal = await anActor('principal', { schoolId: school.id })
  await aConcept({ schoolId: school.id })
})
const inviting = (person: { id: string }, by = principal) =>
  giveRole(by, slug, { person: person.id, role: 'reader', subject: '' })

test.each([...(['facilitator', 'media_advisor', 'subject_advisor', 'smz_staff'] as const)])(
  'a school invites %s by name, whatever PLG they are in',
  async (role) => {
    const adviser = await anActor(role)
    await expect(workingOf(adviser, { slug })).rejects.toThrow(NotFound)
    expect((await peopleFor(principal, slug)).advisers.map(({ id }) => id)).toContain(adviser.id)
    await inviting(adviser)
    await workingOf(adviser, { slug })
    expect((await peopleFor(principal, slug)).advisers.map(({ id }) => id)).not.toContain(
      adviser.id,
    )
  },
)

test.each([
  ...(['teacher', 'school_authority_staff', 'release_manager', 'school_inspector'] as const),
  ...(['operator', 'school_dpo'] as const),
])('nobody invites %s', async (role) => {
  const person = await anActor(role)
  const { advisers } = await peopleFor(principal, slug)
  expect(advisers).toEqual([])
  await expect(inviting(person)).rejects.toThrow(Refusal)
})

test('who advises and works for the Schulträger reads none, also when that comes later', async () => {
  const adviser = await anActor('media_advisor')
  await inviting(adviser)
  await aMembership({ personId: adviser.id, role: 'school_authority_staff' })
  const both: Actor = {
    ...adviser,
    memberships: [
      ...adviser.memberships,
      { role: 'school_authority_staff', schoolId: null, state: 'confirmed' },
    ],
  }
  await expect(workingOf(both, { slug })).rejects.toThrow(NotFound)
  expect((await peopleFor(principal, slug)).advisers).toEqual([])
})

test('an adviser invites nobody, and a colleague without the task neither', async () => {
  const adviser = await anActor('media_advisor')
  await inviting(adviser)
  const other = await anActor('facilitator')
  await expect(inviting(other, adviser)).rejects.toThrow(Forbidden)
  expect((await peopleFor(adviser, slug)).advisers).toEqual([])
})
