import type { Pointer } from '#server/rich-text/contract.ts'
import { type Kept, keyOf } from './contract.ts'

const KIND = /^[a-z][a-z-]{0,39}$/
const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Could there be such a thing? Anything else is a name of nothing and never reaches the database. */
export const isPointer = ({ kind, id }: Pointer) => KIND.test(kind) && ID.test(id)

/** The pointer behind "kind:id"; undefined when it is none. */
export function pointerOf(text: string): Pointer | undefined {
  const [kind = '', id = '', ...rest] = text.toLowerCase().split(':')
  const pointer = { kind, id }
  return rest.length === 0 && isPointer(pointer) ? pointer : undefined
}

/** What a text of `from` may point at: each thing once, never itself, the first so many. */
export function pointingFrom(from: Pointer, wanted: Pointer[], most: number): Pointer[] {
  const found = new Map<string, Pointer>()
  for (const { kind, id } of wanted) {
    const pointer = { kind, id: id.toLowerCase() }
    if (isPointer(pointer) && keyOf(pointer) !== keyOf(from)) found.set(keyOf(pointer), pointer)
    if (found.size === most) break
  }
  return [...found.values()]
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Searches look into whole descriptions; who types a name means what is called so. */
export function titlesFirst<Card extends { title: string }>(
  cards: Card[],
  words: string[],
): Card[] {
  const isCalledSo = ({ title }: Card) => words.every((word) => plain(title).includes(plain(word)))
  return [...cards.filter(isCalledSo), ...cards.filter((card) => !isCalledSo(card))]
}

/** At most so many entries over all groups: every group gets its share, in their order. */
export function shareOut<Group extends { cards: unknown[] }>(
  groups: Group[],
  most: number,
): Group[] {
  const shares = groups.map(() => 0)
  let left = Math.min(
    most,
    groups.reduce((sum, { cards }) => sum + cards.length, 0),
  )
  while (left > 0)
    groups.forEach(({ cards }, at) => {
      if (left === 0 || cards.length === shares[at]) return
      shares[at] = (shares[at] ?? 0) + 1
      left -= 1
    })
  return groups
    .map((group, at) => ({ ...group, cards: group.cards.slice(0, shares[at]) }))
    .filter(({ cards }) => cards.length > 0)
}

/** Where a path may begin: at the start, behind a space, or behind what brackets and quotes it. */
const PATH = /(^|[\s(<"'„»])(\/[a-z][a-z0-9/-]*)/g
const LONGEST_PATH = 300

/** The paths of our own pages that stand in a plain text, with our address before them or without. Each once. */
export function pathsIn(text: string, origin: string): string[] {
  // Our own address becomes a plain path behind a space, so that both are found alike.
  const plain = text.replaceAll(`${origin}/`, ' /')
  const paths = [...plain.matchAll(PATH)]
    .map(([, , path = '']) => path.replace(/[/-]+$/, ''))
    .filter((path) => path.length > 1 && path.length <= LONGEST_PATH)
  return [...new Set(paths)]
}

const sameness = (one: Kept) => [one.fromKind, one.fromId, one.kind, one.toKind, one.toId].join(' ')

/**
 * How to part two things that were merged: what has to go from the one that holds both now, and what stands again as it
 * was. What somebody has disconnected since stays away; what was connected since stays where it is.
 */
export function partedFrom(
  before: { from: Kept[]; to: Kept[] },
  { from, to }: { from: Pointer; to: Pointer },
  current: Kept[],
): { gone: Kept[]; back: Kept[] } {
  const now = new Set(current.map(sameness))
  const own = new Map(before.to.map((one) => [sameness(one), one]))
  const gone: Kept[] = []
  const back: Kept[] = []
  for (const kept of before.from) {
    const moved = movedOver(kept, from, to)
    const isDropped = moved.fromKind === moved.toKind && moved.fromId === moved.toId
    if (!isDropped && !now.has(sameness(moved))) continue
    back.push(kept)
    if (isDropped) continue
    const ownOne = own.get(sameness(moved))
    if (ownOne) back.push(ownOne)
    else gone.push(moved)
  }
  return { gone, back }
}

function movedOver(kept: Kept, from: Pointer, to: Pointer): Kept {
  const isIt = (kind: string, id: string) => kind === from.kind && id === from.id
  return {
    ...kept,
    ...(isIt(kept.fromKind, kept.fromId) ? { fromKind: to.kind, fromId: to.id } : {}),
    ...(isIt(kept.toKind, kept.toId) ? { toKind: to.kind, toId: to.id } : {}),
  }
}
