import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aLab, anOffer, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { place } from '../placing/commands.ts'
import type { Wanted } from '../placing/contract.ts'
import type { Cell } from './contract.ts'
import { roomIdOf } from './rules.ts'
import { calendarFor, roomsOfDates } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

const MONDAY = '2026-11-30'
let school: Awaited<ReturnType<typeof aSchool>>
let teacher: Actor
let other: Actor
let staff: Actor

beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool({ name: 'GGS Hochfeld' })
  teacher = await anActor('teacher', { schoolId: school.id })
  other = await anActor('teacher', { schoolId: school.id })
  staff = await anActor('smz_staff')
  await aLab()
})

const wanted = (slug: string, given: Partial<Wanted> = {}): Wanted => ({
  ...{ offers: [{ slug, quantity: 1 }], schoolId: school.id, purpose: '6b Brüche', subject: '' },
  dates: [{ from: MONDAY, to: MONDAY, span: { from: '10:00', to: '12:00' } }],
  ...{ grade: null, participants: null, phone: '', plgId: null, projectId: null },
  ...{ isDelivered: false, outSiteId: null, skips: false, override: '', clientKey: randomUUID() },
  ...given,
})
const said = (cells: Cell[] = []) =>
  cells.map((cell) => (typeof cell === 'number' ? String(cell) : `${cell.kind}:${cell.span}`))
const rowsFor = async (actor: Actor | null, asked: Record<string, string> = { tag: MONDAY }) =>
  (await calendarFor(actor, asked)).rows

describe('what is booked', () => {
  test('is named to whoever booked it and to the SMZ, and to nobody else', async () => {
    const room = await aSet({ kind: 'room' })
    const placed = await place(teacher, wanted(room.slug))
    const number = 'number' in placed ? placed.number : ''
    const [own] = await rowsFor(teacher)
    expect(said(own?.cells)).toEqual(['1', '1', 'own:2', '1', '1', '1', '1', '1'])
    expect(own?.cells[2]).toMatchObject({
      text: 'Meine Buchung · 6b Brüche',
      to: `/medialab/buchung/${number}`,
    })
    const [seen] = await rowsFor(staff)
    expect(seen?.cells[2]).toMatchObject({ kind: 'seen', text: `GGS Hochfeld · ${number}` })
    for (const reader of [null, other, await anActor('operator')]) {
      const rows = await rowsFor(reader)
      expect(said(rows[0]?.cells)).toEqual(['1', '1', 'taken:2', '1', '1', '1', '1', '1'])
      expect(JSON.stringify(rows)).not.toMatch(/Brüche|Hochfeld|buchung/)
    }
  })
  test('is dashed while it is asked for', async () => {
    const room = await aSet({ kind: 'room', approval: 'smz' })
    await place(teacher, wanted(room.slug))
    const kindsFor = async (actor: Actor | null) => said((await rowsFor(actor))[0]?.cells)[2]
    expect(await kindsFor(teacher)).toBe('ownAsked:2')
    expect(await kindsFor(other)).toBe('asked:2')
    expect(await kindsFor(staff)).toBe('seenAsked:2')
  })
  test('of a heap leaves the rest; a loan takes whole days', async () => {
    const pool = await aSet({ name: 'A' }, { total: 30 })
    const box = await aSet({ name: 'B', turnaroundSchoolDays: 1 })
    await place(other, { ...wanted(pool.slug), offers: [{ slug: pool.slug, quantity: 12 }] })
    await place(other, wanted(box.slug, { dates: [{ from: MONDAY, to: MONDAY, span: null }] }))
    const [heap, lent] = await rowsFor(teacher)
    expect(said(heap?.cells)).toEqual(['30', '30', '18', '18', '30', '30', '30', '30', '30'])
    expect(said(lent?.cells)).toEqual(['taken:9'])
    const [, after] = await rowsFor(other, { tag: '2026-12-01' })
    expect(said(after?.cells)).toEqual(['taken:9'])
  })
  test('of a zone is not shown as a booking of its room', async () => {
    const room = await aSet({ kind: 'room', name: 'A', places: 10 })
    const zone = await aSet({ kind: 'zone', name: 'B', roomId: room.id })
    await place(teacher, wanted(zone.slug))
    const [whole, part] = await rowsFor(teacher)
    expect(said(part?.cells)[2]).toBe('own:2')
    expect(said(whole?.cells)[2]).toBe('taken:2')
  })
})

describe('what is shown', () => {
  test('a week of one offer, day by day, with closed days by their names', async () => {
    const room = await aSet({ kind: 'room' })
    await aSet({ kind: 'room' })
    const asked = { tag: '2026-12-31', ansicht: 'woche', angebot: room.slug }
    const view = await calendarFor(null, asked)
    expect(view.rows.map(({ day, cells }) => [day.slice(5), said(cells)[0]])).toEqual([
      ...['12-28', '12-29', '12-30', '12-31'].map((day) => [day, '1']),
      ['01-01', 'closed:9'],
    ])
    expect(view.rows.at(-1)?.cells[0]).toMatchObject({ text: 'Neujahr' })
    expect(view.choices).toHaveLength(2)
  })
  test('closed days with the next open one', async () => {
    const view = await calendarFor(null, { tag: '2026-11-28' })
    expect(view).toMatchObject({ closed: 'Wochenende', next: MONDAY, columns: [] })
  })
  test('what is lent only as one cell a day; what is too far ahead as not bookable', async () => {
    await aSet({ isInLab: false, maxAdvanceDays: 10 })
    expect(said((await rowsFor(null))[0]?.cells)).toEqual(['1'])
    expect(said((await rowsFor(null, { tag: '2027-01-11' }))[0]?.cells)).toEqual(['early:9'])
  })
  test('neither drafts nor retired offers; sixty on a page; all when one is gone', async () => {
    await anOffer({ kind: 'room', state: 'draft' })
    await anOffer({ kind: 'room', state: 'retired', slug: 'weg' })
    for (let n = 0; n < 61; n++) await anOffer({ kind: 'room' })
    const view = await calendarFor(staff, { tag: MONDAY, angebot: 'weg' })
    expect(view).toMatchObject({ isGone: true, pages: 2 })
    expect(view.rows).toHaveLength(60)
    expect(await rowsFor(null, { tag: MONDAY, seite: '2' })).toHaveLength(1)
    expect(await rowsFor(null, { tag: MONDAY, seite: '99' })).toHaveLength(0)
  })
  test('a strange address is today, and no error', async () => {
    for (const tag of ['2026-02-30', 'x'.repeat(500), '٢٠٢٦-١١-٢٧', "' or 1=1"])
      expect((await calendarFor(null, { tag, seite: 'NaN', art: '\0' })).search).toMatchObject({
        ...{ day: '2026-11-27', isDayWrong: true },
      })
  })
  test.each(['2027-03-29', '2027-11-02'])(
    'hours stay hours after the clocks changed: %s',
    async (day) => {
      const room = await aSet({ kind: 'room', maxAdvanceDays: 700 })
      const dates = [{ from: day, to: day, span: { from: '08:00', to: '09:00' } }]
      const placed = await place(teacher, wanted(room.slug, { dates }))
      const [row] = await rowsFor(teacher, { tag: day })
      // Easter Monday is closed; the other one is a Tuesday after a holiday.
      if (placed.kind === 'refused') expect(row?.cells[0]).toMatchObject({ text: 'Ostermontag' })
      else expect(said(row?.cells)[0]).toBe('own:1')
    },
  )
})

test('news is told to all days of a booking', async () => {
  const box = await aSet()
  await place(
    teacher,
    wanted(box.slug, { dates: [{ from: MONDAY, to: '2026-12-01', span: null }] }),
  )
  const { id } = await db().selectFrom('labBookings').select('id').executeTakeFirstOrThrow()
  expect(await roomsOfDates({ dateIds: [], bookingId: id })).toEqual(
    [MONDAY, '2026-12-01'].map(roomIdOf),
  )
})
