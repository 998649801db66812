import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

/** Invented schools in Duisburg's seven real districts: [slug, name, form, district, street, postal code]. */
const SCHOOLS = [
  [
    'gesamtschule-rheinblick',
    'Gesamtschule Rheinblick',
    'comprehensive',
    'homberg_ruhrort_baerl',
    'Uferbogen 12',
    '47198',
  ],
  ['ggs-am-hafen', 'GGS Am Hafen', 'primary', 'homberg_ruhrort_baerl', 'Kaimauer 3', '47119'],
  ['ggs-kranweg', 'GGS Kranweg', 'primary', 'meiderich_beeck', 'Kranweg 7', '47137'],
  ['gymnasium-hafenkante', 'Gymnasium Hafenkante', 'grammar', 'mitte', 'Speicherzeile 20', '47051'],
  [
    'realschule-brueckenkopf',
    'Realschule Brückenkopf',
    'intermediate_secondary',
    'rheinhausen',
    'Brückenkopf 1',
    '47226',
  ],
  ['berufskolleg-stahlhof', 'Berufskolleg Stahlhof', 'vocational', 'mitte', 'Stahlhof 44', '47053'],
  ['kgs-lindenkranz', 'KGS Lindenkranz', 'primary', 'walsum', 'Lindenkranz 9', '47178'],
  [
    'foerderschule-windmuehle',
    'Förderschule Windmühle',
    'special_needs',
    'hamborn',
    'Mühlenstieg 5',
    '47166',
  ],
  [
    'sekundarschule-drehscheibe',
    'Sekundarschule Drehscheibe',
    'combined_secondary',
    'hamborn',
    'Drehscheibe 2',
    '47167',
  ],
  [
    'hauptschule-kohlenweg',
    'Hauptschule Kohlenweg',
    'lower_secondary',
    'meiderich_beeck',
    'Kohlenweg 31',
    '47138',
  ],
  [
    'weiterbildungskolleg-faehrhaus',
    'Weiterbildungskolleg Fährhaus',
    'adult_education',
    'mitte',
    'Fährhausgasse 8',
    '47051',
  ],
  ['ggs-deichwiese', 'GGS Deichwiese', 'primary', 'rheinhausen', 'Deichwiese 16', '47228'],
  ['ggs-birkenbogen', 'GGS Birkenbogen', 'primary', 'sued', 'Birkenbogen 4', '47249'],
  ['gymnasium-nordhorst', 'Gymnasium Nordhorst', 'grammar', 'walsum', 'Nordhorst 10', '47179'],
  ['gesamtschule-suedhang', 'Gesamtschule Südhang', 'comprehensive', 'sued', 'Südhang 27', '47259'],
  [
    'berufskolleg-lotsenturm',
    'Berufskolleg Lotsenturm',
    'vocational',
    'homberg_ruhrort_baerl',
    'Lotsenturm 6',
    '47119',
  ],
] as const

/** The bodies around the schools; names of offices as in the plan, persons in them are invented. */
const BODIES = [
  ['smz', 'Schulmedienzentrum', 'media_centre'],
  ['amt-fuer-schulische-bildung', 'Amt für Schulische Bildung', 'school_authority'],
  ['datenschutz-schulen', 'Datenschutz für die Duisburger Schulen', 'data_protection'],
] as const

const FIRST_NUMBER = 990_001

/** @returns ids by slug */
export async function seedSchools(moments: Moments): Promise<Map<string, string>> {
  const at = moments.daysAgo(200)
  const schools = await db()
    .insertInto('schools')
    .values(
      SCHOOLS.map(([slug, name, schoolForm, district, street, postalCode], place) => ({
        schoolNumber: String(FIRST_NUMBER + place),
        slug,
        name,
        officialName: name,
        schoolForm,
        district,
        street,
        postalCode,
        denomination: name.startsWith('GGS')
          ? 'community'
          : name.startsWith('KGS')
            ? 'catholic'
            : null,
        officialEmail: `${FIRST_NUMBER + place}@schule.demo.lernen25.example`,
        origin: 'demo',
        createdAt: at,
        changedAt: at,
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  const bodies = await db()
    .insertInto('organisations')
    .values(BODIES.map(([slug, name, kind]) => ({ slug, name, kind })))
    .returning(['id', 'slug'])
    .execute()
  return new Map([...schools, ...bodies].map((row) => [row.slug, row.id]))
}
