/** The heading of the official school register, in its own order. */
export const REGISTER_COLUMNS = [
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
  'Faxvorwahl',
  'Fax',
  'E-Mail',
  'Homepage',
  'Rechtsform',
  'Traegernummer',
  'Gemeindeschluessel',
  'Schulbetriebsschluessel',
  'Schulbetriebsdatum',
  'EPSG',
  'UTMRechtswert',
  'UTMHochwert',
] as const
type RegisterRow = Record<(typeof REGISTER_COLUMNS)[number], string>

/** A row of the register: an invented primary school in Duisburg, coordinates missing as they often are. */
export function aRegisterRow(given: Partial<RegisterRow> = {}): RegisterRow {
  const number = given.Schulnummer ?? '900001'
  return {
    Schulnummer: number,
    Schulform: '02',
    Schulbezeichnung_1: 'Städt. Gem. Grundschule',
    Schulbezeichnung_2: '- Primarstufe -',
    Schulbezeichnung_3: '',
    Kurzbezeichnung: `Duisburg, GG Musterweg ${number}`,
    PLZ: '47051',
    Ort: 'Duisburg',
    Strasse: 'Musterweg 1',
    Telefonvorwahl: '0203',
    Telefon: '000000',
    Faxvorwahl: '',
    Fax: '',
    'E-Mail': `${number}@schule.nrw.de`,
    Homepage: '',
    Rechtsform: '1',
    Traegernummer: '10054',
    Gemeindeschluessel: '05112000',
    Schulbetriebsschluessel: '1',
    Schulbetriebsdatum: '01.08.1973',
    EPSG: 'null',
    UTMRechtswert: '0',
    UTMHochwert: '0',
    ...given,
  }
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The register's file as the ministry writes it: the heading ends with a semicolon, the rows do not. */
export function aRegister(
  rows: Partial<RegisterRow>[],
  columns: readonly string[] = REGISTER_COLUMNS,
): Uint8Array {
  const lines = rows.map((given) => {
    const row: Record<string, string> = aRegisterRow(given)
    return columns.map((column) => quoted(row[column] ?? '')).join(';')
  })
  return new TextEncoder().encode([`${columns.join(';')};`, ...lines, ''].join('\n'))
}

/** `count` schools with numbers from 900001 on. */
export function manyRegisterRows(count: number, given: Partial<RegisterRow> = {}) {
  return Array.from({ length: count }, (_, at) => ({
    ...given,
    Schulnummer: String(900_001 + at),
  }))
}
