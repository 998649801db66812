import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { editMany } from './commands.ts'
import { bulkInput } from './inputs.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

test('many are changed at once, and what they said before is written down', async () => {
  const smz: Actor = await anActor('smz_staff')
  const [one, same, gone] = [
    await aProduct({ subjects: ['german'] }),
    await aProduct({ subjects: ['mathematics'] }),
    await aProduct({ state: 'removed' }),
  ]
  const ids = [one, same, gone].map(({ id }) => id)
  const add = { field: 'subjects', value: 'mathematics' } as const
  expect(await editMany(smz, { ids, change: add })).toBe(1)
  expect(await editMany(smz, { ids, change: add })).toBe(0)
  expect(await editMany(smz, { ids, change: { field: 'costModel', value: 'free' } })).toBe(2)
  const rows = await db().selectFrom('softwareProducts').selectAll().orderBy('number').execute()
  expect(rows).toMatchObject([
    { subjects: ['german', 'mathematics'], costModel: 'free', version: 3 },
    { subjects: ['mathematics'], costModel: 'free', version: 2 },
    { costModel: 'unknown', version: 1 },
  ])
  const changes = await db()
    .selectFrom('softwareChanges')
    .select(['productId', 'field', 'before', 'after'])
    .where('productId', '=', one.id)
    .orderBy('id')
    .execute()
  expect(changes).toMatchObject([
    { field: 'subjects', before: 'german', after: 'german, mathematics' },
    { field: 'costModel', before: 'unknown', after: 'free' },
  ])
  const audit = await db().selectFrom('auditEntries').select('action').execute()
  expect(audit).toHaveLength(2)
  const change = { ids, change: add }
  for (const role of ['teacher', 'principal', 'school_dpo', 'operator'])
    await expect(editMany(await anActor(role), change)).rejects.toThrow(Forbidden)
})

test.each(['', 'name:x', 'costModel:gift', '__proto__:x', 'version:3', 'subjects'])(
  'only what is on the table can be set: %j',
  (change) => {
    const ids = ['00000000-0000-4000-8000-000000000000']
    expect(bulkInput.safeParse({ ids, change }).success).toBe(false)
  },
)
