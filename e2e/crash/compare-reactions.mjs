// What follows a post: the bell, told by the queue. What the bell should say is reckoned from the
// posts alone.
import { setTimeout as sleep } from 'node:timers/promises'
import { decode } from './browser.mjs'
import { addressOf } from './world.mjs'

const LONGEST_DRAIN = 30_000
const HEALING = 10_000

/**
 * Waits until no reaction waits any more. What a dead worker holds is given free as the platform does
 * after five minutes.
 * @returns {Promise<{ waited: number, problems: string[] }>} waited: reactions a dead worker held
 */
export async function drainQueue(world) {
  let waited = 0
  for (const began = Date.now(); Date.now() - began < LONGEST_DRAIN; await sleep(150)) {
    const [jobs] = await world.rows(`select count(*)::int as open,
        count(*) filter (where attempts >= max_attempts)::int as given_up,
        array_agg(distinct locked_by) filter (where locked_at < now() - interval '2 seconds') as dead,
        count(*) filter (where locked_at < now() - interval '2 seconds')::int as held
      from graphile_worker.jobs where task_identifier = 'react'`)
    if (jobs.given_up > 0) return { waited, problems: [`${jobs.given_up} Folgen aufgegeben`] }
    if (jobs.open === 0) return { waited, problems: [] }
    if (jobs.open > jobs.held) continue
    waited += jobs.held
    await world.rows('select graphile_worker.force_unlock_workers($1)', [jobs.dead])
  }
  const left = await world.rows(`select last_error, count(*)::int as count from graphile_worker.jobs
    where task_identifier = 'react' group by 1`)
  return { waited, problems: left.map((row) => `wartet noch: ${JSON.stringify(row)}`) }
}

/** @returns {Promise<{ problems: string[], waited: number }>} */
export async function compareReactions(world, topics) {
  const { waited, problems } = await drainQueue(world)
  const titles = topics.map(({ title }) => title)
  const lines = await world.rows(POSTS_TOLD, [titles])
  problems.push(...(await wronglyTold(world, titles, lines)))
  for (const { email, key } of await world.rows(MENTIONS_UNTOLD, [titles]))
    problems.push(`Glocke von ${email}: Erwähnung in ${key} fehlt`)
  for (const { email, title } of await world.rows(TOPICS_UNTOLD, [titles]))
    problems.push(`Glocke von ${email}: neues Thema ${title} fehlt`)
  return { problems: [...problems, ...(await compareBell(world, topics, lines))], waited }
}

/** A wrong count is wrong. Whether it heals, and which posts and lines there are, is what one then wants to know. */
async function wronglyTold(world, titles, lines) {
  const isWrong = ({ wanted, told }) => told !== wanted
  const wrong = lines.filter(isWrong)
  if (wrong.length === 0) return []
  await sleep(HEALING)
  const later = (await world.rows(POSTS_TOLD, [titles])).filter(isWrong)
  const facts = await world.rows(TOLD_IN_FULL, [wrong.map(({ title }) => title)])
  return [
    ...wrong.map(
      ({ email, title, told, wanted }) =>
        `Glocke von ${email}, ${title}: ${told} statt ${wanted}${later.length > 0 ? '' : ', später richtig'}`,
    ),
    ...facts.map((row) => JSON.stringify(row)),
  ]
}

/** Those who wrote in a topic before, or opened it, are told of each post of somebody else. */
const POSTS_TOLD = `select t.title, person.email::text, count(p.id)::int as wanted,
    coalesce((select sum(n.count) from notifications n where n.person_id = person.id
      and n.kind = 'discussions.post-written' and n.thing_id = t.id), 0)::int as told
  from topics t
  join plg_members m on m.plg_id = t.plg_id and m.state = 'active'
  join persons person on person.id = m.person_id
  left join posts p on p.topic_id = t.id and p.number > 1 and p.author_id <> person.id
    and not exists (select from post_mentions o where o.post_id = p.id and o.person_id = person.id)
    and (t.author_id = person.id or exists (select from posts own where own.topic_id = t.id
      and own.author_id = person.id and own.number < p.number))
  where t.title = any($1) group by t.id, person.id`

const TOLD_IN_FULL = `select p.number, author.email::text as author, p.created_at, p.client_key as key,
    (select json_agg(json_build_array(person.email::text, n.count, n.at, n.read_at)) from notifications n
      join persons person on person.id = n.person_id where n.thing_id = t.id
      and n.kind = 'discussions.post-written' and p.number = t.post_count) as lines
  from topics t join posts p on p.topic_id = t.id join persons author on author.id = p.author_id
  where t.title = any($1) order by t.title, p.number`

const MENTIONS_UNTOLD = `select person.email::text, p.client_key as key
  from topics t join posts p on p.topic_id = t.id join post_mentions o on o.post_id = p.id
  join persons person on person.id = o.person_id
  where t.title = any($1) and not exists (select from notifications n where n.thing_id = p.id
    and n.person_id = o.person_id and n.kind = 'discussions.mentioned')`

const TOPICS_UNTOLD = `select person.email::text, t.title
  from topics t join plg_members m on m.plg_id = t.plg_id and m.state = 'active'
  join persons person on person.id = m.person_id
  where t.title = any($1) and person.id <> t.author_id and not exists (select from notifications n
    where n.thing_id = t.id and n.person_id = person.id and n.kind = 'discussions.topic-opened')`

/** The page of the bell: whoever opened a topic finds it there when somebody else wrote in it. */
async function compareBell(world, topics, lines) {
  const problems = []
  const isTold = (topic) =>
    lines.some(
      ({ title, email, wanted }) =>
        wanted > 0 && title === topic.title && email === addressOf(topic.who),
    )
  for (const { who, title } of topics.filter(isTold)) {
    const { html, status } = await (await world.browserOf(who)).get('/benachrichtigungen')
    if (status !== 200 || !decode(html).includes(title))
      problems.push(`die Seite der Glocke von ${who} zeigt „${title}“ nicht (${status})`)
  }
  return problems
}
