import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance } from './chance.ts'
import type { CityPerson } from './people.ts'
import { plgTitle, sentences } from './words.ts'

export type CityPlg = { id: string; phase: string; members: CityPerson[] }

/** Those who do its work: teachers, of a large one the first forty. */
export const workersOf = ({ members }: CityPlg) =>
  members.filter(({ teaches }) => teaches).slice(0, 40)

/** The two large ones have names that the bench knows. */
const EVERYBODY = { slug: 'alle-zusammen', title: 'Alle zusammen' }
const TWO_HUNDRED = { slug: 'grosses-netz', title: 'Großes Netz' }

/** [Share of the PLGs, fewest, most members]: most are small, a few are not. */
const SIZES = [
  [0.01, 90, 130],
  [0.04, 40, 80],
  [0.2, 16, 30],
  [1, 4, 15],
] as const

const PHASES = ['idea', 'forming', 'focus', 'design', 'trial', 'evaluate', 'transfer', 'closed']
const SUBJECTS = [
  'german',
  'mathematics',
  'english',
  'general_studies',
  'biology',
  'history',
  'art',
]
const GRADES = ['1-2', '3-4', '5-6', '7-8', '9-10', '11-13']

/** PLGs with members and seats. The first has everybody in it, the second exactly 200. */
export async function seedCityPlgs(
  chance: Chance,
  count: number,
  people: CityPerson[],
  moments: Moments,
): Promise<CityPlg[]> {
  const teachers = people.filter((person) => person.teaches)
  const plgs = Array.from({ length: count }, (_, at) => {
    const members = at === 0 ? people : chance.some(teachers, at === 1 ? 200 : sizeOf(chance))
    return { ...aPlg(chance, at, moments), members }
  })
  for (const batch of batches(plgs))
    await db()
      .insertInto('plgs')
      .values(batch.map(({ members, ...plg }) => ({ ...plg, foundedBy: members[0]?.id })))
      .execute()
  for (const batch of batches(plgs.flatMap((plg) => seatsIn(chance, plg, moments))))
    await db().insertInto('plgMembers').values(batch).execute()
  await seedRequests(chance, plgs, teachers, moments)
  await seedConsents(moments)
  return plgs
}

function sizeOf(chance: Chance): number {
  const luck = chance.next()
  const [, fewest, most] = SIZES.find(([share]) => luck < share) ?? SIZES[3]
  return fewest + chance.below(most - fewest + 1)
}

function aPlg(chance: Chance, at: number, { daysAgo }: Moments) {
  const named = [EVERYBODY, TWO_HUNDRED][at]
  const joining = named || at % 20 < 11 ? 'open' : at % 20 < 17 ? 'by_request' : 'closed'
  return {
    id: chance.uuid(),
    slug: named?.slug ?? `stadt-plg-${at + 1}`,
    title: named?.title ?? plgTitle(chance),
    question: `Was hilft Lernenden? ${sentences(chance, 1)}`,
    summary: sentences(chance, 3),
    joining,
    phase: named ? 'trial' : (PHASES[at % PHASES.length] ?? 'forming'),
    isPaused: !named && at % 25 === 0,
    seeksMembers: at % 3 !== 0,
    subjects: chance.some(SUBJECTS, chance.below(3)),
    gradeBands: chance.some(GRADES, chance.below(3)),
    foundedAt: daysAgo(330 + chance.below(30)),
    clientKey: chance.uuid(),
  }
}

/** The first speaks for the PLG. Who leads a school or sits in an office is a guest, without a seat. */
function seatsIn(chance: Chance, plg: CityPlg, { daysAgo }: Moments) {
  return plg.members.map((person, place) => ({
    plgId: plg.id,
    personId: person.id,
    schoolId: person.teaches ? person.schoolId : null,
    role: place === 0 ? 'lead' : person.teaches ? 'member' : 'guest',
    state: 'active',
    since: daysAgo(chance.isLucky(0.1) ? chance.below(60) : 305 + chance.below(20)),
  }))
}

async function seedRequests(
  chance: Chance,
  plgs: (CityPlg & { joining: string })[],
  teachers: CityPerson[],
  { hoursAgo }: Moments,
) {
  const rows = plgs
    .filter((plg) => plg.joining === 'by_request')
    .flatMap((plg) => {
      const inside = new Set(plg.members.map(({ id }) => id))
      return chance
        .some(teachers, 2)
        .filter(({ id }) => !inside.has(id))
        .map(({ id, schoolId }) => ({
          plgId: plg.id,
          personId: id,
          schoolId,
          role: 'member',
          state: 'requested',
          message: sentences(chance, 1),
          since: hoursAgo(chance.below(200)),
        }))
    })
  for (const batch of batches(rows)) await db().insertInto('plgMembers').values(batch).execute()
}

/** One seat for each school with an active teacher; of twenty fourteen agreed, one did not. */
async function seedConsents({ daysAgo }: Moments) {
  await sql`insert into plg_seats (plg_id, school_id, consent, since, decided_at)
    select plg_id, school_id, consent, ${daysAgo(300)}::timestamptz,
      case when consent <> 'open' then ${daysAgo(290)}::timestamptz end
    from (select plg_id, school_id, case when dice < 14 then 'granted' when dice < 19 then 'open'
        else 'refused' end as consent
      from (select distinct plg_id, school_id,
          abs(hashtextextended(plg_id::text || school_id::text, 25)) % 20 as dice
        from plg_members where state = 'active' and school_id is not null) as seats) as decided`.execute(
    db(),
  )
}
