import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ReleaseRefusals, Releases } from '#db/types.ts'
import type { Condition, Verdict } from '../standing/contract.ts'
import { MODE_SETTING, type ReleaseKind, type ReleaseMode } from './contract.ts'

/**
 * Uses under lock, in one order: until the transaction ends nobody else decides about them. Everything that makes,
 * stops or ends a release begins here.
 */
export function lockScenarios(ids: string[]) {
  return db()
    .selectFrom('softwareScenarios')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .select(['id', 'productId', 'label', 'schoolForms', 'gradeMin', 'gradeMax'])
    .forNoKeyUpdate()
    .execute()
}

export async function findMode(): Promise<ReleaseMode> {
  const row = await db()
    .selectFrom('softwareSettings')
    .where('name', '=', MODE_SETTING)
    .select('value')
    .executeTakeFirst()
  return row?.value === 'by_authority' ? 'by_authority' : 'on_opinion'
}

export async function setMode(value: ReleaseMode, changedBy: string, changedAt: Date) {
  const row = { value, changedBy, changedAt }
  await db()
    .insertInto('softwareSettings')
    .values({ name: MODE_SETTING, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

export type NewRelease = Omit<Insertable<Releases>, 'conditions'> & { conditions: Condition[] }

export function insertRelease({ conditions, ...row }: NewRelease) {
  return db()
    .insertInto('releases')
    .values({ ...row, conditions: JSON.stringify(conditions) })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

type Ending = {
  as: 'withdrawn' | 'superseded' | 'expired'
  at: Date
  personId: string | null
  reason: string
}

/**
 * Ends what still stands of these uses, with a line in its history each.
 *
 * @param of.kinds a release for all, pilots, or both
 * @param of.projectId only pilots in this Vorhaben
 */
export async function endReleases(
  of: { scenarioIds: string[]; kinds: 'general' | 'pilot' | 'all'; projectId?: string },
  ending: Ending,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with ended as (
      update releases set ended_at = ${ending.at}::timestamptz, ended_as = ${ending.as}
      where scenario_id = any(${of.scenarioIds}::uuid[]) and ended_at is null
        and (${of.kinds} = 'all' or (kind = 'pilot') = (${of.kinds} = 'pilot'))
        and (${of.projectId ?? null}::uuid is null or project_id = ${of.projectId ?? null}::uuid)
      returning id)
    insert into release_events (release_id, at, person_id, event, reason)
    select id, ${ending.at}::timestamptz, ${ending.personId}::uuid, ${ending.as}, ${ending.reason} from ended
    returning release_id as id`.execute(db())
  return rows.map(({ id }) => id)
}

export async function insertEvent(row: {
  releaseId: string
  at: Date
  personId: string | null
  event: string
  reason: string
}): Promise<void> {
  await db().insertInto('releaseEvents').values(row).execute()
}

export async function updateRelease(
  id: string,
  row: { suspendedAt?: Date | null; endedAt?: Date; endedAs?: string },
): Promise<void> {
  await db().updateTable('releases').set(row).where('id', '=', id).execute()
}

/** A release with what its steps are judged by. Call it with the lock of its use. */
export function findRelease(id: string) {
  return db()
    .selectFrom('releases as r')
    .innerJoin('softwareScenarios as s', 's.id', 'r.scenarioId')
    .where('r.id', '=', id)
    .selectAll('r')
    .select(['s.productId', 's.label'])
    .select([
      sql<ReleaseKind>`r.kind`.as('kind'),
      sql<Condition[]>`r.conditions`.as('conditions'),
      sql<boolean>`exists (select from pilot_reports p where p.release_id = r.id)`.as('isReported'),
    ])
    .executeTakeFirst()
}

/** The newest opinion of each of these uses. */
export async function newestOpinions(scenarioIds: string[]) {
  const { rows } = await sql<{
    id: string
    caseId: string
    scenarioId: string
    verdict: Verdict
    conditions: Condition[]
    recommendedUntil: string | null
    requestedBy: string | null
    caseState: string
  }>`select distinct on (o.scenario_id) o.id, o.case_id as "caseId", o.scenario_id as "scenarioId", o.verdict,
      o.conditions, o.recommended_until as "recommendedUntil", k.requested_by as "requestedBy", k.state as "caseState"
    from opinions o join review_cases k on k.id = o.case_id
    where o.scenario_id = any(${scenarioIds}::uuid[])
    order by o.scenario_id, o.given_at desc, o.number desc`.execute(db())
  return rows
}

/** That these uses are not released, each on the opinion that waited. */
export async function insertRefusals(
  opinions: { id: string; scenarioId: string }[],
  row: Omit<Insertable<ReleaseRefusals>, 'opinionId' | 'scenarioId'>,
): Promise<void> {
  if (opinions.length === 0) return
  await db()
    .insertInto('releaseRefusals')
    .values(opinions.map(({ id, scenarioId }) => ({ ...row, opinionId: id, scenarioId })))
    .execute()
}

/** Opinions of a case that no release has followed yet. */
export async function waitingOpinions(caseId: string) {
  const { rows } = await sql<{
    id: string
    scenarioId: string
    verdict: Verdict
    conditions: Condition[]
    recommendedUntil: string | null
  }>`select o.id, o.scenario_id as "scenarioId", o.verdict, o.conditions, o.recommended_until as "recommendedUntil"
    from opinions o where o.case_id = ${caseId}::uuid and o.verdict <> 'objection'
      and not exists (select from releases r where r.case_id = o.case_id and r.scenario_id = o.scenario_id)
    order by o.number`.execute(db())
  return rows
}

export function findCase(number: number) {
  return db()
    .selectFrom('reviewCases')
    .where('number', '=', number)
    .select(['id', 'number', 'productId', 'projectId', 'state', 'requestedBy'])
    .executeTakeFirst()
}

/** Until when, and in which words, the opinions of a case let go on what they object to. */
export async function graceOf(caseId: string) {
  const row = await db()
    .selectFrom('opinions')
    .where('caseId', '=', caseId)
    .where('verdict', '=', 'objection')
    .select((eb) => [
      eb.fn.max<string | null>('recommendedUntil').as('until'),
      eb.fn.max<string | null>('graceText').as('note'),
    ])
    .executeTakeFirst()
  return { until: row?.until ?? null, note: row?.note ?? '' }
}

/** Schools that use a product at this moment. */
const usingSchools = (productId: string) =>
  db()
    .selectFrom('schoolAdoptions as a')
    .where('a.productId', '=', productId)
    .where('a.endedAt', 'is', null)
    .where('a.status', 'in', ['in_use', 'pilot'])
    .select('a.schoolId')

export async function countUsingSchools(productId: string): Promise<number> {
  const { count } = await db()
    .selectFrom(usingSchools(productId).distinct().as('schools'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Audience: who decides at the schools that use it, as Schulleitung or for it. */
export function decidersOf(productId: string, now: Date) {
  return db()
    .selectFrom('memberships as m')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .where('persons.isActive', '=', true)
    .where('m.schoolId', 'in', usingSchools(productId))
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

/** Audience: who follows it, asked for its last review or joined in, apart from those who decide at schools. */
export function followersOf(productId: string, now: Date) {
  const lastCase = db()
    .selectFrom('reviewCases')
    .where('productId', '=', productId)
    .where('state', '<>', 'draft')
    .orderBy('createdAt', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
  return db()
    .selectFrom('persons')
    .where('persons.isActive', '=', true)
    .where('persons.id', 'in', (eb) =>
      eb
        .selectFrom('softwareFollows')
        .where('productId', '=', productId)
        .select('personId')
        .union(
          eb
            .selectFrom('reviewDemands')
            .where('caseId', 'in', lastCase.select('id'))
            .select('personId'),
        )
        .union(
          eb
            .selectFrom(lastCase.select('requestedBy').as('asked'))
            .where('asked.requestedBy', 'is not', null)
            .select(sql<string>`asked.requested_by`.as('personId')),
        ),
    )
    .where('persons.id', 'not in', decidersOf(productId, now))
    .select('persons.id as personId')
}

/** Everybody of both audiences, each once. */
export async function countTold(productId: string, now: Date): Promise<number> {
  const { count } = await db()
    .selectFrom(followersOf(productId, now).union(decidersOf(productId, now)).as('told'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Audience: who works in the Vorhaben of a pilot that nobody has reported about yet. */
export function triersOf(releaseId: string) {
  return db()
    .selectFrom('releases as r')
    .innerJoin('projects as p', 'p.id', 'r.projectId')
    .innerJoin('plgMembers as m', 'm.plgId', 'p.plgId')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .where('r.id', '=', releaseId)
    .where('persons.isActive', '=', true)
    .where('m.state', '=', 'active')
    .where('m.role', 'in', ['lead', 'member'])
    .where(sql<boolean>`not exists (select from pilot_reports x where x.release_id = r.id)`)
    .select('persons.id as personId')
}

/** Audience: who holds one of these offices at this moment. */
export function holdersOf(roles: readonly string[], now: Date) {
  return db()
    .selectFrom('memberships as m')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .where('persons.isActive', '=', true)
    .where('m.schoolId', 'is', null)
    .where('m.role', 'in', roles)
    .where('m.state', '=', 'confirmed')
    .where('m.validFrom', '<=', now)
    .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', now)]))
    .select('persons.id as personId')
}
