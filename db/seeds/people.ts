import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

export const DEMO_PASSWORD = 'lernen25-demo'
const DOMAIN = 'demo.lernen25.example'

/** One account for each kind of person: those of the journeys. */
export const DEMO_ACCOUNTS = [
  { email: `meike.thomas@${DOMAIN}`, what: 'Lehrkraft, Gesamtschule Rheinblick' },
  { email: `orhan.demir@${DOMAIN}`, what: 'Lehrkraft, GGS Am Hafen' },
  { email: `julia.brandt@${DOMAIN}`, what: 'Lehrkraft, neu, GGS Kranweg' },
  { email: `petra.wolff@${DOMAIN}`, what: 'Schulleitung, Gesamtschule Rheinblick' },
  { email: `sabine.krueger@${DOMAIN}`, what: 'Schulmedienzentrum (SMZ)' },
  { email: `jens.albrecht@${DOMAIN}`, what: 'Datenschutzbeauftragter der Schulen' },
  { email: `birgit.kaya@${DOMAIN}`, what: 'Schulträger, Freigaben' },
  { email: `operator@${DOMAIN}`, what: 'Technische Verwaltung' },
]

type Role = [place: string, role: string]
type Person = {
  key: string
  first: string
  last: string
  roles: Role[]
  subjects?: string[]
  grades?: string[]
  isNew?: boolean
  /** Waits for the school's confirmation. */
  isPending?: boolean
}

const teacher = (
  first: string,
  last: string,
  school: string,
  subjects: string[],
  grades: string[],
): Person => ({
  key: `${first}.${last}`,
  first,
  last,
  roles: [[school, 'teacher']],
  subjects,
  grades,
})

const PEOPLE: Person[] = [
  {
    ...teacher('Meike', 'Thomas', 'gesamtschule-rheinblick', ['mathematics'], ['5-6']),
    roles: [
      ['gesamtschule-rheinblick', 'teacher'],
      ['gesamtschule-rheinblick', 'digital_officer'],
    ],
  },
  teacher('Orhan', 'Demir', 'ggs-am-hafen', ['mathematics', 'general_studies'], ['3-4']),
  { ...teacher('Julia', 'Brandt', 'ggs-kranweg', [], []), isNew: true },
  {
    key: 'Petra.Wolff',
    first: 'Petra',
    last: 'Wolff',
    roles: [['gesamtschule-rheinblick', 'principal']],
  },
  {
    key: 'Sabine.Krueger',
    first: 'Sabine',
    last: 'Krüger',
    roles: [
      ['smz', 'smz_staff'],
      ['smz', 'facilitator'],
    ],
  },
  {
    key: 'Jens.Albrecht',
    first: 'Jens',
    last: 'Albrecht',
    roles: [['datenschutz-schulen', 'school_dpo']],
  },
  {
    key: 'Birgit.Kaya',
    first: 'Birgit',
    last: 'Kaya',
    roles: [['amt-fuer-schulische-bildung', 'release_manager']],
  },
  { key: 'operator', first: 'Kim', last: 'Lindner', roles: [['smz', 'operator']] },
  teacher('Aylin', 'Yildiz', 'gesamtschule-rheinblick', ['mathematics', 'physics'], ['5-6', '7-8']),
  teacher(
    'Tobias',
    'Hansen',
    'gymnasium-hafenkante',
    ['mathematics', 'computer_science'],
    ['5-6', '9-10'],
  ),
  teacher('Nadja', 'Petrovic', 'realschule-brueckenkopf', ['mathematics', 'german'], ['5-6']),
  teacher(
    'Lukas',
    'Sommer',
    'sekundarschule-drehscheibe',
    ['mathematics', 'technology'],
    ['5-6', '7-8'],
  ),
  teacher('Fatma', 'Arslan', 'ggs-am-hafen', ['german', 'general_studies'], ['1-2', '3-4']),
  teacher('Claudia', 'Neumann', 'kgs-lindenkranz', ['german'], ['1-2']),
  teacher('Pawel', 'Nowak', 'ggs-deichwiese', ['german', 'music'], ['1-2', '3-4']),
  teacher('Ines', 'Keller', 'ggs-birkenbogen', ['german', 'art'], ['1-2']),
  teacher('Marco', 'Rossi', 'berufskolleg-stahlhof', ['computer_science'], ['vocational']),
  teacher('Hannah', 'Vogt', 'gymnasium-nordhorst', ['german', 'english'], ['7-8', '9-10']),
  teacher('Deniz', 'Öztürk', 'gesamtschule-suedhang', ['english'], ['7-8']),
  teacher('Sven', 'Richter', 'foerderschule-windmuehle', ['german', 'mathematics'], ['3-4', '5-6']),
  teacher('Miriam', 'Adler', 'hauptschule-kohlenweg', ['mathematics'], ['5-6', '9-10']),
  teacher('Jonas', 'Becker', 'weiterbildungskolleg-faehrhaus', ['german'], ['11-13']),
  {
    ...teacher('Selin', 'Aksoy', 'gesamtschule-rheinblick', [], []),
    isNew: true,
    isPending: true,
  },
  { key: 'Ruth.Lang', first: 'Ruth', last: 'Lang', roles: [['ggs-am-hafen', 'principal']] },
  { key: 'Emre.Kilic', first: 'Emre', last: 'Kılıç', roles: [['ggs-kranweg', 'principal']] },
  {
    key: 'Gabriele.Stein',
    first: 'Gabriele',
    last: 'Stein',
    roles: [['gymnasium-hafenkante', 'principal']],
  },
]

const addressOf = (key: string) =>
  `${key.toLowerCase().replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ş', 's')}@${DOMAIN}`

/** @returns ids by the part of the address before the "@" */
export async function seedPeople(
  places: Map<string, string>,
  schools: Set<string>,
  passwordHash: string,
  moments: Moments,
): Promise<Map<string, string>> {
  const createdAt = moments.daysAgo(120)
  const rows = await db()
    .insertInto('persons')
    .values(
      PEOPLE.map((person) => ({
        firstName: person.first,
        lastName: person.last,
        email: addressOf(person.key),
        passwordHash,
        isDemo: true,
        subjects: person.subjects ?? [],
        gradeBands: person.grades ?? [],
        createdAt,
        welcomedAt: person.isNew ? null : createdAt,
      })),
    )
    .returning(['id', 'email'])
    .execute()
  const ids = new Map(rows.map((row) => [row.email.split('@')[0] ?? '', row.id]))
  await db()
    .insertInto('memberships')
    .values(
      PEOPLE.flatMap((person) =>
        person.roles.map(([place, role]) => ({
          personId: ids.get(addressOf(person.key).split('@')[0] ?? '') ?? '',
          schoolId: schools.has(place) ? places.get(place) : null,
          organisationId: schools.has(place) ? null : places.get(place),
          role,
          state: person.isPending ? 'pending' : 'confirmed',
          validFrom: createdAt,
          decidedAt: person.isPending ? null : createdAt,
        })),
      ),
    )
    .execute()
  return ids
}
