import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { aBooking } from '#db/factories/lab-booking.ts'
import { aLab, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { datesOf } from '#server/platform/calendar.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { momentOf } from '#server/platform/local-time.ts'
import { keptMails } from '#server/platform/mailbox.ts'
import { feedFor, icsFor } from '../calendars/views.ts'
import { place } from '../placing/commands.ts'
import { cancelBooking } from './commands.ts'
import { actByLink } from './links/commands.ts'
import { linkFor } from './links/views.ts'
import { bookingFor } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let schoolId: string
let teacher: Actor
let staff: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  schoolId = (await aSchool()).id
  teacher = await anActor('teacher', { schoolId })
  staff = await anActor('smz_staff')
  await aLab()
})

async function work(): Promise<void> {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
}

const DAYS = ['2026-11-30', '2026-12-07', '2026-12-14']

/** Room and iPads on three days, as in journey 8. */
async function booked(given: { approval?: string } = {}) {
  const room = await aSet({ kind: 'room', name: 'MediaLab 1', ...given })
  const pool = await aSet({ name: 'iPad-Koffer 3' }, { total: 30 })
  const placed = await place(teacher, {
    offers: [
      { slug: room.slug, quantity: 1 },
      { slug: pool.slug, quantity: 15 },
    ],
    dates: DAYS.map((day) => ({ from: day, to: day, span: { from: '10:00', to: '12:00' } })),
    ...{ schoolId, purpose: '6b Brüche', subject: '', grade: 6, participants: null, phone: '' },
    ...{ plgId: null, projectId: null, isDelivered: false, outSiteId: null, skips: false },
    ...{ override: '', clientKey: randomUUID() },
  })
  if (placed.kind !== 'placed') throw new Error('refused')
  return { number: placed.number, room, pool }
}
const letterTo = async (person: Actor) => {
  const { email } = await db()
    .selectFrom('persons')
    .where('id', '=', person.id)
    .select('email')
    .executeTakeFirstOrThrow()
  return keptMails().filter(({ to }) => to === email)
}
const keyIn = (text: string) => /\/medialab\/zugang\/([\w-]{43})/.exec(text)?.[1] ?? ''

describe('the letter of a booking', () => {
  test('has a link on which it is changed without signing in; looking changes nothing', async () => {
    const { number } = await booked()
    await work()
    const [letter] = await letterTo(teacher)
    expect(letter?.subject).toBe(`Buchung ${number}: 6b Brüche`)
    expect(letter?.text).toContain('Mo 30.11.2026, 10:00–12:00 Uhr: ')
    const key = keyIn(letter?.text ?? '')
    const { linkHash } = await db()
      .selectFrom('labBookings')
      .select('linkHash')
      .executeTakeFirstOrThrow()
    expect(linkHash).not.toContain(key)
    const view = await linkFor(key)
    expect(view.dates).toHaveLength(3)
    expect(await linkFor(key)).toEqual(view)
    const version = view.booking?.version ?? 0
    const input = { version, position: 2, day: '2026-12-08', from: '09:00', until: '11:00' }
    await expect(actByLink(key, { ...input, act: 'move' }, '::1')).resolves.toBe('moved')
    const stale = { act: 'cancel' as const, version, position: 1 }
    await expect(actByLink(key, stale, '::1')).rejects.toThrow(Refusal)
    const now = (await linkFor(key)).booking?.version ?? 0
    await actByLink(key, { ...stale, version: now }, '::1')
    const { dates, log } = await bookingFor(teacher, number)
    expect(dates.map(({ state }) => state)).toEqual(['cancelled', 'confirmed', 'confirmed'])
    expect(log[0]?.who).toContain(teacher.lastName)
  })

  test('opens nothing for those who guess, and nothing once nobody answers for it', async () => {
    await booked()
    await work()
    const key = keyIn((await letterTo(teacher))[0]?.text ?? '')
    for (const guess of ['', 'x', key.slice(1), `${key}a`, `${key.slice(0, 42)}!`, '%00'])
      expect((await linkFor(guess)).booking).toBeNull()
    const cancel = { act: 'cancel' as const, version: 1, position: 1 }
    await expect(actByLink('x', cancel, '::1')).rejects.toThrow(Refusal)
    await db().updateTable('persons').set({ isActive: false }).execute()
    expect((await linkFor(key)).booking).toBeNull()
    await expect(actByLink(key, cancel, '::1')).rejects.toThrow(Refusal)
  })

  test('of what is only asked for says so; the SMZ hears of it', async () => {
    await booked({ approval: 'smz' })
    await work()
    expect((await letterTo(teacher))[0]?.subject).toContain('Anfrage')
    const lines = await db().selectFrom('notifications').select(['kind', 'personId']).execute()
    expect(lines).toEqual([{ kind: 'medialab.request-arrived', personId: staff.id }])
  })

  test('at night waits for the morning', async () => {
    await booked()
    const night = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 12 * 60 * 60_000)
    await work().finally(() => night.mockRestore())
    expect(await letterTo(teacher)).toEqual([])
    const { letterDueAt } = await db()
      .selectFrom('labBookings')
      .select('letterDueAt')
      .executeTakeFirstOrThrow()
    expect(letterDueAt).toEqual(momentOf('2026-11-24', '07:00'))
  })
})

test('what others change is told, what one does oneself is not', async () => {
  const { number } = await booked()
  await work()
  const cancel = async (actor: Actor, position: number) => {
    const { version } = (await bookingFor(actor, number)).booking
    await cancelBooking(actor, number, { version, position, reason: 'Rohrbruch' })
    await work()
  }
  await cancel(teacher, 1)
  expect(await db().selectFrom('notifications').selectAll().execute()).toEqual([])
  await cancel(staff, 2)
  const lines = await db().selectFrom('notifications').selectAll().execute()
  expect(lines).toMatchObject([
    { personId: teacher.id, details: { act: 'cancelled', reason: 'Rohrbruch' } },
  ])
})

describe('calendars', () => {
  /** As a parser reads it: unfolded lines of each event. */
  const eventsIn = (text: string) =>
    text
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT\r\n')
      .slice(1)
      .map((part) => new Map(part.split('\r\n').map((line) => [line.split(':')[0] ?? '', line])))

  test('a booking is each thing on each date, at 10 in Duisburg; one called off is not there', async () => {
    const { number } = await booked()
    const { name, text } = await icsFor(teacher, number)
    expect(name).toBe(`medialab-${number}.ics`)
    const events = eventsIn(text)
    expect(events).toHaveLength(6)
    const start = 'DTSTART;TZID=Europe/Berlin'
    expect(events.filter((one) => one.get(start)?.endsWith(':20261130T100000'))).toHaveLength(2)
    expect(new Set(events.map((one) => one.get('UID'))).size).toBe(6)
    expect(text).toContain('TZOFFSETTO:+0100')
    const { version } = (await bookingFor(teacher, number)).booking
    await cancelBooking(teacher, number, { version, position: 1, reason: '' })
    expect(eventsIn((await icsFor(teacher, number)).text)).toHaveLength(4)
    const since = new Date('2026-01-01T00:00:00Z')
    expect(await datesOf(teacher, { since, limit: 100 })).toHaveLength(4)
    expect(await datesOf(staff, { since, limit: 100 })).toEqual([])
  })

  test('a loan is from day to day, whatever the clock does in between', async () => {
    const set = await aSet()
    const span = {
      startsAt: momentOf('2027-03-25', '00:00'),
      endsAt: momentOf('2027-04-01', '00:00'),
    }
    const { name } = await aBooking(
      { personId: teacher.id, schoolId },
      [{ isLoan: true, ...span }],
      [{ offerId: set.id, resourceId: set.resource.id }],
    )
    const { text } = await icsFor(teacher, name)
    expect(text).toContain('DTSTART;VALUE=DATE:20270325\r\nDTEND;VALUE=DATE:20270401\r\n')
  })

  test('of others it is nothing; its address reads and can do nothing, that of the letter is another', async () => {
    const { number } = await booked()
    await work()
    const colleague = await anActor('teacher', { schoolId })
    for (const param of [number, '2026-0', '1999-1', 'x', '2026-999999999'])
      await expect(icsFor(colleague, param)).rejects.toThrow(NotFound)
    const { feed } = await bookingFor(teacher, number)
    const key = /\/ical\/(.+)\.ics$/.exec(feed ?? '')?.[1] ?? ''
    expect(eventsIn((await feedFor(key))?.text ?? '')).toHaveLength(6)
    expect((await linkFor(key)).booking).toBeNull()
    expect((await linkFor(key.split('.')[1] ?? '')).booking).toBeNull()
    const ofLetter = keyIn((await letterTo(teacher))[0]?.text ?? '')
    for (const guess of [ofLetter, `${key.split('.')[0]}.${ofLetter}`, 'x'.repeat(43), ''])
      expect(await feedFor(guess)).toBeUndefined()
  })
})
