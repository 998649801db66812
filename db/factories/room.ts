import { randomUUID } from 'node:crypto'

/** A made-up kind of thing to which others belong, for trying out what hangs on things: who may what is said by the test. */
export function aRoomKind(kind = 'room') {
  const readers = new Map<string, Set<string>>()
  const writers = new Map<string, Set<string>>()
  const plgs = new Map<string, string>()
  const has = (of: Map<string, Set<string>>, id: string, who: { id: string }) =>
    of.get(id)?.has(who.id) ?? false
  const add = (to: Map<string, Set<string>>, id: string, who: { id: string }) =>
    void to.set(id, (to.get(id) ?? new Set()).add(who.id))
  return {
    kind,
    word: 'Raum',
    standing: (actor: { id: string }, id: string) =>
      Promise.resolve({
        canRead: has(readers, id, actor),
        canChange: has(writers, id, actor),
        plgId: plgs.get(id) ?? null,
      }),
    cards: (actor: { id: string }, ids: string[]) =>
      Promise.resolve(
        ids
          .filter((id) => has(readers, id, actor))
          .map((id) => ({ id, title: 'Raum', context: '', path: `/raum/${id}` })),
      ),
    /** A room that these may change and those may only read. */
    aRoom(people: { writers?: { id: string }[]; readers?: { id: string }[]; plgId?: string }) {
      const id: string = randomUUID()
      for (const who of people.writers ?? []) add(writers, id, who)
      for (const who of [...(people.writers ?? []), ...(people.readers ?? [])])
        add(readers, id, who)
      if (people.plgId) plgs.set(id, people.plgId)
      return { kind, id }
    },
    /** Whoever leaves reads nothing more. */
    leaves(room: { id: string }, who: { id: string }) {
      readers.get(room.id)?.delete(who.id)
      writers.get(room.id)?.delete(who.id)
    },
  }
}
