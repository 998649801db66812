import { type RawBuilder, sql } from 'kysely'
import { GRACE_DAYS, type Place, ROUTINE_CONDITIONS } from './contract.ts'

/** A row of `standings`. */
export type StandingRow = {
  scenarioId: string
  productId: string
  name: string
  until: string | null
  since: Date | null
  releaseId: string | null
}

/**
 * The standing of each scenario on a day, as a set to join: what `standingOf` says, in one pass.
 *
 * @param of.form only releases that hold for this form of school count; null: all do
 * @param of.schools only releases that hold for one of these schools count; none: all do
 * @param of.products only these; without, the whole directory
 */
export function standings(of: Place & { products?: string[] }): RawBuilder<StandingRow> {
  const { today, products } = of
  const among = (column: RawBuilder<unknown>) =>
    products ? sql`${column} = any(${products}::uuid[])` : sql`true`
  const { before, general, pilot, opinion, refusal } = newestOf(of)
  return sql<StandingRow>`(
    with ${before} open_case as (
      select k.product_id, array(select x.scenario_id from review_case_scenarios x where x.case_id = k.id) as uses
      from review_cases k
      where k.state not in ('draft', 'closed', 'rejected_intake') and ${among(sql`k.product_id`)}
    ), records as materialized (
      select s.id as scenario_id, s.product_id,
        coalesce(
          greatest(
            case when o.verdict = 'objection' and (g.id is null or g.decided_at < o.given_at) then o.given_at end,
            case when g.id is null or g.decided_at < f.at then f.at end),
          case when g.ended_as = 'withdrawn' then g.ended_at when g.ended_as is null then g.suspended_at end
        ) as refused_at,
        g.id as general_id, g.decided_at as general_at, g.valid_until as general_until,
        g.ended_at is null and g.suspended_at is null and g.valid_from <= ${today}::date
          and g.valid_until >= ${today}::date as is_running,
        (g.ended_as is null or g.ended_as = 'expired') and g.valid_until < ${today}::date
          and g.valid_until + ${GRACE_DAYS}::int >= ${today}::date as is_in_grace,
        case when exists (select from jsonb_array_elements(g.conditions) c
            where (c ->> 'isMandatory')::boolean and c ->> 'kind' <> all(${[...ROUTINE_CONDITIONS]}::text[]))
          then 'approved_with_conditions'
          when b.verdict = 'no_personal_data' then 'approved_no_data' else 'approved' end as general_name,
        p.id as pilot_id, p.decided_at as pilot_at, p.valid_until as pilot_until,
        k.product_id is not null and (k.uses = '{}' or s.id = any(k.uses)) as has_open_case
      from software_scenarios s
      left join ${general} g on g.scenario_id = s.id
      left join opinions b on b.id = g.opinion_id
      left join ${pilot} p on p.scenario_id = s.id
      left join ${opinion} o on o.scenario_id = s.id
      left join ${refusal} f on f.scenario_id = s.id
      left join open_case k on k.product_id = s.product_id
      where ${among(sql`s.product_id`)}
    ), named as (
      select *, case
        when refused_at is null and is_running then general_name
        when pilot_id is not null and (refused_at is null or pilot_at >= refused_at) then 'pilot'
        when refused_at is not null then 'not_approved'
        when is_in_grace then 'expired'
        when has_open_case then 'in_review'
        else 'not_reviewed' end as name
      from records
    )
    select scenario_id as "scenarioId", product_id as "productId", name,
      case when name = 'pilot' then pilot_until
        when name like 'approved%' or name = 'expired' then general_until end::text as until,
      case when name = 'pilot' then pilot_at when name = 'not_approved' then refused_at
        when name like 'approved%' or name = 'expired' then general_at end as since,
      case when name = 'pilot' then pilot_id
        when name like 'approved%' or name = 'expired' then general_id end as "releaseId"
    from named
  )`
}

const NEWEST = sql`order by scenario_id, decided_at desc, number desc`
const NEWEST_OPINION = sql`order by scenario_id, given_at desc, number desc`

/**
 * The records that count for each scenario `s`: of the whole directory in one pass each, of a few products one by one.
 * Each is something to join; `before` are the sets that these need.
 */
function newestOf({ today, form, schools, products }: Place & { products?: string[] }) {
  const holdsForForm =
    form === null ? sql`true` : sql`(school_forms = '{}' or ${form} = any(school_forms))`
  const holdsForSchools =
    schools.length === 0 ? sql`true` : sql`(school_ids is null or school_ids && ${schools}::uuid[])`
  const general = sql`kind <> 'pilot' and ${holdsForForm} and ${holdsForSchools}`
  const pilot = sql`kind = 'pilot' and ended_at is null and suspended_at is null and ${holdsForForm}
    and ${holdsForSchools} and valid_from <= ${today}::date and valid_until >= ${today}::date`
  if (products) {
    const own = sql`scenario_id = s.id`
    return {
      before: sql``,
      general: sql`lateral (select * from releases where ${own} and ${general} ${NEWEST} limit 1)`,
      pilot: sql`lateral (select * from releases where ${own} and ${pilot} ${NEWEST} limit 1)`,
      opinion: sql`lateral (select * from opinions where ${own} ${NEWEST_OPINION} limit 1)`,
      refusal: sql`lateral (select scenario_id, decided_at as at from release_refusals where ${own}
        order by decided_at desc limit 1)`,
    }
  }
  const one = sql`select distinct on (scenario_id)`
  return {
    before: sql`general as (${one} * from releases where ${general} ${NEWEST}),
      pilot as (${one} * from releases where ${pilot} ${NEWEST}),
      opinion as (${one} scenario_id, verdict, given_at from opinions ${NEWEST_OPINION}),
      refusal as (select scenario_id, max(decided_at) as at from release_refusals group by 1),`,
    ...{ general: sql`general`, pilot: sql`pilot` },
    ...{ opinion: sql`opinion`, refusal: sql`refusal` },
  }
}
