import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerReactions } from '#server/platform/bus.ts'
import { keptMails } from '#server/platform/mailbox.ts'
import { registerThings } from '#server/platform/things.ts'
import { tidyUp } from '../jobs.ts'
import { reactions } from '../reactions.ts'
import { openCount } from '../views.ts'
import { handleBarrier, reportBarrier } from './commands.ts'
import { barrierInput } from './inputs.ts'
import { answerDue, daysUntil } from './rules.ts'
import { barrierFormFor, barrierKind, barriersFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerReactions(reactions)
  registerThings([barrierKind])
})

const aBarrier = (more: { contact?: string; clientKey?: string } = {}) => ({
  description: 'Der Knopf ist mit der Tastatur nicht zu erreichen.',
  page: '/plg',
  contact: '',
  clientKey: randomUUID(),
  ...more,
})
const visitor = { network: '198.51.100.7', actor: null }

const barrierRow = (number: number) =>
  db()
    .selectFrom('barrierReports')
    .where('number', '=', number)
    .selectAll()
    .executeTakeFirstOrThrow()

describe('reporting a barrier', () => {
  test('works without signing in and gives a number', async () => {
    const staff = await anActor('smz_staff')
    const number = await reportBarrier(visitor, aBarrier())
    expect(number).toBeGreaterThan(0)
    expect(await openCount(staff)).toBe(1)
    expect(await barriersFor(staff, 1)).toMatchObject({ open: [{ number, daysLeft: 42 }] })
  })

  test('sent twice gives the same number', async () => {
    const twice = aBarrier()
    const numbers = await Promise.all([
      reportBarrier(visitor, twice),
      reportBarrier(visitor, twice),
    ])
    expect(new Set(numbers).size).toBe(1)
  })

  test('stops after 20 in an hour from one network, and only there', async () => {
    for (let i = 0; i < 20; i++) await reportBarrier(visitor, aBarrier())
    await expect(reportBarrier(visitor, aBarrier())).rejects.toMatchObject({ name: 'TooMany' })
    await reportBarrier({ network: '2001:db8:0:1', actor: null }, aBarrier())
  })

  test.each([
    ['nothing described', { description: '  ' }],
    ['too long', { description: 'a'.repeat(4_001) }],
    ['a foreign field', { description: 'a', number: '7' }],
    ['no key', { description: 'a', clientKey: undefined }],
  ])('is refused with %s', (_what, wrong) => {
    expect(barrierInput.safeParse({ clientKey: randomUUID(), ...wrong }).success).toBe(false)
  })

  test.each([
    ['12', 12],
    ['0', null],
    ['-1', null],
    ['<script>', null],
    ['12345678901234567890', null],
  ])('the receipt for "%s" names %s', async (asked, named) => {
    expect((await barrierFormFor(asked, '')).filed).toBe(named)
  })
})

describe('answering', () => {
  test.each(['teacher', 'principal', 'operator'])('is not for %s', async (role) => {
    const actor = await anActor(role)
    const number = await reportBarrier(visitor, aBarrier())
    const { id } = await barrierRow(number)
    const refused = { name: 'Forbidden' }
    await expect(barriersFor(actor, 1)).rejects.toMatchObject(refused)
    await expect(handleBarrier(actor, { barrier: id, answer: 'A' })).rejects.toMatchObject(refused)
  })

  test('notes the answer, once, in the protocol too', async () => {
    const staff = await anActor('smz_staff')
    const number = await reportBarrier(visitor, aBarrier())
    const { id } = await barrierRow(number)
    await handleBarrier(staff, { barrier: id, answer: 'Behoben.' })
    await expect(handleBarrier(staff, { barrier: id, answer: 'Noch mal.' })).rejects.toMatchObject({
      name: 'Refusal',
    })
    expect((await barriersFor(staff, 1)).handled.rows).toMatchObject([{ answer: 'Behoben.' }])
    expect(await db().selectFrom('auditEntries').select('thingId').execute()).toEqual([
      { thingId: String(number) },
    ])
  })

  test.each([
    ['eine.person@example.org', 1],
    ['0203 000 000', 0],
    ['', 0],
  ])('to the contact "%s" sends %i mails', async (contact, mails) => {
    const staff = await anActor('smz_staff')
    const before = keptMails().length
    const number = await reportBarrier(visitor, aBarrier({ contact }))
    const { id } = await barrierRow(number)
    await handleBarrier(staff, { barrier: id, answer: 'Seit heute geht es.' })
    await reactions.find((r) => r.name === 'moderation.mailBarrierAnswer')?.run({ barrierId: id })
    const sent = keptMails().slice(0, keptMails().length - before)
    expect(sent).toHaveLength(mails)
    for (const mail of sent) {
      expect(mail.to).toBe(contact)
      expect(mail.text).toContain('Seit heute geht es.')
      expect(mail.text).not.toContain('Guten Tag,')
    }
  })
})

test('what a visitor left as contact goes 90 days after the answer, the report stays', async () => {
  const staff = await anActor('smz_staff')
  const number = await reportBarrier(visitor, aBarrier({ contact: 'eine.person@example.org' }))
  const { id } = await barrierRow(number)
  await handleBarrier(staff, { barrier: id, answer: 'Behoben.' })
  await tidyUp.run(new Date(Date.now() + 89 * 86_400_000))
  expect((await barrierRow(number)).contact).toBe('eine.person@example.org')
  await tidyUp.run(new Date(Date.now() + 91 * 86_400_000))
  expect(await barrierRow(number)).toMatchObject({ contact: '', answer: 'Behoben.' })
})

test.each([
  ['2026-11-27T09:00:00Z', '2027-01-08T09:00:00.000Z'],
  ['2026-10-01T21:30:00Z', '2026-11-12T22:30:00.000Z'],
])('six weeks after %s is %s, also over the change of time', (at, due) => {
  expect(answerDue(new Date(at)).toISOString()).toBe(due)
  expect(daysUntil(new Date(due), new Date(at))).toBe(42)
})

test('the day after the last one the clock says it is late', () => {
  const due = new Date('2027-01-08T09:00:00Z')
  expect(daysUntil(due, new Date('2027-01-08T22:00:00Z'))).toBe(0)
  expect(daysUntil(due, new Date('2027-01-08T23:30:00Z'))).toBe(-1)
})
