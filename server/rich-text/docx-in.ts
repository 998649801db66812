import { z } from 'zod'
import { Refusal } from '#server/platform/errors.ts'
import { BadContent, type CheckedContent, checkContent } from './check.ts'
import { readTree, type Tree } from './docx-tree.ts'
import { type Facts, notesFor } from './docx-report.ts'
import { readerWith, ReaderGaveUp, ReaderRefused } from './reader.ts'
import { nodesOf } from './text.ts'

export const LARGEST_WORD_FILE = 25 * 1024 * 1024

/** A file that no text was read from; the sentence says why and what helps. */
export class UnreadableFile extends Refusal {
  override name = 'UnreadableFile'
}

export type WordImport = {
  /** What stood in the style "Titel" at its beginning. */
  title: string | null
  content: CheckedContent
  /** Pictures in the content have these ids until the caller has stored them (`withFiles`). */
  pictures: { id: string; bytes: Uint8Array; type: string; alt: string }[]
  report: WordReport
}
export type WordReport = {
  headings: number
  tables: number
  pictures: number
  picturesWithoutAlt: number
  /** What is different now or missing, in German sentences. */
  notes: string[]
}

const inThread = readerWith({
  running: 1,
  waiting: 5,
  seconds: 20,
  megabytes: 512,
  isFreshEachTime: true,
})

const SAVE_AS =
  'Speichern Sie die Datei in Word als „Word-Dokument (.docx)“ und wählen Sie diese aus.'
const SENTENCES: Record<string, string> = {
  'not-word': `Das ist keine Word-Datei. ${SAVE_AS}`,
  'old-word': `Das ist eine Datei im alten Word-Format (.doc). ${SAVE_AS}`,
  macros: `Die Datei enthält Makros und wird deshalb nicht geöffnet. ${SAVE_AS}`,
  encrypted: 'Die Datei ist mit einem Kennwort geschützt. Heben Sie den Schutz in Word auf.',
  bomb: 'Die Datei ist ausgepackt zu groß.',
  entities: 'Die Datei enthält Verweise, die in einer Word-Datei nichts zu suchen haben.',
  broken: 'Die Datei ist beschädigt und lässt sich nicht lesen.',
  'too-large': 'Die Datei ist zu groß. Erlaubt sind 25 MB.',
  'too-long': 'Der Text ist zu lang für ein Dokument. Teilen Sie ihn in mehrere Dateien.',
  'gave-up': 'Die Datei ist zu umfangreich oder beschädigt; das Lesen wurde abgebrochen.',
}
const refuse = (reason: string) =>
  new UnreadableFile(SENTENCES[reason] ?? SENTENCES.broken ?? reason, 'file')

const answered = z.object({
  tree: z.array(z.unknown()),
  pictures: z.array(
    z.object({ id: z.uuid(), type: z.string(), alt: z.string(), bytes: z.instanceof(Uint8Array) }),
  ),
  facts: z.custom<Facts>(),
})

/**
 * The text of a Word file with its pictures and a report of what became of it. Changes are accepted, comments left
 * out. It is read in a thread of its own within 20 seconds.
 *
 * @throws UnreadableFile with a German sentence; Busy when too many are read already
 */
export async function fromDocx(bytes: Uint8Array): Promise<WordImport> {
  refuseAtFirstSight(bytes)
  try {
    const { tree, pictures, facts } = answered.parse(await inThread('word', bytes))
    const { content, title, found } = readTree(tree as Tree[])
    const checked = checkContent(content)
    return { title, content: checked, pictures, report: reportOf(checked, { ...facts, ...found }) }
  } catch (error) {
    if (error instanceof ReaderRefused) throw refuse(error.reason)
    if (error instanceof ReaderGaveUp) throw refuse('gave-up')
    if (error instanceof BadContent) throw refuse('too-long')
    throw error
  }
}

const startsWith = (bytes: Uint8Array, ...start: number[]) =>
  start.every((byte, at) => bytes[at] === byte)

/** Old Word files and encrypted new ones are both archives of an older kind. */
function refuseAtFirstSight(bytes: Uint8Array): void {
  if (bytes.byteLength > LARGEST_WORD_FILE) throw refuse('too-large')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw refuse(isEncrypted ? 'encrypted' : 'old-word')
  }
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw refuse('not-word')
}

function reportOf(content: CheckedContent, facts: Facts): WordReport {
  const nodes = [...nodesOf(content)]
  const pictures = nodes.filter(({ type }) => type === 'image')
  return {
    headings: nodes.filter(({ type }) => type === 'heading').length,
    tables: nodes.filter(({ type }) => type === 'table').length,
    pictures: pictures.length,
    picturesWithoutAlt: pictures.filter(({ attrs }) => !attrs?.alt && !attrs?.decorative).length,
    notes: notesFor(facts),
  }
}

/** The same text with the pictures under the ids of the files they were stored in; those without one fall away. */
export function withFiles(
  content: CheckedContent,
  files: Map<string, { id: string; width: number | null; height: number | null }>,
): CheckedContent {
  type Part = { type: string; attrs?: Record<string, unknown>; content?: Part[] }
  const replace = (node: Part): Part[] => {
    if (node.type !== 'image')
      return [
        {
          ...node,
          ...(node.content && { content: orParagraph(node, node.content.flatMap(replace)) }),
        },
      ]
    const file = files.get(String(node.attrs?.file))
    if (!file) return []
    const { id, width, height } = file
    return [{ ...node, attrs: { ...node.attrs, file: id, width, height } }]
  }
  const orParagraph = (node: Part, inside: Part[]) =>
    inside.length === 0 && node.content?.length ? [{ type: 'paragraph' }] : inside
  return checkContent(replace(content)[0])
}
