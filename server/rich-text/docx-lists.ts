import type * as Docx from 'docx'
import type { Content } from './contract.ts'
import { nodesOf } from './text.ts'

/** Word numbers nine levels; deeper ones stand on the ninth. */
const LEVELS = 9
const INDENT = 454
const BULLETS = ['•', '–', '▪']

/** Which numbering of Word a list has, and how many of the same there were before it. */
export type WordList = { reference: string; instance: number }

export function listsIn(content: Content): Map<Content, WordList> {
  const lists = new Map<Content, WordList>()
  for (const node of nodesOf(content)) {
    const reference = referenceOf(node)
    if (reference) lists.set(node, { reference, instance: lists.size })
  }
  return lists
}

export const levelOf = (depth: number) => Math.min(depth, LEVELS - 1)

function referenceOf({ type, attrs }: Content): string | null {
  if (type === 'bulletList') return 'points'
  if (type === 'taskList') return 'tasks'
  return type === 'orderedList' ? `from-${Number(attrs?.start ?? 1)}` : null
}

export function numberingFor(docx: typeof Docx, content: Content): Docx.INumberingOptions {
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
    [...nodesOf(content)]
      .filter(({ type }) => type === 'orderedList')
      .map(({ attrs }) => Number(attrs?.start ?? 1)),
  )
  const numbers = [...starts].map((start) => ({
    reference: `from-${start}`,
    levels: levels((level) => ({
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
    })).map((level) => ({ ...level, start })),
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
