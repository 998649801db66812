import '#db/testing.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, anActor, aPerson } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { findPersons, personCards } from './views.ts'

let school: Awaited<ReturnType<typeof aSchool>>
let reader: Actor

beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool({ name: 'Schule am Hafen' })
  reader = await anActor('teacher', { firstName: 'Meike', lastName: 'Thomas', schoolId: school.id })
})

const named = (name: string, given: Parameters<typeof anActor>[1] = {}) => {
  const [firstName = '', lastName = ''] = name.split(' ')
  return anActor('teacher', { firstName, lastName, ...given })
}
const find = async (actor: Actor, q: string, plgId: string | null = null) =>
  (await findPersons(actor, { words: q.split(' ').filter(Boolean), plgId, limit: 8 })).map(
    ({ title }) => title,
  )
/** Is this person a card and a suggestion for that one? Both follow one right. */
async function knows(actor: Actor, person: { id: string; lastName: string }) {
  const isCard = (await personCards(actor, [person.id])).length === 1
  const found = await findPersons(actor, { words: [person.lastName], plgId: null, limit: 8 })
  expect(found.some(({ id }) => id === person.id)).toBe(isCard)
  return isCard
}

describe('whose name one reads (PR-7)', () => {
  test('colleagues of one’s own school and members of common PLGs; nobody else', async () => {
    const plg = await aPlg()
    const colleague = await named('Nora Nah', { schoolId: school.id })
    const member = await named('Paul Plg')
    const stranger = await named('Fritz Fremd')
    await aMember({ plgId: plg.id, personId: member.id })
    expect(await knows(reader, member)).toBe(false)
    await aMember({ plgId: plg.id, personId: reader.id })
    expect(await knows(reader, colleague)).toBe(true)
    expect(await knows(reader, member)).toBe(true)
    expect(await knows(reader, stranger)).toBe(false)
  })

  test.each(['requested', 'invited', 'left', 'removed', 'declined'])(
    'a seat that is "%s" is no common PLG, on either side',
    async (state) => {
      const [ours, theirs] = [await aPlg(), await aPlg()]
      const other = await named('Paul Plg')
      await aMember({ plgId: ours.id, personId: reader.id })
      await aMember({ plgId: ours.id, personId: other.id, state })
      await aMember({ plgId: theirs.id, personId: reader.id, state })
      await aMember({ plgId: theirs.id, personId: other.id })
      expect(await knows(reader, other)).toBe(false)
    },
  )

  test.each([
    ['not confirmed', { state: 'pending' }],
    ['ended', { state: 'ended' }],
    ['over', { validUntil: new Date('2026-01-01') }],
    ['not begun', { validFrom: new Date('2099-01-01') }],
  ] as const)('a role at the school that is %s makes nobody a colleague', async (_, given) => {
    const person = await aPerson({ firstName: 'Nora', lastName: 'Nah' })
    await aMembership({ personId: person.id, schoolId: school.id, ...given })
    expect(await knows(reader, person)).toBe(false)
  })

  test.each(['operator', 'smz_staff', 'school_dpo', 'release_manager', 'facilitator'])(
    'an office (%s) gives no names',
    async (role) => {
      const office: Actor = await anActor(role)
      const colleague = await anActor(role)
      expect(await knows(office, reader)).toBe(false)
      expect(await knows(office, colleague)).toBe(false)
    },
  )

  test('a principal knows the own school only', async () => {
    const principal: Actor = await anActor('principal')
    expect(await knows(principal, reader)).toBe(false)
  })

  test('somebody whom no school has confirmed knows nobody', async () => {
    const waiting = await named('Willi Wartend', { schoolId: school.id, state: 'pending' })
    expect(await knows(waiting, reader)).toBe(false)
    expect(await personCards(waiting, [waiting.id])).toEqual([])
  })

  test('deactivated and erased persons have no card', async () => {
    const colleague = await named('Nora Nah', { schoolId: school.id })
    await db()
      .updateTable('persons')
      .set({ isActive: false })
      .where('id', '=', colleague.id)
      .execute()
    expect(await knows(reader, colleague)).toBe(false)
    const erased = await aPerson({ lastName: 'Fort' })
    await aMembership({ personId: erased.id, schoolId: school.id })
    expect(await knows(reader, erased)).toBe(true)
    await db().deleteFrom('persons').where('id', '=', erased.id).execute()
    expect(await knows(reader, erased)).toBe(false)
  })
})

describe('a card', () => {
  test('has the name, the schools, and no path', async () => {
    const other = await aSchool({ name: 'Abendschule' })
    await aMembership({ personId: reader.id, schoolId: other.id })
    await aMembership({ personId: reader.id, schoolId: other.id, role: 'digital_officer' })
    expect(await personCards(reader, [reader.id])).toEqual([
      { id: reader.id, title: 'Meike Thomas', context: 'Abendschule, Schule am Hafen', path: '' },
    ])
  })

  test('of an office names the office', async () => {
    const office: Actor = await anActor('smz_staff')
    const [card] = await personCards(office, [office.id])
    expect(card?.context).toMatch(/^Amt/)
  })
})

describe('suggestions', () => {
  test('each word begins a part of the name, without accents and case', async () => {
    for (const name of ['Sabine Krüger', 'Özlem Sahin', 'Anna-Lena Müller-Lang', 'Ina Ober'])
      await named(name, { schoolId: school.id })
    expect(await find(reader, 'kruger')).toEqual(['Sabine Krüger'])
    expect(await find(reader, 'O')).toEqual(['Ina Ober', 'Özlem Sahin'])
    expect(await find(reader, 'lena lang')).toEqual(['Anna-Lena Müller-Lang'])
    expect(await find(reader, 'ober ina')).toEqual(['Ina Ober'])
    expect(await find(reader, 'abine')).toEqual([])
    for (const trick of ['%', '_', '\\', "' or true --"])
      expect(await find(reader, trick)).toEqual([])
  })

  test('never oneself; members of the PLG one writes in come first, then by name', async () => {
    const plg = await aPlg()
    await named('Kim Anders', { schoolId: school.id })
    const member = await named('Kim Zuletzt')
    for (const { id } of [reader, member]) await aMember({ plgId: plg.id, personId: id })
    expect(await find(reader, 'Kim')).toEqual(['Kim Anders', 'Kim Zuletzt'])
    expect(await find(reader, 'Kim', plg.id)).toEqual(['Kim Zuletzt', 'Kim Anders'])
    expect(await find(reader, 'Meike', plg.id)).toEqual([])
  })

  test('without words the members of the PLG alone', async () => {
    const plg = await aPlg()
    await named('Kim Anders', { schoolId: school.id })
    const member = await named('Kim Zuletzt')
    for (const { id } of [reader, member]) await aMember({ plgId: plg.id, personId: id })
    expect(await find(reader, '', plg.id)).toEqual(['Kim Zuletzt'])
    expect(await find(reader, '')).toEqual([])
  })

  test('the order tells nobody outside who is in a PLG', async () => {
    const plg = await aPlg({ joining: 'closed' })
    await named('Kim Anders', { schoolId: school.id })
    const member = await named('Kim Zuletzt', { schoolId: school.id })
    await aMember({ plgId: plg.id, personId: member.id })
    expect(await find(reader, 'Kim', plg.id)).toEqual(['Kim Anders', 'Kim Zuletzt'])
    expect(await find(reader, '', plg.id)).toEqual([])
  })
})
