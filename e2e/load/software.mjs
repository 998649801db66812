// CPU and time of the software directory: the list, a search in it, an app, and the teacher's question about one.
import { ask, largePlgs, signIn } from './city.mjs'
import { measureAll } from './pages.mjs'

/** Views go through so many different apps. */
const DIFFERENT = 40
/** Searches a second: 36,000 an hour, of 6,000 persons. */
const RATE = 10
/** As people search: a word, a word with a slip, a choice, both. */
const SEARCHES = [
  'q=Vokabeln',
  'q=Vokablen',
  'fach=mathematics&jahrgang=5-6',
  'q=Quiz&fach=english',
  'status=approved&funktion=quiz',
  'schulform=primary&frei=ja',
]

/** Views of the directory's pages, on a started platform. @returns figures by name */
export const measureSoftware = (platform) => measureAll(platform, PAGES, factsOf)

const each = (page) => (facts) =>
  facts.cookies.map((cookie, at) => ({ cookie, ...page(facts, at) }))
const appWith = (query) =>
  each(({ apps }, at) => {
    const { slug, name } = apps[at % apps.length]
    return { path: `/software/${slug}${query}`, expected: name }
  })

const PAGES = {
  directory: { requests: each(() => ({ path: '/software', expected: 'Software' })) },
  directoryFound: {
    requests: each((_, at) => ({
      path: `/software?${SEARCHES[at % SEARCHES.length]}`,
      expected: 'Software',
    })),
    rate: RATE,
  },
  app: { requests: appWith('') },
  answer: { requests: appWith('?jahrgang=6&geraet=school_shared_at_school') },
}

async function factsOf(platform) {
  const { twoHundred } = await largePlgs(platform)
  const apps = await ask(
    platform,
    `select slug, name from software_products where state = 'listed' order by number limit ${DIFFERENT}`,
  )
  return { cookies: await signIn(platform, twoHundred.members), apps }
}
