import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

type World = {
  plgs: Map<string, string>
  places: Map<string, string>
  people: Map<string, string>
  moments: Moments
}

const PLG = 'ipads-mathematik-5-6'

/** How the show piece came as far as it is: agreement, norms, focus, phases; and groups that are no PLG. */
export async function seedCycle(world: World): Promise<void> {
  await seedProgrammes(world)
  await seedAgreement(world)
  await seedNorms(world)
  await seedFocus(world)
  await seedDecisions(world)
  await seedOtherKinds(world)
}

/** A calendar day so many days from the moment of filling. */
const dayIn = (moments: Moments, days: number) => moments.daysAgo(-days).toISOString().slice(0, 10)

const ORIGINS = { [PLG]: 'lernen-25', 'erstlesen-mit-ton-und-bild': 'digitalfit' }

async function seedProgrammes({ plgs, moments }: World): Promise<void> {
  const rows = await db().selectFrom('programmes').select(['id', 'slug']).execute()
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  for (const [plg, programme] of Object.entries(ORIGINS))
    await db()
      .updateTable('plgs')
      .set({ programmeId: ids.get(programme) ?? null })
      .where('id', '=', plgs.get(plg) ?? '')
      .execute()
  await db()
    .updateTable('plgs')
    .set({ phaseUntil: dayIn(moments, 65) })
    .where('id', '=', plgs.get(PLG) ?? '')
    .execute()
}

const FIRST = `Woran wir arbeiten: Lernende der Jahrgänge 5 und 6 sollen Brüche als Anteile verstehen, nicht nur rechnen.

Was jede Schule einbringt: ein bis zwei Lehrkräfte, je eine Klasse, vier Nachmittage im Schuljahr.

Wie wir uns treffen: abwechselnd an unseren Schulen. Wer nicht kann, schickt eine Vertretung.

Was vertraulich bleibt: alles, was aus dem Unterricht einer Person erzählt wird.`

const SECOND = `${FIRST}

Was am Ende an jeder Schule ankommen soll: zwei erprobte Unterrichtsvorhaben, die in der Fachkonferenz vorgestellt werden, und ein Transferbogen.`

const BUDGETS = {
  'gesamtschule-rheinblick': 'Eine Entlastungsstunde',
  'gymnasium-hafenkante': 'Vier Nachmittage',
  'realschule-brueckenkopf': 'Vier Nachmittage, eine Vertretung am Hospitationstag',
}

async function seedAgreement({ plgs, places, people, moments }: World): Promise<void> {
  const plgId = plgs.get(PLG) ?? ''
  const made = {
    plgId,
    rhythm: 'Alle vier bis sechs Wochen, nachmittags',
    madeBy: people.get('meike.thomas'),
  }
  const endsOn = dayIn(moments, 240)
  await db()
    .insertInto('plgAgreements')
    .values([
      { ...made, version: 1, text: FIRST, endsOn, madeAt: moments.daysAgo(78) },
      { ...made, version: 2, text: SECOND, endsOn, madeAt: moments.daysAgo(50) },
    ])
    .execute()
  for (const [school, timeBudget] of Object.entries(BUDGETS))
    await db()
      .updateTable('plgSeats')
      // One principal has not looked at the second version yet.
      .set({ timeBudget, agreedVersion: school === 'realschule-brueckenkopf' ? 1 : 2 })
      .where('plgId', '=', plgId)
      .where('schoolId', '=', places.get(school) ?? '')
      .execute()
}

const NORMS = [
  'Was hier gesagt wird, bleibt hier. Wir sagen vorher, wem wir was erzählen.',
  'Wir fangen pünktlich an und hören pünktlich auf.',
  'Wir besprechen die Sache, nicht die Person.',
  'Wer Unterricht zeigt, bestimmt, worauf die anderen achten.',
  'Jede Sitzung endet mit einem nächsten Schritt im eigenen Unterricht.',
]

async function seedNorms({ plgs, people, moments }: World): Promise<void> {
  const agreed = { plgId: plgs.get(PLG) ?? '', createdBy: people.get('meike.thomas') }
  await db()
    .insertInto('plgNorms')
    .values(
      NORMS.map((text, position) => ({ ...agreed, text, position, agreedAt: moments.daysAgo(62) })),
    )
    .execute()
}

async function seedFocus({ plgs, people, moments }: World): Promise<void> {
  await db()
    .insertInto('plgInquiries')
    .values({
      plgId: plgs.get(PLG) ?? '',
      cycle: 1,
      question: 'Wie verändert das Arbeiten mit dem iPad das Verständnis von Anteilen in Klasse 6?',
      shouldLearn:
        'Lernende stellen einen Bruch auf drei Arten dar und erklären, warum es derselbe Anteil ist.',
      knownBy:
        'Eine gemeinsame Aufgabe vor und nach der Reihe; Lernende nehmen ihre Erklärung als Ton auf.',
      evidence:
        'In der Aufgabe vom September haben an vier Schulen die meisten richtig gerechnet, aber wenige erklärt.',
      goal: 'Bis zu den Sommerferien erklären zwei Drittel der Lernenden in unseren Klassen einen Anteil in eigenen Worten.',
      measure: 'Vergleich der Aufgabe vorher und nachher, ohne Namen, je Klasse',
      dueOn: dayIn(moments, 200),
      dimension: 'teaching',
      outOfScope: 'Bruchrechnung mit Variablen; die Frage, welches Gerät das beste ist',
      changedBy: people.get('orhan.demir'),
      changedAt: moments.daysAgo(55),
    })
    .execute()
}

type Step = [daysAgo: number, kind: string, from: string | null, to: string | null, text: string]

const STEPS: Step[] = [
  [78, 'agreement', null, null, 'Fassung 1'],
  [62, 'norms', null, null, NORMS.join('\n')],
  [61, 'phase', 'forming', 'focus', 'Drei Schulleitungen haben zugestimmt, die Termine stehen.'],
  [50, 'agreement', null, null, 'Fassung 2'],
  [45, 'phase', 'focus', 'design', ''],
  [24, 'phase', 'design', 'trial', 'Beide Vorhaben sind geplant. Wir beginnen in vier Klassen.'],
]

async function seedDecisions({ plgs, people, moments }: World): Promise<void> {
  await db()
    .insertInto('plgDecisions')
    .values(
      STEPS.map(([daysAgo, kind, fromPhase, toPhase, text]) => ({
        plgId: plgs.get(PLG) ?? '',
        cycle: 1,
        ...{ kind, fromPhase, toPhase, text },
        decidedBy: people.get('meike.thomas'),
        at: moments.daysAgo(daysAgo),
      })),
    )
    .execute()
}

/** A ring of visits, and a circle of principals that nobody else knows of. */
async function seedOtherKinds({ places, people, moments }: World): Promise<void> {
  const group = (given: { slug: string; kind: string; title: string; question: string }) => ({
    ...given,
    foundedAt: moments.daysAgo(40),
    clientKey: randomUUID(),
  })
  const rows = await db()
    .insertInto('plgs')
    .values([
      {
        ...group({
          slug: 'hospitationsring-jahrgang-5',
          kind: 'visit_ring',
          title: 'Hospitationsring Jahrgang 5',
          question: 'Wie fangen andere Schulen den Jahrgang 5 an?',
        }),
        joining: 'by_request',
        gradeBands: ['5-6'],
        seeksMembers: true,
      },
      {
        ...group({
          slug: 'runde-der-schulleitungen-nord',
          kind: 'principals_circle',
          title: 'Runde der Schulleitungen Nord',
          question: 'Wie führen wir ein Kollegium durch die Umstellung?',
        }),
        joining: 'closed',
        seeksMembers: false,
      },
    ])
    .returning(['id', 'slug'])
    .execute()
  const [ring, circle] = rows
  const seat = (plgId = '', person: string, school: string, role = 'member') => ({
    ...{ plgId, role, state: 'active' },
    personId: people.get(person) ?? '',
    schoolId: places.get(school) ?? null,
    since: moments.daysAgo(40),
  })
  await db()
    .insertInto('plgMembers')
    .values([
      seat(ring?.id, 'nadja.petrovic', 'realschule-brueckenkopf', 'lead'),
      seat(ring?.id, 'lukas.sommer', 'sekundarschule-drehscheibe'),
      seat(circle?.id, 'petra.wolff', 'gesamtschule-rheinblick', 'lead'),
      seat(circle?.id, 'ruth.lang', 'ggs-am-hafen'),
    ])
    .execute()
  await db()
    .insertInto('plgSeats')
    .values(
      ['realschule-brueckenkopf', 'sekundarschule-drehscheibe'].map((school) => ({
        plgId: ring?.id ?? '',
        schoolId: places.get(school) ?? '',
        since: moments.daysAgo(40),
      })),
    )
    .execute()
}
