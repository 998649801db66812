/** A document's text as ProseMirror writes it as JSON. What may stand in it is in schema/contract.ts and check.ts. */
export type Content = {
  type: string
  attrs?: Record<string, unknown>
  content?: Content[]
  marks?: Mark[]
  text?: string
}
export type Mark = { type: string; attrs?: Record<string, unknown> }

/** Something a text points at: a person or a thing of server/platform/things.ts. */
export type Pointer = { kind: string; id: string }

/** safety.md RT-1. */
export const CONTENT_LIMITS = { bytes: 1024 * 1024, nodes: 20_000, depth: 64 } as const

/** The title of the page is the first level, so headings inside begin with the second. */
export const HEADING_LEVELS = [2, 3, 4] as const

export const LONGEST_ALT = 500
export const LONGEST_ADDRESS = 2000

/** Where the editor keeps the text in the shared Yjs document. */
export const FRAGMENT = 'default'

/** Widths in which the server keeps a picture, beside the original. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const

/** Address of a picture; files/paths.ts agrees with it. */
export function pictureAddress(file: string, width?: (typeof PICTURE_WIDTHS)[number]): string {
  return width ? `/dateien/${file}?breite=${width}` : `/dateien/${file}`
}

/** Web and mail addresses, and pages of our own; nothing that runs (safety.md RT-1). */
export function isSafeAddress(address: string): boolean {
  if (address.length > LONGEST_ADDRESS || hasControls(address)) return false
  if (/^\/(?![/\\])/.test(address) || /^#[\w-]+$/.test(address)) return true
  if (/^mailto:[^\s<>"]+$/i.test(address)) return true
  if (!/^https:\/\//i.test(address)) return false
  return URL.canParse(address)
}

function hasControls(text: string): boolean {
  return [...text].some((letter) => (letter.codePointAt(0) ?? 0) <= 0x20)
}

export const emptyContent = (): Content => ({ type: 'doc', content: [{ type: 'paragraph' }] })
