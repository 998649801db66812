/**
 * HTML from Word and from the web, brought to what the schema knows. Our pages allow no style attributes, also
 * not in what is pasted; but Google Docs says "bold" in nothing else, and wraps all it copies in a <b> that is none.
 */
export function adaptHtml(html: string): string {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  for (const element of page.body.querySelectorAll(`[${LOOK}]`)) applyLook(element)
  return new XMLSerializer().serializeToString(page.body)
}

/** Pictures in copied HTML that are no pictures of ours: those of other sites are never taken over. */
export function foreignPictures(html: string): number {
  return (html.match(/<img\b[^>]*>/gi) ?? []).filter((tag) => !tag.includes('data-file=')).length
}

const LOOK = 'data-aussehen'

/** Before anything parses it, or the browser complains. Levels we lack become those we have, http becomes https. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style>/gi, '')
    .replace(/<(\/?)h1\b/gi, '<$1h2')
    .replace(/<(\/?)h[56]\b/gi, '<$1h4')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag
        .replace(/\sstyle\s*=/gi, ` ${LOOK}=`)
        .replace(/(\shref\s*=\s*["']?)http:\/\//i, '$1https://'),
    )
}

const LOOKS: [tag: string, pattern: RegExp][] = [
  ['strong', /font-weight:\s*(bold|[6-9]00)/i],
  ['em', /font-style:\s*italic/i],
  ['s', /text-decoration[^;]*:\s*[^;]*line-through/i],
]

function applyLook(element: Element): void {
  const look = element.getAttribute(LOOK) ?? ''
  element.removeAttribute(LOOK)
  if (element.localName === 'b' && /font-weight:\s*(normal|400)/i.test(look))
    return element.replaceWith(...element.childNodes)
  if (element.localName !== 'span') return
  for (const [tag, pattern] of LOOKS) {
    if (!pattern.test(look)) continue
    const mark = element.ownerDocument.createElement(tag)
    mark.append(...element.childNodes)
    element.append(mark)
  }
}
