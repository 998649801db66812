import { randomUUID } from 'node:crypto'
import { type Actor, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { Moved } from '#server/platform/errors.ts'
import { homeKind } from '#server/platform/homes.ts'
import { paged } from '#server/platform/paging.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import type { ThingCard } from '#server/platform/things.ts'
import type { StoredHtml } from '#server/rich-text/render.ts'
import { linkedSoftware } from '#server/software/linked/views.ts'
import { namesOf } from '#server/plg/views.ts'
import { closingOf } from '../closing/views.ts'
import type { Author, Visibility } from '../contract.ts'
import { paths } from '../paths.ts'
import { shownPlan } from '../plan/views.ts'
import { isReadable, may } from '../policy.ts'
import { projectNumber } from '../rules.ts'
import { findByNumber, findParts, type ProjectRow } from '../sql.ts'
import { cardOf, named, originalOf } from '../views.ts'
import { type ResultLine, RESULTS_PER_PAGE } from './contract.ts'
import { asQuery, searchFrom, wordsOf } from './rules.ts'
import * as sql from './sql.ts'

/** What somebody outside may read: a visitor and who is not confirmed yet, what is public. */
const visibleTo = (actor: Actor | null): Visibility[] =>
  actor && isConfirmed(actor) ? ['network', 'public'] : ['public']

const asWord = (typed: string): sql.Word => ({ typed, query: asQuery(typed) })

/** The published Vorhaben that the reader may read, a page at a time, with how many there are of each kind. */
export async function resultsFor(
  by: { actor: Actor | null; network: string },
  asked: URLSearchParams,
  page: number,
) {
  const search = searchFrom(asked)
  const { q, ...chosen } = search
  if (q) await spend('search', by.actor?.id ?? by.network)
  const filter = { ...chosen, words: wordsOf(q).map(asWord), visible: visibleTo(by.actor) }
  const [rows, counts] = await Promise.all([
    sql.listPublished(filter, (page - 1) * RESULTS_PER_PAGE),
    sql.countPublished(filter),
  ])
  const total = counts.find(({ facet }) => facet === '')?.count ?? 0
  const lines = rows.map(({ number, ...row }): ResultLine => {
    const path = paths.published({ number, slug: slugOf(row.title) })
    return { ...row, path }
  })
  return {
    search,
    counts: counts.flatMap(({ facet, value, count }) => (facet ? [{ facet, value, count }] : [])),
    isSignedIn: by.actor !== null,
    ...paged(lines, total, page, RESULTS_PER_PAGE),
  }
}

/** The row of a published Vorhaben. @returns undefined when this reader may not read it */
export async function findPublished(actor: Actor | null, param: string) {
  const number = projectNumber(param)
  const row = number === undefined ? undefined : await findByNumber(number, actor?.id ?? null)
  const isThere = row && isReadable(actor, { ...row, isDeleted: row.deletedAt !== null })
  return isThere ? row : undefined
}

/** The same. @throws NotFound when this reader may not read it */
export async function publishedRow(actor: Actor | null, param: string): Promise<ProjectRow> {
  return existing(await findPublished(actor, param))
}

/** The public page of a Vorhaben, for members, the network and visitors alike. */
export async function publishedFor(actor: Actor | null, param: string) {
  const row = await publishedRow(actor, param)
  const { slug, path } = named(row)
  if (param !== `${row.number}-${slug}`)
    throw new Moved(paths.published({ number: row.number, slug }))
  const [parts, closing, echo, original, linked] = await Promise.all([
    findParts(row.id),
    closingOf(row.id),
    sql.findEcho(row.id, actor?.id ?? null),
    originalOf(actor, row.adoptedFrom),
    linkedSoftware(actor, row.id),
  ])
  const { authors, planHtml, planDocumentId: _, ...rest } = existing(parts)
  const { planWords: _words, copiedTo, ...known } = echo
  const can = {
    tryOut: actor !== null && may.tryOut(actor, { ...row, isDeleted: false }),
    adopt: actor !== null && may.adopt(actor, { ...row, isDeleted: false }),
  }
  return {
    project: { ...aboutOf(row), slug, ...rest },
    authors: shownAuthors(authors),
    ownName: authors.find(({ personId }) => personId === actor?.id)?.nameUse ?? null,
    ...{ closing, original, linked, can },
    // Who tries it has said yes to colleagues, not to the world.
    echo: { ...known, names: can.tryOut ? known.names : [] },
    plan: await shownPlan(actor, planHtml as StoredHtml),
    // The PLG is named to its members only: it may be a closed one.
    plg: row.isInside && actor && isConfirmed(actor) ? { title: row.plgTitle, path } : null,
    ...(await targetsFor(actor, row, { can, copiedTo })),
    clientKey: randomUUID(),
  }
}

export function aboutOf(row: ProjectRow) {
  const { id, number, title, summary, kind, status, visibility, licence, publishedAt } = row
  const { subjects, gradeBands, competencies, dimension, startsOn, endsOn } = row
  return {
    ...{ id, number, title, summary, kind, status, visibility, licence, publishedAt },
    ...{ subjects, gradeBands, competencies, dimension, startsOn, endsOn },
  }
}

/** Names only of those who have said so; of the others how many there are. */
export function shownAuthors(authors: Author[]) {
  const named = authors.filter(({ nameUse }) => nameUse === 'named').map(({ name }) => name)
  return { named, others: authors.length - named.length }
}

type Chance = { can: { tryOut: boolean; adopt: boolean }; copiedTo: string[] }

/** For which school one tries it, and into which of one's PLGs it can be taken. */
async function targetsFor(actor: Actor | null, row: ProjectRow, { can, copiedTo }: Chance) {
  if (!actor || !can.tryOut) return { schools: [], targets: [], copies: [] }
  const [schools, homes] = await Promise.all([
    namesOf(schoolsOf(actor)),
    can.adopt ? homeKind('plg').writable(actor) : [],
  ])
  const others = homes.filter(({ id }) => id !== row.plgId)
  return {
    schools,
    targets: others
      .filter(({ id }) => !copiedTo.includes(id))
      .map(({ id, title }) => ({ value: id, label: title })),
    copies: others.filter(({ id }) => copiedTo.includes(id)).map(({ title }) => title),
  }
}

/** What the search finds: published ones, and those of the person's own PLGs. */
export async function searchProjects(
  actor: Actor | null,
  typed: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (typed.length === 0) return []
  const person = actor && isConfirmed(actor) ? actor.id : null
  const filter = { words: typed.map(asWord), visible: visibleTo(actor) }
  const rows = await sql.listFound(person, filter, limit)
  return rows.map((row) => cardOf(row, actor))
}
