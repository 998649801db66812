import type { Connection, Document } from '@hocuspocus/server'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { fullName } from '#server/auth/actor.ts'
import type { Line } from './line.ts'

const CARET_COLOURS = 8
/** A browser shows one; after coming back it may be another for a while. */
const MOST_CARETS = 3
const LARGEST_CARET = 2_000

type States = Map<number, Record<string, unknown>>
type Where = { document: Document; own: Set<number> }

/** Names come from the session: nobody writes under another's, or moves another's caret. */
export function signCarets(states: States, { actor }: Line, { document, own }: Where): void {
  const name = fullName(actor)
  const shown = document.awareness.getStates() as States
  let room = MOST_CARETS
  for (const [client, state] of states) {
    const isNew = !own.has(client)
    if (room <= 0 || (isNew && own.size >= MOST_CARETS) || isAnothers(shown.get(client), name))
      states.delete(client)
    else {
      room -= 1
      states.set(client, { ...caretIn(state), user: { name, colour: client % CARET_COLOURS } })
    }
  }
}

const isAnothers = (shown: Record<string, unknown> | undefined, name: string) =>
  shown !== undefined && (shown.user as { name?: string } | undefined)?.name !== name

function caretIn({ cursor }: Record<string, unknown>) {
  return cursor !== undefined && JSON.stringify(cursor).length <= LARGEST_CARET ? { cursor } : {}
}

let scratch: Awareness | undefined

/**
 * Takes in where somebody's caret is. Hocuspocus would make a document of its own for each of them, which costs
 * as much as the key itself.
 */
export function takeCarets(connection: Connection, line: Line, update: Uint8Array): void {
  scratch ??= new Awareness(new Y.Doc())
  const { document } = connection
  try {
    applyAwarenessUpdate(scratch, update, null)
    const states = scratch.getStates() as States
    signCarets(states, line, { document, own: document.getClients(connection) as Set<number> })
    const signed = encodeAwarenessUpdate(scratch, [...states.keys()])
    applyAwarenessUpdate(document.awareness, signed, { source: 'connection', connection })
  } catch {
    line.drop(1003, 'not understood')
  } finally {
    scratch.states.clear()
    scratch.meta.clear()
  }
}
