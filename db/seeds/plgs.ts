import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

type Seat = [person: string, school: string | null, role?: 'lead' | 'facilitator']
type Plg = {
  slug: string
  title: string
  question: string
  summary: string
  joining: 'open' | 'by_request' | 'closed'
  phase: string
  subjects: string[]
  grades: string[]
  forms: string[]
  seeks: boolean
  seats: Seat[]
  /** Schools whose principal has agreed. */
  agreed: string[]
}

const PLGS: Plg[] = [
  {
    slug: 'ipads-mathematik-5-6',
    title: 'iPads im Mathematikunterricht 5/6',
    question: 'Wie hilft das iPad Lernenden, Anteile und Brüche wirklich zu verstehen?',
    summary:
      'Wir planen gemeinsam zwei Unterrichtsvorhaben zur Bruchrechnung, erproben sie an fünf Schulen und besuchen uns gegenseitig im Unterricht.',
    joining: 'open',
    phase: 'trial',
    subjects: ['mathematics'],
    grades: ['5-6'],
    forms: ['comprehensive', 'grammar', 'intermediate_secondary'],
    seeks: true,
    seats: [
      ['meike.thomas', 'gesamtschule-rheinblick', 'lead'],
      ['orhan.demir', 'ggs-am-hafen'],
      ['aylin.yildiz', 'gesamtschule-rheinblick'],
      ['tobias.hansen', 'gymnasium-hafenkante'],
      ['nadja.petrovic', 'realschule-brueckenkopf'],
      ['lukas.sommer', 'sekundarschule-drehscheibe'],
      ['sabine.krueger', null, 'facilitator'],
    ],
    agreed: ['gesamtschule-rheinblick', 'gymnasium-hafenkante', 'realschule-brueckenkopf'],
  },
  {
    slug: 'erstlesen-mit-ton-und-bild',
    title: 'Erstlesen mit Ton und Bild',
    question: 'Lesen Kinder flüssiger, wenn sie sich selbst aufnehmen und anhören?',
    summary:
      'Kurze Tonaufnahmen als Leseübung in Klasse 1 und 2, mit einem Koffer für alle Schulen.',
    joining: 'open',
    phase: 'design',
    subjects: ['german'],
    grades: ['1-2'],
    forms: ['primary'],
    seeks: true,
    seats: [
      ['claudia.neumann', 'kgs-lindenkranz', 'lead'],
      ['fatma.arslan', 'ggs-am-hafen'],
      ['pawel.nowak', 'ggs-deichwiese'],
      ['ines.keller', 'ggs-birkenbogen'],
      ['meike.thomas', 'gesamtschule-rheinblick'],
    ],
    agreed: ['kgs-lindenkranz'],
  },
  {
    slug: '1-zu-1-ausstattung',
    title: '1:1-Ausstattung und Elternfinanzierung',
    question: 'Was ändert sich im Unterricht, wenn jedes Kind ein eigenes Gerät hat?',
    summary:
      'Erfahrungen aus Schulen, die schon ganz umgestellt haben, für alle, die noch überlegen.',
    joining: 'by_request',
    phase: 'focus',
    subjects: [],
    grades: ['5-6', '7-8'],
    forms: ['comprehensive', 'grammar'],
    seeks: true,
    seats: [
      ['hannah.vogt', 'gymnasium-nordhorst', 'lead'],
      ['deniz.oeztuerk', 'gesamtschule-suedhang'],
      ['meike.thomas', 'gesamtschule-rheinblick'],
    ],
    agreed: ['gymnasium-nordhorst'],
  },
  {
    slug: 'schreiben-mit-ki-werkzeugen',
    title: 'Schreiben mit KI-Werkzeugen 8–10',
    question: 'Woran erkennen Lernende, ob ein Textvorschlag gut ist?',
    summary: 'Wir sammeln Aufgaben, in denen ein Textvorschlag der Anfang ist und nicht das Ende.',
    joining: 'open',
    phase: 'forming',
    subjects: ['german', 'english'],
    grades: ['7-8', '9-10'],
    forms: ['grammar', 'comprehensive', 'adult_education'],
    seeks: true,
    seats: [
      ['jonas.becker', 'weiterbildungskolleg-faehrhaus', 'lead'],
      ['hannah.vogt', 'gymnasium-nordhorst'],
    ],
    agreed: [],
  },
  {
    slug: 'fallberatung-schwieriger-start',
    title: 'Fallberatung: schwieriger Start in Klasse 5',
    question: 'Wie gelingt der Übergang für Kinder, die im ersten Halbjahr verstummen?',
    summary: 'Geschlossene Runde für kollegiale Fallberatung.',
    joining: 'closed',
    phase: 'focus',
    subjects: [],
    grades: ['5-6'],
    forms: ['comprehensive', 'special_needs'],
    seeks: false,
    seats: [
      ['aylin.yildiz', 'gesamtschule-rheinblick', 'lead'],
      ['sven.richter', 'foerderschule-windmuehle'],
      ['miriam.adler', 'hauptschule-kohlenweg'],
    ],
    agreed: ['foerderschule-windmuehle'],
  },
]

export async function seedPlgs(
  places: Map<string, string>,
  people: Map<string, string>,
  moments: Moments,
): Promise<Map<string, string>> {
  const rows = await db()
    .insertInto('plgs')
    .values(
      PLGS.map((plg, place) => ({
        slug: plg.slug,
        title: plg.title,
        question: plg.question,
        summary: plg.summary,
        joining: plg.joining,
        phase: plg.phase,
        subjects: plg.subjects,
        gradeBands: plg.grades,
        schoolForms: plg.forms,
        seeksMembers: plg.seeks,
        foundedBy: people.get(plg.seats[0]?.[0] ?? ''),
        foundedAt: moments.daysAgo(90 - place * 7),
        clientKey: randomUUID(),
      })),
    )
    .returning(['id', 'slug'])
    .execute()
  const ids = new Map(rows.map((row) => [row.slug, row.id]))
  await db()
    .insertInto('plgMembers')
    .values(
      PLGS.flatMap((plg) =>
        plg.seats.map(([person, school, role]) => ({
          plgId: ids.get(plg.slug) ?? '',
          personId: people.get(person) ?? '',
          schoolId: school ? places.get(school) : null,
          role: role ?? 'member',
          state: 'active',
          since: moments.daysAgo(80),
        })),
      ),
    )
    .execute()
  await db()
    .insertInto('plgSeats')
    .values(PLGS.flatMap((plg) => seatsOf(plg, ids, places, moments)))
    .execute()
  await db()
    .insertInto('plgMembers')
    .values({
      plgId: ids.get('1-zu-1-ausstattung') ?? '',
      personId: people.get('tobias.hansen') ?? '',
      schoolId: places.get('gymnasium-hafenkante'),
      role: 'member',
      state: 'requested',
      message: 'Wir stellen im Sommer um und würden gern von Ihren Erfahrungen lernen.',
      since: moments.hoursAgo(20),
    })
    .execute()
  return ids
}

function seatsOf(
  plg: Plg,
  ids: Map<string, string>,
  places: Map<string, string>,
  moments: Moments,
) {
  const schools = new Set(plg.seats.flatMap(([, school]) => school ?? []))
  return [...schools].map((school) => ({
    plgId: ids.get(plg.slug) ?? '',
    schoolId: places.get(school) ?? '',
    consent: plg.agreed.includes(school) ? 'granted' : 'open',
    since: moments.daysAgo(80),
    decidedAt: plg.agreed.includes(school) ? moments.daysAgo(75) : null,
  }))
}
