import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { confirmClosure, dismissClosure, editSchool, giveBack, reopenDecision } from './commands.ts'
import { editInput } from './inputs.ts'

beforeEach(() => emptyDatabase())

const PROPOSED = new Date('2026-11-01T08:00:00Z')
const read = (id: string) =>
  db().selectFrom('schools').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
const protocol = async () =>
  (await db().selectFrom('auditEntries').select('action').orderBy('id').execute()).map(
    (entry) => entry.action,
  )
const values = { name: 'GGS Neu', district: 'walsum', homepage: '' } as const

test('nobody but an operator changes a school', async () => {
  const school = await aSchool({ closureProposedAt: PROPOSED })
  for (const role of ['teacher', 'principal', 'smz_staff', 'release_manager']) {
    const actor = await anActor(role)
    for (const act of [
      () => editSchool(actor, school.slug, values),
      () => giveBack(actor, school.slug, 'name'),
      () => confirmClosure(actor, school.id),
      () => dismissClosure(actor, school.id),
      () => reopenDecision(actor, school.id),
    ])
      await expect(act()).rejects.toThrow(Forbidden)
  }
  expect(await read(school.id)).toEqual(school)
  expect(await protocol()).toEqual([])
})

test('a confirmed closure closes, and can be taken back to what it was', async () => {
  const operator = await anActor('operator')
  const school = await aSchool({ closureProposedAt: PROPOSED, operation: 'closing' })
  await confirmClosure(operator, school.id)
  expect(await read(school.id)).toMatchObject({ operation: 'closed', closureProposedAt: null })
  await confirmClosure(operator, school.id)
  await reopenDecision(operator, school.id)
  const again = await read(school.id)
  expect(again).toMatchObject({ operation: 'closing', closedAt: null })
  expect(again.closureProposedAt).toBeInstanceOf(Date)
  expect(await protocol()).toEqual(['schools.closed', 'schools.decision-taken-back'])
})

test('a school that nobody proposes to close is not closed', async () => {
  const operator = await anActor('operator')
  const school = await aSchool()
  await expect(confirmClosure(operator, school.id)).rejects.toThrow(Refusal)
  await expect(confirmClosure(operator, crypto.randomUUID())).rejects.toThrow(NotFound)
})

test('a dismissed closure stays open, and can be taken back', async () => {
  const operator = await anActor('operator')
  const school = await aSchool({ closureProposedAt: PROPOSED })
  await dismissClosure(operator, school.id)
  expect(await read(school.id)).toMatchObject({ operation: 'open', closureProposedAt: null })
  await reopenDecision(operator, school.id)
  expect(await read(school.id)).toMatchObject({ operation: 'open', overridden: [] })
  expect((await read(school.id)).closureProposedAt).toBeInstanceOf(Date)
})

test('two decisions at once are one', async () => {
  const operator = await anActor('operator')
  const school = await aSchool({ closureProposedAt: PROPOSED })
  await Promise.allSettled([
    confirmClosure(operator, school.id),
    confirmClosure(operator, school.id),
    dismissClosure(operator, school.id),
  ])
  expect(await protocol()).toHaveLength(1)
})

test('saving what already stands there writes nothing', async () => {
  const operator = await anActor('operator')
  const school = await aSchool({ name: 'GGS Neu', district: 'walsum' })
  await editSchool(operator, school.slug, values)
  expect(await read(school.id)).toEqual(school)
  expect(await protocol()).toEqual([])
})

test('a school without a register keeps no marks of it, and its address stays', async () => {
  const operator = await anActor('operator')
  const school = await aSchool({ slug: 'ggs-alt' })
  await editSchool(operator, 'ggs-alt', values)
  expect(await read(school.id)).toMatchObject({ name: 'GGS Neu', slug: 'ggs-alt', overridden: [] })
  await expect(giveBack(operator, 'ggs-alt', 'name')).rejects.toThrow(Refusal)
})

test.each([
  ['https://www.schule.example', true],
  ['http://schule.example/index.php?id=1', true],
  ['https://müller-schule.example', true],
  ['', true],
  ['schule.example', false],
  ['javascript:alert(1)', false],
  ['https://a@b.example', false],
  ['https://localhost', false],
  ['https://x.example/"><script>', true],
])('homepage %j may be entered: %s', (homepage, isFine) => {
  expect(editInput.safeParse({ ...values, homepage }).success).toBe(isFine)
})
