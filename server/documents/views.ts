import { randomUUID } from 'node:crypto'
import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { collabKind } from '#server/collab/kinds.ts'
import { abilities, authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden, Moved, NotFound } from '#server/platform/errors.ts'
import { type Home, homeKind } from '#server/platform/homes.ts'
import { paged } from '#server/platform/paging.ts'
import { slugOf } from '#server/platform/text.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { DOCUMENTS_PER_PAGE, type DocumentLine, type Shelf, TEMPLATES } from './contract.ts'
import { paths } from './paths.ts'
import { type DocumentFacts, may } from './policy.ts'
import { documentNumber } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** A home by its address, and a document in it by the part of an address, "12-unterrichtsplan". */
export type HomePlace = { kind: string; slug: string }
export type Place = { home: HomePlace; document: string }

/** A document with where it lives, for everything that happens to it. */
export type Inside = {
  home: Home
  document: sql.DocumentRow & { slug: string; path: string }
  facts: DocumentFacts
}

/**
 * The one way to a document, for pages, exports and everything that hangs on it.
 *
 * @throws NotFound also for a deleted one; Moved when it lives elsewhere now or has another title
 */
export async function insideDocument(actor: Actor, place: Place): Promise<Inside> {
  const inside = await insideAlsoDeleted(actor, place)
  authorizeOrHide(may.read, actor, inside.facts)
  return inside
}

/** The same, but also when it lies in the bin: for bringing it back. */
export async function insideAlsoDeleted(actor: Actor, place: Place): Promise<Inside> {
  const home = await homeKind(place.home.kind).enter(actor, { slug: place.home.slug })
  const number = documentNumber(place.document)
  const row = existing(number === undefined ? undefined : await sql.findByNumber(number))
  const inside = { home, document: named(home, row), facts: factsOf(home, row) }
  const lives = sql.placeOf(row)
  if (lives.kind === home.kind && lives.id === home.id) return inside
  throw new Moved((await elsewhere(actor, row)).document.path)
}

/** A document that has moved away is not there for people who are not where it lives now. */
async function elsewhere(actor: Actor, row: sql.DocumentRow): Promise<Inside> {
  try {
    const home = await homeOf(actor, row)
    return { home, document: named(home, row), facts: factsOf(home, row) }
  } catch (error) {
    throw error instanceof Forbidden ? new NotFound() : error
  }
}

const homeOf = (actor: Actor, row: sql.DocumentRow) => {
  const { kind, id } = sql.placeOf(row)
  return homeKind(kind).enter(actor, { id })
}

const named = (home: Home, row: sql.DocumentRow) => {
  const slug = slugOf(row.title)
  return { ...row, slug, path: paths.document(home.path, { number: row.number, slug }) }
}

export function factsOf(home: Home, row: sql.DocumentRow): DocumentFacts {
  return {
    home: home.rights,
    authorId: row.createdBy,
    isArchived: row.archivedAt !== null,
    isDeleted: row.deletedAt !== null,
  }
}

type ListQuery = { shelf: Shelf; folder: string | null; search: string; page: number }

/** The documents of a home, a page at a time. @throws as the home does */
export async function documentsFor(actor: Actor, place: HomePlace, query: ListQuery) {
  const home = await homeKind(place.kind).enter(actor, { slug: place.slug })
  authorize(may.list, actor, { home: home.rights })
  const { shelf, folder, page } = query
  const filter = { shelf, folder, words: query.search.split(/\s+/).filter(Boolean).slice(0, 8) }
  const [rows, total, folders] = await Promise.all([
    sql.listOfHome(home, filter, DOCUMENTS_PER_PAGE, (page - 1) * DOCUMENTS_PER_PAGE),
    sql.countOfHome(home, filter),
    sql.listFolders(home),
  ])
  const lines = rows.map((row) => lineOf(actor, home, row))
  return {
    home: shown(home),
    ...{ shelf, folder, folders, search: query.search, now: now() },
    can: { create: may.create(actor, { home: home.rights }) },
    ...paged(lines, total, page, DOCUMENTS_PER_PAGE),
  }
}

const shown = ({ kind, id, slug, title, path, shelf }: Home) => ({
  ...{ kind, id, slug, title, path },
  shelf: shelf ?? { label: words.shelf, path: paths.list(path) },
})

function lineOf(actor: Actor, home: Home, row: Awaited<ReturnType<typeof sql.listOfHome>>[number]) {
  const { id, number, title, folder, changedAt, isTemplate, archivedAt, deletedAt } = row
  return {
    ...{ id, number, title, folder, changedAt, isTemplate, archivedAt, deletedAt },
    path: named(home, row).path,
    author: nameOf(row),
    firstWords: row.firstWords.replace(/\s+/g, ' '),
    canRestore: may.restore(actor, factsOf(home, row)),
  } satisfies DocumentLine & { canRestore: boolean }
}

export function nameOf(person: { firstName: string | null; lastName: string | null }): string {
  const { firstName, lastName } = person
  return firstName && lastName ? fullName({ firstName, lastName }) : words.formerMember
}

/** What the form for a new document needs: where it will live and what it can begin with. */
export async function newDocumentFor(actor: Actor, place: HomePlace) {
  const home = await homeKind(place.kind).enter(actor, { slug: place.slug })
  authorize(may.create, actor, { home: home.rights })
  const [own, folders] = await Promise.all([sql.listTemplates(home), sql.listFolders(home)])
  return {
    home: shown(home),
    templates: TEMPLATES,
    ownTemplates: own.map(({ id, title }) => ({ id, title })),
    folders: folders.map(({ folder }) => folder),
    clientKey: randomUUID(),
  }
}

/** What the page with title, folder and place needs. */
export async function detailsFor(actor: Actor, place: Place) {
  const inside = await insideDocument(actor, place)
  const [homes, folders] = await Promise.all([
    homeKind(inside.home.kind).writable(actor),
    sql.listFolders(inside.home),
  ])
  return {
    ...headOf(actor, inside),
    isWalled: inside.home.isWalled,
    homes: homes.filter(({ id }) => id !== inside.home.id).map(({ id, title }) => ({ id, title })),
    folders: folders.map(({ folder }) => folder),
  }
}

/** Kinds of places in which documents live. */
const HOMES = ['plg', 'concept']

/** What every page about a document says above its content. */
export function headOf(actor: Actor, { home, document, facts }: Inside) {
  const { id, number, slug, title, folder, path, changedAt, archivedAt, isTemplate } = document
  return {
    home: shown(home),
    document: { id, number, slug, title, folder, path, changedAt, archivedAt, isTemplate },
    can: abilities(may, actor, facts),
  }
}

/** May this person hear that a document has changed? */
export async function mayHearDocument(actor: Actor, documentId: string): Promise<boolean> {
  return (await collabKind().standing(actor, documentId)) !== 'none'
}

/** Rights towards a document by its id, for the line on which it is written and for files that hang on it. */
export async function standingTo(actor: Actor, id: string): Promise<Standing> {
  const nothing = { canRead: false, canChange: false, plgId: null }
  const row = isConfirmed(actor) ? await sql.findById(id) : undefined
  if (!row) return nothing
  try {
    const facts = factsOf(await homeOf(actor, row), row)
    return {
      canRead: may.read(actor, facts),
      canChange: may.write(actor, facts),
      plgId: row.plgId,
    }
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return nothing
    throw error
  }
}

/** Documents as lines for bell, search, mails and references; only those the person may read now. */
export async function documentCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!isConfirmed(actor) || ids.length === 0) return []
  return cardsOf(actor, await sql.listByIds(ids))
}

/** What the search finds: documents of the person's own homes. */
export async function searchDocuments(
  actor: Actor | null,
  typed: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (!actor || !isConfirmed(actor) || typed.length === 0) return []
  const own = await Promise.all(HOMES.map((kind) => homeKind(kind).writable(actor)))
  const homes = own.flat()
  const rows = await sql.listFound(homes, typed, limit)
  return rows.map((row) => cardOf(homes, row)).filter((card) => card !== undefined)
}

async function cardsOf(actor: Actor, rows: sql.DocumentRow[]): Promise<ThingCard[]> {
  const places = rows.map(sql.placeOf)
  const homesOf = async (kind: string) => {
    const ids = new Set(places.filter((place) => place.kind === kind).map(({ id }) => id))
    return ids.size > 0 ? homeKind(kind).readable(actor, [...ids]) : []
  }
  const homes = (await Promise.all(HOMES.map(homesOf))).flat()
  return rows.map((row) => cardOf(homes, row)).filter((card) => card !== undefined)
}

function cardOf(homes: Home[], row: sql.DocumentRow): ThingCard | undefined {
  const place = sql.placeOf(row)
  const home = homes.find(({ kind, id }) => kind === place.kind && id === place.id)
  return home && { id: row.id, title: row.title, context: home.title, path: named(home, row).path }
}

/** The document that an address of ours leads to; whoever asks looks at the rights. */
export async function locateDocument(path: string): Promise<string | undefined> {
  const found = /^\/(?:plg\/[^/]+|konzepte\/[^/]+\/entwurf)\/dokumente\/([^/?#]+)/.exec(path)
  const number = found && documentNumber(found[1] ?? '')
  return number ? (await sql.findByNumber(number))?.id : undefined
}
