import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Posts } from '#db/types.ts'
import type { MemberOf } from '#server/plg/policy.ts'
import type { Reaction } from '../contract.ts'

/** Posts of a topic by their numbers, with author, school and the author's present part in the PLG. */
export function listPosts(proof: MemberOf, topicId: string, range: { from: number; to: number }) {
  return db()
    .selectFrom('posts as p')
    .innerJoin('topics as t', 't.id', 'p.topicId')
    .leftJoin('persons as author', 'author.id', 'p.authorId')
    .leftJoin('schools as school', 'school.id', 'p.schoolId')
    .leftJoin('plgMembers as seat', (join) =>
      join
        .onRef('seat.plgId', '=', 't.plgId')
        .onRef('seat.personId', '=', 'p.authorId')
        .on('seat.state', '=', 'active'),
    )
    .where('t.plgId', '=', proof.plgId)
    .where('p.topicId', '=', topicId)
    .where('p.number', '>=', range.from)
    .where('p.number', '<=', range.to)
    .select(['p.id', 'p.number', 'p.authorId', 'p.bodyHtml', 'p.createdAt', 'p.editedAt'])
    .select(['p.deletedAt', 'p.deletedBy', 'author.firstName', 'author.lastName'])
    .select(['school.name as school', 'seat.role'])
    .orderBy('p.number')
    .execute()
}

/** Reactions to the posts of a page: how many, and whether one's own is among them. */
export async function countReactions(personId: string, postIds: string[]) {
  if (postIds.length === 0) return []
  return db()
    .selectFrom('postReactions')
    .where('postId', '=', sql<string>`any(${postIds}::uuid[])`)
    .select(['postId', sql<Reaction>`kind`.as('kind')])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select(sql<boolean>`bool_or(person_id = ${personId})`.as('isMine'))
    .groupBy(['postId', 'kind'])
    .execute()
}

const WHOLE = [
  'p.id',
  'p.topicId',
  'p.number',
  'p.authorId',
  'p.body',
  'p.bodyHtml',
  'p.createdAt',
  'p.editedAt',
  'p.deletedAt',
  'p.deletedBy',
] as const

export function findPost(topicId: string, number: number) {
  return db()
    .selectFrom('posts as p')
    .where('p.topicId', '=', topicId)
    .where('p.number', '=', number)
    .select(WHOLE)
    .executeTakeFirst()
}

/** What the author has already written with this key, in whatever topic. */
export function findPostByKey(authorId: string, clientKey: string) {
  return db()
    .selectFrom('posts as p')
    .where('p.authorId', '=', authorId)
    .where('p.clientKey', '=', clientKey)
    .select(WHOLE)
    .executeTakeFirst()
}

/** Holds the topic's row until the end of the transaction: writers go through one after the other. */
export function lockTopic(topicId: string) {
  return db()
    .selectFrom('topics')
    .where('id', '=', topicId)
    .where('deletedAt', 'is', null)
    .select(['postCount', 'lockedAt'])
    .forUpdate()
    .executeTakeFirst()
}

/** Holds a post's row, so that two changes of it follow each other. */
export function lockPost(topicId: string, number: number) {
  return db()
    .selectFrom('posts as p')
    .where('p.topicId', '=', topicId)
    .where('p.number', '=', number)
    .select(WHOLE)
    .forUpdate()
    .executeTakeFirst()
}

/** Gives the topic its next number. Only the holder of the lock may do so. */
export async function countPost(topicId: string, at: Date): Promise<number> {
  const { postCount } = await db()
    .updateTable('topics')
    .set((eb) => ({ postCount: eb('postCount', '+', 1), lastPostAt: at }))
    .where('id', '=', topicId)
    .returning('postCount')
    .executeTakeFirstOrThrow()
  return postCount
}

/** @returns undefined when the author has used this key before */
export function insertPost(row: Insertable<Posts>) {
  return db()
    .insertInto('posts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

/** Keeps the words that stood until now. */
export async function insertVersion(
  post: { id: string; body: string; bodyHtml: string; createdAt: Date; editedAt: Date | null },
  replacedAt: Date,
): Promise<void> {
  const { id, body, bodyHtml, createdAt, editedAt } = post
  await db()
    .insertInto('postVersions')
    .values({ postId: id, body, bodyHtml, writtenAt: editedAt ?? createdAt, replacedAt })
    .execute()
}

export function listVersions(postId: string) {
  return db()
    .selectFrom('postVersions')
    .where('postId', '=', postId)
    .select(['id', 'bodyHtml', 'writtenAt'])
    .orderBy('replacedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

type Change = Partial<
  Pick<Insertable<Posts>, 'body' | 'bodyHtml' | 'editedAt' | 'deletedAt' | 'deletedBy'>
>

export async function updatePost(id: string, change: Change): Promise<void> {
  await db().updateTable('posts').set(change).where('id', '=', id).execute()
}

/** Sets who is mentioned. @returns those who were not before */
export async function replaceMentions(postId: string, personIds: string[]): Promise<string[]> {
  let gone = db().deleteFrom('postMentions').where('postId', '=', postId)
  if (personIds.length > 0) gone = gone.where('personId', 'not in', personIds)
  await gone.execute()
  if (personIds.length === 0) return []
  const added = await db()
    .insertInto('postMentions')
    .values(personIds.map((personId) => ({ postId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .execute()
  return added.map(({ personId }) => personId)
}

/** Adds one's reaction, or takes it back when it was there. One statement: pressing twice at once cannot fail. */
export async function toggleReaction(
  row: { postId: string; personId: string; kind: Reaction },
  at: Date,
): Promise<void> {
  await sql`with gone as (
      delete from post_reactions
      where post_id = ${row.postId} and person_id = ${row.personId} and kind = ${row.kind} returning 1)
    insert into post_reactions (post_id, person_id, kind, at)
    select ${row.postId}, ${row.personId}, ${row.kind}, ${at} where not exists (select 1 from gone)
    on conflict do nothing`.execute(db())
}

/** Posts among `ids` that stand, in PLGs the person is in; as lines for bell and reports. */
export function listCards(personId: string, ids: string[]) {
  return db()
    .selectFrom('posts as p')
    .innerJoin('topics as t', 't.id', 'p.topicId')
    .innerJoin('plgs', 'plgs.id', 't.plgId')
    .innerJoin('plgMembers as m', (join) =>
      join
        .onRef('m.plgId', '=', 't.plgId')
        .on('m.personId', '=', personId)
        .on('m.state', '=', 'active'),
    )
    .where('p.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('p.deletedAt', 'is', null)
    .where('t.deletedAt', 'is', null)
    .select(['p.id', 'p.number as postNumber', 't.number', 't.title'])
    .select(['plgs.slug as plgSlug', 'plgs.title as plgTitle'])
    .execute()
}

/** Members of the PLG whose topic stands, without those whom the post mentions: they are told of that. */
function membersBesides(topicId: string, postId: string) {
  return db()
    .selectFrom('plgMembers as m')
    .innerJoin('topics as t', 't.plgId', 'm.plgId')
    .where('t.id', '=', topicId)
    .where('t.deletedAt', 'is', null)
    .where('m.state', '=', 'active')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('postMentions as mention')
            .where('mention.postId', '=', postId)
            .whereRef('mention.personId', '=', 'm.personId')
            .select('mention.personId'),
        ),
      ),
    )
}

/** Audience of a new topic: all members. */
export function membersToTell(topicId: string, postId: string) {
  return membersBesides(topicId, postId).select('m.personId')
}

/** Audience of a new post: members who opened the topic or had written in it before. */
export function followersToTell(topicId: string, postId: string) {
  // One set for all members; asked member by member this took longer the larger the PLG.
  const writers = db()
    .selectFrom('posts as own')
    .where('own.topicId', '=', topicId)
    .where('own.deletedAt', 'is', null)
    .where('own.number', '<', (of) =>
      of.selectFrom('posts').where('posts.id', '=', postId).select('posts.number'),
    )
    .select('own.authorId')
    .union(db().selectFrom('topics').where('topics.id', '=', topicId).select('topics.authorId'))
  return membersBesides(topicId, postId).where('m.personId', 'in', writers).select('m.personId')
}

/** Audience of mentions: those of `personIds` whom the post still names and who are members at this moment. */
export function mentionedToTell(postId: string, personIds: string[]) {
  return db()
    .selectFrom('postMentions as mention')
    .innerJoin('posts as p', 'p.id', 'mention.postId')
    .innerJoin('topics as t', 't.id', 'p.topicId')
    .innerJoin('plgMembers as m', (join) =>
      join
        .onRef('m.plgId', '=', 't.plgId')
        .onRef('m.personId', '=', 'mention.personId')
        .on('m.state', '=', 'active'),
    )
    .where('mention.postId', '=', postId)
    .where('mention.personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('p.deletedAt', 'is', null)
    .where('t.deletedAt', 'is', null)
    .select('mention.personId')
}
