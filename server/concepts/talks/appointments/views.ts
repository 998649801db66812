import { type Actor, hasSchoolRole, schoolsOf } from '#server/auth/actor.ts'
import type { CalendarSource } from '#server/platform/calendar.ts'
import { settings } from '#server/platform/env.ts'
import { paths } from '../paths.ts'
import * as sql from './sql.ts'

/** Proposals of both sides that are open, and the one that was taken. */
export const datesOfTalk = (talkId: string) => sql.listDates(talkId)

/** Schools for which the actor speaks. */
export const ledBy = (actor: Actor) =>
  schoolsOf(actor).filter((id) =>
    hasSchoolRole(actor, ['principal', 'deputy_principal', 'digital_officer'], id),
  )

/** The talks that are agreed with the actor, for their own calendar. */
export const talkDates: CalendarSource = async (actor, span) => {
  const rows = await sql.listAgreedDates(actor.id, { ...span, schoolIds: ledBy(actor) })
  return rows.map(({ id, number, school, place, version, ...times }) => ({
    id: `gespraech-${id}`,
    sequence: version,
    ...times,
    isCancelled: false,
    summary: `Ausstattungsgespräch: ${school}`,
    location: place,
    description: '',
    url: new URL(paths.talk(number), settings().origin).href,
  }))
}
