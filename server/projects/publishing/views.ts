import type { Actor } from '#server/auth/actor.ts'
import { filesOf } from '#server/files/views.ts'
import { existing } from '#server/platform/authorize.ts'
import { childNameHints } from '#server/platform/child-names.ts'
import { licencesFor } from '../rules.ts'
import { findParts } from '../sql.ts'
import { headOf, insideProject, originalOf, type Place } from '../views.ts'
import { findTextsOf } from './sql.ts'

/** What one must know before others read it: who the authors are, which files go with it, what looks like a name. */
export async function publishingFor(actor: Actor, place: Place) {
  const inside = await insideProject(actor, place)
  const { id, adoptedFrom } = inside.project
  const [parts, texts, files, original] = await Promise.all([
    findParts(id),
    findTextsOf(id),
    filesOf(actor, { kind: 'project', id }),
    originalOf(actor, adoptedFrom),
  ])
  const { authors } = existing(parts)
  return {
    ...headOf(actor, inside),
    authors,
    ownName: authors.find(({ personId }) => personId === actor.id)?.nameUse ?? null,
    files: files.files.map(({ name }) => name),
    hints: childNameHints(texts),
    licences: licencesFor(original?.licence ?? null),
    original,
  }
}
