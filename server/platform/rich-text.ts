import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** HTML that this file made from small Markdown. Only app/ui/stored-html.tsx renders it. */
export type SafeHtml = string & { readonly __safeHtml: true }

/**
 * Raw HTML is text; pictures from elsewhere would tell foreign hosts who reads (RT-4). Footnotes would bring
 * the same ids into every post of a page, task lists boxes without a name.
 */
const OFF = {
  disable: {
    null: [
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'gfmFootnoteCall',
      'gfmFootnoteDefinition',
      'gfmPotentialFootnoteCall',
      'tasklistCheck',
    ],
  },
}

/**
 * Renders small Markdown (bold, lists, links, quotes, code, tables). Raw HTML stays visible text, dangerous
 * addresses become empty, pictures become links.
 *
 * @param mentioned full names that stand in the text as "@Name" and become marked
 */
export function renderMarkdown(text: string, mentioned: string[] = []): SafeHtml {
  const html = micromark(text, { extensions: [gfm(), OFF], htmlExtensions: [gfmHtml()] })
  return markMentions(guardLinks(lowerHeadings(html)), mentioned) as SafeHtml
}

/** A post stands below the page's own headings, so its largest one is h3. */
function lowerHeadings(html: string): string {
  return html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => {
    return `<${slash}h${Math.min(6, Number(level) + 2)}>`
  })
}

function guardLinks(html: string): string {
  return html.replace(/<a href="/g, '<a rel="noopener noreferrer nofollow" href="')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Marks "@Name" in the text between tags, the longest names first, never inside links or code. */
function markMentions(html: string, names: string[]): string {
  const wanted = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => `@${escapeHtml(name)}`)
  if (wanted.length === 0) return html
  let untouchable = 0
  return html
    .split(/(<[^>]+>)/)
    .map((part) => {
      if (part.startsWith('<')) {
        if (/^<(a|code|pre)\b/.test(part)) untouchable += 1
        if (/^<\/(a|code|pre)>/.test(part)) untouchable -= 1
        return part
      }
      return untouchable > 0 ? part : markIn(part, wanted)
    })
    .join('')
}

function markIn(text: string, wanted: string[]): string {
  for (const name of wanted) {
    const at = text.indexOf(name)
    if (at < 0) continue
    const after = text.slice(at + name.length)
    return (
      markIn(text.slice(0, at), wanted) +
      `<span class="mention">${name}</span>` +
      markIn(after, wanted)
    )
  }
  return text
}

/** The words of a text without its marks, for previews and mails. */
export function plainText(markdown: string, longest = 200): string {
  const words = markdown
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>\-*+\s]+/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...words]
  return letters.length <= longest
    ? words
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
}
