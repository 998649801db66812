import type { Actor } from '#server/auth/actor.ts'
import type { AidText } from '#server/documents/contract.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { withFiles } from '#server/rich-text/docx-in.ts'
import { fillMentions, renderContent, type StoredHtml } from '#server/rich-text/render.ts'
import { withoutComments } from '#server/rich-text/without-comments.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { paths as conceptPaths } from '../../paths.ts'
import { may, readableReach } from '../../policy.ts'
import { headOf, workingOf } from '../../views.ts'
import type { ExampleLine, TemplateLine } from '../contract.ts'
import * as chapters from '../sql.ts'
import { pathOf } from '../views.ts'
import { attribution, refusals } from '../words.ts'
import { CHAPTER_TEMPLATES, templatesFor } from './rules.ts'
import * as sql from './sql.ts'

const MOST_EXAMPLES = 12

/** The drawer beside a chapter: texts of ours, and what other schools have published, as far as one reads it. */
export async function templatesForChapter(actor: Actor, slug: string, number: number) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  const chapter = existing(await chapters.findChapter(working.concept.id, number))
  const { kind, title, id } = chapter
  const of = { conceptId: working.concept.id, kind, form: working.school.form }
  const rows = await sql.listExamples({ ...of, reach: readableReach(actor) }, MOST_EXAMPLES)
  return {
    ...headOf(actor, working),
    chapter: { id, number, title, kind },
    path: pathOf(slug, chapter),
    templates: templatesFor(kind).map((template): TemplateLine => ({
      key: template.key,
      title: template.title,
      html: fillMentions(renderContent(checkContent(template.content)), new Map()),
    })),
    examples: rows.map((row) => exampleOf(row, working.school.form)),
  }
}

function exampleOf(row: sql.ExampleRow, own: SchoolForm): ExampleLine {
  const form = row.schoolForm as SchoolForm
  return {
    key: `${row.versionId}:${row.position}`,
    school: row.schoolName,
    form: schoolFormWords[form] ?? row.schoolForm,
    isSameForm: form === own,
    title: row.title,
    version: row.number,
    publishedAt: row.publishedAt,
    path: conceptPaths.version(row.schoolSlug, row.number),
    html: fillMentions(row.html as StoredHtml, new Map()),
  }
}

/** One of them as it goes into a text that is being written. */
export async function takenTextFor(actor: Actor, slug: string, number: number, from: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  existing(await chapters.findChapter(working.concept.id, number))
  return beginningOf(actor, from)
}

/** What a key of the drawer stands for. @throws Refusal for one that is not there any more */
export async function beginningOf(actor: Actor, from: string): Promise<AidText> {
  const template = CHAPTER_TEMPLATES.find(({ key }) => key === from)
  if (template) return { title: template.title, blocks: template.content.content ?? [] }
  return exampleText(actor, from)
}

/** A published chapter as this person reads it; pictures stay with the school whose they are. */
async function exampleText(actor: Actor, from: string): Promise<AidText> {
  const [, versionId = '', position = ''] = /^([0-9a-f-]{36}):(\d{1,4})$/.exec(from) ?? []
  if (versionId === '') throw new Refusal(refusals.noTemplate, 'from')
  const reach = readableReach(actor)
  const row = await sql.findExample({ versionId, position: Number(position), reach })
  if (!row) throw new Refusal(refusals.noExample, 'from')
  const plain = withoutComments(withFiles(checkContent(row.content), new Map()))
  const { title, schoolName: school, number: version } = row
  const href = conceptPaths.version(row.schoolSlug, version)
  const marks = [{ type: 'link', attrs: { href } }]
  const said = { type: 'text', text: attribution({ title, school, version }), marks }
  return {
    title: `${title} (${school})`,
    blocks: [{ type: 'paragraph', content: [said] }, ...(plain.content ?? [])],
  }
}
