import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ListEditions } from '#db/types.ts'
import { standings } from '../standing/sql.ts'
import type { EditionEntry } from './inputs.ts'

/** What is released on this day, by product and use: what an edition says. */
export async function listReleased(today: string): Promise<EditionEntry[]> {
  const { rows } = await sql<{ entry: EditionEntry }>`select json_build_object(
      'id', s.id,
      'product', json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'vendor', v.name, 'kind', p.kind,
        'website', p.website),
      'use', s.label, 'variant', w.name, 'device', s.device_scenario, 'account', s.pupil_account,
      'status', st.name, 'isStandard', r.kind = 'standard', 'validFrom', r.valid_from, 'validUntil', r.valid_until,
      'schoolForms', r.school_forms, 'gradeMin', r.grade_min, 'gradeMax', r.grade_max, 'isForSome', r.school_ids is not null, 'conditions', r.conditions,
      'release', r.number,
      'opinion', case when o.id is null then null else json_build_object('number', o.number,
        'on', (o.given_at at time zone 'Europe/Berlin')::date, 'office', o.signed_office) end,
      'seals', coalesce((select json_agg(json_build_object('scheme', x.scheme, 'result', x.result,
        'validUntil', x.valid_until) order by x.scheme, x.id) from software_seals x where x.product_id = p.id), '[]')
    ) as entry
    from ${standings({ today, form: null, schools: [] })} st
    join releases r on r.id = st."releaseId" join software_scenarios s on s.id = st."scenarioId"
    join software_variants w on w.id = s.variant_id join software_products p on p.id = s.product_id
    left join vendors v on v.id = p.vendor_id left join opinions o on o.id = r.opinion_id
    where st.name like 'approved%' and p.state = 'listed'
    order by p.name, p.id, w.position, s.label, s.id`.execute(db())
  return rows.map(({ entry }) => entry)
}

export function findByKey(clientKey: string) {
  return db()
    .selectFrom('listEditions')
    .where('clientKey', '=', clientKey)
    .select('number')
    .executeTakeFirst()
}

/** @returns undefined when the same form has made one already */
export function insertEdition(row: Insertable<ListEditions>) {
  return db()
    .insertInto('listEditions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function listEditions(limit: number, offset: number) {
  return db()
    .selectFrom('listEditions')
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .select(['number', 'dated', 'note', 'entries', 'sha256', 'madeName'])
    .execute()
}

export async function countEditions(): Promise<number> {
  const { count } = await db()
    .selectFrom('listEditions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export function findEdition(number: number) {
  return db()
    .selectFrom('listEditions')
    .where('number', '=', number)
    .select(['number', 'dated', 'note', 'entries', 'sha256', 'madeName', 'madeAt', 'content'])
    .executeTakeFirst()
}
