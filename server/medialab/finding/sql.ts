import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { OfferKind } from '../contract.ts'

export type Match = {
  need: number
  id: string
  slug: string
  name: string
  summary: string
  kind: OfferKind
}
/** What answers a need: a kind, or words of which each begins one of the offer. */
export type Pattern = { kind: OfferKind | null; words: string[] }

const queryOf = (words: string[]) => words.map((word) => `${word}:*`).join(' & ')

/** The offers that answer each of these needs, the best first, at most so many for each; in one query. */
export async function listMatches(patterns: Pattern[], most: number): Promise<Match[]> {
  const { rows } =
    await sql<Match>`select n.need::int - 1 as need, o.id, o.slug, o.name, o.summary, o.kind
    from unnest(${patterns.map(({ kind }) => kind ?? '')}::text[],
      ${patterns.map(({ words }) => queryOf(words))}::text[]) with ordinality as n (kind, words, need)
    cross join lateral (
      (select id, slug, name, summary, kind, 0::real as rank from lab_offers
        where kind = n.kind and state = 'listed' order by name limit ${most})
      union all
      (select id, slug, name, summary, kind, ts_rank(search, to_tsquery('german', n.words)) from lab_offers
        where n.kind = '' and state = 'listed' and search @@ to_tsquery('german', n.words)
        order by 6 desc, name limit ${most})
    ) as o order by n.need, o.rank desc, o.name`.execute(db())
  return rows
}

/** Names of offers in a basket. */
export async function listNames(
  slugs: string[],
): Promise<{ id: string; slug: string; name: string }[]> {
  const { rows } = await sql<{ id: string; slug: string; name: string }>`select id, slug, name
    from lab_offers where slug = any(${slugs}::text[]) and state = 'listed'`.execute(db())
  return rows
}

/** What this school looked for in vain since then. */
export async function listMissed(of: {
  schoolId: string | null
  since: Date
  wanted: string[]
}): Promise<{ wanted: string; startsAt: Date | null }[]> {
  const { rows } = await sql<{ wanted: string; startsAt: Date | null }>`select wanted, starts_at
    from lab_unmet where at >= ${of.since} and reason = 'not_found'
      and school_id is not distinct from ${of.schoolId}::uuid
      and wanted = any(${of.wanted}::text[])`.execute(db())
  return rows
}
