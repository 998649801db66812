import {
  type DemoProduct,
  CONTRACT,
  NO_IMAGES,
  NOTHING,
  PSEUDONYM,
  SHARED,
} from './software-kinds.ts'
import { MORE_PRODUCTS } from './software-more.ts'

/** Invented products of invented makers: none of them is, or means, a real one. */
export const PRODUCTS: DemoProduct[] = [
  {
    name: 'Buchwerk',
    vendor: 'Blattwerk Verlag',
    tags: ['presentation', 'text', 'audio'],
    about: 'Digitale Bücher aus Text, Bild und Ton gestalten und in der Klasse lesen.',
    subjects: ['german', 'general_studies', 'english'],
    grades: ['3-4', '5-6', '7-8'],
    cost: 'freemium',
    country: 'Irland',
    uses: [
      {
        label: SHARED,
        decision: 'expired',
        why: 'Mit einem Klassenkonto der Schule bestanden keine Bedenken. Die Unterauftragnehmer haben sich seitdem geändert.',
        conditions: [CONTRACT, PSEUDONYM, NO_IMAGES],
        schools: [
          ...['gesamtschule-rheinblick', 'ggs-am-hafen', 'gymnasium-hafenkante'],
          ...['realschule-brueckenkopf', 'kgs-lindenkranz', 'ggs-birkenbogen'],
        ],
      },
    ],
    reports: [
      {
        ...{ by: 'meike.thomas', school: 'gesamtschule-rheinblick', again: true },
        setting: 'Lerntagebuch zur Bruchrechnung in Klasse 6, acht Stunden, ein iPad zu zweit.',
        scores: [4, 2, 4],
        text: 'Die Seiten vorher anlegen, dann bleibt Zeit für den Inhalt.',
      },
      {
        ...{ by: 'claudia.neumann', school: 'kgs-lindenkranz', again: true },
        setting: 'Ein Lesebuch der Klasse 2, jedes Kind eine Seite mit Ton.',
        scores: [5, 3, 4],
      },
      {
        ...{ by: 'nadja.petrovic', school: 'realschule-brueckenkopf', again: false },
        setting: 'Versuchsprotokolle in Klasse 5.',
        scores: [3, 4, 3],
        text: 'Für Protokolle zu viel Gestaltung.',
      },
    ],
    followers: ['meike.thomas', 'orhan.demir', 'claudia.neumann', 'tobias.hansen', 'ines.keller'],
    question: {
      by: 'orhan.demir',
      text: 'Dürfen wir die fertigen Bücher behalten, bis neu entschieden ist?',
      answer: 'Ja, auf den Geräten der Schule. Laden Sie bis dahin nichts Neues hoch.',
    },
  },
  {
    name: 'GeoSkizze',
    vendor: 'Zirkel & Lineal GmbH',
    tags: ['geometry', 'drawing'],
    about: 'Zeichnen und messen: Anteile, Figuren und Funktionen.',
    subjects: ['mathematics'],
    grades: ['5-6', '7-8', '9-10'],
    kind: 'ios',
    cost: 'free',
    offline: 'full',
    delivery: ['jamf'],
    uses: [
      {
        label: NOTHING,
        account: 'none',
        decision: 'approved',
        why: 'Die App läuft auf dem Gerät; es entsteht kein Konto und keine Verbindung nach außen.',
        schools: ['gesamtschule-rheinblick', 'gymnasium-hafenkante', 'sekundarschule-drehscheibe'],
      },
    ],
    reports: [
      {
        ...{ by: 'tobias.hansen', school: 'gymnasium-hafenkante', again: true },
        setting: 'Funktionen in Klasse 9 verschieben und beschreiben.',
        scores: [5, 1, 5],
      },
    ],
    followers: ['meike.thomas'],
  },
  {
    name: 'Übino',
    vendor: 'Kleine Schritte Software',
    tags: ['practice', 'quiz'],
    about: 'Üben in kleinen Schritten: Rechnen, Schreiben und Sachwissen.',
    subjects: ['mathematics', 'german'],
    grades: ['1-2', '3-4', '5-6'],
    cost: 'subscription',
    uses: [
      {
        label: SHARED,
        decision: 'approved',
        why: 'Mit Klassencode und Spitznamen bestehen keine Bedenken.',
        conditions: [CONTRACT],
        schools: ['ggs-am-hafen', 'ggs-kranweg', 'ggs-deichwiese'],
      },
      {
        label: 'Eigene Geräte zu Hause, mit E-Mail-Adresse der Eltern',
        ...{ device: 'byod', account: 'email', decision: 'none' },
      },
    ],
    followers: ['orhan.demir', 'fatma.arslan'],
  },
  {
    name: 'Übino App',
    vendor: 'Kleine Schritte Software',
    tags: ['practice', 'quiz'],
    about: 'Üben in kleinen Schritten, als App.',
    subjects: ['mathematics'],
    kind: 'ios',
    uses: [],
  },
  {
    name: 'Kartenblick',
    vendor: 'Fernsicht Kartografie',
    tags: ['maps'],
    about: 'Karten lesen, vergleichen und beschriften.',
    subjects: ['geography', 'general_studies', 'history'],
    grades: ['3-4', '5-6', '7-8'],
    cost: 'free',
    uses: [
      {
        label: 'Im Browser der Schulgeräte, ohne Konto',
        account: 'none',
        decision: 'no_data',
        why: 'Ohne Konto und ohne Verfolgung entstehen keine personenbezogenen Daten.',
        schools: ['gymnasium-nordhorst', 'gesamtschule-rheinblick'],
      },
    ],
  },
  {
    name: 'Wortschatzkiste',
    vendor: 'Silbenspiel',
    tags: ['vocabulary', 'practice'],
    about: 'Vokabeln mit Karteikarten lernen, allein oder zu zweit.',
    subjects: ['english', 'french', 'german_second_language'],
    grades: ['5-6', '7-8', '9-10'],
    cost: 'freemium',
    uses: [
      {
        label: SHARED,
        decision: 'conditions',
        why: 'Mit Spitznamen und ohne Ranglisten bestehen keine Bedenken.',
        conditions: [CONTRACT, PSEUDONYM, ['feature_off', 'Die Rangliste bleibt ausgeschaltet.']],
        grades: [5, 10],
        schools: ['gesamtschule-suedhang', 'gymnasium-nordhorst'],
      },
    ],
    reports: [
      {
        ...{ by: 'deniz.oeztuerk', school: 'gesamtschule-suedhang', again: true },
        setting: 'Zehn Minuten am Anfang der Englischstunde in Klasse 7.',
        scores: [4, 1, 5],
      },
    ],
  },
  {
    name: 'Schwatzbude',
    vendor: 'Plauder Inc.',
    tags: ['communication'],
    about: 'Chat für Gruppen.',
    cost: 'free',
    country: 'USA',
    uses: [
      {
        label: 'Eigene Geräte, mit echtem Namen',
        ...{ device: 'byod', account: 'real_name', decision: 'refused' },
        why: 'Werbung lässt sich nicht abschalten, und Fremde können Lernende anschreiben. Einen AV-Vertrag bietet der Anbieter nicht an.',
      },
    ],
  },
  {
    name: 'Klangbuch',
    vendor: 'Hörwerkstatt',
    tags: ['audio', 'reading'],
    about: 'Texte aufnehmen, anhören und verbessern.',
    subjects: ['german', 'music'],
    grades: ['1-2', '3-4'],
    uses: [
      {
        label: 'Schul-iPads in der Schule, Aufnahmen bleiben auf dem Gerät',
        account: 'none',
        decision: 'pilot',
        why: 'Für ein halbes Jahr und ein Vorhaben; danach entscheidet der Bericht.',
        conditions: [['delete_at_term_end', 'Die Aufnahmen werden zum Halbjahr gelöscht.']],
      },
    ],
  },
  {
    name: 'Ideenwand',
    vendor: 'Kork & Nadel',
    tags: ['pinboard', 'collaboration'],
    about: 'Gemeinsam Zettel sammeln und ordnen.',
    cost: 'freemium',
    uses: [{ label: SHARED, decision: 'review' }],
    followers: ['hannah.vogt'],
    question: { by: 'hannah.vogt', text: 'Geht das auch ohne Konto für die Lernenden?' },
  },
  {
    name: 'Gedankennetz',
    vendor: 'Kork & Nadel',
    tags: ['mindmap', 'collaboration'],
    about: 'Mindmaps allein oder zusammen.',
    cost: 'one_time',
    uses: [
      {
        label: NOTHING,
        account: 'none',
        decision: 'approved',
        why: 'Die Dateien bleiben auf dem Gerät.',
        schools: ['sekundarschule-drehscheibe'],
      },
    ],
  },
  ...MORE_PRODUCTS,
]
