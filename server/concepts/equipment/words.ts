import type { Basis, Kind, Lifecycle, NeedState, Source, Tier } from './contract.ts'

export const kindNames: Record<Kind, string> = {
  device_pupil: 'Mobile Endgeräte für Lernende',
  device_teacher: 'Mobile Endgeräte für Lehrende',
  presentation: 'Präsentationsmedien',
  peripheral: 'Peripheriegeräte',
  admin_pc: 'Verwaltungsrechner',
  infrastructure: 'Ausstattung der Räume',
  innovation: 'Innovation',
}

export const lifecycleNames: Record<Lifecycle, string> = {
  proposed: 'Vorgeschlagen',
  trial: 'In Erprobung',
  base: 'Basisausstattung',
  fading: 'Auslaufend',
}

export const basisNames: Record<Basis, string> = {
  pupils: 'Lernende',
  teachers: 'Lehrende',
  rooms: 'Unterrichtsräume',
  fixed: 'Feste Zahl je Schule',
}

export const tierNames: Record<Tier, string> = {
  base: 'Basisausstattung',
  beyond_base: 'Darüber hinaus',
}

export const needStateNames: Record<NeedState, string> = {
  noted: 'Notiert',
  in_talk: 'Im Gespräch',
  agreed: 'Vereinbart',
  ordered: 'Bestellt',
  delivered: 'Geliefert',
  not_agreed: 'Nicht vereinbart',
}

export const sourceNames: Record<Source, string> = {
  school: 'von der Schule gezählt',
  authority: 'vom Amt eingetragen',
  import: 'aus einer Liste übernommen',
}

/** "1 je 5 Lernende", "2 je Unterrichtsraum", "3 für die Schule". */
export function ruleWords({
  basis,
  amount,
  per,
}: {
  basis: Basis
  amount: number
  per: number
}): string {
  if (basis === 'fixed') return `${amount} für die Schule`
  if (basis === 'rooms' && per === 1) return `${amount} je Unterrichtsraum`
  return `${amount} je ${per === 1 ? '' : `${per} `}${basisNames[basis]}`
}

export const refusals = {
  classTwice: 'Eine Klasse mit diesem Namen gibt es schon.',
  tooManyClasses: 'Mehr Klassen nimmt die Liste nicht auf.',
  noDraft: 'Es gibt keinen Entwurf für diese Schulform. Bitte beginnen Sie zuerst eine Version.',
  noRules: 'Dieser Entwurf hat noch keine Zeile.',
  published: 'Diese Version ist veröffentlicht. Bitte beginnen Sie eine neue.',
  validTooEarly: 'Die vorige Version gilt schon seit diesem Tag oder später.',
  notInDraft: 'Diese Klasse steht nicht im Entwurf.',
  fixedPer: 'Eine feste Zahl gilt für die ganze Schule. Bitte tragen Sie bei „je“ eine 1 ein.',
  nothingCounted: 'Bitte tragen Sie mindestens eine Zahl ein.',
  usableMore: 'Nutzbar sind höchstens so viele, wie gezählt wurden.',
  future: 'Dieser Tag liegt in der Zukunft.',
  unknownClass: (line: number, name: string) =>
    `Zeile ${line}: Die Klasse „${name}“ gibt es nicht. Bitte schreiben Sie sie wie in der Liste.`,
  notNumber: (line: number, column: string) =>
    `Zeile ${line}: In „${column}“ steht keine Zahl von 0 bis 20000.`,
  classRepeated: (line: number, name: string) =>
    `Zeile ${line}: „${name}“ steht schon weiter oben.`,
  noPreview: 'Diese Liste liegt nicht mehr vor. Bitte laden Sie sie noch einmal hoch.',
  purposeMissing:
    'Bitte schreiben Sie in einem Satz, wofür Sie das brauchen. Bei Basisausstattung ist das nicht nötig.',
  baseHasNoPurpose: 'Basisausstattung steht Ihnen ohne Begründung zu.',
  notBase: 'Diese Klasse gehört für Ihre Schulform nicht zur Basisausstattung.',
  needGone: 'Diesen Bedarf gibt es nicht mehr.',
  needMoved: 'Inzwischen steht dieser Bedarf anders da. Bitte sehen Sie nach.',
}

export const fileWords = {
  empty: 'Die Datei ist leer.',
  tooLarge: 'Die Datei ist zu groß. Erlaubt sind 128 KB.',
  notCsv: 'Das ist keine CSV-Datei. Bitte speichern Sie die Tabelle als CSV.',
  utf16: 'Die Datei ist in UTF-16 gespeichert. Bitte speichern Sie sie als UTF-8.',
  name: 'eine Bestandsliste',
  rightOne: 'die richtige Bestandsliste',
}

export const columnNames = {
  class: 'Klasse',
  count: 'Anzahl',
  usable: 'Nutzbar',
  note: 'Bemerkung',
} as const

export const auditWords: Record<string, string> = {
  'equipment.class-saved': 'Eine Klasse der Ausstattung angelegt oder geändert',
  'equipment.standard-published': 'Eine Version der Grundausstattung veröffentlicht',
  'equipment.need-decided': 'Über einen Ausstattungsbedarf entschieden',
}
