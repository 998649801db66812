// A school register as the ministry writes it, with invented schools. Each edition has the same
// schools in another street: an import that is half done shows as two streets.

const COLUMNS =
  'Schulnummer;Schulform;Schulbezeichnung_1;Schulbezeichnung_2;Schulbezeichnung_3;Kurzbezeichnung;PLZ;Ort;Strasse;Telefonvorwahl;Telefon;Faxvorwahl;Fax;E-Mail;Homepage;Rechtsform;Traegernummer;Gemeindeschluessel;Schulbetriebsschluessel;Schulbetriebsdatum;EPSG;UTMRechtswert;UTMHochwert;'

export const SCHOOLS = 200
export const streetOf = (edition) => `Probeweg ${edition}`

export function registerOf(edition) {
  const rows = Array.from({ length: SCHOOLS }, (_, at) => {
    const number = String(910_001 + at)
    const name = ['Städt. Gem. Grundschule', '- Primarstufe -', '', `Duisburg, GG Probe ${number}`]
    const place = ['47051', 'Duisburg', streetOf(edition), '0203', '000000', '', '']
    const rest = [`${number}@schule.example`, '', '1', '10054', '05112000', '1', '01.08.1973']
    const row = [number, '02', ...name, ...place, ...rest, 'null', '0', '0']
    return row.map((text) => `"${text}"`).join(';')
  })
  return [COLUMNS, ...rows, ''].join('\n')
}
