import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aLab, anOffer, aResource, aSet } from '#db/factories/lab.ts'
import { aUse } from '#db/factories/lab-report.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { dayAfter, isSchoolDay } from '../opening/rules.ts'
import { daysOf } from '../period/rules.ts'
import { type UtilisationBy, UTILISATION_BY } from './contract.ts'
import { shareOf } from './rules.ts'
import { utilisationFile, utilisationFor } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

const PERIOD = { von: '2026-09-07', bis: '2026-11-20' }
const asked = (fields: Record<string, string> = {}) => new URLSearchParams({ ...PERIOD, ...fields })
const at = (day: string, time: string) => momentOf(day, time)

let smz: Awaited<ReturnType<typeof anActor>>

beforeEach(async () => {
  await emptyDatabase()
  smz = await anActor('smz_staff')
})

const STATES = ['confirmed', 'closed', 'no_show', 'cancelled', 'rejected', 'out', 'requested']

/** Two rooms, a heap of 10, and some sixty dates of four schools, over the autumn holidays and the end of summer time. */
async function aQuarter() {
  await aLab()
  const room = await anOffer({ kind: 'room', name: 'Raum', places: 30 })
  await aResource({ offerId: room.id })
  const heap = await aSet({ name: 'Haufen' }, { total: 12, reserve: 1, broken: 1 })
  const schools = await Promise.all(
    ['primary', 'grammar', 'grammar', 'primary'].map((schoolForm, n) =>
      aSchool({ schoolForm, district: n === 0 ? 'mitte' : 'sued' }),
    ),
  )
  const days = daysOf({ from: '2026-08-31', to: '2026-12-01' }).filter(isSchoolDay)
  for (let n = 0; n < 60; n++) {
    const day = days[(n * 7) % days.length] as string
    const isLoan = n % 3 === 0
    await aUse({
      offerId: n % 2 === 0 ? heap.id : room.id,
      quantity: n % 2 === 0 ? 1 + (n % 4) : 1,
      schoolId: schools[n % 4]?.id ?? null,
      isLoan,
      startsAt: isLoan ? at(day, '00:00') : at(day, `${String(8 + (n % 5)).padStart(2, '0')}:30`),
      endsAt: isLoan ? at(dayAfter(day, 1 + (n % 12)), '00:00') : at(day, '15:00'),
      state: STATES[n % STATES.length] as string,
      isLateCancelled: STATES[n % STATES.length] === 'cancelled' && n % 2 === 0,
    })
  }
  return { room, heap }
}

const BOOKED = new Set(['confirmed', 'closed', 'no_show', 'out'])

/** Dates with a part in the period that count for anything. */
async function countedRows() {
  const rows = await db()
    .selectFrom('labDates as d')
    .innerJoin('labDateOffers as x', 'x.dateId', 'd.id')
    .innerJoin('labOffers as o', 'o.id', 'x.offerId')
    .innerJoin('labBookings as b', 'b.id', 'd.bookingId')
    .innerJoin('schools as s', 's.id', 'b.schoolId')
    .select(['d.startsAt', 'd.endsAt', 'd.state', 'd.isLoan', 'd.isLateCancelled', 'x.quantity'])
    .select(['o.id as offer', 'o.kind', 's.schoolForm', 's.district', 'b.schoolId'])
    .execute()
  return rows
    .map((row) => ({
      ...row,
      first: localDayOf(row.startsAt),
      last: localDayOf(new Date(row.endsAt.getTime() - 1)),
      isBooked: BOOKED.has(row.state),
    }))
    .filter(({ first, last }) => last >= PERIOD.von && first <= PERIOD.bis)
    .filter(({ isBooked, isLateCancelled }) => isBooked || isLateCancelled)
}
type CountedRow = Awaited<ReturnType<typeof countedRows>>[number]

const beginOf = ({ first }: CountedRow) => (first < PERIOD.von ? PERIOD.von : first)

/** Bookings, hours, days, no-shows, late cancellations of one date. */
function figuresOf(row: CountedRow): number[] {
  const { isBooked, isLoan, quantity, state } = row
  const to = row.last > PERIOD.bis ? PERIOD.bis : row.last
  const days = daysOf({ from: beginOf(row), to }).filter(isSchoolDay).length
  const hours = (row.endsAt.getTime() - row.startsAt.getTime()) / 3_600_000
  return [
    ...[Number(isBooked), isBooked && !isLoan ? hours * quantity : 0],
    isBooked && isLoan ? days * quantity : 0,
    ...[Number(state === 'no_show'), Number(state === 'cancelled')],
  ]
}

/** The same figures, counted one by one out of the rows. */
async function counted(by: UtilisationBy) {
  const sums = new Map<string, number[]>()
  const schools = new Map<string, Set<string | null>>()
  for (const row of await countedRows()) {
    const { offer, kind, schoolForm, isBooked } = row
    const month = beginOf(row).slice(0, 7)
    const key = { offer, kind, month, schoolForm, district: row.district ?? '' }[by]
    const known = sums.get(key) ?? [0, 0, 0, 0, 0]
    const figures = figuresOf(row)
    sums.set(
      key,
      known.map((sum, index) => sum + (figures[index] ?? 0)),
    )
    schools.set(key, (schools.get(key) ?? new Set()).add(isBooked ? row.schoolId : null))
  }
  return { sums, schools }
}

test('figures are those that one counts out of the rows, by whatever they are put together', async () => {
  await aQuarter()
  for (const by of UTILISATION_BY) {
    const { lines } = await utilisationFor(smz, asked({ nach: by }))
    const { sums, schools } = await counted(by)
    const shown = lines.filter(({ bookings, lateCancelled }) => bookings + lateCancelled > 0)
    const figures = shown.map((line) => [
      line.key,
      [line.bookings, line.booked.hours, line.booked.days, line.noShows, line.lateCancelled],
    ])
    expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(sums))
    for (const { key, schools: said } of shown) {
      const count = [...(schools.get(key) ?? [])].filter((id) => id !== null).length
      expect(said).toBe(count < 3 ? null : count)
    }
  }
})

test('what was possible: hours in which it is open, school days, by how many there are', async () => {
  const { room, heap } = await aQuarter()
  const { lines, median } = await utilisationFor(smz, asked())
  const school = daysOf({ from: PERIOD.von, to: PERIOD.bis }).filter(isSchoolDay).length
  // Open in school holidays too, but for the public holiday on a Sunday nothing is lost.
  const open = daysOf({ from: PERIOD.von, to: PERIOD.bis }).filter(
    (day) => ![0, 6].includes(new Date(day).getUTCDay()),
  ).length
  const possible = Object.fromEntries(lines.map((line) => [line.key, line.possible]))
  expect(possible).toEqual({
    [room.id]: { hours: open * 9, days: 0 },
    [heap.id]: { hours: open * 9 * 10, days: school * 10 },
  })
  const shares = lines.flatMap((line) => shareOf(line) ?? []).sort((a, b) => a - b)
  expect(median).toBe(shares[0])
  const byMonth = await utilisationFor(smz, asked({ nach: 'month' }))
  const sum = byMonth.lines.reduce((all, line) => all + (line.possible?.hours ?? 0), 0)
  expect(sum).toBe(open * 9 * 11)
})

test('who was not reached, and when of the week', async () => {
  await aQuarter()
  const left = await aSchool({ name: 'Schule am Rand', schoolForm: 'vocational' })
  await aSchool({ name: 'Zu', operation: 'closed' })
  const shown = await utilisationFor(smz, asked())
  expect(shown.unreached.map(({ slug }) => slug)).toEqual([left.slug])
  expect(shown.heat.every(({ weekday, hour }) => weekday < 6 && hour >= 8 && hour < 15)).toBe(true)
  const few = await utilisationFor(smz, asked({ schulform: 'vocational' }))
  expect(few.unreached).toHaveLength(1)
  const advisor = await anActor('media_advisor')
  expect(await utilisationFor(advisor, asked({ schulform: 'vocational' }))).toMatchObject({
    ...{ isTooFew: true, lines: [], heat: [], unreached: [] },
  })
  // Of the four schools there are two of each form.
  const byForm = await utilisationFor(advisor, asked({ nach: 'schoolForm' }))
  expect(byForm.lines.map(({ isHidden }) => isHidden)).toEqual([true, true])
})

test('is for those who decide by it, and its file says the same', async () => {
  await aQuarter()
  for (const role of ['teacher', 'principal', 'operator'])
    await expect(utilisationFor(await anActor(role), asked())).rejects.toMatchObject({
      name: 'Forbidden',
    })
  const { lines } = await utilisationFor(smz, asked())
  const { text } = await utilisationFile(smz, asked())
  const first = text.split('\r\n')[1]?.split(';')
  expect(first?.slice(0, 2)).toEqual([lines[0]?.label, String(lines[0]?.bookings)])
})

test.each<Record<string, string>>([
  { von: 'gestern', bis: '2026-02-30', nach: 'person' },
  { von: '2026-11-20', bis: '2026-09-07' },
  { von: '2020-01-01', bis: '2028-01-01' },
])('an address that asks for nonsense is answered: %o', async (fields) => {
  await aQuarter()
  const { filter } = await utilisationFor(smz, new URLSearchParams(fields))
  expect(filter.from <= filter.to).toBe(true)
  expect(daysOf(filter).length).toBeLessThan(1200)
})
