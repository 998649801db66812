import type * as Docx from 'docx'
import type { Content } from './contract.ts'
import { nodesOf } from './text.ts'

/** Word numbers nine levels; deeper ones stand on the ninth. */
const LEVELS = 9
/** Each first number is a numbering of its own, with nine levels; nobody needs more. */
const MOST_STARTS = 100
const FROM = 'from-'
const INDENT = 454
const BULLETS = ['•', '–', '▪']

/** Which numbering of Word a list has, and how many of the same there were before it. */
export type WordList = { reference: string; instance: number }

export function listsIn(content: Content): Map<Content, WordList> {
  const lists = new Map<Content, WordList>()
  const starts = new Set([1])
  for (const node of nodesOf(content)) {
    const reference = referenceOf(node, starts)
    if (reference) lists.set(node, { reference, instance: lists.size })
  }
  return lists
}

export const levelOf = (depth: number) => Math.min(depth, LEVELS - 1)

function referenceOf({ type, attrs }: Content, starts: Set<number>): string | null {
  if (type === 'bulletList') return 'points'
  if (type === 'taskList') return 'tasks'
  if (type !== 'orderedList') return null
  const start = Number(attrs?.start ?? 1)
  if (starts.size < MOST_STARTS) starts.add(start)
  return `${FROM}${starts.has(start) ? start : 1}`
}

export function numberingFor(
  docx: typeof Docx,
  lists: Map<Content, WordList>,
): Docx.INumberingOptions {
  const { LevelFormat, AlignmentType } = docx
  const levels = (of: (level: number) => { format: 'bullet' | 'decimal'; text: string }) =>
    Array.from({ length: LEVELS }, (_, level) => ({
      level,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: 340 } } },
      ...of(level),
    }))
  const bullets = (text: (level: number) => string) =>
    levels((level) => ({ format: LevelFormat.BULLET, text: text(level) }))
  const starts = new Set(
    [...lists.values()]
      .filter(({ reference }) => reference.startsWith(FROM))
      .map(({ reference }) => Number(reference.slice(FROM.length))),
  )
  const numbers = [...starts].map((start) => ({
    reference: `${FROM}${start}`,
    levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })).map(
      (level) => ({ ...level, start }),
    ),
  }))
  return {
    config: [
      { reference: 'points', levels: bullets((level) => BULLETS[level % BULLETS.length] ?? '•') },
      // The box is the first letter of a task, so that it is read aloud and can be changed.
      { reference: 'tasks', levels: bullets(() => '') },
      ...numbers,
    ],
  }
}
