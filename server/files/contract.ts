const MB = 1024 * 1024

/** safety.md UP-2; the front door and the form say the same. */
export const LIMITS = {
  file: 25 * MB,
  person: 2 * 1024 * MB,
  plg: 10 * 1024 * MB,
  name: 120,
  pixels: 40_000_000,
} as const

/** Widths of the smaller copies of a picture; server/rich-text/contract.ts says the same to documents. */
export const WIDTHS = [480, 960, 1600] as const

/** How long a deleted file can be brought back, and its bytes count. */
export const KEPT_DAYS = 30

/**
 * What the choice of files offers. HEIC is missing on purpose: an iPad then hands over its photos as JPEG.
 * The server judges by content, whatever this says.
 */
export const PICTURES_ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif'
export const ACCEPTED = `${PICTURES_ACCEPTED},.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.odg,.txt,.md,.csv,.mp3,.m4a,.mp4`

/** "Are children recognisable?": not, or with the consent of those who decide. What is not known is not taken. */
export const CHILDREN = ['none', 'consented', 'unknown'] as const
export type Children = (typeof CHILDREN)[number]

/** What may come beside the fields of a form, all files together; what does not fit is answered with these sentences. */
export type Room = { files: number; bytes: number; tooMany: string; tooLarge: string }

/** What a file belongs to: a kind of server/platform/things.ts. */
export type Thing = { kind: string; id: string }

/** A file in the list of its thing. */
export type FileLine = {
  id: string
  name: string
  mediaType: string
  bytes: number
  isPicture: boolean
  width: number | null
  height: number | null
  version: number
  /** Of the latest version; null when that person is gone, or nobody did it. */
  by: string | null
  at: Date
  can: { replace: boolean; delete: boolean }
}

/** What a browser is told that has sent a file. */
export type Sent = Pick<
  FileLine,
  'id' | 'name' | 'mediaType' | 'bytes' | 'isPicture' | 'width' | 'height' | 'version'
>
