import type { Moments } from './moments.ts'

export type SeedPost = { by: string; school: string | null; body: string; at: Date }
export type SeedTopic = {
  plg: string
  title: string
  pinned?: boolean
  solved?: boolean
  posts: SeedPost[]
}

/** What people talk about in the demonstration. Products in it are invented. */
export function conversations({ minutesAgo, hoursAgo, daysAgo }: Moments): SeedTopic[] {
  const maths = 'ipads-mathematik-5-6'
  const reading = 'erstlesen-mit-ton-und-bild'
  const says = (by: string, school: string | null, at: Date, body: string): SeedPost => ({
    by,
    school,
    at,
    body,
  })
  const meike = (at: Date, body: string) =>
    says('meike.thomas', 'gesamtschule-rheinblick', at, body)
  const orhan = (at: Date, body: string) => says('orhan.demir', 'ggs-am-hafen', at, body)
  const sabine = (at: Date, body: string) => says('sabine.krueger', null, at, body)
  return [
    {
      plg: maths,
      title: 'Bruchrechnen mit dem iPad',
      posts: [
        meike(
          daysAgo(2),
          'Wir haben die Einheit mit **GeoSkizze** durchgeführt. In der 6b hat das Ziehen der Anteile deutlich besser geklappt als mit dem Arbeitsblatt.',
        ),
        says(
          'tobias.hansen',
          'gymnasium-hafenkante',
          daysAgo(2, -420),
          'Bei uns ähnlich. Drei Dinge haben geholfen:\n\n- erst legen, dann ziehen\n- immer zu zweit an einem Gerät\n- am Ende ein Satz ins Heft',
        ),
        says(
          'nadja.petrovic',
          'realschule-brueckenkopf',
          daysAgo(2, -480),
          'Wie lange habt ihr dafür gebraucht? Wir haben nur eine Doppelstunde.',
        ),
        orhan(
          hoursAgo(2),
          '@Meike Thomas Habt ihr die Tablets flach liegen lassen oder mit Hülle aufgestellt?',
        ),
        sabine(
          minutesAgo(35),
          'Im iPad-Koffer 3 liegen 30 Tischständer, die könnt ihr beim nächsten Mal mitnehmen.',
        ),
      ],
    },
    {
      plg: maths,
      title: 'Unsere Absprachen',
      pinned: true,
      posts: [
        meike(
          daysAgo(60),
          '1. Was hier steht, bleibt hier.\n2. Wir kritisieren Aufgaben, nicht Menschen.\n3. Keine Namen und keine Bilder von Kindern.\n4. Wer nicht kann, sagt kurz Bescheid.',
        ),
        says('lukas.sommer', 'sekundarschule-drehscheibe', daysAgo(59), 'Einverstanden.'),
      ],
    },
    {
      plg: maths,
      title: 'Welche App für Diagramme?',
      posts: [
        says(
          'lukas.sommer',
          'sekundarschule-drehscheibe',
          daysAgo(6),
          'Ich suche etwas, womit Klasse 6 Säulendiagramme aus eigenen Daten zeichnet, ohne Konto. Hat jemand etwas ausprobiert?',
        ),
        says(
          'aylin.yildiz',
          'gesamtschule-rheinblick',
          daysAgo(5),
          'Wir nehmen eine einfache Tabelle. Der Vorteil: Die Kinder kennen sie schon.',
        ),
      ],
    },
    {
      plg: maths,
      title: 'Tablets spiegeln ohne Kabel',
      solved: true,
      posts: [
        orhan(
          daysAgo(20),
          'Das Spiegeln an die Tafel bricht bei uns nach zehn Minuten ab. Kennt ihr das?',
        ),
        says(
          'tobias.hansen',
          'gymnasium-hafenkante',
          daysAgo(19),
          'Ja. Bei uns half es, am Anzeigegerät den Ruhezustand auszuschalten.',
        ),
        orhan(daysAgo(18), 'Das war es. Danke.'),
      ],
    },
    {
      plg: reading,
      title: 'Podcast-Koffer: Wer war schon dran?',
      posts: [
        says(
          'claudia.neumann',
          'kgs-lindenkranz',
          daysAgo(3),
          'Wer hatte den Koffer schon und kann sagen, was fehlt?',
        ),
        says(
          'ines.keller',
          'ggs-birkenbogen',
          daysAgo(1),
          'Wir hatten ihn im Oktober. Bitte an **Windschutz** denken, wenn ihr auf dem Schulhof aufnehmt.',
        ),
      ],
    },
    {
      plg: '1-zu-1-ausstattung',
      title: 'Elternabend: welche Fragen kamen?',
      posts: [
        says(
          'hannah.vogt',
          'gymnasium-nordhorst',
          daysAgo(4),
          'Fast immer zuerst: Was passiert, wenn das Gerät kaputtgeht? Dann erst der Preis.',
        ),
        says(
          'deniz.oeztuerk',
          'gesamtschule-suedhang',
          daysAgo(2, -600),
          'Bei uns war die wichtigste Frage, was am Wochenende mit dem Gerät ist.',
        ),
      ],
    },
    {
      plg: 'fallberatung-schwieriger-start',
      title: 'Ablauf unserer Runden',
      posts: [
        says(
          'aylin.yildiz',
          'gesamtschule-rheinblick',
          daysAgo(10),
          'Fall 10 Minuten, Nachfragen 10, Hypothesen 10, Lösungen 10, Rückmeldung 5.',
        ),
      ],
    },
  ]
}
