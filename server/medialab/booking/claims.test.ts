import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aBooking } from '#db/factories/lab-booking.ts'
import { aLab, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { momentOf } from '#server/platform/local-time.ts'
import { cancelBooking, restoreBooking } from './commands.ts'
import { addOffer, moveDate, removeOffer } from './moving/commands.ts'
import { bookingFor } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

beforeEach(() => emptyDatabase())

const MONDAY = '2026-11-30'
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** What is held by live dates, and what these dates would have to hold: resource, quantity, from, to. */
async function held(): Promise<string[]> {
  const { rows } = await sql<{
    line: string
  }>`select r.code || ' ' || c.quantity || ' ' || lower(c.blocked) || ' '
      || upper(c.blocked) as line
    from lab_claims c join lab_resources r on r.id = c.resource_id where c.is_active order by line`.execute(
    db(),
  )
  return rows.map(({ line }) => line)
}
async function owed(): Promise<string[]> {
  const { rows } = await sql<{
    line: string
  }>`select r.code || ' ' || x.quantity || ' ' || d.starts_at || ' '
      || d.ends_at as line
    from lab_dates d join lab_date_offers x on x.date_id = d.id join lab_resources r on r.offer_id = x.offer_id
    where d.state in ('requested', 'confirmed') order by line`.execute(db())
  return rows.map(({ line }) => line)
}

test('after any moving, calling off and taking back what is held is what the remaining dates need', async () => {
  const op = fc.record({
    what: fc.constantFrom('move', 'move', 'cancel', 'restore', 'add', 'remove'),
    which: fc.constantFrom(0, 1),
    position: fc.constantFrom(1, 2),
    hour: fc.integer({ min: 8, max: 15 }),
    hours: fc.integer({ min: 0, max: 2 }),
    quantity: fc.integer({ min: 1, max: 3 }),
  })
  await aLab()
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 1, maxLength: 9 }), async (all) => {
      await sql`delete from lab_bookings`.execute(db())
      const schoolId = (await aSchool()).id
      const teacher = await anActor('teacher', { schoolId })
      const room = await aSet({ kind: 'room' })
      const pool = await aSet({}, { total: 4 })
      const names: string[] = []
      for (const start of [8, 12]) {
        const dates = [MONDAY, '2026-12-01'].map((day) => ({
          ...{ startsAt: momentOf(day, clock(start)), endsAt: momentOf(day, clock(start + 2)) },
        }))
        const booked = [{ offerId: room.id, resourceId: room.resource.id }]
        const { name } = await aBooking({ personId: teacher.id, schoolId }, dates, booked)
        names.push(name)
      }
      for (const { what, which, position, hour, hours, quantity } of all) {
        const name = names[which] ?? ''
        const { version } = (await bookingFor(teacher, name)).booking
        const until = clock(hour + hours)
        const time = { day: MONDAY, from: clock(hour), until, override: '' }
        const acts = {
          move: () => moveDate(teacher, name, position, { version, ...time }),
          cancel: () => cancelBooking(teacher, name, { version, position, reason: '' }),
          restore: () => restoreBooking(teacher, name, { positions: [position] }),
          add: () => addOffer(teacher, name, { version, offer: pool.slug, quantity }),
          remove: () => removeOffer(teacher, name, { version, offer: pool.slug }),
        }
        // Whether it goes or is refused with a sentence: both leave a state that is true.
        const said = await acts[what]().catch((error: unknown) => error)
        if (said instanceof Error) expect(said.name).toMatch(/^(Refusal|NotFound|Forbidden)$/)
        expect(await held()).toEqual(await owed())
      }
    }),
    { numRuns: 8 },
  )
}, 60_000)
