import { listOffers, findProject, type OfferRow } from '../../placing/sql.ts'
import { spanOfAll, type Weighed, weigh } from '../../placing/rules.ts'
import { groundOf, judge } from '../../placing/views.ts'
import type { Stock } from '../../stock/contract.ts'
import { byResource } from '../../stock/rules.ts'
import { listClaims, listStock } from '../../stock/sql.ts'
import { resourceIdsOf } from '../../stock/views.ts'
import type { Rehold } from './contract.ts'

/** What these offers are, and of what. */
export async function offeredOf(
  offers: Rehold['offers'],
): Promise<{ rows: OfferRow[]; stock: Stock[] }> {
  const ids = offers.map(({ id }) => id)
  const [rows, stock] = await Promise.all([listOffers({ ids }), listStock(ids)])
  return { rows, stock }
}

/**
 * What rules and stock say, as if the dates were booked now; what they hold themselves does not count, nor does their
 * booking against the limits.
 */
export async function weighAnew(
  { booking, dates, offers, sets }: Rehold,
  { rows, stock }: { rows: OfferRow[]; stock: Stock[] },
): Promise<Weighed> {
  const personId = booking.personId ?? booking.createdBy ?? NOBODY
  const whens = dates.map(({ when }) => when)
  const wanted = offers.flatMap(({ id, quantity }) => {
    const row = rows.find((one) => one.id === id)
    return row ? [{ slug: row.slug, quantity }] : []
  })
  const { schoolId, participants, grade } = booking
  const project =
    booking.projectId === null ? undefined : await findProject(booking.projectId, personId)
  const [ground, claims] = await Promise.all([
    groundOf(
      {
        ...{ offers: wanted, dates: whens, schoolId, personId, besides: [booking.id] },
        project: project ?? null,
      },
      rows,
    ),
    listClaims(resourceIdsOf(stock), {
      ...spanOfAll(whens, stock),
      besides: dates.map(({ id }) => id),
    }),
  ])
  const asked = offers.flatMap(({ id, quantity }) => {
    const offer = rows.find((one) => one.id === id)
    const own = stock.find((one) => one.id === id)
    return offer && own ? [{ offer, stock: own, quantity, participants }] : []
  })
  const wish = { participants, grade, isDelivered: booking.outBy !== 'pickup' }
  return weigh({
    ...{ dates: whens, asked, held: byResource(claims), sets },
    findings: ({ offer, quantity }, when) => judge(ground, offer.id, when, { ...wish, quantity }),
  })
}

/** Nobody's bookings count. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
