import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { NotFound } from '#server/platform/errors.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { CHAPTER_KINDS, type ChapterKind } from '../contract.ts'
import { paths as concepts } from '../paths.ts'
import { may, readableReach } from '../policy.ts'
import { currentFor } from '../versions/reading/views.ts'
import { ownConcepts } from '../views.ts'
import { COMPARED, type ConceptCard, type ConceptSearch, MOST_HITS, PAGE_SIZE } from './contract.ts'
import { paths } from './paths.ts'
import {
  bestPlaces,
  excerptOf,
  type Found,
  matchesOf,
  narrowed,
  type Narrowing,
  rootsIn,
  searchFrom,
  slugsFrom,
  wordsOf,
} from './rules.ts'
import * as sql from './sql.ts'

type ShelfRow = sql.Current & Narrowing
type Matched = ReturnType<typeof matchesOf>[number] & ShelfRow

/** By version and who reads it. It cannot go stale: a version is frozen with who may read its parts. */
const narrowings = new Map<string, Narrowing>()
/** What nobody shows any more goes with all others, and comes back when it is asked for. */
const MOST_KEPT = 2_000

/** Every concept that this reader finds, with all it can be narrowed by. Which ones these are is asked each time. */
async function shelfFor(reach: sql.Reach): Promise<ShelfRow[]> {
  const rows = await sql.listCurrent(reach)
  const keyOf = (versionId: string) => `${versionId} ${reach.join()}`
  const found = new Map(rows.map(({ versionId }) => [versionId, narrowings.get(keyOf(versionId))]))
  const unknown = [...found].flatMap(([versionId, known]) => (known ? [] : [versionId]))
  const news = unknown.length > 0 ? await sql.listNarrowing(unknown, reach) : []
  if (narrowings.size + news.length > MOST_KEPT) narrowings.clear()
  for (const { versionId, ...narrowing } of news) {
    narrowings.set(keyOf(versionId), narrowing)
    found.set(versionId, narrowing)
  }
  return rows.map((row) => ({ ...row, ...(found.get(row.versionId) ?? NOTHING) }))
}

const NOTHING: Narrowing = { competencies: [], subjects: [], chapters: [], dimensions: [] }

/** What answers the words among all that this reader may read; everything, the newest first, where there are none. */
async function found(actor: Actor | null, typed: string[]) {
  const reach = readableReach(actor)
  const [shelf, roots] = await Promise.all([shelfFor(reach), sql.findRoots(typed)])
  // Words like "die" say nothing and would find nothing.
  const words = typed.filter((_, at) => roots[at] !== '')
  const meant = roots.filter((root) => root !== '')
  const places = await sql.listFound(meant, reach)
  const matches = matchesOf(shelf, places, words) as Matched[]
  return { reach, words, roots: meant.flatMap(rootsIn), matches }
}

/**
 * Published concepts: a page of what was asked for with the places where the words stand, and how much each further
 * choice would leave.
 *
 * @param asked the query of the address
 */
export async function conceptSearchFor(
  actor: Actor | null,
  asked: Record<string, string | undefined>,
) {
  const search = searchFrom(asked)
  const { reach, words, roots, matches } = await found(actor, wordsOf(search.q))
  const { left, facets } = narrowed(matches, search)
  const page = pageNumber(asked.seite)
  const shown = left.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  const places = shown.map((one) => bestPlaces(inChapter(one.found, search), words, MOST_HITS))
  const texts = await sql.listTexts(places.flat(), reach)
  const cards = shown.map((one, at) => cardOf(one, places[at] ?? [], { texts, roots }))
  return {
    ...{ search, facets, isSearched: words.length > 0 },
    concepts: paged(cards, left.length, page, PAGE_SIZE),
    own: actor ? await ownFor(actor) : [],
    canBegin: actor !== null && schoolsOf(actor).some((schoolId) => may.begin(actor, { schoolId })),
  }
}

/** Who has chosen a chapter is shown the words there. */
const inChapter = (places: Found[], { chapter }: ConceptSearch) =>
  chapter === '' ? places : places.filter(({ kind }) => kind === chapter)

type Text = sql.Place & { text: string }
type Shown = { texts: Text[]; roots: string[] }

function cardOf(one: Matched, places: Found[], { texts, roots }: Shown): ConceptCard {
  const { id, slug, name, form, district, title, number, publishedAt } = one
  const textOf = ({ versionId, place, position }: Found) =>
    texts.find(
      (text) => text.versionId === versionId && text.place === place && text.position === position,
    )?.text ?? ''
  return {
    ...{ id, title, number, publishedAt, path: concepts.concept(slug) },
    school: { slug, name, form, district },
    hits: places.map((place) => ({
      kind: place.kind as ChapterKind | 'goal',
      title: place.title,
      path: pathOf(slug, number, place),
      excerpt: excerptOf(textOf(place), roots),
    })),
  }
}

const pathOf = (slug: string, number: number, { place, position }: Found) =>
  place === 'goal' ? paths.goal(slug, number, position) : concepts.version(slug, number)

/** The concepts of the reader's own schools, draft and published. */
async function ownFor(actor: Actor) {
  const own = await ownConcepts(actor)
  const published = await sql.listPublishedOf(own.map(({ id }) => id))
  const numbers = new Map(published.map(({ id, number }) => [id, number]))
  return own.map(({ id, title, school, path }) => ({
    ...{ id, title, school, draft: path },
    published: numbers.has(id)
      ? { number: numbers.get(id) ?? 0, path: concepts.concept(school.slug) }
      : null,
  }))
}

/** What the search of the house finds: published concepts that hold all words. */
export async function searchPublished(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  const rows = await sql.listPublishedWith(words, readableReach(actor), limit)
  return rows.map(({ id, title, name, slug }) => ({
    ...{ id, title, context: name, path: concepts.concept(slug) },
  }))
}

/** Goals that other schools have published. */
export async function searchPublishedGoals(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  const own = actor ? schoolsOf(actor) : []
  const rows = await sql.listGoalsWith(words, { reach: readableReach(actor), own, limit })
  return rows.map(({ versionId, position, title, slug, name, number }) => ({
    ...{ id: `${versionId}:${position}`, title, context: name },
    path: paths.goal(slug, number, position),
  }))
}

/** Two or three published concepts, chapter by chapter; each as its own page shows it to this reader. */
export async function sideBySideFor(actor: Actor | null, asked: URLSearchParams) {
  const slugs = slugsFrom(
    ['schulen', 'schule2', 'schule3'].flatMap((name) => asked.getAll(name)).join(','),
    COMPARED.max,
  )
  const shelf = await sql.listCurrent(readableReach(actor))
  const choices = shelf
    .map(({ slug, name }) => ({ value: slug, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'de'))
  const known = slugs.filter((slug) => choices.some(({ value }) => value === slug))
  if (known.length < slugs.length) throw new NotFound()
  const pages = await Promise.all(known.map((slug) => currentFor(actor, slug)))
  const shown = pages.flatMap((page) => (page.draft === null ? [page] : []))
  return {
    choices,
    chosen: known,
    concepts: shown.map(({ school, version, goals }) => ({
      ...{ school, goals, number: version.number, publishedAt: version.publishedAt },
      path: concepts.concept(school.slug),
    })),
    rows: shown.length < COMPARED.min ? [] : rowsOf(shown.map(({ sections }) => sections)),
  }
}

type Section = { kind: ChapterKind; title: string }

/** Chapters of the same kind beside each other, in the order of practice; own chapters where they share a title. */
function rowsOf<One extends Section>(all: One[][]) {
  const keyOf = ({ kind, title }: Section) => (kind === 'free' ? `free:${title}` : kind)
  const keys = [...new Set(all.flat().map(keyOf))].sort(
    (a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b, 'de'),
  )
  return keys.map((key) => ({
    ...{ key, kind: (key.startsWith('free:') ? 'free' : key) as ChapterKind },
    cells: all.map((sections) => sections.filter((section) => keyOf(section) === key)),
  }))
}

const placeOf = (key: string) =>
  CHAPTER_KINDS.indexOf((key.startsWith('free:') ? 'free' : key) as ChapterKind)

/** For the page of a school: its published concept, as far as it reaches the reader. */
export async function conceptOfSchool(actor: Actor | null, schoolId: string) {
  const row = await sql.findCurrentOf(schoolId, readableReach(actor))
  if (!row) return null
  const { title, number, slug, publishedAt } = row
  return { title, number, publishedAt, path: concepts.concept(slug) }
}
