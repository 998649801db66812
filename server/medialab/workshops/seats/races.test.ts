import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aSeat, aWorkshop } from '#db/factories/workshop.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import * as seats from './commands.ts'

/** The clock of this file; a Monday in working hours. */
const time = vi.hoisted(() => ({ at: new Date() }))
vi.mock('#server/platform/clock.ts', async (original) => ({
  ...(await original<object>()),
  now: () => time.at,
}))
const itIs = (moment: string) => {
  time.at = new Date(moment)
}
const later = (seconds: number) => {
  time.at = new Date(time.at.getTime() + seconds * 1000)
}

let school: Awaited<ReturnType<typeof aSchool>>

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  itIs('2026-11-30T09:00:00Z')
  school = await aSchool()
})

const teacher = () => anActor('teacher', { schoolId: school.id })
const teachers = (count: number) => Promise.all(Array.from({ length: count }, teacher))
const lookForDueWork = () => seats.keepSeatsGoing(time.at)
describe('many at once', () => {
  test('never more than there are seats, one each', async () => {
    const workshop = await aWorkshop({ seats: 5 })
    const people = await teachers(15)
    const twice = [...people, ...people]
    await Promise.all(twice.map((one) => seats.signUp(one, workshop.number, {})))
    const rows = await db().selectFrom('labSeats').select(['state', 'personId']).execute()
    expect(rows.filter(({ state }) => state === 'taken')).toHaveLength(5)
    expect(rows.filter(({ state }) => state === 'waiting')).toHaveLength(10)
    expect(new Set(rows.map(({ personId }) => personId)).size).toBe(15)
  })

  test('one offer, accepted on two devices while others sign up: one seat', async () => {
    const workshop = await aWorkshop({ seats: 1 })
    const [first, second, ...others] = (await teachers(10)) as [Actor, Actor, ...Actor[]]
    await seats.signUp(first, workshop.number, {})
    await seats.signUp(second, workshop.number, {})
    await seats.withdraw(first, workshop.number)
    later(16)
    await Promise.all([lookForDueWork(), lookForDueWork()])
    await Promise.all([
      ...[second, second].map((one) => seats.acceptSeat(one, workshop.number)),
      ...others.map((one) => seats.signUp(one, workshop.number, {})),
      lookForDueWork(),
    ])
    const rows = await db().selectFrom('labSeats').select(['state', 'personId']).execute()
    expect(rows.filter(({ state }) => state === 'taken')).toEqual([
      { state: 'taken', personId: second.id },
    ])
    expect(rows.filter(({ state }) => state === 'offered')).toEqual([])
  })

  test('the database says no when the program forgets to ask', async () => {
    const workshop = await aWorkshop({ seats: 2, seatsPerSchool: 1 })
    const [first, second] = (await teachers(2)) as [Actor, Actor]
    const rest = { workshopId: workshop.id, schoolId: school.id }
    await aSeat({ ...rest, personId: first.id })
    await expect(aSeat({ ...rest, personId: second.id })).rejects.toThrow('lab_seats_per_school')
    await aSeat({ workshopId: workshop.id, personId: second.id })
    const third = await teacher()
    await expect(aSeat({ workshopId: workshop.id, personId: third.id })).rejects.toThrow(
      'lab_seats_fit',
    )
    await expect(
      db().updateTable('labWorkshops').set({ seats: 1 }).where('id', '=', workshop.id).execute(),
    ).rejects.toThrow('lab_workshops_fit')
  })
})

test('whatever order: no seat twice, nobody twice, the line keeps its order', async () => {
  const act = fc.record({
    who: fc.integer({ min: 0, max: 4 }),
    what: fc.constantFrom('signUp', 'withdraw', 'undo', 'accept', 'decline', 'due', 'wait'),
  })
  const people = await teachers(5)
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      itIs('2026-11-30T09:00:00Z')
      const workshop = await aWorkshop({ seats: 2 })
      const given = new Map<Actor, string>()
      let before = new Map<string | null, string>()
      const perform = {
        signUp: (who: Actor) => seats.signUp(who, workshop.number, {}),
        withdraw: async (who: Actor) => given.set(who, await seats.withdraw(who, workshop.number)),
        undo: (who: Actor) => seats.undoWithdraw(who, workshop.number, given.get(who) ?? who.id),
        accept: (who: Actor) => seats.acceptSeat(who, workshop.number),
        decline: (who: Actor) => seats.declineSeat(who, workshop.number),
        due: lookForDueWork,
        wait: () => Promise.resolve(later(4 * 3600)),
      }
      for (const { who, what } of acts) {
        later(1)
        await perform[what](people[who] as Actor).catch((error: Error) =>
          expect(['Refusal', 'Forbidden', 'NotFound', 'TooMany']).toContain(error.name),
        )
        const rows = await db()
          .selectFrom('labSeats')
          .where('workshopId', '=', workshop.id)
          .orderBy('askedAt')
          .select(['state', 'personId', 'askedAt'])
          .execute()
        const live = rows.filter(({ state }) =>
          ['waiting', 'offered', 'requested', 'taken'].includes(state),
        )
        expect(live.filter(({ state }) => state !== 'waiting').length).toBeLessThanOrEqual(2)
        expect(new Set(live.map(({ personId }) => personId)).size).toBe(live.length)
        // Nobody is offered a seat while somebody who asked before goes on waiting.
        const isNew = ({ state, personId }: (typeof rows)[number]) =>
          state === 'offered' && before.get(personId) === 'waiting'
        const longest = live.find(({ state }) => state === 'waiting')
        for (const { askedAt } of live.filter(isNew))
          expect(askedAt.getTime()).toBeLessThanOrEqual(longest?.askedAt.getTime() ?? Infinity)
        before = new Map(live.map(({ personId, state }) => [personId, state]))
      }
    }),
    { numRuns: 12 },
  )
})
