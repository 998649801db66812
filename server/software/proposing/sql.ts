import { type Insertable, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import type { SoftwareProducts, SoftwareScenarios } from '#db/types.ts'
import type { CaseOutcome, ReviewState } from '../cases/contract.ts'

/** Schools that want a case to be decided. */
const schoolsWaiting = sql<number>`schools_waiting(k.id, k.school_id)`

/** Entries with a name like this one, the most alike first, with the case that runs about each. */
export function listSimilar(name: string, personId: string, limit: number) {
  const key = sql<string>`search_key(${name})`
  return db()
    .selectFrom('softwareProducts as p')
    .leftJoin('vendors as v', 'v.id', 'p.vendorId')
    .leftJoin('reviewCases as k', (join) =>
      join
        .onRef('k.productId', '=', 'p.id')
        .on('k.state', 'not in', ['draft', 'closed', 'rejected_intake']),
    )
    .where('p.state', 'in', ['listed', 'proposed'])
    .where(sql<SqlBool>`(search_key(p.name) % ${key} or ${key} <% search_key(p.name))`)
    .orderBy(sql`similarity(search_key(p.name), ${key})`, 'desc')
    .orderBy('p.id')
    .limit(limit)
    .select([
      'p.id',
      'p.slug',
      'p.name',
      'v.name as vendor',
      'k.number',
      schoolsWaiting.as('schools'),
      sql<boolean>`k.requested_by = ${personId} or exists (select from review_demands d
        where d.case_id = k.id and d.person_id = ${personId})`.as('isMine'),
    ])
    .execute()
}

/** @returns undefined when the address is taken, or this very form has made one */
export function insertProduct(row: Insertable<SoftwareProducts>) {
  return db()
    .insertInto('softwareProducts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Which of these addresses no product has or had. */
export async function findFreeSlugs(slugs: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ slug: string }>`select slug from unnest(${slugs}::text[]) as s (slug)
    where not exists (select from software_products p where p.slug = s.slug)
      and not exists (select from software_slugs o where o.slug = s.slug)`.execute(db())
  return new Set(rows.map(({ slug }) => slug))
}

export async function insertUse(
  variant: { productId: string; name: string },
  use: Omit<Insertable<SoftwareScenarios>, 'variantId' | 'productId'>,
): Promise<string> {
  const { id: variantId } = await db()
    .insertInto('softwareVariants')
    .values(variant)
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await db()
    .insertInto('softwareScenarios')
    .values({ ...use, variantId, productId: variant.productId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export function findProduct(slug: string) {
  return db()
    .selectFrom('softwareProducts as p')
    .where('p.slug', '=', slug)
    .select(['p.id', 'p.slug', 'p.name', 'p.state'])
    .executeTakeFirst()
}

export async function listUseIds(productId: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('softwareScenarios')
    .where('productId', '=', productId)
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The case of a product that is open. */
export function findOpenCase(productId: string) {
  return db()
    .selectFrom('reviewCases as k')
    .where('k.productId', '=', productId)
    .where('k.state', 'not in', ['draft', 'closed', 'rejected_intake'])
    .select([
      'k.id',
      'k.number',
      'k.reason',
      'k.requestedBy',
      sql<ReviewState>`k.state`.as('state'),
    ])
    .select(schoolsWaiting.as('schools'))
    .executeTakeFirst()
}

export function findLastCase(productId: string) {
  return db()
    .selectFrom('reviewCases')
    .where('productId', '=', productId)
    .where('state', '=', 'closed')
    .orderBy('createdAt', 'desc')
    .orderBy('number', 'desc')
    .select(['id', 'number'])
    .executeTakeFirst()
}

/** @returns false when this person had said so already */
export async function insertDemand(row: {
  caseId: string
  personId: string
  schoolId: string | null
  at: Date
}): Promise<boolean> {
  const made = await db()
    .insertInto('reviewDemands')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('caseId')
    .executeTakeFirst()
  return made !== undefined
}

export async function removeDemand(caseId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('reviewDemands')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .execute()
}

export function hasDemanded(caseId: string, personId: string) {
  return db()
    .selectFrom('reviewDemands')
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .select('caseId')
    .executeTakeFirst()
}

const own = (personId: string) =>
  db()
    .selectFrom('reviewCases as k')
    .innerJoin('softwareProducts as p', 'p.id', 'k.productId')
    .where('k.requestedBy', '=', personId)

const OWN = [
  'k.number',
  'p.name as app',
  'k.createdAt',
  sql<ReviewState>`k.state`.as('state'),
  sql<CaseOutcome | null>`k.outcome`.as('outcome'),
  schoolsWaiting.as('schools'),
] as const

export async function listOwn(
  personId: string,
  { size, offset }: { size: number; offset: number },
) {
  const [rows, { total }] = await Promise.all([
    own(personId)
      .orderBy('k.createdAt', 'desc')
      .orderBy('k.number', 'desc')
      .limit(size)
      .offset(offset)
      .select(OWN)
      .execute(),
    own(personId)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

/** One's own proposal with what was asked about it and what happened to it, in one query. */
export function findOwn(personId: string, number: number) {
  return own(personId)
    .where('k.number', '=', number)
    .select(OWN)
    .select([
      'k.id',
      'k.purpose',
      'k.neededBy',
      'k.outcomeNote',
      'k.reason',
      'p.slug',
      sql<{ id: string; text: string; dueOn: string; answer: string | null }[]>`coalesce((
        select json_agg(json_build_object('id', q.id, 'text', q.text, 'dueOn', q.due_on, 'answer', q.answer)
          order by q.asked_at) from review_questions q where q.case_id = k.id and q.addressee = 'requester'), '[]')`.as(
        'questions',
      ),
      sql<{ at: string; event: string; toState: ReviewState }[]>`coalesce((
        select json_agg(json_build_object('at', e.at, 'event', e.event, 'toState', e.to_state)
          order by e.id) from review_events e where e.case_id = k.id), '[]')`.as('log'),
    ])
    .executeTakeFirst()
}

/** Answers a question to the requester that is still open. */
export async function updateAnswer(
  caseId: string,
  questionId: string,
  given: { answer: string; answeredBy: string; answeredName: string; answeredAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db()
    .updateTable('reviewQuestions')
    .set(given)
    .where('id', '=', questionId)
    .where('caseId', '=', caseId)
    .where('addressee', '=', 'requester')
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
