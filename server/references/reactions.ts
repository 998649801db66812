import { actorOfPerson } from '#server/auth/session.ts'
import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { readableCards } from '#server/platform/things.ts'
import type { Pointer } from '#server/rich-text/contract.ts'
import { keyOf } from './contract.ts'
import { personsMentioned } from './events.ts'
import * as sql from './sql.ts'

const MENTIONED = 'references.mentioned'

/** Those who may read the thing at this moment. */
async function readersAmong(personIds: string[], { kind, id }: Pointer): Promise<string[]> {
  const readers: string[] = []
  for (const personId of personIds) {
    const actor = await actorOfPerson(personId)
    const cards = actor && (await readableCards(actor, [{ thingKind: kind, thingId: id }]))
    if (cards?.has(keyOf({ kind, id }))) readers.push(personId)
  }
  return readers
}

export const reactions = [
  // A mention that went and came back is told once: whoever has a line about it gets no second one.
  durable(personsMentioned, 'references.tell-mentioned', async ({ from, actorId, personIds }) => {
    await sql.lockThing(from)
    const readers = await readersAmong(await sql.listUntold(from, personIds, MENTIONED), from)
    if (readers.length === 0) return
    await notify({
      kind: MENTIONED,
      thing: from,
      actorId,
      audience: sql.amongPersons(readers),
      mail: 'soon',
    })
  }),
]
