import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/errors.ts'
import { fewAtOnce } from '#server/platform/few-at-once.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { recordUnmet } from '../demand/commands.ts'
import { unmetOf } from '../demand/rules.ts'
import { labBooked } from '../events.ts'
import { holdOpening } from '../opening/sql.ts'
import { bookingNumber } from '../paths.ts'
import { lockResources } from '../stock/sql.ts'
import { resourceIdsOf } from '../stock/views.ts'
import type { Placed, Wanted } from './contract.ts'
import { momentsOf, type Weighed } from './rules.ts'
import * as sql from './sql.ts'
import { type Case, caseOf, weighed } from './views.ts'

/**
 * Books all of it or nothing; dates that do not go are left out when that is wanted. The same form again is the same
 * booking. What is refused is kept as unmet demand.
 * @throws NotFound for offers one does not see, Forbidden for schools that are not one's own
 */
export const place = async (actor: Actor, wanted: Wanted): Promise<Placed> =>
  (await attempt(actor, wanted)).placed

/** What became of a wish, with all that was found out about it: a page that says no need not ask once more. */
export type Attempt = { placed: Placed; of: Case; result: Weighed }

/** As `place`. */
export async function attempt(actor: Actor, wanted: Wanted): Promise<Attempt> {
  return inLine(async () => {
    const of = await caseOf(actor, wanted)
    await spend('posts', actor.id)
    return tryAll(actor, of)
  })
}

/** When the window for a Halbjahr opens all come at once: none is to be told that the house is busy. */
const inLine = fewAtOnce(6, 2000)

async function tryAll(actor: Actor, of: Case): Promise<Attempt> {
  const { wanted } = of
  // Most that is refused is refused without a lock: two hundred who want the same hour do not stand in line.
  const first = await weighed(of)
  const made = isRefused(first, wanted)
    ? { placed: await sameOr(actor, wanted, first), result: first }
    : await transaction((publish) => book(actor, of, (id) => publish(labBooked(id))))
  if (made.placed.kind === 'refused') await recordUnmet(unmetOf(made.placed.faults, refusedOf(of)))
  return { ...made, of }
}

/** What was wanted of it, for the record. */
const refusedOf = ({ wanted, offers, stock }: Case) => ({
  ...{ schoolId: wanted.schoolId, dates: wanted.dates },
  offers: offers
    .filter(({ id }) => stock.has(id))
    .map(({ id, slug, kind }) => ({
      ...{ id, slug, kind },
      quantity: wanted.offers.find((one) => one.slug === slug)?.quantity ?? 1,
    })),
})

const isRefused = ({ kept, faults }: Weighed, { skips }: Wanted) =>
  kept.length === 0 || (faults.length > 0 && !skips)

async function sameOr(actor: Actor, wanted: Wanted, { faults }: Weighed): Promise<Placed> {
  return (await sameAgain(actor, wanted)) ?? { kind: 'refused', faults }
}

async function sameAgain(actor: Actor, { clientKey }: Wanted): Promise<Placed | undefined> {
  const known = await sql.findByKey(actor.id, clientKey)
  return (
    known && {
      ...{ kind: 'placed', number: bookingNumber(known), skipped: [], warnings: [] },
      state: known.isRequested ? 'requested' : 'confirmed',
    }
  )
}

/** Holds it: what is given away is locked first, and everything is weighed as it stands then. */
async function book(
  actor: Actor,
  of: Case,
  tell: (happened: { bookingId: string; actorId: string }) => void,
): Promise<Omit<Attempt, 'of'>> {
  const { wanted, stock } = of
  await holdOpening()
  await lockResources(resourceIdsOf([...stock.values()]))
  const known = await sameAgain(actor, wanted)
  const result = await weighed(of)
  const { kept, faults, warnings, isAsked } = result
  if (known) return { placed: known, result }
  if (isRefused(result, wanted)) return { placed: { kind: 'refused', faults }, result }
  const at = now()
  const state = isAsked && wanted.override === '' ? 'requested' : 'confirmed'
  const made = await sql.insertBooking(bookingRow(actor, of, at))
  if (!made) throw new NotFound()
  const ids = await sql.insertDates(
    kept.map(({ when }, index) => ({
      ...{ bookingId: made.id, position: index + 1, isLoan: when.span === null, state },
      ...{ ...momentsOf(when), changedAt: at },
    })),
  )
  await sql.insertBooked(ids, asOffered(of))
  await sql.insertClaims(kept.map(({ claims }, index) => ({ dateId: ids[index] ?? '', claims })))
  tell({ bookingId: made.id, actorId: actor.id })
  const number = bookingNumber(made)
  return { placed: { kind: 'placed', number, state, skipped: faults, warnings }, result }
}

const asOffered = ({ wanted, offers }: Case) =>
  wanted.offers.flatMap(({ slug, quantity }) => {
    const offer = offers.find((one) => one.slug === slug)
    return offer ? [{ offerId: offer.id, quantity }] : []
  })

function bookingRow(actor: Actor, { wanted, personId, project }: Case, at: Date) {
  const { schoolId, phone, projectId, purpose, subject, grade, participants, outSiteId } = wanted
  const delivered = outSiteId === null ? ('school_mail' as const) : ('branch' as const)
  return {
    ...{ year: Number(localDayOf(at).slice(0, 4)), personId, schoolId, phone, projectId, purpose },
    ...{ subject, grade, participants, outSiteId, overrideReason: wanted.override },
    plgId: wanted.plgId ?? project?.plgId ?? null,
    outBy: wanted.isDelivered ? delivered : ('pickup' as const),
    ...{ clientKey: wanted.clientKey, createdBy: actor.id, createdAt: at, changedAt: at },
  }
}
