import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { renderMarkdown } from '#server/platform/rich-text.ts'
import { conversations, type SeedTopic } from './conversations.ts'
import type { Moments } from './moments.ts'

const NAMES = ['Meike Thomas', 'Orhan Demir']

export async function seedDiscussions(
  plgs: Map<string, string>,
  places: Map<string, string>,
  people: Map<string, string>,
  moments: Moments,
): Promise<void> {
  const counts = new Map<string, number>()
  for (const topic of conversations(moments)) {
    const number = (counts.get(topic.plg) ?? 0) + 1
    counts.set(topic.plg, number)
    await insertTopic(topic, number, { plgs, places, people })
  }
  for (const [slug, topicCount] of counts)
    await db().updateTable('plgs').set({ topicCount }).where('slug', '=', slug).execute()
  await readByMeike(people.get('meike.thomas') ?? '')
  await tellMeike(people, moments)
}

/** What Meike's bell shows: the mention and the answer that she has not read yet. No mail goes out for them. */
async function tellMeike(people: Map<string, string>, moments: Moments): Promise<void> {
  const topics = await db().selectFrom('topics').select(['id', 'title']).execute()
  const line = (title: string, kind: string, by: string, at: Date) => ({
    personId: people.get('meike.thomas') ?? '',
    kind,
    thingKind: 'topic',
    thingId: topics.find((topic) => topic.title === title)?.id ?? '',
    actorId: people.get(by),
    at,
  })
  await db()
    .insertInto('notifications')
    .values([
      line(
        'Bruchrechnen mit dem iPad',
        'discussions.mentioned',
        'orhan.demir',
        moments.hoursAgo(2),
      ),
      line(
        'Bruchrechnen mit dem iPad',
        'discussions.post-written',
        'sabine.krueger',
        moments.minutesAgo(35),
      ),
      line(
        'Podcast-Koffer: Wer war schon dran?',
        'discussions.topic-opened',
        'claudia.neumann',
        moments.daysAgo(3),
      ),
    ])
    .execute()
}

type Ids = { plgs: Map<string, string>; places: Map<string, string>; people: Map<string, string> }

async function insertTopic(topic: SeedTopic, number: number, ids: Ids): Promise<void> {
  const first = topic.posts[0]
  const last = topic.posts.at(-1)
  if (!first || !last) return
  const { id } = await db()
    .insertInto('topics')
    .values({
      plgId: ids.plgs.get(topic.plg) ?? '',
      number,
      title: topic.title,
      authorId: ids.people.get(first.by),
      postCount: topic.posts.length,
      createdAt: first.at,
      lastPostAt: last.at,
      pinnedAt: topic.pinned ? first.at : null,
      solvedAt: topic.solved ? last.at : null,
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('posts')
    .values(
      topic.posts.map((post, place) => ({
        topicId: id,
        number: place + 1,
        authorId: ids.people.get(post.by),
        schoolId: post.school ? ids.places.get(post.school) : null,
        body: post.body,
        bodyHtml: renderMarkdown(post.body, NAMES),
        createdAt: post.at,
        clientKey: randomUUID(),
      })),
    )
    .execute()
}

/** Meike has read everything but what came in the last hours and days, so that "Neu" has something to show. */
async function readByMeike(personId: string): Promise<void> {
  await db()
    .insertInto('topicReads')
    .columns(['personId', 'topicId', 'lastNumber'])
    .expression(
      db()
        .selectFrom('topics')
        .innerJoin('plgMembers', 'plgMembers.plgId', 'topics.plgId')
        .where('plgMembers.personId', '=', personId)
        .select((eb) => [
          eb.val(personId).$castTo<string>().as('personId'),
          'topics.id as topicId',
          eb
            .case()
            .when('topics.title', '=', 'Bruchrechnen mit dem iPad')
            .then(3)
            .when('topics.title', 'in', [
              'Podcast-Koffer: Wer war schon dran?',
              'Elternabend: welche Fragen kamen?',
            ])
            .then(1)
            .else(eb.ref('topics.postCount'))
            .end()
            .$castTo<number>()
            .as('lastNumber'),
        ]),
    )
    .execute()
}
