import '#db/testing.ts'
import { beforeEach, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { accounts } from '#server/accounts/area.ts'
import type { Actor } from '#server/auth/actor.ts'
import { discussions } from '#server/discussions/area.ts'
import { TooMany } from '#server/platform/errors.ts'
import { registerSearch } from '#server/platform/search.ts'
import { registerThings } from '#server/platform/things.ts'
import { plg as plgArea } from '#server/plg/area.ts'
import { schools } from '#server/schools/area.ts'
import { suggestionsFor } from './views.ts'

let school: Awaited<ReturnType<typeof aSchool>>
let actor: Actor

beforeEach(async () => {
  await emptyDatabase()
  const areas = [accounts, schools, plgArea, discussions]
  registerThings(areas.flatMap((area) => area.things ?? []))
  registerSearch(areas.flatMap((area) => area.search ?? []))
  school = await aSchool({ name: 'Bruchschule' })
  actor = await anActor('teacher', { schoolId: school.id })
})

const ask = async (q: string, more: { home?: string; persons?: boolean } = {}) => {
  const { groups } = await suggestionsFor(actor, { q, home: '', persons: true, ...more })
  return groups.map(({ word, cards }) => `${word}: ${cards.map(({ title }) => title).join(', ')}`)
}

test('persons first, then what the searches of the areas find, each with its word', async () => {
  await anActor('teacher', { firstName: 'Bruno', lastName: 'Bruch', schoolId: school.id })
  const plg = await aPlg({ title: 'Bruchrechnen' })
  await aMember({ plgId: plg.id, personId: actor.id })
  await aTopic({ plgId: plg.id, title: 'Brüche kürzen' })
  expect(await ask('bruch')).toEqual([
    'Person: Bruno Bruch',
    'Schule: Bruchschule',
    'PLG: Bruchrechnen',
    'Thema: Brüche kürzen',
  ])
  expect(await ask('bruch', { persons: false })).toHaveLength(3)
})

test('eight in all, and every group has its share', async () => {
  for (let n = 0; n < 12; n++) {
    await anActor('teacher', { firstName: 'Bruno', schoolId: school.id })
    await aPlg({ title: `Bruno ${n}` })
  }
  const groups = (await suggestionsFor(actor, { q: 'bruno', home: '', persons: true })).groups
  expect(groups.map(({ kind, cards }) => [kind, cards.length])).toEqual([
    ['person', 4],
    ['plg', 4],
  ])
})

test('one letter is enough for a name, not for a thing', async () => {
  await anActor('teacher', { firstName: 'Bea', lastName: 'Ast', schoolId: school.id })
  expect(await ask('b')).toEqual(['Person: Bea Ast'])
})

test('in a PLG its members come first, and are offered before anything is typed', async () => {
  const plg = await aPlg()
  const member = await anActor('teacher', { firstName: 'Bea', lastName: 'Zuletzt' })
  await anActor('teacher', { firstName: 'Bea', lastName: 'Ast', schoolId: school.id })
  for (const { id } of [actor, member]) await aMember({ plgId: plg.id, personId: id })
  const home = `plg:${plg.id}`
  expect(await ask('bea', { home })).toEqual(['Person: Bea Zuletzt, Bea Ast'])
  expect(await ask('', { home })).toEqual(['Person: Bea Zuletzt'])
  expect(await ask('')).toEqual([])
})

test.each(['\0', '%', '_', "' or true --", 'x'.repeat(5_000), '\ud800', '🐦'.repeat(60), '@'])(
  'hostile words find nothing and break nothing (%#)',
  async (q) => expect(await ask(q, { home: "plg:' or true" })).toEqual([]),
)

test('the sixty-first within a minute has to wait', async () => {
  for (let n = 0; n < 120; n++) await ask('')
  await expect(ask('')).rejects.toThrow(TooMany)
})
