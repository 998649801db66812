import { expect, test } from 'vitest'
import type { SchoolForm } from '../../contract.ts'
import { namingOf, officialNameOf } from './rules.ts'

const NAMES: [short: string, form: SchoolForm, official: string, name: string][] = [
  ['Duisburg, GG Lindenkranz', 'primary', '', 'GGS Lindenkranz'],
  ['Duisburg,GG Lindenkranz', 'primary', '', 'GGS Lindenkranz'],
  ['Duisburg, KG Kranweg', 'primary', '', 'KGS Kranweg'],
  ['Duisburg, EG Kaimauer', 'primary', '', 'EGS Kaimauer'],
  ['Duisburg, GG (Verb.) Deichwiese', 'primary', '', 'GGS Deichwiese'],
  ['Duisburg, GG(Verb.)Deichwiese', 'primary', '', 'GGS Deichwiese'],
  ['Duisburg, GG Hafensch.', 'primary', '', 'GGS Hafenschule'],
  ['Duisburg, FÖ GG Windmühle', 'special_needs', '', 'Förderschule Windmühle'],
  ['Duisburg, FÖ GG Windmühlenschule', 'special_needs', '', 'Windmühlenschule'],
  ['Duisburg, FÖ LE,ES, SQ Am Stieg', 'special_needs', '', 'Förderschule Am Stieg'],
  ['Duisburg, GH Kohlenweg', 'lower_secondary', '', 'Hauptschule Kohlenweg'],
  ['Duisburg, RS Brückenkopf', 'intermediate_secondary', '', 'Realschule Brückenkopf'],
  ['Duisburg, RS Ufer-Realsch.', 'intermediate_secondary', '', 'Ufer-Realschule'],
  ['Duisburg, SK Drehscheibe', 'combined_secondary', '', 'Sekundarschule Drehscheibe'],
  ['Duisburg, GE Süd', 'comprehensive', 'Städt. Gesamtschule Süd', 'Gesamtschule Süd'],
  ['Duisburg, GE Rhein-Gesamtschule', 'comprehensive', '', 'Rhein-Gesamtschule'],
  ['Duisburg, Gym Hafenkante', 'grammar', 'Städt. Hafenkante-Gymnasium', 'Hafenkante-Gymnasium'],
  ['Duisburg, Gym Nordhorst', 'grammar', '', 'Gymnasium Nordhorst'],
  ['Duisburg, WBK RS, Gym Fährhaus', 'adult_education', '', 'Weiterbildungskolleg Fährhaus'],
  ['Duisburg, BK Stahlhof', 'vocational', '', 'Berufskolleg Stahlhof'],
  ['Duisburg, FW Neue Schule', 'waldorf', '', 'Neue Schule'],
  ['Duisburg, KR Mondschule', 'hospital', '', 'Mondschule'],
  ['Duisburg, GG', 'primary', '', 'GG'],
  ['Ohne Ort', 'other', '', 'Ohne Ort'],
]

test.each(NAMES)('%s (%s) is called as people say', (short, form, official, name) => {
  expect(namingOf(short, form, official).name).toBe(name)
})

test('GG is a kind of school in a Grundschule and a focus in a Förderschule', () => {
  const primary = namingOf('Duisburg, GG Windmühle', 'primary', '')
  expect(primary).toMatchObject({ denomination: 'community', supportFocus: [] })
  const special = namingOf('Duisburg, FÖ GG Windmühle', 'special_needs', '')
  expect(special).toMatchObject({ denomination: null, supportFocus: ['GG'] })
})

test('several focuses come in one order, however the register lists them', () => {
  const focusOf = (short: string) => namingOf(short, 'special_needs', '').supportFocus
  expect(focusOf('Duisburg, FÖ SQ, LE Am Stieg')).toEqual(['LE', 'SQ'])
  expect(focusOf('Duisburg, FÖ LE,SQ Am Stieg')).toEqual(['LE', 'SQ'])
})

test('(Verb.) means several sites', () => {
  expect(namingOf('Duisburg, GG (Verb.) Stieg', 'primary', '').hasSeveralSites).toBe(true)
  expect(namingOf('Duisburg, GG Stieg', 'primary', '').hasSeveralSites).toBe(false)
})

const LINES: [string[], string][] = [
  [
    ['Freie Waldorfschule Anna Muster Schu-', 'le u. Heimatsch.', ''],
    'Freie Waldorfschule Anna Muster Schule u. Heimatsch.',
  ],
  [['Städt. Otto-und-Erna-', 'Muster-Gymnasium', ''], 'Städt. Otto-und-Erna-Muster-Gymnasium'],
  [['Städt. Gem. Grundschule', '- Primarstufe -', ''], 'Städt. Gem. Grundschule - Primarstufe -'],
  [['Schule', '-Primarstufe-', 'im Verbund'], 'Schule -Primarstufe- im Verbund'],
  [['Erzbischöfliche Grund-', 'und Hauptschule'], 'Erzbischöfliche Grund- und Hauptschule'],
  [['Schule  mit', '', ' Zweig '], 'Schule mit Zweig'],
  [['', '', ''], ''],
]

test.each(LINES)('the print lines %j become one name', (lines, name) => {
  expect(officialNameOf(lines)).toBe(name)
})
