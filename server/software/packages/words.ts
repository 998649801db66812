import type { Part } from './contract.ts'

export const partNames: Record<Part, string> = {
  avv: 'Vermerk zum AV-Vertrag',
  vvt: 'Textbaustein für das Verzeichnis der Verarbeitungen',
  art13: 'Information nach Art. 13 DSGVO',
  parents: 'Elternbrief',
  rules: 'Nutzungsregeln',
}

/** Kinds of data as records name them; what is written in free words stands as it is. */
export const categoryNames: Record<string, string> = {
  name: 'Name',
  pseudonym: 'Pseudonym',
  class: 'Klasse',
  school: 'Schule',
  email: 'E-Mail-Adresse',
  age_or_birthdate: 'Alter oder Geburtsdatum',
  gender: 'Geschlecht',
  ip_address: 'IP-Adresse',
  device_id: 'Kennung des Geräts',
  usage_log: 'Nutzungsdaten',
  learning_progress: 'Lernstand',
  answers: 'Antworten',
  free_text: 'Freitexte',
  chat: 'Nachrichten',
  image: 'Bilder',
  voice: 'Tonaufnahmen',
  video: 'Filmaufnahmen',
  location: 'Standort',
  contacts: 'Kontakte',
  grade: 'Noten',
  special_need: 'Förderbedarf',
  health: 'Gesundheit',
  religion: 'Religion',
  biometric: 'biometrische Daten',
  payment: 'Zahlungsdaten',
  parent_contact: 'Kontaktdaten der Eltern',
}

/** Legal bases as they were recorded in the review; nothing is said where nothing was. */
export const basisNames: Record<string, string> = {
  schulg_120_5: '§ 120 Abs. 5 SchulG NRW',
  schulg_121: '§ 121 SchulG NRW',
  vo_dv_1: 'VO-DV I',
  vo_dv_2: 'VO-DV II',
  consent: 'Einwilligung',
  contract: 'Vertrag',
  none_needed: 'keine nötig',
}

/** What nobody but the school can say is never invented. */
export const gap = (what: string) => `[von der Schule zu ergänzen: ${what}]`

export const words = {
  noPdf: 'Ein PDF kann hier gerade nicht erstellt werden. Bitte nehmen Sie die Word-Datei.',
  noUse: 'Zu dieser App ist noch keine Nutzung beschrieben.',
}
