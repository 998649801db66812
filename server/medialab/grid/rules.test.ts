import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOf } from '#server/platform/local-time.ts'
import type { Opening } from '../opening/contract.ts'
import { dayAfter } from '../opening/rules.ts'
import { blockedOf } from '../placing/rules.ts'
import type { Claim, Resource, Stock } from '../stock/contract.ts'
import { byResource, freeOf } from '../stock/rules.ts'
import type { Cell, Column } from './contract.ts'
import {
  cellsOf,
  columnsOf,
  type Day,
  type Known,
  nextOpenDay,
  openDayOf,
  roomIdOf,
  searchFrom,
  shownOf,
  weekOf,
} from './rules.ts'
import { columnWords, freeWords } from './words.ts'

const FRIDAY = '2026-11-27'
const always = { validFrom: null, validUntil: null }
const OPENING: Opening = {
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, purpose: 'open' as const, from: '08:00', to: '17:00', ...always },
    { weekday, purpose: 'advice' as const, from: '09:30', to: '16:00', ...always },
  ]),
  closures: [
    { startsOn: '2026-12-21', endsOn: '2027-01-06', reason: 'SMZ geschlossen', effect: 'closed' },
  ],
}
const resource = (id: string, given: Partial<Resource> = {}): Resource => ({
  ...{ id, code: id, label: id, isCounted: false, total: 1, reserve: 0, broken: 0, state: 'ok' },
  ...given,
})
const stockWith = (given: Partial<Stock> = {}): Stock => ({
  ...{ id: 'offer', kind: 'set', needsStaff: false, minutesBefore: 0, minutesAfter: 0 },
  ...{ turnaroundSchoolDays: 0, resources: [resource('a')], room: null, staff: [] },
  ...given,
})
const claim = (from: string, to: string, given: Partial<Claim> = {}): Claim => ({
  ...{ dateId: 'd', resourceId: 'a', quantity: 1, lock: 'own' },
  ...{ from: momentOf(FRIDAY, from).getTime(), to: momentOf(FRIDAY, to).getTime() },
  ...given,
})
const knownAs = (given: Partial<Known>, from = '08:00', to = '17:00'): Known => ({
  ...{ kind: 'other', isAsked: false, offerIds: new Set(['offer']) },
  ...{ from: momentOf(FRIDAY, from).getTime(), to: momentOf(FRIDAY, to).getTime() },
  ...given,
})
function dayOf(day = FRIDAY, at = 0, opening = OPENING): Day {
  const open = openDayOf(opening, day)
  const columns = columnsOf([open], 'hours')
  const moments = columns.map(({ from, to }) => ({
    from: momentOf(day, from).getTime(),
    to: momentOf(day, to).getTime(),
  }))
  return { day, columns, moments, open, at }
}
const cells = (
  claims: Claim[],
  given: { stock?: Stock; known?: [string, Known][]; isEarly?: boolean; day?: Day } = {},
) =>
  cellsOf(
    {
      ...{ stock: given.stock ?? stockWith(), held: byResource(claims) },
      ...{ known: new Map(given.known), isEarly: given.isEarly ?? false },
      shown: shownOf(new Map(given.known)).get((given.stock ?? stockWith()).id) ?? [],
    },
    given.day ?? dayOf(),
  )
/** "free 08:00–09:00" is one word a cell. */
const said = (all: Cell[]) =>
  all.map((cell) => (typeof cell === 'number' ? String(cell) : `${cell.kind}:${cell.span}`))

describe('columns', () => {
  test('are whole hours from the first opening to the last closing, cut where something opens', () => {
    const of = (times: 'hours' | 'periods') => columnsOf([openDayOf(OPENING, FRIDAY)], times)
    expect(of('hours').map(({ from }) => from)).toEqual([
      ...['08:00', '09:00', '09:30', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00'],
      '16:00',
    ])
    expect(of('periods')).toHaveLength(10)
    expect(of('periods')[2]).toEqual({ from: '09:50', to: '10:35', period: 3 })
    expect(columnsOf([openDayOf(OPENING, '2026-11-28')], 'hours')).toEqual([])
  })
  test('say themselves in words', () => {
    const column: Column = { from: '10:00', to: '11:30', period: null }
    expect(columnWords(column)).toBe('10 bis 11:30 Uhr')
    expect(columnWords({ ...column, period: 3 })).toBe('3. Stunde, 10 bis 11:30 Uhr')
  })
})

describe('an address', () => {
  test.each(['', '2026-02-30', '2026-13-01', 'morgen', '9999-12-31', '0001-01-01', '2026-11-27x'])(
    'with the day "%s" shows today',
    (tag) => {
      const search = searchFrom(
        { tag, art: 'x', feld: '', ansicht: 'y', angebot: "a'b" },
        FRIDAY,
        1,
      )
      expect(search).toMatchObject({ day: FRIDAY, isDayWrong: tag !== '', view: 'day' })
      expect(search).toMatchObject({ kind: '', field: '', offer: '', times: 'hours' })
    },
  )
  test('with sense is taken at its word', () => {
    const asked = { tag: '2028-02-29', art: 'room', feld: 'audio', ansicht: 'liste' }
    expect(searchFrom({ ...asked, zeiten: 'stunden', angebot: 'vr-set-a' }, FRIDAY, 2)).toEqual({
      ...{ day: '2028-02-29', isDayWrong: false, view: 'list', times: 'periods', kind: 'room' },
      ...{ field: 'audio', offer: 'vr-set-a', page: 2 },
    })
  })
})

describe('closed days', () => {
  test('are named, with the next one that is not', () => {
    expect(openDayOf(OPENING, '2026-11-28').closed).toBe('Wochenende')
    expect(openDayOf(OPENING, '2026-12-25').closed).toBe('1. Weihnachtstag')
    expect(openDayOf(OPENING, '2026-12-22').closed).toBe('SMZ geschlossen')
    expect(nextOpenDay(OPENING, '2026-12-18')).toBe('2027-01-07')
    expect(nextOpenDay({ hours: [], closures: [] }, FRIDAY)).toBeUndefined()
    expect(said(cells([], { day: dayOf('2026-12-22') }))).toEqual(['closed:0'])
  })
  test('a week has Monday to Friday, and Saturday when it is open', () => {
    expect(weekOf('2026-11-29', OPENING)).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', FRIDAY],
    ])
    const hours = [...OPENING.hours, { ...OPENING.hours[0]!, weekday: 6 }]
    expect(weekOf(FRIDAY, { ...OPENING, hours }).at(-1)).toBe('2026-11-28')
  })
})

describe('cells', () => {
  test('of others say that they are taken or asked for, never by whom', () => {
    const all = cells([claim('09:00', '11:00'), claim('14:00', '15:00', { dateId: 'q' })], {
      known: [['q', knownAs({ isAsked: true, text: 'GGS Hochfeld', link: '/x' })]],
    })
    expect(said(all)).toEqual(['1', 'taken:3', '1', '1', '1', 'asked:1', '1', '1'])
    expect(JSON.stringify(all)).not.toContain('Hochfeld')
  })
  test('of the reader are one block with its words, in its own time and not in that of the buffer', () => {
    const stock = stockWith({ minutesAfter: 30 })
    const known = knownAs({ kind: 'own', text: '8b', link: '/b' }, '13:00', '15:00')
    const all = cells([claim('13:00', '15:30')], { stock, known: [['d', known]] })
    expect(said(all)).toEqual(['1', '1', '1', '1', '1', 'taken:1', 'own:2', 'taken:1', '1'])
    expect(all[6]).toEqual({ kind: 'own', span: 2, text: '8b', to: '/b' })
  })
  test('that are over, too far ahead or broken say so', () => {
    const at = momentOf(FRIDAY, '09:00').getTime()
    expect(said(cells([], { day: dayOf(FRIDAY, at) })).slice(0, 2)).toEqual(['past:1', '1'])
    expect(said(cells([], { isEarly: true }))).toEqual(['early:10'])
    const broken = stockWith({ resources: [resource('a', { state: 'repair' })] })
    expect(said(cells([], { stock: broken }))).toEqual(['away:10'])
  })
  test('of advice are closed outside its hours', () => {
    const staff = [resource('anna', { code: null })]
    const all = cells([], { stock: stockWith({ kind: 'advice', resources: [], staff }) })
    expect(said(all)).toEqual(['closed:2', '1', '1', '1', '1', '1', '1', '1', 'closed:1'])
  })
  test('of a zone are named after who has the whole room, for those who may know', () => {
    const room = { resource: resource('room'), places: 30 }
    const stock = stockWith({ kind: 'zone', room })
    const held = [claim('08:00', '17:00', { resourceId: 'room' })]
    const seen = knownAs({ kind: 'seen', text: 'GGS · 2026-1', link: '/b', offerIds: new Set() })
    expect(said(cells(held, { stock, known: [['d', seen]] }))).toEqual(['seen:10'])
    expect(said(cells(held, { stock }))).toEqual(['taken:10'])
  })
  test.each(['2027-03-29', '2027-11-02', '2028-02-29'])('are whole hours on %s', (day) => {
    const known = dayOf(day, 0, { hours: OPENING.hours, closures: [] })
    if (known.open.closed !== null) return expect(known.open.closed).toBe('Ostermontag')
    expect(known.moments[0]).toEqual({
      from: momentOf(day, '08:00').getTime(),
      to: momentOf(day, '08:00').getTime() + 3_600_000,
    })
    return expect(said(cells([], { day: known }))).toEqual(Array(10).fill('1'))
  })
  test('whatever is held, a number is what the stock says and words are no number', () => {
    const hour = fc.integer({ min: 0, max: 36 })
    const claimed = fc.record({
      resourceId: fc.constantFrom('a', 'b', 'pool', 'room', 'anna'),
      start: hour,
      length: fc.integer({ min: 1, max: 10 }),
      quantity: fc.integer({ min: 1, max: 5 }),
      dateId: fc.constantFrom('1', '2', '3'),
    })
    const room = { resource: resource('room'), places: 3 }
    const pool = resource('pool', { isCounted: true, total: 6, broken: 1 })
    const anna = resource('anna', { code: null })
    const stocks = fc.constantFrom(
      stockWith({ resources: [resource('a'), resource('b')], minutesBefore: 30 }),
      stockWith({ resources: [pool] }),
      stockWith({ kind: 'zone', room, minutesAfter: 15 }),
      stockWith({ kind: 'station', room, needsStaff: true, staff: [anna] }),
      stockWith({ kind: 'advice', resources: [], staff: [anna] }),
      stockWith({ kind: 'event', resources: [], room }),
    )
    const day = dayOf()
    fc.assert(
      fc.property(fc.array(claimed, { maxLength: 12 }), stocks, (all, stock) => {
        const start = momentOf(FRIDAY, '08:00').getTime()
        const held = byResource(
          all.map(({ start: at, length, resourceId, ...one }) => ({
            ...{ ...one, resourceId, from: start + at * 900_000 },
            to: start + (at + length) * 900_000,
            lock: lockOf(resourceId),
          })),
        )
        const found = cellsOf({ stock, held, known: new Map(), shown: [], isEarly: false }, day)
        const wide = found.flatMap((cell): (string | number)[] =>
          typeof cell === 'number' ? [cell] : Array<string>(cell.span).fill(cell.kind),
        )
        expect(wide).toHaveLength(day.columns.length)
        for (const [n, column] of day.columns.entries()) {
          if (wide[n] === 'closed') continue
          const blocked = blockedOf(stock, { from: FRIDAY, to: FRIDAY, span: column })
          const free = freeOf(stock, held, { blocked, quantity: 1, participants: null })
          expect(typeof wide[n] === 'number' ? wide[n] : 0).toBe(free)
        }
      }),
    )
  })
})

const lockOf = (id: string): Claim['lock'] =>
  id === 'pool' ? 'counted' : id === 'room' ? 'shared' : 'own'

test('what is free is told in hours, or in periods', () => {
  const row = { slug: 's', name: 'S', day: FRIDAY, of: 1, isWholeDay: false }
  const columns = columnsOf([openDayOf(OPENING, FRIDAY)], 'hours')
  const all = (free: Cell[]) => freeWords({ ...row, cells: free }, columns)
  expect(all([1, { kind: 'taken', span: 9 }])).toBe('1 Stunde frei')
  expect(all([1, 1, { kind: 'taken', span: 8 }])).toBe('1,5 Stunden frei')
  expect(all([{ kind: 'taken', span: 10 }])).toBe('Nichts frei')
  const periods = columnsOf([openDayOf(OPENING, FRIDAY)], 'periods')
  expect(freeWords({ ...row, cells: [1, 1] }, periods)).toBe('2 Schulstunden frei')
})

test('the room of a day is one of its own', () => {
  expect(roomIdOf(FRIDAY)).toBe('00000000-0000-4000-8000-000020261127')
  expect(roomIdOf(dayAfter(FRIDAY))).not.toBe(roomIdOf(FRIDAY))
})
