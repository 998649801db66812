import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DeviceScenario, PupilAccount, ScenarioUser } from '../contract.ts'

export type DataLine = {
  subject: 'pupil' | 'teacher' | 'parent'
  category: string
  purpose: string
  basis: string
  retention: string
  recipients: string
}
export type Subprocessor = { name: string; country: string; service: string; basis: string }

/** What the records say of one use of a product; nothing of a review that schools may not read. */
export async function findUse(productId: string, scenarioId: string) {
  const { rows } = await sql<{
    id: string
    label: string
    variant: string
    hostingCountry: string
    hostingProvider: string
    hasAi: boolean
    aiNote: string
    device: DeviceScenario
    account: PupilAccount
    users: ScenarioUser[]
    minAge: number | null
    vendor: string | null
    vendorCountry: string | null
    data: DataLine[]
    subprocessors: Subprocessor[]
    bodies: Record<string, string>
  }>`select s.id, s.label, w.name as variant, w.hosting_country as "hostingCountry",
      w.hosting_provider as "hostingProvider", w.has_ai as "hasAi", w.ai_note as "aiNote",
      s.device_scenario as device, s.pupil_account as account, s.users, s.min_age as "minAge",
      v.name as vendor, v.country as "vendorCountry",
      coalesce((select json_agg(json_build_object('subject', d.subject, 'category', d.category, 'purpose', d.purpose,
        'basis', d.legal_basis, 'retention', d.retention, 'recipients', d.recipients) order by d.position)
        from scenario_data d where d.scenario_id = s.id), '[]') as data,
      coalesce((select json_agg(json_build_object('name', b.name, 'country', b.country, 'service', b.service,
        'basis', b.transfer_basis) order by b.position) from variant_subprocessors b where b.variant_id = w.id), '[]') as subprocessors,
      coalesce((select json_object_agg(x.kind, x.body) from (select distinct on (t.kind) t.kind, t.body
        from software_documents t where t.product_id = s.product_id and t.replaced_at is null and t.body <> ''
          and t.kind in ('vvt_block', 'art13_text', 'parents_letter', 'usage_rules') and t.visibility in ('schools', 'public')
        order by t.kind, t.added_at desc) x), '{}') as bodies
    from software_scenarios s join software_variants w on w.id = s.variant_id
      join software_products p on p.id = s.product_id left join vendors v on v.id = p.vendor_id
    where s.id = ${scenarioId}::uuid and s.product_id = ${productId}::uuid`.execute(db())
  return rows[0]
}

export type UseFacts = NonNullable<Awaited<ReturnType<typeof findUse>>>

export function findSchool(slug: string, ids: string[]) {
  return db()
    .selectFrom('schools')
    .where('slug', '=', slug)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'slug', 'name', 'street', 'postalCode', 'city', 'officialEmail', 'phone'])
    .executeTakeFirst()
}

export type School = NonNullable<Awaited<ReturnType<typeof findSchool>>>
