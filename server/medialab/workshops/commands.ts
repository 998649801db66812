import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf, localTimeOf, momentOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { labReleased } from '../events.ts'
import { dayAfter } from '../opening/rules.ts'
import { place } from '../placing/commands.ts'
import { workshopCancelled, workshopChanged, workshopMoved } from './events.ts'
import type { EditWorkshop, NewWorkshop } from './inputs.ts'
import { may } from './policy.ts'
import { LIVE_STATES } from './contract.ts'
import { passOn } from './seats/commands.ts'
import * as sql from './sql.ts'
import { lookOf, pathOf, seenWorkshop } from './views.ts'
import { refusals, workshopKindNames } from './words.ts'

type About = Omit<NewWorkshop, 'clientKey'>

/** Begins one as a draft. The same form again is the same draft. @returns its address */
export async function draftWorkshop(actor: Actor, input: NewWorkshop): Promise<string> {
  authorize(may.manage, actor, {})
  const { clientKey, leaders, ...about } = input
  const row = await rowOf({ ...about, leaders })
  await spend('posts', actor.id)
  return transaction(async () => {
    const at = now()
    const made = await sql.insertWorkshop({
      ...{ ...row, clientKey, createdBy: actor.id, createdAt: at, changedAt: at },
    })
    if (!made) return pathOf(existing(await sql.findByKey(actor.id, clientKey)))
    await saveLeaders(made.id, leaders)
    return pathOf(made)
  })
}

/** What stands in the form as it stands in the row. @throws Refusal for times and places that make no workshop */
async function rowOf(input: About) {
  const { day, from, to, signupDay, room, seats, minParticipants = null } = input
  const startsAt = momentOf(day, from)
  const endsAt = momentOf(day, to)
  const fault = faultOf(input, endsAt <= startsAt)
  if (fault) throw fault
  const places = room ? (await roomOf(room)).places : null
  if (places !== null && places < seats) throw new Refusal(refusals.roomTooSmall(places), 'seats')
  const midnight = momentOf(dayAfter(signupDay), '00:00')
  return {
    ...{ kind: input.kind, title: input.title, description: input.description, startsAt, endsAt },
    ...{ roomId: room ?? null, place: input.place, link: input.link, seats, minParticipants },
    ...{ externalUrl: input.externalUrl, seatsPerSchool: input.seatsPerSchool ?? null },
    signupUntil: midnight < startsAt ? midnight : startsAt,
    ...{ needsApproval: input.needsApproval, guestLeaders: input.guestLeaders },
    ...{ schoolForms: [...new Set(input.schoolForms)], roles: [...new Set(input.roles)] },
  }
}

function faultOf(input: About, endsFirst: boolean): Refusal | undefined {
  const { day, signupDay, room, place: where, link, minParticipants = 0, seats } = input
  if (endsFirst) return new Refusal(refusals.endsFirst, 'to')
  if (signupDay > day) return new Refusal(refusals.signupLate, 'signupDay')
  if (!room && where === '' && link === '') return new Refusal(refusals.noPlace, 'place')
  return minParticipants > seats ? new Refusal(refusals.minTooMany, 'minParticipants') : undefined
}

async function roomOf(id: string) {
  const room = (await sql.listRooms()).find((one) => one.id === id)
  if (!room) throw new Refusal('Bitte wählen Sie aus der Liste.', 'room')
  return room
}

/** Only those who may lead one, whatever was sent. */
async function saveLeaders(workshopId: string, wanted: string[]): Promise<void> {
  const known = [...(await sql.listPossibleLeaders(now())), ...(await sql.listLeaders(workshopId))]
  const ids = new Set(known.map(({ id }) => id))
  await sql.saveLeaders(
    workshopId,
    [...new Set(wanted)].filter((id) => ids.has(id)),
  )
}

/** The frame of every act of the SMZ: locked first and judged as it stands then. */
function onWorkshop<Answer>(
  actor: Actor,
  number: number,
  work: (row: sql.WorkshopRow, publish: Publish) => Promise<Answer>,
): Promise<Answer> {
  authorize(may.manage, actor, {})
  return transaction(async (publish) => {
    await sql.lockWorkshop({ number })
    return work(await seenWorkshop(actor, number), publish)
  })
}

/**
 * Other words, another time, another room, more seats. A published one moves its room with it; whoever has a seat is
 * told; what is free goes to those who wait. @returns its address
 */
export function editWorkshop(actor: Actor, number: number, input: EditWorkshop): Promise<string> {
  return onWorkshop(actor, number, async (row, publish) => {
    const { version, leaders, ...about } = input
    if (row.version !== version) throw new Conflict(refusals.overwrites, String(row.version))
    const wanted = await rowOf({ ...about, leaders })
    if (row.state === 'published' && row.startsAt > now() && wanted.startsAt <= now())
      throw new Refusal(refusals.isPast, 'day')
    if (wanted.seats < row.seats && wanted.seats < row.held)
      throw new Refusal(refusals.fewerSeats(row.held), 'seats')
    await sql.updateWorkshop(row.id, { ...wanted, changedAt: now() })
    await saveLeaders(row.id, leaders)
    const after = existing(await sql.findWorkshop({ id: row.id }, lookOf(actor)))
    if (row.state === 'published') await followUp(actor, { row, after }, publish)
    publish(workshopChanged({ workshopId: row.id }))
    return pathOf(after)
  })
}

type Change = { row: sql.WorkshopRow; after: sql.WorkshopRow }

async function followUp(actor: Actor, { row, after }: Change, publish: Publish): Promise<void> {
  const isOtherTime =
    row.startsAt.getTime() !== after.startsAt.getTime() ||
    row.endsAt.getTime() !== after.endsAt.getTime()
  const isOtherRoom = row.roomId !== after.roomId
  if (isOtherTime || isOtherRoom) {
    await releaseRoom(row, publish)
    await holdRoom(actor, after)
  }
  if (isOtherTime || isOtherRoom || row.place !== after.place || row.link !== after.link)
    publish(workshopMoved({ workshopId: row.id, actorId: actor.id }))
  await passOn(after, publish)
}

/** The room is booked like any other wish, by the SMZ and past the rules: nobody else gets it. */
async function holdRoom(actor: Actor, row: sql.WorkshopRow): Promise<void> {
  if (!row.roomSlug) return
  const day = localDayOf(row.startsAt)
  const placed = await place(actor, {
    offers: [{ slug: row.roomSlug, quantity: 1 }],
    dates: [
      {
        ...{ from: day, to: day },
        span: { from: localTimeOf(row.startsAt), to: localTimeOf(row.endsAt) },
      },
    ],
    ...{ schoolId: null, subject: '', grade: null, participants: row.seats, phone: '' },
    purpose: `${workshopKindNames[row.kind]}: ${row.title}`,
    ...{ plgId: null, projectId: null, isDelivered: false, outSiteId: null, skips: false },
    override: `${workshopKindNames[row.kind]} des SMZ`,
    clientKey: crypto.randomUUID(),
  })
  if (placed.kind === 'refused')
    throw new Refusal(placed.faults[0]?.sentence ?? refusals.stale, 'room')
  const number = Number(placed.number.split('-')[1])
  const booking = existing(await sql.findBooking(number))
  await sql.updateWorkshop(row.id, { bookingId: booking.id })
}

async function releaseRoom(row: sql.WorkshopRow, publish: Publish): Promise<void> {
  if (!row.bookingId) return
  const dateIds = await sql.releaseBooking(row.bookingId, now())
  await sql.updateWorkshop(row.id, { bookingId: null })
  if (dateIds.length > 0) publish(labReleased({ dateIds }))
}

/** Everybody sees it from now on, and its room is held. */
export function publishWorkshop(
  actor: Actor,
  number: number,
  input: { version: number },
): Promise<void> {
  return onWorkshop(actor, number, async (row, publish) => {
    if (row.state === 'published') return
    if (row.state !== 'draft' || row.version !== input.version) throw new Refusal(refusals.stale)
    if (row.startsAt <= now()) throw new Refusal(refusals.isPast)
    await holdRoom(actor, row)
    await sql.updateWorkshop(row.id, { state: 'published', changedAt: now() })
    publish(workshopChanged({ workshopId: row.id }))
    await recordStep(actor, row, 'medialab.workshop-published')
  })
}

/** It does not take place: the room is free, and all who have a seat or wait are told why. */
export function cancelWorkshop(
  actor: Actor,
  number: number,
  input: { version: number; reason: string },
): Promise<void> {
  return onWorkshop(actor, number, async (row, publish) => {
    if (row.state === 'cancelled') return
    if (row.state !== 'published' || row.version !== input.version)
      throw new Refusal(refusals.stale)
    const holders = await sql.holdersOf(row.id, [...LIVE_STATES]).execute()
    await releaseRoom(row, publish)
    await sql.updateWorkshop(row.id, {
      ...{ state: 'cancelled', cancelReason: input.reason, changedAt: now() },
    })
    const personIds = holders.map(({ personId }) => personId)
    const about = { workshopId: row.id, actorId: actor.id }
    publish(workshopCancelled({ ...about, personIds, reason: input.reason }))
    publish(workshopChanged({ workshopId: row.id }))
    await recordStep(actor, row, 'medialab.workshop-cancelled')
  })
}

/** The same a week later, as a draft. @returns the address of its form */
export function duplicateWorkshop(
  actor: Actor,
  number: number,
  { clientKey }: { clientKey: string },
): Promise<{ number: number; title: string }> {
  return onWorkshop(actor, number, async (row) => {
    const at = now()
    const later = (moment: Date) => momentOf(dayAfter(localDayOf(moment), 7), localTimeOf(moment))
    const { kind, title, description, roomId, place: where, link, externalUrl, seats } = row
    const made = await sql.insertWorkshop({
      ...{ kind, title, description, roomId, place: where, link, externalUrl, seats },
      ...{ seatsPerSchool: row.seatsPerSchool, minParticipants: row.minParticipants },
      ...{ needsApproval: row.needsApproval, schoolForms: row.schoolForms, roles: row.roles },
      guestLeaders: row.guestLeaders,
      ...{ startsAt: later(row.startsAt), endsAt: later(row.endsAt) },
      signupUntil: later(row.signupUntil),
      ...{ clientKey, createdBy: actor.id, createdAt: at, changedAt: at },
    })
    if (!made) return existing(await sql.findByKey(actor.id, clientKey))
    const leaders = await sql.listLeaders(row.id)
    await sql.saveLeaders(
      made.id,
      leaders.map(({ id }) => id),
    )
    return made
  })
}

const recordStep = (actor: Actor, row: sql.WorkshopRow, action: string) =>
  record(actor, {
    ...{ action, thingKind: 'workshop', thingId: row.id },
    details: { number: row.number, title: row.title },
  })
