import { hafen, windmuehle } from './concept-primary.ts'
import { chapter, type SeedConcept } from './concept-shapes.ts'

const suedhang: SeedConcept = {
  school: 'gesamtschule-suedhang',
  by: 'deniz.oeztuerk',
  editors: ['deniz.oeztuerk'],
  publishers: ['deniz.oeztuerk'],
  versions: [
    {
      scope: 'public',
      daysAgo: 48,
      label: 'Schulkonferenz',
      note: 'Erste Fassung auf dieser Plattform.',
      by: 'deniz.oeztuerk',
      resolved: { daysAgo: 50, result: 'adopted' },
    },
  ],
  chapters: [
    chapter(
      'vision',
      'Unser Leitbild',
      'Medien öffnen die Schule: zur Stadt, zu Partnern, zu den Familien. Wir wählen wenige Werkzeuge und bleiben dabei.',
    ),
    chapter(
      'teaching_development',
      'Unterricht mit Medien',
      'Im Englischunterricht entstehen Hörbeiträge, in Mathematik Modelle mit Tabellen. Jede Stufe stellt im Frühjahr aus.',
    ),
    chapter(
      'mkr_coverage',
      'Medienkompetenzrahmen',
      'Informatik ist bei uns Pflichtfach in 5 und 6; deshalb steht dort viel.',
    ),
    chapter(
      'equipment_and_use',
      'Geräte und Räume',
      'Zwei Koffer mit je 30 Tablets und ein Raum für Ton. Der Tonraum ist von Klasse 9 an viel genutzt.',
    ),
    chapter(
      'evaluation',
      'Evaluation',
      'Einmal im Jahr fragen wir Lernende und Kollegium drei Fragen und berichten in der Schulkonferenz.',
    ),
  ],
  goals: [
    {
      title: 'Modellieren mit Tabellen in allen 9. Klassen',
      why: 'In Klasse 9 gab es bisher keine Stunde zu Modellen.',
      successSign: 'Jede 9. Klasse hat eine Frage aus der Stadt mit Zahlen beantwortet.',
      dimension: 'teaching',
      subjects: ['mathematics'],
      grades: ['9'],
      competencies: ['6.3'],
      visibility: 'public',
      owners: ['deniz.oeztuerk'],
      since: 1,
    },
    {
      title: 'Jede Klasse 8 prüft Quellen vor dem Referat',
      why: 'Die Fundstellen in den Referaten wiederholen sich.',
      successSign: 'Drei geprüfte Quellen je Referat.',
      dimension: 'teaching',
      subjects: ['english', 'politics'],
      grades: ['8'],
      competencies: ['2.3'],
      visibility: 'public',
      owners: ['deniz.oeztuerk'],
      serves: 'Jede Schule prüft Quellen ab Klasse 5',
      since: 1,
    },
  ],
  cells: [
    ['1.2', 'english', '7', 'Hörbeitrag planen', 0],
    ['2.3', 'politics', '8', 'Quellen vor dem Referat', 0],
    ['3.1', 'english', '9', 'Gemeinsam schreiben', 1],
    ['4.1', 'english', '9', 'Hörbeitrag zur Stadt', 0],
    ['4.4', 'art', '6', 'Eigene und fremde Bilder', 1],
    ['5.1', 'german', '10', 'Nachrichten vergleichen', 0],
    ['6.1', 'computer_science', '5', 'Wie Daten reisen', 0],
    ['6.3', 'computer_science', '6', 'Erste Programme', 0],
    ['6.3', 'mathematics', '9', 'Modelle mit Tabellen', 0],
  ],
}

const hafenkante: SeedConcept = {
  school: 'gymnasium-hafenkante',
  by: 'gabriele.stein',
  editors: ['tobias.hansen'],
  versions: [
    {
      scope: 'public',
      daysAgo: 28,
      label: '',
      note: 'Ziele und Medienkompetenzrahmen neu gefasst.',
      by: 'gabriele.stein',
      resolved: { daysAgo: 30, result: 'adopted' },
    },
  ],
  chapters: [
    chapter(
      'vision',
      'Pädagogische Ziele',
      'Wir wollen, dass Lernende begründen, warum sie ein Werkzeug nehmen, und es weglegen können.',
    ),
    chapter(
      'teaching_development',
      'Unterrichtsentwicklung',
      'Informatik und Mathematik beschreiben Abläufe gemeinsam; Deutsch übernimmt Recherche und Beleg.',
    ),
    chapter(
      'mkr_coverage',
      'Medienkompetenzrahmen',
      'Die Fachkonferenzen bestätigen ihre Zeilen jedes Jahr im September.',
    ),
    chapter(
      'data_protection_and_rules',
      'Regeln',
      'Handys bleiben im Unterricht in der Tasche, wenn die Lehrkraft nichts anderes sagt.',
    ),
  ],
  goals: [
    {
      title: 'Erklärvideos in der Erprobungsstufe',
      why: 'Beim Erklären zeigt sich, was verstanden ist.',
      successSign: 'Jede Klasse 5 und 6 hat ein Video in der gemeinsamen Sammlung.',
      dimension: 'teaching',
      subjects: ['mathematics'],
      grades: ['5', '6'],
      competencies: ['4.1'],
      visibility: 'public',
      owners: ['tobias.hansen'],
      since: 1,
    },
  ],
  cells: [
    ['1.2', 'mathematics', '5', 'Werkzeuge der Geometrie', 0],
    ['1.3', 'computer_science', '6', 'Ordner und Namen', 1],
    ['2.1', 'german', '7', 'Recherche planen', 0],
    ['3.2', 'german', '6', 'Nachrichten an Lehrkräfte', 1],
    ['4.1', 'mathematics', '6', 'Erklärvideo zu Brüchen', 0],
    ['4.3', 'history', '8', 'Belegen', 0],
    ['5.2', 'politics', '10', 'Empfehlungen und Meinung', 1],
    ['6.2', 'computer_science', '9', 'Suchen und Sortieren', 0],
    ['6.3', 'computer_science', 'EF', 'Programmieren mit Grafik', 0],
  ],
}

const brueckenkopf: SeedConcept = {
  school: 'realschule-brueckenkopf',
  by: 'nadja.petrovic',
  editors: ['nadja.petrovic'],
  versions: [],
  chapters: [
    {
      ...chapter(
        'vision',
        'Pädagogische Ziele',
        'Stichworte aus der Steuergruppe, noch nicht besprochen.',
      ),
      state: 'in_progress',
    },
    { ...chapter('training', 'Personal und Fortbildung', '', 'network'), state: 'empty' },
  ],
  goals: [
    {
      title: 'Lernen mit Wochenplan in Klasse 5 erproben',
      why: 'Die Klassen lernen unterschiedlich schnell.',
      successSign: 'Zwei Klassen haben vier Wochen lang einen Plan geführt.',
      dimension: 'teaching',
      grades: ['5'],
      owners: ['nadja.petrovic'],
    },
  ],
  cells: [],
}

/** Five schools that have published, and one with nothing but a draft. */
export const others: SeedConcept[] = [hafen, suedhang, hafenkante, windmuehle, brueckenkopf]
