import { type Children, LIMITS, type Room } from './contract.ts'

/** Why a file was not taken. The names are those of server/platform/file-kind.ts and pictures.ts. */
export const faultWords = {
  empty: 'Diese Datei ist leer.',
  heic: 'Dieses Bildformat kann hier nicht verarbeitet werden. Am iPad: Teilen → Optionen → Maximale Kompatibilität. Danach das Bild noch einmal auswählen.',
  otherPicture:
    'Dieses Bildformat kann hier nicht verarbeitet werden. Bitte speichern Sie das Bild als JPEG oder PNG.',
  svg: 'SVG-Zeichnungen können Programme enthalten und werden hier nicht angenommen. Bitte speichern Sie die Zeichnung als PNG oder PDF.',
  markup:
    'Das ist der Quelltext einer Webseite (HTML oder XML). Er kann Programme enthalten und wird hier nicht angenommen. Bitte speichern Sie die Seite als PDF.',
  macros:
    'Diese Datei enthält Makros, also Programme. Bitte speichern Sie sie ohne Makros, zum Beispiel als .docx, .xlsx oder .pptx.',
  oldOffice:
    'Alte Office-Formate (.doc, .xls, .ppt, .rtf) und Dateien mit Kennwort können hier nicht geprüft werden. Bitte speichern Sie die Datei als .docx, .xlsx oder .pptx ohne Kennwort.',
  archive:
    'Archive (zum Beispiel ZIP) werden hier nicht angenommen. Bitte laden Sie die Dateien einzeln hoch.',
  bomb: 'Diese Datei würde beim Öffnen riesig werden und wird deshalb nicht angenommen.',
  program: 'Das ist ein Programm. Programme werden hier nicht angenommen.',
  film: 'Dieses Format kann hier nicht verarbeitet werden. Bitte speichern Sie Filme als MP4 und Töne als MP3.',
  broken:
    'Diese Datei ist beschädigt oder nicht vollständig. Bitte öffnen und speichern Sie sie neu und versuchen Sie es dann noch einmal.',
  unknown:
    'Dieses Format wird hier nicht angenommen. Möglich sind Bilder (JPEG, PNG, WebP, GIF), PDF, Word, Excel, PowerPoint, OpenDocument, Text, MP3 und MP4.',
  pixels:
    'Dieses Bild ist zu groß: Es darf höchstens 40 Millionen Bildpunkte haben. Bitte verkleinern Sie es.',
  slow: 'Dieses Bild ließ sich nicht in angemessener Zeit verarbeiten. Bitte verkleinern Sie es oder speichern Sie es als JPEG.',
}

export const refusals = {
  missing: 'Bitte wählen Sie eine Datei aus.',
  tooLarge: 'Diese Datei ist größer als 25 MB. Bitte verkleinern Sie sie oder teilen Sie sie auf.',
  misnamed:
    'Der Name dieser Datei verspricht etwas anderes, als in ihr steht. Bitte speichern Sie sie mit der richtigen Endung und wählen Sie sie dann noch einmal aus.',
  children: 'Bitte beantworten Sie bei Bildern die Frage: Sind Kinder erkennbar?',
  childrenUnknown:
    'Bilder, auf denen Kinder erkennbar sind, brauchen die Einwilligung der Eltern, ab 14 Jahren auch die der Jugendlichen. Bitte klären Sie das zuerst, machen Sie die Gesichter unkenntlich oder nehmen Sie ein anderes Bild.',
  personFull:
    'Ihr Speicherplatz von 2 GB ist voll. Bitte löschen Sie Dateien, die Sie nicht mehr brauchen. Gelöschtes zählt noch 30 Tage.',
  plgFull:
    'Der Speicherplatz dieser PLG von 10 GB ist voll. Bitte löschen Sie Dateien, die Sie nicht mehr brauchen. Gelöschtes zählt noch 30 Tage.',
  picturesOnly: 'Ein Bild kann nur durch ein Bild ersetzt werden.',
  noPicture:
    'Diese Datei kann nicht durch ein Bild ersetzt werden. Bitte laden Sie es als neue Datei hoch.',
  staleForm: 'Dieses Formular wurde schon verwendet. Bitte laden Sie die Seite neu.',
  mayNotAdd:
    'Hier können Sie nichts hochladen. Das können nur Personen, die den Eintrag ändern dürfen.',
  mayNotChange:
    'Diese Datei ändern kann nur, wer sie hochgeladen hat oder den Eintrag ändern darf.',
}

/** A form that brings one file at most. */
export const ROOM_FOR_ONE: Room = {
  ...{ files: 1, bytes: LIMITS.file },
  tooMany: 'Bitte wählen Sie nur eine Datei aus.',
  tooLarge: refusals.tooLarge,
}

export const childrenWords: Record<Children, string> = {
  none: 'Nein',
  consented: 'Ja, und alle nötigen Einwilligungen liegen vor',
  unknown: 'Ja, aber Einwilligungen fehlen, oder ich weiß es nicht',
}

/** What is said when a file is there. */
export function sentenceFor({ name, version }: { name: string; version: number }): string {
  return version === 1
    ? `„${name}“ ist hochgeladen.`
    : `„${name}“ hat jetzt eine neue Fassung (${version}).`
}

const TYPES: Record<string, string> = {
  'image/png': 'Bild',
  'image/jpeg': 'Bild',
  'image/webp': 'Bild',
  'application/pdf': 'PDF',
  'text/plain': 'Text',
  'audio/mpeg': 'Ton',
  'audio/mp4': 'Ton',
  'video/mp4': 'Film',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
}

/** "PDF", "Word", "Bild": the type of a file in one word. */
export function typeWord(mediaType: string): string {
  return TYPES[mediaType] ?? (mediaType.includes('opendocument') ? 'OpenDocument' : 'Datei')
}

/** What the protocol calls the acts on files of others. */
export const auditWords: Record<string, string> = {
  'files.deleted': 'Fremde Datei gelöscht',
  'files.restored': 'Fremde Datei wiederhergestellt',
}
