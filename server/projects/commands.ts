import type { Actor } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { insideOf } from '#server/plg/views.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { childNameHints } from '#server/platform/child-names.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import type { Status } from './contract.ts'
import { authorsAdded, projectChanged } from './events.ts'
import type { CreateProject, EditProject } from './inputs.ts'
import { paths } from './paths.ts'
import { may, type ProjectFacts } from './policy.ts'
import { nextStatuses, plainProject, projectNumber } from './rules.ts'
import * as sql from './sql.ts'
import { type Inside, insideAlsoDeleted, insideProject, type Place } from './views.ts'
import { words } from './words.ts'

/** Begins a Vorhaben as a draft. The same key again is the same one. @returns its address */
export async function createProject(
  actor: Actor,
  plgSlug: string,
  input: CreateProject,
): Promise<string> {
  await spend('documents', actor.id)
  return transaction(async (publish) => {
    const { plg, proof, facts } = await insideOf(actor, { slug: plgSlug })
    authorize(may.create, actor, facts)
    const { clientKey, authors, ...rest } = input
    const { software, equipment, classes, ...about } = rest
    const at = now()
    const made = await sql.insertProject({
      ...about,
      ...{ plgId: plg.id, clientKey, createdBy: actor.id, createdAt: at, changedAt: at },
      cycle: await sql.cycleOf(plg.id),
    })
    if (!made) return addressOf(existing(await sql.findByKey(actor.id, clientKey)))
    await putParts({ proof, projectId: made.id, plgId: plg.id }, actor, publish, {
      ...{ software, equipment, classes },
      authors: authors.length > 0 ? authors : [actor.id],
    })
    return addressOf({ ...made, plgSlug: plg.slug })
  })
}

export const addressOf = (row: { number: number; title: string; plgSlug: string }) =>
  paths.inside(row.plgSlug, { number: row.number, slug: slugOf(row.title) })

type Parts = Pick<EditProject, 'software' | 'equipment' | 'classes' | 'authors'>
type Where = { proof: Inside['proof']; projectId: string; plgId: string }

async function putParts(
  { proof, projectId, plgId }: Where,
  actor: Actor,
  publish: Publish,
  { authors, ...parts }: Parts,
  before: string[] = [],
): Promise<void> {
  const { people, schools } = await sql.findPeopleOf(proof)
  const possible = new Set([...people.map(({ id }) => id), ...before, actor.id])
  if (authors.length === 0) throw new Refusal(words.noAuthor, 'authors')
  if (!authors.every((id) => possible.has(id))) throw new Refusal(words.strangerAsAuthor, 'authors')
  if (!parts.classes.every(({ schoolId }) => schools.some(({ id }) => id === schoolId)))
    throw new Refusal(words.strangeSchool)
  await sql.replaceParts(projectId, parts)
  const added = await sql.replaceAuthors(projectId, [...new Set(authors)])
  const personIds = added.filter((id) => id !== actor.id)
  if (personIds.length > 0)
    publish(authorsAdded({ projectId, plgId, actorId: actor.id, personIds }))
  publish(projectChanged({ projectId, plgId }))
}

/** Changes everything one says about a Vorhaben. @returns its address */
export function editProject(actor: Actor, place: Place, input: EditProject): Promise<string> {
  return changing(actor, place, may.write, async ({ project, plg, proof }, publish) => {
    const { version, isChecked, authors, software, equipment, classes, ...about } = input
    const parts = existing(await sql.findParts(project.id))
    refuseOvertaken(project.version, version, () => plainProject({ ...project, ...parts }))
    if (project.visibility !== 'plg')
      refuseChildNames(
        [
          about.title,
          about.summary,
          ...software.flatMap(({ name, purpose }) => [name, purpose]),
          ...equipment.flatMap(({ name, note }) => [name, note]),
        ],
        isChecked,
      )
    await sql.updateProject(project.id, { ...about, changedAt: now() })
    await putParts(
      { proof, projectId: project.id, plgId: plg.id },
      actor,
      publish,
      { software, equipment, classes, authors },
      parts.authors.map(({ personId }) => personId),
    )
    return addressOf({ number: project.number, title: about.title, plgSlug: plg.slug })
  })
}

/** @throws Refusal when somebody else has saved since the form was made */
export function refuseStale(row: { version: number }, version: number): void {
  if (row.version !== version) throw new Refusal(words.stale)
}

/** Where people write: whoever was slower sees what stands there now, and decides. @throws Conflict with it */
export function refuseOvertaken(now: number, seen: number, theirs: () => string): void {
  if (now !== seen) throw new Conflict(words.overtaken, theirs())
}

/** What others are going to read must not name children; a tick says that it does not. */
export function refuseChildNames(texts: string[], isChecked: boolean): void {
  const found = isChecked ? [] : childNameHints(texts)
  if (found.length > 0) throw new Refusal(words.childNames(found), 'isChecked')
}

/** A step in the life of a Vorhaben; the ways between them are in rules.ts. */
export function moveStatus(
  actor: Actor,
  place: Place,
  { status, version }: { status: Status; version: number },
): Promise<string> {
  return changing(actor, place, may.write, async ({ project }) => {
    if (project.status === status) return project.path
    refuseStale(project, version)
    if (!nextStatuses(project.status).includes(status)) throw new Refusal(words.noStep, 'status')
    if (status === 'draft' && project.visibility !== 'plg') throw new Refusal(words.publishedDraft)
    await sql.updateProject(project.id, { status, changedAt: now() })
    return project.path
  })
}

/** Takes a Vorhaben away, also from everybody who reads it outside. @returns what is needed to bring it back */
export function deleteProject(actor: Actor, place: Place) {
  return changing(actor, place, may.delete, async ({ project, plg }) => {
    const at = now()
    const withdrawnAt = project.visibility === 'plg' ? project.withdrawnAt : at
    await sql.updateProject(project.id, { deletedAt: at, visibility: 'plg', withdrawnAt })
    await recorded(actor, 'projects.deleted', project.id)
    return { number: project.number, title: project.title, plg: plg.slug }
  })
}

/** Brings a Vorhaben back, into its PLG only: whoever wants it outside again publishes it. @returns its address */
export function restoreProject(actor: Actor, plg: string, number: number): Promise<string> {
  return transaction(async (publish) => {
    await sql.lockProject(number)
    const inside = await insideAlsoDeleted(actor, { plg, project: String(number) })
    const { project, facts } = inside
    if (may.read(actor, facts)) return project.path
    authorize(may.restore, actor, facts)
    if (project.adoptedFrom) await sql.lockOriginal(project.adoptedFrom)
    if (project.adoptedFrom && (await sql.hasCopy(project.plgId, project.adoptedFrom)))
      throw new Refusal(words.copyIsBack)
    await sql.updateProject(project.id, { deletedAt: null })
    await recorded(actor, 'projects.restored', project.id)
    publish(projectChanged({ projectId: project.id, plgId: project.plgId }))
    return project.path
  })
}

/** The frame of every change: the row is locked first, so that two at once follow each other. */
export function changing<T>(
  actor: Actor,
  place: Place,
  rule: (actor: Actor, facts: ProjectFacts) => boolean,
  work: (inside: Inside, publish: Publish) => Promise<T>,
): Promise<T> {
  return transaction(async (publish) => {
    await sql.lockProject(projectNumber(place.project) ?? 0)
    const inside = await insideProject(actor, place)
    authorize(rule, actor, inside.facts)
    const result = await work(inside, publish)
    publish(projectChanged({ projectId: inside.project.id, plgId: inside.plg.id }))
    return result
  })
}

/** The protocol names a Vorhaben by its id only: operators read it, and titles are none of their business. */
export const recorded = (actor: Actor, action: string, thingId: string, details: object = {}) =>
  record(actor, { action, thingKind: 'project', thingId, details: { ...details } })
