import { type Insertable, type SqlBool, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Topics } from '#db/types.ts'
import type { MemberOf } from '#server/plg/policy.ts'
import { MOST_COUNTED, type TopicFilter } from './contract.ts'

/**
 * What is unread, for all counts alike: posts of others that stand, behind the reader's marker; without a
 * marker those since the reader joined. Speaks of topic `t`, the reader's seat `m` and marker `r`.
 */
const isUnread = sql<SqlBool>`p.topic_id = t.id and p.number > coalesce(r.last_number, 0)
  and (r.last_number is not null or p.created_at > m.since)
  and p.author_id is distinct from m.person_id and p.deleted_at is null`
const mayHaveUnread = sql<SqlBool>`t.deleted_at is null and t.post_count > coalesce(r.last_number, 0)
  and (r.last_number is not null or t.last_post_at > m.since)`
const hasUnread = sql<SqlBool>`${mayHaveUnread} and exists (select 1 from posts p where ${isUnread})`
const unread = sql<number>`(select count(*) from (select 1 from posts p where ${isUnread}
  limit ${MOST_COUNTED}) as counted)`
const firstUnread = sql<number | null>`(select min(p.number) from posts p where ${isUnread})`

/** Topics with the reader's own live seat and marker beside them. */
function topicsOfReader(personId: string) {
  return db()
    .selectFrom('topics as t')
    .innerJoin('plgMembers as m', (join) =>
      join
        .onRef('m.plgId', '=', 't.plgId')
        .on('m.personId', '=', personId)
        .on('m.state', '=', 'active'),
    )
    .leftJoin('topicReads as r', (join) =>
      join.onRef('r.topicId', '=', 't.id').on('r.personId', '=', personId),
    )
}

const inPlg = ({ plgId, personId }: MemberOf) =>
  topicsOfReader(personId).where('t.plgId', '=', plgId)

const LINE = [
  't.id',
  't.number',
  't.title',
  't.postCount',
  't.lastPostAt',
  't.pinnedAt',
  't.solvedAt',
  't.lockedAt',
] as const

/** A page of a PLG's topics, the pinned first, then by their last post. */
export function listTopics(
  proof: MemberOf,
  { filter, limit, offset = 0 }: { filter: TopicFilter; limit: number; offset?: number },
) {
  return filtered(proof, filter)
    .select(LINE)
    .select([unread.as('unread'), firstUnread.as('firstUnread')])
    .orderBy(sql`t.pinned_at is null`)
    .orderBy('t.lastPostAt', 'desc')
    .orderBy('t.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countTopics(proof: MemberOf, filter: TopicFilter): Promise<number> {
  const { total } = await filtered(proof, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

function filtered(proof: MemberOf, filter: TopicFilter) {
  const query = inPlg(proof).where('t.deletedAt', 'is', null)
  if (filter === 'solved') return query.where('t.solvedAt', 'is not', null)
  return filter === 'unread' ? query.where(hasUnread) : query
}

/** A topic by its number in the PLG, deleted or not, and how far the reader has come in it. */
export function findTopic(proof: MemberOf, number: number) {
  return inPlg(proof)
    .where('t.number', '=', number)
    .select(LINE)
    .select(['t.authorId', 't.deletedAt', unread.as('unread'), firstUnread.as('firstUnread')])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('posts as own')
            .whereRef('own.topicId', '=', 't.id')
            .where('own.authorId', '=', proof.personId)
            .select('own.id'),
        )
        .as('hasWritten'),
    )
    .executeTakeFirst()
}

/** The PLG of a topic that stands. */
export function findPlgOf(topicId: string) {
  return db()
    .selectFrom('topics')
    .where('id', '=', topicId)
    .where('deletedAt', 'is', null)
    .select('plgId')
    .executeTakeFirst()
}

/** The topic by the parts of its address. */
export async function findId(plg: string, number: number): Promise<string | undefined> {
  const row = await db()
    .selectFrom('topics')
    .innerJoin('plgs', 'plgs.id', 'topics.plgId')
    .where('plgs.slug', '=', plg)
    .where('topics.number', '=', number)
    .select('topics.id')
    .executeTakeFirst()
  return row?.id
}

/** Unread posts by PLG, of PLGs the person is in. */
export async function countUnread(personId: string, plgIds: string[]) {
  if (plgIds.length === 0) return []
  return topicsOfReader(personId)
    .where('t.plgId', '=', sql<string>`any(${plgIds}::uuid[])`)
    .where(mayHaveUnread)
    .select(['t.plgId', sql<number>`sum(${unread})::int`.as('unread')])
    .groupBy('t.plgId')
    .execute()
}

/** Topics with something unread in all PLGs of the person, with the last post of somebody else. */
export function listUnreadTopics(personId: string, limit: number) {
  return topicsOfReader(personId)
    .innerJoin('plgs', 'plgs.id', 't.plgId')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('posts')
          .leftJoin('persons', 'persons.id', 'posts.authorId')
          .whereRef('posts.topicId', '=', 't.id')
          .where('posts.deletedAt', 'is', null)
          .where('posts.authorId', 'is distinct from', personId)
          .orderBy('posts.number', 'desc')
          .limit(1)
          .select(['posts.body', 'posts.createdAt', 'persons.firstName', 'persons.lastName'])
          .as('last'),
      (join) => join.onTrue(),
    )
    .where(hasUnread)
    .select(['t.id', 't.number', 't.title', 'plgs.slug as plgSlug', 'plgs.title as plgTitle'])
    .select(['last.body', 'last.createdAt', 'last.firstName', 'last.lastName'])
    .select(['t.postCount', unread.as('unread'), firstUnread.as('firstUnread')])
    .orderBy('last.createdAt', 'desc')
    .limit(limit)
    .execute()
}

/** The next number of a PLG's topics; waits for whoever is just taking one. */
export async function takeTopicNumber(plgId: string): Promise<number> {
  const { topicCount } = await db()
    .updateTable('plgs')
    .set((eb) => ({ topicCount: eb('topicCount', '+', 1) }))
    .where('id', '=', plgId)
    .returning('topicCount')
    .executeTakeFirstOrThrow()
  return topicCount
}

/** @returns undefined when the author has used this key before */
export function insertTopic(row: Insertable<Topics>) {
  return db()
    .insertInto('topics')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .returning(['id', 'number', 'title'])
    .executeTakeFirst()
}

export function findTopicByKey(authorId: string, clientKey: string) {
  return db()
    .selectFrom('topics')
    .where('authorId', '=', authorId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'plgId', 'number', 'title'])
    .executeTakeFirst()
}

type Change = Partial<
  Pick<Insertable<Topics>, 'title' | 'pinnedAt' | 'solvedAt' | 'lockedAt' | 'deletedAt'>
>

export async function updateTopic(id: string, change: Change): Promise<void> {
  await db().updateTable('topics').set(change).where('id', '=', id).execute()
}

/**
 * Moves the reader's marker forward, never back and never beyond the last post. The first marker of somebody
 * who joined later stands at least behind what was there before.
 */
export async function advanceRead(proof: MemberOf, topicId: string, upTo: number): Promise<void> {
  await sql`insert into topic_reads (person_id, topic_id, last_number)
    select m.person_id, t.id, greatest(least(${upTo}::int, t.post_count), coalesce(
      (select max(p.number) from posts p where p.topic_id = t.id and p.created_at <= m.since), 0))
    from topics t join plg_members m on m.plg_id = t.plg_id and m.state = 'active'
    where t.id = ${topicId} and t.plg_id = ${proof.plgId} and m.person_id = ${proof.personId}
    on conflict (person_id, topic_id) do update set last_number = greatest(topic_reads.last_number,
      least(${upTo}::int, (select post_count from topics where id = excluded.topic_id)))`.execute(
    db(),
  )
}

/** Unread posts up to a number that mention the reader. */
export function listUnreadMentions(proof: MemberOf, topicId: string, upTo: number) {
  return inPlg(proof)
    .innerJoin('posts as p', 'p.topicId', 't.id')
    .innerJoin('postMentions as mention', (join) =>
      join.onRef('mention.postId', '=', 'p.id').on('mention.personId', '=', proof.personId),
    )
    .where('t.id', '=', topicId)
    .where('p.number', '<=', upTo)
    .where(isUnread)
    .select('p.id')
    .execute()
}

/** Sets the marker just before a post, wherever it was. */
export async function rewindRead(proof: MemberOf, topicId: string, number: number): Promise<void> {
  const lastNumber = number - 1
  await db()
    .insertInto('topicReads')
    .values({ personId: proof.personId, topicId, lastNumber })
    .onConflict((conflict) => conflict.columns(['personId', 'topicId']).doUpdateSet({ lastNumber }))
    .execute()
}

/** Forgets the markers of somebody in a PLG. */
export async function removeReads(plgId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('topicReads')
    .where('personId', '=', personId)
    .where('topicId', 'in', (eb) => eb.selectFrom('topics').where('plgId', '=', plgId).select('id'))
    .execute()
}

/** Topics among `ids` that stand, in PLGs the person is in; as lines for the bell. */
export function listCards(personId: string, ids: string[]) {
  return topicsOfReader(personId)
    .innerJoin('plgs', 'plgs.id', 't.plgId')
    .where('t.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('t.deletedAt', 'is', null)
    .select(['t.id', 't.number', 't.title', 'plgs.slug as plgSlug', 'plgs.title as plgTitle'])
    .select(['t.postCount', firstUnread.as('firstUnread')])
    .execute()
}

const asPattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** Topics whose title has all the words, in PLGs the person is in. The expression is that of `topics_search`. */
export function listFound(personId: string, words: string[], limit: number) {
  return topicsOfReader(personId)
    .innerJoin('plgs', 'plgs.id', 't.plgId')
    .where('t.deletedAt', 'is', null)
    .where((eb) =>
      eb.and(words.map((w) => sql<SqlBool>`search_key(t.title) like search_key(${asPattern(w)})`)),
    )
    .select(['t.id', 't.number', 't.title', 'plgs.slug as plgSlug', 'plgs.title as plgTitle'])
    .select(['t.postCount', firstUnread.as('firstUnread')])
    .orderBy('t.lastPostAt', 'desc')
    .orderBy('t.id')
    .limit(limit)
    .execute()
}

/** Active members of a PLG, for names after "@". */
export function listMembers({ plgId }: MemberOf) {
  return db()
    .selectFrom('plgMembers as m')
    .innerJoin('persons', 'persons.id', 'm.personId')
    .leftJoin('schools', 'schools.id', 'm.schoolId')
    .where('m.plgId', '=', plgId)
    .where('m.state', '=', 'active')
    .select(['persons.id', 'persons.firstName', 'persons.lastName', 'schools.name as school'])
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .execute()
}
