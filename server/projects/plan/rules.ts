import type { Content } from '#server/rich-text/contract.ts'
import { words } from './words.ts'

/**
 * A text that others outside may read one day: pictures stay with the document, because children may be on them, and
 * people who are mentioned have not been asked.
 */
export function forOthers(node: Content): Content {
  if (node.type === 'image') {
    const alt = typeof node.attrs?.alt === 'string' ? node.attrs.alt : ''
    return { type: 'paragraph', content: [{ type: 'text', text: words.picture(alt) }] }
  }
  if (node.type === 'mention' && node.attrs?.kind === 'person')
    return { type: 'text', text: words.member }
  return node.content ? { ...node, content: node.content.map(forOthers) } : node
}
