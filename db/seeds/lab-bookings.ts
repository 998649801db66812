import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { claimsOfDate, momentsOf } from '#server/medialab/placing/rules.ts'
import { insertClaims } from '#server/medialab/placing/sql.ts'
import type { When } from '#server/medialab/placing/contract.ts'
import type { Claim, NewClaim, Stock } from '#server/medialab/stock/contract.ts'
import { listClaims, listStock } from '#server/medialab/stock/sql.ts'
import { byResource } from '#server/medialab/stock/rules.ts'
import { resourceIdsOf } from '#server/medialab/stock/views.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { comingBookings, VR_PURPOSE } from './lab-coming.ts'
import { labDays, type SeedBooking } from './lab-days.ts'
import { pastBookings } from './lab-past.ts'
import type { Moments } from './moments.ts'

type World = { places: Map<string, string>; people: Map<string, string>; moments: Moments }

/** The number that stands on the counter's list for VR-Set A. */
const KNOWN_NUMBER = 1187
const ENDED = ['closed', 'rejected', 'cancelled', 'no_show', 'expired']

/** What schools have of the invented MediaLab today, what they had, and what they asked for. */
export async function seedLabBookings(world: World): Promise<void> {
  const today = localDayOf(world.moments.minutesAgo(0))
  const closures = await db().selectFrom('labClosures').select(['startsOn', 'endsOn']).execute()
  const days = labDays(today, (day) =>
    closures.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn),
  )
  const offers = await db().selectFrom('labOffers').select(['id', 'slug']).execute()
  const stock = new Map((await listStock(offers.map(({ id }) => id))).map((one) => [one.id, one]))
  const all = [...comingBookings(days), ...pastBookings(days)]
    .map((booking) => ({ ...booking, at: madeAt(booking, world.moments) }))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const known = all.findIndex(({ purpose }) => purpose === VR_PURPOSE)
  const held = await heldBefore([...stock.values()], world.moments)
  for (const [index, booking] of all.entries()) {
    const offer = offers.find(({ slug }) => slug === booking.offer)
    const own = offer && stock.get(offer.id)
    if (!own) continue
    const number = KNOWN_NUMBER + index - known
    await insertBooking(booking, { ...world, stock: own, number, held })
  }
  const last = KNOWN_NUMBER + all.length - known + 11
  // The application may draw numbers, not set them: the next one is behind the last of these.
  await sql`select count(nextval(pg_get_serial_sequence('lab_bookings', 'number')))
    from generate_series(1, ${last}::int)`.execute(db())
}

/** What workshops and others already hold. */
async function heldBefore(all: Stock[], moments: Moments): Promise<Map<string, Claim[]>> {
  const span = { from: +moments.daysAgo(400), to: +moments.daysAgo(-400) }
  return new Map(byResource(await listClaims(resourceIdsOf(all), span)))
}

/** What is coming was made before today, what is over before its day. */
function madeAt({ from, madeBefore = 9, purpose }: SeedBooking, moments: Moments): Date {
  const begins = momentsOf({ from, to: from, span: { from: '08:00', to: '09:00' } }).startsAt
  const latest = moments.daysAgo(purpose === VR_PURPOSE ? 3 : 4)
  const at = new Date(begins.getTime() - madeBefore * 86_400_000)
  return at < latest || purpose === VR_PURPOSE ? new Date(Math.min(+at, +latest)) : latest
}

type Made = World & { stock: Stock; number: number; held: Map<string, Claim[]> }

async function insertBooking(booking: SeedBooking & { at: Date }, made: Made): Promise<void> {
  const { at, participants = null, quantity = 1 } = booking
  const when = whenOf(booking)
  const claims = claimsOfDate(
    [{ stock: made.stock, quantity, participants }],
    ENDED.includes(booking.state) ? new Map() : made.held,
    when,
  )
  // Two of the invented school days may fall together around holidays: then this one was not made.
  if (!Array.isArray(claims)) return
  const { id } = await db()
    .insertInto('labBookings')
    .values({
      ...{ number: made.number, year: Number(localDayOf(yearOf(booking, made)).slice(0, 4)) },
      ...{ personId: made.people.get(booking.who), schoolId: made.places.get(booking.school) },
      ...{ purpose: booking.purpose, subject: booking.subject ?? '', participants },
      ...{ grade: booking.grade, phone: booking.phone ?? '', outBy: booking.outBy ?? 'pickup' },
      ...{ createdBy: made.people.get(booking.who), createdAt: at, changedAt: at },
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const date = await db()
    .insertInto('labDates')
    .values({
      ...{ bookingId: id, position: 1, isLoan: when.span === null, ...momentsOf(when) },
      ...{ state: booking.state, isLateCancelled: booking.isLate ?? false },
      ...{ stateReason: booking.reason ?? '', changedAt: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('labDateOffers')
    .values({ dateId: date.id, offerId: made.stock.id, quantity })
    .execute()
  await hold(date.id, claims, { booking, held: made.held })
}

/** The counter looks for "2026-1187": the year is that of today. */
const yearOf = ({ purpose, at }: { purpose: string; at: Date }, { moments }: World) =>
  purpose === VR_PURPOSE ? moments.minutesAgo(0) : at

type Holding = { booking: SeedBooking; held: Map<string, Claim[]> }

async function hold(dateId: string, claims: NewClaim[], { booking, held }: Holding) {
  if (!ENDED.includes(booking.state)) {
    await insertClaims([{ dateId, claims }])
    for (const claim of claims)
      held.set(claim.resourceId, [...(held.get(claim.resourceId) ?? []), { ...claim, dateId }])
    return
  }
  await db()
    .insertInto('labClaims')
    .values(
      claims.map(({ resourceId, quantity, from, to, lock }) => ({
        ...{ dateId, resourceId, quantity, isActive: false },
        blocked: sql<string>`tstzrange(${new Date(from)}, ${new Date(to)})`,
        lock: lock === 'own' ? sql<number>`nextval('lab_locks')` : lock === 'shared' ? 0 : null,
      })),
    )
    .execute()
}

function whenOf({ from, to, hours }: SeedBooking): When {
  const [start = '', end = ''] = hours?.split('-') ?? []
  return { from, to: to ?? from, span: hours ? { from: start, to: end } : null }
}
