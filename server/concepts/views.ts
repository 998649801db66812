import { randomUUID } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { Moved } from '#server/platform/errors.ts'
import type { ThingCard } from '#server/platform/things.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { schoolNames } from '#server/schools/views.ts'
import type { ConceptRole, ConceptSchool, VersionStatus } from './contract.ts'
import { paths } from './paths.ts'
import { type ConceptFacts, may, readsVersion, type VersionFacts } from './policy.ts'
import * as sql from './sql.ts'

/** The working copy of a concept, for somebody who may read it. */
export type Working = {
  concept: sql.ConceptRow
  school: ConceptSchool
  facts: ConceptFacts
}

type WithOwn = {
  state: string
  schoolId: string
  heirSchoolId: string | null
  own: { role: string; subject: string }[]
}

export function factsOf(row: WithOwn): ConceptFacts {
  return {
    schoolIds: row.heirSchoolId ? [row.schoolId, row.heirSchoolId] : [row.schoolId],
    isArchived: row.state === 'archived',
    own: row.own.map(({ role, subject }) => ({ role: role as ConceptRole, subject })),
  }
}

export const schoolOf = (row: {
  schoolId: string
  schoolSlug: string
  schoolName: string
  schoolForm: string
}): ConceptSchool => ({
  id: row.schoolId,
  slug: row.schoolSlug,
  name: row.schoolName,
  form: row.schoolForm as SchoolForm,
})

/**
 * The one way to a working copy, for pages, commands, sockets and everything that lives in it.
 *
 * @throws NotFound when there is none or one may not know; Moved when the school's concept is carried on elsewhere
 */
export async function workingOf(
  actor: Actor,
  by: { slug: string } | { id: string },
): Promise<Working> {
  const concept = existing(await sql.findConcept(by, actor.id))
  const facts = factsOf(concept)
  authorizeOrHide(may.readWorking, actor, facts)
  const school = schoolOf(concept)
  if ('slug' in by && school.slug !== by.slug) throw new Moved(paths.draft(school.slug))
  return { concept, school, facts }
}

/** What the frame of the working copy says on each of its pages. */
export function headOf(actor: Actor, { concept, school, facts }: Working) {
  const { id, title, state, version, submittedAt, submittedNote, returnedNote } = concept
  return {
    concept: { id, title, state, version, submittedAt, submittedNote, returnedNote },
    school,
    hasPublished: concept.publishedVersionId !== null,
    can: abilities(
      {
        write: may.write,
        contribute: may.contribute,
        assign: may.assign,
        assignPublisher: may.assignPublisher,
        submit: may.submit,
        publish: may.publish,
      },
      actor,
      facts,
    ),
  }
}

/** The frame around the pages of a working copy. */
export async function frameFor(actor: Actor, slug: string) {
  return headOf(actor, await workingOf(actor, { slug }))
}

/** Schools for which the actor could begin a concept: those without one, by name. */
export async function beginFor(actor: Actor) {
  const ids = schoolsOf(actor).filter((schoolId) => may.begin(actor, { schoolId }))
  const names = await schoolNames(ids)
  const around = await sql.listAround(actor.id, ids)
  const taken = new Map(around.map(({ schoolId, schoolSlug }) => [schoolId, schoolSlug]))
  return {
    schools: [...names].map(([id, { name }]) => ({
      id,
      name,
      path: taken.has(id) ? paths.draft(taken.get(id) ?? '') : null,
    })),
    clientKey: randomUUID(),
  }
}

/** Living concepts whose working copy the actor reads, with where they stand. For Heute, menus and choices. */
export async function ownConcepts(actor: Actor) {
  const rows = await sql.listAround(actor.id, schoolsOf(actor))
  return rows
    .map((row) => ({ row, facts: factsOf(row) }))
    .filter(({ facts }) => may.readWorking(actor, facts))
    .map(({ row, facts }) => ({
      id: row.id,
      title: row.title,
      school: { id: row.schoolId, slug: row.schoolSlug, name: row.schoolName },
      path: paths.draft(row.schoolSlug),
      can: abilities({ write: may.write, contribute: may.contribute }, actor, facts),
    }))
}

const versionFactsOf = (
  row: Awaited<ReturnType<typeof sql.listConcepts>>[number],
): VersionFacts => ({
  ...factsOf(row),
  status: (row.versionStatus ?? 'frozen') as VersionStatus,
  scope: row.versionScope as VersionFacts['scope'],
})

/** Concepts as lines for search, mentions and the bell: the published one to all who read it, the draft to its school. */
export async function conceptCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listConcepts(ids, actor.id)
  return rows.flatMap((row) => {
    const { id, title, schoolName: context, schoolSlug } = row
    if (readsVersion(actor, versionFactsOf(row)) && row.versionNumber !== null)
      return [{ id, title, context, path: paths.concept(schoolSlug) }]
    return may.readWorking(actor, factsOf(row))
      ? [{ id, title, context, path: paths.draft(schoolSlug) }]
      : []
  })
}

/** The concept that an address of ours leads to; whoever asks looks at the rights. */
export async function locateConcept(path: string): Promise<string | undefined> {
  const found = /^\/konzepte\/([a-z0-9-]+)(?:\/entwurf)?\/?$/.exec(path)
  return found ? (await sql.findConcept({ slug: found[1] ?? '' }, null))?.id : undefined
}

/** Whoever reads the working copy hears that it changed. */
export async function mayHearConcept(actor: Actor, id: string): Promise<boolean> {
  const [row] = await sql.listConcepts([id], actor.id)
  return row !== undefined && may.readWorking(actor, factsOf(row))
}
