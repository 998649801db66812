// Media concepts: CPU and time of the pages of one school, of the search over what is published, and of comparing two
// versions of 100 pages each; and reading a Word file.
import { ask, signIn } from './city.mjs'
import { measureImport } from './imports.mjs'
import { measureAll } from './pages.mjs'

/** Views go through so many schools and people. */
const DIFFERENT = 40
/** Searches a second: 36,000 an hour, of 6,000 persons. */
const RATE = 10
/** As people search: a word, several, a choice, both. */
const SEARCHES = [
  'q=Geräte',
  'q=Erklärvideo',
  'q=Quellen+Referat',
  'schulform=primary&kompetenz=4.1',
  'q=Wochenplan&ziel=teaching',
  'q=Kopfhörer&kapitel=equipment_and_use',
]

/** Versions of 100 pages, each two of them. */
const LONG = [7, 8, 9, 10, 11]
const PAIRS = LONG.flatMap((from) => LONG.filter((to) => to > from).map((to) => [from, to]))

/** Views of concepts, on a started platform. @returns figures by name */
export const measureConcepts = async (platform) => ({
  ...(await measureAll(platform, PAGES, factsOf)),
  ...(await measureImport(platform)),
})

const each = (page) => (facts) =>
  facts.people.map(({ cookie, slug }, at) => ({ cookie, ...page(facts, at, slug) }))
const ofSchool = (path, expected) =>
  each(({ schools }, at) => ({
    path: `/konzepte/${schools[at % schools.length]}${path}`,
    expected,
  }))

const PAGES = {
  concept: { requests: ofSchool('', 'Medienkonzept') },
  conceptMatrix: {
    requests: each(({ matrices }, at) => ({
      path: `/konzepte/${matrices[at % matrices.length]}/mkr`,
      expected: 'Kompetenz',
    })),
  },
  concepts: { requests: each(() => ({ path: '/konzepte', expected: 'Konzepte' })) },
  conceptsFound: {
    requests: each((_, at) => ({
      path: `/konzepte?${encodeURI(SEARCHES[at % SEARCHES.length])}`,
      expected: 'Konzepte',
    })),
    rate: RATE,
  },
  sideBySide: {
    requests: each(({ schools }, at) => ({
      path: `/konzepte/nebeneinander?schulen=${schools[at % schools.length]},${schools[(at + 1) % schools.length]}`,
      expected: 'nebeneinander',
    })),
  },
  workingMatrix: {
    requests: each((_, at, slug) => ({
      path: `/konzepte/${slug}/entwurf/mkr`,
      expected: 'Entwurf',
    })),
  },
  goals: {
    requests: each((_, at, slug) => ({ path: `/konzepte/${slug}/entwurf`, expected: 'Entwurf' })),
  },
  // Each pair once: what was compared before is known.
  comparison: {
    ...{ connections: 1, warmUp: 0, measured: PAIRS.length },
    requests: each(({ longest }, at) => ({
      path: `/konzepte/${longest}/vergleich?von=${PAIRS[at % PAIRS.length]?.join('&bis=')}`,
      expected: 'Version',
    })),
  },
}

async function factsOf(platform) {
  const rows = await ask(
    platform,
    `select distinct on (s.slug) s.slug, m.person_id,
       exists (select from concept_version_sections t where t.version_id = c.published_version_id
         and t.kind = 'mkr_coverage' and t.visibility <> 'school') as open from schools s
     join memberships m on m.school_id = s.id and m.role = 'teacher' and m.state = 'confirmed'
     join concepts c on c.school_id = s.id and c.published_version_id is not null
     order by s.slug, m.person_id limit $1`,
    [DIFFERENT],
  )
  const cookies = await signIn(
    platform,
    rows.map((row) => row.person_id),
  )
  // The first but one school and on: that one's text is as long as a book.
  const [longest, ...schools] = rows.map(({ slug }) => slug)
  // One school in ten keeps its matrix to itself.
  const matrices = rows.filter(({ open }) => open).map(({ slug }) => slug)
  return {
    ...{ longest, schools, matrices },
    people: rows.map(({ slug }, at) => ({ slug, cookie: cookies[at] })),
  }
}
