import type {
  Advertising,
  CostModel,
  CostUnit,
  Delivery,
  DeviceScenario,
  FunctionTag,
  OfflineUse,
  Procurer,
  ProductKind,
  PupilAccount,
  ScenarioContent,
  ScenarioUser,
} from './contract.ts'

export const kindNames: Record<ProductKind, string> = {
  web: 'Im Browser',
  ios: 'App für iPad und iPhone',
  android: 'App für Android',
  windows: 'Programm für Windows',
  macos: 'Programm für macOS',
  iserv_module: 'IServ-Modul',
  content: 'Sammlung von Inhalten',
  hardware_software: 'Software zu einem Gerät',
}

export const functionNames: Record<FunctionTag, string> = {
  quiz: 'Quiz',
  pinboard: 'Pinnwand',
  mindmap: 'Mindmap',
  video: 'Film',
  audio: 'Ton',
  presentation: 'Präsentation',
  text: 'Text',
  spreadsheet: 'Tabelle',
  drawing: 'Zeichnen',
  geometry: 'Geometrie',
  programming: 'Programmieren',
  ai_chat: 'KI-Chat',
  diagnosis: 'Diagnose',
  practice: 'Üben',
  vocabulary: 'Vokabeln',
  reading: 'Lesen',
  dictionary: 'Wörterbuch',
  music: 'Musik',
  simulation: 'Simulation',
  maps: 'Karten',
  reference: 'Nachschlagen',
  lms: 'Lernplattform',
  communication: 'Verständigung',
  survey: 'Umfrage',
  collaboration: 'Zusammen schreiben',
  portfolio: 'Portfolio',
  classroom_management: 'Klasse organisieren',
  augmented_reality: 'Erweiterte Realität',
}

export const costNames: Record<CostModel, string> = {
  free: 'Kostenlos',
  freemium: 'Kostenlos, mehr gegen Geld',
  one_time: 'Einmaliger Kauf',
  subscription: 'Abonnement',
  state_licence: 'Landeslizenz',
  city_licence: 'Lizenz der Stadt',
  unknown: 'Nicht bekannt',
}

export const costUnitNames: Record<CostUnit, string> = {
  device: 'je Gerät',
  pupil: 'je Lernende:n',
  teacher: 'je Lehrkraft',
  school: 'je Schule',
  flat: 'pauschal',
}

export const procurerNames: Record<Procurer, string> = {
  land: 'Land',
  school_authority: 'Schulträger',
  school: 'Schule',
  none: 'Muss niemand beschaffen',
}

export const deliveryNames: Record<Delivery, string> = {
  browser: 'Im Browser',
  jamf: 'Auf Schul-iPads über JAMF',
  iserv_distribution: 'Über die IServ-Softwareverteilung',
  byod: 'Auf eigenen Geräten',
}

export const offlineNames: Record<OfflineUse, string> = {
  full: 'Ohne Internet nutzbar',
  partly: 'Teilweise ohne Internet',
  no: 'Nur mit Internet',
  unknown: 'Nicht bekannt',
}

export const advertisingNames: Record<Advertising, string> = {
  yes: 'Mit Werbung',
  no: 'Ohne Werbung',
  unknown: 'Nicht bekannt',
}

export const deviceNames: Record<DeviceScenario, string> = {
  school_shared_at_school: 'Geteilte Geräte der Schule, in der Schule',
  school_personal_at_school: 'Persönlich zugeteilte Geräte der Schule, in der Schule',
  school_shared_at_home: 'Geteilte Geräte der Schule, zu Hause',
  school_personal_at_home: 'Persönlich zugeteilte Geräte der Schule, zu Hause',
  byod: 'Eigene Geräte der Lernenden',
  gyod: 'Von Eltern angeschaffte, von der Schule verwaltete Geräte',
  teacher_device_only: 'Nur das Dienstgerät der Lehrkraft',
}

/** How somebody says it who asks. */
export const deviceQuestions: Record<DeviceScenario, string> = {
  school_shared_at_school: 'auf Schul-iPads in der Schule',
  school_personal_at_school: 'auf zugeteilten Schulgeräten in der Schule',
  school_shared_at_home: 'auf ausgeliehenen Schulgeräten zu Hause',
  school_personal_at_home: 'auf zugeteilten Schulgeräten zu Hause',
  byod: 'auf eigenen Geräten der Lernenden',
  gyod: 'auf elternfinanzierten Geräten',
  teacher_device_only: 'nur auf dem Dienstgerät der Lehrkraft',
}

export const accountNames: Record<PupilAccount, string> = {
  none: 'Ohne Konto',
  class_code: 'Mit Klassencode',
  pseudonym: 'Mit Pseudonym',
  sso_pseudonym: 'Anmeldung über die Schule, mit Pseudonym',
  sso_name: 'Anmeldung über die Schule, mit Namen',
  real_name: 'Mit echtem Namen',
  email: 'Mit E-Mail-Adresse',
}

/** The same inside a sentence. */
export const accountQuestions: Record<PupilAccount, string> = {
  none: 'ohne Konto',
  class_code: 'mit Klassencode',
  pseudonym: 'mit Pseudonym',
  sso_pseudonym: 'mit Anmeldung über die Schule unter Pseudonym',
  sso_name: 'mit Anmeldung über die Schule unter echtem Namen',
  real_name: 'mit echtem Namen',
  email: 'mit E-Mail-Adresse',
}

export const userNames: Record<ScenarioUser, string> = {
  teacher: 'Lehrkräfte',
  pupil: 'Lernende',
  parent: 'Eltern',
}

export const contentNames: Record<ScenarioContent, string> = {
  none: 'Keine Inhalte der Lernenden',
  learning_content: 'Lerninhalte',
  pupil_products: 'Arbeiten der Lernenden',
  communication: 'Nachrichten',
  assessment: 'Rückmeldungen und Ergebnisse',
  image_audio_video: 'Bild, Ton, Film',
}
