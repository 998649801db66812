import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import type { Visibility } from '../../contract.ts'
import { may } from '../../policy.ts'
import { headOf, workingOf } from '../../views.ts'
import type { Finding } from '../contract.ts'
import { findingsIn, type Piece } from '../draft/rules.ts'
import { type Draft, draftOf, piecesOf, seenOf } from '../draft/views.ts'
import * as versions from '../sql.ts'
import { words } from '../words.ts'
import { piecesOfVersion } from './rules.ts'
import * as sql from './sql.ts'

/** What one must know before a school's concept leaves it: the working copy, or a version that was frozen before. */
export async function publishingFor(actor: Actor, slug: string, number: number | null) {
  const working = await workingOf(actor, { slug })
  authorizeOrHide(may.publish, actor, working.facts)
  const { concept } = working
  const head = { ...headOf(actor, working), clientKey: randomUUID() }
  const all = await versions.listVersions(concept.id)
  const current = all.find(({ id }) => id === concept.publishedVersionId)
  const shared = { ...head, current: current?.number ?? null, latest: all[0]?.number ?? 0 }
  const frozen = number === null ? null : existing(all.find((one) => one.number === number))
  if (!frozen) {
    const draft = await draftOf(concept.id)
    const seen = seenOf(concept.publishedVersionId, draft)
    return { ...shared, frozen: null, seen, empty: draft.empty, ...shownOf(draft) }
  }
  if (frozen.status === 'published') throw new Refusal(words.alreadyOut)
  const pieces = piecesOfVersion(await sql.listTexts(frozen.id))
  const { label, changeNote, resolutions } = frozen
  return {
    ...{ ...shared, seen: '', empty: [] as string[], ...looked(pieces) },
    frozen: { number: frozen.number, label, changeNote, resolutions },
    chapters: pieces
      .filter(({ content }) => content)
      .map(({ place, visibility }): Chapter => ({ id: '', title: place, visibility })),
  }
}

type Chapter = { id: string; title: string; visibility: Visibility }

function shownOf(draft: Draft) {
  const chapters = draft.sections.map(({ chapterId: id, title, visibility }): Chapter => ({
    id,
    title,
    visibility,
  }))
  return { ...looked(piecesOf(draft)), chapters }
}

/** Findings of all that could leave, also of what stays today: it is chosen on the same page. */
function looked(pieces: Piece[]): { findings: Finding[] } {
  const asIfOut = pieces.map((one) => ({
    ...one,
    visibility: one.content && one.visibility === 'school' ? ('network' as const) : one.visibility,
  }))
  return { findings: findingsIn(asIfOut) }
}
