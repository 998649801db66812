import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, inTransaction } from './client.ts'
import { emptyDatabase } from './testing.ts'

beforeEach(() => emptyDatabase())

const AT = new Date('2026-11-22T08:00:00Z')
const hour = (n: number) => new Date(AT.getTime() + n * 3_600_000)

async function anOffer(kind: string, room?: string): Promise<string> {
  const key = randomUUID()
  const { rows } = await sql<{ id: string }>`insert into lab_offers
    (slug, kind, name, room_id, created_at, changed_at, client_key)
    values (${`o-${key}`}, ${kind}, 'Angebot', ${room ?? null}, ${AT}, ${AT}, ${key}) returning id`.execute(
    db(),
  )
  return rows[0]?.id ?? ''
}

let codes = 0
async function aResource(offer: string, total?: number): Promise<string> {
  const code = [...String(codes++).padStart(4, '0')].map((digit) => 'ABCDEFGHJK'[Number(digit)])
  const { rows } = await sql<{
    id: string
  }>`insert into lab_resources (offer_id, code, is_counted, total)
    values (${offer}, ${code.join('')}, ${total !== undefined}, ${total ?? 1}) returning id`.execute(
    db(),
  )
  return rows[0]?.id ?? ''
}

type Claim = {
  resource: string
  from: number
  to: number
  lock?: 'own' | 'shared'
  quantity?: number
}

/** One date that claims all of it, or nothing. */
const book = (wanted: Claim[]) =>
  inTransaction(async () => {
    const booking = await sql<{ id: string }>`insert into lab_bookings
      (year, purpose, created_at, changed_at, client_key)
      values (2026, 'Probe', ${AT}, ${AT}, ${randomUUID()}) returning id`.execute(db())
    const [first] = wanted
    const date = await sql<{ id: string }>`insert into lab_dates
      (booking_id, position, is_loan, starts_at, ends_at, state, changed_at)
      values (${booking.rows[0]?.id}, 1, false, ${hour(first?.from ?? 0)}, ${hour(first?.to ?? 1)}, 'confirmed', ${AT})
      returning id`.execute(db())
    const id = date.rows[0]?.id ?? ''
    for (const { resource, from, to, lock, quantity } of wanted)
      await sql`insert into lab_claims (date_id, resource_id, quantity, blocked, lock) values
        (${id}, ${resource}, ${quantity ?? 1}, tstzrange(${hour(from)}, ${hour(to)}),
          case ${lock ?? ''} when 'own' then nextval('lab_locks') when 'shared' then 0 end)`.execute(
        db(),
      )
    return id
  })

const outcomes = async (all: Promise<unknown>[]) =>
  (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled').length

describe('what is exclusive', () => {
  test('goes once, however many want it at once; right before and after it is free', async () => {
    const room = await aResource(await anOffer('room'))
    const wanted = { resource: room, from: 10, to: 12, lock: 'own' as const }
    expect(await outcomes(Array.from({ length: 60 }, () => book([wanted])))).toBe(1)
    await book([{ ...wanted, from: 8, to: 10 }])
    await book([{ ...wanted, from: 12, to: 13 }])
  })
  test('zones share their room, the whole room goes with none of them', async () => {
    const offer = await anOffer('room')
    const room = await aResource(offer)
    const [one, two] = [
      await aResource(await anOffer('zone', offer)),
      await aResource(await anOffer('zone', offer)),
    ]
    const zone = (resource: string, from: number): Claim[] => [
      { resource, from, to: from + 2, lock: 'own' },
      { resource: room, from, to: from + 2, lock: 'shared' },
    ]
    await book(zone(one, 8))
    await book(zone(two, 9))
    await expect(book([{ resource: room, from: 10, to: 12, lock: 'own' }])).rejects.toThrow(
      'lab_claims_free',
    )
    await book([{ resource: room, from: 11, to: 12, lock: 'own' }])
    await expect(book(zone(one, 10))).rejects.toThrow('lab_claims_free')
  })
})

describe('what is counted', () => {
  test('is never given away oftener than it is there', async () => {
    const pool = await aResource(await anOffer('set'), 30)
    const got = await outcomes(
      Array.from({ length: 100 }, (_, n) =>
        book([{ resource: pool, from: n % 3, to: 4, quantity: 1 }]),
      ),
    )
    expect(got).toBe(30)
  })
  test('is free again when a date ends', async () => {
    const pool = await aResource(await anOffer('set'), 2)
    const date = await book([{ resource: pool, from: 0, to: 4, quantity: 2 }])
    await expect(book([{ resource: pool, from: 3, to: 5 }])).rejects.toThrow('lab_claims_fit')
    await sql`update lab_dates set state = 'cancelled' where id = ${date}`.execute(db())
    await book([{ resource: pool, from: 3, to: 5 }])
  })
})

test('as a naive model says, whatever is asked in whatever order', async () => {
  const TOTAL = 5
  const wish = fc.record({
    from: fc.integer({ min: 0, max: 12 }),
    length: fc.integer({ min: 1, max: 5 }),
    quantity: fc.integer({ min: 1, max: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 12 }), async (wishes) => {
      const pool = await aResource(await anOffer('set'), TOTAL)
      const held: { from: number; to: number; quantity: number }[] = []
      for (const { from, length, quantity } of wishes) {
        const to = from + length
        const peak = Math.max(
          ...Array.from({ length }, (_, n) => from + n).map((at) =>
            held
              .filter((one) => one.from <= at && at < one.to)
              .reduce((sum, one) => sum + one.quantity, 0),
          ),
        )
        const fits = peak + quantity <= TOTAL
        const done = await book([{ resource: pool, from, to, quantity }]).then(
          () => true,
          () => false,
        )
        expect(done).toBe(fits)
        if (fits) held.push({ from, to, quantity })
      }
    }),
    { numRuns: 25 },
  )
})
