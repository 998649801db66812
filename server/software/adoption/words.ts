import type { NotificationWords } from '#server/platform/sentences.ts'
import type { AdoptionStatus, AvvStatus, Gap } from './contract.ts'

export const statusNames: Record<AdoptionStatus, string> = {
  considering: 'Wird überlegt',
  in_use: 'Im Einsatz',
  pilot: 'Wird erprobt',
  stopped: 'Nicht mehr im Einsatz',
  not_used: 'Wird nicht eingesetzt',
}

export const avvNames: Record<AvvStatus, string> = {
  not_needed: 'Nicht nötig',
  open: 'Noch offen',
  signed: 'Unterschrieben',
}
export const joinAvv = 'Dem bestehenden AV-Vertrag beitreten'

export const gapNames: Record<Gap, string> = {
  review: 'Nutzung überprüfen',
  avv: 'AV-Vertrag fehlt',
  vvt: 'Eintrag im Verzeichnis der Verarbeitungen fehlt',
  parents: 'Eltern sind nicht informiert',
  conditions: 'Auflagen sind nicht alle bestätigt',
}

export const refusals = {
  notOfProduct: 'Diese Nutzung gehört nicht zu dieser App. Bitte laden Sie die Seite neu.',
  noAvv: 'Es gibt noch keinen AV-Vertrag, dem Ihre Schule beitreten kann.',
  backwards: 'Das Ende liegt vor dem Anfang.',
  unknownCondition: 'Die Auflagen haben sich geändert. Bitte laden Sie die Seite neu.',
  overtaken: (name: string) =>
    `${name || 'Jemand'} hat inzwischen für Ihre Schule entschieden. Bitte vergleichen Sie und senden Sie noch einmal, wenn Ihre Angaben gelten sollen.`,
  notHere: 'Diese Person ist an Ihrer Schule nicht bestätigt.',
}

export const notificationWords: NotificationWords = {
  'software.adoption-wished': ({ actor, title, count }) =>
    count > 1
      ? `${count} Personen Ihrer Schule möchten „${title}“ einsetzen.`
      : `${actor ?? 'Jemand'} möchte „${title}“ an Ihrer Schule einsetzen und bittet um Ihre Entscheidung.`,
  'software.adoption-decided': ({ title }) => `Ihre Schulleitung hat über „${title}“ entschieden.`,
}

export const auditWords: Record<string, string> = {
  'software.adoption-decided': 'Über eine App für eine Schule entschieden',
  'software.delegation-given': 'Entscheidung über Apps übertragen',
  'software.delegation-taken': 'Übertragung der Entscheidung über Apps beendet',
}
