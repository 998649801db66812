export const VERSIONS_PER_PAGE = 20
/** A text that was written anew has thousands of changes: no page takes them all. */
export const CHANGES_PER_PAGE = 200

export const VERSION_KINDS = ['named', 'before_restore', 'before_import'] as const
/** Saved by somebody, or kept by itself before something replaced all of the text. */
export type VersionKind = (typeof VERSION_KINDS)[number]

/** How the text as it stands is called in addresses. */
export const PRESENT = 'jetzt'
/** A version by its number, or the text as it stands. */
export type VersionMark = number | typeof PRESENT

export type VersionLine = {
  number: number
  name: string
  kind: VersionKind
  author: string
  createdAt: Date
  path: string
}
