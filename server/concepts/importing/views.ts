import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '#server/auth/actor.ts'
import { CHILDREN } from '#server/files/contract.ts'
import { filesOf } from '#server/files/views.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import type { Standing } from '#server/platform/things.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import { nodesOf } from '#server/rich-text/text.ts'
import { listChapters } from '../chapters/sql.ts'
import { pathOf } from '../chapters/views.ts'
import { CHAPTER_KINDS } from '../contract.ts'
import { may } from '../policy.ts'
import { headOf, type Working, workingOf } from '../views.ts'
import { type ImportReport, PDF_TYPE, type PieceLine, WORD_TYPE } from './contract.ts'
import { countsOf, type Piece, proposalFor } from './rules.ts'
import * as sql from './sql.ts'

const MOST_SHOWN = 10

/** The page that takes a file over: those that lie at the concept, and how earlier ones went. */
export async function importsFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  const [view, rows] = await Promise.all([
    filesOf(actor, { kind: 'concept', id: working.concept.id }),
    sql.listImports(working.concept.id, MOST_SHOWN),
  ])
  return {
    ...headOf(actor, working),
    files: view.files
      .filter(({ mediaType }) => [WORD_TYPE, PDF_TYPE].includes(mediaType))
      .map(({ id, name }) => ({ id, name })),
    imports: rows.map(({ id, fileName, state, createdAt }) => ({ id, fileName, state, createdAt })),
    uploadKey: view.clientKey,
    clientKey: randomUUID(),
    now: now(),
  }
}

/** One file on its way: how far it is, what was recognised, or what became of it. */
export async function importFor(actor: Actor, slug: string, id: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  const row = await rowOf(working, id)
  const { state, kind, fileName, progress, failure } = row
  const rows = await listChapters(working.concept.id)
  const chapters = rows.map((one) => ({ ...one, isEmpty: one.firstWords.trim() === '' }))
  const pieces = state === 'read' && kind === 'docx' ? piecesIn(await sql.findPieces(id)) : []
  const taken = new Set<string>()
  return {
    ...headOf(actor, working),
    import: { id, state, kind, fileName, progress, failure },
    report: reportOf(row),
    pieces: pieces.map((piece): PieceLine => ({
      ...{ title: piece.title, kind: piece.kind },
      ...{ firstWords: piece.words.slice(0, 160), proposed: proposalFor(piece, chapters, taken) },
      pictures: countsOf(piece.content).pictures,
      tables: countsOf(piece.content).tables,
    })),
    chapters: chapters.map((one) => ({ id: one.id, title: one.title, isEmpty: one.isEmpty })),
  }
}

/** @throws NotFound also for an import of elsewhere */
export async function rowOf({ concept }: Working, id: string): Promise<sql.ImportRow> {
  const row = z.uuid().safeParse(id).success ? await sql.findImport(id) : undefined
  return existing(row?.conceptId === concept.id ? row : undefined)
}

const piece = z.object({
  title: z.string(),
  kind: z.enum(CHAPTER_KINDS).catch('free'),
  content: z.unknown(),
  words: z.string(),
})

/** What was put down when the file was read. */
export function piecesIn(stored: unknown): Piece[] {
  const found = z.array(piece).safeParse(stored).data ?? []
  return found.map((one) => ({ ...one, content: checkContent(one.content) }))
}

const begun = z.object({ children: z.enum(CHILDREN) })

/** What was answered when it began; without an answer pictures stay away. */
export const begunWith = ({ report }: { report: unknown }) =>
  begun.safeParse(report).data ?? { children: 'unknown' as const }

const report = z.object({
  chapters: z.number(),
  tables: z.number(),
  pictures: z.number(),
  picturesWithoutAlt: z.number(),
  pages: z.number(),
  notes: z.array(z.string()),
}) satisfies z.ZodType<ImportReport>

const reportOf = (row: { report: unknown }): ImportReport | null =>
  report.safeParse(row.report).data ?? null

/** Pictures of the working copy that say nothing to who does not see them. */
export async function picturesFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  const rows = await sql.listPictured(working.concept.id)
  return {
    ...headOf(actor, working),
    pictures: rows.flatMap((row) => {
      const chapter = { id: row.id, title: row.title, path: pathOf(slug, row) }
      return undescribed(checkContent(row.content)).map((file) => ({ file, chapter }))
    }),
  }
}

/** The files of pictures without a description, each once. */
function undescribed(content: CheckedContent): string[] {
  const bare = [...nodesOf(content)].filter(
    ({ type, attrs }) => type === 'image' && !attrs?.alt && attrs?.decorative !== true,
  )
  return [...new Set(bare.map(({ attrs }) => String(attrs?.file)))]
}

const NOTHING: Standing = { canRead: false, canChange: false, plgId: null }

/** Files that hang on a concept: read by whom its working copy is, brought by who writes it. */
export async function conceptStanding(actor: Actor, id: string): Promise<Standing> {
  try {
    const { facts } = await workingOf(actor, { id })
    return { canRead: true, canChange: may.write(actor, facts), plgId: null }
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return NOTHING
    throw error
  }
}

/** Pictures of a file that is being taken over: as its concept, but nobody adds one by hand. */
export async function importStanding(actor: Actor, id: string): Promise<Standing> {
  const row = await sql.findImport(id)
  if (!row) return NOTHING
  const standing = await conceptStanding(actor, row.conceptId)
  return { ...standing, canChange: false }
}
