import { type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { CaseOutcome, CaseReason, Priority, ReviewState } from '../cases/contract.ts'
import type { PupilAccount } from '../contract.ts'
import { type Condition, GRACE_DAYS, type Verdict } from '../standing/contract.ts'
import { LOOK_AHEAD_DAYS, type QueueFilter, type QueueRow } from './contract.ts'

/** Schools that want a case to be decided. */
const schoolsWaiting = sql<number>`schools_waiting(k.id, k.school_id)`

const OPEN = sql`k.state not in ('draft', 'closed', 'rejected_intake')`
const AT_DESK = sql`k.state in ('in_review', 'waiting_requester', 'waiting_vendor', 'opinion_draft', 'opinion_given', 'release_pending')`
const untouched = sql`not exists (select from review_answers a where a.case_id = k.id) and k.draft = '{}'::jsonb`

const CASES: Record<Exclude<QueueFilter, 'expiring' | 'expired'>, RawBuilder<unknown>> = {
  all: AT_DESK,
  new: sql`k.state = 'in_review' and ${untouched}`,
  reviewing: sql`k.state in ('in_review', 'opinion_draft') and not (k.state = 'in_review' and ${untouched})`,
  waiting: sql`k.state in ('waiting_requester', 'waiting_vendor')`,
}

/** The last general release of each use that ends soon, or has ended without another one. */
const ending = (today: string, filter: QueueFilter) => sql`
  select distinct on (s.product_id) s.product_id, r.valid_until
  from releases r join software_scenarios s on s.id = r.scenario_id
  where r.kind <> 'pilot' and ${
    filter === 'expiring'
      ? sql`r.ended_at is null and r.valid_until between ${today}::date and ${today}::date + ${LOOK_AHEAD_DAYS}::int`
      : sql`(r.ended_at is null or r.ended_as = 'expired') and r.valid_until between ${today}::date - ${GRACE_DAYS}::int and ${today}::date - 1
        and not exists (select from releases n where n.scenario_id = r.scenario_id and n.kind <> 'pilot' and n.ended_at is null
          and n.valid_until >= ${today}::date)`
  }
  order by s.product_id, r.valid_until`

function queue(filter: QueueFilter, today: string): RawBuilder<unknown> {
  if (filter === 'expiring' || filter === 'expired')
    return sql`from (${ending(today, filter)}) e
      join software_products p on p.id = e.product_id and p.state <> 'merged'
      left join review_cases k on k.product_id = p.id and ${OPEN}`
  return sql`from review_cases k join software_products p on p.id = k.product_id
    left join lateral (select max(r.valid_until) as valid_until from releases r
      join software_scenarios s on s.id = r.scenario_id where s.product_id = p.id and r.kind <> 'pilot') e on true
    where ${CASES[filter]}`
}

type Asked = { filter: QueueFilter; today: string; size: number; offset: number }

/** The desk: what is urgent, then what many wait for, then what waits longest. */
export async function listQueue({ filter, today, size, offset }: Asked) {
  const isByEnd = filter === 'expiring' || filter === 'expired'
  const order = isByEnd
    ? sql`e.valid_until, p.name`
    : sql`array_position(array['high', 'normal', 'low'], k.priority), schools desc, k.submitted_at, k.number`
  const days = filter === 'expired' ? sql`e.valid_until` : sql`k.submitted_at::date`
  const { rows } = await sql<QueueRow & { total: number }>`
    select k.number, p.slug, p.name as app, k.state, k.reason, coalesce(k.priority, 'normal') as priority,
      coalesce(${today}::date - ${days}, 0) as days, ${schoolsWaiting} as schools,
      k.needed_by::text as "neededBy", k.waiting_until::text as "waitingUntil", e.valid_until::text as until,
      count(*) over ()::int as total
    ${queue(filter, today)} order by ${order} limit ${size} offset ${offset}`.execute(db())
  return { rows, total: rows[0]?.total ?? 0 }
}

export async function countQueue(today: string): Promise<Record<QueueFilter, number>> {
  const count = (filter: QueueFilter) => sql`(select count(*)::int ${queue(filter, today)})`
  const { rows } = await sql<Record<QueueFilter, number>>`select
    ${count('all')} as "all", ${count('new')} as "new", ${count('reviewing')} as "reviewing",
    ${count('waiting')} as "waiting", ${count('expiring')} as "expiring", ${count('expired')} as "expired"`.execute(
    db(),
  )
  return rows[0] ?? { all: 0, new: 0, reviewing: 0, waiting: 0, expiring: 0, expired: 0 }
}

/** A case with its app, for everybody who works at the desk. */
export function findCase(by: { number: number }) {
  return db()
    .selectFrom('reviewCases as k')
    .innerJoin('softwareProducts as p', 'p.id', 'k.productId')
    .leftJoin('persons as a', 'a.id', 'k.requestedBy')
    .leftJoin('schools as s', 's.id', 'k.schoolId')
    .where('k.number', '=', by.number)
    .where('k.state', '<>', 'draft')
    .selectAll('k')
    .select([
      'p.slug',
      'p.name as app',
      'p.website',
      'p.costModel',
      'p.state as productState',
      's.name as school',
      sql<string | null>`a.first_name || ' ' || a.last_name`.as('requester'),
      sql<ReviewState>`k.state`.as('state'),
      sql<CaseReason>`k.reason`.as('reason'),
      sql<Priority>`k.priority`.as('priority'),
      sql<CaseOutcome | null>`k.outcome`.as('outcome'),
      schoolsWaiting.as('schools'),
      sql<{ at: string; event: string; who: string | null; note: string }[]>`coalesce((
        select json_agg(json_build_object('at', e.at, 'event', e.event, 'note', e.note,
          'who', x.first_name || ' ' || x.last_name) order by e.id)
        from review_events e left join persons x on x.id = e.person_id where e.case_id = k.id), '[]')`.as(
        'log',
      ),
    ])
    .executeTakeFirst()
}

export type UseOfCase = {
  id: string
  label: string
  variant: string
  users: string[]
  isChosen: boolean
  hasAi: boolean
  hostingCountry: string
  account: PupilAccount
  variantId: string
  /** How many others work on the data of its edition. */
  subprocessors: number
}

/** The uses of the product, those of the case first marked. */
export function listUses(caseId: string, productId: string): Promise<UseOfCase[]> {
  return db()
    .selectFrom('softwareScenarios as s')
    .innerJoin('softwareVariants as v', 'v.id', 's.variantId')
    .leftJoin('reviewCaseScenarios as c', (join) =>
      join.onRef('c.scenarioId', '=', 's.id').on('c.caseId', '=', caseId),
    )
    .where('s.productId', '=', productId)
    .orderBy('v.position')
    .orderBy('s.createdAt')
    .orderBy('s.id')
    .select([
      's.id',
      's.label',
      's.users',
      'v.name as variant',
      'v.hasAi',
      'v.hostingCountry',
      'v.id as variantId',
      sql<PupilAccount>`s.pupil_account`.as('account'),
      sql<number>`(select count(*)::int from variant_subprocessors b where b.variant_id = v.id)`.as(
        'subprocessors',
      ),
      sql<boolean>`c.case_id is not null`.as('isChosen'),
    ])
    .execute()
}

/**
 * What changed since the opinion before: of each fact the first value before, and the last one after. What came or went
 * (`parts`) stands for itself.
 */
export async function listChanges(productId: string, since: Date, parts: readonly string[]) {
  const { rows } = await sql<{ field: string; before: string; after: string }>`
    select field, (array_agg(before order by id))[1] as before, (array_agg(after order by id desc))[1] as after
    from software_changes where product_id = ${productId} and at > ${since}
    group by field, case when field = any(${[...parts]}::text[]) then id end order by field, min(id)`.execute(
    db(),
  )
  return rows.filter(({ before, after }) => before !== after)
}

/** Documents that came in place of another one since then, with another content. */
export async function listChangedDocuments(productId: string, since: Date) {
  const { rows } = await sql<{ kind: string; before: string; after: string }>`
    select n.kind, o.version_label as before, n.version_label as after
    from software_documents n
    join lateral (select * from software_documents p where p.product_id = n.product_id and p.kind = n.kind
      and p.replaced_at is not null and p.added_at < n.added_at order by p.added_at desc limit 1) o on true
    where n.product_id = ${productId} and n.replaced_at is null and n.added_at > ${since}
      and o.sha256 is distinct from n.sha256
    order by n.kind`.execute(db())
  return rows
}

/** The last opinion about any use of the product before this case. */
export function findPreviousOpinion(productId: string, caseId: string) {
  return db()
    .selectFrom('opinions as o')
    .innerJoin('reviewCases as k', 'k.id', 'o.caseId')
    .where('k.productId', '=', productId)
    .where('o.caseId', '<>', caseId)
    .orderBy('o.givenAt', 'desc')
    .orderBy('o.number', 'desc')
    .select(['o.givenAt', 'k.number'])
    .select([
      sql<Verdict>`o.verdict`.as('verdict'),
      sql<Condition[]>`o.conditions`.as('conditions'),
      // How long the app is released at most; what was taken back does not count.
      sql<string | null>`(select max(r.valid_until)::text from releases r
        join software_scenarios s on s.id = r.scenario_id where s.product_id = k.product_id
        and r.kind <> 'pilot' and coalesce(r.ended_as, 'expired') = 'expired')`.as('releasedUntil'),
    ])
    .executeTakeFirst()
}

export function listSeals(productId: string) {
  return db()
    .selectFrom('softwareSeals')
    .where('productId', '=', productId)
    .orderBy('scheme')
    .select(['id', 'scheme', 'result', 'issuedOn', 'url', 'validUntil'])
    .execute()
}

export function listDocuments(productId: string) {
  return db()
    .selectFrom('softwareDocuments as d')
    .leftJoin('files as f', 'f.id', 'd.fileId')
    .where('d.productId', '=', productId)
    .where('d.replacedAt', 'is', null)
    .orderBy('d.kind')
    .select(['d.id', 'd.kind', 'd.url', 'd.versionLabel', 'd.retrievedOn', 'f.name as file'])
    .execute()
}

/** For cards: the bell and mails. */
export function listCards(ids: string[]) {
  return db()
    .selectFrom('reviewCases as k')
    .innerJoin('softwareProducts as p', 'p.id', 'k.productId')
    .where('k.id', '=', sql<string>`any(${ids}::uuid[])`)
    .select([
      'k.id',
      'k.number',
      'k.requestedBy',
      'p.name as app',
      'p.slug',
      'p.state as productState',
    ])
    .select([sql<ReviewState>`k.state`.as('state')])
    .select(
      sql<
        string[]
      >`array(select d.person_id::text from review_demands d where d.case_id = k.id)`.as(
        'demanders',
      ),
    )
    .execute()
}
