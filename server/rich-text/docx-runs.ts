import type * as Docx from 'docx'
import type { Content } from './contract.ts'
import type { MentionNames } from './markdown-out.ts'

export type RunContext = {
  docx: typeof Docx
  mentions: MentionNames
  origin?: string
}

/** Letters that XML does not know would make the whole file unreadable. */
export function clean(words: string): string {
  return words.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').toWellFormed()
}

/** Words, new lines and mentions in a row. */
export function wordRuns(leaves: Content[], context: RunContext): Docx.ParagraphChild[] {
  const { ExternalHyperlink } = context.docx
  const made: Docx.ParagraphChild[] = []
  for (let at = 0; at < leaves.length;) {
    const address = addressOf(leaves[at], context.origin)
    let end = at + 1
    while (end < leaves.length && addressOf(leaves[end], context.origin) === address) end += 1
    const runs = leaves.slice(at, end).map((leaf) => run(leaf, context, address !== null))
    if (address === null) made.push(...runs)
    else made.push(new ExternalHyperlink({ link: address, children: runs }))
    at = end
  }
  return made
}

/** Addresses outside; those of our own pages need to know where we are, and those inside a text lead nowhere in Word. */
function addressOf(leaf: Content | undefined, origin?: string): string | null {
  const href = leaf?.marks?.find(({ type }) => type === 'link')?.attrs?.href
  if (typeof href !== 'string' || href.startsWith('#')) return null
  if (href.startsWith('/')) return origin ? clean(origin + href) : null
  return clean(href)
}

function run(leaf: Content, { docx, mentions }: RunContext, isLink: boolean): Docx.TextRun {
  const has = (mark: string) => leaf.marks?.some(({ type }) => type === mark) === true
  if (leaf.type === 'hardBreak') return new docx.TextRun({ break: 1 })
  const style = isLink ? 'Hyperlink' : has('code') ? 'CodeChar' : undefined
  return new docx.TextRun({
    text: clean(leaf.type === 'mention' ? nameOf(leaf, mentions) : (leaf.text ?? '')),
    bold: has('bold') || undefined,
    italics: has('italic') || undefined,
    strike: has('strike') || undefined,
    style,
  })
}

function nameOf({ attrs }: Content, mentions: MentionNames): string {
  return `@${mentions.get(`${String(attrs?.kind)}:${String(attrs?.id)}`)?.title ?? 'Verweis'}`
}
