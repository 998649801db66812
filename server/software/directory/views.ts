import { remember } from '@epic-web/remember'
import { type Actor, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { PAGE_SIZE } from '../contract.ts'
import { may } from '../policy.ts'
import { isSpecial } from '../standing/rules.ts'
import type { Place } from '../standing/contract.ts'
import { formOfReader, productThings } from '../views.ts'
import {
  type Alternative,
  type DirectorySearch,
  type ProductCard,
  type Shelved,
  type Stood,
  USABLE_STANDINGS,
} from './contract.ts'
import {
  comparedIn,
  firstSentence,
  functionsNamed,
  lookThrough,
  searchFrom,
  withUsable,
  wordsOf,
} from './rules.ts'
import * as sql from './sql.ts'

const asWord = (typed: string): sql.Word => ({ typed, functions: functionsNamed(typed) })

const seesRefusals = (actor: Actor | null) => may.seeRefusals(actor, {})
const visibleTo = (actor: Actor | null) =>
  actor && isConfirmed(actor) ? ['network', 'public'] : ['public']

/** For whom a list of apps is shown; a chosen Schulform goes before that of the reader's school. */
export async function readerFor(actor: Actor | null, form = ''): Promise<sql.Reader> {
  return {
    today: localDayOf(now()),
    form: form === '' ? await formOfReader(actor) : form,
    seesRefusals: seesRefusals(actor),
    schools: actor ? schoolsOf(actor) : [],
  }
}

/**
 * The directory: a page of what was asked for, and how much each further choice would leave.
 *
 * @param asked the query of the address
 */
export async function directoryFor(actor: Actor | null, asked: Record<string, string | undefined>) {
  const hasSchool = actor !== null && schoolsOf(actor).length > 0
  const search = searchFrom(asked, { seesRefusals: seesRefusals(actor), hasSchool })
  const reader = await readerFor(actor, search.schoolForm)
  const page = pageNumber(asked.seite)
  const words = wordsOf(search.q)
  const [shelf, matches, used] = await Promise.all([
    shelfFor(reader),
    words.length > 0 ? sql.listMatches(words.map(asWord)) : null,
    search.isUsedHere ? sql.listUsedAt(reader.schools) : null,
  ])
  const { ids, facets } =
    matches || used
      ? lookThrough(shelf.apps, search, { matches, used })
      : shelf.lookedThrough(search)
  const shown = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return {
    search,
    form: reader.form,
    products: paged(await cardsOf(actor, shown, reader, shelf.stood), ids.length, page, PAGE_SIZE),
    facets: { ...facets, standing: withUsable(facets.standing) },
    /** Whatever their status: what the choice of one hides. */
    others: facets.standing.reduce((sum, { count }) => sum + count, 0) - ids.length,
    hasSchool,
    can: {
      propose: actor !== null && may.propose(actor, {}),
      follow: actor !== null && may.follow(actor, {}),
      curate: actor !== null && may.curate(actor, {}),
      oversee: actor !== null && may.seeOverview(actor, {}),
    },
  }
}

type Looked = ReturnType<typeof lookThrough>
type Shelf = {
  apps: Shelved[]
  stood: ReadonlyMap<string, Stood>
  /** What a choice without words leaves: looked up once, many choose the same. */
  lookedThrough: (search: DirectorySearch) => Looked
}

function shelfOf(apps: Shelved[]): Shelf {
  const looked = new Map<string, Looked>()
  return {
    apps,
    stood: new Map(apps.map((app) => [app.id, app])),
    lookedThrough(search) {
      const key = JSON.stringify(search)
      const found = looked.get(key) ?? lookThrough(apps, search, { matches: null, used: null })
      if (looked.size >= MOST_LOOKED) looked.clear()
      looked.set(key, found)
      return found
    },
  }
}

/** Choices kept at a time. */
const MOST_LOOKED = 100

type Kept = { beat: string; shelves: Map<string, Promise<Shelf>>; named: Promise<string[]> }
const held = remember('software-shelf', () => ({ kept: null as Kept | null }))

/**
 * The whole shelf as it stands for such readers. Deriving it takes a while, so it is kept until anything changes that it
 * is derived of: the database's beat says so.
 */
async function shelfFor(reader: sql.Reader): Promise<Shelf> {
  const beat = await sql.findBeat()
  if (beat === null) return shelfOf(await sql.listShelf(reader))
  if (held.kept?.beat !== beat)
    held.kept = { beat, shelves: new Map(), named: sql.listNamedSchools() }
  const { shelves, named } = held.kept
  const key = `${reader.today} ${reader.form} ${reader.seesRefusals} ${await sameFor(reader, named)}`
  const known = shelves.get(key)
  if (known) return known
  const loading = sql.listShelf(reader).then(shelfOf)
  shelves.set(key, loading)
  loading.catch(() => shelves.delete(key))
  return loading
}

/** What tells one teacher's shelf from another's: which of the schools that releases name is their own. */
async function sameFor({ schools }: sql.Reader, named: Promise<string[]>): Promise<string> {
  const ids = await named
  if (schools.length === 0 || ids.length === 0) return 'all'
  const own = ids.filter((id) => schools.includes(id)).toSorted((a, b) => (a < b ? -1 : 1))
  return own.join(' ') || 'none'
}

/**
 * Cards of these products, in this order, as the reader may see them today.
 *
 * @param known what may be said of each, where that has been looked up
 */
export async function cardsOf(
  actor: Actor | null,
  ids: string[],
  reader: Place,
  known?: ReadonlyMap<string, Stood>,
): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const stood = known ?? new Map((await sql.listStood(ids, reader)).map((one) => [one.id, one]))
  const wanted = ids.map((id) => ({ id, releaseId: stood.get(id)?.releaseId ?? null }))
  const rows = await sql.listCards(wanted, visibleTo(actor))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const [row, of] = [byId.get(id), stood.get(id)]
    return row && of && may.see(actor, row) ? [cardOf(actor, { ...row, ...of })] : []
  })
}

/**
 * What is released for such a reader and does the same, what many schools use first; what curators named goes before.
 */
export async function alternativesTo(
  product: { id: string; functionTags: string[] },
  reader: sql.Reader,
): Promise<Alternative[]> {
  const [{ apps }, named] = await Promise.all([
    shelfFor(reader),
    sql.listNamedAlternatives(product.id),
  ])
  const usable = apps.filter(
    ({ id, standing }) => id !== product.id && (USABLE_STANDINGS as string[]).includes(standing),
  )
  const byHand = usable.filter(({ id }) => named.includes(id))
  const alike = usable.filter(
    ({ id, functionTags }) =>
      !named.includes(id) && functionTags.some((tag) => product.functionTags.includes(tag)),
  )
  const wanted = [...byHand, ...alike].slice(0, MOST_CANDIDATES)
  const names = new Map(
    (await sql.listOffered(wanted.map(({ id }) => id))).map((one) => [one.id, one]),
  )
  return wanted
    .flatMap(({ id, standing, until }) => {
      const one = names.get(id)
      return one ? [{ slug: one.slug, name: one.name, standing, until }] : []
    })
    .slice(0, ALTERNATIVES)
}

const MOST_CANDIDATES = 15
const ALTERNATIVES = 5

function cardOf(actor: Actor | null, row: sql.CardRow & Stood): ProductCard {
  const { id, slug, name, vendor, description, kind, subjects, functions, schools, projects } = row
  const isHidden = row.standing === 'not_approved' && !seesRefusals(actor)
  return {
    ...{ id, slug, name, vendor, kind, subjects, functions, schools, projects },
    isForSome: row.isForSome && row.standing !== 'expired',
    sentence: firstSentence(description),
    standing: { name: isHidden ? 'not_reviewed' : row.standing, until: row.until },
    conditions:
      row.standing === 'approved_with_conditions' || row.standing === 'pilot'
        ? (row.conditions ?? []).filter(isSpecial).map(({ text }) => text)
        : [],
  }
}

/** What the search of the house finds; visitors see the same apps, without refusals. */
export async function searchSoftware(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  const ids = await sql.listFound(words.map(asWord), limit)
  if (ids.length === 0) return []
  const cards = await productThings(actor, ids)
  const places = new Map(ids.map((id, at) => [id, at]))
  return cards.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0))
}

/** Two or three apps side by side: facts, what may be said of each use, what people tell. */
export async function comparisonFor(actor: Actor | null, asked: URLSearchParams) {
  const slugs = comparedIn(asked)
  const reader = await readerFor(actor)
  const rows = await sql.listCompared(slugs, reader)
  const seen = slugs
    .flatMap((slug) => rows.find((row) => row.slug === slug) ?? [])
    .filter((row) => may.see(actor, row))
  return {
    form: reader.form,
    products: seen.map(({ uses, ...row }) => ({
      ...row,
      uses: uses.map(({ label, name, until }) => ({
        label,
        until,
        name: name === 'not_approved' && !reader.seesRefusals ? ('not_reviewed' as const) : name,
      })),
    })),
  }
}
