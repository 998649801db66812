import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { UNDO_DAYS } from '../../contract.ts'
import { may } from '../../policy.ts'
import { MERGED_FIELDS, type MergedField, type Pair } from './contract.ts'
import { likelyPairs, pairKey } from './likeness/rules.ts'
import { listApart, listLooked, listSides } from './likeness/sql.ts'
import { isContradiction, reasonOf } from './rules.ts'
import * as sql from './sql.ts'
import { movingWords, refusals } from './words.ts'

const DAY = 86_400_000

/** Pairs of entries that may be one, the likeliest first, and what was put together lately. */
export async function duplicatesFor(actor: Actor) {
  authorize(may.curate, actor, {})
  const since = new Date(now().getTime() - UNDO_DAYS * DAY)
  const [looked, apart, merges] = await Promise.all([
    listLooked(),
    listApart(),
    sql.listMerges(since),
  ])
  const pairs = likelyPairs(looked, new Set(apart.map(([one, other]) => pairKey(one, other))))
  const sides = await listSides(pairs.flatMap(({ one, other }) => [one, other]))
  return {
    pairs: pairs.flatMap(({ one, other, ...likeness }): Pair[] => {
      const [first, second] = [sides.get(one), sides.get(other)]
      return first && second ? [{ one: first, other: second, reason: reasonOf(likeness) }] : []
    }),
    merges,
  }
}

/**
 * Two entries side by side, field by field.
 *
 * @param slugs that of the entry which stays, then that of the one which goes
 */
export async function pairFor(actor: Actor, slugs: { target: string; source: string }) {
  authorize(may.curate, actor, {})
  const entries = await sql.listBoth({ slugs: [slugs.target, slugs.source] })
  const target = existing(entries.find(({ slug }) => slug === slugs.target))
  const source = existing(
    entries.find(({ slug }) => slug === slugs.source && slug !== slugs.target),
  )
  const [moving, blocked] = await Promise.all([
    sql.countMoving(source.id),
    blockedBy(target, source),
  ])
  return {
    target: entryOf(target),
    source: entryOf(source),
    fields: MERGED_FIELDS.map((field) => ({
      field,
      target: textOf(target, field),
      source: textOf(source, field),
    })).filter((one) => one.target !== one.source),
    moving: movingWords(moving),
    blocked: blocked ?? null,
  }
}

/** Why these two cannot be put together now; undefined when they can. */
export async function blockedBy(one: sql.Entry, other: sql.Entry): Promise<string | undefined> {
  if (one.hasOpenCase && other.hasOpenCase) return refusals.twoCases
  const standings = await sql.listStandings([one.id, other.id], localDayOf(now()))
  const of = ({ id }: sql.Entry) => standings.get(id) ?? 'not_reviewed'
  return isContradiction(of(one), of(other)) ? refusals.twoVerdicts : undefined
}

const entryOf = ({ id, slug, name, version }: sql.Entry) => ({ id, slug, name, version })

/** A fact as text; the page puts words for keys. */
function textOf(entry: sql.Entry, field: MergedField): string {
  if (field === 'vendorId') return entry.vendor ?? ''
  const value = entry[field]
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}
