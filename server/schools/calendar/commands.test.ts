import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { removeFreeDay, setFreeDay } from './commands.ts'
import { freeDaysFor, freeDaysOf } from './views.ts'

let school: Awaited<ReturnType<typeof aSchool>>
let principal: Actor

beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool()
  principal = await anActor('principal', { schoolId: school.id })
})

/** A Monday of next year's June that is no holiday. */
const DAY = '2027-06-07'
const input = { day: DAY, name: 'Schulfest' }
const days = () => db().selectFrom('schoolFreeDays').select(['day', 'name']).execute()

test.each([
  ['principal', true],
  ['deputy_principal', true],
  ['digital_officer', true],
  ['teacher', false],
  ['trainee', false],
])('a %s of the school may write down a day: %s', async (role, isAllowed) => {
  const actor = await anActor(role, { schoolId: school.id })
  const act = setFreeDay(actor, school.slug, input)
  if (isAllowed) await act
  else await expect(act).rejects.toThrow(Forbidden)
  expect(await days()).toEqual(isAllowed ? [{ day: DAY, name: 'Schulfest' }] : [])
})

test('nobody else does: the head of another school, one who waits, the offices', async () => {
  const others = [
    await anActor('principal'),
    await anActor('principal', { schoolId: school.id, state: 'pending' }),
    await anActor('operator'),
    await anActor('smz_staff'),
  ]
  for (const actor of others) {
    await expect(setFreeDay(actor, school.slug, input)).rejects.toThrow(Forbidden)
    await expect(removeFreeDay(actor, school.slug, DAY)).rejects.toThrow(Forbidden)
    expect((await freeDaysFor(actor, school.slug)).can.set).toBe(false)
  }
  await expect(setFreeDay(principal, 'gibt-es-nicht', input)).rejects.toThrow(NotFound)
})

test('the same day twice is one, with the new name; taken out it says how to bring it back', async () => {
  await Promise.all([
    setFreeDay(principal, school.slug, input),
    setFreeDay(principal, school.slug, input),
  ])
  await setFreeDay(principal, school.slug, { day: DAY, name: 'Brauchtumstag' })
  expect(await days()).toEqual([{ day: DAY, name: 'Brauchtumstag' }])
  expect(await removeFreeDay(principal, school.slug, DAY)).toBe('Brauchtumstag')
  expect(await removeFreeDay(principal, school.slug, DAY)).toBeNull()
  expect(await days()).toEqual([])
})

test('a day that is free anyway is refused beside the field', async () => {
  const refused = setFreeDay(principal, school.slug, { day: '2027-12-27', name: 'x' })
  await expect(refused).rejects.toThrow(Refusal)
  await expect(refused).rejects.toMatchObject({ field: 'day' })
})

test('of ten at once and one more, ten are kept', async () => {
  const mondays = Array.from({ length: 11 }, (_, i) =>
    new Date(Date.UTC(2027, 5, 7 + i + 2 * Math.floor(i / 5))).toISOString().slice(0, 10),
  )
  const results = await Promise.allSettled(
    mondays.map((day) => setFreeDay(principal, school.slug, { day, name: 'Tag' })),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  expect(await days()).toHaveLength(10)
})

test('of the asked schools and days only', async () => {
  await setFreeDay(principal, school.slug, input)
  const other = await aSchool()
  expect(await freeDaysOf([other.id], '2027-01-01', '2027-12-31')).toEqual([])
  expect(await freeDaysOf([school.id], '2027-06-08', '2027-12-31')).toEqual([])
  expect(await freeDaysOf([school.id], DAY, DAY)).toMatchObject([
    { day: DAY, name: 'Schulfest', school: school.name },
  ])
})
