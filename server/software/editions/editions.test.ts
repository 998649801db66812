import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct, aRelease, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { type StandingRow, standings } from '../standing/sql.ts'
import { publishEdition } from './commands.ts'
import { editionFrom } from './inputs.ts'
import { editionFile, editionFor, editionSchema, editionsFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const form = (note = '') => ({ clientKey: randomUUID(), note })
const CONDITION = { id: 'a', kind: 'other', text: '=HYPERLINK("x")', isMandatory: true }

/** Uses of every standing there is, of products listed and not. */
async function manyUses() {
  const product = await aProduct({ name: '@Bruchwerk' })
  const release = async (of: object, productId = product.id) => {
    const scenario = await aScenario({ productId })
    await aRelease({ scenarioId: scenario.id, validUntil: '2099-07-31', ...of })
  }
  await release({})
  await release({ conditions: JSON.stringify([CONDITION]) })
  await release({ validUntil: '2026-10-01' })
  await release({ suspendedAt: new Date() })
  await release({ endedAt: new Date(), endedAs: 'withdrawn' })
  await release({}, (await aProduct({ state: 'proposed' })).id)
  await aScenario({ productId: product.id })
  return product
}

async function releasedNow() {
  const set = standings({ today: localDayOf(new Date()), form: null, schools: [] })
  const { rows } = await sql<StandingRow>`select st.* from ${set} st
    join software_products p on p.id = st."productId" and p.state = 'listed'
    where st.name like 'approved%'`.execute(db())
  return rows.map((row) => `${row.scenarioId} ${row.name} ${row.until}`).sort()
}

test('an edition says what the pages say at that moment, in all its files, and never changes again', async () => {
  const product = await manyUses()
  const staff = await anActor('smz_staff')
  const shown = await releasedNow()
  expect(shown).toHaveLength(2)
  const number = await publishEdition(staff, form('Zum Halbjahr'))
  const file = await editionFile(number, 'json')
  const content = editionFrom(JSON.parse(file.body as string))
  const said = content.entries.map((one) => `${one.id} ${one.status} ${one.validUntil}`).sort()
  expect(said).toEqual(shown)

  // What happens afterwards is for the next edition.
  await db()
    .updateTable('releases')
    .set({ suspendedAt: new Date() })
    .where('endedAt', 'is', null)
    .execute()
  await db()
    .updateTable('softwareProducts')
    .set({ name: 'Anders' })
    .where('id', '=', product.id)
    .execute()
  const { edition, entries } = await editionFor(number)
  expect(entries).toEqual(content.entries)
  expect(edition.sha256).toBe(
    createHash('sha256')
      .update(file.body as string)
      .digest('hex'),
  )
  const table = (await editionFile(number, 'csv')).body as string
  expect(table).toContain(`'@Bruchwerk`)
  expect(table).toContain(`"'=HYPERLINK(""x"")"`)
  expect(table.trim().split('\r\n')).toHaveLength(3)
  await expect(publishEdition(staff, form())).rejects.toBeInstanceOf(Refusal)
})

test('the database refuses to change or delete an edition', async () => {
  await manyUses()
  const number = await publishEdition(await anActor('release_manager'), form())
  const row = () => db().updateTable('listEditions').where('number', '=', number)
  await expect(row().set({ content: '{}' }).execute()).rejects.toThrow('never changed')
  await expect(row().set({ dated: '2020-01-01' }).execute()).rejects.toThrow('never changed')
  await expect(db().deleteFrom('listEditions').execute()).rejects.toThrow('never deleted')
})

test('the same form twice makes one edition; only two offices make any; everybody reads them', async () => {
  await manyUses()
  const staff = await anActor('smz_staff')
  const input = form()
  const numbers = await Promise.all([publishEdition(staff, input), publishEdition(staff, input)])
  expect(new Set(numbers).size).toBe(1)
  for (const role of ['teacher', 'school_dpo', 'operator'])
    await expect(publishEdition(await anActor(role), form())).rejects.toBeInstanceOf(Forbidden)
  expect(await editionsFor(null, 1)).toMatchObject({ total: 1, can: { publish: false } })
  await expect(editionFor(99)).rejects.toBeInstanceOf(NotFound)
})

test('the published schema names every field', () => {
  const schema = JSON.stringify(editionSchema())
  expect(schema).toContain('lernen25-positivliste/1')
  for (const field of ['validUntil', 'conditions', 'gradeMin', 'schoolForms', 'sha'])
    expect(schema.includes(`"${field}"`)).toBe(field !== 'sha')
})
