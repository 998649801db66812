import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { settings } from '#server/platform/env.ts'
import { closingOf } from '../closing/views.ts'
import { findEcho } from '../results/sql.ts'
import { aboutOf, findPublished, shownAuthors } from '../results/views.ts'
import { findParts } from '../sql.ts'
import { named } from '../views.ts'
import { FORMATS, type Format } from './contract.ts'
import { asLearningResource, asMarkdown } from './rules.ts'

const TYPES: Record<Format, string> = {
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** A published Vorhaben as a file, for whoever may read its page. @returns null when there is none for this reader */
export async function exportFor(actor: Actor | null, param: string, wanted: string | null) {
  const format = FORMATS.find((one) => one === wanted)
  const row = format && (await findPublished(actor, param))
  if (!row) return null
  const [parts, closing, echo] = await Promise.all([
    findParts(row.id),
    closingOf(row.id),
    findEcho(row.id, null),
  ])
  const { authors, software, equipment } = existing(parts)
  const { slug } = named(row)
  const given = {
    ...aboutOf(row),
    ...{ slug, software, equipment, closing },
    authors: shownAuthors(authors),
    planWords: echo.planWords,
  }
  const { origin } = settings()
  return {
    name: `${row.number}-${slug}.${format}`,
    type: TYPES[format],
    text:
      format === 'md'
        ? asMarkdown(given, origin)
        : `${JSON.stringify(asLearningResource(given, origin), null, 2)}\n`,
  }
}
