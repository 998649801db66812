import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aLab, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Conflict } from '#server/platform/errors.ts'
import { place } from '../placing/commands.ts'
import { addClosure } from './commands.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

const MONDAY = '2026-11-30'

beforeEach(() => emptyDatabase())

/** Until so many connections wait for a lock of somebody else. */
async function untilWaiting(count: number) {
  for (let n = 0; n < 200; n++, await sleep(10)) {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting
      from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      db(),
    )
    if ((rows[0]?.waiting ?? 0) >= count) return true
  }
  return false
}

test('a closure sees the booking that is just being written, and asks', async () => {
  const school = await aSchool()
  const [smz, teacher] = [
    await anActor('smz_staff'),
    await anActor('teacher', { schoolId: school.id }),
  ]
  await aLab()
  const room = await aSet({ kind: 'room' })
  const gate = { open: () => {} }
  const opened = new Promise<void>((resolve) => (gate.open = resolve))
  // The booking is weighed and about to be written: its school is held by somebody.
  const holding = db()
    .transaction()
    .execute(async (held) => {
      await sql`select id from schools where id = ${school.id}::uuid for update`.execute(held)
      await opened
    })
  await sleep(20)
  const placing = place(teacher, {
    ...{ offers: [{ slug: room.slug, quantity: 1 }], schoolId: school.id, purpose: '6b' },
    dates: [{ from: MONDAY, to: MONDAY, span: { from: '10:00', to: '11:00' } }],
    ...{ subject: '', grade: null, participants: null, phone: '', plgId: null, projectId: null },
    ...{ isDelivered: false, outSiteId: null, skips: false, override: '', clientKey: randomUUID() },
  })
  expect(await untilWaiting(1)).toBe(true)
  const closing = addClosure(smz, {
    ...{ clientKey: randomUUID(), startsOn: MONDAY, reason: 'Umbau', effect: 'closed', seen: '' },
  }).then(
    () => 'closed',
    (error: unknown) => error,
  )
  await Promise.race([closing, untilWaiting(2)])
  gate.open()
  await holding
  expect(await placing).toMatchObject({ kind: 'placed' })
  expect(await closing).toBeInstanceOf(Conflict)
  expect(await db().selectFrom('labClosures').select('id').execute()).toEqual([])
})
