import { randomUUID } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Moved, NotFound } from '#server/platform/errors.ts'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { slugOf } from '#server/platform/text.ts'
import type { Standing as ThingStanding, ThingCard } from '#server/platform/things.ts'
import { schoolNames } from '#server/schools/views.ts'
import { paths as labPaths } from '../paths.ts'
import { listMaterials } from './after/sql.ts'
import { UNDO_SECONDS } from './contract.ts'
import { numberIn, paths } from './paths.ts'
import { may, type WorkshopFacts } from './policy.ts'
import { standingOf } from './rules.ts'
import { positionOf } from './seats/sql.ts'
import * as sql from './sql.ts'
import { standingNames, workshopKindNames } from './words.ts'

const PAGE = 20
const MOST_DRAFTS = 50

/** Seats given up before are free. */
export const undoSince = (): Date => new Date(now().getTime() - UNDO_SECONDS * 1000)
export const lookOf = (actor: Actor | null) => ({
  personId: actor?.id ?? null,
  undoSince: undoSince(),
})

export const factsOf = (row: sql.WorkshopRow): WorkshopFacts => ({
  ...{ state: row.state, roles: row.roles, isLeader: row.isLeader },
  seat: row.seatState && { state: row.seatState, wasPresent: row.seatPresent },
})

/** A workshop for somebody who may see it. @throws NotFound otherwise */
export async function seenWorkshop(actor: Actor | null, number: number): Promise<sql.WorkshopRow> {
  const row = existing(await sql.findWorkshop({ number }, lookOf(actor)))
  if (!may.see(actor, factsOf(row))) throw new NotFound()
  return row
}

const named = ({ number, title }: { number: number; title: string }) => ({
  number,
  slug: slugOf(title),
})
export const pathOf = (row: { number: number; title: string }): string => paths.workshop(named(row))

/** What everybody may know: no name, and of the seats only how many are free. */
function lineOf(row: sql.WorkshopRow) {
  const { number, kind, title, startsAt, endsAt, place, roomName, seats, state } = row
  const free = Math.max(0, seats - row.held)
  return {
    ...{ id: row.id, number, slug: slugOf(title), kind, title, startsAt, endsAt, seats, free },
    ...{ state, standing: standingOf(row, free, now()), path: pathOf(row) },
    where: roomName ?? (place || 'Online'),
    seat: row.seatState && { state: row.seatState, deadline: row.seatDeadline },
  }
}
export type WorkshopLine = ReturnType<typeof lineOf>

/** What is to come or was, for everybody; drafts for the SMZ. */
export async function workshopsFor(
  actor: Actor | null,
  { page, isPast }: { page: number; isPast: boolean },
) {
  const look = lookOf(actor)
  const asked = { now: now(), limit: PAGE, offset: (page - 1) * PAGE }
  const canManage = actor !== null && may.manage(actor, {})
  const [rows, counts, drafts] = await Promise.all([
    isPast ? sql.listPast(look, asked) : sql.listComing(look, asked),
    sql.countListed(now()),
    canManage ? sql.listDrafts(look, MOST_DRAFTS) : [],
  ])
  return {
    workshops: paged(rows.map(lineOf), isPast ? counts.past : counts.coming, page, PAGE),
    drafts: drafts.map(lineOf),
    ...{ isPast, hasPast: counts.past > 0, can: { manage: canManage }, now: now() },
  }
}

/** The next ones that one can still come to, for the start of the lab and of the house. */
export async function nextWorkshops(actor: Actor | null, most: number): Promise<WorkshopLine[]> {
  const rows = await sql.listComing(lookOf(actor), { now: now(), limit: most + 10, offset: 0 })
  return rows
    .filter(({ state }) => state === 'published')
    .map(lineOf)
    .slice(0, most)
}

/** Where the actor has a seat, asks or waits: for "Meine Buchungen". */
export async function mySeats(actor: Actor): Promise<WorkshopLine[]> {
  const rows = await sql.listOfPerson(lookOf(actor), { since: now(), limit: 50 })
  return rows.map(lineOf)
}

/**
 * The page of a workshop.
 * @throws Moved when only the words of the address are old
 */
export async function workshopFor(actor: Actor | null, address: string) {
  const row = await seenWorkshop(actor, numberIn(address))
  const line = lineOf(row)
  if (line.path !== `${paths.list()}/${address}`) throw new Moved(line.path)
  const facts = factsOf(row)
  const [leaders, materials, position, schools] = await Promise.all([
    may.seeLeaders(actor, facts) ? sql.listLeaders(row.id) : [],
    listMaterials(row.id),
    row.seatState === 'waiting' && row.seatId ? positionOf(row.seatId) : 0,
    actor ? schoolNames(schoolsOf(actor)) : new Map<string, { name: string }>(),
  ])
  const seesLeaders = may.seeLeaders(actor, facts)
  return {
    workshop: {
      ...line,
      ...{ description: row.description, externalUrl: row.externalUrl, version: row.version },
      ...{ place: row.place, seatsPerSchool: row.seatsPerSchool, signupUntil: row.signupUntil },
      ...{ needsApproval: row.needsApproval, schoolForms: row.schoolForms, roles: row.roles },
      ...{ cancelReason: row.cancelReason, minParticipants: row.minParticipants },
      room: row.roomName &&
        row.roomSlug && { name: row.roomName, path: labPaths.offer(row.roomSlug) },
      link: may.seeLink(actor, facts) ? row.link : '',
      hasLink: row.link !== '',
      leaders: seesLeaders
        ? [...leaders.map(({ name }) => name), row.guestLeaders].filter(Boolean).join(', ')
        : '',
      materials,
    },
    mine: row.seatState && {
      ...{ state: row.seatState, deadline: row.seatDeadline, position, reason: row.seatReason },
      wasPresent: row.seatPresent,
    },
    schools: [...schools].map(([value, { name }]) => ({ value, label: name })),
    isSignedIn: actor !== null,
    clientKey: randomUUID(),
    can: abilitiesOf(actor, facts),
    now: now(),
  }
}
export type WorkshopView = Awaited<ReturnType<typeof workshopFor>>

function abilitiesOf(actor: Actor | null, facts: WorkshopFacts) {
  const asked = <F>(rule: (who: Actor, of: WorkshopFacts & F) => boolean) =>
    actor !== null && rule(actor, facts as WorkshopFacts & F)
  return {
    ...{ manage: asked(may.manage), lead: asked(may.lead), signUp: asked(may.signUp) },
    ...{ withdraw: asked(may.withdraw), answer: asked(may.answer), certify: asked(may.certify) },
  }
}

/** What the form of a new one needs. */
export async function newWorkshopFor(actor: Actor) {
  authorize(may.manage, actor, {})
  const [rooms, leaders] = await Promise.all([sql.listRooms(), sql.listPossibleLeaders(now())])
  return { clientKey: randomUUID(), rooms: rooms.map(roomChoice), leaders: leaders.map(choiceOf) }
}

const choiceOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
const roomChoice = ({ id, name, places }: { id: string; name: string; places: number | null }) => ({
  value: id,
  label: places ? `${name} (${places} Plätze)` : name,
})

/** What the form of editing is filled with. */
export async function workshopForEdit(actor: Actor, address: string) {
  const row = await seenWorkshop(actor, numberIn(address))
  authorize(may.manage, actor, {})
  const [choices, leading] = await Promise.all([newWorkshopFor(actor), sql.listLeaders(row.id)])
  const { kind, title, description, place, link, externalUrl, seats, seatsPerSchool } = row
  const names = new Map(
    [...choices.leaders, ...leading.map(choiceOf)].map((one) => [one.value, one]),
  )
  return {
    ...choices,
    leaders: [...names.values()],
    workshop: {
      ...{ path: pathOf(row), state: row.state, version: row.version, seatsHeld: row.held },
      ...{ kind, title, description, place, link, externalUrl, seats, seatsPerSchool },
      ...{ minParticipants: row.minParticipants, needsApproval: row.needsApproval },
      ...{ schoolForms: row.schoolForms, roles: row.roles, guestLeaders: row.guestLeaders },
      ...{ room: row.roomId, leaders: leading.map(({ id }) => id) },
      ...{ day: localDayOf(row.startsAt), from: localTimeOf(row.startsAt) },
      ...{ to: localTimeOf(row.endsAt), signupDay: localDayOf(row.signupUntil) },
    },
  }
}
export type WorkshopForm = Awaited<ReturnType<typeof workshopForEdit>>['workshop']

const thingOf = (row: sql.WorkshopRow): ThingCard => {
  const { kind, standing, path } = lineOf(row)
  const day = localDayOf(row.startsAt).split('-').toReversed().join('.')
  return {
    ...{ id: row.id, title: row.title, path },
    context: [workshopKindNames[kind], day, standingNames[standing]].join(' · '),
  }
}

export async function workshopCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(lookOf(actor), ids)
  return rows.filter((row) => may.see(actor, factsOf(row))).map(thingOf)
}

/** What the search finds, for visitors too: by its words and by the titles of its material. */
export async function searchWorkshops(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (words.length === 0) return []
  return (await sql.search(lookOf(actor), words, limit)).map(thingOf)
}

/** The workshop whose page has this address. */
export async function locateWorkshop(path: string): Promise<string | undefined> {
  const [, address] = /^\/medialab\/workshops\/(\d[a-z0-9-]*)$/.exec(path) ?? []
  return address === undefined ? undefined : sql.findId(numberIn(address))
}

/** Files of a workshop are its material: whoever may read it reads them, who leads it brings them. */
export async function workshopStanding(actor: Actor, id: string): Promise<ThingStanding> {
  const row = await sql.findWorkshop({ id }, lookOf(actor))
  const canRead = row !== undefined && may.see(actor, factsOf(row))
  return { canRead, canChange: canRead && may.lead(actor, factsOf(row)), plgId: null }
}

export const mayHearWorkshop = async (actor: Actor, id: string): Promise<boolean> =>
  (await workshopStanding(actor, id)).canRead
