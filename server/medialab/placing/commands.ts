import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { fewAtOnce } from '#server/platform/few-at-once.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { recordUnmet } from '../demand/commands.ts'
import type { Unmet, UnmetReason } from '../demand/contract.ts'
import { labBooked } from '../events.ts'
import { bookingNumber } from '../paths.ts'
import { may } from '../policy.ts'
import type { Stock } from '../stock/contract.ts'
import { byResource } from '../stock/rules.ts'
import { listClaims, listStock, lockResources } from '../stock/sql.ts'
import { resourceIdsOf } from '../stock/views.ts'
import type { Fault, Placed, Wanted } from './contract.ts'
import { momentsOf, spanOfAll, type Weighed, weigh } from './rules.ts'
import * as sql from './sql.ts'
import { groundOf, judge } from './views.ts'
import { placingWords as says } from './words.ts'

type Project = NonNullable<Awaited<ReturnType<typeof sql.findProject>>>
type Case = {
  wanted: Wanted
  personId: string
  offers: sql.OfferRow[]
  stock: Map<string, Stock>
  project: Project | null
}

/**
 * Books all of it or nothing; dates that do not go are left out when that is wanted. The same form again is the same
 * booking. What is refused is kept as unmet demand.
 * @throws NotFound for offers one does not see, Forbidden for schools that are not one's own
 */
export async function place(actor: Actor, wanted: Wanted): Promise<Placed> {
  authorize(may.bookFor, actor, wanted)
  const personId = wanted.personId ?? actor.id
  if (personId !== actor.id || wanted.override !== '') authorize(may.override, actor, {})
  if (wanted.offers.length === 0) throw new Refusal(says.nothing)
  return inLine(async () => {
    await spend('posts', actor.id)
    return tryAll(actor, wanted, personId)
  })
}

/** When the window for a Halbjahr opens all come at once: none is to be told that the house is busy. */
const inLine = fewAtOnce(6, 2000)

async function tryAll(actor: Actor, wanted: Wanted, personId: string): Promise<Placed> {
  const offers = await seenOffers(actor, wanted)
  const [project, all] = await Promise.all([
    projectOf(wanted, personId),
    listStock(offers.map(({ id }) => id)),
  ])
  const stock = new Map(all.map((one) => [one.id, one]))
  const of: Case = { wanted, personId, offers, stock, project }
  // Most that is refused is refused without a lock: two hundred who want the same hour do not stand in line.
  const first = await weighed(of)
  const placed =
    first.kept.length === 0 || (first.faults.length > 0 && !wanted.skips)
      ? await sameOr(actor, wanted, first)
      : await transaction((publish) => book(actor, of, (id) => publish(labBooked(id))))
  if (placed.kind === 'refused') await recordUnmet(unmetOf(of, placed.faults))
  return placed
}

async function seenOffers(actor: Actor, { offers: wanted }: Wanted): Promise<sql.OfferRow[]> {
  const offers = await sql.listOffers({ slugs: wanted.map(({ slug }) => slug) })
  const seen = offers.filter((offer) => may.see(actor, offer))
  if (wanted.some(({ slug }) => !seen.some((offer) => offer.slug === slug))) throw new NotFound()
  return seen
}

async function projectOf({ projectId, plgId }: Wanted, personId: string): Promise<Project | null> {
  if (plgId && !(await sql.findSeat(plgId, personId))) throw new Refusal(says.strangePlg, 'plgId')
  if (projectId === null) return null
  const project = await sql.findProject(projectId, personId)
  if (!project) throw new Refusal(says.strangeProject, 'projectId')
  return project
}

/** What the rules and the stock of this moment say. */
async function weighed({ wanted, personId, offers, stock, project }: Case): Promise<Weighed> {
  const span = spanOfAll(wanted.dates, [...stock.values()])
  const [ground, claims] = await Promise.all([
    groundOf({ ...wanted, personId, project }, offers),
    listClaims(resourceIdsOf([...stock.values()]), span),
  ])
  const asked = wanted.offers.flatMap(({ slug, quantity }) => {
    const offer = offers.find((one) => one.slug === slug)
    const own = offer && stock.get(offer.id)
    return own ? [{ offer, stock: own, quantity, participants: wanted.participants }] : []
  })
  return weigh({
    ...{ dates: wanted.dates, asked, held: byResource(claims), sets: wanted.override !== '' },
    findings: ({ offer, quantity }, when) => judge(ground, offer.id, when, { ...wanted, quantity }),
  })
}

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
): Promise<Placed> {
  const { wanted, stock } = of
  await lockResources(resourceIdsOf([...stock.values()]))
  const known = await sameAgain(actor, wanted)
  if (known) return known
  const { kept, faults, warnings, isAsked } = await weighed(of)
  if (kept.length === 0 || (faults.length > 0 && !wanted.skips)) return { kind: 'refused', faults }
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
  return { kind: 'placed', number: bookingNumber(made), state, skipped: faults, warnings }
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

const REASONS: [test: (fault: Fault) => boolean, reason: UnmetReason][] = [
  [({ isTaken, shortOf }) => isTaken && shortOf === 'staff', 'no_staff'],
  [({ isTaken }) => isTaken, 'occupied'],
  [({ rule }) => rule === 13, 'limit'],
  [({ rule }) => rule === 1 || rule === 2, 'closed'],
  [({ rule }) => rule === 9, 'not_available'],
]

/** Times that are over or upside down are slips, not demand. */
function unmetOf({ wanted, offers, stock }: Case, faults: Fault[]): Unmet[] {
  const seen = new Set<string>()
  return faults.flatMap((fault) => {
    const offer = offers.find(({ slug }) => slug === fault.offer?.slug)
    const when = wanted.dates[fault.date]
    if (!offer || !when || fault.rule === 14 || fault.rule === 20 || seen.has(offer.id)) return []
    seen.add(offer.id)
    const { quantity = 1 } = wanted.offers.find(({ slug }) => slug === offer.slug) ?? {}
    return [
      {
        ...{ schoolId: wanted.schoolId, offerId: offer.id, kind: offer.kind, wanted: '', quantity },
        ...momentsOf(when),
        reason: REASONS.find(([isIt]) => isIt(fault))?.[1] ?? 'rule',
      },
    ].filter(({ offerId }) => stock.has(offerId))
  })
}
