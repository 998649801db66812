import {
  escapeHTML as escapeText,
  serializeAttrsToHTMLString as attributes,
} from '@tiptap/static-renderer/json/html-string'
import type { Content, Mark } from '../contract.ts'
import { lookOf } from '../without-comments.ts'
import type { Part } from './lines.ts'
import { MARKER } from './tokens.ts'
import { heardWords, notes } from './words.ts'

/** Both texts woven together, or what one of them says. */
export type Side = 'both' | 'before' | 'after'

/** A line with what came and went in it. */
export function lineHtml(parts: Part[], side: Side): string {
  return parts.map((part) => partHtml(part, side)).join('')
}

function partHtml({ kind, before, after }: Part, side: Side): string {
  const nodes = side === 'before' || kind === 'deleted' ? before : after
  if (nodes.length === 0 || (kind === 'deleted' && side === 'after')) return ''
  const html = inlineHtml(nodes)
  if (kind === 'equal') return html
  const heard = `<span class="sr-only">${heardWords[kind]}</span>`
  if (kind === 'inserted') return `<ins>${heard}${html}</ins>`
  if (kind === 'deleted') return `<del>${heard}${html}</del>`
  return `<span class="anders">${heard}${html}</span>`
}

/** Pieces of a line with their marks, neighbours of the same look together. Every word is escaped. */
export function inlineHtml(nodes: Content[]): string {
  const groups: Content[][] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (last?.[0] && lookOf(last[0]) === lookOf(node)) last.push(node)
    else groups.push([node])
  }
  return groups
    .map((group) => (group[0]?.marks ?? []).reduceRight(marked, group.map(nodeHtml).join('')))
    .join('')
}

function nodeHtml({ type, text, attrs }: Content): string {
  if (type === 'text' || type === MARKER) return escapeText(text ?? '')
  if (type === 'hardBreak') return '<br>'
  if (type === 'image')
    return escapeText(notes.picture(typeof attrs?.alt === 'string' ? attrs.alt : ''))
  if (type !== 'mention') return ''
  const hole = attributes({ kind: String(attrs?.kind), id: String(attrs?.id) })
  return `<l25-verweis${hole}></l25-verweis>`
}

const TAGS: Record<string, string> = { bold: 'strong', italic: 'em', strike: 's', code: 'code' }

function marked(inner: string, { type, attrs }: Mark): string {
  if (type === 'link') {
    const link = attributes({ href: String(attrs?.href), rel: 'noopener noreferrer nofollow' })
    return `<a${link}>${inner}</a>`
  }
  const tag = TAGS[type]
  return tag ? `<${tag}>${inner}</${tag}>` : inner
}
