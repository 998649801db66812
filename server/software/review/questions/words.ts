import type { Room } from '#server/files/contract.ts'
import { ANSWER_FILES } from './contract.ts'

export const questionRefusals = {
  past: 'Bitte geben Sie einen Tag an, der noch kommt.',
  noDay: 'Bitte geben Sie an, bis wann Sie eine Antwort brauchen.',
  noRequester: 'Diese Prüfung hat niemand aus einer Schule vorgeschlagen.',
  tooManyFiles: 'Bitte wählen Sie höchstens drei Dateien aus.',
  tooLarge:
    'Ihre Dateien sind zusammen größer als 10 MB. Bitte verkleinern Sie sie, oder nennen Sie eine Adresse.',
  over: 'Diese Frage ist schon beantwortet, oder die Prüfung ist weitergegangen.',
}

/** What a vendor reads whose link leads nowhere any more. */
export const linkWords = {
  unknown: 'Dieser Link ist unbekannt. Bitte öffnen Sie ihn vollständig aus der Mail.',
  answered: 'Diese Frage ist schon beantwortet. Vielen Dank.',
  expired: 'Dieser Link ist abgelaufen. Bitte schreiben Sie der Prüfstelle.',
}
/** What a vendor may send along. */
export const ANSWER_ROOM: Room = {
  ...{ files: ANSWER_FILES.most, bytes: ANSWER_FILES.bytes },
  tooMany: questionRefusals.tooManyFiles,
  tooLarge: questionRefusals.tooLarge,
}
/** Who acted, in the protocol. */
export const VENDOR = 'Anbieter, über den Link'
export type LinkState = 'open' | keyof typeof linkWords
