import type { CheckedContent } from '../check.ts'
import type { Content } from '../contract.ts'
import type { Alignable, Effort } from './align.ts'
import { flattened, isTextBlock, type Line, lineOf, plainTextOf, wordsAmong } from './tokens.ts'

/** Where a section stands: in which lists and quotes, and as the beginning of which item. */
export type Frame = {
  lists: string[]
  quotes: number
  /** Set for what begins an item; `position` is its number in an ordered list. */
  item?: { position: number; checked?: boolean }
}

/** What stands by itself in a text. */
export type TextSection = Alignable & {
  node: Content
  frame: Frame
  /** Its words, those of a picture's description, or all of a table's. */
  line: () => Line
}

const OUTERMOST: Frame = { lists: [], quotes: 0 }
const ITEMS = new Set(['listItem', 'taskItem'])

/** A text as its sections, from top to bottom. Empty lines are none. */
export function textSectionsOf(content: CheckedContent, effort: Effort): TextSection[] {
  const sections: TextSection[] = []
  walk(content, OUTERMOST, (node, frame) => sections.push(textSection(node, frame, effort)))
  return sections
}

type Found = (node: Content, frame: Frame) => void

function walk(node: Content, frame: Frame, found: Found): void {
  const children = node.content ?? []
  if (node.type === 'doc') children.forEach((child) => walk(child, frame, found))
  else if (node.type === 'blockquote')
    children.forEach((child) => walk(child, { ...frame, quotes: frame.quotes + 1 }, found))
  else if (children.some(({ type }) => ITEMS.has(type))) walkList(node, frame, found)
  else if (node.type !== 'paragraph' || children.length > 0 || frame.item) found(node, frame)
}

function walkList(list: Content, frame: Frame, found: Found): void {
  const lists = [...frame.lists, list.type]
  const start = Number(list.attrs?.start ?? 1)
  list.content?.forEach((entry, at) => {
    const checked = entry.type === 'taskItem' ? entry.attrs?.checked === true : undefined
    entry.content?.forEach((child, nth) => {
      const item = nth === 0 ? { position: start + at, checked } : undefined
      walk(child, { lists, quotes: frame.quotes, item }, found)
    })
  })
}

function textSection(node: Content, frame: Frame, effort: Effort): TextSection {
  const { lists, quotes, item } = frame
  let held: Line | undefined
  const line = () => (held ??= lineOf(wordsIn(node), effort))
  return {
    ...{ node, frame, line },
    key: JSON.stringify([lists, quotes, item !== undefined, item?.checked, node]),
    kin: isTextBlock(node) ? 'text' : node.type,
    form: item ? `${lists.at(-1)}` : node.type,
    ...(node.type === 'image' && { name: String(node.attrs?.file) }),
    bag: () => wordsAmong(line().keys),
  }
}

/** The words of a section; of a picture its description. */
export function wordsIn(node: Content): Content[] {
  if (node.type !== 'image') return node.content ? flattened(node) : []
  const { alt } = node.attrs ?? {}
  return typeof alt === 'string' && alt !== '' ? [{ type: 'text', text: alt }] : []
}

/** For each section the heading it stands below. */
export function headingsAbove(sections: TextSection[]): Map<TextSection, string> {
  let heading = ''
  return new Map(
    sections.map((section) => {
      const above = heading
      if (section.node.type === 'heading') heading = plainTextOf(section.node).trim()
      return [section, above]
    }),
  )
}
