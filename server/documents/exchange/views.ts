import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '#server/auth/actor.ts'
import { currentContent } from '#server/collab/journal.ts'
import { bytesOf, fileFor, filesOf } from '#server/files/views.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'
import { toDocx } from '#server/rich-text/docx-out.ts'
import { toMarkdown } from '#server/rich-text/markdown.ts'
import { pageHtml } from '#server/rich-text/page-html.ts'
import { toPdf } from '#server/rich-text/pdf.ts'
import { fillMentions, renderContent } from '#server/rich-text/render.ts'
import { withoutComments } from '#server/rich-text/without-comments.ts'
import { may } from '../policy.ts'
import { cardsOf, namesFor } from '../text/views.ts'
import { headOf, insideDocument, type Place } from '../views.ts'
import { homeWords } from '../words.ts'
import { type Format, type ImportReport, WORD_TYPE } from './contract.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

export type Exported = { name: string; type: string; bytes: Uint8Array }

/** A document as a file, with the names of what it mentions as this reader may see them. Comments stay here. */
export async function exportFor(actor: Actor, place: Place, format: Format): Promise<Exported> {
  const { document, home } = await insideDocument(actor, place)
  await spend('exchanges', actor.id)
  const content = await currentContent(document.id)
  if (!content) throw new Refusal(words.unreadable)
  const name = `${document.slug}.${format}`
  const about = homeWords(home.kind).about(home.title)
  return { name, ...(await made(format, { actor, title: document.title, content }, about)) }
}

type Source = { actor: Actor; title: string; content: CheckedContent }

async function made(format: Format, { actor, title, content }: Source, about: string) {
  const mentions = await namesFor(actor, content)
  switch (format) {
    case 'docx': {
      const picture = (file: string) => pictureFor(actor, file)
      const given = { title, mentions, picture, date: now(), origin: settings().origin }
      return { type: WORD_TYPE, bytes: await toDocx(content, given) }
    }
    case 'md': {
      const text = `# ${title}\n\n${await toMarkdown(content, { mentions })}`
      return { type: 'text/markdown; charset=utf-8', bytes: Buffer.from(text) }
    }
    case 'pdf':
      return { type: 'application/pdf', bytes: await asPdf({ actor, title, content }, about) }
  }
}

async function asPdf({ actor, title, content }: Source, about: string): Promise<Uint8Array> {
  const html = fillMentions(renderContent(withoutComments(content)), await cardsOf(actor, content))
  const page = await pageHtml(html, {
    title,
    about: `${about} · Stand ${day.format(now())}`,
    origin: settings().origin,
    picture: (file) => pictureFor(actor, file),
  })
  const pdf = await toPdf(page)
  if (!pdf) throw new Refusal(words.noPdf)
  return pdf
}

const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' })

/** A picture of a text, asked by the rights of the reader; null when it is gone or not theirs. */
async function pictureFor(actor: Actor, id: string) {
  try {
    const { file, bytes } = await wholeFile(actor, id)
    return { bytes, type: file.mediaType, width: file.width ?? 0, height: file.height ?? 0 }
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** A file with its bytes, asked by the rights of the actor. @throws NotFound when it is gone or not theirs */
export async function wholeFile(actor: Actor, id: string) {
  const { file } = await fileFor(actor, id)
  const { stream } = await bytesOf({ key: file.storageKey })
  return { file, bytes: new Uint8Array(await new Response(stream).arrayBuffer()) }
}

const report = z.object({
  file: z.string(),
  headings: z.number(),
  tables: z.number(),
  pictures: z.number(),
  picturesWithoutAlt: z.number(),
  notes: z.array(z.string()),
}) satisfies z.ZodType<ImportReport>

/** The page that takes the text of a Word file over: the files to choose from, and how the last one went. */
export async function importFor(actor: Actor, place: Place) {
  const inside = await insideDocument(actor, place)
  authorize(may.restoreVersion, actor, inside.facts)
  const [view, last] = await Promise.all([
    filesOf(actor, { kind: 'document', id: inside.document.id }),
    sql.findLastImport(inside.document.id),
  ])
  const done = report.safeParse(last?.report).data
  return {
    ...headOf(actor, inside),
    files: view.files
      .filter(({ mediaType }) => mediaType === WORD_TYPE)
      .map(({ id, name }) => ({ id, name })),
    last: last && done ? { version: last.number, ...done } : null,
    uploadKey: view.clientKey,
    clientKey: randomUUID(),
  }
}
