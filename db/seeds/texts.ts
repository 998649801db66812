import type { Moments } from './moments.ts'

export type SeedDocument = {
  plg: string
  title: string
  folder?: string
  by: string
  createdAt: Date
  changedAt: Date
  isTemplate?: boolean
  archivedAt?: Date
  /** Markdown; `{{Thema}}` becomes a reference to the topic of that title, `{{@vorname.nachname}}` to a person. */
  text: string
  /** Earlier states by name, the oldest first. */
  versions?: { name: string; by: string; at: Date; text: string }[]
  /** A thread of comments at these words. */
  comments?: { at: string; thread: { by: string; when: Date; body: string }[] }[]
}

/** Invented documents of the invented PLGs. */
export function texts({ daysAgo, hoursAgo }: Moments): SeedDocument[] {
  return [
    {
      plg: 'ipads-mathematik-5-6',
      title: 'Unterrichtsplan Brüche',
      folder: 'Unterricht',
      by: 'meike.thomas',
      createdAt: daysAgo(9),
      changedAt: hoursAgo(20),
      versions: [
        {
          name: 'Entwurf 1',
          by: 'meike.thomas',
          at: daysAgo(6),
          text: LESSON_FIRST,
        },
      ],
      text: LESSON,
      comments: [
        {
          at: 'zehn Minuten',
          thread: [
            {
              by: 'orhan.demir',
              when: hoursAgo(26),
              body: 'Bei uns hat das Falten eher 15 Minuten gedauert.',
            },
            {
              by: 'meike.thomas',
              when: hoursAgo(21),
              body: 'Gut zu wissen. Ich plane in der 6b erst einmal mit zehn und sage Bescheid.',
            },
          ],
        },
      ],
    },
    {
      plg: 'ipads-mathematik-5-6',
      title: 'Protokoll der Auftaktsitzung',
      folder: 'Sitzungen',
      by: 'orhan.demir',
      createdAt: daysAgo(30),
      changedAt: daysAgo(29),
      text: PROTOCOL,
    },
    {
      plg: 'ipads-mathematik-5-6',
      title: 'Erprobungsbogen',
      by: 'meike.thomas',
      createdAt: daysAgo(25),
      changedAt: daysAgo(25),
      isTemplate: true,
      text: TRIAL_SHEET,
    },
    {
      plg: 'ipads-mathematik-5-6',
      title: 'Linkliste vom letzten Schuljahr',
      folder: 'Unterricht',
      by: 'orhan.demir',
      createdAt: daysAgo(80),
      changedAt: daysAgo(70),
      archivedAt: daysAgo(40),
      text: 'Diese Liste ist überholt. Neue Funde stehen im Thema {{Bruchrechnen mit dem iPad}}.',
    },
    {
      plg: 'erstlesen-mit-ton-und-bild',
      title: 'Ideen für die Lesewerkstatt',
      by: 'julia.brandt',
      createdAt: daysAgo(12),
      changedAt: daysAgo(4),
      text: '## Hören und zeigen\n\nDie Lernenden hören einen Laut und fotografieren, was damit beginnt.\n\n- Anlaut **M**: Maus, Mantel, Milch\n- Anlaut **S**: Sonne, Seil\n\n## Offen\n\n- [ ] Wer bringt die Aufnahmegeräte mit?\n',
    },
  ]
}

const LESSON_FIRST = `## Ziel

Die Lernenden vergleichen zwei Brüche und begründen, welcher größer ist.

## Einstieg

Jede Gruppe faltet einen Papierstreifen. Das dauert fünf Minuten.

## Auswertung

Wir sammeln im Plenum.
`

const LESSON = `## Ziel

Die Lernenden vergleichen drei Brüche und begründen, welcher am größten ist. Wie wir darauf kamen, steht in {{Bruchrechnen mit dem iPad}}.

## Einstieg

Jede Gruppe faltet einen Papierstreifen und legt ihn neben das Bild auf dem iPad. Das dauert zehn Minuten.

## Verlauf

| Phase | Zeit | Was geschieht | Medien |
| --- | --- | --- | --- |
| Falten | 10 min | Streifen falten, Bruch benennen | Papier |
| Vergleichen | 15 min | Zwei Bilder nebeneinander legen | iPad, eine Kamera je Gruppe |
| Begründen | 10 min | Satz aufnehmen: „… ist größer, weil …“ | iPad |

## Material

- Papierstreifen in drei Farben
- iPad-Koffer, ein Gerät je Gruppe

## Auswertung

- [x] Beobachtungsfrage vereinbart
- [ ] Aufnahmen anhören: Wer begründet, wer rät?
- [ ] {{@orhan.demir}} zeigt beim nächsten Treffen zwei Beispiele
`

const PROTOCOL = `## Teilnehmende

Fünf Schulen waren dabei, zwei haben sich entschuldigt.

## Beschlossen

1. Wir erproben eine Unterrichtsreihe zu Brüchen in vier Klassen.
2. Beobachtet wird, wie die Lernenden begründen.

## Wer macht was bis wann

- [x] {{@meike.thomas}}: Entwurf des Unterrichtsplans
- [ ] Alle: Termin für die Hospitation nennen

> Was in der PLG gesagt wird, bleibt in der PLG.
`

const TRIAL_SHEET = `## Was haben wir ausprobiert?

Klasse, Stunde, Gerät

## Was war zu beobachten?

| Zeit | Beobachtung |
| --- | --- |
|  |  |
|  |  |

## Hat es geholfen?

Nutzung und Nutzen getrennt beschreiben.
`
