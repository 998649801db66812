import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aRegister, manyRegisterRows } from '#db/factories/register.ts'
import { emptyDatabase } from '#db/testing.ts'
import { importSchools } from './cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'register-'))
const FILE = join(folder, 'schuldaten.csv')
const DISTRICTS = join(folder, 'bezirke.csv')

beforeEach(async () => {
  await emptyDatabase()
  writeFileSync(FILE, aRegister(manyRegisterRows(3)))
  writeFileSync(DISTRICTS, 'schulnummer,stadtbezirk\n900001,Hamborn\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

async function run(...args: string[]) {
  const lines: string[] = []
  const code = await importSchools(args, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}
const count = async () => (await db().selectFrom('schools').select('id').execute()).length

test('a dry run shows everything and changes nothing', async () => {
  const { code, text } = await run(FILE, '--dry-run', '--districts', DISTRICTS)
  expect(code).toBe(0)
  expect(text).toContain(
    'neu        900001 GGS Musterweg 900001 (Grundschule, Hamborn, Musterweg 1)',
  )
  expect(text).toContain('3 Schulen in Betrieb')
  expect(text).toContain('3 neu, 0 geändert, 0 unverändert, 0 fehlen im Register')
  expect(text).toContain('Es wurde nichts geändert')
  expect(await count()).toBe(0)
})

test('an import shows field by field what was and what is', async () => {
  await run(FILE)
  const rows = [{ Strasse: 'Kranweg 2' }, { Schulnummer: '900002', Schulbezeichnung_1: 'Neu' }]
  writeFileSync(FILE, aRegister(rows))
  const { code, text } = await run(FILE)
  expect(code).toBe(0)
  expect(text).toContain('Straße: Musterweg 1 → Kranweg 2')
  expect(text).toContain('fehlt      900003')
  expect(text).toContain('0 neu, 2 geändert, 0 unverändert, 1 fehlt im Register')
})

test('a faulty file answers with its line and code 1', async () => {
  writeFileSync(FILE, aRegister([{}, { Schulnummer: '900002', PLZ: 'x' }]))
  const { code, text } = await run(FILE)
  expect(code).toBe(1)
  expect(text).toMatch(/^Zeile 3: .*\nEs wurde nichts geändert\.$/)
  writeFileSync(DISTRICTS, 'schulnummer,stadtbezirk\n900001,Altona\n')
  writeFileSync(FILE, aRegister([{}]))
  expect((await run(FILE, '--districts', DISTRICTS)).text).toMatch(/^Stadtbezirke: Zeile 2: /)
  expect(await count()).toBe(0)
})

test('another municipality is another city’s schools', async () => {
  writeFileSync(FILE, aRegister([{ Gemeindeschluessel: '05111000' }]))
  expect((await run(FILE)).code).toBe(1)
  expect((await run(FILE, '--municipality', '05111000')).code).toBe(0)
})

test('a file that is not there, and a call that is none, are answered', async () => {
  expect(await run(join(folder, 'fehlt.csv'))).toMatchObject({ code: 1 })
  expect((await run(folder)).code).toBe(1)
  for (const args of [[], [FILE, FILE], [FILE, '--unknown'], [FILE, '--municipality', 'Duisburg']])
    expect(await run(...args)).toMatchObject({
      code: 2,
      text: expect.stringContaining('Aufruf:') as string,
    })
})
