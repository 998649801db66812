import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { may } from '../policy.ts'
import * as sql from './sql.ts'

/** What a principal sees of the PLGs of the school: outer facts, the own delegates, and what to decide. */
export async function consentsFor(actor: Actor, slug: string) {
  const school = existing(await sql.findSchool(slug))
  authorize(may.decideConsent, actor, { schoolId: school.id })
  const seats = await sql.listSeatsOf(school.id)
  return {
    school,
    // The address of a closed PLG leads its principal nowhere.
    seats: seats.map((seat) => ({ ...seat, slug: seat.joining === 'closed' ? null : seat.slug })),
  }
}

export type Seat = Awaited<ReturnType<typeof consentsFor>>['seats'][number]
