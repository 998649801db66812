import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { RemovablePart } from '../contract.ts'

type Place = {
  table: string
  /** Of rows that are counted within another: the column that names it. */
  within?: string
  /** What goes with it. */
  below?: { table: string; of: string }
}

const PLACES: Record<RemovablePart, Place> = {
  variant: {
    table: 'software_variants',
    below: { table: 'variant_subprocessors', of: 'variant_id' },
  },
  use: { table: 'software_scenarios', below: { table: 'scenario_data', of: 'scenario_id' } },
  subprocessor: { table: 'variant_subprocessors', within: 'variant_id' },
  data: { table: 'scenario_data', within: 'scenario_id' },
  seal: { table: 'software_seals' },
}

const DAY = 86_400_000
/** So long what was taken away can be put back. */
const since = (at: Date) => new Date(at.getTime() - DAY)

/**
 * Takes a part away and keeps it for a day.
 *
 * @returns under which id it can be put back
 */
export async function remove(
  { part, id, position = -1 }: { part: RemovablePart; id: string; position?: number | undefined },
  of: { productId: string; by: string; at: Date },
): Promise<string> {
  const { table, within, below } = PLACES[part]
  await sql`delete from software_removals where removed_at < ${since(of.at)}::timestamptz`.execute(
    db(),
  )
  const these = within
    ? sql`${sql.ref(within)} = ${id}::uuid and position = ${position}`
    : sql`id = ${id}::uuid`
  const with_ = below
    ? sql`coalesce((select jsonb_agg(to_jsonb(b)) from ${sql.table(below.table)} b
        where b.${sql.ref(below.of)} = t.id), '[]')`
    : sql`'[]'::jsonb`
  const { rows } = await sql<{ id: string }>`with kept as (
      insert into software_removals (product_id, part, content, removed_by, removed_at)
      select ${of.productId}::uuid, ${part}, jsonb_build_object('row', to_jsonb(t), 'below', ${with_}),
        ${of.by}::uuid, ${of.at}::timestamptz
      from ${sql.table(table)} t where ${these} returning id
    ), gone as (delete from ${sql.table(table)} where ${these})
    select id from kept`.execute(db())
  return rows[0]?.id ?? ''
}

export type Kept = { part: RemovablePart; row: Record<string, unknown> }

/** What was taken away from this app within the last day. */
export async function findRemoved(
  id: string,
  of: { productId: string; at: Date },
): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`select part, content -> 'row' as row from software_removals
    where id = ${id}::uuid and product_id = ${of.productId}::uuid
      and removed_at >= ${since(of.at)}::timestamptz`.execute(db())
  return rows[0]
}

/** Puts it back as it was; among others that are counted it becomes the last. */
export async function putBack(id: string, part: RemovablePart): Promise<void> {
  const { table, within, below } = PLACES[part]
  const place = within
    ? sql`jsonb_build_object('position', (select coalesce(max(t.position) + 1, 0) from ${sql.table(table)} t
        where t.${sql.ref(within)} = (r.content -> 'row' ->> ${within})::uuid))`
    : sql`'{}'::jsonb`
  await sql`insert into ${sql.table(table)}
    select n.* from software_removals r
      cross join lateral jsonb_populate_record(null::${sql.table(table)}, r.content -> 'row' || ${place}) n
    where r.id = ${id}::uuid`.execute(db())
  if (below)
    await sql`insert into ${sql.table(below.table)}
      select n.* from software_removals r
        cross join lateral jsonb_populate_recordset(null::${sql.table(below.table)}, r.content -> 'below') n
      where r.id = ${id}::uuid`.execute(db())
  await sql`delete from software_removals where id = ${id}::uuid`.execute(db())
}
