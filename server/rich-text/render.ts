import {
  escapeHTML as escapeText,
  renderJSONContentToString,
  serializeAttrsToHTMLString as attributes,
  serializeChildrenToHTMLString as joined,
} from '@tiptap/static-renderer/json/html-string'
import type { SafeHtml } from '#server/platform/rich-text.ts'
import type { CheckedContent } from './check.ts'
import { type Content, type Mark, PICTURE_WIDTHS, pictureAddress } from './contract.ts'
import { nodesOf, shownLevels } from './text.ts'

/** HTML of a text in which mentioned things are still holes: `fillMentions` closes them for one reader. */
export type StoredHtml = string & { readonly __holes: true }

/** How a mentioned thing is shown to somebody who may read it. */
export type MentionCard = { word: string; title: string; path: string | null }

const FEWEST_FOR_CONTENTS = 4

/** Renders checked content. Every text and attribute is escaped; there is no other way into the string. */
export function renderContent(content: CheckedContent): StoredHtml {
  const levels = shownLevels(content)
  let heading = 0
  const render = renderJSONContentToString<Mark, Content>({
    nodeMapping: {
      doc: ({ children }) => joined(children),
      text: ({ node }) => escapeText(node.text ?? ''),
      paragraph: inTag('p'),
      heading: ({ children }) => {
        const level = levels[heading] ?? 2
        heading += 1
        return tag(`h${level}`, joined(children), { id: `abschnitt-${heading}` })
      },
      bulletList: inTag('ul'),
      orderedList: ({ node, children }) => {
        const start = node.attrs?.start === 1 ? null : (node.attrs?.start as number)
        return tag('ol', joined(children), { start })
      },
      listItem: inTag('li'),
      taskList: ({ children }) => tag('ul', joined(children), { class: 'aufgaben' }),
      taskItem: ({ node, children }) => {
        const isDone = node.attrs?.checked === true
        const state = `<span class="sr-only">${isDone ? 'Erledigt: ' : 'Offen: '}</span>`
        return tag('li', state + joined(children), { class: isDone ? 'erledigt' : 'offen' })
      },
      blockquote: inTag('blockquote'),
      codeBlock: ({ children }) => `<pre tabindex="0"><code>${joined(children)}</code></pre>`,
      horizontalRule: () => '<hr>',
      hardBreak: () => '<br>',
      table: ({ children }) =>
        `<div class="tabelle" role="group" tabindex="0" aria-label="Tabelle"><table><tbody>${joined(children)}</tbody></table></div>`,
      tableRow: inTag('tr'),
      tableHeader: ({ node, parent, children }) => cell('th', node, joined(children), parent),
      tableCell: ({ node, children }) => cell('td', node, joined(children)),
      image: ({ node }) => picture(node),
      mention: ({ node }) =>
        tag('l25-verweis', '', { kind: String(node.attrs?.kind), id: String(node.attrs?.id) }),
    },
    markMapping: {
      bold: inTag('strong'),
      italic: inTag('em'),
      strike: inTag('s'),
      code: inTag('code'),
      link: ({ mark, children }) =>
        tag('a', joined(children), {
          href: String(mark.attrs?.href),
          rel: 'noopener noreferrer nofollow',
        }),
      comment: ({ mark, children }) =>
        tag('mark', joined(children), {
          class: 'kommentar',
          'data-thread': String(mark.attrs?.thread),
        }),
    },
  })
  return (contentsOf(content, levels) + render({ content })) as StoredHtml
}

type Children = { children?: string | string[] }

function inTag(name: string) {
  return ({ children }: Children) => `<${name}>${joined(children)}</${name}>`
}

function tag(name: string, inner: string, attrs: Record<string, string | number | null>): string {
  return `<${name}${attributes(attrs)}>${inner}</${name}>`
}

function cell(name: 'th' | 'td', { attrs }: Content, inner: string, row?: Content): string {
  const span = (value: unknown) => (typeof value === 'number' && value > 1 ? value : null)
  const isRowHead = row?.content?.some(({ type }) => type === 'tableCell') === true
  // An empty head says nothing about its cells: then it is a cell like the others.
  const shown =
    name === 'th' && !/>[^<]+</.test(inner) && !/<(img|l25-verweis)/.test(inner) ? 'td' : name
  return tag(shown, inner, {
    class: shown === name ? null : 'kopf',
    scope: shown === 'th' ? (isRowHead ? 'row' : 'col') : null,
    colspan: span(attrs?.colspan),
    rowspan: span(attrs?.rowspan),
  })
}

function picture({ attrs }: Content): string {
  const file = String(attrs?.file)
  const alt = typeof attrs?.alt === 'string' ? attrs.alt : ''
  const image = `<img${attributes({
    src: pictureAddress(file, 960),
    srcset: PICTURE_WIDTHS.map((width) => `${pictureAddress(file, width)} ${width}w`).join(', '),
    sizes: '(min-width: 48rem) 42rem, 100vw',
    alt,
    width: (attrs?.width as number | null) ?? null,
    height: (attrs?.height as number | null) ?? null,
    loading: 'lazy',
  })}>`
  const isMissing = alt === '' && attrs?.decorative !== true
  const hint = '<figcaption class="fehlt">Die Bildbeschreibung fehlt noch.</figcaption>'
  return `<figure>${image}${isMissing ? hint : ''}</figure>`
}

/** A list of the headings, where there are enough to get lost among. */
function contentsOf(content: CheckedContent, levels: number[]): string {
  const headings = [...nodesOf(content)].filter(({ type }) => type === 'heading')
  if (headings.length < FEWEST_FOR_CONTENTS) return ''
  const entries = headings.map((heading, at) => {
    const words = (heading.content ?? []).map(({ text }) => text ?? '').join('')
    const link = tag('a', escapeText(words || 'Ohne Überschrift'), { href: `#abschnitt-${at + 1}` })
    return tag('li', link, { class: `stufe-${levels[at] ?? 2}` })
  })
  return `<nav class="inhalt" aria-label="Inhalt"><ul>${entries.join('')}</ul></nav>`
}

const HOLE = /<l25-verweis kind="([a-z-]+)" id="([0-9a-f-]+)"><\/l25-verweis>/g

/** The kinds and ids of the holes, each once. */
export function holesIn(html: StoredHtml): { thingKind: string; thingId: string }[] {
  const found = new Map<string, { thingKind: string; thingId: string }>()
  for (const [, thingKind = '', thingId = ''] of html.matchAll(HOLE))
    found.set(`${thingKind}:${thingId}`, { thingKind, thingId })
  return [...found.values()]
}

const GONE = '<span class="mention leer">Ehemaliges Mitglied</span>'
const CLOSED = '<span class="verweis leer">Verweis, den Sie nicht öffnen können</span>'

/** Closes the holes for one reader. What is not among the cards may not be read, and has no name then. */
export function fillMentions(html: StoredHtml, cards: Map<string, MentionCard>): SafeHtml {
  return html.replace(HOLE, (_hole, kind: string, id: string) => {
    const card = cards.get(`${kind}:${id}`)
    if (!card) return kind === 'person' ? GONE : CLOSED
    const name = escapeText(card.title)
    if (card.path === null) return tag('span', name, { class: 'mention' })
    const word = tag('span', escapeText(card.word), { class: 'verweis-art' })
    return tag('a', `${word} ${name}`, { class: 'verweis', href: card.path })
  }) as SafeHtml
}
