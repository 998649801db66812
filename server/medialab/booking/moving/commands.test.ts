import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aBooking } from '#db/factories/lab-booking.ts'
import { aLab, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { momentOf } from '#server/platform/local-time.ts'
import { bookingFor } from '../views.ts'
import { moveDate } from './commands.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let schoolId: string
let teacher: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  schoolId = (await aSchool()).id
  teacher = await anActor('teacher', { schoolId })
  await aLab()
})

const MONDAY = '2026-11-30'
const on = (day: string, from: string, to: string) => ({
  ...{ startsAt: momentOf(day, from), endsAt: momentOf(day, to) },
})

test('a move that does not go is remembered as a wish that was not met; slips are not', async () => {
  const room = await aSet({ kind: 'room' })
  const holds = [{ offerId: room.id, resourceId: room.resource.id }]
  const { name } = await aBooking(
    { personId: teacher.id, schoolId },
    [on(MONDAY, '10:00', '12:00')],
    holds,
  )
  const other = await anActor('teacher')
  await aBooking({ personId: other.id }, [on(MONDAY, '13:00', '15:00')], holds)
  const { version } = (await bookingFor(teacher, name)).booking
  const move = (day: string, from: string, until: string) =>
    moveDate(teacher, name, 1, { version, day, from, until, override: '' })
  for (const [day, from, until] of [
    [MONDAY, '13:00', '15:00'],
    ['2026-11-29', '10:00', '12:00'],
    [MONDAY, '12:00', '10:00'],
    ['2020-01-01', '10:00', '12:00'],
  ] as const)
    expect(await move(day, from, until)).toMatchObject({ kind: 'refused' })
  const unmet = await db().selectFrom('labUnmet').selectAll().orderBy('startsAt').execute()
  expect(unmet).toMatchObject([
    { offerId: room.id, schoolId, reason: 'closed', quantity: 1 },
    { offerId: room.id, schoolId, reason: 'occupied', ...on(MONDAY, '13:00', '15:00') },
  ])
  expect(await move(MONDAY, '15:30', '16:30')).toMatchObject({ kind: 'moved' })
  expect(await db().selectFrom('labUnmet').select('id').execute()).toHaveLength(2)
})
