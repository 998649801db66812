import { attach, withKept } from '#server/files/keeping/commands.ts'
import { removeFilesOf } from '#server/files/commands.ts'
import { bytesOf, fileAtDoor } from '#server/files/views.ts'
import { now } from '#server/platform/clock.ts'
import { Busy, isUnavailable, NotFound, Refusal } from '#server/platform/errors.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { log } from '#server/platform/log.ts'
import { transaction } from '#server/platform/transaction.ts'
import { fromDocx, withFiles, type WordImport } from '#server/rich-text/docx-in.ts'
import { fromPdf } from '#server/rich-text/pdf-in.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { MOST_CHAPTERS } from '../../chapters/contract.ts'
import type { ImportReport } from '../contract.ts'
import { countsOf, type Piece, piecesOf, textOfPages, topHeadings } from '../rules.ts'
import * as sql from '../sql.ts'
import { begunWith } from '../views.ts'
import { lostPictures, noChildren, noWords, refusals } from '../words.ts'

type Read = { pieces: Piece[]; report: ImportReport }
type Progress = (share: number) => Promise<unknown>
const AT_ONCE = 2
const OPEN = ['waiting', 'reading'] as const

/**
 * Reads a file that waits, tells how far it is, and puts down what was recognised. Rights were asked when it began and
 * are asked again before anything is taken over. After a crash it begins anew.
 */
export async function readImport(id: string): Promise<void> {
  const row = await sql.findImport(id)
  if (!row) return
  const tell = (progress: number) =>
    sql.updateImport(id, [...OPEN], { state: 'reading', progress, changedAt: now() })
  if (!(await tell(5))) return
  try {
    const { pieces, report } = await readFile(row, tell)
    await sql.updateImport(id, [...OPEN], {
      ...{ state: 'read', progress: 100, changedAt: now() },
      ...{
        pieces: JSON.stringify(pieces),
        report: JSON.stringify({ ...begunWith(row), ...report }),
      },
    })
  } catch (error) {
    // Too much at once, or no database: the queue tries again.
    if (error instanceof Busy || isUnavailable(error)) throw error
    const failure = error instanceof Refusal ? error.message : sentenceFor(error, id)
    await sql.updateImport(id, [...OPEN], { state: 'failed', failure, changedAt: now() })
  }
}

function sentenceFor(err: unknown, importId: string): string {
  if (err instanceof NotFound) return refusals.noFile
  log.error({ err, importId }, 'a file could not be read into a concept')
  return refusals.failed
}

async function readFile(row: sql.ImportRow, tell: Progress): Promise<Read> {
  const { key } = await fileAtDoor(row.fileId ?? '')
  const { stream } = await bytesOf({ key })
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  await tell(15)
  return row.kind === 'pdf' ? readPdf(row, bytes) : readWord(row, bytes, tell)
}

async function readPdf(row: sql.ImportRow, bytes: Uint8Array): Promise<Read> {
  const { pages, count } = await fromPdf(bytes)
  const words = pages.join('\n').trim()
  const piece = { title: row.fileName, kind: 'free' as const, content: textOfPages(pages), words }
  const counts = { chapters: 0, tables: 0, pictures: 0, picturesWithoutAlt: 0, pages: count }
  return { pieces: [piece], report: { ...counts, notes: words === '' ? [noWords] : [] } }
}

async function readWord(row: sql.ImportRow, bytes: Uint8Array, tell: Progress): Promise<Read> {
  const word = await fromDocx(bytes)
  const tops = topHeadings(word.content)
  if (tops > MOST_CHAPTERS) throw new Refusal(refusals.tooMany(tops))
  await tell(50)
  const { content, notes } = await withPictures(row, word, tell)
  const otherwise = word.title?.slice(0, 200) || row.fileName.replace(/\.docx$/i, '')
  const pieces = piecesOf(content, otherwise)
  if (wordsOf(content) === '' && countsOf(content).pictures === 0) throw new Refusal(refusals.empty)
  const report = { chapters: pieces.length, pages: 0, ...countsOf(content) }
  return { pieces, report: { ...report, notes: [...word.report.notes, ...notes] } }
}

/** Its pictures become files of the import, made anew like every picture, as far as it was said that they may. */
async function withPictures(row: sql.ImportRow, { content, pictures }: WordImport, tell: Progress) {
  const { children } = begunWith(row)
  const notes: string[] = []
  const kept: Parameters<typeof withFiles>[1] = new Map()
  const thing = { kind: 'concept-import', id: row.id }
  // Of a try before that ended in the middle.
  await removeFilesOf(thing)
  if (children === 'unknown') {
    if (pictures.length > 0) notes.push(noChildren(pictures.length))
    return { content: withFiles(content, kept), notes }
  }
  let lost = 0
  let done = 0
  const take = async ({ id, bytes, type }: WordImport['pictures'][number], index: number) => {
    const name = `Bild ${index + 1}.${type.split('/')[1] ?? 'png'}`
    const file = await pictureKept(bytes, { name, thing, children })
    if (file) kept.set(id, file)
    else lost += 1
    done += 1
    await tell(50 + Math.round((45 * done) / pictures.length))
  }
  // As many as the house makes anew at a time.
  for (let at = 0; at < pictures.length; at += AT_ONCE)
    await Promise.all(pictures.slice(at, at + AT_ONCE).map((one, nth) => take(one, at + nth)))
  if (lost > 0) notes.push(lostPictures(lost))
  return { content: withFiles(content, kept), notes }
}

type ForPicture = {
  name: string
  thing: { kind: string; id: string }
  children: 'none' | 'consented'
}

/** A sentence about one picture, e.g. of an odd kind, must not keep the text away. */
async function pictureKept(bytes: Uint8Array, { name, thing, children }: ForPicture) {
  const incoming = await keepIncoming(once(bytes), bytes.byteLength)
  try {
    return await withKept([{ name, incoming }], async ([kept]) => {
      if (!kept) return null
      const { width, height } = kept.made
      const id = await transaction(() => attach(kept, { thing, by: null, children }))
      return { id, width, height }
    })
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  } finally {
    await incoming.discard()
  }
}

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
