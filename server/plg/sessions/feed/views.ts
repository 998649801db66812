import { createHash, createHmac } from 'node:crypto'
import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { actorOfPerson } from '#server/auth/session.ts'
import {
  type CalendarEvent,
  calendarOf,
  type CalendarSource,
  datesOf,
} from '#server/platform/calendar.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { secretsFor } from '#server/platform/secrets.ts'
import { isUnnamed } from '../../contract.ts'
import { paths as plgPaths } from '../../paths.ts'
import { paths } from '../paths.ts'
import { insideSession, type Place } from '../views.ts'
import { FEED_DAYS_BACK, FEED_MOST } from './contract.ts'
import { feedPath } from './paths.ts'
import { wordsOf } from './rules.ts'
import * as sql from './sql.ts'

const PURPOSE = 'calendar'
const DAY_IN_MS = 86_400_000
const KEY = /^[A-Za-z0-9_-]{43}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the database keeps of a key. */
export const hashOfKey = (key: string) => createHash('sha256').update(key).digest()

/**
 * The secret part of a calendar's address. It follows from a secret of the house, the person and the moment it was
 * made, so that the page can show it again though only its hash is kept.
 */
export const keysOf = (personId: string, madeAt: Date): string[] =>
  secretsFor(PURPOSE).map((secret) =>
    createHmac('sha256', secret).update(`${personId} ${madeAt.toISOString()}`).digest('base64url'),
  )

type Row = Awaited<ReturnType<typeof sql.findOne>>

const eventOf = (row: Row): CalendarEvent => ({
  ...wordsOf(row),
  id: `termin-${row.id}`,
  ...{ sequence: row.sequence, startsAt: row.startsAt, endsAt: row.endsAt },
  changedAt: row.changedAt,
  isCancelled: row.state === 'cancelled',
  // The address of the page would tell the title.
  url: new URL(
    isUnnamed(row) ? plgPaths.list() : paths.session(row.slug, row.number),
    settings().origin,
  ).href,
})

/** One meeting as a file for the calendar. */
export async function icsFor(actor: Actor, place: Place) {
  const { session, proof } = await insideSession(actor, place)
  const row = await sql.findOne(proof, session.id)
  return { name: `termin-${row.number}.ics`, text: calendarOf('Lernen 25', [eventOf(row)]) }
}

/** The meetings of the actor's PLGs. */
export const meetingDates: CalendarSource = async (actor, { since, limit }) => {
  const rows = await sql.listOfPerson(actor.id, { since, plgId: undefined, limit })
  return rows.map(eventOf)
}

/**
 * What the address of a calendar answers: the person's rights are asked at every request.
 *
 * @returns undefined when nobody has this key, or not any more
 */
export async function feedFor(key: string, plg: string | undefined): Promise<string | undefined> {
  if (!KEY.test(key) || (plg !== undefined && !UUID.test(plg))) return undefined
  const personId = await sql.findOwner(hashOfKey(key))
  const actor = personId === undefined ? null : await actorOfPerson(personId)
  if (!actor || !isConfirmed(actor)) return undefined
  const since = new Date(now().getTime() - FEED_DAYS_BACK * DAY_IN_MS)
  if (plg === undefined)
    return calendarOf('Lernen 25', await datesOf(actor, { since, limit: FEED_MOST }))
  const rows = await sql.listOfPerson(actor.id, { since, plgId: plg, limit: FEED_MOST })
  return calendarOf('Lernen 25', rows.map(eventOf))
}

/** The page on which somebody gets, renews or ends the address of the own calendar. */
export async function calendarFor(actor: Actor) {
  const [kept, plgs] = await Promise.all([sql.findKey(actor.id), sql.listPlgs(actor.id)])
  const key =
    kept && keysOf(actor.id, kept.madeAt).find((one) => hashOfKey(one).equals(kept.keyHash))
  const address = (plgId?: string) =>
    key === undefined ? null : new URL(feedPath(key, plgId), settings().origin).href
  return {
    madeAt: kept?.madeAt ?? null,
    address: address(),
    plgs: isConfirmed(actor) ? plgs.map(({ id, title }) => ({ title, address: address(id) })) : [],
  }
}
