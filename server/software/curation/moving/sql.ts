import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Kept } from '#server/references/contract.ts'

type Json = Record<string, unknown>
type Two = { source: string; target: string }

/** Rows with an id of their own, that name the entry they belong to. Adoptions lie where their use lies. */
const OWNED = [
  'experience_reports',
  'software_questions',
  'software_documents',
  'software_seals',
  'software_scenarios',
  'review_cases',
] as const

/** Rows that are there once for an entry and something else: who follows both follows one of them then. */
const ONCE: Record<string, string[]> = {
  software_follows: ['person_id'],
  watch_list_items: ['list_id'],
  software_plgs: ['plg_id'],
  adoption_wishes: ['school_id', 'person_id'],
}

/** What went over, so that it can go back exactly. */
export type Moved = {
  owned: Record<string, string[]>
  /** Of rows that are there once: those of the source, and those that the target did not have itself. */
  once: Record<string, { gone: Json[]; added: Json[] }>
  variants: { id: string; name: string }[]
  projects: { projectId: string; position: number }[]
  references: { from: Kept[]; to: Kept[] }
}

export async function moveRows(two: Two): Promise<Omit<Moved, 'references'>> {
  const variants = await moveVariants(two)
  const owned: Moved['owned'] = {}
  for (const table of OWNED) owned[table] = await moveOwned(table, two)
  await moveAdoptions(owned.software_scenarios ?? [])
  const once: Moved['once'] = {}
  for (const table of Object.keys(ONCE)) once[table] = await moveOnce(table, two)
  return { owned, once, variants, projects: await moveProjects(two) }
}

export async function moveRowsBack(moved: Moved, { source, target }: Two): Promise<void> {
  const back = { source: target, target: source }
  for (const { id, name } of moved.variants)
    await db()
      .updateTable('softwareVariants')
      .set({ productId: source, name })
      .where('id', '=', id)
      .execute()
  for (const table of OWNED) await moveOwned(table, back, moved.owned[table] ?? [])
  await moveAdoptions(moved.owned.software_scenarios ?? [])
  for (const [table, rows] of Object.entries(moved.once)) await moveOnceBack(table, rows, back)
  await moveProjectsBack(moved.projects, back)
}

/** Of equal name the one that comes gets the name of its entry behind it. */
async function moveVariants({ source, target }: Two) {
  const { rows } = await sql<{ id: string; name: string }>`
    with old as (select v.id, v.name, p.name as product, exists (select from software_variants t
        where t.product_id = ${target} and t.name = v.name) as is_taken
      from software_variants v join software_products p on p.id = v.product_id
      where v.product_id = ${source} for update of v),
    moved as (update software_variants v set product_id = ${target},
        name = case when old.is_taken then left(v.name, 60) || ' (' || left(old.product, 50) || ')' else v.name end
      from old where old.id = v.id)
    select id, name from old`.execute(db())
  return rows
}

async function moveOwned(
  table: string,
  { source, target }: Two,
  only?: string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update ${sql.table(table)} set product_id = ${target}
    where product_id = ${source} and ${only ? sql`id = any(${only}::uuid[])` : sql`true`} returning id`.execute(
    db(),
  )
  return rows.map(({ id }) => id).toSorted()
}

async function moveAdoptions(scenarioIds: string[]): Promise<void> {
  await sql`update school_adoptions a set product_id = s.product_id from software_scenarios s
    where a.scenario_id = s.id and s.id = any(${scenarioIds}::uuid[]) and a.product_id <> s.product_id`.execute(
    db(),
  )
}

async function moveOnce(table: string, { source, target }: Two) {
  const { rows } = await sql<{ gone: Json[]; added: Json[] }>`with
    gone as (delete from ${sql.table(table)} where product_id = ${source} returning *),
    added as (insert into ${sql.table(table)} as t
      select (jsonb_populate_record(null::${sql.table(table)}, to_jsonb(gone) || jsonb_build_object('product_id', ${target}::uuid))).*
      from gone on conflict do nothing returning to_jsonb(t) as row)
    select (select coalesce(jsonb_agg(to_jsonb(gone)), '[]') from gone) as gone,
      (select coalesce(jsonb_agg(row), '[]') from added) as added`.execute(db())
  return rows[0] ?? { gone: [], added: [] }
}

/** What somebody has taken away since does not come back. */
async function moveOnceBack(
  table: string,
  { gone, added }: { gone: Json[]; added: Json[] },
  { source: from }: Two,
): Promise<void> {
  const keys = ONCE[table] ?? []
  const matches = sql.join(
    keys.map((key) => sql`${sql.ref(`t.${key}`)}::text = k ->> ${key}::text`),
    sql` and `,
  )
  await sql`insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, k)).*
    from jsonb_array_elements(${JSON.stringify(gone)}::jsonb) k
    where exists (select from ${sql.table(table)} t where t.product_id = ${from} and ${matches})
    on conflict do nothing`.execute(db())
  await sql`delete from ${sql.table(table)} t using jsonb_array_elements(${JSON.stringify(added)}::jsonb) k
    where t.product_id = ${from} and ${matches}`.execute(db())
}

async function moveProjects({ source, target }: Two) {
  return db()
    .updateTable('projectSoftware')
    .set({ productId: target })
    .where('productId', '=', source)
    .returning(['projectId', 'position'])
    .execute()
}

async function moveProjectsBack(
  projects: Moved['projects'],
  { source, target }: Two,
): Promise<void> {
  await sql`update project_software u set product_id = ${target}
    from jsonb_to_recordset(${JSON.stringify(projects)}::jsonb) as k ("projectId" uuid, position integer)
    where u.project_id = k."projectId" and u.position = k.position and u.product_id = ${source}`.execute(
    db(),
  )
}

export async function insertMerge(row: {
  sourceId: string
  targetId: string
  mergedBy: string
  mergedAt: Date
  moved: unknown
}): Promise<string> {
  const { id } = await db()
    .insertInto('softwareMerges')
    .values({ ...row, moved: JSON.stringify(row.moved) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A merge under lock, with what it moved. */
export function findMerge<Kept>(id: string) {
  return db()
    .selectFrom('softwareMerges')
    .where('id', '=', id)
    .select(['id', 'sourceId', 'targetId', 'mergedAt', 'undoneAt'])
    .select(sql<Kept>`moved`.as('moved'))
    .forUpdate()
    .executeTakeFirst()
}

export async function setUndone(id: string, at: Date): Promise<void> {
  await db().updateTable('softwareMerges').set({ undoneAt: at }).where('id', '=', id).execute()
}

/** All columns of an entry as they stand, by their names in the database. */
export async function rowOf(id: string): Promise<Json> {
  const { rows } = await sql<{
    row: Json
  }>`select to_jsonb(p) - 'search' as row from software_products p
    where p.id = ${id}`.execute(db())
  return rows[0]?.row ?? {}
}

/** Sets these columns of an entry; names come from `rowOf` alone. */
export async function setRow(id: string, columns: Json): Promise<void> {
  const names = Object.keys(columns)
  if (names.length === 0) return
  const given = sql`jsonb_populate_record(null::software_products, ${JSON.stringify(columns)}::jsonb)`
  const list = sql.join(names.map((name) => sql`${sql.id(name)} = g.${sql.id(name)}`))
  await sql`update software_products p set ${list} from (select (${given}).*) g where p.id = ${id}`.execute(
    db(),
  )
}
