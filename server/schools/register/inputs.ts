import { Refusal } from '#server/platform/errors.ts'
import type { District, Operation, SchoolForm } from '../contract.ts'
import { DISTRICTS } from '../contract.ts'
import { districtWords } from '../words.ts'
import type { RegisterValues } from './contract.ts'
import { readTable, type Row } from './file/inputs.ts'
import { namingOf, officialNameOf } from './naming/rules.ts'
import { fileWords } from './words.ts'

export type RegisterSchool = RegisterValues & { schoolNumber: string }

/** The schools of one municipality in the register. */
export type Register = {
  rowsRead: number
  schools: RegisterSchool[]
  notSchools: number
  hints: string[]
}

const COLUMNS = [
  'Schulnummer',
  'Schulform',
  'Schulbezeichnung_1',
  'Schulbezeichnung_2',
  'Schulbezeichnung_3',
  'Kurzbezeichnung',
  'PLZ',
  'Ort',
  'Strasse',
  'Telefonvorwahl',
  'Telefon',
  'E-Mail',
  'Homepage',
  'Rechtsform',
  'Traegernummer',
  'Gemeindeschluessel',
  'Schulbetriebsschluessel',
] as const
type Column = (typeof COLUMNS)[number]

/** key_schulformschluessel.csv of the register; 0A, 50 to 58 are offices and seminaries (trap 6). */
const FORMS: Record<string, SchoolForm> = {
  '02': 'primary',
  '04': 'lower_secondary',
  '06': 'other',
  '08': 'special_needs',
  '10': 'intermediate_secondary',
  '13': 'other',
  '14': 'combined_secondary',
  '15': 'comprehensive',
  '16': 'community',
  '17': 'waldorf',
  '18': 'waldorf',
  '19': 'special_needs',
  '20': 'grammar',
  '25': 'adult_education',
  '30': 'vocational',
  '81': 'special_needs',
  '83': 'hospital',
  '85': 'special_needs',
  '87': 'special_needs',
  '88': 'special_needs',
}
const NOT_SCHOOLS = new Set(['0A', '50', '51', '52', '56', '58'])

/** key_schulbetriebsschluessel.csv of the register. */
const OPERATION: Record<string, Operation> = {
  '0': 'closing',
  '1': 'open',
  '2': 'closing',
  '3': 'planned',
  '4': 'resting',
  '5': 'closed',
  '6': 'open',
  '9': 'closed',
}

/** A file between a city's own extract and the whole register is neither: it was cut off. */
const LARGEST_EXTRACT = 500
const SMALLEST_REGISTER = 4_500

/**
 * The register's file as schools in our words. The shape of every row is checked, its content only for
 * the own municipality: a slip elsewhere in the state stops nobody here.
 *
 * @throws Refusal with one German sentence that names the line
 */
export function readRegister(bytes: Uint8Array, municipality: string): Register {
  const rows = readTable(bytes, { columns: COLUMNS, delimiters: [';', ','], field: 'file' })
  refuseDoubles(rows)
  const own = rows.filter((row) => keyOf(row) === municipality)
  if (own.length === 0) throw new Refusal(fileWords.noSchools(municipality), 'file')
  if (rows.length > LARGEST_EXTRACT && rows.length < SMALLEST_REGISTER)
    throw new Refusal(fileWords.cutOff(rows.length), 'file')
  const schools = own.filter((row) => !NOT_SCHOOLS.has(formOf(row)))
  const hints: string[] = []
  const found = schools.map((row) => schoolOf(row, hints)).sort(byNumber)
  if (rows.length <= LARGEST_EXTRACT) hints.push(fileWords.onlyExtract(rows.length))
  return {
    rowsRead: rows.length,
    schools: found,
    notSchools: own.length - schools.length,
    hints,
  }
}

/** The same answer in whatever order the rows stand. */
const byNumber = (a: RegisterSchool, b: RegisterSchool) =>
  a.schoolNumber.localeCompare(b.schoolNumber, 'en')

function checked(row: Row, column: Column, pattern: RegExp, what: string): string {
  const value = row.get(column)
  if (!pattern.test(value))
    throw new Refusal(`Zeile ${row.line}: Das Feld „${column}“ ist ${what}.`, 'file')
  return value
}

const numberOf = (row: Row) => checked(row, 'Schulnummer', /^\d{6}$/, 'keine sechsstellige Nummer')
const keyOf = (row: Row) =>
  checked(row, 'Gemeindeschluessel', /^\d{8}$/, 'kein achtstelliger Schlüssel')
const formOf = (row: Row) => checked(row, 'Schulform', /^[0-9A-Z]{2}$/, 'kein Schulformschlüssel')

function refuseDoubles(rows: Row[]): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const number = numberOf(row)
    const before = seen.get(number)
    if (before !== undefined)
      throw new Refusal(
        `Zeile ${row.line}: Die Schulnummer ${number} steht schon in Zeile ${before}.`,
        'file',
      )
    seen.set(number, row.line)
  }
}

const PRINT_LINES = ['Schulbezeichnung_1', 'Schulbezeichnung_2', 'Schulbezeichnung_3'] as const
/** The register's own fields have 40 characters; the database takes 100 and more. */
const SOME_TEXT = /^(?=.*\p{L}).{1,100}$/u
const short = (row: Row, column: Column) => checked(row, column, /^.{0,100}$/u, 'zu lang')

function schoolOf(row: Row, hints: string[]): RegisterSchool {
  const schoolNumber = numberOf(row)
  const form = Object.hasOwn(FORMS, formOf(row)) ? FORMS[formOf(row)] : undefined
  if (!form)
    hints.push(
      `Zeile ${row.line}: Die Schulform ${formOf(row)} ist unbekannt und wird als „Andere Schulform“ geführt.`,
    )
  const schoolForm = form ?? 'other'
  const officialName = officialNameOf(PRINT_LINES.map((column) => short(row, column)))
  const shortName = checked(row, 'Kurzbezeichnung', SOME_TEXT, 'leer oder zu lang')
  return {
    schoolNumber,
    ...namingOf(shortName, schoolForm, officialName),
    officialName,
    schoolForm,
    street: checked(row, 'Strasse', SOME_TEXT, 'leer oder zu lang'),
    postalCode: checked(row, 'PLZ', /^\d{5}$/, 'keine fünfstellige Postleitzahl'),
    city: checked(row, 'Ort', SOME_TEXT, 'leer oder zu lang'),
    phone: phoneOf(row),
    officialEmail: mailboxOf(row, schoolNumber, hints),
    homepage: homepageOf(row, hints),
    ownership:
      checked(row, 'Rechtsform', /^[12]$/, 'weder 1 noch 2') === '1'
        ? 'public'
        : 'private_substitute',
    authorityNumber: checked(row, 'Traegernummer', /^\d{0,8}$/, 'keine Nummer'),
    operation: operationOf(row),
  }
}

function operationOf(row: Row): Operation {
  const key = checked(row, 'Schulbetriebsschluessel', /^[0-69]$/, 'kein bekannter Schlüssel')
  return OPERATION[key] ?? 'open'
}

function phoneOf(row: Row): string {
  const shape = /^[\d /()-]{0,20}$/
  const parts = [
    checked(row, 'Telefonvorwahl', shape, 'keine Telefonnummer'),
    checked(row, 'Telefon', shape, 'keine Telefonnummer'),
  ]
  return parts.filter(Boolean).join(' ')
}

/**
 * The official mailbox is how a Schulleitung proves itself (product.md, section 6), so nothing but
 * the ministry's own pattern is believed.
 */
function mailboxOf(row: Row, schoolNumber: string, hints: string[]): string | null {
  const address = row.get('E-Mail').toLowerCase()
  if (address === `${schoolNumber}@schule.nrw.de`) return address
  hints.push(
    `Zeile ${row.line}: Das Feld „E-Mail“ ist nicht das amtliche Postfach ${schoolNumber}@schule.nrw.de und wird nicht übernommen.`,
  )
  return null
}

function homepageOf(row: Row, hints: string[]): string {
  const given = row.get('Homepage')
  if (!given) return ''
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `http://${given}`
  if (!/^https?:\/\//i.test(withScheme))
    throw new Refusal(`Zeile ${row.line}: Das Feld „Homepage“ ist keine Webadresse.`, 'file')
  if (URL.canParse(withScheme)) return withScheme
  hints.push(`Zeile ${row.line}: Die Homepage ist unleserlich und wird nicht übernommen.`)
  return ''
}

/**
 * The second file: `schulnummer` and `stadtbezirk`, whatever else stands in it.
 *
 * @throws Refusal with one German sentence that names the line
 */
export function readDistricts(bytes: Uint8Array): Map<string, District> {
  const rows = readTable(bytes, {
    columns: ['schulnummer', 'stadtbezirk'],
    delimiters: [';', ','],
    field: 'districts',
  })
  const found = new Map<string, District>()
  for (const row of rows) {
    const district = districtOf(row)
    if (district) found.set(row.get('schulnummer'), district)
  }
  return found
}

const keyed = (name: string) =>
  name
    .toLowerCase()
    .replace(/^(stadtbezirk )?(duisburg-)?/, '')
    .replace(/[\s-]*\/[\s-]*|-/g, '/')

const districtByName = new Map(
  DISTRICTS.map((district) => [keyed(districtWords[district]), district]),
)

function districtOf(row: Row): District | undefined {
  const name = row.get('stadtbezirk')
  if (!name) return undefined
  const district = districtByName.get(keyed(name))
  if (!district)
    throw new Refusal(
      `Zeile ${row.line}: „${name.slice(0, 40)}“ ist keiner der sieben Stadtbezirke.`,
      'districts',
    )
  return district
}
