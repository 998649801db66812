import { type FileHandle, open } from 'node:fs/promises'
import { firstStored, zipDirectory, type ZipDirectory } from './zip-directory.ts'

/** A picture is made anew before it is kept; all else is kept as it came. */
export type FileKind = { mediaType: string; isPicture: boolean; extension: string }

/** Why a file is not taken; the German sentences are the areas'. */
export type FileFault =
  | 'empty'
  | 'heic'
  | 'svg'
  | 'markup'
  | 'macros'
  | 'oldOffice'
  | 'archive'
  | 'bomb'
  | 'program'
  | 'film'
  | 'otherPicture'
  | 'broken'
  | 'unknown'

type Verdict = FileKind | { fault: FileFault }

const kind = (mediaType: string, extension: string, isPicture = false): FileKind => ({
  mediaType,
  extension,
  isPicture,
})
const picture = (mediaType: string, extension: string) => kind(mediaType, extension, true)
const no = (fault: FileFault) => ({ fault })

/** By the type that the content shows (safety.md UP-1). What is not here is not taken. */
const BY_CONTENT: Record<string, Verdict> = {
  'image/png': picture('image/png', 'png'),
  'image/apng': picture('image/png', 'png'),
  'image/jpeg': picture('image/jpeg', 'jpg'),
  'image/webp': picture('image/webp', 'webp'),
  'image/gif': picture('image/gif', 'gif'),
  'application/pdf': kind('application/pdf', 'pdf'),
  'audio/mpeg': kind('audio/mpeg', 'mp3'),
  'audio/mp4': kind('audio/mp4', 'm4a'),
  'audio/x-m4a': kind('audio/mp4', 'm4a'),
  'video/mp4': kind('video/mp4', 'mp4'),
  'video/x-m4v': kind('video/mp4', 'mp4'),
  'image/heic': no('heic'),
  'image/heif': no('heic'),
  'image/heic-sequence': no('heic'),
  'image/heif-sequence': no('heic'),
  'image/avif': no('heic'),
  'application/x-cfb': no('oldOffice'),
  'application/rtf': no('oldOffice'),
  'application/x-rar-compressed': no('archive'),
  'application/x-7z-compressed': no('archive'),
  'application/gzip': no('archive'),
  'application/x-tar': no('archive'),
  'application/x-msdownload': no('program'),
  'application/x-elf': no('program'),
  'application/x-mach-binary': no('program'),
}
const BY_FAMILY: Record<string, FileFault> = {
  image: 'otherPicture',
  audio: 'film',
  video: 'film',
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OOXML: [part: string, kind: FileKind][] = [
  ['word/document.xml', kind(`${OFFICE}.wordprocessingml.document`, 'docx')],
  ['xl/workbook.xml', kind(`${OFFICE}.spreadsheetml.sheet`, 'xlsx')],
  ['ppt/presentation.xml', kind(`${OFFICE}.presentationml.presentation`, 'pptx')],
]

const OASIS = 'application/vnd.oasis.opendocument'
const ODF: Record<string, FileKind> = {
  [`${OASIS}.text`]: kind(`${OASIS}.text`, 'odt'),
  [`${OASIS}.spreadsheet`]: kind(`${OASIS}.spreadsheet`, 'ods'),
  [`${OASIS}.presentation`]: kind(`${OASIS}.presentation`, 'odp'),
  [`${OASIS}.graphics`]: kind(`${OASIS}.graphics`, 'odg'),
}
const LONGEST_ODF_TYPE = 100

const MACROS = /(^|\/)(vba(Project\w*|Data)\.(bin|xml)|macrosheets\/)|^(Basic|Scripts)\/./i
/** Nobody's lesson unpacks to more than this; archives that do are made to fill disks. */
const LARGEST_UNPACKED = 1024 * 1024 * 1024

/** What a file is, judged by its content alone: its name and what the browser says may be wrong or lies. */
export async function fileKind(path: string): Promise<Verdict> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size === 0) return no('empty')
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    if (buffer.toString('latin1') === 'PK\x03\x04') return await officeKind(file, size)
    // Its first two bytes look like the beginning of an MP3.
    if (ENCODINGS.some((name) => MARKS[name]?.equals(buffer.subarray(0, 2))))
      return await textKind(file)
    return (await kindBySignature(path)) ?? (await textKind(file))
  } finally {
    await file.close()
  }
}

/** Office files are archives. Only the directory is read, whatever is packed inside. */
async function officeKind(file: FileHandle, size: number): Promise<Verdict> {
  const directory = await zipDirectory(file, size)
  if (!directory) return no('broken')
  if (directory.unpacked > LARGEST_UNPACKED) return no('bomb')
  if (directory.names.some((name) => MACROS.test(name))) return no('macros')
  const odf = ODF[(await firstStored(file, 'mimetype', LONGEST_ODF_TYPE)) ?? '']
  return odf ?? ooxmlKind(directory) ?? no('archive')
}

function ooxmlKind({ names }: ZipDirectory): FileKind | undefined {
  if (!names.includes('[Content_Types].xml')) return undefined
  return OOXML.find(([part]) => names.includes(part))?.[1]
}

async function kindBySignature(path: string): Promise<Verdict | undefined> {
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path).catch(() => null)
  if (found === null) return no('broken')
  // Kinds of text, and what only its words can tell apart: a drawing from another page source.
  if (!found || /^text\/|[/+]xml$/.test(found.mime)) return undefined
  const [family = ''] = found.mime.split('/')
  return BY_CONTENT[found.mime] ?? no(BY_FAMILY[family] ?? 'unknown')
}

const PIECE = 64 * 1024
const TEXT = kind('text/plain', 'txt')
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

/** Text has no signature: it is what can be read as letters and is not the source of a page or a drawing. */
async function textKind(file: FileHandle): Promise<Verdict> {
  let open = ENCODINGS.map((name) => ({
    name,
    decoder: new TextDecoder(name, { fatal: true }),
    start: '',
  }))
  for (let at = 0, isFirst = true; ; isFirst = false) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PIECE), 0, PIECE, at)
    if (isFirst) open = open.filter(({ name }) => mayBe(name, buffer))
    open = open.flatMap((one) => {
      const text = decoded(one.decoder, buffer.subarray(0, bytesRead))
      if (text === undefined || hasControls(text)) return []
      return [{ ...one, start: isFirst ? text.slice(0, 2_000) : one.start }]
    })
    if (open.length === 0) return no('unknown')
    if (bytesRead === 0) break
    at += bytesRead
  }
  return markupIn(open[0]?.start ?? '') ?? TEXT
}

/** Two bytes a letter only where the file says so by its first two. */
const MARKS: Partial<Record<(typeof ENCODINGS)[number], Buffer>> = {
  'utf-16le': Buffer.from([0xff, 0xfe]),
  'utf-16be': Buffer.from([0xfe, 0xff]),
}

function mayBe(name: (typeof ENCODINGS)[number], bytes: Buffer): boolean {
  return MARKS[name]?.equals(bytes.subarray(0, 2)) ?? true
}

function decoded(decoder: TextDecoder, bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes, { stream: bytes.length > 0 })
  } catch {
    return undefined
  }
}

function hasControls(text: string): boolean {
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/.test(text)
}

/** What a browser would take for a page, as the standard of guessing types (mimesniff) has it, and drawings. */
function markupIn(start: string): { fault: FileFault } | undefined {
  const text = start.toLowerCase()
  if (/^(<!doctype svg|<svg)\b/.test(withoutPreface(text))) return no('svg')
  const isMarkup =
    /^(<!--|<\?xml|<(!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|math)\b)/
  return isMarkup.test(text.replace(BLANKS, '')) ? no('markup') : undefined
}

const BLANKS = /^[\ufeff\s]+/

/** The text behind declarations and comments. */
function withoutPreface(text: string): string {
  let rest = text.replace(BLANKS, '')
  for (const [opening, closing] of PREFACES)
    while (rest.startsWith(opening)) {
      const end = rest.indexOf(closing)
      if (end < 0) return ''
      rest = rest.slice(end + closing.length).replace(BLANKS, '')
    }
  return rest
}
const PREFACES = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const
