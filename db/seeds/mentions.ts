import { db } from '#db/client.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { fromMarkdown } from '#server/rich-text/markdown.ts'
import { mentionsIn } from '#server/rich-text/text.ts'

const HOLE = /\{\{([^}]+)\}\}/

/** Markdown with `{{…}}` where something is mentioned; `find` says what that is. */
export async function contentWithMentions(
  markdown: string,
  find: (name: string) => { kind: string; id: string | undefined },
): Promise<CheckedContent> {
  const fill = (node: Content): Content => ({
    ...node,
    ...(node.content && { content: node.content.flatMap((child) => filled(child)) }),
  })
  const filled = (node: Content): Content[] => {
    const hole = node.text === undefined ? null : HOLE.exec(node.text)
    if (!hole || node.text === undefined) return [fill(node)]
    const [whole, name = ''] = hole
    const { kind, id } = find(name)
    if (!id) throw new Error(`nothing called ${name} to mention`)
    return [
      ...piece(node, node.text.slice(0, hole.index)),
      { type: 'mention', attrs: { kind, id } },
      ...piece(node, node.text.slice(hole.index + whole.length)).flatMap((rest) => filled(rest)),
    ]
  }
  return checkContent(fill(await fromMarkdown(markdown)))
}

const piece = (node: Content, text: string): Content[] => (text === '' ? [] : [{ ...node, text }])

/** What a document mentions, for the back-links of that. */
export async function insertReferences(
  documentId: string,
  content: CheckedContent,
  createdAt: Date,
): Promise<void> {
  const rows = mentionsIn(content).map(({ kind, id }) => ({
    ...{ fromKind: 'document', fromId: documentId, toKind: kind, toId: id },
    ...{ kind: 'mention', createdAt },
  }))
  if (rows.length > 0) await db().insertInto('thingReferences').values(rows).execute()
}
