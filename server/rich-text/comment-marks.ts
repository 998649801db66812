import type { StoredHtml } from './render.ts'

/**
 * All that has to do with comments in stored HTML. Text and attributes in it are escaped, so these strings are
 * always tags that `renderContent` made.
 */
const BEGINNING = '<mark class="kommentar"'
const MARK = /<mark class="kommentar" data-thread="([0-9A-Fa-f-]{36})">/g
const TAG = /<mark class="kommentar" data-thread="([0-9A-Fa-f-]{36})">|<\/mark>|<a |<\/a>/g

/** The threads that have words in the text, each once, in the order of their first words. */
export function threadsAt(html: StoredHtml): string[] {
  if (!html.includes(BEGINNING)) return []
  return [...new Set([...html.matchAll(MARK)].map(([, thread = '']) => thread.toLowerCase()))]
}

/** How the link behind the words of a thread is called, and where it leads. */
const linkTo = (thread: string, number: number) =>
  `<a class="kommentar-nummer" id="stelle-${thread}" href="#kommentar-${thread}"><span class="sr-only">Kommentar </span>${number}</a>`

/**
 * Shows the words of these threads marked, each with its number behind it as a link to the thread, so that one
 * comes there by keyboard and without a script. The words of all others, resolved or deleted or of nobody,
 * are plain text.
 */
export function showThreads(
  html: StoredHtml,
  threads: { id: string; number: number | null }[],
): StoredHtml {
  if (!html.includes(BEGINNING)) return html
  const numbers = new Map(threads.map(({ id, number }) => [id, number]))
  const left = new Map<string, number>()
  for (const [, thread = ''] of html.matchAll(MARK)) {
    const id = thread.toLowerCase()
    left.set(id, (left.get(id) ?? 0) + 1)
  }
  /** What ends with the next `</mark>`s: a mark to show with what follows it, or null for one that is left out. */
  const open: (string | null)[] = []
  let isInLink = false
  let waiting = ''

  const begin = (tag: string, id: string) => {
    const rest = (left.get(id) ?? 0) - 1
    left.set(id, rest)
    const number = numbers.get(id)
    open.push(!number ? null : rest === 0 ? linkTo(id, number) : '')
    return number ? tag : ''
  }
  const end = () => {
    const link = open.pop() ?? null
    if (link === null) return ''
    if (!isInLink) return `</mark>${link}`
    // There are no links inside links.
    waiting += link
    return '</mark>'
  }
  const endLink = () => {
    const links = waiting
    isInLink = false
    waiting = ''
    return `</a>${links}`
  }
  return html.replace(TAG, (tag, thread: string | undefined) => {
    if (thread !== undefined) return begin(tag, thread.toLowerCase())
    if (tag === '</mark>') return end()
    if (tag === '</a>') return endLink()
    isInLink = true
    return tag
  }) as StoredHtml
}
