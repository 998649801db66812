import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { type BulkField, LIST_FIELDS } from './contract.ts'

type Changed = { id: string }

/**
 * Sets a field of these listed apps, or adds to it; what changes is written down. Whoever says it already stays as is.
 *
 * @returns how many have changed
 */
export async function setField(
  ids: string[],
  { field, value }: { field: BulkField; value: string },
  by: { personId: string; at: Date },
): Promise<number> {
  const column = sql.ref(`p.${field}`)
  const isList = LIST_FIELDS.includes(field)
  const old = isList ? sql`array_to_string(${column}, ', ')` : sql`${column}::text`
  const set = isList ? sql`array_append(${sql.ref(field)}, ${value}::text)` : sql`${value}::text`
  const differs = isList
    ? sql`not ${column} @> array[${value}::text]`
    : sql`${column} is distinct from ${value}::text`
  const { rows } = await sql<Changed>`with
    before as (select p.id, ${old} as was from software_products p
      where p.id = any(${ids}::uuid[]) and p.state = 'listed' and ${differs} order by p.id for update),
    changed as (update software_products set ${sql.ref(field)} = ${set}, version = version + 1,
        changed_at = ${by.at}::timestamptz
      from before where before.id = software_products.id
      returning before.id, before.was)
    insert into software_changes (product_id, at, person_id, field, before, after)
    select id, ${by.at}::timestamptz, ${by.personId}::uuid, ${field}::text, was,
      case when ${isList}::boolean then concat_ws(', ', nullif(was, ''), ${value}::text) else ${value}::text end
    from changed returning product_id as id`.execute(db())
  return rows.length
}
