import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { Publish } from '#server/platform/transaction.ts'
import { changingConcept, type Happened } from '../../commands.ts'
import type { Visibility } from '../../contract.ts'
import { versionPublished } from '../../events.ts'
import { paths } from '../../paths.ts'
import { may } from '../../policy.ts'
import type { Working } from '../../views.ts'
import { alreadyMade, keepVersion, refuseFuture } from '../commands.ts'
import { findingsIn, type Piece } from '../draft/rules.ts'
import { updateVisibility } from '../draft/sql.ts'
import { draftOf, piecesOf, seenOf } from '../draft/views.ts'
import type { PublishDraft, PublishFrozen } from '../inputs.ts'
import * as versions from '../sql.ts'
import { words } from '../words.ts'
import { piecesOfVersion } from './rules.ts'
import * as sql from './sql.ts'

type Frame = {
  actor: Actor
  working: Working
  tell: (happened: Happened) => Promise<void>
  publish: Publish
}

/**
 * Freezes the working copy as the next version and lets it out. The same form again is the same version.
 *
 * @returns the address of what is published
 * @throws Refusal when somebody published, or the draft changed, since the form was made
 */
export async function publishDraft(actor: Actor, slug: string, input: PublishDraft) {
  await spend('documents', actor.id)
  return changingConcept(actor, { slug }, may.publish, async (working, tell, publish) => {
    const { concept, school } = working
    const known = await alreadyMade(actor, working, input.clientKey)
    if (known !== undefined) return paths.version(school.slug, known)
    refuseFuture(input.heldOn)
    refuseOvertaken(input.seen, seenOf(concept.publishedVersionId, await draftOf(concept.id)))
    await updateVisibility(concept.id, chosenIn(input.visibility))
    const draft = await draftOf(concept.id)
    refuseFindings(piecesOf(draft), input.isChecked !== undefined)
    const version = await keepVersion(actor, working, draft, input)
    await letOut({ actor, working, tell, publish }, { ...input, ...version })
    return paths.version(school.slug, version.number)
  })
}

/** Lets out what was frozen before, as it was then. */
export async function publishFrozen(actor: Actor, slug: string, input: PublishFrozen) {
  await spend('documents', actor.id)
  return changingConcept(actor, { slug }, may.publish, async (working, tell, publish) => {
    const { concept, school } = working
    const version = existing(await versions.findVersion(concept.id, input.number))
    if (version.status === 'published') throw new Refusal(words.alreadyOut)
    if (version.fileId) throw new Refusal(words.isFile)
    refuseFuture(input.heldOn)
    await refuseOlder(working, version.number)
    refuseFindings(piecesOfVersion(await sql.listTexts(version.id)), input.isChecked !== undefined)
    await letOut({ actor, working, tell, publish }, { ...input, id: version.id })
    return paths.version(school.slug, version.number)
  })
}

/** "chapter:who" as the form sends it. */
const chosenIn = (given: string[]) =>
  given.map((one) => {
    const [id = '', visibility = ''] = one.split(':')
    return { id, visibility: visibility as Visibility }
  })

function refuseOvertaken(seen: string, now: string): void {
  const published = (mark: string) => mark.slice(0, mark.indexOf('.'))
  if (published(seen) !== published(now)) throw new Refusal(words.publishedMeanwhile)
  if (seen !== now) throw new Refusal(words.draftChanged)
}

function refuseFindings(pieces: Piece[], isChecked: boolean): void {
  if (pieces.every(({ visibility }) => visibility === 'school'))
    throw new Refusal(words.nothingLeaves, 'visibility')
  const found = findingsIn(pieces)
  const without = found.filter(({ kind }) => kind === 'alt').map(({ place }) => place)
  if (without.length > 0) throw new Refusal(words.alt(without), 'visibility')
  const names = found.filter(({ kind }) => kind === 'child')
  if (names.length > 0 && !isChecked) throw new Refusal(words.childNames(names), 'isChecked')
}

async function refuseOlder({ concept }: Working, number: number): Promise<void> {
  const all = await versions.listVersions(concept.id)
  const isOlder = all.some((one) => one.status === 'published' && one.number > number)
  if (isOlder) throw new Refusal(words.olderThanCurrent)
}

type Out = { id: string; number: number; scope: 'network' | 'public'; heldOn: string }

async function letOut({ actor, working, tell, publish }: Frame, version: Out): Promise<void> {
  const conceptId = working.concept.id
  const { id, number, scope, heldOn } = version
  const at = now()
  await versions.updatePublication(id, {
    ...{ status: 'published', scope, publishedAt: at, publishedBy: actor.id },
    ...{ withdrawnAt: null, withdrawnReason: '' },
  })
  await versions.insertResolution({
    ...{ versionId: id, body: 'school_conference', heldOn, result: 'adopted' },
    ...{ recordedBy: actor.id, recordedAt: at },
  })
  await versions.updateCurrent(conceptId)
  await versions.updateSubmission(conceptId, {
    ...{ submittedAt: null, submittedBy: null, submittedNote: '', returnedNote: '' },
  })
  const details = { number, scope, heldOn }
  await tell({ thingKind: 'concept-version', thingId: id, what: 'version.published', details })
  await recorded(actor, 'concepts.version-published', id, details)
  publish(versionPublished({ conceptId, versionId: id, actorId: actor.id }))
}

const recorded = (
  actor: Actor,
  action: string,
  thingId: string,
  details: Record<string, unknown>,
) => record(actor, { action, thingKind: 'concept-version', thingId, details })

type Withdrawal = { number: number; reason: string }

/** Takes a version back: from now on nobody outside reads it. The one published before it is current again. */
export function withdrawVersion(actor: Actor, slug: string, { number, reason }: Withdrawal) {
  return changingConcept(actor, { slug }, may.publish, async ({ concept }, tell) => {
    const version = existing(await versions.findVersion(concept.id, number))
    if (version.status !== 'published') throw new Refusal(words.notOut)
    await versions.updatePublication(version.id, {
      ...{ status: 'withdrawn', withdrawnAt: now(), withdrawnReason: reason },
    })
    await versions.updateCurrent(concept.id)
    const details = { number }
    await tell({
      thingKind: 'concept-version',
      thingId: version.id,
      what: 'version.withdrawn',
      details,
    })
    await recorded(actor, 'concepts.version-withdrawn', version.id, { number, reason })
  })
}

/** Takes a withdrawal back; nobody is told again. */
export function restoreVersion(actor: Actor, slug: string, { number }: { number: number }) {
  return changingConcept(actor, { slug }, may.publish, async ({ concept }, tell) => {
    const version = existing(await versions.findVersion(concept.id, number))
    if (version.status === 'published') return
    if (version.status !== 'withdrawn') throw new Refusal(words.notWithdrawn)
    await versions.updatePublication(version.id, {
      ...{ status: 'published', withdrawnAt: null, withdrawnReason: '' },
    })
    await versions.updateCurrent(concept.id)
    const details = { number }
    await tell({
      thingKind: 'concept-version',
      thingId: version.id,
      what: 'version.restored',
      details,
    })
    await recorded(actor, 'concepts.version-restored', version.id, details)
  })
}
