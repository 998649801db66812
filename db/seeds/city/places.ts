import { db } from '#db/client.ts'
import { DISTRICTS } from '#server/schools/contract.ts'
import type { Moments } from '../moments.ts'
import type { Chance } from './chance.ts'
import { PLACE_NAMES } from './words.ts'

/** What schools are called, their Schulform and of a hundred how many, roughly as in a large city. */
const FORMS = [
  ['GGS', 'primary', 42],
  ['KGS', 'primary', 14],
  ['Gymnasium', 'grammar', 12],
  ['Gesamtschule', 'comprehensive', 11],
  ['Realschule', 'intermediate_secondary', 5],
  ['Sekundarschule', 'combined_secondary', 4],
  ['Förderschule', 'special_needs', 7],
  ['Berufskolleg', 'vocational', 5],
] as const
const FIRST_NUMBER = 970_001

/** @returns ids of the schools, and of the offices by their slug */
export async function seedPlaces(chance: Chance, count: number, { daysAgo }: Moments) {
  const at = daysAgo(500)
  const schools = Array.from({ length: count }, (_, place) => {
    const [word, schoolForm] = formOf(place)
    const name = `${word} ${PLACE_NAMES[place % PLACE_NAMES.length]}`
    const number = FIRST_NUMBER + place
    return {
      id: chance.uuid(),
      schoolNumber: String(number),
      slug: `stadt-${number}`,
      name,
      officialName: name,
      schoolForm,
      district: DISTRICTS[place % DISTRICTS.length],
      street: `${PLACE_NAMES[place % PLACE_NAMES.length]} ${1 + chance.below(90)}`,
      postalCode: `470${10 + chance.below(80)}`,
      denomination: word === 'GGS' ? 'community' : word === 'KGS' ? 'catholic' : null,
      officialEmail: `${number}@schule.demo.lernen25.example`,
      origin: 'demo',
      createdAt: at,
      changedAt: at,
    }
  })
  await db().insertInto('schools').values(schools).execute()
  const offices = [
    ['smz', 'Schulmedienzentrum', 'media_centre'],
    ['amt-fuer-schulische-bildung', 'Amt für Schulische Bildung', 'school_authority'],
    ['datenschutz-schulen', 'Datenschutz für die Duisburger Schulen', 'data_protection'],
  ].map(([slug = '', name = '', kind = '']) => ({ id: chance.uuid(), slug, name, kind }))
  await db().insertInto('organisations').values(offices).execute()
  return {
    schools: schools.map(({ id }) => id),
    offices: new Map(offices.map(({ slug, id }) => [slug, id])),
  }
}

/** Spreads the forms evenly, so that a small city has all kinds as well. */
function formOf(place: number) {
  let left = (place * 37) % 100
  for (const form of FORMS) {
    left -= form[2]
    if (left < 0) return form
  }
  return FORMS[0]
}
