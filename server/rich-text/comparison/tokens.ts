import type { Content } from '../contract.ts'
import type { Effort } from './align.ts'

/**
 * A line cut into tokens: words, white space, signs, mentioned things, breaks. `keys` is what is compared; token n
 * reaches from `starts[n]` to `starts[n + 1]`, node n of the line up to `ends[n]`: half a word may be bold.
 */
export type Line = { keys: string[]; starts: number[]; nodes: Content[]; ends: number[] }

const german = new Intl.Segmenter('de', { granularity: 'word' })
/** White space always ends a word. So short runs are cut one by one: over long texts the segmenter is quadratic. */
const RUNS = /\s+|\S{1,300}/gu
/** Words that need no cutting. */
const PLAIN = /^(?:[\p{Script=Latin}\p{M}\p{N}]+|\s+)$/u
const COARSE = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu
const LONGEST_RUN = 60

/** German words, signs and white space of a text; together they are the text. */
export function cutWords(text: string, effort: Effort): string[] {
  return (text.match(RUNS) ?? []).flatMap((run) => (PLAIN.test(run) ? run : cutRun(run, effort)))
}

function cutRun(run: string, effort: Effort): string[] {
  if (run.length > LONGEST_RUN || effort.letters < run.length) return run.match(COARSE) ?? [run]
  effort.letters -= run.length
  return Array.from(german.segment(run), ({ segment }) => segment)
}

/** No text holds a null byte (check.ts), so no word is taken for one of these. */
const BREAK = '\0break'

/** Cuts a line. Neighbouring pieces of text are cut as if they were one. */
export function lineOf(nodes: Content[], effort: Effort): Line {
  const line: Line = { keys: [], starts: [0], nodes, ends: [] }
  let end = 0
  let text = ''
  const cut = () => {
    let at = line.starts.at(-1) ?? 0
    for (const word of text ? cutWords(text, effort) : []) {
      line.keys.push(keyOfWord(word))
      line.starts.push((at += word.length))
    }
    text = ''
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      text += node.text ?? ''
      end += node.text?.length ?? 0
    } else {
      cut()
      line.keys.push(keyOfNode(node))
      line.starts.push((end += 1))
    }
    line.ends.push(end)
  }
  cut()
  return line
}

/** How wide a gap is says nothing; where a line ends does. */
const keyOfWord = (word: string) => (/^[^\S\n]+$/.test(word) ? ' ' : word)

function keyOfNode({ type, text, attrs }: Content): string {
  if (type === 'mention') return `\0@${String(attrs?.kind)}:${String(attrs?.id)}`
  if (type === 'image') return `\0image:${String(attrs?.file)}:${String(attrs?.alt)}`
  return type === MARKER ? `\0${text}` : BREAK
}

/** The pieces of a line from one token to another. */
export function piecesOf({ starts, nodes, ends }: Line, from: number, to: number): Content[] {
  if (from >= to) return []
  const start = starts[from] ?? 0
  const stop = starts[to] ?? start
  const pieces: Content[] = []
  for (let at = nodeAt(ends, start); at < nodes.length; at++) {
    const node = nodes[at] as Content
    const begin = at === 0 ? 0 : (ends[at - 1] as number)
    if (begin >= stop) break
    const isWhole = begin >= start && (ends[at] as number) <= stop
    pieces.push(
      isWhole
        ? node
        : { ...node, text: node.text?.slice(Math.max(0, start - begin), stop - begin) },
    )
  }
  return pieces
}

/** The first node that reaches beyond this place. */
function nodeAt(ends: number[], place: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) > place) high = middle
    else low = middle + 1
  }
  return low
}

/** What stands before an item in a cell; no node of a text, but shown like one. */
export const MARKER = 'marker'
const MARKERS: Record<string, (item: Content) => string> = {
  listItem: () => '• ',
  taskItem: ({ attrs }) => (attrs?.checked === true ? '☑ ' : '☐ '),
}

/** Everything in a cell of a table as one line, its paragraphs apart by breaks. */
export function flattened(node: Content): Content[] {
  if (isTextBlock(node)) return node.content ?? []
  if (!node.content) return [node]
  const parts = node.content.map(flattened).filter((part) => part.length > 0)
  const inner = parts.flatMap((part, at) => (at === 0 ? part : [{ type: 'hardBreak' }, ...part]))
  const marker = MARKERS[node.type]?.(node)
  return marker ? [{ type: MARKER, text: marker }, ...inner] : inner
}

const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'codeBlock'])
export const isTextBlock = ({ type }: Content) => TEXT_BLOCKS.has(type)

const WORD = /^\0(?:@|image:)|^[^\0]*[\p{L}\p{N}]/u

/** The words among tokens, for asking how similar two sections are; signs and white space say nothing. */
export function wordsAmong(keys: string[]): string[] {
  return keys.filter((key) => WORD.test(key)).map((key) => key.toLowerCase())
}

export const isSpace = (key: string) => /^\s+$/.test(key)

/** The plain text of a node, for names of columns and of headings. */
export function plainTextOf(node: Content): string {
  const own = node.text ?? ''
  return own + (node.content ?? []).map(plainTextOf).join(isTextBlock(node) ? '' : ' ')
}
