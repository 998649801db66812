import type { Content } from '../contract.ts'
import { joined, lookOf } from '../without-comments.ts'
import { type Effort, numbering, shortestWay } from './align.ts'
import { isSpace, type Line, piecesOf, wordsAmong } from './tokens.ts'

/** A stretch of a line. What was inserted has no before, what was deleted no after; formatted has the same words. */
export type Part = {
  kind: 'equal' | 'inserted' | 'deleted' | 'formatted'
  before: Content[]
  after: Content[]
}

/** From which token to which, in each line. */
type Run = { before: [number, number]; after: [number, number]; isEqual: boolean }

/** Fewer words that stayed than this, and the line reads better as gone and new. */
const REWRITTEN = 0.25

/** Compares two lines word by word. Equal and inserted make the new line, equal and deleted the old one. */
export function compareLines(before: Line, after: Line, effort: Effort): Part[] {
  const raw = runsOf(before.keys, after.keys, effort)
  const found = withoutConfetti(slid(raw, before.keys, after.keys), after.keys)
  const isRewritten = sharedWords(found, before.keys, after.keys) < REWRITTEN
  const whole: Run = {
    before: [0, before.keys.length],
    after: [0, after.keys.length],
    isEqual: false,
  }
  return (isRewritten ? [whole] : found).flatMap((run) =>
    run.isEqual ? partsOfEqual(run, before, after) : partsOfChange(run, before, after),
  )
}

function runsOf(before: string[], after: string[], effort: Effort): Run[] {
  const numbers = numbering()
  const old = before.map(numbers)
  const fresh = after.map(numbers)
  const shorter = Math.min(old.length, fresh.length)
  let start = 0
  while (start < shorter && old[start] === fresh[start]) start += 1
  let end = 0
  while (end < shorter - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1
  const gone = old.length - start - end
  const came = fresh.length - start - end
  const way = shortestWay(
    old.slice(start, start + gone),
    fresh.slice(start, start + came),
    effort,
  )?.map(({ added, removed, count }) => ({
    gone: added ? 0 : count,
    came: removed ? 0 : count,
    isEqual: !added && !removed,
  })) ?? [{ gone, came, isEqual: false }]
  return asRuns([
    { gone: start, came: start, isEqual: true },
    ...way,
    { gone: end, came: end, isEqual: true },
  ])
}

type Length = { gone: number; came: number; isEqual: boolean }

/** Neighbours of the same sort become one: a change is what went and what came in its place. */
function asRuns(lengths: Length[]): Run[] {
  const runs: Run[] = []
  let i = 0
  let j = 0
  for (const { gone, came, isEqual } of lengths) {
    const last = runs.at(-1)
    if (last?.isEqual === isEqual) {
      last.before[1] += gone
      last.after[1] += came
    } else if (gone + came > 0) runs.push({ before: [i, i + gone], after: [j, j + came], isEqual })
    i += gone
    j += came
  }
  return runs
}

const length = ([from, to]: [number, number]) => to - from

/**
 * "größer ist" became "am größten ist": the space that stayed is taken for the one behind "größten", so that both
 * words are one change. Which of two spaces stayed nobody can say.
 */
function slid(runs: Run[], before: string[], after: string[]): Run[] {
  const lengths: Length[] = []
  runs.forEach((run, at) => {
    const gap = runs[at - 1]
    const last = length(run.after) > 0 ? after[run.after[1] - 1] : before[run.before[1] - 1]
    const isOneSided = length(run.before) === 0 || length(run.after) === 0
    const isGap = gap?.isEqual && length(gap.after) === 1 && after[gap.after[0]] === ' '
    const own = { gone: length(run.before), came: length(run.after), isEqual: run.isEqual }
    if (!run.isEqual && at > 1 && isGap && isOneSided && last === ' ')
      lengths.splice(-1, 1, own, { gone: 1, came: 1, isEqual: true })
    else lengths.push(own)
  })
  return asRuns(lengths)
}

/** "zwei Hefte" became "drei Bücher": read as one change, not as two around a space. */
function withoutConfetti(runs: Run[], after: string[]): Run[] {
  const isReplaced = (run?: Run) =>
    run?.isEqual === false && length(run.before) > 0 && length(run.after) > 0
  return asRuns(
    runs.map((run, at) => ({
      gone: length(run.before),
      came: length(run.after),
      isEqual:
        run.isEqual &&
        !(
          isReplaced(runs[at - 1]) &&
          isReplaced(runs[at + 1]) &&
          after.slice(...run.after).every(isSpace)
        ),
    })),
  )
}

/** How much of all words stayed, from 0 to 1. */
function sharedWords(runs: Run[], before: string[], after: string[]): number {
  const all = wordsAmong(before).length + wordsAmong(after).length
  const stayed = runs.flatMap((run) =>
    run.isEqual ? wordsAmong(after.slice(...run.after)) : [],
  ).length
  return all === 0 ? 1 : (2 * stayed) / all
}

function partsOfChange(run: Run, before: Line, after: Line): Part[] {
  const gone = piecesOf(before, ...run.before)
  const came = piecesOf(after, ...run.after)
  return [
    ...(gone.length > 0 ? [{ kind: 'deleted' as const, before: gone, after: [] }] : []),
    ...(came.length > 0 ? [{ kind: 'inserted' as const, before: [], after: came }] : []),
  ]
}

/** The same words may look another way now: bold, a link. */
function partsOfEqual(run: Run, before: Line, after: Line): Part[] {
  const [i, j] = [run.before[0], run.after[0]]
  const parts: Part[] = []
  const isPlain = !hasMarks(before) && !hasMarks(after)
  const add = (kind: Part['kind'], from: number, to: number) =>
    parts.push({
      kind,
      before: piecesOf(before, i + from, i + to),
      after: piecesOf(after, j + from, j + to),
    })
  const size = length(run.after)
  let from = 0
  let kind: Part['kind'] = 'equal'
  for (let at = 0; at < size && !isPlain; at++) {
    const isSame =
      isSpace(after.keys[j + at] ?? '') || looksOf(before, i + at) === looksOf(after, j + at)
    const own = isSame ? 'equal' : 'formatted'
    if (own !== kind && at > from) {
      add(kind, from, at)
      from = at
    }
    kind = own
  }
  add(kind, from, size)
  return parts
}

const hasMarks = ({ nodes }: Line) => nodes.some(({ marks }) => marks?.length)

const looksOf = (line: Line, at: number) =>
  joined(piecesOf(line, at, at + 1))
    .map((piece) => `${piece.text?.length ?? 0}${lookOf(piece)}`)
    .join()
