import { actorOfPerson } from '#server/auth/session.ts'
import type { Actor } from '#server/auth/actor.ts'
import { wishOf } from '../rules.ts'
import * as sql from '../sql.ts'
import { aboutFor, dateFor, stampOf } from '../views.ts'
import { linkWords } from '../words.ts'
import { hashOf, opensFeed } from './rules.ts'

const KEY = /^[A-Za-z0-9_-]{43}$/

/** The booking behind a link with the person in whose name it is changed there. */
export async function behindLink(
  key: string,
): Promise<{ row: sql.BookingRow; actor: Actor | null } | undefined> {
  if (!KEY.test(key)) return undefined
  const row = await sql.findBooking({ linkHash: hashOf(key) })
  if (!row) return undefined
  return { row, actor: row.personId === null ? null : await actorOfPerson(row.personId) }
}

const FEED_KEY = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/

/** The booking whose calendar has this address. */
export async function behindFeed(key: string): Promise<sql.BookingRow | undefined> {
  const [, id, signature = ''] = FEED_KEY.exec(key) ?? []
  const row = id === undefined ? undefined : await sql.findBooking({ id })
  return row && opensFeed(row, signature) ? row : undefined
}

/** What one sees who follows the link of a letter. Looking changes nothing: mail scanners open links. */
export async function linkFor(key: string) {
  const found = await behindLink(key)
  if (!found) return { why: linkWords.unknown, booking: null, dates: [] }
  const { row, actor } = found
  if (!actor) return { why: linkWords.gone, booking: null, dates: [] }
  const rows = await sql.listDates([row.id])
  const dates = rows.map((date) => ({ ...dateFor(actor, row, date), typed: wishOf(date) }))
  const isOpen = dates.some(({ can }) => can.cancel || can.move || can.restore)
  return {
    why: isOpen ? null : linkWords.over,
    booking: { ...aboutFor(row), phone: '', version: stampOf(row, rows) },
    dates,
  }
}
