import {
  denominationWords,
  districtWords,
  operationWords,
  ownershipWords,
  schoolFormWords,
  supportFocusWords,
} from '../words.ts'
import type { FieldChange, ImportSummary } from './contract.ts'

const fieldWords: Record<FieldChange['field'], string> = {
  name: 'Name',
  officialName: 'Amtlicher Name',
  schoolForm: 'Schulform',
  denomination: 'Schulart',
  supportFocus: 'Förderschwerpunkt',
  hasSeveralSites: 'Mehrere Standorte',
  district: 'Stadtbezirk',
  street: 'Straße',
  postalCode: 'Postleitzahl',
  city: 'Ort',
  phone: 'Telefon',
  officialEmail: 'Amtliches Postfach',
  homepage: 'Homepage',
  ownership: 'Trägerschaft',
  authorityNumber: 'Trägernummer',
  operation: 'Betrieb',
  listed: 'Register',
}

const valueWords: Partial<Record<FieldChange['field'], Record<string, string>>> = {
  schoolForm: schoolFormWords,
  denomination: denominationWords,
  district: districtWords,
  ownership: ownershipWords,
  operation: operationWords,
  hasSeveralSites: { true: 'ja', false: 'nein' },
  listed: { true: 'steht im Register', false: 'fehlte im Register' },
}

export const wordOfField = (field: FieldChange['field']) => fieldWords[field]

/** A stored value as German text; nothing becomes a dash. */
export function wordOfValue(field: FieldChange['field'], value: string): string {
  if (value === '') return '–'
  if (field === 'supportFocus')
    return value
      .split(', ')
      .map((focus) => (supportFocusWords as Record<string, string>)[focus] ?? focus)
      .join(', ')
  return valueWords[field]?.[value] ?? value
}

/** "2 neu, 1 geändert, 131 unverändert, 1 fehlt im Register" */
export function figuresOf(summary: {
  created: number
  changed: number
  unchanged: number
  missing: number
}): string {
  const { created, changed, unchanged, missing } = summary
  return `${created} neu, ${changed} geändert, ${unchanged} unverändert, ${missing} ${missing === 1 ? 'fehlt' : 'fehlen'} im Register`
}

/** "134 Schulen in Betrieb, 1 läuft aus" */
export function schoolsOf({ inOperation, closing }: ImportSummary): string {
  const open = `${inOperation} ${inOperation === 1 ? 'Schule' : 'Schulen'} in Betrieb`
  return closing === 0 ? open : `${open}, ${closing} ${closing === 1 ? 'läuft' : 'laufen'} aus`
}

/** Sentences about a file as a whole; each ends with what to do. */
export const fileWords = {
  empty: 'Die Datei ist leer.',
  tooLarge: 'Die Datei ist größer als 5 MB. Das amtliche Register hat etwa 2 MB.',
  notCsv:
    'Das ist keine CSV-Datei. Bitte laden Sie das Register als schuldaten.csv herunter, nicht als Excel-, ZIP-, PDF- oder XML-Datei.',
  utf16: 'Zeile 1: Die Datei ist in UTF-16 gespeichert. Bitte speichern Sie sie als UTF-8.',
  noSchools: (municipality: string) =>
    `Die Datei enthält keine Schule mit dem Gemeindeschlüssel ${municipality}. Ist es das richtige Register?`,
  cutOff: (rows: number) =>
    `Die Datei endet nach ${rows} Zeilen. Das ganze Register hat über 5.000, sie ist wohl abgeschnitten. Bitte laden Sie sie neu herunter.`,
  onlyExtract: (rows: number) =>
    `Die Datei hat nur ${rows} ${rows === 1 ? 'Zeile' : 'Zeilen'}. Das ganze Register hat über 5.000; ist es ein Auszug?`,
  tooManyMissing: (missing: number, known: number) =>
    `In der Datei fehlen ${missing} von ${known} bekannten Schulen. Sie ist wohl unvollständig; es wurde nichts geändert.`,
  uploadGone:
    'Diese geprüfte Datei gibt es nicht mehr. Nach einem Tag wird sie gelöscht. Bitte laden Sie sie noch einmal hoch.',
} as const
