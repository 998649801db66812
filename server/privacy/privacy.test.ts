import '#db/testing.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { areas } from '#server/areas.ts'

const rules = areas.flatMap((area) => area.privacy)

test('every column that refers to a person has a rule for export, erasure and retention', async () => {
  const { rows } = await sql<{ place: string }>`
    select distinct cl.relname || '.' || at.attname as place
    from pg_constraint co
    join pg_class cl on cl.oid = co.conrelid
    join pg_namespace ns on ns.oid = cl.relnamespace and ns.nspname = 'public'
    join unnest(co.conkey) as key(number) on true
    join pg_attribute at on at.attrelid = co.conrelid and at.attnum = key.number
    where co.contype = 'f' and co.confrelid = 'persons'::regclass
    union select 'audit_entries.actor_id' union select 'thing_references.to_id' union select 'persons.id' union select 'register_imports.imported_by'`.execute(
    db(),
  )
  const known = new Set(rules.map((rule) => `${rule.table}.${rule.column}`))
  expect(rows.map((row) => row.place).filter((place) => !known.has(place))).toEqual([])
})

test('no rule speaks of a column that is not there', async () => {
  const { rows } = await sql<{ place: string }>`
    select table_name || '.' || column_name as place from information_schema.columns
    where table_schema = 'public'`.execute(db())
  const places = new Set(rows.map((row) => row.place))
  const stale = rules.map((rule) => `${rule.table}.${rule.column}`).filter((p) => !places.has(p))
  expect(stale).toEqual([])
})

test('every rule tells the person in German what is kept and how long', () => {
  for (const rule of rules) {
    expect(rule.what.length, `${rule.table}.${rule.column}`).toBeGreaterThan(10)
    expect(rule.retention.length, `${rule.table}.${rule.column}`).toBeGreaterThan(3)
  }
})
