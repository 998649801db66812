import { type Insertable, type RawBuilder, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { SchoolAdoptions } from '#db/types.ts'
import type { Condition } from '../standing/contract.ts'
import type { AdoptionStatus, AvvStatus } from './contract.ts'

/** Nobody else decides for this school until the transaction ends. */
export async function lockSchool(schoolId: string) {
  return db()
    .selectFrom('schools')
    .where('id', '=', schoolId)
    .select(['id', 'slug', 'schoolForm'])
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export function findSchool(slug: string) {
  return db()
    .selectFrom('schools')
    .where('slug', '=', slug)
    .select(['id', 'slug', 'name', 'schoolForm'])
    .executeTakeFirst()
}

/** Of these schools those that this person may decide for in place of the Schulleitung. */
export async function delegatedSchools(personId: string, schoolIds: string[]): Promise<string[]> {
  const rows = await db()
    .selectFrom('adoptionDelegates')
    .where('personId', '=', personId)
    .where('schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .select('schoolId')
    .execute()
  return rows.map(({ schoolId }) => schoolId)
}

export async function findByKey(schoolId: string, clientKey: string): Promise<boolean> {
  const row = await db()
    .selectFrom('schoolAdoptions')
    .where('schoolId', '=', schoolId)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export function findCurrent(schoolId: string, scenarioId: string) {
  return db()
    .selectFrom('schoolAdoptions')
    .where('schoolId', '=', schoolId)
    .where('scenarioId', '=', scenarioId)
    .where('endedAt', 'is', null)
    .selectAll()
    .select(sql<AdoptionStatus>`status`.as('status'))
    .executeTakeFirst()
}

export async function endAdoption(id: string, at: Date): Promise<void> {
  await db().updateTable('schoolAdoptions').set({ endedAt: at }).where('id', '=', id).execute()
}

export async function insertAdoption(row: Insertable<SchoolAdoptions>): Promise<void> {
  await db().insertInto('schoolAdoptions').values(row).execute()
}

/** The release that holds for a use at this school today. */
export async function findRunning(
  scenarioId: string,
  { id, schoolForm }: { id: string; schoolForm: string },
  today: string,
) {
  const row = await db()
    .selectFrom('releases as r')
    .where('r.scenarioId', '=', scenarioId)
    .where(isRunning(sql`r`, today, { form: sql`${schoolForm}`, id: sql`${id}::uuid` }))
    .orderBy(sql`r.kind = 'pilot'`)
    .orderBy('r.decidedAt', 'desc')
    .select('r.id')
    .select(sql<Condition[]>`r.conditions`.as('conditions'))
    .executeTakeFirst()
  return row
}

type OfSchool = { form: RawBuilder<unknown>; id: RawBuilder<unknown> }

const isRunning = (r: RawBuilder<unknown>, today: string, { form, id }: OfSchool) =>
  sql<boolean>`(${r}.ended_at is null and ${r}.suspended_at is null and ${r}.valid_from <= ${today}::date
    and ${r}.valid_until >= ${today}::date and (${r}.school_forms = '{}' or ${form} = any(${r}.school_forms))
    and (${r}.school_ids is null or ${id} = any(${r}.school_ids)))`

/**
 * Has the ground of a decision gone? Then the school looks at the use again. A release that only took the place of
 * another, with the same conditions, is the same ground.
 */
const needsReview = (today: string) => sql<boolean>`(a.status in ('in_use', 'pilot') and (
  (a.release_id is not null and not exists (select from releases own join releases r on r.scenario_id = own.scenario_id
    where own.id = a.release_id and ${isRunning(sql`r`, today, { form: sql`sch.school_form`, id: sql`sch.id` })}
      and (r.id = own.id or ((r.kind = 'pilot') = (own.kind = 'pilot') and r.conditions = own.conditions))))
  or (a.release_id is null and (exists (select from opinions o where o.scenario_id = a.scenario_id
      and o.verdict = 'objection' and o.given_at > a.decided_at)
    or exists (select from release_refusals f where f.scenario_id = a.scenario_id and f.decided_at > a.decided_at)))))`

const adoptions = (today: string) =>
  db()
    .selectFrom('schoolAdoptions as a')
    .innerJoin('schools as sch', 'sch.id', 'a.schoolId')
    .innerJoin('softwareScenarios as s', 's.id', 'a.scenarioId')
    .innerJoin('softwareProducts as p', 'p.id', 'a.productId')
    .where('a.endedAt', 'is', null)
    .select(['a.id', 'a.scenarioId', 'a.productId', 'a.avvOn', 'a.vvtEntered', 'a.parentsInformed'])
    .select(['a.conditionsConfirmed', 'a.decidedName', 'a.decidedAt', 'a.since', 'a.until'])
    .select(['a.note', 'a.isVisible', 's.label', 'p.slug', 'p.name'])
    .select([
      sql<AdoptionStatus>`a.status`.as('status'),
      sql<AvvStatus>`a.avv_status`.as('avvStatus'),
      needsReview(today).as('needsReview'),
    ])

export type AdoptionRow = Awaited<ReturnType<typeof listOfProduct>>[number]

export function listOfProduct(schoolId: string, productId: string, today: string) {
  return adoptions(today)
    .where('a.schoolId', '=', schoolId)
    .where('a.productId', '=', productId)
    .execute()
}

/** The same at several schools. */
export function listOfProductAt(schoolIds: string[], productId: string, today: string) {
  return adoptions(today)
    .where('a.schoolId', '=', sql<string>`any(${schoolIds}::uuid[])`)
    .where('a.productId', '=', productId)
    .orderBy('s.label')
    .select('a.schoolId')
    .execute()
}

/** What a school decided, a page of it. */
export function listOfSchool(schoolId: string, today: string, limit: number, offset: number) {
  return adoptions(today)
    .where('a.schoolId', '=', schoolId)
    .orderBy('p.name')
    .orderBy('s.label')
    .orderBy('a.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countOfSchool(schoolId: string): Promise<number> {
  const { count } = await db()
    .selectFrom('schoolAdoptions')
    .where('schoolId', '=', schoolId)
    .where('endedAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Schools among these, or for which this person decides, with how many uses they have to look at again. */
export async function countToReview(
  personId: string,
  headOf: string[],
  at: string[],
  today: string,
) {
  const { rows } = await sql<{ slug: string; name: string; count: number }>`
    select sch.slug, sch.name, count(*) as count
    from school_adoptions a join schools sch on sch.id = a.school_id
    where a.ended_at is null and ${needsReview(today)}
      and (a.school_id = any(${headOf}::uuid[]) or (a.school_id = any(${at}::uuid[]) and exists (
        select from adoption_delegates d where d.school_id = a.school_id and d.person_id = ${personId}::uuid)))
    group by sch.id order by sch.name`.execute(db())
  return rows
}

/** A contract that the school could join: of the city, or one that another school has signed. */
export async function findAvv(productId: string) {
  const { rows } = await sql<{
    schools: number
    fileId: string | null
    hasDocument: boolean
  }>`select
      (select count(distinct school_id) from school_adoptions where product_id = ${productId}::uuid
        and ended_at is null and avv_status = 'signed') as schools,
      coalesce((select file_id from software_documents where product_id = ${productId}::uuid and kind = 'avv'
          and replaced_at is null and file_id is not null order by added_at desc limit 1),
        (select avv_file_id from school_adoptions where product_id = ${productId}::uuid and ended_at is null
          and avv_status = 'signed' and avv_file_id is not null order by decided_at desc limit 1)) as "fileId",
      exists (select from software_documents where product_id = ${productId}::uuid and kind = 'avv'
        and replaced_at is null) as "hasDocument"`.execute(db())
  return rows[0] ?? { schools: 0, fileId: null, hasDocument: false }
}

export function listWishes(schoolId: string, productId: string) {
  return db()
    .selectFrom('adoptionWishes as w')
    .innerJoin('persons', 'persons.id', 'w.personId')
    .where('w.schoolId', '=', schoolId)
    .where('w.productId', '=', productId)
    .orderBy('w.at')
    .select(['w.personId', 'w.note', 'w.at', 'persons.firstName', 'persons.lastName'])
    .execute()
}

/** @returns false when this person has asked already */
export async function insertWish(row: {
  schoolId: string
  productId: string
  personId: string
  note: string
  at: Date
}): Promise<boolean> {
  const made = await db()
    .insertInto('adoptionWishes')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
  return made !== undefined
}

/** Audience: who asked for it at this school. */
export function wishersOf(schoolId: string, productId: string) {
  return db()
    .selectFrom('adoptionWishes')
    .where('schoolId', '=', schoolId)
    .where('productId', '=', productId)
    .select('personId')
}

/** Audience: who decides at this school at this moment. */
export function decidersOf(schoolId: string, now: Date) {
  return db()
    .selectFrom('memberships as m')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .where('persons.isActive', '=', true)
    .where('m.schoolId', '=', schoolId)
    .where('m.state', '=', 'confirmed')
    .where('m.validFrom', '<=', now)
    .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', now)]))
    .where((eb) =>
      eb.or([
        eb('m.role', 'in', ['principal', 'deputy_principal']),
        eb.exists(
          eb
            .selectFrom('adoptionDelegates as d')
            .whereRef('d.schoolId', '=', 'm.schoolId')
            .whereRef('d.personId', '=', 'm.personId')
            .select('d.personId'),
        ),
      ]),
    )
    .select('persons.id as personId')
}
