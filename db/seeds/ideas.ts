import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import type { Moments } from './moments.ts'

type Joined = [person: string, school: string, note?: string]
type Idea = {
  title: string
  problem: string
  need: string
  technology?: string
  author: string
  school: string | null
  subjects?: string[]
  grades?: string[]
  forms?: string[]
  competencies?: string[]
  topics?: string[]
  joined?: Joined[]
  /** Title of the idea it was merged into. */
  mergedInto?: string
  /** The PLG it became. */
  plg?: string
  daysAgo: number
}

const IDEAS: Idea[] = [
  {
    title: 'Anteile und Brüche auf dem iPad verstehen',
    problem:
      'In Klasse 5 und 6 rechnen viele mit Brüchen nach Rezept. Fragt man nach einem Bild dazu, kommt nichts.',
    need: 'Anteile selbst zerlegen, verschieben und vergleichen, bevor die Regel kommt.',
    technology: 'iPads im Koffer',
    author: 'meike.thomas',
    school: 'gesamtschule-rheinblick',
    subjects: ['mathematics'],
    grades: ['5-6'],
    competencies: ['1.2', '4.1'],
    topics: ['differentiation'],
    joined: [
      ['tobias.hansen', 'gymnasium-hafenkante', 'Mit zwei sechsten Klassen.'],
      ['nadja.petrovic', 'realschule-brueckenkopf'],
    ],
    plg: 'ipads-mathematik-5-6',
    daysAgo: 120,
  },
  {
    title: 'Wer zahlt das Gerät? Elternfinanzierung gut erklären',
    problem:
      'Sobald es um eigene Geräte geht, drehen sich Elternabende nur noch ums Geld. Jede Schule schreibt ihren Elternbrief neu.',
    need: 'Dass alle Kinder mitarbeiten können, auch wenn zu Hause kein Gerät bezahlt werden kann.',
    author: 'hannah.vogt',
    school: 'gymnasium-nordhorst',
    grades: ['5-6', '7-8'],
    forms: ['comprehensive', 'grammar', 'intermediate_secondary'],
    topics: ['parent_funding', 'one_to_one'],
    joined: [
      [
        'deniz.oeztuerk',
        'gesamtschule-suedhang',
        'Wir haben einen Elternbrief, der sich bewährt hat.',
      ],
    ],
    daysAgo: 24,
  },
  {
    title: 'Basisausstattung: Was jeder Klassenraum braucht',
    problem:
      'Beamer, Tafeln und Zugänge sind in jedem Raum anders. Wer den Raum wechselt, verliert zehn Minuten.',
    need: 'Unterricht, der anfängt, wenn es klingelt, und Bilder, die auch hinten zu sehen sind.',
    author: 'birgit.kaya',
    school: null,
    topics: ['base_equipment', 'organisation'],
    joined: [['lukas.sommer', 'sekundarschule-drehscheibe']],
    daysAgo: 18,
  },
  {
    title: 'Leseförderung mit eigenen Hörbüchern',
    problem: 'Wer stockend liest, liest ungern vor, und wer nicht vorliest, liest weiter stockend.',
    need: 'Oft und ohne Zuhörende laut lesen, sich anhören und selbst merken, was besser wird.',
    technology: 'Aufnahmegeräte oder Tablets mit Mikrofon',
    author: 'orhan.demir',
    school: 'ggs-am-hafen',
    subjects: ['german'],
    grades: ['1-2', '3-4'],
    forms: ['primary', 'special_needs'],
    competencies: ['1.2', '4.1', '4.2'],
    topics: ['language_learning', 'audio_and_video'],
    joined: [['claudia.neumann', 'kgs-lindenkranz', 'Unsere 2a würde gern anfangen.']],
    daysAgo: 9,
  },
  {
    title: 'Hörbücher selbst aufnehmen und Lesen üben',
    problem: 'Kinder mit wenig Deutsch zu Hause haben niemanden, dem sie vorlesen können.',
    need: 'Eine Aufnahme als geduldiges Gegenüber, in der Schule und zu Hause.',
    author: 'pawel.nowak',
    school: 'ggs-deichwiese',
    subjects: ['german', 'german_second_language'],
    grades: ['1-2', '3-4'],
    forms: ['primary'],
    topics: ['language_learning'],
    mergedInto: 'Leseförderung mit eigenen Hörbüchern',
    daysAgo: 6,
  },
  {
    title: 'Quellen prüfen, wenn ein Textprogramm antwortet',
    problem:
      'In Klasse 8 bis 10 wird die erste Antwort übernommen. Ob sie stimmt und woher sie kommt, fragt kaum jemand.',
    need: 'Ein kurzes Vorgehen, mit dem Lernende jede Antwort an zwei Stellen gegenprüfen.',
    author: 'nadja.petrovic',
    school: 'realschule-brueckenkopf',
    subjects: ['german', 'politics', 'history'],
    grades: ['7-8', '9-10'],
    competencies: ['2.2', '2.3', '2.4'],
    topics: ['artificial_intelligence', 'information_literacy'],
    daysAgo: 3,
  },
]

/** Six ideas: one became the PLG that is shown, one was merged into another, four are open. */
export async function seedIdeas(
  plgs: Map<string, string>,
  places: Map<string, string>,
  people: Map<string, string>,
  moments: Moments,
): Promise<void> {
  const rows = await db()
    .insertInto('ideas')
    .values(
      IDEAS.map((idea) => ({
        title: idea.title,
        problem: idea.problem,
        learnersNeed: idea.need,
        technology: idea.technology ?? '',
        subjects: idea.subjects ?? [],
        gradeBands: idea.grades ?? [],
        schoolForms: idea.forms ?? [],
        competencies: idea.competencies ?? [],
        topics: idea.topics ?? [],
        authorId: people.get(idea.author),
        schoolId: idea.school === null ? null : places.get(idea.school),
        state: idea.plg ? 'became_plg' : 'open',
        plgId: idea.plg ? plgs.get(idea.plg) : null,
        createdAt: moments.daysAgo(idea.daysAgo),
        changedAt: moments.daysAgo(idea.daysAgo),
        clientKey: randomUUID(),
      })),
    )
    .returning(['id', 'title'])
    .execute()
  const ids = new Map(rows.map(({ title, id }) => [title, id]))
  await db()
    .insertInto('ideaInterests')
    .values(
      IDEAS.flatMap((idea) =>
        (idea.joined ?? []).map(([person, school, note = '']) => ({
          ideaId: ids.get(idea.title) ?? '',
          personId: people.get(person) ?? '',
          schoolId: places.get(school) ?? '',
          at: moments.daysAgo(idea.daysAgo - 1),
          note,
        })),
      ),
    )
    .execute()
  for (const { title, mergedInto } of IDEAS)
    if (mergedInto)
      await db()
        .updateTable('ideas')
        .set({
          state: 'merged',
          mergedInto: ids.get(mergedInto),
          mergedBy: people.get('sabine.krueger'),
          mergedAt: moments.daysAgo(2),
        })
        .where('title', '=', title)
        .execute()
}
