import { cleanText } from '#server/platform/text.ts'
import { LIMITS } from './contract.ts'

/** What goes wrong in names: what no folder takes, what leads elsewhere, and what turns letters around or hides. */
const SEPARATORS = /[/\\:*?"<>|\u2044\u2215\u29f8\uff0f\uff3c]/g
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/g
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

const KNOWN = new Set(
  'png jpg jpeg webp gif heic pdf docx xlsx pptx odt ods odp odg txt md csv mp3 m4a mp4'.split(' '),
)
/** Names of one kind may differ in their ending. */
const ENDINGS: Record<string, string[]> = {
  jpg: ['jpg', 'jpeg'],
  txt: ['txt', 'md', 'csv', 'tsv', 'srt', 'vtt', 'ics', 'vcf', 'tex', 'bib'],
  mp4: ['mp4', 'm4v'],
}

/**
 * The name a file is shown and saved under (safety.md UP-3). Its ending says what the content is: a wrong one
 * is exchanged, one that means something else to a computer stays visible before the right one.
 */
export function displayName(given: string, extension: string): string {
  const plain = plainName(given)
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : ''
  const fits = (ENDINGS[extension] ?? [extension]).includes(ending)
  const base = (fits || KNOWN.has(ending) ? plain.slice(0, dot) : plain).replace(/[\s.]+$/, '')
  const last = fits ? ending : extension
  const safe = (DEVICE.test(base) ? `_${base}` : base) || 'Datei'
  return `${shortened(safe, LIMITS.name - last.length - 1)}.${last}`
}

const plainName = (given: string) =>
  cleanText(given)
    .replace(INVISIBLE, '')
    .replace(SEPARATORS, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.~-]+|[\s.]+$/g, '')

/** The name as a sentence about the file says it. */
export const spokenName = (given: string): string => shortened(plainName(given), 60) || 'Datei'

const PICTURE_ENDINGS = new Set('png jpg jpeg webp gif heic heif'.split(' '))

/** Does the name say something else than the content is? A photo that a device has converted keeps its old ending. */
export function isMisnamed(
  given: string,
  { extension, isPicture }: { extension: string; isPicture: boolean },
): boolean {
  const ending = /\.([a-z][a-z0-9]{1,4})$/i.exec(plainName(given))?.[1]?.toLowerCase()
  if (ending === undefined) return false
  if (isPicture && PICTURE_ENDINGS.has(ending)) return false
  return !(ENDINGS[extension] ?? [extension]).includes(ending)
}

/** Cut between letters, not through one. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .replace(/[\s.]+$/, '')
}

/** Types a browser may show in its own window; all else is saved (safety.md UP-4). */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/webp', 'application/pdf'])

/** The header that names a file (RFC 6266): plain letters for old programs, and the name as it is. */
export function disposition(name: string, mediaType: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const way = SHOWN.has(mediaType) ? 'inline' : 'attachment'
  return `${way}; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** The copy to hand out for a wanted width: the smallest that is wide enough, else the picture itself. */
export function widthToServe(wanted: number | null, widths: number[]): number | null {
  if (wanted === null) return null
  return [...widths].sort((a, b) => a - b).find((width) => width >= wanted) ?? null
}

/** Which limit would be passed with these bytes more? */
export function fullBy(
  bytes: number,
  used: { person: number; plg: number | null },
): 'person' | 'plg' | null {
  if (used.person + bytes > LIMITS.person) return 'person'
  return used.plg !== null && used.plg + bytes > LIMITS.plg ? 'plg' : null
}
