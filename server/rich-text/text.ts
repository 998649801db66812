import type { CheckedContent } from './check.ts'
import type { Content, Pointer } from './contract.ts'

/** The words of a text, blocks apart by lines, for the search. Names of mentioned things are not in it: they have rights. */
export function wordsOf(content: CheckedContent): string {
  const lines: string[] = []
  const walk = (node: Content) => {
    const inline = node.content?.some(({ type }) => type === 'text' || type === 'mention')
    if (inline) lines.push((node.content ?? []).map(({ text }) => text ?? ' ').join(''))
    else if (node.type === 'image' && node.attrs?.alt) lines.push(node.attrs.alt as string)
    else node.content?.forEach(walk)
  }
  walk(content)
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

/** Every node, the outer ones first. */
export function* nodesOf(content: Content): Generator<Content> {
  yield content
  for (const child of content.content ?? []) yield* nodesOf(child)
}

/** Whom and what it mentions, each once. */
export function mentionsIn(content: CheckedContent): Pointer[] {
  const found = new Map<string, Pointer>()
  for (const { type, attrs } of nodesOf(content)) {
    if (type !== 'mention') continue
    const pointer = { kind: String(attrs?.kind), id: String(attrs?.id) }
    found.set(`${pointer.kind}:${pointer.id}`, pointer)
  }
  return [...found.values()]
}

/** The files of its pictures, each once. */
export function filesIn(content: CheckedContent): string[] {
  const pictures = [...nodesOf(content)].filter(({ type }) => type === 'image')
  return [...new Set(pictures.map(({ attrs }) => String(attrs?.file)))]
}

/**
 * The level each heading is shown with, in order: never more than one below the one before, whatever
 * deleting in between has left (ux.md, section 9).
 */
export function shownLevels(content: Content): number[] {
  let above = 1
  return [...nodesOf(content)]
    .filter(({ type }) => type === 'heading')
    .map(({ attrs }) => {
      above = Math.min(Number(attrs?.level ?? 2), above + 1)
      return above
    })
}

/** The same text with other files behind its pictures, by old id. */
export function withCopies(content: Content, files: Map<string, string>): Content {
  const { attrs, content: children, ...rest } = content
  const file = content.type === 'image' ? files.get(String(attrs?.file)) : undefined
  return {
    ...rest,
    ...(attrs && { attrs: file ? { ...attrs, file } : attrs }),
    ...(children && { content: children.map((child) => withCopies(child, files)) }),
  }
}
