import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { beforeEach, expect, test } from 'vitest'
import { db, onQuery } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aRegister, manyRegisterRows } from '#db/factories/register.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { editSchool, giveBack } from '../commands.ts'
import { forgetUploads } from '../jobs.ts'
import { applyReviewed, importFromCommandLine, reviewRegister } from './commands.ts'
import { DUISBURG } from './contract.ts'
import { comparison, importPageFor } from './views.ts'

beforeEach(() => emptyDatabase())

type Rows = Parameters<typeof aRegister>[0]
const files = (rows: Rows, districts: string | null = null) => ({
  fileName: 'schuldaten.csv',
  register: aRegister(rows),
  districts: districts === null ? null : new TextEncoder().encode(districts),
})
const importing = (rows: Rows, districts?: string) =>
  importFromCommandLine(files(rows, districts), DUISBURG)
const stored = () => db().selectFrom('schools').selectAll().orderBy('schoolNumber').execute()
const only = async () => (await stored())[0]
const everything = async () => ({
  schools: await stored(),
  imports: await db().selectFrom('registerImports').selectAll().execute(),
  changes: await db().selectFrom('schoolChanges').selectAll().execute(),
  audit: await db().selectFrom('auditEntries').selectAll().execute(),
})
const figures = (summary: Awaited<ReturnType<typeof importing>>) => [
  summary.created.length,
  summary.changed.length,
  summary.unchanged,
  summary.missing.length,
]

test('a first import creates the schools, with its own row and a line in the protocol', async () => {
  const summary = await importing([{ Schulnummer: '900001' }, { Schulnummer: '900002' }])
  expect(figures(summary)).toEqual([2, 0, 0, 0])
  const { schools, imports, audit } = await everything()
  expect(schools.map((school) => [school.schoolNumber, school.origin, school.slug])).toEqual([
    ['900001', 'register', 'ggs-musterweg-900001'],
    ['900002', 'register', 'ggs-musterweg-900002'],
  ])
  expect(imports[0]).toMatchObject({ rowsRead: 2, created: 2, importedBy: null })
  expect(audit[0]).toMatchObject({ action: 'schools.import', actorName: 'Befehlszeile' })
})

test('the same file a second time changes nothing', async () => {
  const rows = [...manyRegisterRows(5), { Schulnummer: '900050', Schulform: '08' }]
  await importing(rows, 'schulnummer;stadtbezirk\n900001;Mitte\n')
  const before = await stored()
  const summary = await importing(rows, 'schulnummer;stadtbezirk\n900001;Mitte\n')
  expect(figures(summary)).toEqual([0, 0, 6, 0])
  expect(await stored()).toEqual(before)
})

test('two imports at once make one set of schools', async () => {
  const rows = manyRegisterRows(20)
  const both = await Promise.all([importing(rows), importing(rows)])
  expect(both.map(figures).sort()).toEqual([
    [0, 0, 20, 0],
    [20, 0, 0, 0],
  ])
  expect(await stored()).toHaveLength(20)
})

test('a change of the Schulform is shown, made, and kept in the history', async () => {
  await importing([{ Schulform: '10', Kurzbezeichnung: 'Duisburg, RS Kranweg' }])
  const before = await only()
  const { changed } = await importing([
    { Schulform: '14', Kurzbezeichnung: 'Duisburg, SK Kranweg' },
  ])
  expect(changed[0]?.changes).toEqual([
    { field: 'name', before: 'Realschule Kranweg', after: 'Sekundarschule Kranweg' },
    { field: 'schoolForm', before: 'intermediate_secondary', after: 'combined_secondary' },
  ])
  const after = await only()
  expect(after).toMatchObject({
    id: before?.id,
    slug: before?.slug,
    schoolForm: 'combined_secondary',
  })
  const { changes } = await everything()
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['name', 'Realschule Kranweg', 'Sekundarschule Kranweg'],
    ['schoolForm', 'intermediate_secondary', 'combined_secondary'],
  ])
})

test('a missing school is proposed for closing, never deleted, and welcome back', async () => {
  await importing(manyRegisterRows(3))
  const { missing } = await importing(manyRegisterRows(2))
  expect(missing.map((school) => school.schoolNumber)).toEqual(['900003'])
  const proposed = (await stored())[2]
  expect(proposed).toMatchObject({ operation: 'open' })
  expect(proposed?.closureProposedAt).toBeInstanceOf(Date)
  const again = await importing(manyRegisterRows(2))
  expect(figures(again)).toEqual([0, 0, 2, 1])
  expect((await stored())[2]).toEqual(proposed)
  const back = await importing(manyRegisterRows(3))
  expect(back.changed[0]?.changes[0]).toMatchObject({ field: 'listed' })
  expect((await stored())[2]?.closureProposedAt).toBeNull()
})

test('a file without most of the schools is refused and changes nothing', async () => {
  await importing(manyRegisterRows(60))
  const before = await everything()
  await expect(importing(manyRegisterRows(40))).rejects.toThrow(
    'In der Datei fehlen 20 von 60 bekannten Schulen.',
  )
  expect(await everything()).toEqual(before)
})

test('schools that are not from the register are left alone', async () => {
  await aSchool({ origin: 'demo', schoolNumber: '990001', slug: 'ggs-musterweg-900001' })
  const { missing } = await importing([{}])
  expect(missing).toEqual([])
  expect((await stored()).map((school) => school.slug)).toEqual([
    'ggs-musterweg-900001-900001',
    'ggs-musterweg-900001',
  ])
})

test('what is set by hand survives the next import, until it is given back', async () => {
  const operator = await anActor('operator')
  await importing([{ Homepage: 'https://alt.example' }], 'schulnummer;stadtbezirk\n900001;Mitte\n')
  const slug = (await only())?.slug ?? ''
  await editSchool(operator, slug, {
    name: 'Schule am Kran',
    district: 'walsum',
    homepage: 'https://alt.example',
  })
  expect((await only())?.overridden).toEqual(['district', 'name'])
  const summary = await importing(
    [{ Homepage: 'https://neu.example', Kurzbezeichnung: 'Duisburg, GG Kranweg' }],
    'schulnummer;stadtbezirk\n900001;Hamborn\n',
  )
  expect(summary.changed[0]?.changes.map((change) => change.field)).toEqual(['homepage'])
  expect(await only()).toMatchObject({
    name: 'Schule am Kran',
    district: 'walsum',
    homepage: 'https://neu.example',
  })
  await giveBack(operator, slug, 'name')
  await giveBack(operator, slug, 'district')
  expect(await only()).toMatchObject({ name: 'GGS Kranweg', district: 'hamborn', overridden: [] })
})

test('what the register says behind a value set by hand is remembered, and no change', async () => {
  const operator = await anActor('operator')
  await importing([{}])
  const slug = (await only())?.slug ?? ''
  await editSchool(operator, slug, { name: 'Unser Name', district: null, homepage: '' })
  const summary = await importing([{ Kurzbezeichnung: 'Duisburg, GG Neuer Name' }])
  expect(figures(summary)).toEqual([0, 0, 1, 0])
  await giveBack(operator, slug, 'name')
  expect((await only())?.name).toBe('GGS Neuer Name')
})

test('without the second file districts stay as they are', async () => {
  await importing([{}], 'schulnummer;stadtbezirk\n900001;Süd\n')
  const { unchanged } = await importing([{}])
  expect(unchanged).toBe(1)
  expect((await only())?.district).toBe('sued')
})

test('a school that was closed before we knew it is not created, a known one is closed', async () => {
  await importing([{}, { Schulnummer: '900002', Schulbetriebsschluessel: '9' }])
  expect(await stored()).toHaveLength(1)
  await importing([{ Schulbetriebsschluessel: '9' }])
  expect((await only())?.operation).toBe('closed')
  expect((await only())?.closedAt).toBeInstanceOf(Date)
  await importing([{}])
  expect(await only()).toMatchObject({ operation: 'open', closedAt: null })
})

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('an import that fails at its last step changes nothing', async () => {
  await importing(manyRegisterRows(2))
  const before = await everything()
  await asOwner(
    "alter table audit_entries add constraint broken check (details->>'rows' <> '3') not valid",
  )
  try {
    const rows = [{ Strasse: 'Neue Str. 1' }, ...manyRegisterRows(3).slice(1)]
    await expect(importing(rows)).rejects.toThrow(/broken/)
  } finally {
    await asOwner('alter table audit_entries drop constraint broken')
  }
  expect(await everything()).toEqual(before)
})

test('a faulty file is refused before anything is written', async () => {
  await importing([{}])
  const before = await everything()
  await expect(importing([{}, { Schulnummer: '900002', PLZ: 'x' }])).rejects.toThrow(/^Zeile 3: /)
  await expect(importing([{}], 'schulnummer;stadtbezirk\n900001;Altona\n')).rejects.toThrow(
    /^Zeile 2: /,
  )
  expect(await everything()).toEqual(before)
})

/** Seconds of our own work since `start`: the same on a busy machine. */
function secondsOfWork(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

test('a whole register is imported in a few statements and under three seconds', async () => {
  const rows = manyRegisterRows(5_500)
  let statements = 0
  onQuery(() => statements++)
  const start = process.cpuUsage()
  await importing(rows)
  const seconds = secondsOfWork(start)
  onQuery(undefined)
  expect(await stored()).toHaveLength(5_500)
  expect(statements).toBeLessThan(12)
  expect(seconds).toBeLessThan(3)
})

test('only operators review and apply', async () => {
  const teacher = await anActor('teacher')
  await expect(reviewRegister(teacher, files([{}]))).rejects.toThrow(Forbidden)
  await expect(applyReviewed(teacher, crypto.randomUUID())).rejects.toThrow(Forbidden)
  await expect(importPageFor(teacher, null)).rejects.toThrow(Forbidden)
})

test('what was reviewed is what is applied, once', async () => {
  const operator = await anActor('operator')
  await aSchool()
  const id = await reviewRegister(operator, files([{ Schulnummer: '910001' }]))
  expect((await importPageFor(operator, id)).review?.summary.created).toHaveLength(1)
  expect(await db().selectFrom('registerImports').selectAll().execute()).toEqual([])
  const first = await applyReviewed(operator, id)
  expect(first).toMatchObject({ created: 1, changed: 0, unchanged: 0, missing: 0 })
  expect(await applyReviewed(operator, id)).toMatchObject({ created: 1 })
  const { imports, audit } = await everything()
  expect(imports.map((row) => [row.id, row.importedBy])).toEqual([[id, operator.id]])
  expect(audit).toHaveLength(1)
  expect(await importPageFor(operator, id)).toEqual({ review: null, isGone: true })
})

test('pressing "Übernehmen" twice at once imports once', async () => {
  const operator = await anActor('operator')
  const id = await reviewRegister(operator, files([{ Schulnummer: '910001' }]))
  const both = await Promise.all([applyReviewed(operator, id), applyReviewed(operator, id)])
  expect(both.map((done) => done.created)).toEqual([1, 1])
  expect((await everything()).imports).toHaveLength(1)
})

test('a faulty file is not kept for review', async () => {
  const operator = await anActor('operator')
  await expect(reviewRegister(operator, files([{ PLZ: 'x' }]))).rejects.toThrow(Refusal)
  expect(await db().selectFrom('registerUploads').select('id').execute()).toEqual([])
})

test('a reviewed file is forgotten after a day', async () => {
  const operator = await anActor('operator')
  const id = await reviewRegister(operator, files([{}]))
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
  await forgetUploads.run(hours(23))
  expect((await importPageFor(operator, id)).review?.id).toBe(id)
  await forgetUploads.run(hours(25))
  await expect(applyReviewed(operator, id)).rejects.toThrow(/gibt es nicht mehr/)
})

test('an address that names no upload is no error', async () => {
  const operator = await anActor('operator')
  expect(await importPageFor(operator, "x' or 1=1")).toEqual({ review: null, isGone: true })
})

const REAL = '../shared/data/schuldaten.csv'

test.skipIf(!existsSync(REAL))('the real register: 134 in operation, twice the same', async () => {
  const real = {
    fileName: 'schuldaten.csv',
    register: readFileSync(REAL),
    districts: readFileSync('../shared/data/schools.csv'),
  }
  const first = await importFromCommandLine(real, DUISBURG)
  expect(figures(first)).toEqual([135, 0, 0, 0])
  const schools = await stored()
  expect(schools.filter((school) => school.operation === 'open')).toHaveLength(134)
  expect(schools.every((school) => school.district !== null)).toBe(true)
  expect(new Set(schools.map((school) => school.name)).size).toBe(135)
  const second = (await comparison(real, DUISBURG)).summary
  expect(figures(second)).toEqual([0, 0, 135, 0])
})
