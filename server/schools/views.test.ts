import { beforeEach, expect, test } from 'vitest'
import { db, onQuery } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import {
  administrationFor,
  editingFor,
  findSchools,
  schoolCards,
  schoolChoices,
  schoolList,
  schoolNames,
  schoolPage,
  waitingFor,
} from './views.ts'

beforeEach(() => emptyDatabase())

const listed = async (search: string) =>
  (await schoolList(new URLSearchParams(search))).rows.map((row) => row.name)

test('select lists go by Schulform, then by name as Germans sort, and know who teaches', async () => {
  await aSchool({ name: 'Gymnasium Zeche', schoolForm: 'grammar' })
  await aSchool({ name: 'GGS Übergang', schoolForm: 'primary' })
  await aSchool({ name: 'GGS Uferweg', schoolForm: 'primary' })
  await aSchool({ name: 'GGS Zaun', schoolForm: 'primary', operation: 'closing' })
  for (const operation of ['closed', 'planned', 'resting']) await aSchool({ operation })
  expect((await schoolChoices()).map((choice) => choice.name)).toEqual([
    'GGS Übergang',
    'GGS Uferweg',
    'GGS Zaun',
    'Gymnasium Zeche',
  ])
})

test('a school is found by any part of name, street or postal code, whatever the accents', async () => {
  await aSchool({ name: 'GGS Böhmerwald', street: 'Friedenstr. 5', postalCode: '47249' })
  await aSchool({ name: 'GGS Kranweg', street: 'Kranweg 1', postalCode: '47137' })
  for (const q of [
    'böhmer',
    'BOHMER',
    'Boehmer',
    'Friedenstraße',
    'friedenstr',
    '47249',
    'wald friede',
  ])
    expect(await listed(`q=${encodeURIComponent(q)}`), q).toEqual(['GGS Böhmerwald'])
  for (const q of ['böhmer kranweg', '%', '_', '\\', "' or 1=1 --"])
    expect(await listed(`q=${encodeURIComponent(q)}`), q).toEqual([])
})

test('the list filters by Schulform and Stadtbezirk and passes over nonsense', async () => {
  await aSchool({ name: 'A', schoolForm: 'primary', district: 'sued' })
  await aSchool({ name: 'B', schoolForm: 'grammar', district: 'sued' })
  await aSchool({ name: 'C', schoolForm: 'grammar', district: 'homberg_ruhrort_baerl' })
  await aSchool({ name: 'D', operation: 'closed' })
  expect(await listed('schulform=gymnasium')).toEqual(['B', 'C'])
  expect(await listed('stadtbezirk=sued')).toEqual(['A', 'B'])
  expect(await listed('schulform=gymnasium&stadtbezirk=homberg-ruhrort-baerl')).toEqual(['C'])
  expect(await listed('schulform=%00&stadtbezirk=Altona&seite=-7')).toEqual(['A', 'B', 'C'])
})

test('the list counts schools in operation and shows 24 a page', async () => {
  for (let at = 0; at < 26; at++) await aSchool()
  await aSchool({ operation: 'closing' })
  await aSchool({ operation: 'closed' })
  const first = await schoolList(new URLSearchParams())
  expect([first.inOperation, first.closing, first.total, first.pages]).toEqual([26, 1, 27, 2])
  expect(first.rows).toHaveLength(24)
  expect((await schoolList(new URLSearchParams('seite=2'))).rows).toHaveLength(3)
})

test('a list costs the same few queries however long it is', async () => {
  let count = 0
  const measured = async () => {
    count = 0
    onQuery(() => count++)
    await schoolList(new URLSearchParams('q=schule'))
    onQuery(undefined)
    return count
  }
  await aSchool()
  const short = await measured()
  for (let at = 0; at < 30; at++) await aSchool()
  expect(await measured()).toBe(short)
  expect(short).toBeLessThanOrEqual(3)
})

test('everybody may read a school, closed ones too; unknown ones do not exist', async () => {
  await aSchool({ slug: 'ggs-kranweg', operation: 'closed' })
  expect((await schoolPage(null, 'ggs-kranweg')).can).toEqual({
    administrate: false,
    lookAfter: false,
    head: false,
  })
  await expect(schoolPage(null, 'nirgends')).rejects.toThrow(NotFound)
})

test('the Schulleitung sees the ways into its own school only', async () => {
  const [mine] = [await aSchool({ slug: 'meine' }), await aSchool({ slug: 'andere' })]
  const principal = await anActor('principal', { schoolId: mine.id })
  expect((await schoolPage(principal, 'meine')).can.lookAfter).toBe(true)
  expect((await schoolPage(principal, 'andere')).can.lookAfter).toBe(false)
})

test('the Digitalisierungsbeauftragten are shown no way to what only the Schulleitung reads', async () => {
  const school = await aSchool({ slug: 'meine' })
  const officer = await anActor('digital_officer', { schoolId: school.id })
  expect((await schoolPage(officer, 'meine')).can).toMatchObject({ lookAfter: true, head: false })
  const deputy = await anActor('deputy_principal', { schoolId: school.id })
  expect((await schoolPage(deputy, 'meine')).can).toMatchObject({ lookAfter: true, head: true })
})

test('the administration is for operators', async () => {
  await aSchool({ slug: 'ggs-kranweg', schoolNumber: '912345' })
  const operator = await anActor('operator')
  const principal = await anActor('principal')
  const { rows } = await administrationFor(operator, new URLSearchParams('q=912345'))
  expect(rows).toHaveLength(1)
  await expect(administrationFor(principal, new URLSearchParams())).rejects.toThrow(Forbidden)
  await expect(editingFor(principal, 'ggs-kranweg')).rejects.toThrow(Forbidden)
})

test('operators are told of schools that the register no longer lists', async () => {
  const operator = await anActor('operator')
  expect(await waitingFor(operator)).toEqual([])
  await aSchool({ closureProposedAt: new Date() })
  expect((await waitingFor(operator))[0]?.text).toBe('Eine Schule steht nicht mehr im Register.')
  await aSchool({ closureProposedAt: new Date() })
  expect((await waitingFor(operator))[0]?.text).toBe('2 Schulen stehen nicht mehr im Register.')
  expect(await waitingFor(await anActor('principal'))).toEqual([])
})

test('names and cards come in one query and leave out what is unknown', async () => {
  const school = await aSchool({ name: 'GGS Kranweg', slug: 'ggs-kranweg', schoolForm: 'primary' })
  const unknown = crypto.randomUUID()
  expect(await schoolNames([school.id, school.id, unknown])).toEqual(
    new Map([[school.id, { name: 'GGS Kranweg', slug: 'ggs-kranweg' }]]),
  )
  expect(await schoolNames([])).toEqual(new Map())
  const card = {
    id: school.id,
    title: 'GGS Kranweg',
    context: 'Grundschule, Mitte',
    path: '/schulen/ggs-kranweg',
  }
  expect(await schoolCards([school.id, unknown])).toEqual([card])
  expect(await findSchools(['kran', 'weg'], 5)).toEqual([card])
  await db().updateTable('schools').set({ operation: 'closed' }).execute()
  expect(await findSchools(['kran'], 5)).toEqual([])
})
