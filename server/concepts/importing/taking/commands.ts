import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { replaceText } from '#server/documents/bound/commands.ts'
import { giveFiles } from '#server/files/commands.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { Publish } from '#server/platform/transaction.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { withFiles } from '#server/rich-text/docx-in.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { filesIn } from '#server/rich-text/text.ts'
import { placeChapters, standing } from '../../chapters/commands.ts'
import { updateChapter } from '../../chapters/sql.ts'
import { changingConcept } from '../../commands.ts'
import { CHAPTER_KINDS, type ChapterKind } from '../../contract.ts'
import { may } from '../../policy.ts'
import type { Working } from '../../views.ts'
import type { TakeImport } from '../inputs.ts'
import { paths } from '../paths.ts'
import { asText, type Piece } from '../rules.ts'
import * as sql from '../sql.ts'
import { piecesIn, rowOf } from '../views.ts'
import { beforeImport, refusals, ZERO_NOTE } from '../words.ts'

/** What goes into one chapter: one that is there, or a new one. */
type Target = { chapter: string | null; kind: ChapterKind; title: string; pieces: Piece[] }

/**
 * Takes what was recognised over, as it was corrected: new chapters are made, the text of others is replaced and kept as
 * a version. The file itself is kept as version 0. Pressed twice, by one or by two, it happens once.
 *
 * @returns the page that says what became of it
 */
export async function takeImport(
  actor: Actor,
  slug: string,
  id: string,
  input: TakeImport,
): Promise<string> {
  await spend('exchanges', actor.id)
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    await rowOf(working, id)
    const row = existing(await sql.lockImport(id))
    const page = paths.one(working.school.slug, id)
    if (row.state === 'taken') return page
    if (row.state !== 'read')
      throw new Refusal(row.state === 'dropped' ? refusals.over : refusals.notReady)
    const pieces = piecesIn(await sql.findPieces(id))
    const taking = { actor, working, row, publish }
    if (row.kind === 'docx') await takeChapters(taking, targetsOf(pieces, input))
    const isZero = await keepZero(taking, pieces)
    if (!isZero && row.kind === 'pdf') throw new Refusal(refusals.hasZero)
    await sql.updateImport(id, ['read'], { state: 'taken', pieces: null, changedAt: now() })
    const details = { file: row.fileName, zero: isZero }
    await tell({ thingKind: 'import', thingId: id, what: 'chapter.imported', details })
    return page
  })
}

type Taking = { actor: Actor; working: Working; row: sql.ImportRow; publish: Publish }

function targetsOf(pieces: Piece[], { to, title }: TakeImport): Target[] {
  if (to.length !== pieces.length || title.length !== pieces.length)
    throw new Refusal(refusals.incomplete)
  const targets: Target[] = []
  for (const [at, piece] of pieces.entries()) {
    const [way = '', what = ''] = (to[at] ?? '').split(':')
    if (way === 'skip') continue
    const named = { ...piece, title: title[at] ?? piece.title }
    const before = joined(targets, way, what)
    if (before) before.pieces.push(named)
    else targets.push(target(way === 'in' ? what : null, kindOf(what, piece.kind), named))
  }
  if (targets.length === 0) throw new Refusal(refusals.nothing)
  return targets
}

/** The one that a piece goes into after another: the last, or the same chapter. */
function joined(targets: Target[], way: string, what: string): Target | undefined {
  if (way === 'above') return targets.at(-1)
  return way === 'in' ? targets.find(({ chapter }) => chapter === what) : undefined
}

const target = (chapter: string | null, kind: ChapterKind, piece: Piece): Target => ({
  ...{ chapter, kind, title: piece.title, pieces: [piece] },
})

const kindOf = (what: string, otherwise: ChapterKind): ChapterKind =>
  CHAPTER_KINDS.find((kind) => kind === what) ?? otherwise

/** The pieces of a chapter as one text: from the second on each keeps its name as a heading. */
function textOf({ pieces }: Target) {
  return asText(
    pieces.flatMap(({ title, content }, at) => [
      ...(at === 0 ? [] : [headingOf(title)]),
      ...(content.content ?? []),
    ]),
  )
}

const headingOf = (title: string) => ({
  ...{ type: 'heading', attrs: { level: 2 } },
  content: [{ type: 'text', text: title }],
})

async function takeChapters(taking: Taking, targets: Target[]): Promise<void> {
  const { actor, working, row } = taking
  const made = targets.filter(({ chapter }) => chapter === null)
  const placed = await placeChapters(
    actor,
    working,
    made.map((one) => ({
      ...{ kind: one.kind, title: one.title, content: textOf(one), clientKey: randomUUID() },
    })),
  )
  for (const [at, one] of made.entries())
    await givePictures(row.id, placed[at]?.documentId ?? '', textOf(one))
  for (const one of targets) if (one.chapter !== null) await replaceChapter(taking, one)
}

async function replaceChapter({ actor, working, row, publish }: Taking, one: Target) {
  const chapter = await standing(working, one.chapter ?? '').catch((error: unknown) => {
    if (error instanceof NotFound) throw new Refusal(refusals.noChapter)
    throw error
  })
  const text = textOf(one)
  await replaceText(chapter, () => text, { by: actor, name: beforeImport(row.fileName) }, publish)
  await updateChapter(chapter.id, { changedAt: now() })
  await givePictures(row.id, chapter.documentId, text)
}

/** Pictures of the import become those of the text they stand in. */
const givePictures = (importId: string, documentId: string, text: ReturnType<typeof textOf>) =>
  giveFiles(
    filesIn(text),
    { kind: 'concept-import', id: importId },
    { kind: 'document', id: documentId },
  )

/** The file as it came is version 0, with its words; pictures are in the file. @returns whether there was none */
function keepZero({ actor, working, row }: Taking, pieces: Piece[]): Promise<boolean> {
  const { concept, school } = working
  const words = pieces.map((piece) => `${piece.title}\n${piece.words}`).join('\n\n')
  return sql.insertVersionZero(
    {
      ...{ conceptId: concept.id, title: concept.title, changeNote: ZERO_NOTE },
      ...{ schoolName: school.name, schoolForm: school.form, label: row.fileName.slice(0, 120) },
      ...{ fileId: row.fileId, fileWords: words },
      ...{ createdBy: actor.id, createdAt: now(), clientKey: row.id },
    },
    pieces.map(({ title, kind, content, words: own }) => {
      const plain = withFiles(checkContent(content), new Map())
      const html = renderContent(plain)
      return { kind, title, content: JSON.stringify(plain), html, words: own }
    }),
  )
}
