import type pg from 'pg'

/** Where the template keeps the rows that migrations bring, to be brought again. */
export const FIRST_ROWS = 'first_rows'
/** A database that a test has filled beyond this is slower than a new one. */
const MOST_GROWTH = 24 * 1024 * 1024

/** What a new database looks like, to see whether a used one can be made so again. */
export type AsNew = { shape: string; bytes: number }

/** In the template: a copy of every table that migrations fill. */
export async function keepFirstRows(client: pg.Client): Promise<void> {
  await client.query(`create schema ${FIRST_ROWS}`)
  for (const name of await filled(client, 'public', ''))
    await client.query(`create table ${FIRST_ROWS}.${name} as table public.${name}`)
  await client.query(`create view ${FIRST_ROWS}.begun as
    select format('%I.%I', schemaname, sequencename) as name, last_value as number from pg_sequences
    where schemaname in ('public', 'graphile_worker') and last_value is not null`)
  await client.query(`create table ${FIRST_ROWS}.numbers as table ${FIRST_ROWS}.begun`)
}

export async function lookOf(client: pg.Client): Promise<AsNew> {
  const { rows } = await client.query<AsNew>(
    `select pg_database_size(current_database())::int as bytes, concat_ws(' ',
       (select concat(count(*), '/', sum(relnatts), '/', sum(relchecks)) from pg_class),
       (select concat(count(*), '/', sum(hashtext(tgname::text || tgenabled::text))) from pg_trigger),
       (select concat(count(*), '/', sum(hashtext(conname::text))) from pg_constraint),
       (select concat(count(*), '/', sum(hashtext(proname::text || prosrc))) from pg_proc)) as shape`,
  )
  const [look] = rows
  if (!look) throw new Error('The test database says nothing about itself.')
  return look
}

/**
 * Makes a used database like a new one. Only for a connection to which no trigger says no: some rows refuse to go.
 *
 * @returns false when something in it is another than it was, so that it must be thrown away
 */
export async function makeLikeNew(client: pg.Client, asNew: AsNew): Promise<boolean> {
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  const look = await lookOf(client)
  if (look.shape !== asNew.shape || look.bytes > asNew.bytes + MOST_GROWTH) return false
  const first = await filled(client, FIRST_ROWS, 'numbers')
  const full = [
    ...(await filled(client, 'public', '')).map((name) => `public.${name}`),
    ...(await filled(client, 'graphile_worker', 'migrations')).map(
      (name) => `graphile_worker.${name}`,
    ),
  ]
  const again: string[] = []
  for (const name of first) {
    const columns = await writable(client, name)
    again.push(
      `insert into public.${name} (${columns}) overriding system value select ${columns} from ${FIRST_ROWS}.${name};`,
    )
  }
  const { rows: numbers } = await client.query<{ again: string }>(
    `select case when first.name is null then format('alter sequence %s restart;', begun.name)
       else format('select setval(%L, %s);', begun.name, first.number) end as again
     from ${FIRST_ROWS}.begun left join ${FIRST_ROWS}.numbers as first using (name)
     where begun.number is distinct from first.number`,
  )
  await client.query(
    [
      ...full.map((name) => `delete from ${name};`),
      ...again,
      ...numbers.map((row) => row.again),
    ].join(' ') || 'select 1',
  )
  // What was deleted leaves room in the files: rows of the next test would stand in another order than they came.
  if (full.length > 0) await client.query(`vacuum ${full.join(', ')}`)
  // A table that was seen empty is planned for as if it stayed so; of a new one PostgreSQL expects some pages.
  await client.query(`update pg_class set relpages = 0, reltuples = -1, relallvisible = 0
    where relkind = 'r' and reltuples >= 0 and relnamespace in (select oid from pg_namespace where nspname in
      ('public', 'graphile_worker'))`)
  await client.query('delete from pg_statistic where starelid >= 16384')
  return true
}

/** Tables of a schema that hold anything, quoted; not the books of the migrations. */
async function filled(client: pg.Client, schema: string, besides: string): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = $1 and tablename not like 'kysely\\_%' and tablename <> $2`,
    [schema, besides],
  )
  if (tables.length === 0) return []
  const asked = tables.map(
    ({ name }) => `select '${name}' as name where exists (select from ${schema}.${name})`,
  )
  const { rows } = await client.query<{ name: string }>(asked.join(' union all '))
  return rows.map(({ name }) => name)
}

/** The columns of a table that are not reckoned from others. */
async function writable(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [`public.${name}`],
  )
  return rows[0]?.columns ?? ''
}
