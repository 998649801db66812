import { type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { SupportRequests } from '#db/types.ts'
import type { PlgRole } from '#server/plg/contract.ts'
import type { Addressee, RequestState, SupportKind } from '../contract.ts'

/** Of the few on a page only: a join would go through all persons. */
const nameOf = (id: RawBuilder<unknown>) =>
  sql<string | null>`(select first_name || ' ' || last_name from persons where persons.id = ${id})`

/** Requests with what their lines say, and the reader's part in the PLG. */
function requests(personId: string) {
  return db()
    .selectFrom('supportRequests as r')
    .innerJoin('plgs', 'plgs.id', 'r.plgId')
    .leftJoin('plgMembers as seat', (join) =>
      join
        .onRef('seat.plgId', '=', 'r.plgId')
        .on('seat.personId', '=', personId)
        .on('seat.state', '=', 'active'),
    )
    .leftJoin('projects', 'projects.id', 'r.projectId')
    .select([
      'r.id',
      'r.number',
      'r.plgId',
      'r.text',
      'r.wishedBy',
      'r.answer',
      'r.createdBy',
      'r.handledBy',
      'r.createdAt',
      'r.changedAt',
      'r.version',
      'plgs.slug as plgSlug',
      'plgs.title as plgTitle',
      'plgs.joining',
      'plgs.kind as plgKind',
      'projects.title as projectTitle',
      sql<SupportKind>`r.kind`.as('kind'),
      sql<Addressee>`r.addressee`.as('addressee'),
      sql<RequestState>`r.state`.as('state'),
      sql<PlgRole | null>`seat.role`.as('seatRole'),
      nameOf(sql`r.created_by`).as('asker'),
      nameOf(sql`r.handled_by`).as('handler'),
    ])
}
export type RequestRow = Awaited<ReturnType<typeof listOfPlg>>[number]

export function findRequest(number: number, personId: string) {
  return requests(personId).where('r.number', '=', number).executeTakeFirst()
}

/** From here to the end of the transaction nobody else moves this request. */
export async function lockRequest(number: number): Promise<void> {
  await db()
    .selectFrom('supportRequests')
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

export function listOfPlg(plgId: string, personId: string, limit: number, offset: number) {
  return requests(personId)
    .where('r.plgId', '=', plgId)
    .orderBy('r.createdAt', 'desc')
    .orderBy('r.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export function countOfPlg(plgId: string) {
  return db()
    .selectFrom('supportRequests')
    .where('plgId', '=', plgId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}

/** What lies at these addressees: waiting ones by their age, the others with the newest first. */
export function listInbox(
  asked: { addressees: string[]; states: string[]; limit: number; offset: number },
  personId: string,
) {
  return requests(personId)
    .where('r.addressee', '=', sql<string>`any(${asked.addressees}::text[])`)
    .where('r.state', '=', sql<string>`any(${asked.states}::text[])`)
    .orderBy(sql`r.state = 'open'`, 'desc')
    .orderBy('r.changedAt', 'desc')
    .orderBy('r.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
}

export function countInbox(asked: { addressees: string[]; states: string[] }) {
  return db()
    .selectFrom('supportRequests')
    .where('addressee', '=', sql<string>`any(${asked.addressees}::text[])`)
    .where('state', '=', sql<string>`any(${asked.states}::text[])`)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
}

export function listByIds(ids: string[], personId: string) {
  return requests(personId)
    .where('r.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('supportRequests')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number'])
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertRequest(row: Insertable<SupportRequests>) {
  return db()
    .insertInto('supportRequests')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export async function updateRequest(id: string, row: Updateable<SupportRequests>): Promise<void> {
  await db()
    .updateTable('supportRequests')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Is the PLG still at work, and its Vorhaben that can be named. */
export async function findPlg(plgId: string) {
  const [plg, projects] = await Promise.all([
    db()
      .selectFrom('plgs')
      .where('id', '=', plgId)
      .select(['phase', 'joining', 'kind'])
      .executeTakeFirstOrThrow(),
    db()
      .selectFrom('projects')
      .where('plgId', '=', plgId)
      .where('deletedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .limit(50)
      .select(['id', 'title'])
      .execute(),
  ])
  return { ...plg, projects }
}

/** To whom a request went that is still open. */
export async function findAddressee(id: string): Promise<Addressee | undefined> {
  const row = await db()
    .selectFrom('supportRequests')
    .where('id', '=', id)
    .where('state', '=', 'open')
    .select(sql<Addressee>`addressee`.as('addressee'))
    .executeTakeFirst()
  return row?.addressee
}
