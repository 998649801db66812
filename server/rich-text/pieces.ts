import * as Y from 'yjs'

/** Far deeper than any text of ours may be, and far from where Yjs, which goes down by recursion, breaks. */
const DEEPEST = 200

type Struct = Y.Item | Y.GC | Y.Skip

/**
 * Can this update be taken into the document? Asked before anything of it is kept: it can be read, and what it
 * puts in has its place there, not too deep.
 *
 * @returns of how many pieces it is; undefined when it cannot
 */
export function weightOf(update: Uint8Array, doc: Y.Doc): number | undefined {
  try {
    const { structs } = Y.decodeUpdate(update) as { structs: Struct[] }
    const elements = structs.filter(isElement)
    const places = elements.length > 0 ? placesIn(doc, structs) : undefined
    const isFine = elements.every((element) => places && isShallow(element, places))
    return isFine ? structs.length : undefined
  } catch {
    return undefined
  }
}

/** How many pieces Yjs holds a document in, deleted ones among them: what it costs in memory. */
export function structsIn({ store }: Y.Doc): number {
  let count = 0
  for (const structs of store.clients.values()) count += structs.length
  return count
}

const isElement = (struct: Struct): struct is Y.Item =>
  struct instanceof Y.Item && struct.content instanceof Y.ContentType

type Places = {
  at: (id: Y.ID) => Struct | undefined
  parents: Map<Struct, Struct | null>
  longestRow: number
}

function placesIn({ store }: Y.Doc, structs: Struct[]): Places {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const all = byClient.get(struct.id.client) ?? []
    byClient.set(struct.id.client, all)
    all.push(struct)
  }
  return {
    parents: new Map(),
    longestRow: structs.length + 1,
    at: ({ client, clock }) =>
      clock < Y.getState(store, client)
        ? within(store.clients.get(client) ?? [], clock)
        : within(byClient.get(client) ?? [], clock),
  }
}

function within(structs: Struct[], clock: number): Struct | undefined {
  let [low, high] = [0, structs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (!struct) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

function isShallow(element: Struct, places: Places): boolean {
  let depth = 0
  for (let at: Struct | null = element; at; at = parentOf(at, places))
    if (++depth > DEEPEST) return false
  return true
}

/**
 * The element something stands in; null at the root. What comes from outside names its parent, or only a
 * neighbour, which may name only its neighbour in turn.
 *
 * @throws when it builds on something that is not there
 */
function parentOf(struct: Struct, { at, parents, longestRow }: Places): Struct | null {
  const row: Struct[] = []
  let parent: Struct | null | undefined
  for (let next: Struct = struct; parent === undefined;) {
    parent = parents.get(next)
    if (parent !== undefined) break
    if (row.length > longestRow) throw new Error('goes round in circles')
    row.push(next)
    if (!(next instanceof Y.Item)) parent = null
    else if (next.parent instanceof Y.ID) parent = existing(at(next.parent))
    else if (next.parent instanceof Y.AbstractType) parent = next.parent._item
    else if (next.parent !== null) parent = null
    else next = existing(at(existing(next.origin ?? next.rightOrigin)))
  }
  for (const one of row) parents.set(one, parent)
  return parent
}

function existing<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new Error('builds on nothing')
  return found
}
