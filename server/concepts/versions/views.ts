import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Gone, Moved, NotFound } from '#server/platform/errors.ts'
import type { ConceptSchool, Visibility } from '../contract.ts'
import { VISIBILITIES } from '../contract.ts'
import { paths } from '../paths.ts'
import { type ConceptFacts, may, readsPart, readsVersion, type VersionFacts } from '../policy.ts'
import * as concepts from '../sql.ts'
import { factsOf, schoolOf, workingOf } from '../views.ts'
import type { VersionLine } from './contract.ts'
import * as sql from './sql.ts'
import { gone } from './words.ts'

/** A concept as somebody stands before it who may be anybody: nothing of it is shown yet. */
export type Door = {
  concept: concepts.ConceptRow
  school: ConceptSchool
  facts: ConceptFacts
  /** Of the school, or invited: reads the draft and every version. */
  isInside: boolean
}

/** @throws NotFound; Moved when the concept lives at another school now */
export async function doorOf(
  actor: Actor | null,
  slug: string,
  pathAt: (school: string) => string,
): Promise<Door> {
  const concept = existing(await concepts.findConcept({ slug }, actor?.id ?? null))
  const facts = factsOf(concept)
  const school = schoolOf(concept)
  if (school.slug !== slug) throw new Moved(pathAt(school.slug))
  return { concept, school, facts, isInside: actor !== null && may.readWorking(actor, facts) }
}

export const versionFacts = (
  facts: ConceptFacts,
  { status, scope }: Pick<VersionFacts, 'status' | 'scope'>,
): VersionFacts => ({ ...facts, status, scope })

/**
 * A version that this reader may read, with the reach of its parts for them.
 *
 * @throws NotFound; Gone when it was published for this reader and taken back
 */
export async function versionAt(
  actor: Actor | null,
  { concept, facts }: Door,
  which: number | 'current',
) {
  const version = existing(await sql.findVersion(concept.id, which))
  const own = versionFacts(facts, version)
  if (!readsVersion(actor, own)) {
    const couldRead = readsVersion(actor, { ...own, status: 'published' })
    if (version.status === 'withdrawn' && couldRead) throw new Gone(gone(version.number))
    throw new NotFound()
  }
  return { version, reach: reachOf(actor, own) }
}

/** Which parts of a version this reader reads. */
export const reachOf = (actor: Actor | null, facts: VersionFacts): Visibility[] =>
  VISIBILITIES.filter((visibility) => readsPart(actor, { ...facts, visibility }))

/** Everybody reads which versions there are that they may read; the school all, with who froze them. */
export async function versionsFor(actor: Actor | null, slug: string, pathAt: PathAt) {
  const door = await doorOf(actor, slug, pathAt)
  const { concept, school, facts, isInside } = door
  const all = await sql.listVersions(concept.id)
  const rows = all.filter((row) => readsVersion(actor, versionFacts(facts, row)))
  if (rows.length === 0 && !isInside) throw new NotFound()
  return {
    ...{ school, isInside, now: now(), clientKey: randomUUID() },
    ...{ title: concept.title, isArchived: facts.isArchived },
    rows: rows.map((row) => lineOf(row, door)),
    can: canAt(actor, facts),
  }
}
type PathAt = (school: string) => string

const NOTHING = { write: false, publish: false }
const canAt = (actor: Actor | null, facts: ConceptFacts) =>
  actor ? abilities({ write: may.write, publish: may.publish }, actor, facts) : NOTHING

export function lineOf(
  row: Omit<sql.VersionRow, 'firstName' | 'lastName'> &
    Partial<Pick<sql.VersionRow, 'firstName' | 'lastName'>>,
  { concept, isInside }: Door,
): VersionLine {
  const { number, label, status, scope, changeNote, createdAt, publishedAt } = row
  const { firstName, lastName } = row
  const author = firstName && lastName ? fullName({ firstName, lastName }) : 'Ehemaliges Mitglied'
  return {
    ...{ number, label, status, scope, changeNote, createdAt, publishedAt },
    isCurrent: row.id === concept.publishedVersionId,
    // What bodies said about it, and why it was taken back, is the school's own.
    resolutions: row.resolutions.map((one) => (isInside ? one : { ...one, note: '' })),
    withdrawnReason: isInside ? row.withdrawnReason : '',
    author: isInside ? author : null,
  }
}

/** What bodies resolved about a version and whether it is out, for those who record and publish. */
export async function manageFor(actor: Actor, slug: string, number: number) {
  const door = await doorOf(actor, slug, (school) => paths.manageVersion(school, number))
  authorizeOrHide(may.publish, actor, door.facts)
  const { version } = await versionAt(actor, door, number)
  return { school: door.school, version: lineOf(version, door) }
}

/** The form that freezes the draft. */
export async function freezingFor(actor: Actor, slug: string) {
  const { school, facts } = await workingOf(actor, { slug })
  authorizeOrHide(may.publish, actor, facts)
  return { school, clientKey: randomUUID() }
}
