import type { ImportState } from './contract.ts'

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

export const refusals = {
  chooseFile: 'Bitte wählen Sie eine Datei.',
  noFile: 'Diese Datei gibt es hier nicht mehr. Bitte wählen Sie eine andere.',
  wrongKind:
    'Übernommen werden Word-Dateien (.docx) und PDF-Dateien. Eine andere Datei speichern Sie bitte zuerst als .docx oder PDF.',
  children: 'Bitte sagen Sie, ob auf Bildern in der Datei Kinder erkennbar sind.',
  failed: 'Das Lesen ist misslungen. Bitte versuchen Sie es noch einmal.',
  empty: 'In dieser Datei steht kein Text.',
  tooMany: (count: number) =>
    `Die Datei hat ${count} Überschriften der obersten Ebene. Ein Medienkonzept hat hier höchstens 60 Kapitel. Bitte machen Sie aus den übrigen Überschriften in Word „Überschrift 2“.`,
  notReady: 'Diese Datei ist noch nicht gelesen. Bitte laden Sie die Seite neu.',
  over: 'Diese Übernahme ist schon beendet. Bitte laden Sie die Datei noch einmal.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  noChapter: 'Eines der gewählten Kapitel gibt es nicht mehr. Bitte wählen Sie noch einmal.',
  nothing: 'Bitte wählen Sie für mindestens einen Abschnitt ein Kapitel.',
  hasZero:
    'Ihre Schule hat schon eine Version 0. Sie bleibt, wie sie ist. Die neue Datei liegt beim Konzept.',
  noPicture: 'Dieses Bild steht nicht mehr im Text.',
  alt: 'Bitte beschreiben Sie in einem Satz, was zu sehen ist, oder kreuzen Sie „Schmuckbild“ an.',
}

export const ZERO_NOTE = 'Das Konzept, mit dem die Schule hier begonnen hat.'
export const PREAMBLE = 'Vorspann'
export const beforeImport = (file: string) => `Vor der Übernahme aus „${file}“`

export const noChildren = (count: number) =>
  `${counted(count, 'Bild wurde', 'Bilder wurden')} weggelassen, weil nicht klar ist, ob Kinder darauf erkennbar sind.`
export const lostPictures = (count: number) =>
  `${counted(count, 'Bild ließ', 'Bilder ließen')} sich nicht lesen und ${count === 1 ? 'fehlt' : 'fehlen'}.`
export const noWords =
  'In der Datei steht kein Text, den man suchen kann. Wahrscheinlich sind ihre Seiten Bilder.'

type Found = { chapters: number; tables: number; pictures: number; picturesWithoutAlt: number }

/** "8 Kapitel erkannt, 1 Tabelle, 2 Bilder (1 ohne Beschreibung)" */
export function foundSentence({ chapters, tables, pictures, picturesWithoutAlt }: Found): string {
  const parts = [
    `${chapters} Kapitel erkannt`,
    tables > 0 && counted(tables, 'Tabelle', 'Tabellen'),
    pictures > 0 &&
      counted(pictures, 'Bild', 'Bilder') +
        (picturesWithoutAlt > 0 ? ` (${picturesWithoutAlt} ohne Beschreibung)` : ''),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

export const pagesSentence = (pages: number) =>
  `${counted(pages, 'Seite', 'Seiten')} gelesen. Der Text lässt sich durchsuchen.`

export const stateNames: Record<ImportState, string> = {
  waiting: 'Wartet',
  reading: 'Wird gelesen',
  read: 'Gelesen, noch nicht übernommen',
  failed: 'Nicht lesbar',
  taken: 'Übernommen',
  dropped: 'Nicht übernommen',
}
