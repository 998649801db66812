import type { ClosureEffect, HoursPurpose } from '../contract.ts'

export const purposeNames: Record<HoursPurpose, string> = {
  open: 'Räume und Geräte',
  handover: 'Ausgabe und Rückgabe',
  advice: 'Beratung',
  events: 'Gruppentermine',
}

export const effectNames: Record<ClosureEffect, string> = {
  closed: 'Ganz geschlossen',
  no_handover: 'Geöffnet, aber keine Ausgabe und Rückgabe',
}

export const weekdayNames: Record<number, string> = {
  ...{ 1: 'Montag', 2: 'Dienstag', 3: 'Mittwoch', 4: 'Donnerstag' },
  ...{ 5: 'Freitag', 6: 'Samstag', 7: 'Sonntag' },
}

export const openingWords = {
  dayMissing: 'Bitte geben Sie einen Tag an.',
  dayOdd: 'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  timeMissing: 'Bitte geben Sie eine Uhrzeit an.',
  timeOdd: 'Bitte geben Sie eine Uhrzeit wie 14:30 an.',
  purposeMissing: 'Bitte wählen Sie, wofür die Zeit gilt.',
  weekdayMissing: 'Bitte wählen Sie mindestens einen Wochentag.',
  reasonMissing: 'Bitte schreiben Sie den Grund auf. Er steht im Kalender.',
  effectMissing: 'Bitte wählen Sie, was dann nicht geht.',
  nameMissing: 'Bitte geben Sie dem Ort einen Namen.',
  stale: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  overtaken:
    'Inzwischen hat jemand anderes etwas geändert. Bitte laden Sie die Seite neu und prüfen Sie Ihre Angaben.',
  endsFirst: 'Das Ende liegt vor dem Anfang.',
  tooLong: 'Ein Eintrag reicht höchstens 400 Tage weit. Bitte tragen Sie mehrere ein.',
  isPast: 'Dieser Tag ist vorbei.',
  overlaps: (weekdays: string[]) =>
    `Für diesen Zweck gibt es dann schon eine Zeit: ${weekdays.join(', ')}. Ändern Sie diese.`,
  noLab: 'Bitte legen Sie zuerst das MediaLab als Ort an.',
  labStays: 'Das MediaLab selbst lässt sich nicht schließen. Tragen Sie Schließtage ein.',
  closedBecause: (reason: string) => `Das MediaLab hat dann geschlossen: ${reason}.`,
  noHandoverBecause: (reason: string) => `Dann ist keine Ausgabe und Rückgabe: ${reason}.`,
  hoursChanged: 'Die Öffnungszeiten haben sich geändert. Dann ist das MediaLab nicht geöffnet.',
  siteRetired: (name: string) =>
    `${name} nimmt nichts mehr an. Bitte wählen Sie einen anderen Weg.`,
}

export const openingAuditWords: Record<string, string> = {
  'medialab.hours-added': 'Öffnungszeiten des MediaLab eingetragen',
  'medialab.hours-changed': 'Öffnungszeiten des MediaLab geändert',
  'medialab.hours-removed': 'Öffnungszeiten des MediaLab gelöscht',
  'medialab.closure-added': 'Schließtage des MediaLab eingetragen',
  'medialab.closure-removed': 'Schließtage des MediaLab gelöscht',
  'medialab.site-added': 'Ort des MediaLab angelegt',
  'medialab.site-changed': 'Ort des MediaLab geändert',
  'medialab.site-retired': 'Ort des MediaLab geschlossen',
}
