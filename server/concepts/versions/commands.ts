import { randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { copyFiles } from '#server/files/commands.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { filesIn } from '#server/rich-text/text.ts'
import { changingConcept } from '../commands.ts'
import { may } from '../policy.ts'
import type { Working } from '../views.ts'
import { type Draft, draftOf, type DraftSection } from './draft/views.ts'
import type { Freeze, RecordResolution } from './inputs.ts'
import { asPartOfPage, withPictures } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** Keeps the working copy as it stands, with what is being typed. The same form again is the same version. */
export async function freezeVersion(actor: Actor, slug: string, input: Freeze): Promise<number> {
  await spend('documents', actor.id)
  return changingConcept(actor, { slug }, may.publish, async (working, tell) => {
    const known = await alreadyMade(actor, working, input.clientKey)
    if (known !== undefined) return known
    const draft = await draftOf(working.concept.id)
    const { id, number } = await keepVersion(actor, working, draft, input)
    await tell({
      ...{ thingKind: 'concept-version', thingId: id, what: 'version.frozen' },
      details: { number, label: input.label },
    })
    return number
  })
}

/** @returns the number that this very form has made before; the concept is locked */
export async function alreadyMade(
  actor: Actor,
  { concept }: Working,
  clientKey: string,
): Promise<number | undefined> {
  const known = await sql.findByKey(actor.id, clientKey)
  if (known && known.conceptId !== concept.id) throw new Refusal(words.staleForm)
  return known?.number
}

type Named = { label?: string; changeNote: string; clientKey: string }

/** Copies a draft into a new version. For commands that hold the concept and have asked who may. */
export async function keepVersion(
  actor: Actor,
  { concept, school }: Working,
  draft: Draft,
  { label = '', changeNote, clientKey }: Named,
): Promise<{ id: string; number: number }> {
  if (draft.sections.length === 0 && draft.goals.length === 0) throw new Refusal(words.nothing)
  const version = await sql.insertVersion({
    ...{ conceptId: concept.id, label, changeNote, clientKey, title: concept.title },
    ...{ schoolName: school.name, schoolForm: school.form },
    ...{ createdBy: actor.id, createdAt: now() },
  })
  const versionId = version.id
  const kept = []
  for (const [position, section] of draft.sections.entries())
    kept.push(await sectionOf(section, versionId, position))
  await sql.insertParts({
    sections: kept.map(({ section }) => section),
    pictures: kept.flatMap(({ pictures }) => pictures),
    goals: draft.goals.map(({ id, ...goal }, position) => ({
      ...{ ...goal, versionId, position, goalId: id },
    })),
    marks: draft.marks.map((mark) => ({ ...mark, versionId })),
    reflections: draft.reflections.map(({ id, visibility }) => ({
      ...{ versionId, reflectionId: id, visibility },
    })),
  })
  return version
}

async function sectionOf(chapter: DraftSection, versionId: string, position: number) {
  const { documentId, number: _, content, ...rest } = chapter
  const id = randomUUID()
  const files = filesIn(content)
  const copies =
    files.length === 0
      ? new Map<string, string>()
      : await copyFiles(
          { kind: 'document', id: documentId },
          { kind: 'concept-section', id, plgId: null },
          files,
        )
  const html = withPictures(asPartOfPage(renderContent(content), position), copies)
  return {
    section: { ...rest, id, versionId, position, content: JSON.stringify(content), html },
    pictures: [...copies].map(([fileId, copyId]) => ({ sectionId: id, fileId, copyId })),
  }
}

/** @throws Refusal for a day that is still to come */
export function refuseFuture(day: string): void {
  if (day > localDayOf(now())) throw new Refusal(words.future, 'heldOn')
}

/** What a body of the school resolved about a version. */
export function recordResolution(
  actor: Actor,
  slug: string,
  number: number,
  input: RecordResolution,
): Promise<void> {
  return changingConcept(actor, { slug }, may.publish, async ({ concept }, tell) => {
    refuseFuture(input.heldOn)
    const version = existing(await sql.findVersion(concept.id, number))
    const row = { ...input, versionId: version.id, recordedBy: actor.id, recordedAt: now() }
    if (!(await sql.insertResolution(row))) throw new Refusal(words.knownResolution, 'heldOn')
    const details = { number, body: input.body, heldOn: input.heldOn }
    await tell({
      thingKind: 'concept-version',
      thingId: version.id,
      what: 'version.resolved',
      details,
    })
    await record(actor, {
      ...{ action: 'concepts.resolution-recorded', thingKind: 'concept-version' },
      ...{ thingId: version.id, details },
    })
  })
}

/** Takes back a resolution that was recorded by mistake. */
export function dropResolution(
  actor: Actor,
  slug: string,
  number: number,
  { resolution }: { resolution: string },
): Promise<void> {
  return changingConcept(actor, { slug }, may.publish, async ({ concept }, tell) => {
    const version = existing(await sql.findVersion(concept.id, number))
    await sql.deleteResolution(version.id, resolution)
    const details = { number }
    await tell({
      thingKind: 'concept-version',
      thingId: version.id,
      what: 'version.unresolved',
      details,
    })
  })
}
