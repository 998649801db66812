import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRegister, manyRegisterRows, REGISTER_COLUMNS } from '#db/factories/register.ts'
import { DUISBURG } from './contract.ts'
import { readDistricts, readRegister } from './inputs.ts'

const read = (...rows: Parameters<typeof aRegister>[0]) => readRegister(aRegister(rows), DUISBURG)
const bytes = (text: string) => new TextEncoder().encode(text)
const sentenceOf = (work: () => unknown) => {
  try {
    work()
    return 'accepted'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test('a row becomes a school in our words', () => {
  const [school] = read({
    Schulnummer: '900007',
    Schulbezeichnung_1: 'Schule am Lindenkranz, Gemeinschafts-',
    Schulbezeichnung_2: 'grundschule',
    Kurzbezeichnung: 'Duisburg, GG (Verb.) Lindenkranz',
    Homepage: 'https://lindenkranz.example',
    Rechtsform: '2',
  }).schools
  expect(school).toEqual({
    schoolNumber: '900007',
    name: 'GGS Lindenkranz',
    officialName: 'Schule am Lindenkranz, Gemeinschaftsgrundschule',
    schoolForm: 'primary',
    denomination: 'community',
    supportFocus: [],
    hasSeveralSites: true,
    street: 'Musterweg 1',
    postalCode: '47051',
    city: 'Duisburg',
    phone: '0203 000000',
    officialEmail: '900007@schule.nrw.de',
    homepage: 'https://lindenkranz.example',
    ownership: 'private_substitute',
    authorityNumber: '10054',
    operation: 'open',
  })
})

test('newer files have one more column in the middle', () => {
  const columns = [
    ...REGISTER_COLUMNS.slice(0, 6),
    'Bezirksregierung',
    ...REGISTER_COLUMNS.slice(6),
  ]
  const rows = [{ Schulnummer: '900001' }, { Schulnummer: '900002' }]
  expect(readRegister(aRegister(rows, columns), DUISBURG)).toEqual(read(...rows))
})

test('the order of columns and rows makes no difference', () => {
  const rows = [
    ...manyRegisterRows(6),
    { Schulnummer: '900050', Schulform: '15', Kurzbezeichnung: 'Duisburg, GE Rheinblick' },
    { Schulnummer: '900051', Gemeindeschluessel: '05111000' },
    { Schulnummer: '900052', Schulform: '0A', Kurzbezeichnung: 'Duisburg, Schulamt' },
  ]
  const expected = read(...rows)
  const shuffled = <T>(all: readonly T[]) =>
    fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })
  fc.assert(
    fc.property(shuffled(rows), shuffled(REGISTER_COLUMNS), (someRows, someColumns) => {
      expect(readRegister(aRegister(someRows, someColumns), DUISBURG)).toEqual(expected)
    }),
    { numRuns: 50 },
  )
})

test('offices and seminaries are no schools', () => {
  const forms = ['0A', '50', '51', '52', '56', '58', '02']
  const register = read(
    ...forms.map((Schulform, at) => ({ Schulform, Schulnummer: String(900_001 + at) })),
  )
  expect(register.schools).toHaveLength(1)
  expect(register.notSchools).toBe(6)
})

test('only the own municipality counts, and one without schools is refused', () => {
  const elsewhere = { Schulnummer: '900002', Gemeindeschluessel: '05111000' }
  expect(read({}, elsewhere).schools).toHaveLength(1)
  expect(read({}, elsewhere).rowsRead).toBe(2)
  expect(sentenceOf(() => read(elsewhere))).toMatch(
    /keine Schule mit dem Gemeindeschlüssel 05112000/,
  )
})

test('a slip in another city stops nobody here', () => {
  const odd = { Schulnummer: '900002', Gemeindeschluessel: '05111000', PLZ: '?', Rechtsform: '9' }
  expect(read({}, odd).schools).toHaveLength(1)
})

test.each([
  ['0', 'closing'],
  ['1', 'open'],
  ['2', 'closing'],
  ['3', 'planned'],
  ['4', 'resting'],
  ['5', 'closed'],
  ['6', 'open'],
  ['9', 'closed'],
])('operating key %s means %s', (Schulbetriebsschluessel, operation) => {
  expect(read({ Schulbetriebsschluessel }).schools[0]?.operation).toBe(operation)
})

test('several schools at one address stay several schools', () => {
  const { schools } = read({ Schulnummer: '900001' }, { Schulnummer: '900002' })
  expect(new Set(schools.map((school) => school.street)).size).toBe(1)
  expect(schools).toHaveLength(2)
})

test('an unknown Schulform is kept apart and reported with its line', () => {
  const { schools, hints } = read({ Schulform: '77' })
  expect(schools[0]?.schoolForm).toBe('other')
  expect(hints[0]).toMatch(/^Zeile 2: Die Schulform 77 ist unbekannt/)
})

test('a mailbox that is not the ministry’s is not believed', () => {
  const { schools, hints } = read({ 'E-Mail': 'somebody@else.example' })
  expect(schools[0]?.officialEmail).toBeNull()
  expect(hints[0]).toMatch(/^Zeile 2: .*E-Mail/)
})

test.each([
  ['lindenkranz.example', 'http://lindenkranz.example'],
  ['HTTP://Lindenkranz.example', 'HTTP://Lindenkranz.example'],
  ['', ''],
  ['http://', ''],
])('homepage %j becomes %j', (Homepage, homepage) => {
  expect(read({ Homepage }).schools[0]?.homepage).toBe(homepage)
})

test.each([
  [{ Schulnummer: '12' }, /^Zeile 3: Das Feld „Schulnummer“/],
  [{ Schulnummer: 'abcdef' }, /^Zeile 3: Das Feld „Schulnummer“/],
  [{ Gemeindeschluessel: 'Duisburg' }, /^Zeile 3: Das Feld „Gemeindeschluessel“/],
  [{ Schulform: 'Gymnasium' }, /^Zeile 3: Das Feld „Schulform“/],
  [{ Schulbetriebsschluessel: '7' }, /^Zeile 3: Das Feld „Schulbetriebsschluessel“/],
  [{ PLZ: 'vier' }, /^Zeile 3: Das Feld „PLZ“/],
  [{ Rechtsform: '3' }, /^Zeile 3: Das Feld „Rechtsform“/],
  [{ Kurzbezeichnung: '' }, /^Zeile 3: Das Feld „Kurzbezeichnung“ ist leer/],
  [{ Strasse: '' }, /^Zeile 3: Das Feld „Strasse“ ist leer/],
  [{ Kurzbezeichnung: 'x'.repeat(101) }, /^Zeile 3: Das Feld „Kurzbezeichnung“ .*zu lang/],
  [{ Schulbezeichnung_2: 'x'.repeat(101) }, /^Zeile 3: Das Feld „Schulbezeichnung_2“ ist zu lang/],
  [{ Telefon: 'anrufen' }, /^Zeile 3: Das Feld „Telefon“/],
  [{ Traegernummer: "1'; drop table schools" }, /^Zeile 3: Das Feld „Traegernummer“/],
  [{ Homepage: 'javascript:alert(1)' }, /^Zeile 3: Das Feld „Homepage“ ist keine Webadresse/],
  [{ Schulnummer: '900001' }, /^Zeile 3: Die Schulnummer 900001 steht schon in Zeile 2/],
])('%j is refused with its line', (wrong, sentence) => {
  expect(sentenceOf(() => read({}, { Schulnummer: '900002', ...wrong }))).toMatch(sentence)
})

test('a file between an extract and the whole register was cut off', () => {
  expect(sentenceOf(() => read(...manyRegisterRows(501)))).toMatch(/endet nach 501 Zeilen/)
  expect(sentenceOf(() => read(...manyRegisterRows(500)))).toBe('accepted')
  expect(sentenceOf(() => read(...manyRegisterRows(4_500)))).toBe('accepted')
})

test('districts are read from either kind of CSV and either way of writing them', () => {
  const comma = readDistricts(
    bytes('schulnummer,name,stadtbezirk\n900001,"a, b",Duisburg-Mitte\n900002,c,Meiderich/Beeck\n'),
  )
  const semicolon = readDistricts(
    bytes('Stadtbezirk;Schulnummer\nMitte;900001\nMeiderich-Beeck;900002\n;900003\n'),
  )
  expect([...comma]).toEqual([
    ['900001', 'mitte'],
    ['900002', 'meiderich_beeck'],
  ])
  expect(semicolon).toEqual(comma)
})

test('a district that Duisburg does not have is refused with its line', () => {
  const wrong = () => readDistricts(bytes('schulnummer;stadtbezirk\n900001;Mitte\n900002;Altona\n'))
  expect(sentenceOf(wrong)).toBe('Zeile 3: „Altona“ ist keiner der sieben Stadtbezirke.')
})

const REAL = '../shared/data/schuldaten.csv'
const DISTRICTS = '../shared/data/schools.csv'

test.skipIf(!existsSync(REAL))('the real register has 134 schools in operation here', () => {
  const register = readRegister(readFileSync(REAL), DUISBURG)
  const count = (operation: string) =>
    register.schools.filter((school) => school.operation === operation).length
  expect(count('open')).toBe(134)
  expect(count('closing')).toBe(1)
  expect(register.schools).toHaveLength(135)
  expect(register.notSchools).toBe(1)
  expect(register.hints).toEqual([])
})

test.skipIf(!existsSync(REAL))('the real register cut anywhere is refused', () => {
  const whole = readFileSync(REAL)
  fc.assert(
    fc.property(fc.integer({ min: 2_000, max: whole.length - 400_000 }), (end) => {
      expect(sentenceOf(() => readRegister(whole.subarray(0, end), DUISBURG))).toMatch(
        /abgeschnitten|keine Schule mit|UTF-8/,
      )
    }),
    { numRuns: 8, seed: 25 },
  )
})

test.skipIf(!existsSync(DISTRICTS))('every school of the real second file has a district', () => {
  expect(new Set(readDistricts(readFileSync(DISTRICTS)).values()).size).toBe(7)
})
