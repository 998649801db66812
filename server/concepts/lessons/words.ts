import type { LessonVisibility } from './contract.ts'

export const visibilityNames: Record<LessonVisibility, string> = {
  authors: 'Nur Autor:innen',
  plg: 'Nur die PLG',
  school: 'Nur unsere Schule',
  network: 'Netzwerk',
  public: 'Öffentlich',
}

export const visibilityHints: Record<LessonVisibility, string> = {
  authors: 'Ein Entwurf: Er zählt noch nicht im Medienkompetenzrahmen.',
  plg: 'Nur die Mitglieder der PLG lesen es.',
  school: 'Alle, die hier unterrichten, lesen es. Es zählt im Medienkompetenzrahmen.',
  network: 'Alle bestätigten Personen in Lernen 25 lesen es.',
  public: 'Alle lesen es, auch ohne Anmeldung.',
}

export const words = {
  missingTitle: 'Bitte geben Sie dem Unterrichtskonzept einen Titel.',
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  badLessons: 'Bitte eine Zahl von 1 bis 200.',
  badMinutes: 'Bitte eine Zahl von 1 bis 1000.',
  badYear: 'Bitte ein Schuljahr wie 2026/27.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  overtaken:
    'Jemand hat das inzwischen geändert. Ihre Angaben stehen noch hier. Bitte vergleichen Sie.',
  noAim: 'Bitte schreiben Sie zuerst in einem Satz auf, was Lernende danach können.',
  chooseLicence: 'Bitte wählen Sie eine Lizenz.',
  chooseVisibility: 'Bitte wählen Sie, wer es lesen soll.',
  noPlg: 'Dieses Unterrichtskonzept gehört zu keiner PLG.',
  notYourPlg: 'Bitte wählen Sie eine Ihrer PLGs.',
  noAuthor: 'Bitte nennen Sie mindestens eine Person.',
  strangerAsAuthor: 'Autor:innen sind Personen Ihrer Schule.',
  shareAlike:
    'Das Original steht unter CC BY-SA. Was daraus entsteht, kann nur unter derselben Lizenz weitergegeben werden.',
  already: 'Ihre Schule hat dieses Unterrichtskonzept schon übernommen.',
  ownSchool: 'Dieses Unterrichtskonzept gehört Ihrer Schule schon.',
  chooseConcept: 'Bitte wählen Sie ein Medienkonzept, in dem Sie schreiben.',
  chooseSchool: 'Bitte wählen Sie eine Ihrer Schulen.',
  copyIsBack: 'Ihre Schule hat inzwischen eine andere Kopie davon.',
  unknownSoftware: (name: string) =>
    `„${name}“ steht nicht im Verzeichnis der Software. Bitte schreiben Sie es wie dort.`,
  unknownSubject: (name: string) => `Das Fach „${name}“ kennt Ihr Medienkonzept nicht.`,
  unknownGrade: (name: string) => `Den Jahrgang „${name}“ kennt Ihr Medienkonzept nicht.`,
  childNames: (found: string[]) =>
    `Bitte prüfen: Das sieht nach Namen von Kindern aus (${found.map((one) => `„${one}“`).join(', ')}). Nehmen Sie Namen heraus oder setzen Sie den Haken.`,
}

type Told = { title: string; count: number }

/** The sentence of the bell for its authors. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'concepts.lesson-adopted': ({ title, count }) =>
    count > 1
      ? `${count} Schulen haben Ihr Unterrichtskonzept „${title}“ übernommen.`
      : `Eine Schule hat Ihr Unterrichtskonzept „${title}“ übernommen.`,
}

export const auditWords: Record<string, string> = {
  'lessons.published': 'Unterrichtskonzept veröffentlicht',
  'lessons.withdrawn': 'Unterrichtskonzept zurückgezogen',
  'lessons.deleted': 'Unterrichtskonzept gelöscht',
  'lessons.restored': 'Unterrichtskonzept zurückgeholt',
}
