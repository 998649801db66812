// CPU and time of the pages of the learning cycle: a PLG's own, the market of ideas, published Vorhaben, the cockpit.
import { ask, largePlgs, pathOf, signIn } from './city.mjs'
import { measureAll } from './pages.mjs'

/** Views go through so many different things of a kind. */
const DIFFERENT = 20
const SESSIONS = 200
/** Searches a second: 36,000 an hour, of 6,000 persons. */
const RATE = 10
/** A word with what is chosen beside it, as people do: most of them one of both. */
const SEARCHES = [
  ['q=Bruchrechnen', 'Bruchrechnen'],
  ['q=Vokabeln&fach=english', 'Vokabeln'],
  ['q=Klasse&jahrgang=5-6', 'Klasse'],
  ['fach=mathematics&jahrgang=5-6', ''],
  ['q=aufnehmen', ''],
  ['q=Geschichte&mkr=4.1', ''],
  ['q=Programieren', 'Programmieren'],
]

/** Views of all pages of the learning cycle, on a started platform. @returns figures by name */
export const measureWorkspace = (platform) => measureAll(platform, PAGES, factsOf)

const each = (page) => (facts) =>
  facts.cookies.map((cookie, at) => ({ cookie, ...page(facts, at) }))
const inPlg = (path, expected) => each(({ plg }) => ({ path: `/plg/${plg.slug}${path}`, expected }))
const oneOf = (kind) =>
  each((facts, at) => {
    const { path, title } = facts[kind][at % facts[kind].length]
    return { path, expected: title }
  })
const searching = (path) =>
  each((_, at) => {
    const [query, expected] = SEARCHES[at % SEARCHES.length]
    return { path: `${path}?${query}`, expected }
  })

const PAGES = {
  ownPlg: {
    requests: ({ inPlgs }) =>
      inPlgs.map(({ cookie, slug }) => ({ path: `/plg/${slug}`, cookie, expected: 'Phase' })),
  },
  phases: { requests: inPlg('/phasen', 'Wir gehen weiter.') },
  projects: { requests: inPlg('/vorhaben', 'Vorhaben') },
  project: { requests: oneOf('projects') },
  sessions: { requests: inPlg('/termine', 'Bibliothek') },
  session: { requests: oneOf('sessions') },
  ideas: { requests: each(() => ({ path: '/ideen', expected: 'Offene Ideen' })) },
  ideasFound: { requests: searching('/ideen'), rate: RATE },
  idea: { requests: oneOf('ideas') },
  results: { requests: each(() => ({ path: '/vorhaben', expected: 'Fach' })) },
  resultsFound: { requests: searching('/vorhaben'), rate: RATE },
  result: { requests: oneOf('results') },
  cockpit: {
    requests: ({ facilitators }) =>
      facilitators.map((cookie) => ({ path: '/moderation/plg', cookie, expected: 'stadt-plg-' })),
  },
}

async function factsOf(platform) {
  const { twoHundred: plg } = await largePlgs(platform)
  const cookies = await signIn(platform, plg.members)
  const [cookie] = cookies
  const things = (question, values = []) => found(platform, cookie, question, values)
  return {
    ...{ plg, cookies },
    inPlgs: await inOwnPlgs(platform),
    facilitators: await facilitatorsOf(platform),
    projects: await things(
      `select title, '/plg/grosses-netz/vorhaben/' || number as place from projects
       where plg_id = $1 and status = 'completed'`,
      [plg.id],
    ),
    sessions: await things(
      `select title, '/plg/grosses-netz/termine/' || number as place from plg_sessions
       where plg_id = $1 and state = 'held'`,
      [plg.id],
    ),
    ideas: await things(
      `select title, '/ideen/' || number as place from ideas where state = 'open'`,
    ),
    results: await things(
      `select title, '/vorhaben/' || number as place from projects where visibility = 'public'`,
    ),
  }
}

/** Things that `question` names, with the address that their page has in the end. */
async function found(platform, cookie, question, values) {
  const rows = await ask(platform, `${question} order by number limit ${DIFFERENT}`, values)
  const paths = []
  for (const { place } of rows) paths.push(await pathOf(platform, place, cookie))
  return rows.map(({ title }, at) => ({ title, path: paths[at] }))
}

/** People of ordinary PLGs, each on the way to their own. */
async function inOwnPlgs(platform) {
  const rows = await ask(
    platform,
    `select distinct on (m.person_id) m.person_id, plgs.slug from plg_members m
     join plgs on plgs.id = m.plg_id
     where m.state = 'active' and m.role = 'member' and member_count between 8 and 15
       and phase in ('trial', 'evaluate', 'transfer')
     order by m.person_id, plgs.id limit $1`,
    [SESSIONS],
  )
  const cookies = await signIn(
    platform,
    rows.map((row) => row.person_id),
  )
  return rows.map(({ slug }, at) => ({ slug, cookie: cookies[at] }))
}

async function facilitatorsOf(platform) {
  const rows = await ask(platform, `select person_id from memberships where role = 'facilitator'`)
  const ids = Array.from({ length: SESSIONS }, (_, at) => rows[at % rows.length].person_id)
  return signIn(platform, ids)
}
