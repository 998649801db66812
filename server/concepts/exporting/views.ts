import type { Actor } from '#server/auth/actor.ts'
import { bytesOf, fileAtDoor } from '#server/files/views.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'
import { toDocx } from '#server/rich-text/docx-out.ts'
import { toMarkdown } from '#server/rich-text/markdown.ts'
import { pageHtml } from '#server/rich-text/page-html.ts'
import { toPdf } from '#server/rich-text/pdf.ts'
import { fillMentions, renderContent } from '#server/rich-text/render.ts'
import { filesIn, mentionsIn, wordsOf } from '#server/rich-text/text.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { listVersionMarks } from '../matrix/sql.ts'
import { tableOf } from '../matrix/views.ts'
import { paths } from '../paths.ts'
import { goalStatusName } from '../versions/comparing/words.ts'
import { mentionCards } from '../versions/reading/linked/views.ts'
import { listGoals, listTexts } from '../versions/reading/sql.ts'
import { listPictures } from '../versions/sql.ts'
import { doorOf, versionAt } from '../versions/views.ts'
import { decisionLine } from '../versions/words.ts'
import type { Format } from './contract.ts'
import { wholeText } from './rules.ts'
import { words } from './words.ts'

type By = { actor: Actor | null; network: string }
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const germanDay = (at: Date) => localDayOf(at).split('-').reverse().join('.')

/** A version as a file: of it what this reader reads, with school, version, date and decision. */
export async function exportFor(
  { actor, network }: By,
  slug: string,
  number: number,
  format: Format,
) {
  const door = await doorOf(actor, slug, (school) => paths.export(school, number, format))
  const { version, reach } = await versionAt(actor, door, number)
  await spend('exchanges', actor?.id ?? network)
  const readsMatrix = reach.includes(version.matrixVisibility ?? 'public')
  const [sections, goals, marks] = await Promise.all([
    listTexts(version.id, reach),
    listGoals(version.id, reach),
    readsMatrix ? listVersionMarks([version.id]) : [],
  ])
  const copies = await listPictures(sections.map(({ id }) => id))
  const form = version.schoolForm as SchoolForm
  const search = { rows: 'competencies', span: 'bands', bySubject: false } as const
  const { title, schoolName, publishedAt, createdAt, resolutions } = version
  const about = [
    `${schoolName} · Version ${number} vom ${germanDay(publishedAt ?? createdAt)}`,
    decisionLine(resolutions),
  ].filter(Boolean)
  const content = wholeText({
    // On paper they stand under the title already.
    about: format === 'pdf' ? [] : about,
    sections: sections
      .map((one) => ({ title: one.title, content: one.content as CheckedContent }))
      .filter((one) => wordsOf(one.content) !== '' || filesIn(one.content).length > 0),
    goals: goals.map((goal) => ({ ...goal, status: goalStatusName(goal.status) })),
    matrix: marks.length > 0 ? tableOf(marks, { form, levels: [] }, search).matrix : null,
  })
  const made = { actor, title, content, copies, about: about.join(' · ') }
  return { name: `${slugOf(title)}-version-${number}.${format}`, ...(await asFile(format, made)) }
}

type Made = {
  actor: Actor | null
  title: string
  content: CheckedContent
  copies: Map<string, string>
  about: string
}

async function asFile(format: Format, { actor, title, content, copies, about }: Made) {
  const { origin } = settings()
  // Copies hang on the sections whose texts these are, and these were asked for with the reader's reach.
  const picture = (file: string) => pictureOf(copies.get(file))
  const pointers = mentionsIn(content).map(({ kind, id }) => ({ thingKind: kind, thingId: id }))
  const cards = await mentionCards(actor, pointers)
  const mentions = new Map(
    [...cards].map(([key, card]) => [key, { title: card.title, path: card.path ?? '' }] as const),
  )
  switch (format) {
    case 'docx': {
      const bytes = await toDocx(content, { title, mentions, picture, date: now(), origin })
      return { type: WORD_TYPE, bytes }
    }
    case 'md': {
      const text = `# ${title}\n\n${await toMarkdown(content, { mentions })}`
      return { type: 'text/markdown; charset=utf-8', bytes: Buffer.from(text) }
    }
    case 'pdf': {
      const html = fillMentions(renderContent(content), cards)
      const pdf = await toPdf(await pageHtml(html, { title, about, origin, picture }))
      if (!pdf) throw new Refusal(words.noPdf)
      return { type: 'application/pdf', bytes: pdf }
    }
  }
}

async function pictureOf(copy: string | undefined) {
  if (!copy) return null
  try {
    const { key, mediaType: type, width, height } = await fileAtDoor(copy)
    const { stream } = await bytesOf({ key })
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
    return { bytes, type, width: width ?? 0, height: height ?? 0 }
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
