import { db, inTransaction } from '#db/client.ts'
import { hashPassword } from '#server/auth/password.ts'
import { now } from '#server/platform/clock.ts'
import { seedConcepts } from './concepts.ts'
import { seedCycle } from './cycle.ts'
import { seedDiscussions } from './discussions.ts'
import { seedDocuments } from './documents.ts'
import { seedIdeas } from './ideas.ts'
import { seedLabWorkshops } from './lab-workshops.ts'
import { seedMedialab } from './medialab.ts'
import { momentsBefore } from './moments.ts'
import { DEMO_PASSWORD, seedPeople } from './people.ts'
import { seedPlgs } from './plgs.ts'
import { seedProjects } from './projects.ts'
import { seedSchools } from './schools.ts'
import { seedSessions } from './sessions.ts'
import { seedSoftware } from './software.ts'
import { seedSupport } from './support.ts'
import { seedTalks } from './talks.ts'
import { seedVisits } from './visits.ts'

export { DEMO_ACCOUNTS, DEMO_PASSWORD } from './people.ts'

/**
 * Fills an empty database with an invented part of the city. Does nothing when there are persons already,
 * so that a second start, or somebody's real data, is never touched.
 */
export async function seedDemo(): Promise<void> {
  if (await hasPersons()) return
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const moments = momentsBefore(now())
  await inTransaction(async () => {
    const places = await seedSchools(moments)
    const schools = new Set([...places.keys()].filter((slug) => !OFFICES.has(slug)))
    const people = await seedPeople(places, schools, passwordHash, moments)
    const plgs = await seedPlgs(places, people, moments)
    await seedCycle({ plgs, places, people, moments })
    await seedDiscussions(plgs, places, people, moments)
    await seedDocuments(plgs, people, moments)
    await seedSessions({ plgs, places, people, moments })
    await seedProjects(plgs, places, people, moments)
    await seedIdeas(plgs, places, people, moments)
    await seedSupport(plgs, places, people, moments)
    await seedVisits({ plgs, places, people, moments })
    await seedSoftware({ places, people, moments })
    await seedConcepts({ places, people, moments })
    await seedMedialab({ places, people, moments })
    await seedLabWorkshops({ people, moments })
    await seedTalks({ places, people, moments })
  })
}

const OFFICES = new Set(['smz', 'amt-fuer-schulische-bildung', 'datenschutz-schulen'])

async function hasPersons(): Promise<boolean> {
  const row = await db().selectFrom('persons').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}
