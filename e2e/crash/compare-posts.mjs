// Posts after a crash: database and pages against what was acknowledged.
import { forgetLimits } from './world.mjs'

/** @returns {Promise<{ problems: string[], lost: number, doubled: number }>} */
export async function comparePosts(world, ledger, topics) {
  const sent = ledger.of('post')
  const rows = await rowsOf(world, sent)
  const problems = []
  let lost = 0
  let doubled = 0
  for (const post of sent) {
    const found = rowsFor(rows, post)
    const count = found.length
    if (post.outcome === 'acknowledged' && count === 0) {
      lost++
      problems.push(`verloren: ${post.body} von ${post.who}`)
    }
    if (count > 1) {
      doubled++
      problems.push(`doppelt: ${post.body} von ${post.who}`)
    }
    if (found.some(({ body, key }) => body !== post.body || key !== post.key))
      problems.push(`andere Worte oder anderer Schlüssel: ${post.body} von ${post.who}`)
  }
  return { problems: [...problems, ...(await compareTopics(world, topics))], lost, doubled }
}

/** By the key or by the words, which name the key: a double is found whichever of them was mistaken. */
const rowsOf = (world, posts) =>
  world.rows(
    'select client_key as key, body from posts where client_key = any($1) or body = any($2)',
    [posts.map(({ key }) => key), posts.map(({ body }) => body)],
  )
const rowsFor = (rows, post) =>
  rows.filter(({ key, body }) => key === post.key || body === post.body)

/** Numbers without gaps, counters and the time of the last post, in every topic there is. */
async function compareTopics(world, topics) {
  const rows = await world.rows(`select t.title, t.post_count, count(p.id)::int as posts,
      coalesce(max(p.number), 0) as last, coalesce(min(p.number), 0) as first,
      t.last_post_at = max(p.created_at) filter (where p.number = t.post_count) as is_last
    from topics t left join posts p on p.topic_id = t.id group by t.id`)
  const problems = rows
    .filter(
      ({ post_count, posts, last, first, is_last }) =>
        post_count !== posts || last !== posts || first !== 1 || !is_last,
    )
    .map((row) => `Thema ${JSON.stringify(row)}`)
  for (const { title } of topics)
    if (!rows.some((row) => row.title === title)) problems.push(`Thema verloren: ${title}`)
  const gaps = await world.rows(`select slug from plgs where topic_count <>
    (select count(*) from topics where plg_id = plgs.id)`)
  return [...problems, ...gaps.map(({ slug }) => `Zähler der Themen von ${slug}`)]
}

const MARK = /Probe ([0-9a-f-]{36})/g

/** Every page of every topic of the round, as its author sees it. */
export async function comparePostPages(world, ledger, topics) {
  const problems = []
  for (const topic of topics) {
    const shown = await marksOf(world, topic)
    const there = await world.rows(
      `select p.client_key as key from posts p join topics t on t.id = p.topic_id
        where t.title = $1 and p.number > 1 order by p.number`,
      [topic.title],
    )
    const wanted = there.map(({ key }) => key)
    if (shown.join() !== wanted.join())
      problems.push(
        `${topic.title}: ${shown.length} auf den Seiten, ${wanted.length} in der Datenbank`,
      )
    for (const post of ledger.of('post', 'acknowledged'))
      if (post.topic === topic && !shown.includes(post.key))
        problems.push(`auf keiner Seite: ${post.body}`)
  }
  return problems
}

async function marksOf(world, topic) {
  const browser = await world.browserOf(topic.who)
  const marks = []
  for (let page = 1; ; page++) {
    const { html, status } = await browser.get(`${topic.address}?seite=${page}`)
    const articles = html.split('data-testid="beitrag-').slice(1)
    // The words of a post stand once in the page; what comes after are the data for JavaScript.
    for (const article of articles) {
      const mark = article.split('</article>')[0].matchAll(MARK).next().value
      if (mark) marks.push(mark[1])
    }
    if (status !== 200 || !html.includes(`seite=${page + 1}`)) return [...new Set(marks)]
  }
}

/** What was never answered is sent once more with its key: afterwards it is there exactly once. */
export async function sendAgain(world, ledger) {
  const known = ledger.of('post', 'acknowledged')
  await forgetLimits(world)
  const again = [...ledger.of('post', 'unknown'), ...known.slice(-6)]
  const problems = []
  for (const { who, topic, key, body } of again) {
    const browser = await world.browserOf(who)
    const answer = await browser.post(topic.address, { intent: 'write', clientKey: key, body })
    if (answer.status !== 303 && answer.status !== 302)
      problems.push(`${answer.status} beim zweiten Senden von ${body}`)
  }
  const rows = await rowsOf(world, again)
  for (const post of again) {
    const count = rowsFor(rows, post).length
    if (count !== 1) problems.push(`${count}-mal nach zweitem Senden: ${post.body}`)
  }
  return problems
}
