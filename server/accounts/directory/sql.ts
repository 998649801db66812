import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'

/** Who looks: what the directory may show follows from this alone. */
export type Reader = { id: string; schoolIds: string[]; at: Date }

/**
 * Ids of the persons whose name this person may read (safety.md PR-7): those confirmed at a school of their
 * own, and those in a PLG with them. With `among` of these only.
 */
function near({ id, schoolIds, at }: Reader, among?: string[]) {
  const only = (column: RawBuilder<string>) =>
    among ? sql<SqlBool>`and ${column} = any(${among}::uuid[])` : sql<SqlBool>``
  return sql`select m.person_id from memberships m
    where m.school_id = any(${schoolIds}::uuid[]) and m.state = 'confirmed' and m.valid_from <= ${at}
      and (m.valid_until is null or m.valid_until > ${at}) ${only(sql`m.person_id`)}
    union
    select theirs.person_id from plg_members mine
    join plg_members theirs on theirs.plg_id = mine.plg_id and theirs.state = 'active'
    where mine.person_id = ${id} and mine.state = 'active' ${only(sql`theirs.person_id`)}`
}

/** Where somebody works, by name: "Schule am Hafen". */
const placesAt = (at: Date) => sql<string | null>`(select string_agg(distinct
    coalesce(schools.name, organisations.name), ', ')
  from memberships m left join schools on schools.id = m.school_id
  left join organisations on organisations.id = m.organisation_id
  where m.person_id = p.id and m.state = 'confirmed' and m.valid_from <= ${at}
    and (m.valid_until is null or m.valid_until > ${at}))`

/** Those among `ids` whose names the reader may read; oneself too. */
export function listCards(reader: Reader, ids: string[]) {
  return db()
    .selectFrom('persons as p')
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('p.isActive', '=', true)
    .where((eb) =>
      eb.or([eb('p.id', '=', reader.id), sql<SqlBool>`p.id in (${near(reader, ids)})`]),
    )
    .select(['p.id', 'p.firstName', 'p.lastName', placesAt(reader.at).as('places')])
    .execute()
}

const asBeginning = (word: string) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`
/** Each part of a name stands behind a space, so that a word is looked for at its beginning. */
const parts = sql`search_key(translate(' ' || p.first_name || ' ' || p.last_name, '-', ' '))`

/**
 * Others whose names the reader may read and of whose names each word begins a part. Members of the PLG come
 * first if the reader is one too; with `onlyThere` nobody else comes.
 */
export function listFound(
  reader: Reader,
  {
    words,
    plgId,
    onlyThere,
    limit,
  }: { words: string[]; plgId: string | null; onlyThere: boolean; limit: number },
) {
  const isThere = sql<SqlBool>`exists (select 1 from plg_members mine
    join plg_members theirs on theirs.plg_id = mine.plg_id and theirs.state = 'active'
    where mine.plg_id = ${plgId}::uuid and mine.person_id = ${reader.id} and mine.state = 'active'
      and theirs.person_id = p.id)`
  let query = db()
    .selectFrom('persons as p')
    // As an array, so that its few are looked up; joined, the whole table might be read.
    .where(sql<SqlBool>`p.id = any(array(${near(reader)}))`)
    .where('p.isActive', '=', true)
    .where('p.id', '<>', reader.id).where(sql<SqlBool>`${parts} like all (select search_key(word)
      from unnest(${words.map(asBeginning)}::text[]) as word)`)
  if (onlyThere) query = query.where(isThere)
  return query
    .select(['p.id', 'p.firstName', 'p.lastName', placesAt(reader.at).as('places')])
    .orderBy(isThere, 'desc')
    .orderBy('p.lastName')
    .orderBy('p.firstName')
    .orderBy('p.id')
    .limit(limit)
    .execute()
}
