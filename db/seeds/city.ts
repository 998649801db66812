import { sql } from 'kysely'
import { parseArgs } from 'node:util'
import { db, inTransaction } from '#db/client.ts'
import { connected } from '#db/prepare.mjs'
import { hashPassword } from '#server/auth/password.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { chanceFrom } from './city/chance.ts'
import { seedCityConcepts } from './city/concepts.ts'
import { seedCityCycle } from './city/cycle.ts'
import { seedCityDocuments } from './city/documents.ts'
import { seedCityIdeas } from './city/ideas.ts'
import { seedCityLab } from './city/lab.ts'
import { seedCityPeople } from './city/people.ts'
import { seedPlaces } from './city/places.ts'
import { seedCityPlgs } from './city/plgs.ts'
import { seedCityProjects } from './city/projects.ts'
import { seedCityResults } from './city/results.ts'
import { seedCitySessions } from './city/sessions.ts'
import { seedCitySoftware } from './city/software.ts'
import { seedTalk } from './city/talk.ts'
import { seedTraces } from './city/traces.ts'
import { seedCityVisits } from './city/visits.ts'
import { momentsBefore } from './moments.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './people.ts'

const WHOLE = {
  ...{ persons: 6000, schools: 135, plgs: 300, topics: 2000, posts: 100_000 },
  ...{ projects: 3000, sessions: 6000, ideas: 1500, offers: 300 },
  ...{ products: 2000, adoptions: 40_000, labOffers: 500 },
}
const SEED = 25
const REFUSED = 1
const WRONG_CALL = 2

type Print = (line: string) => void

/** `npm run demo:city`: an empty platform becomes a whole invented city. `--scale 0.1` makes a tenth of it. */
export async function demoCity(args: string[], print: Print): Promise<number> {
  const scale = scaleFrom(args)
  if (scale === null) {
    print('Aufruf: npm run demo:city -- [--scale 0.1]   (0.05 bis 1)')
    return WRONG_CALL
  }
  const refusal = await reasonToRefuse()
  if (refusal) {
    print(refusal)
    return REFUSED
  }
  const began = performance.now()
  const size = await fill(scale)
  await tidy()
  const seconds = ((performance.now() - began) / 1000).toFixed(1).replace('.', ',')
  const figures = `${size.persons} Personen, ${size.schools} Schulen, ${size.plgs} PLGs, ${size.topics} Themen`
  const work = `${size.posts} Beiträge, ${size.projects} Vorhaben, ${size.sessions} Treffen, ${size.ideas} Ideen`
  print(`Die erfundene Stadt steht nach ${seconds} s: ${figures}, ${work}.`)
  print(
    `Zum Ausprobieren, zum Beispiel ${DEMO_ACCOUNTS[0]?.email ?? ''}, Passwort ${DEMO_PASSWORD}`,
  )
  return 0
}

function scaleFrom(args: string[]): number | null {
  try {
    const { values } = parseArgs({ args, options: { scale: { type: 'string', default: '1' } } })
    const scale = Number(values.scale)
    return scale >= 0.05 && scale <= 1 ? scale : null
  } catch {
    return null
  }
}

async function reasonToRefuse(): Promise<string | null> {
  if (settings().live)
    return 'Diese Plattform ist in Betrieb. Eine erfundene Stadt kommt hier nicht hinein.'
  const somebody = await db().selectFrom('persons').select('id').limit(1).executeTakeFirst()
  return somebody
    ? 'Es gibt hier schon Personen. Die erfundene Stadt kommt nur in eine leere Datenbank (DATA_DIR).'
    : null
}

/** All or nothing: a city that breaks off leaves an empty database. */
async function fill(scale: number) {
  const of = (count: number) => Math.round(count * scale)
  const size = {
    persons: of(WHOLE.persons),
    schools: of(WHOLE.schools),
    plgs: of(WHOLE.plgs),
    topics: of(WHOLE.topics),
    posts: of(WHOLE.posts),
    projects: of(WHOLE.projects),
    sessions: of(WHOLE.sessions),
    ideas: of(WHOLE.ideas),
    offers: of(WHOLE.offers),
    products: of(WHOLE.products),
    adoptions: of(WHOLE.adoptions),
    labOffers: of(WHOLE.labOffers),
  }
  const chance = chanceFrom(SEED)
  const moments = momentsBefore(now())
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await inTransaction(async () => {
    // Nobody waits for this but who asked for it, however busy the machine is.
    await sql`set local statement_timeout = 0`.execute(db())
    const places = await seedPlaces(chance, size.schools, moments)
    const people = await seedCityPeople(chance, size.persons, places, { passwordHash, moments })
    const plgs = await seedCityPlgs(chance, size.plgs, people, moments)
    await seedTalk(chance, plgs, size, moments)
    await seedTraces(moments)
    await seedCityDocuments(chance, plgs, moments)
    await seedCityCycle(chance, plgs, people, moments)
    await seedCityProjects(chance, plgs, size.projects, moments)
    await seedCityResults(people, moments)
    await seedCitySessions(chance, plgs, size.sessions, moments)
    await seedCityIdeas(chance, { plgs, people, count: size.ideas }, moments)
    await seedCityVisits(chance, { plgs, people, count: size.offers }, moments)
    await seedCitySoftware(size, moments)
    await seedCityLab(chance, { people, count: size.labOffers }, moments)
    await seedCityConcepts(chance, places.schools, moments)
  })
  return size
}

/** What autovacuum would do in the next minutes, while somebody measures. Only the owner may. */
async function tidy(): Promise<void> {
  await connected(settings().ownerUrl ?? '', async (client) => {
    await client.query('set client_min_messages = error')
    await client.query('vacuum (analyze)')
  })
}
