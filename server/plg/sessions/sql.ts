import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgSessions } from '#db/types.ts'
import type { Kind } from '../contract.ts'
import type { MemberOf } from '../policy.ts'
import type { AgendaItem, Duty, Mode, SessionState } from './contract.ts'

/** What kind of group it is and whether it still works. */
export function findGround({ plgId }: MemberOf) {
  return db()
    .selectFrom('plgs')
    .where('id', '=', plgId)
    .select([sql<Kind>`kind`.as('kind'), 'phase', 'cycle'])
    .executeTakeFirstOrThrow()
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>

/** A meeting of this PLG with its agenda, in one query. */
export function findSession({ plgId }: MemberOf, number: number) {
  return db()
    .selectFrom('plgSessions')
    .innerJoin('plgs', 'plgs.id', 'plgSessions.plgId')
    .where('plgSessions.plgId', '=', plgId)
    .where('plgSessions.number', '=', number)
    .selectAll('plgSessions')
    .select([
      'plgs.phase',
      'plgs.cycle as plgCycle',
      sql<Kind>`plgs.kind`.as('kind'),
      sql<Mode>`plg_sessions.mode`.as('mode'),
      sql<SessionState>`plg_sessions.state`.as('state'),
      sql<AgendaItem[]>`coalesce((select jsonb_agg(jsonb_build_object('title', i.title,
        'minutes', i.minutes, 'protocol', i.protocol) order by i.position)
        from plg_session_items i where i.session_id = plg_sessions.id), '[]')`.as('agenda'),
    ])
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes this meeting. */
export async function lockSession({ plgId }: MemberOf, number: number): Promise<void> {
  await db()
    .selectFrom('plgSessions')
    .where('plgId', '=', plgId)
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

/** @returns undefined when this very form was sent before */
export function insertSession(row: Insertable<PlgSessions>) {
  return db()
    .insertInto('plgSessions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('plgSessions')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number', 'plgId'])
    .executeTakeFirst()
}

export async function updateSession(id: string, row: Updateable<PlgSessions>): Promise<void> {
  await db().updateTable('plgSessions').set(row).where('id', '=', id).execute()
}

export async function replaceAgenda(sessionId: string, items: AgendaItem[]): Promise<void> {
  await db().deleteFrom('plgSessionItems').where('sessionId', '=', sessionId).execute()
  if (items.length === 0) return
  const rows = items.map((item, position) => ({ sessionId, position, ...item }))
  await db().insertInto('plgSessionItems').values(rows).execute()
}

const LINE = [
  'plgSessions.id',
  'plgSessions.number',
  'plgSessions.title',
  'plgSessions.startsAt',
  'plgSessions.endsAt',
  'plgSessions.place',
  sql<Mode>`plg_sessions.mode`.as('mode'),
  sql<SessionState>`plg_sessions.state`.as('state'),
] as const

/** What is still to come or going on, the next one first. */
export function listUpcoming({ plgId }: MemberOf, now: Date, limit: number) {
  return db()
    .selectFrom('plgSessions')
    .where('plgId', '=', plgId)
    .where('endsAt', '>=', now)
    .select(LINE)
    .orderBy('startsAt')
    .orderBy('number')
    .limit(limit)
    .execute()
}

export function listPast({ plgId }: MemberOf, now: Date, limit: number, offset: number) {
  return db()
    .selectFrom('plgSessions')
    .where('plgId', '=', plgId)
    .where('endsAt', '<', now)
    .select(LINE)
    .orderBy('startsAt', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countPast({ plgId }: MemberOf, now: Date): Promise<number> {
  const { count } = await db()
    .selectFrom('plgSessions')
    .where('plgId', '=', plgId)
    .where('endsAt', '<', now)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Everybody inside, by name. */
export function listMembers({ plgId }: MemberOf) {
  return db()
    .selectFrom('plgMembers')
    .innerJoin('persons', 'persons.id', 'plgMembers.personId')
    .where('plgMembers.plgId', '=', plgId)
    .where('plgMembers.state', '=', 'active')
    .select([
      'plgMembers.personId',
      'plgMembers.role',
      'plgMembers.since',
      'plgMembers.schoolId',
      'persons.firstName',
      'persons.lastName',
    ])
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}

/** When each of them last had each duty, for suggesting the next one. */
export async function listTurns({ plgId }: MemberOf) {
  const { rows } = await sql<{ duty: Duty; personId: string; lastAt: Date }>`
    select d.duty, d.person_id, max(s.starts_at) as last_at from plg_sessions s
    cross join lateral (values ('host', s.host_id), ('timekeeper', s.timekeeper_id),
      ('minuteTaker', s.minute_taker_id), ('protocolLead', s.protocol_lead_id)) as d (duty, person_id)
    where s.plg_id = ${plgId} and s.state <> 'cancelled' and d.person_id is not null
    group by d.duty, d.person_id`.execute(db())
  return rows
}

/** What the group has agreed on about working together. */
export function listNorms({ plgId }: MemberOf) {
  return db()
    .selectFrom('plgNorms')
    .where('plgId', '=', plgId)
    .where('state', '<>', 'dropped')
    .select(['id', 'text'])
    .orderBy('position')
    .execute()
}

export function listDecisions({ plgId }: MemberOf, sessionId: string) {
  return db()
    .selectFrom('plgDecisions')
    .where('sessionId', '=', sessionId)
    .where('plgId', '=', plgId)
    .where('kind', '=', 'session')
    .select(['id', 'text', 'at'])
    .orderBy('at')
    .orderBy('id')
    .limit(100)
    .execute()
}

type Decision = { plgId: string; cycle: number; sessionId: string; text: string }

/** The same words twice in one meeting are one decision: a form that was sent again. */
export async function insertDecision(row: Decision & { decidedBy: string; at: Date }) {
  const known = await db()
    .selectFrom('plgDecisions')
    .where('sessionId', '=', row.sessionId)
    .where('text', '=', row.text)
    .select('id')
    .executeTakeFirst()
  if (known) return
  await db()
    .insertInto('plgDecisions')
    .values({ ...row, kind: 'session' })
    .execute()
}

/** @returns the words it had */
export function removeDecision({ plgId }: MemberOf, sessionId: string, id: string) {
  return db()
    .deleteFrom('plgDecisions')
    .where('id', '=', id)
    .where('plgId', '=', plgId)
    .where('sessionId', '=', sessionId)
    .where('kind', '=', 'session')
    .returning('text')
    .executeTakeFirst()
}

/** Who was there, and with which words they left; also people who have left the PLG since. */
export function listPeople(sessionId: string, { plgId }: MemberOf) {
  return db()
    .selectFrom('plgSessionPeople')
    .innerJoin('plgSessions', 'plgSessions.id', 'plgSessionPeople.sessionId')
    .innerJoin('persons', 'persons.id', 'plgSessionPeople.personId')
    .where('plgSessionPeople.sessionId', '=', sessionId)
    .where('plgSessions.plgId', '=', plgId)
    .select([
      'plgSessionPeople.personId',
      'plgSessionPeople.isPresent',
      'plgSessionPeople.takeaway',
      'plgSessionPeople.nextStep',
      'persons.firstName',
      'persons.lastName',
    ])
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}

/** Of these people, those who are in the PLG or were written down before were there; nobody else was. */
export async function saveAttendance(
  sessionId: string,
  { plgId }: MemberOf,
  personIds: string[],
): Promise<void> {
  await db()
    .updateTable('plgSessionPeople')
    .set({ isPresent: false })
    .where('sessionId', '=', sessionId)
    .where('personId', '<>', sql<string>`all(${personIds}::uuid[])`)
    .execute()
  await sql`insert into plg_session_people (session_id, person_id, is_present)
    select ${sessionId}, p.id, true from persons p where p.id = any(${personIds}::uuid[]) and (
      exists (select from plg_members m where m.plg_id = ${plgId} and m.person_id = p.id and m.state = 'active')
      or exists (select from plg_session_people k where k.session_id = ${sessionId} and k.person_id = p.id))
    on conflict (session_id, person_id) do update set is_present = true`.execute(db())
}

export async function saveCheckOut(
  sessionId: string,
  personId: string,
  words: { takeaway: string; nextStep: string },
): Promise<void> {
  await db()
    .insertInto('plgSessionPeople')
    .values({ sessionId, personId, ...words })
    .onConflict((conflict) => conflict.columns(['sessionId', 'personId']).doUpdateSet(words))
    .execute()
}

/** For cards of the bell: of these meetings, where they belong. */
export function listByIds(ids: string[]) {
  return db()
    .selectFrom('plgSessions')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'number', 'plgId', 'title', 'startsAt'])
    .execute()
}

export async function findPlgOf(sessionId: string): Promise<string | undefined> {
  const row = await db()
    .selectFrom('plgSessions')
    .where('id', '=', sessionId)
    .select('plgId')
    .executeTakeFirst()
  return row?.plgId
}

/** Audience: everybody in the PLG of this meeting. */
export function membersToTell(sessionId: string) {
  return db()
    .selectFrom('plgSessions')
    .innerJoin('plgMembers', 'plgMembers.plgId', 'plgSessions.plgId')
    .where('plgSessions.id', '=', sessionId)
    .where('plgMembers.state', '=', 'active')
    .select('plgMembers.personId')
}
