import type { StoredHtml } from '#server/rich-text/render.ts'

/**
 * The text of a chapter as part of a page of many: its headings stand below that of the chapter, and no two places of
 * the page have the same name. Text is escaped in it, so nothing that a person wrote looks like a tag.
 */
export function asPartOfPage(html: StoredHtml, position: number): StoredHtml {
  return html
    .replace(/^<nav class="inhalt".*?<\/nav>/s, '')
    .replace(/<(\/?)h([2-5])(?=[ >])/g, (_, slash: string, level: string) => {
      return `<${slash}h${Number(level) + 1}`
    })
    .replace(/<(h[3-6]) id="abschnitt-/g, `<$1 id="kapitel-${position}-`) as StoredHtml
}

/** Exchanges the addresses of pictures; two versions name the same picture by the chapter's, and show their copies. */
export const withPictures = (html: StoredHtml, copies: Map<string, string>): StoredHtml =>
  copies.size === 0
    ? html
    : (html.replace(/(\/dateien\/)([0-9a-f-]{36})/g, (whole, path: string, file: string) =>
        copies.has(file) ? `${path}${copies.get(file)}` : whole,
      ) as StoredHtml)
