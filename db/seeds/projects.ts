import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { fromMarkdown } from '#server/rich-text/markdown.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import type { Moments } from './moments.ts'

type Ids = Map<string, string>
type World = { plgs: Ids; places: Ids; people: Ids; moments: Moments }

/** Two invented Vorhaben: one in the middle of its trial, one published for everybody. */
export async function seedProjects(
  plgs: Ids,
  places: Ids,
  people: Ids,
  moments: Moments,
): Promise<void> {
  const world = { plgs, places, people, moments }
  await seedFractions(world)
  await seedReading(world)
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

async function planOf(markdown: string) {
  const content = checkContent(await fromMarkdown(markdown))
  return { planHtml: renderContent(content), planWords: wordsOf(content) }
}

async function seedFractions({ plgs, places, people, moments }: World): Promise<void> {
  const { id } = await db()
    .insertInto('projects')
    .values({
      plgId: plgs.get('ipads-mathematik-5-6') ?? '',
      kind: 'teaching_development',
      title: 'Brüche falten und zeichnen',
      summary:
        'Lernende falten Papierstreifen, fotografieren ihre Anteile und zeichnen sie auf dem iPad nach. Wir wollen wissen, ob sie Brüche danach besser vergleichen können.',
      status: 'running',
      subjects: ['mathematics'],
      gradeBands: ['5-6'],
      competencies: ['1.2', '4.1'],
      dimension: 'teaching',
      startsOn: dayOf(moments.daysAgo(18)),
      endsOn: dayOf(moments.daysAgo(-24)),
      ...(await planOf(FOLDING)),
      createdBy: people.get('meike.thomas'),
      createdAt: moments.daysAgo(25),
      changedAt: moments.daysAgo(4),
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('projectAuthors')
    .values([
      { projectId: id, personId: people.get('meike.thomas') ?? '' },
      { projectId: id, personId: people.get('tobias.hansen') ?? '' },
    ])
    .execute()
  await db()
    .insertInto('projectSoftware')
    .values([
      {
        projectId: id,
        position: 0,
        name: 'GeoSkizze',
        purpose: 'Anteile zeichnen',
        status: 'released',
      },
      { projectId: id, position: 1, name: 'Buchwerk', purpose: 'Lerntagebuch', status: 'released' },
    ])
    .execute()
  await db()
    .insertInto('projectEquipment')
    .values({ projectId: id, position: 0, name: 'iPad-Koffer 3', note: 'ein Gerät zu zweit' })
    .execute()
  const classes = [
    ['gesamtschule-rheinblick', 27],
    ['gymnasium-hafenkante', 30],
  ] as const
  await db()
    .insertInto('projectClasses')
    .values(
      classes.map(([school, pupils], position) => ({
        projectId: id,
        position,
        schoolId: places.get(school) ?? '',
        gradeBand: '5-6',
        subject: 'mathematics',
        pupils,
      })),
    )
    .execute()
  const run = { projectId: id, gradeBand: '5-6', subject: 'mathematics' }
  await db()
    .insertInto('trialRuns')
    .values([
      {
        ...run,
        schoolId: places.get('gesamtschule-rheinblick'),
        teacherId: people.get('meike.thomas'),
        heldOn: dayOf(moments.daysAgo(8)),
        lessons: 2,
        what: 'Streifen gefaltet, fotografiert und in GeoSkizze nachgezeichnet. Danach Anteile verglichen.',
        pupilsReaction:
          'Beim Falten waren alle dabei. Das Nachzeichnen ging schneller als gedacht.',
        problem: 'Zwei Geräte waren nicht geladen.',
        createdAt: moments.daysAgo(8),
        changedAt: moments.daysAgo(8),
        clientKey: randomUUID(),
      },
      {
        ...run,
        schoolId: places.get('gymnasium-hafenkante'),
        teacherId: people.get('tobias.hansen'),
        heldOn: dayOf(moments.daysAgo(4)),
        lessons: 1,
        what: 'Nur gefaltet und besprochen, ohne iPads, zum Vergleich.',
        pupilsReaction: 'Ruhiger, aber weniger Gespräche über die Zeichnungen.',
        createdAt: moments.daysAgo(4),
        changedAt: moments.daysAgo(4),
        clientKey: randomUUID(),
      },
    ])
    .execute()
}

async function seedReading({ plgs, places, people, moments }: World): Promise<void> {
  const { id } = await db()
    .insertInto('projects')
    .values({
      plgId: plgs.get('erstlesen-mit-ton-und-bild') ?? '',
      kind: 'teaching_development',
      title: 'Lesetagebuch zum Hören',
      summary:
        'Kinder in Klasse 2 lesen jede Woche einen kurzen Text, nehmen sich auf, hören sich an und sagen selbst, was besser geworden ist.',
      status: 'completed',
      subjects: ['german'],
      gradeBands: ['1-2'],
      competencies: ['1.1', '4.1', '5.4'],
      dimension: 'teaching',
      startsOn: dayOf(moments.daysAgo(70)),
      endsOn: dayOf(moments.daysAgo(14)),
      ...(await planOf(LISTENING)),
      visibility: 'public',
      licence: 'cc_by_sa',
      publishedAt: moments.daysAgo(10),
      publishedBy: people.get('claudia.neumann'),
      createdBy: people.get('claudia.neumann'),
      createdAt: moments.daysAgo(75),
      changedAt: moments.daysAgo(10),
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('projectAuthors')
    .values([
      {
        projectId: id,
        personId: people.get('claudia.neumann') ?? '',
        nameUse: 'named',
        decidedAt: moments.daysAgo(10),
      },
      { projectId: id, personId: people.get('fatma.arslan') ?? '' },
    ])
    .execute()
  await db()
    .insertInto('projectEquipment')
    .values({ projectId: id, position: 0, name: 'Aufnahmegeräte', note: 'eines für vier Kinder' })
    .execute()
  await db()
    .insertInto('projectClasses')
    .values({
      projectId: id,
      position: 0,
      schoolId: places.get('kgs-lindenkranz') ?? '',
      gradeBand: '1-2',
      subject: 'german',
      pupils: 24,
    })
    .execute()
  await db()
    .insertInto('trialRuns')
    .values({
      projectId: id,
      schoolId: places.get('kgs-lindenkranz'),
      teacherId: people.get('claudia.neumann'),
      heldOn: dayOf(moments.daysAgo(40)),
      gradeBand: '1-2',
      subject: 'german',
      lessons: 8,
      what: 'Acht Wochen lang je eine Aufnahme.',
      createdAt: moments.daysAgo(40),
      changedAt: moments.daysAgo(40),
      clientKey: randomUUID(),
    })
    .execute()
  await db()
    .insertInto('closingReports')
    .values({
      projectId: id,
      oneSentence:
        'Wer sich selbst hört, liest nach acht Wochen ruhiger und verbessert sich selbst.',
      context: 'Eine Klasse mit 24 Kindern, vier Aufnahmegeräte, eine ruhige Ecke im Flur.',
      approach:
        'Jede Woche ein Text mit höchstens 60 Wörtern; die Aufnahmen blieben in der Klasse.',
      result:
        'Die meisten Kinder haben von sich aus noch einmal gelesen, bevor sie zufrieden waren.',
      surprise: 'Auch Kinder, die ungern vorlesen, wollten eine zweite Aufnahme.',
      wouldChange: 'Mit drei Texten zur Wahl beginnen statt mit einem für alle.',
      recommendation: 'adopt_with_conditions',
      effort: 'Etwa 20 Minuten Vorbereitung in der Woche.',
      savedBy: people.get('claudia.neumann'),
      savedAt: moments.daysAgo(12),
    })
    .execute()
  await db()
    .insertInto('projectTries')
    .values({
      projectId: id,
      personId: people.get('ines.keller') ?? '',
      schoolId: places.get('ggs-birkenbogen'),
      showsName: true,
      at: moments.daysAgo(6),
    })
    .execute()
}

const FOLDING = `## Einstieg

Alle falten einen Papierstreifen in Hälften, Viertel und Achtel und färben einen Anteil.

## Erarbeitung

1. Den Streifen fotografieren.
2. Den Anteil auf dem iPad nachzeichnen und benennen.
3. Zu zweit zwei Anteile vergleichen: Welcher ist größer, und woran sieht man das?

## Sicherung

Jedes Paar hängt eine Zeichnung an die Wand und schreibt einen Satz mit „größer als“ dazu.`

const LISTENING = `## So geht eine Woche

- Montag: Der Text wird gemeinsam gelesen.
- Dienstag bis Donnerstag: Jedes Kind nimmt sich einmal auf und hört sich an.
- Freitag: Jedes Kind sagt einen Satz dazu, was besser geworden ist.

## Worauf wir achten

Die Aufnahmen bleiben auf den Geräten der Schule und werden nach den Ferien gelöscht.`
