import * as Y from 'yjs'

/** Far deeper than any text of ours may be, and far from where Yjs, which goes down by recursion, breaks. */
const DEEPEST = 200

type Struct = Y.Item | Y.GC | Y.Skip

/**
 * Can this update be taken into the document? Asked before anything of it is kept: it can be read, and what it
 * puts in has its place there, not too deep. What builds on something that is still to come, as it happens when
 * somebody comes back, waits in the document; but never so much that it could be too deep once it is there.
 *
 * @returns of how many pieces it is; undefined when it cannot
 */
export function weightOf(update: Uint8Array, doc: Y.Doc): number | undefined {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    if (!structs.every(isSomething) || structs.some(buildsOnLater) || !isInOrder(ds))
      return undefined
    const elements = structs.filter(isElement)
    if (elements.length === 0) return structs.length
    const places = placesIn(doc, structs)
    const depths = elements.map((element) => depthOf(element, places))
    const waiting = depths.filter((depth) => depth === undefined).length
    const isFine = depths.every((depth) => depth === undefined || depth <= DEEPEST)
    return isFine && (waiting === 0 || waiting + waitingIn(doc) <= DEEPEST)
      ? structs.length
      : undefined
  } catch {
    return undefined
  }
}

type Deleted = { clients: Map<number, { clock: number; len: number }[]> }

/** Elements that wait for what they build on. Yjs keeps them in its second format. */
function waitingIn({ store }: Y.Doc): number {
  if (!store.pendingStructs) return 0
  const { structs } = Y.decodeUpdateV2(store.pendingStructs.update)
  return structs.filter(isElement).length
}

/** A piece of no length is taken in by Yjs, but the document that holds it can never be loaded again. */
const isSomething = ({ length }: Struct) => length > 0

/** On something that its own writer is still to write, which Yjs does not expect. */
function buildsOnLater(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return false
  const { id, origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent].some(
    (other) => other instanceof Y.ID && other.client === id.client && other.clock >= id.clock,
  )
}

/** What is deleted: stretches that are something, one after the other. */
function isInOrder({ clients }: Deleted): boolean {
  return [...clients.values()].every((stretches) => {
    let end = 0
    return stretches.every(({ clock, len }) => {
      const isFine = len > 0 && clock >= end
      end = clock + len
      return isFine
    })
  })
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

/** @returns undefined when it builds on something that is not there */
function depthOf(element: Struct, places: Places): number | undefined {
  let depth = 0
  let at: Struct | null | undefined = element
  for (; at && depth <= DEEPEST; depth++) at = parentOf(at, places)
  return at === undefined ? undefined : depth
}

/**
 * The element something stands in; null at the root, undefined when that is not there. What comes from outside
 * names its parent, or only a neighbour, which may name only its neighbour in turn.
 */
function parentOf(struct: Struct, { at, parents, longestRow }: Places): Struct | null | undefined {
  const row: Struct[] = []
  let next: Struct | undefined = struct
  let parent: Struct | null | undefined
  while (next && parent === undefined && row.length <= longestRow) {
    parent = parents.get(next)
    if (parent !== undefined) break
    row.push(next)
    if (!(next instanceof Y.Item)) parent = null
    else if (next.parent instanceof Y.ID) {
      parent = at(next.parent)
      break
    } else if (next.parent instanceof Y.AbstractType) parent = next.parent._item
    else if (next.parent !== null) parent = null
    else next = neighbourOf(next, at)
  }
  if (parent !== undefined) for (const one of row) parents.set(one, parent)
  return parent
}

function neighbourOf({ origin, rightOrigin }: Y.Item, at: Places['at']): Struct | undefined {
  const id = origin ?? rightOrigin
  return id ? at(id) : undefined
}
