import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { fillMentions, renderContent, type StoredHtml } from '#server/rich-text/render.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { paths as conceptPaths } from '../../paths.ts'
import { may, readableReach } from '../../policy.ts'
import { headOf, workingOf } from '../../views.ts'
import type { ExampleLine, TemplateLine } from '../contract.ts'
import * as chapters from '../sql.ts'
import { pathOf } from '../views.ts'
import { templatesFor } from './rules.ts'
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
