import type { Stop } from './stop.ts'

const RHEINBLICK = '/konzepte/gesamtschule-rheinblick'
const DRAFT = `${RHEINBLICK}/entwurf`

/** Pages of the MKR matrix and of lesson concepts. */
export const CONCEPT_MATRIX_STOPS: Stop[] = [
  { name: 'mkr', path: `${RHEINBLICK}/mkr` },
  { name: 'mkr-24', path: `${RHEINBLICK}/mkr?zeilen=24&spalten=jahre`, as: 'orhan.demir' },
  { name: 'mkr-stelle', path: `${RHEINBLICK}/mkr/stelle?zeile=6&spalte=9-10` },
  { name: 'mkr-version', path: `${RHEINBLICK}/v/1/mkr?zeilen=24`, as: 'orhan.demir' },
  {
    name: 'mkr-version-stelle',
    path: `${RHEINBLICK}/v/1/mkr/stelle?zeile=6&spalte=9-10`,
    as: 'orhan.demir',
  },
  {
    name: 'mkr-vergleich',
    path: '/konzepte/mkr-vergleich?schulen=gesamtschule-rheinblick,gesamtschule-suedhang',
  },
  {
    name: 'mkr-unterschiede',
    path: '/konzepte/mkr-vergleich?schulen=gesamtschule-rheinblick,gesamtschule-suedhang&sicht=unterschiede',
  },
  { name: 'mkr-entwurf', path: `${DRAFT}/mkr`, as: 'meike.thomas' },
  { name: 'mkr-entwurf-faecher', path: `${DRAFT}/mkr?sicht=fach`, as: 'meike.thomas' },
  {
    name: 'mkr-entwurf-stelle',
    path: `${DRAFT}/mkr/stelle?zeile=6&spalte=11-13`,
    as: 'meike.thomas',
  },
  { name: 'mkr-eintraege', path: `${DRAFT}/mkr/zellen`, as: 'meike.thomas' },
  { name: 'mkr-eintragen', path: `${DRAFT}/mkr/zellen/neu?zu=6.3`, as: 'meike.thomas' },
  { name: 'mkr-listen', path: `${DRAFT}/mkr/listen`, as: 'meike.thomas' },
  { name: 'mkr-vorhaben', path: `${DRAFT}/mkr/vorhaben?zu=4.1`, as: 'meike.thomas' },
  {
    name: 'vorhaben-ins-konzept',
    path: '/konzepte/vorhaben-uebernehmen?vorhaben=1',
    as: 'meike.thomas',
  },
  { name: 'unterricht', path: `${DRAFT}/unterricht`, as: 'meike.thomas' },
  { name: 'unterricht-neu', path: `${DRAFT}/unterricht/neu`, as: 'meike.thomas' },
  { name: 'unterrichtskonzept', path: '/unterricht/1', as: 'meike.thomas' },
  { name: 'unterricht-bearbeiten', path: '/unterricht/1/bearbeiten', as: 'meike.thomas' },
  { name: 'unterricht-teilen', path: '/unterricht/1/veroeffentlichen', as: 'meike.thomas' },
]
