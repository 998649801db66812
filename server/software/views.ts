import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { schoolFormsOf } from '#server/schools/views.ts'
import { paths } from './paths.ts'
import { may } from './policy.ts'
import { formatDay } from './rules.ts'
import * as sql from './sql.ts'
import type { Place, StandingName } from './standing/contract.ts'
import { standingNames } from './standing/words.ts'

/** The form of the reader's school; null where there is none or several differ: then every release counts. */
export async function formOfReader(actor: Actor | null): Promise<string | null> {
  const schools = actor ? schoolsOf(actor) : []
  if (schools.length === 0) return null
  const [form, other] = await schoolFormsOf(schools)
  return form !== undefined && other === undefined ? form : null
}

/** For whom cards and lists say what holds today. */
export async function placeOfReader(actor: Actor | null): Promise<Place> {
  const form = await formOfReader(actor)
  return { today: localDayOf(now()), form, schools: actor ? schoolsOf(actor) : [] }
}

type Card = Awaited<ReturnType<typeof sql.listCards>>[number]

/**
 * Cards say what holds today for the reader's form of school; refusals only to those who are signed in. Where an entry
 * went into another, old texts show the other.
 */
export async function productThings(actor: Actor | null, ids: string[]): Promise<ThingCard[]> {
  const place = await placeOfReader(actor)
  const rows = await sql.listCards(ids, place)
  const merged = rows.flatMap(({ id, mergedInto }) => (mergedInto ? [{ id, mergedInto }] : []))
  const targets =
    merged.length > 0
      ? await sql.listCards(
          merged.map(({ mergedInto }) => mergedInto),
          place,
        )
      : []
  const shown = merged.flatMap(({ id, mergedInto }) =>
    targets.filter((target) => target.id === mergedInto).map((target) => ({ ...target, id })),
  )
  return [...rows, ...shown].filter((row) => may.see(actor, row)).map((row) => thingOf(actor, row))
}

function thingOf(actor: Actor | null, { id, slug, name, standing, until }: Card): ThingCard {
  const shown =
    standing === 'not_approved' && !may.seeRefusals(actor, {}) ? 'not_reviewed' : standing
  const word = standingNames[shown as StandingName]
  const context = until && shown !== 'expired' ? `${word}, gültig bis ${formatDay(until)}` : word
  return { id, title: name, context, path: paths.product(slug) }
}

/** What hangs on an entry of the directory: references to it, but no files. */
export async function standingTo(actor: Actor, id: string): Promise<Standing> {
  const [row] = await sql.listCards([id], { today: localDayOf(now()), form: null, schools: [] })
  return {
    canRead: row !== undefined && may.see(actor, row),
    canChange: row !== undefined && may.curate(actor, {}),
    plgId: null,
  }
}

export async function locateProduct(path: string): Promise<string | undefined> {
  const [, slug = ''] = /^\/software\/([a-z0-9-]+)$/.exec(path) ?? []
  return slug === '' ? undefined : sql.findIdBySlug(slug)
}
