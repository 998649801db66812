import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { readableCards } from '#server/platform/things.ts'
import { listNorms } from '../sql.ts'
import { abilitiesOf, insideSession, type Place } from '../views.ts'
import * as sql from './sql.ts'

/** The page that all have open while they meet. */
export async function liveFor(actor: Actor, place: Place) {
  const { plg, proof, session, facts } = await insideSession(actor, place)
  const { id, number, title, startsAt, endsAt, state, agenda, notesDocumentId } = session
  const notes = notesDocumentId && { thingKind: 'document', thingId: notesDocumentId }
  const [run, norms, cards] = await Promise.all([
    sql.findRun(id),
    listNorms(proof),
    notes ? readableCards(actor, [notes]) : undefined,
  ])
  return {
    plg,
    session: { id, number, title, startsAt, endsAt, state },
    run: run ?? null,
    planned: agenda.flatMap(({ protocol }) => protocol ?? []),
    norms,
    notes: cards?.values().next().value ?? null,
    /** By the clock of the house, for browsers whose own goes wrong. */
    serverNow: now().getTime(),
    can: abilitiesOf(actor, facts),
  }
}
