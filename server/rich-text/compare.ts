import type { CheckedContent } from './check.ts'
import { align, type Effort, fullEffort, type Step } from './comparison/align.ts'
import type { Counts } from './comparison/contract.ts'
import { compareLines, type Part } from './comparison/lines.ts'
import { type TextSection, textSectionsOf } from './comparison/sections.ts'
import { compareTables, type TableChange } from './comparison/tables.ts'
import { nameOf, notes } from './comparison/words.ts'
import { withoutComments } from './without-comments.ts'

/** What became of one section. */
export type Difference =
  | { kind: 'equal'; before: TextSection; after: TextSection }
  | { kind: 'inserted'; after: TextSection; isMoved: boolean }
  | { kind: 'deleted'; before: TextSection; isMoved: boolean }
  | {
      kind: 'changed'
      before: TextSection
      after: TextSection
      notes: string[]
      /** The words of a line or of a picture's description. */
      parts: Part[]
      table?: TableChange
    }

export type Comparison = { counts: Counts; differences: Difference[] }

/**
 * Compares two texts: sections first, then the words inside those that changed. Comments are no part of the text.
 * Costs about as much as the texts are long; where they differ in a hostile way it gets coarser instead of slower.
 */
export function compareContents(before: CheckedContent, after: CheckedContent): Comparison {
  const effort = fullEffort()
  const old = textSectionsOf(withoutComments(before), effort)
  const fresh = textSectionsOf(withoutComments(after), effort)
  const differences = withMoves(align(old, fresh, effort).map((step) => differenceOf(step, effort)))
  return { counts: countsOf(differences), differences }
}

function differenceOf(step: Step<TextSection>, effort: Effort): Difference {
  if (!('after' in step)) return { kind: 'deleted', before: step.before, isMoved: false }
  if (!('before' in step)) return { kind: 'inserted', after: step.after, isMoved: false }
  const { before, after } = step
  if (before.key === after.key) return { kind: 'equal', before, after }
  return changeOf(before, after, effort)
}

function changeOf(before: TextSection, after: TextSection, effort: Effort): Difference {
  const frame = frameNotes(before, after)
  if (after.node.type === 'table') {
    const table = compareTables(before.node, after.node, effort)
    const isSame = table.rows.every(({ kind }) => kind === 'equal')
    const structure = isSame && frame.length === 0 ? [notes.structure] : []
    return {
      ...{ kind: 'changed', before, after, table, parts: [] },
      notes: [...frame, ...table.notes, ...structure],
    }
  }
  const isPicture = after.node.type === 'image'
  const parts = compareLines(before.line(), after.line(), effort)
  const own = isPicture ? pictureNotes(before, after) : lookNotes(parts)
  const all = [...frame, ...own]
  if (all.length === 0 && parts.every(({ kind }) => kind === 'equal'))
    return { kind: 'equal', before, after }
  return { kind: 'changed', before, after, notes: all, parts }
}

/** What changed about a section beside its words. */
function frameNotes(before: TextSection, after: TextSection): string[] {
  const [was, is] = [nameFor(before), nameFor(after)]
  const found = was === is ? placeNotes(before, after) : [notes.nowIs(is, was)]
  const checked = after.frame.item?.checked
  if (checked !== undefined && before.frame.item?.checked === !checked)
    found.push(checked ? notes.done : notes.open)
  const quotes = after.frame.quotes - before.frame.quotes
  if (quotes !== 0) found.push(quotes > 0 ? notes.quoted : notes.unquoted)
  return found
}

function placeNotes(before: TextSection, after: TextSection): string[] {
  const [old, level] = [levelOf(before), levelOf(after)]
  const deeper = after.frame.lists.length - before.frame.lists.length
  return [
    ...(old === level ? [] : [notes.level(level, old)]),
    ...(deeper === 0 ? [] : [deeper > 0 ? notes.deeper : notes.higher]),
  ]
}

const levelOf = ({ node }: TextSection) => Number(node.attrs?.level ?? 0)

const nameFor = ({ node, frame }: TextSection) =>
  nameOf(node.type, frame.item && frame.lists.at(-1))

function lookNotes(parts: Part[]): string[] {
  const isOnlyLook =
    parts.some(({ kind }) => kind === 'formatted') &&
    parts.every(({ kind }) => kind === 'equal' || kind === 'formatted')
  return isOnlyLook ? [notes.onlyLook] : []
}

function pictureNotes({ node: before }: TextSection, { node: after }: TextSection): string[] {
  const found: string[] = []
  if (before.attrs?.file !== after.attrs?.file) found.push(notes.pictureReplaced)
  if (before.attrs?.alt !== after.attrs?.alt) found.push(notes.alt)
  if (before.attrs?.decorative !== after.attrs?.decorative)
    found.push(after.attrs?.decorative === true ? notes.decorative : notes.meaningful)
  return found
}

/** Fewer words than this stand in many places. */
const FEWEST_MOVED = 3

/** What went in one place and came in another was moved. */
function withMoves(differences: Difference[]): Difference[] {
  const gone = new Map<string, Extract<Difference, { kind: 'deleted' }>[]>()
  for (const one of differences)
    if (one.kind === 'deleted') {
      const same = gone.get(one.before.key)
      if (same) same.push(one)
      else gone.set(one.before.key, [one])
    }
  for (const one of differences) {
    if (one.kind !== 'inserted' || one.after.bag().length < FEWEST_MOVED) continue
    const from = gone.get(one.after.key)?.pop()
    if (!from) continue
    from.isMoved = true
    one.isMoved = true
  }
  return differences
}

function countsOf(differences: Difference[]): Counts {
  const counts: Counts = { changed: 0, added: 0, removed: 0, moved: 0 }
  for (const one of differences) {
    if (one.kind === 'changed') counts.changed += 1
    if (one.kind === 'inserted') counts[one.isMoved ? 'moved' : 'added'] += 1
    if (one.kind === 'deleted' && !one.isMoved) counts.removed += 1
  }
  return counts
}
