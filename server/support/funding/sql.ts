import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { FundingApplications } from '#db/types.ts'
import type { PlgRole } from '#server/plg/contract.ts'
import type { CostItem, FundingState } from '../contract.ts'

/** Applications with their sums, reckoned from their parts whenever they are read, and the reader's part in them. */
function applications(personId: string) {
  return db()
    .selectFrom('fundingApplications as a')
    .innerJoin('plgs', 'plgs.id', 'a.plgId')
    .innerJoin('projects', 'projects.id', 'a.projectId')
    .innerJoin('schools', 'schools.id', 'a.schoolId')
    .leftJoin('projectCalls as c', 'c.id', 'a.callId')
    .leftJoin('plgMembers as seat', (join) =>
      join
        .onRef('seat.plgId', '=', 'a.plgId')
        .on('seat.personId', '=', personId)
        .on('seat.state', '=', 'active'),
    )
    .leftJoin('persons as decider', 'decider.id', 'a.decidedBy')
    .select([
      'a.id',
      'a.number',
      'a.plgId',
      'a.projectId',
      'a.schoolId',
      'a.year',
      'a.reason',
      'a.innovation',
      'a.risk',
      'a.ownShareCents',
      'a.submittedAt',
      'a.decidedAt',
      'a.grantedCents',
      'a.decision',
      'a.conditions',
      'a.paidAt',
      'a.closedAt',
      'a.createdAt',
      'a.changedAt',
      'a.version',
      'plgs.slug as plgSlug',
      'plgs.title as plgTitle',
      'plgs.joining',
      'plgs.kind as plgKind',
      'projects.title as projectTitle',
      'projects.kind as projectKind',
      'schools.name as school',
      'c.number as callNumber',
      'c.title as callTitle',
      sql<string>`coalesce(c.state, '')`.as('callState'),
      sql<FundingState>`a.state`.as('state'),
      sql<PlgRole | null>`seat.role`.as('seatRole'),
      sql<boolean>`exists (select from project_authors pa where pa.project_id = a.project_id
        and pa.person_id = ${personId}::uuid)`.as('isAuthor'),
      sql<boolean>`a.submitted_at is not null`.as('wasSubmitted'),
      sql<string | null>`decider.first_name || ' ' || decider.last_name`.as('decider'),
      sql<number>`(select coalesce(sum(quantity * unit_cents), 0)::bigint from funding_items i
        where i.application_id = a.id)`.as('costCents'),
      sql<number>`(select coalesce(sum(amount_cents), 0)::bigint from funding_proofs p
        where p.application_id = a.id)`.as('spentCents'),
    ])
}
export type FundingRow = NonNullable<Awaited<ReturnType<typeof findApplication>>>

export function findApplication(number: number, personId: string) {
  return applications(personId).where('a.number', '=', number).executeTakeFirst()
}

export function findById(id: string, personId: string) {
  return applications(personId).where('a.id', '=', id).executeTakeFirst()
}

export function listByIds(ids: string[], personId: string) {
  return applications(personId)
    .where('a.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** From here to the end of the transaction nobody else changes this application. */
export async function lockApplication(number: number): Promise<void> {
  await db()
    .selectFrom('fundingApplications')
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

export function listOfPlg(plgId: string, personId: string, limit: number) {
  return applications(personId)
    .where('a.plgId', '=', plgId)
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id')
    .limit(limit)
    .execute()
}

export type Circle = { personId: string; decides: boolean; schools: string[]; state: string }

/** What this person may read: their PLGs', their schools' and for those who decide all that were submitted. */
const within = ({ personId, decides, schools, state }: Circle) => sql<boolean>`(
  (${state}::text = '' or a.state = ${state}::text) and (
    (a.submitted_at is not null and (${decides}::boolean or a.school_id = any(${schools}::uuid[])))
    or a.plg_id in (select m.plg_id from plg_members m where m.person_id = ${personId}::uuid
      and m.state = 'active' and m.role <> 'guest')))`

/** Of a call, the newest first. */
export function listOfCall(callId: string, circle: Circle, limit: number) {
  return applications(circle.personId)
    .where('a.callId', '=', callId)
    .where(within(circle))
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id')
    .limit(limit)
    .execute()
}

/** What waits for a decision stands first. */
export function listReadable(circle: Circle, limit: number, offset: number) {
  return applications(circle.personId)
    .where(within(circle))
    .orderBy(sql`a.state in ('submitted', 'in_review', 'accounted')`, 'desc')
    .orderBy('a.changedAt', 'desc')
    .orderBy('a.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function countReadable(circle: Circle) {
  return db()
    .selectFrom('fundingApplications as a')
    .where(within(circle))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}

export function listItems(applicationId: string): Promise<CostItem[]> {
  return db()
    .selectFrom('fundingItems')
    .where('applicationId', '=', applicationId)
    .orderBy('position')
    .select(['text', 'quantity', 'unitCents'])
    .execute()
}

export async function replaceItems(applicationId: string, items: CostItem[]): Promise<void> {
  await db().deleteFrom('fundingItems').where('applicationId', '=', applicationId).execute()
  if (items.length === 0) return
  await db()
    .insertInto('fundingItems')
    .values(items.map((item, position) => ({ ...item, applicationId, position })))
    .execute()
}

/** The file of the case, from its beginning. */
export function listEntries(applicationId: string) {
  return db()
    .selectFrom('fundingEntries as e')
    .leftJoin('persons', 'persons.id', 'e.authorId')
    .where('e.applicationId', '=', applicationId)
    .orderBy('e.at')
    .orderBy('e.id')
    .select([
      'e.id',
      'e.text',
      'e.at',
      sql<FundingState | null>`e.state`.as('state'),
      sql<string | null>`persons.first_name || ' ' || persons.last_name`.as('author'),
    ])
    .execute()
}

export async function insertEntry(row: {
  applicationId: string
  authorId: string
  state: FundingState
  text: string
  at: Date
}): Promise<void> {
  await db().insertInto('fundingEntries').values(row).execute()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('fundingApplications')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number'])
    .executeTakeFirst()
}

/** @returns undefined when this form was sent before, or the Vorhaben has an application under way */
export function insertApplication(row: Insertable<FundingApplications>) {
  return db()
    .insertInto('fundingApplications')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export async function updateApplication(
  id: string,
  row: Updateable<FundingApplications>,
): Promise<void> {
  await db()
    .updateTable('fundingApplications')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Vorhaben of the kind that can be funded, of PLGs the person leads, without an application under way. */
export function listFundable(personId: string) {
  return db()
    .selectFrom('plgMembers as m')
    .innerJoin('plgs', 'plgs.id', 'm.plgId')
    .innerJoin('projects as p', 'p.plgId', 'm.plgId')
    .where('m.personId', '=', personId)
    .where('m.state', '=', 'active')
    .where('m.role', '=', 'lead')
    .where('plgs.phase', '<>', 'closed')
    .where('p.kind', '=', 'innovation')
    .where('p.deletedAt', 'is', null)
    .where('p.status', 'in', ['draft', 'planned', 'running'])
    .where(
      sql<boolean>`not exists (select from funding_applications a where a.project_id = p.id
        and a.state not in ('rejected', 'withdrawn', 'closed'))`,
    )
    .orderBy('p.title')
    .orderBy('p.id')
    .select([
      'p.id',
      'p.title',
      'plgs.id as plgId',
      'plgs.title as plgTitle',
      'm.schoolId as ownSchoolId',
    ])
    .execute()
}

/** Schools that sit in the PLG with an active teacher, by name. */
export function listSchoolsOf(plgId: string) {
  return db()
    .selectFrom('plgMembers as m')
    .innerJoin('schools', 'schools.id', 'm.schoolId')
    .where('m.plgId', '=', plgId)
    .where('m.state', '=', 'active')
    .select(['schools.id', 'schools.name'])
    .distinct()
    .orderBy('schools.name')
    .execute()
}

export function findPublishedCall(number: number) {
  return db()
    .selectFrom('projectCalls')
    .where('number', '=', number)
    .where('state', '=', 'published')
    .where('kind', '=', 'innovation')
    .select(['id', 'number', 'title', 'closesOn'])
    .executeTakeFirst()
}
