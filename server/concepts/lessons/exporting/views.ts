import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { settings } from '#server/platform/env.ts'
import { slugOf } from '#server/platform/text.ts'
import { FORMATS, type Format } from '../contract.ts'
import { isOut } from '../policy.ts'
import { findParts } from '../sql.ts'
import { lessonAt, shownAuthors } from '../views.ts'
import { asLearningResource, asMarkdown } from './rules.ts'

const TYPES: Record<Format, string> = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/**
 * A lesson concept as a file, for whoever may read its page; for machines only what is published.
 *
 * @throws NotFound when there is none for this reader
 */
export async function lessonFile(actor: Actor | null, param: string, wanted: string | null) {
  const format = existing(FORMATS.find((one) => one === wanted))
  const row = await lessonAt(actor, param)
  existing(format === 'md' || isOut(row) ? row : undefined)
  const { phases, software, authors } = existing(await findParts(row.id))
  const given = {
    ...row,
    ...{ phases, software: software.map(({ name }) => name), school: row.schoolName },
    authors: shownAuthors(authors),
  }
  const { origin } = settings()
  return {
    name: `${row.number}-${slugOf(row.title)}.${format}`,
    type: TYPES[format],
    text:
      format === 'md'
        ? asMarkdown(given, origin)
        : `${JSON.stringify(asLearningResource(given, origin), null, 2)}\n`,
  }
}
