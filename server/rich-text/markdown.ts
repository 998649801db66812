import type { Root } from 'mdast'
import { Refusal } from '#server/platform/errors.ts'
import { BadContent, type CheckedContent, checkContent } from './check.ts'
import { type Content, CONTENT_LIMITS } from './contract.ts'
import { contentFromMarkdown } from './markdown-in.ts'
import { markdownTree, type MentionNames } from './markdown-out.ts'
import { readerWith, ReaderGaveUp, ReaderRefused } from './reader.ts'
import { isSameText, lostInMarkdown } from './markdown-loss.ts'

const inThread = readerWith({
  running: 2,
  waiting: 20,
  seconds: 5,
  megabytes: 512,
  isFreshEachTime: false,
})

/**
 * The text as Markdown. Comments are left out; `survivesMarkdown` says what else would be lost.
 *
 * @throws Refusal when it would take too long
 */
export async function toMarkdown(
  content: CheckedContent,
  { mentions }: { mentions: MentionNames },
): Promise<string> {
  try {
    const text = (await inThread('stringify', markdownTree(content, mentions))) as string
    // The first of these is no letter but says how the file is written.
    return text.startsWith('\uFEFF') ? `\uFEFF${text}` : text
  } catch (error) {
    if (!isGivenUp(error)) throw error
    throw new Refusal('Dieser Text ist zu verwickelt für Markdown.')
  }
}

/**
 * A text from Markdown. Raw HTML stays visible, pictures from elsewhere become links. What is too deep or too large
 * to be a text of ours keeps its words without their form.
 *
 * @throws Refusal when there is more of it than a document may hold
 */
export async function fromMarkdown(text: string): Promise<CheckedContent> {
  if (Buffer.byteLength(text) > CONTENT_LIMITS.bytes)
    throw new Refusal('Der Text ist zu lang. Erlaubt sind 1 MB.', 'text')
  const wellFormed = text.toWellFormed().replaceAll('\0', '\uFFFD')
  try {
    const tree = (await inThread('parse', wellFormed)) as Root | null
    if (tree) return checkContent(contentFromMarkdown(tree))
  } catch (error) {
    if (!(error instanceof BadContent || isGivenUp(error))) throw error
  }
  return checkContent(wordsOnly(wellFormed))
}

const isGivenUp = (error: unknown) =>
  error instanceof ReaderGaveUp || error instanceof ReaderRefused

/**
 * Why the simple form cannot be offered, in German sentences; none when `fromMarkdown(toMarkdown(content))` is the
 * same text again.
 */
export async function survivesMarkdown(content: CheckedContent): Promise<string[]> {
  const lost = lostInMarkdown(content)
  if (lost.length > 0) return lost
  try {
    const again = await fromMarkdown(await toMarkdown(content, { mentions: new Map() }))
    if (isSameText(content, again)) return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
  return ['Der Text enthält etwas, das die einfache Form nicht wiedergeben kann.']
}

const MOST_PARAGRAPHS = 5_000

function wordsOnly(text: string): Content {
  const all = text
    .split(/\n\s*\n/)
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  const shown = all.slice(0, MOST_PARAGRAPHS)
  const rest = all.slice(MOST_PARAGRAPHS).join(' ')
  const paragraphs = rest ? [...shown, rest] : shown
  return {
    type: 'doc',
    content: paragraphs.length
      ? paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] }))
      : [{ type: 'paragraph' }],
  }
}
