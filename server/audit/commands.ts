import { type Actor, fullName } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import * as sql from './sql.ts'

/** What happened to which thing. `details` are facts for the protocol, never the content of messages. */
export type AuditFacts = {
  action: string
  thingKind: string
  thingId: string
  details?: Record<string, unknown>
}

/**
 * Writes one line of the append-only protocol. Call it inside the transaction of the act itself: an act
 * without its line, or a line without its act, cannot exist.
 *
 * @param by the actor, or the name of a machine's part, e.g. "Befehlszeile"
 */
export function record(by: Actor | string, facts: AuditFacts): Promise<void> {
  return sql.insertEntry({
    at: now(),
    actorId: typeof by === 'string' ? null : by.id,
    actorName: typeof by === 'string' ? by : fullName(by),
    action: facts.action,
    thingKind: facts.thingKind,
    thingId: facts.thingId,
    details: JSON.stringify(facts.details ?? {}),
  })
}
