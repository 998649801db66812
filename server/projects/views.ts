import { randomUUID } from 'node:crypto'
import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { insideOf, type Inside as InsidePlg } from '#server/plg/views.ts'
import { abilities, authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/errors.ts'
import { paged } from '#server/platform/paging.ts'
import { softwareNames } from '#server/software/linked/views.ts'
import { slugOf } from '#server/platform/text.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { PROJECTS_PER_PAGE } from './contract.ts'
import { paths } from './paths.ts'
import { isReadable, may, type ProjectFacts } from './policy.ts'
import { projectNumber } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** A Vorhaben by the part of an address, "12-brueche", in the PLG of this address. */
export type Place = { plg: string; project: string }

/** A Vorhaben as a member of its PLG knows it. */
export type Inside = {
  plg: InsidePlg['plg']
  proof: InsidePlg['proof']
  /** The school the actor sits in the PLG for. */
  schoolId: string | null
  project: sql.ProjectRow & { slug: string; path: string }
  facts: ProjectFacts
}

/**
 * The one way to a Vorhaben inside its PLG.
 *
 * @throws NotFound also for a deleted one and one of another PLG
 */
export async function insideProject(actor: Actor, place: Place): Promise<Inside> {
  const inside = await insideAlsoDeleted(actor, place)
  authorizeOrHide(may.read, actor, inside.facts)
  return inside
}

/** The same, but also when it was deleted: for bringing it back. */
export async function insideAlsoDeleted(actor: Actor, place: Place): Promise<Inside> {
  const { plg, proof, facts, schoolId } = await insideOf(actor, { slug: place.plg })
  const number = projectNumber(place.project)
  const row = existing(number === undefined ? undefined : await sql.findByNumber(number, actor.id))
  if (row.plgId !== plg.id) throw new NotFound()
  return { plg, proof, schoolId, project: named(row), facts: factsOf(row, facts.seat) }
}

export function factsOf(row: sql.ProjectRow, seat: ProjectFacts['seat']): ProjectFacts {
  const { plgKind, visibility, isAuthor } = row
  return { seat, plgKind, visibility, isAuthor, isDeleted: row.deletedAt !== null }
}

type Addressed = Pick<sql.ProjectRow, 'number' | 'title' | 'plgSlug'>

export const named = <Row extends Addressed>(row: Row) => {
  const slug = slugOf(row.title)
  return { ...row, slug, path: paths.inside(row.plgSlug, { number: row.number, slug }) }
}

/** The Vorhaben of a PLG, a page at a time. @throws as the PLG does */
export async function projectsFor(actor: Actor, plgSlug: string, page: number) {
  const { plg, proof, facts } = await insideOf(actor, { slug: plgSlug })
  authorize(may.list, actor, facts)
  const [rows, total] = await Promise.all([
    sql.listOfPlg(proof, PROJECTS_PER_PAGE, (page - 1) * PROJECTS_PER_PAGE),
    sql.countOfPlg(proof),
  ])
  const lines = rows.map((row) => {
    const { id, title, summary, kind, status, visibility, changedAt, subjects, gradeBands } = row
    const { path } = named(row)
    return { id, title, summary, kind, status, visibility, changedAt, subjects, gradeBands, path }
  })
  return {
    plg,
    now: now(),
    can: { create: may.create(actor, facts) },
    ...paged(lines, total, page, PROJECTS_PER_PAGE),
  }
}

/** What the form for a new one needs. */
export async function newProjectFor(actor: Actor, plgSlug: string) {
  const { plg, proof, facts } = await insideOf(actor, { slug: plgSlug })
  authorize(may.create, actor, facts)
  return { plg, ...(await choicesOf(proof)), me: actor.id, clientKey: randomUUID() }
}

/** What the form of an existing one needs. */
export async function editingFor(actor: Actor, place: Place) {
  const inside = await insideProject(actor, place)
  authorize(may.write, actor, inside.facts)
  const [choices, parts] = await Promise.all([
    choicesOf(inside.proof),
    sql.findParts(inside.project.id),
  ])
  const { software, equipment, classes, authors } = existing(parts)
  return {
    ...headOf(actor, inside),
    ...choices,
    // Who has left the PLG stays an author.
    people: [
      ...choices.people,
      ...authors
        .filter(({ personId }) => !choices.people.some(({ id }) => id === personId))
        .map(({ personId, name }) => ({ id: personId, name })),
    ],
    ...{ software, equipment, classes, authors },
  }
}

async function choicesOf(proof: Inside['proof']) {
  const [{ people, schools }, apps] = await Promise.all([sql.findPeopleOf(proof), softwareNames()])
  return {
    apps,
    people: people.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` })),
    schools: schools.map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** What every page about a Vorhaben says above its content. */
export function headOf(actor: Actor, { plg, project, facts }: Inside) {
  const { id, number, slug, path, title, summary, kind, status, version, visibility } = project
  const { subjects, gradeBands, competencies, dimension, startsOn, endsOn, licence } = project
  const { publishedAt, withdrawnAt, changedAt } = project
  return {
    plg,
    project: {
      ...{ id, number, slug, path, title, summary, kind, status, version, visibility, licence },
      ...{ subjects, gradeBands, competencies, dimension, startsOn, endsOn },
      ...{ publishedAt, withdrawnAt, changedAt },
    },
    can: abilities(may, actor, { ...facts, licence }),
  }
}

/** What a copy was made from: null for what is none, without a title when it may not be read any more. */
export async function originalOf(actor: Actor | null, adoptedFrom: string | null) {
  if (adoptedFrom === null) return null
  const row = await sql.findById(adoptedFrom, actor?.id ?? null)
  if (!row || !isReadable(actor, { ...row, isDeleted: row.deletedAt !== null }))
    return { isWithdrawn: true, title: '', path: '', licence: row?.licence ?? null }
  const { title, licence } = row
  return { isWithdrawn: false, title, path: paths.published(named(row)), licence }
}

const canRead = (actor: Actor, row: sql.ProjectRow) =>
  row.deletedAt === null &&
  ((isConfirmed(actor) && row.isInside) || isReadable(actor, { ...row, isDeleted: false }))

/** Rights towards a Vorhaben by its id, for files and references. */
export async function standingTo(actor: Actor, id: string): Promise<Standing> {
  const row = isConfirmed(actor) ? await sql.findById(id, actor.id) : undefined
  if (!row || !canRead(actor, row)) return { canRead: false, canChange: false, plgId: null }
  return { canRead: true, canChange: row.isInside, plgId: row.plgId }
}

/** Vorhaben as lines for bell, mails and references; only those the person may read now. */
export async function projectCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, actor.id)
  return rows.filter((row) => canRead(actor, row)).map((row) => cardOf(row, actor))
}

/** The same for visitors. */
export async function publicCards(ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, null)
  return rows
    .filter((row) => isReadable(null, { ...row, isDeleted: false }))
    .map((row) => cardOf(row, null))
}

type Shown = Addressed &
  Pick<sql.ProjectRow, 'id' | 'plgTitle' | 'plgKind' | 'visibility' | 'isInside'>

/** A published one leads to its public page; the PLG is named to its members only. */
export function cardOf(row: Shown, actor: Actor | null): ThingCard {
  const { path, slug } = named(row)
  const isPublished = isReadable(actor, { ...row, isDeleted: false })
  const isInside = row.isInside && actor !== null && isConfirmed(actor)
  return {
    id: row.id,
    title: row.title,
    context: isInside ? row.plgTitle : words.published,
    path: isPublished ? paths.published({ number: row.number, slug }) : path,
  }
}

/** The Vorhaben that an address of ours leads to; whoever asks looks at the rights. */
export async function locateProject(path: string): Promise<string | undefined> {
  const found = /^(?:\/plg\/[^/]+)?\/vorhaben\/([^/?#]+)/.exec(path)
  const number = found && projectNumber(found[1] ?? '')
  return number ? (await sql.findByNumber(number, null))?.id : undefined
}
