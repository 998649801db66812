import { randomUUID } from 'node:crypto'
import { type Actor, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { fewAtOnce } from '#server/platform/few-at-once.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { schoolNames } from '#server/schools/views.ts'
import { basketOf, basketText, type BasketItem } from '../finding/contract.ts'
import { searchOf } from '../finding/inputs.ts'
import { listNames } from '../finding/sql.ts'
import { alternativesForAll } from '../finding/views.ts'
import type { Wanted } from '../placing/contract.ts'
import type { Weighed } from '../placing/rules.ts'
import { type Case, caseOf, weighed } from '../placing/views.ts'
import { may } from '../policy.ts'
import type { FoundPerson, Preview, Shown } from './contract.ts'
import type { CheckoutInput } from './inputs.ts'
import { datesOf, steppedOf } from './rules.ts'
import * as sql from './sql.ts'
import { checkoutWords as says } from './words.ts'

/** The page before anything is booked: what the address asks for, what may be chosen, and what would become of it. */
export async function checkoutFor(actor: Actor, asked: URLSearchParams) {
  const params = new URLSearchParams(asked)
  if (params.has('bis_tag') && !params.has('von')) params.set('art', 'leihe')
  const { search, errors } = searchOf(params, localDayOf(now()))
  const schoolIds = schoolsOf(actor)
  const [names, mine, schools] = await Promise.all([
    listNames(search.basket.map(({ slug }) => slug)),
    sql.findMine(actor.id),
    schoolNames(schoolIds),
  ])
  const basket = search.basket.filter(({ slug }) => names.some((one) => one.slug === slug))
  const can = {
    manage: isConfirmed(actor) && may.manage(actor, {}),
    book: [...schoolIds, null].some((schoolId) => may.bookFor(actor, { schoolId })),
    bookWithoutSchool: may.bookFor(actor, { schoolId: null }),
  }
  const { day, from, to, lastDay, isLoan } = search
  const start = {
    ...{ basket: basketText(basket), day, from, to, toDay: isLoan ? lastDay : undefined },
    way: isLoan ? ('loan' as const) : ('lab' as const),
  }
  const isReady = can.book && basket.length > 0 && Object.keys(errors).length === 0
  const preview = isReady ? await previewOf(actor, { ...EMPTY, ...start }) : null
  return {
    ...{ start, mine, can, preview, hasLost: basket.length < search.basket.length },
    schools: schoolIds.map((id) => ({ value: id, label: schools.get(id)?.name ?? '' })),
    isEmpty: basket.length === 0,
    clientKey: randomUUID(),
  }
}

const EMPTY = { purpose: '', subject: '', phone: '', name: '', override: '', clientKey: '' }

/**
 * What is wanted, out of what a page sent. Ids of things that are not there, or not one's own, are refused beside their
 * field.
 */
export async function wantedOf(actor: Actor, input: CheckoutInput): Promise<Wanted> {
  const basket = basketOf(input.basket)
  if (basket.length === 0) throw new Refusal(says.emptyBasket)
  const names = await listNames(basket.map(({ slug }) => slug))
  if (names.length < basket.length) throw new Refusal(says.gone)
  const { personId, schoolId } = await whoFor(actor, input)
  return {
    ...{ offers: basket, dates: datesOf(input), schoolId },
    ...(personId !== undefined && { personId }),
    ...(await handoverOf(actor, input)),
    ...{ purpose: input.purpose, subject: input.subject, phone: input.phone },
    ...{ grade: input.grade ?? null, participants: input.participants ?? null },
    ...{ plgId: input.plgId ?? null, projectId: input.projectId ?? null },
    ...{ skips: input.skips ?? false, override: input.override, clientKey: input.clientKey },
  }
}

/** Fetched at the lab, brought by the school mail, or to one of the other places. */
async function handoverOf(actor: Actor, { handover = 'pickup' }: CheckoutInput) {
  if (handover === 'pickup') return { isDelivered: false, outSiteId: null }
  if (handover === 'school_mail') return { isDelivered: true, outSiteId: null }
  const { sites } = await sql.findMine(actor.id)
  if (!sites.some(({ id }) => id === handover)) throw new Refusal(says.strangeSite, 'handover')
  return { isDelivered: true, outSiteId: handover }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Who = { personId?: string; schoolId: string | null }

/** For oneself at one of one's schools; the SMZ for somebody at one of theirs. */
const whoFor = (actor: Actor, { forWhom, schoolId }: CheckoutInput): Who | Promise<Who> =>
  forWhom ? somebody(actor, forWhom) : oneself(actor, schoolId)

function oneself(actor: Actor, asked: string | undefined): Who {
  const own = schoolsOf(actor)
  if (asked !== undefined && !own.includes(asked)) throw new Refusal(says.strangeSchool, 'schoolId')
  if (asked !== undefined) return { schoolId: asked }
  return { schoolId: may.bookFor(actor, { schoolId: null }) ? null : (own[0] ?? null) }
}

async function somebody(actor: Actor, forWhom: string): Promise<Who> {
  const [personId = '', schoolId = ''] = forWhom.split(':')
  authorize(may.manage, actor, {})
  const isKnown =
    [personId, schoolId].every((id) => UUID.test(id)) &&
    (await sql.isAtSchool(personId, schoolId, now()))
  if (!isKnown) throw new Refusal(says.strangePerson, 'name')
  return { personId, schoolId }
}

/** What would become of it, by the same rules; nothing is written. */
export async function previewOf(actor: Actor, input: CheckoutInput): Promise<Preview> {
  const of = await caseOf(actor, await wantedOf(actor, input))
  return inLine(async () => previewFrom(of, await weighed(of)))
}

async function previewFrom(of: Case, result: Weighed): Promise<Preview> {
  const isPlaced = result.kept.length > 0 && (result.faults.length === 0 || of.wanted.skips)
  return {
    ...shownOf(of, result),
    state: isPlaced ? stateOf(of, result) : 'refused',
    alternatives: isPlaced ? [] : await othersFor(of, result),
  }
}

/** When all want the same hour all are told no with other times, some after the others. */
const inLine = fewAtOnce(4, 2000)

/**
 * What a button of the page leads to: the wish as it changes it, tried, with the people that are looked for.
 *
 * @param tried what is known of just this wish, because it was tried a moment ago
 */
export async function shownFor(
  actor: Actor,
  input: CheckoutInput,
  tried?: { of: Case; result: Weighed },
): Promise<Shown> {
  const stepped = steppedOf(input)
  const [preview, people] = await Promise.all([
    tried ? previewFrom(tried.of, tried.result) : previewOf(actor, stepped),
    peopleFor(actor, input.name),
  ])
  const { basket, day, toDay, from, to } = stepped
  const values = { basket, day, ...(toDay && { toDay }), ...(from && { from, to }) }
  return { preview, people, values }
}

async function peopleFor(actor: Actor, name: string): Promise<FoundPerson[]> {
  if (name.length < 2 || !may.manage(actor, {})) return []
  const found = await sql.listPeople(name, now())
  return found.map(({ personId, schoolId, name: whole, school }) => ({
    value: `${personId}:${schoolId}`,
    label: `${whole}, ${school}`,
  }))
}

const stateOf = ({ wanted }: Case, { isAsked }: Weighed) =>
  isAsked && wanted.override === '' ? 'requested' : 'confirmed'

function shownOf(
  { wanted, offers }: Case,
  { kept, faults, warnings }: Weighed,
): Omit<Preview, 'state' | 'alternatives'> {
  const named = (item: BasketItem) => ({
    ...item,
    name: offers.find(({ slug }) => slug === item.slug)?.name ?? '',
  })
  const less = faults.flatMap(({ offer, free = 0, date }) =>
    offer && free > 0 && date === 0 ? [named({ slug: offer.slug, quantity: free })] : [],
  )
  return {
    offers: wanted.offers.map(named),
    dates: wanted.dates.map((when, date) => ({
      when,
      faults: faults
        .filter((fault) => fault.date === date)
        .map(({ sentence, isTaken, offer }) => ({ sentence, isTaken, slug: offer?.slug ?? '' })),
    })),
    ...{ warnings, less, canSkip: faults.length > 0 && kept.length > 0 },
    needsPrincipal: offers.some(({ approval }) => approval === 'smz_and_principal'),
    canDeliver: offers.every((offer) => offer.isDelivered && !offer.isFetchedInPerson),
  }
}

/** What lasts (limits, instructions) no other time mends. */
async function othersFor({ wanted, offers }: Case, { faults }: Weighed) {
  const lasting = faults.some(({ isTaken, field }) => !isTaken && field === undefined)
  if (lasting) return []
  const sought = wanted.offers.flatMap(({ slug, quantity }) => {
    const id = offers.find((one) => one.slug === slug)?.id
    return id ? [{ id, quantity }] : []
  })
  return alternativesForAll(sought, wanted.dates, wanted.participants)
}
