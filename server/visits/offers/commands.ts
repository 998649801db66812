import { type Actor, hasSchoolRole, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { insideOf } from '#server/plg/views.ts'
import { visitRequested } from '../events.ts'
import { type OfferFacts, offers } from '../policy.ts'
import { numberIn } from '../rules.ts'
import { findByKey as findVisitByKey, insertVisit, insertVisitors } from '../sql.ts'
import { authorizeVisit } from '../views.ts'
import { refusals } from '../words.ts'
import { LIMITS } from './contract.ts'
import type { CreateInput, EditOfferInput, RequestInput, SlotInput } from './inputs.ts'
import { slotsOf } from './rules.ts'
import * as sql from './sql.ts'
import { pathOf, seenOffer } from './views.ts'

/** Opens one's classroom. The same form again is the same offer. @returns its address */
export async function createOffer(actor: Actor, input: CreateInput): Promise<string> {
  authorizeVisit(actor)
  await spend('posts', actor.id)
  const schoolId = chosenSchool(
    schoolsOf(actor).filter((id) => offers.create(actor, { schoolId: id })),
    input.schoolId,
  )
  authorize(offers.create, actor, { schoolId })
  const at = now()
  const read = slotsOf(input.slots, at)
  if ('fault' in read) throw new Refusal(read.fault.message, read.fault.field)
  const plgId = await circleOf(actor, input)
  return transaction(async () => {
    const { subject, gradeBands, topic, note, visibility, clientKey } = input
    const made = await sql.insertOffer({
      ...{ hostId: actor.id, schoolId, subject, gradeBands, topic, note, visibility, plgId },
      ...{ createdAt: at, changedAt: at, clientKey },
    })
    if (!made) return pathOf(existing(await sql.findByKey(actor.id, clientKey)))
    await sql.insertSlots(read.slots.map((slot) => ({ ...slot, offerId: made.id })))
    return pathOf(made)
  })
}

function chosenSchool(own: string[], chosen: string | undefined): string {
  if (!chosen && own.length > 1) throw new Refusal(refusals.chooseSchool, 'schoolId')
  const schoolId = chosen ?? own[0] ?? ''
  if (!own.includes(schoolId)) throw new Forbidden()
  return schoolId
}

/** The PLG that sees it: one of one's own. */
async function circleOf(
  actor: Actor,
  { visibility, plgId }: Pick<CreateInput, 'visibility' | 'plgId'>,
): Promise<string | null> {
  if (visibility === 'network') return null
  if (!plgId) throw new Refusal(refusals.choosePlg, 'plgId')
  try {
    return (await insideOf(actor, { id: plgId })).plg.id
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden)
      throw new Refusal(refusals.choosePlg, 'plgId')
    throw error
  }
}

type Locked = { row: Awaited<ReturnType<typeof seenOffer>>['row']; facts: OfferFacts }

/** The frame of every act on an offer: it is locked first and judged as it stands then. */
function onOffer<Answer>(
  actor: Actor,
  param: string,
  work: (offer: Locked, publish: Publish) => Promise<Answer>,
): Promise<Answer> {
  return transaction(async (publish) => {
    await sql.lockOffer(numberIn(param) ?? 0)
    return work(await seenOffer(actor, param), publish)
  })
}

const ownOffer = (actor: Actor, param: string, work: (row: Locked['row']) => Promise<void>) =>
  onOffer(actor, param, async ({ row, facts }) => {
    authorize(offers.change, actor, facts)
    await work(row)
    return pathOf(row)
  })

/** One more slot. @returns the offer's address */
export function addSlot(actor: Actor, param: string, input: SlotInput): Promise<string> {
  return ownOffer(actor, param, async ({ id: offerId }) => {
    const read = slotsOf([{ ...input, line: 0 }], now())
    if ('fault' in read) throw new Refusal(read.fault.message, FIELDS[read.fault.field] ?? '')
    if ((await sql.listSlots(offerId)).length >= LIMITS.slots)
      throw new Refusal(refusals.tooManySlots)
    const added = await sql.insertSlots(read.slots.map((slot) => ({ ...slot, offerId })))
    if (added === 0) throw new Refusal(refusals.slotTwice, 'from')
  })
}

const FIELDS: Record<string, string> = { slot0Day: 'day', slot0From: 'from', slot0To: 'to' }

/** Only while nobody asks for it: a visit is cancelled, not swept away. @returns the offer's address */
export function removeSlot(actor: Actor, param: string, slotId: string): Promise<string> {
  return ownOffer(actor, param, async (row) => {
    const slot = await sql.findSlot(row.id, slotId)
    if (!slot) return
    if (slot.taken > 0) throw new Refusal(refusals.slotAsked)
    await sql.removeSlot(slot.id)
  })
}

/**
 * Other words for the same open classroom. @returns its address
 *
 * @throws Conflict with the words that stand there, when they were changed since the form was made
 */
export function editOffer(actor: Actor, param: string, input: EditOfferInput): Promise<string> {
  return onOffer(actor, param, async ({ row, facts }) => {
    authorize(offers.change, actor, facts)
    const { version, topic, note } = input
    if (version !== row.version)
      throw new Conflict(refusals.offerChanged, [row.topic, row.note].filter(Boolean).join('\n\n'))
    await sql.updateOffer(row.id, { topic, note, changedAt: now() })
    return pathOf({ ...row, topic })
  })
}

/** Off the market; what was agreed stays. @returns the offer's address */
export function closeOffer(actor: Actor, param: string): Promise<string> {
  return ownOffer(actor, param, (row) => sql.updateState(row.id, 'closed', now()))
}

export function reopenOffer(actor: Actor, param: string): Promise<string> {
  return onOffer(actor, param, async ({ row, facts }) => {
    authorize(offers.change, actor, facts)
    if (!offers.reopen(actor, facts)) throw new Refusal(refusals.notThere)
    await sql.updateState(row.id, 'open', now())
    return pathOf(row)
  })
}

/**
 * Asks for a seat, for one of one's schools. The seat is taken at once and free again when the host declines or
 * somebody cancels, so the last one goes once. The same form again is the same visit. @returns the visit's number
 */
export async function requestSlot(
  actor: Actor,
  param: string,
  input: RequestInput,
): Promise<number> {
  await spend('posts', actor.id)
  return onOffer(actor, param, async ({ row, facts }, publish) => {
    const known = await findVisitByKey(actor.id, input.clientKey)
    if (known) return known.number
    if (!facts.isOpen) throw new Refusal(refusals.offerClosed)
    if (hasSchoolRole(actor, ['principal', 'deputy_principal'], row.schoolId))
      throw new Refusal(refusals.asHead)
    const own = schoolsOf(actor).filter((id) => offers.request(actor, { ...facts, schoolId: id }))
    const schoolId = chosenSchool(own, input.schoolId)
    authorize(offers.request, actor, { ...facts, schoolId })
    const slot = await freeSlot(actor, row.id, input.slotId)
    const at = now()
    const { startsAt, endsAt } = slot
    const made = existing(
      await insertVisit({
        ...{ slotId: slot.id, plgId: row.plgId, hostId: row.hostId, hostSchoolId: row.schoolId },
        ...{ startsAt, endsAt, lesson: row.topic, subject: row.subject },
        gradeBand: row.gradeBands.length === 1 ? row.gradeBands[0] : '',
        ...{ createdBy: actor.id, createdAt: at, changedAt: at, clientKey: input.clientKey },
      }),
    )
    await insertVisitors([{ visitId: made.id, personId: actor.id, schoolId }])
    publish(visitRequested({ visitId: made.id, actorId: actor.id }))
    return made.number
  })
}

const LIVE = ['requested', 'accepted']

async function freeSlot(actor: Actor, offerId: string, slotId: string) {
  const slot = await sql.findSlot(offerId, slotId)
  if (!slot) throw new Refusal(refusals.slotGone, 'slotId')
  if (slot.startsAt <= now()) throw new Refusal(refusals.isPast, 'slotId')
  const visits = await sql.listVisits(offerId, actor.id)
  if (visits.some((visit) => visit.slotId === slot.id && LIVE.includes(visit.state)))
    throw new Refusal(refusals.askedTwice, 'slotId')
  if (!(await sql.takeSeat(slot.id))) throw new Refusal(refusals.noSeat, 'slotId')
  return slot
}
