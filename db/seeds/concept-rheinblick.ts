import { cells, goals, lessons, reflections } from './concept-rheinblick-work.ts'
import type { SeedChapter, SeedConcept } from './concept-shapes.ts'

const chapters: SeedChapter[] = [
  {
    kind: 'vision',
    title: 'Pädagogische Ziele',
    visibility: 'public',
    state: 'done',
    responsible: 'petra.wolff',
    texts: [
      `Wir fragen zuerst, was Kinder lernen sollen, und dann, welches Medium dabei hilft. Ein Tablet ersetzt kein Gespräch und kein Heft.

## Drei Sätze, an denen wir uns messen

- Jedes Kind kann zeigen, was es gelernt hat, auch wenn das Schreiben schwerfällt.
- Wer etwas aus dem Netz nimmt, sagt, woher es kommt.
- Wir probieren in kleinen Schritten und sagen einander, was nicht geklappt hat.`,
      `Wir fragen zuerst, was Kinder lernen sollen, und dann, welches Medium dabei hilft. Ein Tablet ersetzt kein Gespräch und kein Heft.

## Vier Sätze, an denen wir uns messen

- Jedes Kind kann zeigen, was es gelernt hat, auch wenn das Schreiben schwerfällt.
- Wer etwas aus dem Netz nimmt, sagt, woher es kommt.
- Wir probieren in kleinen Schritten und sagen einander, was nicht geklappt hat.
- Was bei uns gelingt, geben wir an andere Schulen weiter.`,
    ],
  },
  {
    kind: 'school_programme_link',
    title: 'Bezug zum Schulprogramm',
    visibility: 'public',
    state: 'done',
    texts: [
      'Das Schulprogramm nennt „Selbstständig lernen“ als Leitziel. Dieses Konzept sagt, was das mit Medien heißt: Lernzeiten mit Wochenplan, Rückmeldung zu Entwürfen, Präsentationen vor der Jahrgangsstufe.',
    ],
  },
  {
    kind: 'teaching_development',
    title: 'Unterrichtsentwicklung',
    visibility: 'public',
    state: 'in_progress',
    responsible: 'meike.thomas',
    texts: [
      `Jede Fachkonferenz übernimmt wenige Teilkompetenzen und unterrichtet sie verlässlich. Der Überblick steht im Kapitel Medienkompetenzrahmen.

In den Klassen 5 und 6 beginnen wir mit dem Tablet-Führerschein und mit Erklärvideos.`,
      `Jede Fachkonferenz übernimmt wenige Teilkompetenzen und unterrichtet sie verlässlich. Der Überblick steht im Kapitel Medienkompetenzrahmen.

In den Klassen 5 und 6 beginnen wir mit dem Tablet-Führerschein und mit Erklärvideos. In Klasse 8 prüfen alle zwei Stunden lang Quellen.

## Was noch fehlt

Problemlösen und Modellieren kommt nach Klasse 8 nirgends vor. Die Fachkonferenzen Mathematik und Informatik schlagen bis zum Ende des Halbjahres vor, wo es hingehört.`,
      `Jede Fachkonferenz übernimmt wenige Teilkompetenzen und unterrichtet sie verlässlich. Der Überblick steht im Kapitel Medienkompetenzrahmen.

In den Klassen 5 und 6 beginnen wir mit dem Tablet-Führerschein, mit Erklärvideos und mit gefalteten Brüchen. In Klasse 8 prüfen alle zwei Stunden lang Quellen.

## Was noch fehlt

Problemlösen und Modellieren kommt nach Klasse 8 nirgends vor. Die Fachkonferenz Mathematik erprobt in Klasse 9 eine Reihe mit Tabellen und Zufall.`,
    ],
  },
  {
    kind: 'mkr_coverage',
    title: 'Medienkompetenzrahmen',
    visibility: 'public',
    state: 'in_progress',
    texts: [
      'Die Tabelle zeigt, in welchem Fach und Jahrgang eine Teilkompetenz vorkommt. Jede Fachkonferenz sieht ihre Zeilen einmal im Jahr durch.',
    ],
  },
  {
    kind: 'training',
    title: 'Personal und Fortbildung',
    visibility: 'network',
    state: 'in_progress',
    texts: [
      null,
      `Wir lernen voneinander: In jeder zweiten Lehrerkonferenz zeigt jemand zehn Minuten lang etwas aus dem eigenen Unterricht.

## Bedarf

- Ton und Schnitt für Erklärvideos, zwölf Personen
- Rückmeldung mit digitalen Werkzeugen, ganzes Kollegium`,
    ],
  },
  {
    kind: 'equipment_and_use',
    title: 'Ausstattung und Nutzung',
    visibility: 'public',
    state: 'in_progress',
    texts: [
      'Die Schule verfügt über 30 iPads und einen Medienkoffer. Ausleihe und Rückgabe erfolgen über eine Liste im Lehrerzimmer.',
      'Die Schule verfügt über 30 iPads und zwei Medienkoffer. Ausleihe und Rückgabe erfolgen über eine Liste im Lehrerzimmer. Am häufigsten werden die Geräte in den Klassen 5 und 6 genutzt.',
      'Die Schule verfügt seit 2026 über 60 iPads und drei Medienkoffer. Ausleihe und Rückgabe erfolgen über einen Kalender, den alle sehen. Am häufigsten werden die Geräte in den Klassen 5 und 6 genutzt.',
    ],
  },
  {
    kind: 'data_protection_and_rules',
    title: 'Datenschutz und Regeln',
    visibility: 'public',
    state: 'done',
    texts: [
      `## Unsere Regeln

1. Aufnahmen von Menschen nur mit ihrer Erlaubnis.
2. Arbeiten von Kindern bleiben auf den Geräten der Schule.
3. Neue Programme erst, wenn sie geprüft sind.

Mathematik zeichnet mit {{GeoSkizze}}, das Lerntagebuch führen wir in {{Buchwerk}}.`,
    ],
  },
  {
    kind: 'support_and_roles',
    title: 'Organisation und Zuständigkeiten',
    visibility: 'school',
    state: 'done',
    texts: [
      'Wer einen Koffer braucht, trägt sich ein. Um Störungen kümmert sich die Beauftragte für Digitalisierung dienstags in der dritten Stunde.',
    ],
  },
]

/** The school of the journeys: version 2 is published, the working copy is ahead of it. */
export const rheinblick: SeedConcept = {
  school: 'gesamtschule-rheinblick',
  by: 'petra.wolff',
  editors: ['meike.thomas', 'aylin.yildiz'],
  leads: [['aylin.yildiz', 'physics']],
  versions: [
    {
      scope: 'public',
      daysAgo: 96,
      label: 'Erste Fassung',
      note: 'Das bisherige Papier in sieben kurze Kapitel gebracht.',
      by: 'petra.wolff',
      resolved: { daysAgo: 98, result: 'adopted' },
    },
    {
      scope: 'public',
      daysAgo: 34,
      label: 'Schulkonferenz',
      note: 'Kapitel zur Fortbildung ist neu, Ziele für dieses Halbjahr, Lücken benannt.',
      by: 'petra.wolff',
      resolved: { daysAgo: 37, result: 'adopted_with_changes' },
    },
  ],
  chapters,
  goals,
  cells,
  lessons,
  reflections,
  trainings: [
    {
      topic: 'Ton und Schnitt für Erklärvideos',
      forWhom: 'Klassenleitungen der Jahrgänge 5 und 6',
      format: 'smz_workshop',
      goal: 'Jede 6. Klasse dreht ein Erklärvideo',
    },
    {
      topic: 'Rückmeldung zu Entwürfen geben',
      forWhom: 'ganzes Kollegium',
      format: 'schilf',
    },
  ],
  projects: ['Brüche falten und zeichnen'],
}
