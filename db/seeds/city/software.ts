import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { COST_MODELS, FUNCTIONS, PRODUCT_KINDS } from '#server/software/contract.ts'
import type { Moments } from '../moments.ts'
import { diceOf, oneOf } from './chance.ts'
import { APP_ENDINGS, APP_EXTRAS, APP_PURPOSES, APP_STEMS, APP_VENDORS } from './software-words.ts'

const GRADES = ['1-2', '3-4', '5-6', '7-8', '9-10', '11-13']
const FORMS = ['primary', 'grammar', 'comprehensive', 'special_needs', 'vocational']
const DEVICES = [
  ...['school_shared_at_school', 'school_personal_at_school', 'school_personal_at_home', 'byod'],
]
const ACCOUNTS = ['none', 'class_code', 'pseudonym', 'sso_pseudonym', 'real_name']
const USES_EACH = 3
const EVENTS = ['take', 'start', 'draft', 'sign']
const WAY = ['submitted', 'triage', 'in_review', 'opinion_draft', 'closed']
/** Of a hundred uses: released, refused, and of the released ones over, special, pilots aside. */
const RELEASED = 58
const REFUSED = 6
const OVER = 12

export type SoftwareSize = { products: number; adoptions: number }

/** The directory of a city: products with their uses, what was reviewed and decided, and where they are in use. */
export async function seedCitySoftware(size: SoftwareSize, moments: Moments): Promise<void> {
  await seedProducts(size.products, moments)
  await seedUses(moments)
  await seedReviews(moments)
  await seedDecisions(moments)
  await seedAdoptions(size.adoptions, moments)
  await seedVoices(moments)
}

/** "Bruchwerk", "Wortinsel Plus": each name once. */
async function seedProducts(count: number, { daysAgo }: Moments) {
  const [stems, endings, extras] = [APP_STEMS.length, APP_ENDINGS.length, APP_EXTRAS.length]
  await sql`insert into vendors (name, country, created_at)
    select name || case when at = 0 then '' else ' ' || at end, case when at % 3 = 0 then 'Deutschland' else 'Irland' end,
      ${daysAgo(400)}::timestamptz
    from unnest(${APP_VENDORS}::text[]) name, generate_series(0, 19) at`.execute(db())
  const row = sql`at::text`
  await sql`insert into software_products (slug, name, vendor_id, kind, function_tags, description, website,
      subjects, grade_bands, school_forms, cost_model, offline_use, origin, created_at, changed_at)
    select 'stadt-app-' || at, name, v.id,
      ${oneOf([...PRODUCT_KINDS].slice(0, 4), row, 201)}, array[${oneOf(FUNCTIONS, row, 202)}],
      ${oneOf(APP_PURPOSES, row, 203)}, 'https://' || 'app-' || at || '.example',
      case when ${diceOf(row, 204, 5)} = 0 then '{}' else array[${oneOf([...SUBJECTS].slice(0, 16), row, 205)}] end,
      case when ${diceOf(row, 206, 3)} = 0 then '{}' else array[${oneOf(GRADES, row, 207)}] end,
      case when ${diceOf(row, 208, 4)} > 0 then '{}' else array[${oneOf(FORMS, row, 209)}] end,
      ${oneOf(COST_MODELS, row, 210)}, ${oneOf(['full', 'partly', 'no', 'unknown'], row, 211)},
      case when at % 4 = 0 then 'import' else 'curated' end, ${daysAgo(300)}::timestamptz, ${daysAgo(30)}::timestamptz
    from (select at, (${APP_STEMS}::text[])[1 + at % ${stems}::int]
        || (${APP_ENDINGS}::text[])[1 + at / ${stems}::int % ${endings}::int]
        || (${APP_EXTRAS}::text[])[1 + at / (${stems}::int * ${endings}::int) % ${extras}::int] as name
      from generate_series(1, ${count}::int) at) as named
    join (select id, row_number() over (order by name) - 1 as place from vendors) as v
      on v.place = ${diceOf(row, 200, 400)}`.execute(db())
}

async function seedUses({ daysAgo }: Moments) {
  await sql`insert into software_variants (product_id, name) select id, 'Schullizenz' from software_products`.execute(
    db(),
  )
  const row = sql`v.id::text || at::text`
  await sql`insert into software_scenarios (variant_id, product_id, label, device_scenario, pupil_account, users,
      content, created_at)
    select v.id, v.product_id, 'Nutzung ' || at, ${oneOf(DEVICES, row, 212)}, ${oneOf(ACCOUNTS, row, 213)},
      array['teacher', 'pupil'], array['learning_content'], ${daysAgo(290)}::timestamptz
    from software_variants v, generate_series(1, ${USES_EACH}::int) at`.execute(db())
}

/** One case of each product, most of them closed; four steps of each make ten thousand and more with what goes on. */
async function seedReviews({ daysAgo }: Moments) {
  await sql`insert into review_cases (product_id, reason, state, purpose, catalogue_version, created_at, submitted_at,
      closed_at, outcome, client_key)
    select id, 'new', state, 'Für den Unterricht', (select version from review_catalogues order by valid_from desc limit 1),
      at, at, case when state = 'closed' then at + interval '20 days' end,
      case when state = 'closed' then 'released' end, gen_random_uuid()
    from (select id, ${daysAgo(200)}::timestamptz + ${diceOf(sql`id::text`, 214, 90)} * interval '1 day' as at,
        case when ${diceOf(sql`id::text`, 215, 100)} < 92 then 'closed'
          else ${oneOf(['submitted', 'triage', 'in_review', 'waiting_vendor'], sql`id::text`, 216)} end as state
      from software_products) as asked`.execute(db())
  await sql`insert into review_case_scenarios (case_id, scenario_id)
    select k.id, s.id from review_cases k join software_scenarios s on s.product_id = k.product_id`.execute(
    db(),
  )
  await sql`insert into review_events (case_id, at, event, from_state, to_state)
    select k.id, k.submitted_at + step * interval '4 days', case when step = 0 then 'submit' else (${EVENTS}::text[])[step] end,
      case when step = 0 then 'draft' else (${WAY}::text[])[step] end, (${WAY}::text[])[step + 1]
    from review_cases k, generate_series(0, 4) step where k.state = 'closed' or step < 2
    order by k.id, step`.execute(db())
}

async function seedDecisions({ daysAgo }: Moments) {
  const dice = diceOf(sql`s.id::text`, 217, 100)
  await sql`insert into opinions (case_id, scenario_id, signed_name, signed_office, given_at, verdict, reasoning,
      recommended_until)
    select k.id, s.id, 'Jens Albrecht', 'Datenschutzbeauftragter für die Duisburger Schulen', k.closed_at - interval '2 days',
      case when ${dice} >= ${RELEASED}::int then 'objection' when ${dice} < 10 then 'no_personal_data' else 'no_objection' end,
      'Geprüft nach dem Katalog der Kriterien.',
      case when ${dice} < ${RELEASED}::int then ${daysAgo(-500)}::date end
    from software_scenarios s join review_cases k on k.product_id = s.product_id and k.state = 'closed'
    where ${dice} < ${RELEASED + REFUSED}::int`.execute(db())
  const special = JSON.stringify([
    { id: 'a', kind: 'pseudonym_only', text: 'Nur mit Pseudonym', isMandatory: true },
    { id: 'b', kind: 'inform_parents', text: 'Eltern informieren', isMandatory: true },
  ])
  const other = diceOf(sql`o.id::text`, 218, 100)
  await sql`insert into releases (scenario_id, case_id, opinion_id, kind, conditions, valid_from, valid_until,
      school_forms, decided_name, decided_at, mode, ended_at, ended_as)
    select o.scenario_id, o.case_id, o.id, 'general', case when ${other} % 3 = 0 then ${special}::jsonb else '[]' end,
      o.given_at::date, ends, case when ${other} % 9 = 0 then array['grammar', 'comprehensive'] else '{}' end,
      'Birgit Kaya', o.given_at + interval '1 day', 'by_authority',
      case when ends < ${daysAgo(0)}::date then ends::timestamptz end, case when ends < ${daysAgo(0)}::date then 'expired' end
    from opinions o cross join lateral (select case when ${other} < ${OVER}::int
      then greatest(o.given_at::date, ${daysAgo(20)}::date) else ${daysAgo(-300)}::date + ${other} end as ends) as term
    where o.verdict <> 'objection'`.execute(db())
}

/** Each school decided about some hundred uses, and hides a few of them. */
async function seedAdoptions(count: number, { daysAgo }: Moments) {
  const statuses = ['in_use', 'in_use', 'in_use', 'considering', 'pilot', 'stopped']
  const row = sql`school.id::text || s.id::text`
  // Each school begins somewhere else in the row of uses and takes every seventh: never one twice.
  await sql`insert into school_adoptions (school_id, scenario_id, product_id, release_id, status, avv_status,
      vvt_entered, decided_name, decided_at, since, is_visible, client_key)
    select school.id, s.id, s.product_id, r.id, ${oneOf(statuses, row, 219)}, ${oneOf(['open', 'signed', 'signed'], row, 220)},
      ${diceOf(row, 221, 2)} = 0, 'Schulleitung', ${daysAgo(60)}::timestamptz, ${daysAgo(60)}::date,
      ${diceOf(row, 222, 10)} > 0, gen_random_uuid()
    from (select (select count(*) from schools) as schools, (select count(*) from software_scenarios) as uses) as size
    cross join generate_series(0, ${count}::int - 1) n
    join (select id, row_number() over (order by id) - 1 as place from schools) as school
      on school.place = n % size.schools
    join (select id, product_id, row_number() over (order by id) - 1 as place from software_scenarios) as s
      on s.place = (n / size.schools * 7 + school.place * 43) % size.uses
    left join releases r on r.scenario_id = s.id and r.ended_at is null and r.kind <> 'pilot'`.execute(
    db(),
  )
}

/** What people tell, follow and try in class. */
async function seedVoices({ daysAgo }: Moments) {
  const row = sql`m.id::text || p.id::text`
  await sql`insert into experience_reports (product_id, author_id, school_id, setting, learning_effect, effort,
      stability, text, would_use_again, created_at, changed_at, client_key)
    select p.id, m.person_id, m.school_id, 'In zwei Stunden ausprobiert', 1 + ${diceOf(row, 224, 5)},
      1 + ${diceOf(row, 225, 5)}, 1 + ${diceOf(row, 226, 5)}, '', ${diceOf(row, 227, 4)} > 0,
      ${daysAgo(20)}::timestamptz, ${daysAgo(20)}::timestamptz, gen_random_uuid()
    from memberships m join software_products p on ${diceOf(sql`m.id::text`, 228, 2000)} = p.number % 2000
    where m.school_id is not null and ${diceOf(sql`m.id::text`, 229, 2)} = 0`.execute(db())
  await sql`insert into software_follows (product_id, person_id, since)
    select p.id, m.id, ${daysAgo(10)}::timestamptz from persons m
    join software_products p on p.number % 500 = ${diceOf(sql`m.id::text`, 230, 500)}`.execute(db())
  await sql`update project_software u set product_id = p.id, name = p.name from software_products p
    where p.number % 2000 = ${diceOf(sql`u.project_id::text || u.position::text`, 231, 2000)}
      and ${diceOf(sql`u.project_id::text`, 232, 3)} > 0`.execute(db())
}
