// CPU and time of whole page views and of posting, seen from the whole process tree.
import { randomUUID } from 'node:crypto'
import {
  ask,
  BOOK,
  cpuSince,
  cpuSoFar,
  documentOf,
  largePlgs,
  signIn,
  topicOf,
  untilQueueIsEmpty,
} from './city.mjs'
import { aChild, quantile } from './crew.mjs'

/** So many views first: a server in use is warm, and so were the peers. */
const WARM_UP = 600
const MEASURED = 400
const PACED = 300
const WORDS = [
  'Bruchrechnen',
  'Lesespur',
  'Klasse 5',
  'Feedback',
  'Messlabor',
  'Ahorn',
  'Portfolio',
]

/** Views of all pages and posting, on a started platform. @returns figures by name */
export const measurePages = async (platform, { only = Object.keys(PAGES) } = {}) =>
  measureAll(platform, Object.fromEntries(only.map((name) => [name, PAGES[name]])), factsOf)

/** Views of these pages, with what `findFacts` knows of the city. */
export async function measureAll(platform, pages, findFacts) {
  const visitor = aChild('./visitor.mjs')
  try {
    const facts = await findFacts(platform)
    const figures = {}
    for (const [name, given] of Object.entries(pages)) {
      const page = { ...given, name, requests: given.requests(facts) }
      Object.assign(figures, await measureOne(platform, visitor, page))
    }
    return figures
  } finally {
    visitor.end()
  }
}

async function measureOne(platform, visitor, page) {
  const { name, connections = 16, requests, warmUp = WARM_UP, measured = MEASURED, rate } = page
  const posts = await countPosts(platform)
  const visit = (count, offset, pace = {}) =>
    visitor
      .ask({ port: platform.port, requests, connections, count, offset, ...pace })
      .then(refuseFaults)
  await visit(warmUp, 0)
  await untilQueueIsEmpty(platform)
  const before = cpuSoFar(platform)
  const times = await visit(measured, warmUp)
  await untilQueueIsEmpty(platform)
  const used = cpuSince(platform, before, measured)
  const paced = rate && { [`${name}.pacedP95`]: quantile(await visit(PACED, 0, { rate }), 0.95) }
  const written = (await countPosts(platform)) - posts
  const wanted = name === 'post' ? warmUp + measured : 0
  if (written !== wanted) throw new Error(`${written} Beiträge geschrieben, nicht ${wanted}`)
  return {
    [`${name}.cpu`]: used.all,
    [`${name}.db`]: used.database,
    [`${name}.p50`]: quantile(times, 0.5),
    [`${name}.p95`]: quantile(times, 0.95),
    ...paced,
  }
}

function refuseFaults({ times, faults }) {
  if (faults.length > 0) throw new Error(`Falsche Antworten: ${[...new Set(faults)].join('; ')}`)
  return times
}

/** What is asked for, by 200 persons in turn, each with a session of their own. */
const PAGES = {
  today: {
    requests: ({ cookies }) =>
      cookies.map((cookie) => ({ path: '/heute', cookie, expected: 'Neu in Ihren PLGs' })),
  },
  plgs: {
    requests: ({ cookies }) =>
      cookies.map((cookie) => ({ path: '/plg', cookie, expected: 'Großes Netz' })),
  },
  plg: {
    requests: ({ cookies, plg }) =>
      cookies.map((cookie) => ({ path: `/plg/${plg.slug}`, cookie, expected: '200 Mitglieder' })),
  },
  topic: {
    requests: ({ cookies, topic }) =>
      cookies.map((cookie, at) => ({
        path: `${topic.path}?seite=${1 + (at % 6)}`,
        cookie,
        expected: `id="beitrag-${30 * (at % 6) + 15}"`,
      })),
  },
  document: {
    requests: ({ cookies, document }) =>
      cookies.map((cookie) => ({ path: document.path, cookie, expected: 'Bearbeiten' })),
  },
  book: {
    warmUp: 100,
    measured: 100,
    requests: ({ cookies, book }) =>
      cookies.map((cookie) => ({ path: book.path, cookie, expected: 'Bearbeiten' })),
  },
  search: {
    requests: ({ cookies }) =>
      cookies.map((cookie, at) => {
        const word = WORDS[at % WORDS.length]
        return { path: `/suche?q=${encodeURIComponent(word)}`, cookie, expected: word }
      }),
  },
  post: {
    connections: 8,
    // More than are sent, so that no key comes twice.
    requests: ({ cookies, others }) =>
      Array.from({ length: WARM_UP + MEASURED }, (_, at) => ({
        path: others[at % others.length].path,
        cookie: cookies[at % cookies.length],
        form: {
          intent: 'write',
          clientKey: randomUUID(),
          body: `Beitrag ${at}: Das haben wir in Klasse 5 **ausprobiert**.\n\n- erst legen\n- dann ziehen`,
        },
      })),
  },
}

async function factsOf(platform) {
  const { twoHundred: plg } = await largePlgs(platform)
  const cookies = await signIn(platform, plg.members)
  const topic = await topicOf(platform, plg, 1, cookies[0])
  // Others are written to, several, as in a city where not everybody writes in one topic.
  const others = []
  for (let number = 2; number < 22; number++)
    others.push(await topicOf(platform, plg, number, cookies[0]))
  const document = await documentOf(platform, plg, null, cookies[0])
  const book = await documentOf(platform, plg, BOOK, cookies[0])
  return { plg, cookies, topic, others, document, book }
}

async function countPosts(platform) {
  const [{ posts }] = await ask(platform, 'select count(*)::int as posts from posts')
  return posts
}
