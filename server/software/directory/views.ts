import { remember } from '@epic-web/remember'
import { type Actor, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { PAGE_SIZE } from '../contract.ts'
import { may } from '../policy.ts'
import { isSpecial } from '../standing/rules.ts'
import { formOfReader, productThings } from '../views.ts'
import type { ProductCard, Shelved } from './contract.ts'
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
  const { ids, facets } = lookThrough(shelf, search, { matches, used })
  const shown = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return {
    search,
    form: reader.form,
    products: paged(await cardsOf(actor, shown, reader), ids.length, page, PAGE_SIZE),
    facets: { ...facets, standing: withUsable(facets.standing) },
    /** Whatever their status: what the choice of one hides. */
    others: facets.standing.reduce((sum, { count }) => sum + count, 0) - ids.length,
    hasSchool,
    can: {
      propose: actor !== null && may.propose(actor, {}),
      follow: actor !== null && may.follow(actor, {}),
      curate: actor !== null && may.curate(actor, {}),
    },
  }
}

type Kept = { beat: string; shelves: Map<string, Promise<Shelved[]>> }
const held = remember('software-shelf', () => ({ kept: null as Kept | null }))

/**
 * The whole shelf as it stands for such readers. Deriving it takes a while, so it is kept until anything changes that it
 * is derived of: the database's beat says so.
 */
async function shelfFor(reader: sql.Reader): Promise<Shelved[]> {
  const beat = await sql.findBeat()
  if (beat === null) return sql.listShelf(reader)
  if (held.kept?.beat !== beat) held.kept = { beat, shelves: new Map() }
  const { shelves } = held.kept
  const key = `${reader.today} ${reader.form} ${reader.seesRefusals}`
  const known = shelves.get(key)
  if (known) return known
  const loading = sql.listShelf(reader)
  shelves.set(key, loading)
  loading.catch(() => shelves.delete(key))
  return loading
}

/** Cards of these products, in this order, as the reader may see them today. */
export async function cardsOf(
  actor: Actor | null,
  ids: string[],
  reader: Pick<sql.Reader, 'today' | 'form'>,
): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listCards(ids, reader, visibleTo(actor))
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids
    .flatMap((id) => known.get(id) ?? [])
    .filter((row) => may.see(actor, row))
    .map((row) => cardOf(actor, row))
}

function cardOf(actor: Actor | null, row: sql.CardRow): ProductCard {
  const { id, slug, name, vendor, description, kind, subjects, functions, schools, projects } = row
  const isHidden = row.standing === 'not_approved' && !seesRefusals(actor)
  return {
    ...{ id, slug, name, vendor, kind, subjects, functions, schools, projects },
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
