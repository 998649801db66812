import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'

/** Files of pictures and threads of comments that belong to this document. */
export type Own = { files: Set<string>; threads: Set<string> }

export const nothingOwn = (): Own => ({ files: new Set(), threads: new Set() })

const isForeignThread = (own: Own, { type, attrs }: Mark) =>
  type.name === 'comment' && !own.threads.has(String(attrs.thread))

/** Remembers what of the document is being copied or moved, so that it may come back. */
export function remember(own: Own, content: Fragment): void {
  content.descendants((node) => {
    if (node.type.name === 'image') own.files.add(String(node.attrs.file))
    for (const { type, attrs } of node.marks)
      if (type.name === 'comment') own.threads.add(String(attrs.thread))
  })
}

/**
 * What may be pasted of something copied. A picture belongs to the document it was uploaded for, and so do
 * comments: those of another document would be seen by nobody else.
 */
export function ownOnly(own: Own, slice: Slice): { slice: Slice; dropped: number } {
  let dropped = 0
  const clean = (content: Fragment): Fragment => {
    const kept: Node[] = []
    content.forEach((node) => {
      if (node.type.name === 'image' && !own.files.has(String(node.attrs.file))) dropped += 1
      else kept.push(cleanNode(node))
    })
    return Fragment.fromArray(kept)
  }
  const cleanNode = (node: Node): Node => {
    const marks = node.marks.filter((mark) => !isForeignThread(own, mark))
    const marked = marks.length === node.marks.length ? node : node.mark(marks)
    return node.isText || node.childCount === 0 ? marked : marked.copy(clean(node.content))
  }
  const content = clean(slice.content)
  // Where pictures are missing the open depth may no longer fit; whole blocks always do.
  const isWhole = dropped > 0 && content.size === 0
  return {
    slice: isWhole
      ? Slice.empty
      : dropped > 0
        ? Slice.maxOpen(content)
        : new Slice(content, slice.openStart, slice.openEnd),
    dropped,
  }
}
