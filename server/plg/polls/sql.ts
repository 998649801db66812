import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgPolls } from '#db/types.ts'
import type { MemberOf } from '../policy.ts'
import type { Answer, PollState } from './contract.ts'

const COLUMNS = [
  'plgPolls.id',
  'plgPolls.number',
  'plgPolls.plgId',
  'plgPolls.title',
  'plgPolls.note',
  'plgPolls.sessionId',
  'plgPolls.createdAt',
  'plgPolls.closesOn',
  sql<PollState>`plg_polls.state`.as('state'),
] as const

export function findPoll({ plgId }: MemberOf, number: number) {
  return db()
    .selectFrom('plgPolls')
    .leftJoin('plgSessions', 'plgSessions.id', 'plgPolls.sessionId')
    .where('plgPolls.plgId', '=', plgId)
    .where('plgPolls.number', '=', number)
    .select(COLUMNS)
    .select('plgSessions.number as sessionNumber')
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody else decides or answers here. */
export async function lockPoll({ plgId }: MemberOf, number: number): Promise<void> {
  await db()
    .selectFrom('plgPolls')
    .where('plgId', '=', plgId)
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

export function insertPoll(row: Insertable<PlgPolls>) {
  return db()
    .insertInto('plgPolls')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('plgPolls')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['number', 'plgId'])
    .executeTakeFirst()
}

export async function insertSlots(
  pollId: string,
  slots: { startsAt: Date; endsAt: Date }[],
): Promise<void> {
  await db()
    .insertInto('plgPollSlots')
    .values(slots.map((slot) => ({ pollId, ...slot })))
    .execute()
}

export function listSlots(pollId: string) {
  return db()
    .selectFrom('plgPollSlots')
    .where('pollId', '=', pollId)
    .select(['id', 'startsAt', 'endsAt'])
    .orderBy('startsAt')
    .execute()
}

/** Answers of those who are in the PLG now. */
export function listAnswers(pollId: string, { plgId }: MemberOf) {
  return db()
    .selectFrom('plgPollSlots')
    .innerJoin('plgPollAnswers', 'plgPollAnswers.slotId', 'plgPollSlots.id')
    .innerJoin('plgMembers', (join) =>
      join
        .onRef('plgMembers.personId', '=', 'plgPollAnswers.personId')
        .on('plgMembers.plgId', '=', plgId)
        .on('plgMembers.state', '=', 'active'),
    )
    .innerJoin('persons', 'persons.id', 'plgPollAnswers.personId')
    .where('plgPollSlots.pollId', '=', pollId)
    .select([
      'plgPollAnswers.slotId',
      'plgPollAnswers.personId',
      'persons.firstName',
      'persons.lastName',
      sql<Answer>`plg_poll_answers.answer`.as('answer'),
    ])
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}

/** The answers of one person, all at once; what is not among them is taken back. */
export async function replaceAnswers(
  pollId: string,
  personId: string,
  answers: { slotId: string; answer: Answer }[],
): Promise<void> {
  await db()
    .deleteFrom('plgPollAnswers')
    .where('personId', '=', personId)
    .where('slotId', 'in', (eb) =>
      eb.selectFrom('plgPollSlots').where('pollId', '=', pollId).select('id'),
    )
    .execute()
  if (answers.length === 0) return
  await db()
    .insertInto('plgPollAnswers')
    .values(answers.map((one) => ({ ...one, personId })))
    .execute()
}

export async function closePoll(
  id: string,
  row: { state: PollState; sessionId?: string },
): Promise<void> {
  await db().updateTable('plgPolls').set(row).where('id', '=', id).execute()
}

/** The polls that are still open, the newest first. */
export function listOpen({ plgId }: MemberOf, limit: number) {
  return db()
    .selectFrom('plgPolls')
    .where('plgId', '=', plgId)
    .where('state', '=', 'open')
    .select(COLUMNS)
    .orderBy('plgPolls.createdAt', 'desc')
    .limit(limit)
    .execute()
}

export function listByIds(ids: string[]) {
  return db()
    .selectFrom('plgPolls')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .select(['id', 'number', 'plgId', 'title'])
    .execute()
}

/** Audience: everybody in the PLG of this poll who can answer. */
export function membersToTell(pollId: string) {
  return db()
    .selectFrom('plgPolls')
    .innerJoin('plgMembers', 'plgMembers.plgId', 'plgPolls.plgId')
    .where('plgPolls.id', '=', pollId)
    .where('plgMembers.state', '=', 'active')
    .where('plgMembers.role', '<>', 'guest')
    .select('plgMembers.personId')
}
