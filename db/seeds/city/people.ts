import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { Memberships } from '#db/types.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance } from './chance.ts'
import { FIRST_NAMES, LAST_NAMES } from './words.ts'

export type CityPerson = {
  id: string
  name: string
  /** Null for people of an office. */
  schoolId: string | null
  /** Comes into a PLG without being invited. */
  teaches: boolean
}

/** The accounts of the demonstration district exist here as well, so that its list of accounts holds. */
const ACCOUNTS = [
  ['meike.thomas', 'Meike', 'Thomas', 'teacher', ''],
  ['orhan.demir', 'Orhan', 'Demir', 'teacher', ''],
  ['julia.brandt', 'Julia', 'Brandt', 'teacher', ''],
  ['petra.wolff', 'Petra', 'Wolff', 'principal', ''],
  ['sabine.krueger', 'Sabine', 'Krüger', 'smz_staff', 'smz'],
  ['jens.albrecht', 'Jens', 'Albrecht', 'school_dpo', 'datenschutz-schulen'],
  ['birgit.kaya', 'Birgit', 'Kaya', 'release_manager', 'amt-fuer-schulische-bildung'],
  ['operator', 'Kim', 'Lindner', 'operator', 'smz'],
] as const

const SUBJECTS =
  'german mathematics english general_studies biology history art music sports'.split(' ')
const GRADES = ['1-2', '3-4', '5-6', '7-8', '9-10', '11-13']

type Place = { schools: string[]; offices: Map<string, string> }

/** Everybody is confirmed somewhere: per school a principal, two digital officers, else teachers. */
export async function seedCityPeople(
  chance: Chance,
  count: number,
  place: Place,
  given: { passwordHash: string; moments: Moments },
): Promise<CityPerson[]> {
  const { daysAgo } = given.moments
  const memberships: Insertable<Memberships>[] = []
  const rows = Array.from({ length: count }, (_, at) => {
    const known = ACCOUNTS[at]
    const id = chance.uuid()
    const since = daysAgo(120 + chance.below(300))
    const who = known
      ? { key: known[0], first: known[1], last: known[2] }
      : { key: `person${at}`, ...nameOf(at) }
    const { role, schoolId, organisationId } = known
      ? placeOfAccount(known, place)
      : placeOf(at - ACCOUNTS.length, place.schools)
    const confirmed = {
      personId: id,
      schoolId,
      state: 'confirmed',
      validFrom: since,
      decidedAt: since,
    }
    memberships.push({ ...confirmed, organisationId, role })
    if (role === 'teacher' && at % 22 === 0)
      memberships.push({ ...confirmed, role: 'digital_officer' })
    return {
      id,
      firstName: who.first,
      lastName: who.last,
      email: `${who.key}@demo.lernen25.example`,
      passwordHash: given.passwordHash,
      isDemo: true,
      subjects: chance.some(SUBJECTS, 1 + chance.below(3)),
      gradeBands: chance.some(GRADES, 1 + chance.below(2)),
      createdAt: since,
      welcomedAt: since,
      role,
      schoolId,
    }
  })
  for (const batch of batches(rows))
    await db()
      .insertInto('persons')
      .values(batch.map(({ role: _role, schoolId: _schoolId, ...row }) => row))
      .execute()
  for (const batch of batches(memberships))
    await db().insertInto('memberships').values(batch).execute()
  return rows.map((row) => ({
    id: row.id,
    name: `${row.firstName} ${row.lastName}`,
    schoolId: row.schoolId,
    teaches: row.role === 'teacher',
  }))
}

/** All different, and neighbours in the table are no neighbours in the alphabet. */
function nameOf(at: number) {
  const place = (at * 7919) % (FIRST_NAMES.length * LAST_NAMES.length)
  return {
    first: FIRST_NAMES[place % FIRST_NAMES.length] ?? '',
    last: LAST_NAMES[Math.floor(place / FIRST_NAMES.length)] ?? '',
  }
}

function placeOf(at: number, schools: string[]) {
  const role = at < schools.length ? 'principal' : 'teacher'
  return { role, schoolId: schools[at % schools.length] ?? null, organisationId: null }
}

function placeOfAccount([, , , role, office]: (typeof ACCOUNTS)[number], place: Place) {
  const organisationId = place.offices.get(office) ?? null
  const isDeputy = role === 'principal'
  return {
    // The principal of that school comes by number; this one stands in.
    role: isDeputy ? 'deputy_principal' : role,
    schoolId: organisationId ? null : (place.schools[0] ?? null),
    organisationId,
  }
}

/** Teachers as columns of a statement that picks some of them by their place in it. */
export function asColumns(people: CityPerson[]) {
  const teachers = people.filter(({ teaches }) => teaches)
  return {
    ids: teachers.map(({ id }) => id),
    schools: teachers.map(({ schoolId }) => schoolId ?? ''),
    count: teachers.length,
  }
}
