import { chapter, type SeedConcept, type SeedLesson } from './concept-shapes.ts'

const listening: SeedLesson = {
  title: 'Hörspaziergang rund um den Hafen',
  aim: 'Die Kinder nehmen fünf Geräusche auf und erzählen zu jedem einen Satz.',
  by: 'orhan.demir',
  subjects: ['general_studies'],
  grades: ['3', '4'],
  forms: ['primary'],
  competencies: ['4.1'],
  lessons: 3,
  equipment: 'ein Aufnahmegerät für vier Kinder',
  experience: 'Draußen zuerst nur hören, dann aufnehmen.',
  licence: 'cc_by_sa',
  visibility: 'network',
  phases: [
    ['Hören', 45, 'Mit geschlossenen Augen stehen bleiben', 'ohne'],
    ['Aufnehmen', 45, 'Fünf Geräusche aufnehmen', 'Aufnahmegerät'],
    ['Erzählen', 45, 'Zu jedem Geräusch ein Satz', 'Lautsprecher'],
  ],
}

export const hafen: SeedConcept = {
  school: 'ggs-am-hafen',
  by: 'ruth.lang',
  editors: ['orhan.demir', 'fatma.arslan'],
  versions: [
    {
      scope: 'network',
      daysAgo: 60,
      label: '',
      note: 'Neu geschrieben, kürzer, mit Zielen für ein halbes Jahr.',
      by: 'ruth.lang',
      resolved: { daysAgo: 62, result: 'adopted' },
    },
  ],
  chapters: [
    chapter(
      'vision',
      'Pädagogische Ziele',
      'Kinder sollen Medien machen, bevor sie Medien benutzen. Wir beginnen mit Stimme, Bild und Papier.',
      'network',
    ),
    chapter(
      'teaching_development',
      'Unterrichtsentwicklung',
      'In der Schuleingangsphase arbeiten die Kinder mit Aufnahmegerät und Kamera. In den Klassen 3 und 4 kommen Suchen im Netz und erste Abläufe dazu.',
      'network',
    ),
    chapter(
      'mkr_coverage',
      'Medienkompetenzrahmen',
      'Die Schuleingangsphase steht in einer gemeinsamen Spalte, weil die Kinder ein bis drei Jahre darin lernen.',
      'network',
    ),
    chapter(
      'training',
      'Personal und Fortbildung',
      'Jede Lehrkraft besucht im Jahr eine andere Klasse. Das reicht uns als Anfang.',
      'network',
    ),
    chapter(
      'equipment_and_use',
      'Ausstattung und Nutzung',
      'Ein Koffer mit 16 iPads und vier Aufnahmegeräte. Die Aufnahmegeräte sind jede Woche unterwegs, der Koffer an zwei Tagen.',
      'network',
    ),
    chapter(
      'parents_and_pupils',
      'Eltern, Schülerinnen und Schüler',
      'Am ersten Elternabend zeigen Kinder der Klasse 4, was sie aufgenommen haben.',
      'school',
    ),
  ],
  goals: [
    {
      title: 'Jedes Kind der Klasse 4 kann eine Suche im Netz planen',
      why: 'Die Kinder tippen ganze Fragen ein und nehmen den ersten Treffer.',
      successSign: 'Jedes Kind nennt drei Suchwörter, bevor es sucht.',
      dimension: 'teaching',
      subjects: ['general_studies'],
      grades: ['4'],
      competencies: ['2.1', '2.3'],
      visibility: 'network',
      owners: ['orhan.demir'],
      serves: 'Jede Schule prüft Quellen ab Klasse 5',
      since: 1,
      measures: [{ title: 'Kärtchen für Suchwörter basteln', status: 'doing' }],
    },
    {
      title: 'Abläufe ohne Gerät in jeder 3. Klasse',
      why: 'Wer einen Weg beschreiben kann, versteht später ein Programm.',
      successSign: 'Jede 3. Klasse hat einen Weg über den Schulhof beschrieben und ausprobiert.',
      dimension: 'teaching',
      grades: ['3'],
      competencies: ['6.2'],
      visibility: 'network',
      owners: ['fatma.arslan'],
      since: 1,
    },
  ],
  cells: [
    ['1.1', 'german', 'SEP', 'Mit dem Aufnahmegerät umgehen', 0],
    ['1.2', 'mathematics', '3', 'Formen legen und fotografieren', 0],
    ['1.4', 'general_studies', '4', 'Mein Name im Netz', 1],
    ['2.1', 'general_studies', '4', 'Suchwörter finden', 0],
    ['2.2', 'german', '3', 'Sachtexte ordnen', 1],
    ['3.2', 'german', '4', 'Regeln für Nachrichten', 0],
    ['4.1', 'german', 'SEP', 'Meine Stimme', 0],
    ['4.2', 'art', '3', 'Nah und fern', 1],
    ['5.4', 'general_studies', '4', 'Ein Tag ohne Bildschirm', 0],
    ['6.2', 'mathematics', '3', 'Wege beschreiben', 0],
  ],
  lessons: [listening],
  reflections: [
    {
      daysAgo: 70,
      by: 'orhan.demir',
      whatWeDid: 'Ein Hörspaziergang mit zwei 4. Klassen.',
      use: 'Vier Aufnahmegeräte, drei Stunden.',
      benefit: 'Die Kinder haben genauer zugehört und kürzer erzählt.',
      visibility: 'network',
    },
  ],
}

/** No years there: the levels are the school's own. */
export const windmuehle: SeedConcept = {
  school: 'foerderschule-windmuehle',
  by: 'sven.richter',
  editors: ['sven.richter'],
  publishers: ['sven.richter'],
  versions: [
    {
      scope: 'network',
      daysAgo: 20,
      label: '',
      note: 'Erste Fassung, nach Stufen statt nach Jahrgängen.',
      by: 'sven.richter',
    },
  ],
  chapters: [
    chapter(
      'vision',
      'Was wir wollen',
      'Selbst bestimmen können, auch mit Tasten, Symbolen oder Blicken. Unterstützte Kommunikation gehört in jede Stunde.',
      'network',
    ),
    chapter(
      'teaching_development',
      'Unterricht in den Stufen',
      'Jede Stufe hat ein Medienvorhaben im Halbjahr, das alle auf ihre Weise mitmachen können.',
      'network',
    ),
    chapter(
      'equipment_and_use',
      'Geräte',
      'Talker, Tablets mit Halterung und eine Kamera. Die Halterungen entscheiden, ob ein Gerät genutzt wird.',
      'network',
    ),
  ],
  goals: [
    {
      title: 'Jede Stufe führt ein Tagebuch in Bildern',
      why: 'Die Kinder erzählen zu Hause, was sie erlebt haben.',
      successSign: 'Am Freitag kann jedes Kind ein Bild zeigen und dazu etwas sagen.',
      dimension: 'teaching',
      competencies: ['4.1', '1.1'],
      visibility: 'network',
      owners: ['sven.richter'],
      since: 1,
    },
  ],
  levels: ['FOE:Unterstufe', 'FOE:Mittelstufe', 'FOE:Oberstufe'],
  cells: [
    ['1.1', 'german', 'FOE:Unterstufe', 'Tasten und Symbole', 0],
    ['4.1', 'german', 'FOE:Mittelstufe', 'Tagebuch in Bildern', 0],
    ['3.1', 'german', 'FOE:Oberstufe', 'Nachricht an die Familie', 1],
  ],
}
