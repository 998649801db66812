import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { renderMarkdown } from '#server/platform/rich-text.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance } from './chance.ts'
import type { CityPerson } from './people.ts'
import type { CityPlg } from './plgs.ts'
import { postBody, topicTitle } from './words.ts'

type Size = { topics: number; posts: number }
type Topic = { id: string; plg: CityPlg; posts: number; startedMinutesAgo: number; lasted: number }
type Post = {
  id: string
  topicId: string
  number: number
  author: CityPerson
  /** Place in the list of texts. */
  text: number
  minutesAgo: number
}
type Text = { body: string; html: string }

const TEXTS = 1200
const MINUTES_A_DAY = 24 * 60
/** Topics of the PLG of all and of the PLG of 200; the first of each is the long one. */
const TOPICS_OF_LARGE = [12, 40]
const LONG_TOPICS = { everybody: 0.03, twoHundred: 200 }

/** Topics and posts, numbered without gaps, their counts and last posts consistent. */
export async function seedTalk(chance: Chance, plgs: CityPlg[], size: Size, moments: Moments) {
  const topics = planTopics(chance, plgs, size)
  await insertTopics(chance, topics, moments)
  const texts = Array.from({ length: TEXTS }, () => {
    const body = postBody(chance)
    return { body, html: renderMarkdown(body) }
  })
  let posts: Post[] = []
  for (const topic of topics) {
    posts.push(...postsOf(chance, topic))
    if (posts.length < 4000) continue
    await insertPosts(chance, posts, texts, moments)
    posts = []
  }
  await insertPosts(chance, posts, texts, moments)
  await seedMentions(chance, topics)
  await settleCounts()
  await seedReactions(moments)
}

function planTopics(chance: Chance, plgs: CityPlg[], size: Size): Topic[] {
  const places = TOPICS_OF_LARGE.flatMap((count, at) => Array<number>(count).fill(at))
  // By seats: the more people, the more topics.
  const seats = plgs.flatMap((plg, at) =>
    at < 2 ? [] : Array<number>(plg.members.length).fill(at),
  )
  while (places.length < size.topics) places.push(chance.pick(seats))
  const lengths = lengthsOf(chance, size)
  return places.slice(0, size.topics).flatMap((at, place) => {
    const plg = plgs[at]
    if (!plg) return []
    const startedMinutesAgo = MINUTES_A_DAY + chance.below(300 * MINUTES_A_DAY)
    const lasted = Math.floor(startedMinutesAgo * chance.next())
    return { id: chance.uuid(), plg, posts: lengths[place] ?? 1, startedMinutesAgo, lasted }
  })
}

/** Many short, a few long ones; their sum is exactly the wanted number of posts. */
function lengthsOf(chance: Chance, size: Size): number[] {
  const long = Math.round(size.posts * LONG_TOPICS.everybody)
  const fixed = new Map([
    [0, long],
    [TOPICS_OF_LARGE[0] ?? 0, LONG_TOPICS.twoHundred],
  ])
  const weights = Array.from({ length: size.topics }, (_, at) =>
    fixed.has(at) ? 0 : Math.min(20, 1 / (chance.next() + 0.03)),
  )
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const rest = size.posts - long - LONG_TOPICS.twoHundred
  const lengths = weights.map(
    (weight, at) => fixed.get(at) ?? Math.max(1, Math.floor((weight / all) * rest)),
  )
  for (let at = 1; lengths.reduce((sum, one) => sum + one, 0) < size.posts; at = (at % 9) + 1)
    lengths[at] = (lengths[at] ?? 0) + 1
  return lengths
}

async function insertTopics(chance: Chance, topics: Topic[], { minutesAgo }: Moments) {
  const numbers = new Map<string, number>()
  const rows = topics.map(({ id, plg, startedMinutesAgo, lasted }, place) => {
    const number = (numbers.get(plg.id) ?? 0) + 1
    numbers.set(plg.id, number)
    return {
      id,
      plgId: plg.id,
      number,
      title: topicTitle(chance),
      authorId: chance.pick(plg.members).id,
      createdAt: minutesAgo(startedMinutesAgo),
      lastPostAt: minutesAgo(startedMinutesAgo),
      pinnedAt: number === 2 ? minutesAgo(startedMinutesAgo) : null,
      solvedAt: place % 9 === 0 ? minutesAgo(startedMinutesAgo - lasted) : null,
      clientKey: chance.uuid(),
    }
  })
  for (const batch of batches(rows)) await db().insertInto('topics').values(batch).execute()
}

function postsOf(chance: Chance, topic: Topic): Post[] {
  const step = topic.lasted / topic.posts
  const writers = chance.some(topic.plg.members, 6 + Math.floor(topic.posts / 6))
  return Array.from({ length: topic.posts }, (_, at) => ({
    id: chance.uuid(),
    topicId: topic.id,
    number: at + 1,
    author: chance.pick(writers),
    text: chance.below(TEXTS),
    minutesAgo: topic.startedMinutesAgo - step * (at + (at > 0 ? chance.next() : 0)),
  }))
}

/** Columns as arrays, and each text once: a hundred thousand rows in a few seconds. */
async function insertPosts(chance: Chance, posts: Post[], texts: Text[], { minutesAgo }: Moments) {
  await sql`insert into posts (id, topic_id, number, author_id, school_id, body, body_html, created_at, client_key)
    select post.id, topic_id, number, author_id, school_id, text.body, text.html, at, client_key
    from unnest(
      ${posts.map((post) => post.id)}::uuid[], ${posts.map((post) => post.topicId)}::uuid[],
      ${posts.map((post) => post.number)}::int[], ${posts.map((post) => post.author.id)}::uuid[],
      ${posts.map((post) => (post.author.teaches ? post.author.schoolId : null))}::uuid[],
      ${posts.map((post) => post.text + 1)}::int[],
      ${posts.map((post) => minutesAgo(post.minutesAgo))}::timestamptz[],
      ${posts.map(() => chance.uuid())}::uuid[]
    ) as post (id, topic_id, number, author_id, school_id, text, at, client_key)
    join unnest(${texts.map((text) => text.body)}::text[], ${texts.map((text) => text.html)}::text[])
      with ordinality as text (body, html, place) on text.place = post.text`.execute(db())
}

/** In every fourth topic the second post speaks to somebody of the PLG. */
async function seedMentions(chance: Chance, topics: Topic[]) {
  const chosen = topics.filter((topic, at) => at % 4 === 0 && topic.posts > 1)
  const said = chosen.map(({ id, plg }) => {
    const person = chance.pick(plg.members)
    const body = `@${person.name} ${postBody(chance)}`
    return { topicId: id, personId: person.id, body, html: renderMarkdown(body, [person.name]) }
  })
  await sql`with said as (select * from unnest(${said.map((one) => one.topicId)}::uuid[],
      ${said.map((one) => one.personId)}::uuid[], ${said.map((one) => one.body)}::text[],
      ${said.map((one) => one.html as string)}::text[]) as said (topic_id, person_id, body, html)),
    changed as (update posts set body = said.body, body_html = said.html from said
      where posts.topic_id = said.topic_id and posts.number = 2
      returning posts.id, posts.author_id, said.person_id)
    insert into post_mentions (post_id, person_id)
      select id, person_id from changed where person_id <> author_id`.execute(db())
}

/** A thank-you under every tenth post, by the one who opened the topic. */
async function seedReactions({ hoursAgo }: Moments) {
  await sql`insert into post_reactions (post_id, person_id, kind, at)
    select posts.id, topics.author_id, (array['thanks', 'helpful', 'will_try'])[1 + posts.number % 3],
      least(posts.created_at + interval '2 hours', ${hoursAgo(1)}::timestamptz)
    from posts join topics on topics.id = posts.topic_id
    where posts.number % 10 = 3 and posts.author_id <> topics.author_id`.execute(db())
}

async function settleCounts() {
  await sql`update topics set post_count = counted.posts, last_post_at = counted.last,
      author_id = counted.first_author
    from (select topic_id, count(*) as posts, max(created_at) as last,
        (array_agg(author_id order by number))[1] as first_author
      from posts group by topic_id) as counted
    where counted.topic_id = topics.id`.execute(db())
  await sql`update plgs set topic_count = counted.topics
    from (select plg_id, count(*) as topics from topics group by plg_id) as counted
    where counted.plg_id = plgs.id`.execute(db())
}
