import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aProduct, aRelease, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { registerHouse } from '#server/open.ts'
import { Conflict, Forbidden, Refusal } from '#server/platform/errors.ts'
import { adopt, askForApp } from './commands.ts'
import type { Gap } from './contract.ts'
import { giveDelegation, takeDelegation } from './delegation/commands.ts'
import { adoptInput } from './inputs.ts'
import { may } from './policy.ts'
import { gapsOf } from './rules.ts'
import { softwareFile, softwareOfSchool } from './school/views.ts'
import { adoptionFor, waitingFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

async function setting() {
  const school = await aSchool()
  const product = await aProduct({ name: '=SUMME(A1)' })
  const scenario = await aScenario({ productId: product.id })
  return {
    ...{ school, product, scenario },
    head: await anActor('principal', { schoolId: school.id }),
    teacher: await anActor('teacher', { schoolId: school.id }),
  }
}
type Setting = Awaited<ReturnType<typeof setting>>

const decision = (at: Setting, more: object = {}) =>
  adoptInput.parse({
    ...{ clientKey: randomUUID(), schoolId: at.school.id, scenarioId: at.scenario.id, seen: '' },
    ...{ status: 'in_use', avv: 'signed', vvtEntered: 'on', parentsInformed: 'on', ...more },
  })
const currents = () => db().selectFrom('schoolAdoptions').where('endedAt', 'is', null).selectAll()
const CONDITION = { id: 'a', kind: 'pseudonym_only', text: 'Nur mit Pseudonym', isMandatory: true }

test('the Schulleitung decides for its school; each decision is a row that ends the one before', async () => {
  const at = await setting()
  await adopt(at.head, at.product.slug, decision(at))
  const [first] = await currents().execute()
  await adopt(at.head, at.product.slug, decision(at, { status: 'stopped', seen: first?.id }))
  const all = await db().selectFrom('schoolAdoptions').orderBy('decidedAt').selectAll().execute()
  expect(all.map(({ status, endedAt }) => [status, endedAt === null])).toEqual([
    ['in_use', false],
    ['stopped', true],
  ])
  const audit = await db().selectFrom('auditEntries').select('action').execute()
  expect(audit.map(({ action }) => action)).toEqual(Array(2).fill('software.adoption-decided'))
})

test('the same form twice is one decision; of two forms at once the second reads the first', async () => {
  const at = await setting()
  const input = decision(at)
  await Promise.all([
    adopt(at.head, at.product.slug, input),
    adopt(at.head, at.product.slug, input),
  ])
  expect(await currents().execute()).toHaveLength(1)
  const [{ id: seen } = { id: '' }] = await currents().execute()
  const results = await Promise.allSettled(
    ['pilot', 'stopped'].map((status) =>
      adopt(at.head, at.product.slug, decision(at, { status, seen })),
    ),
  )
  const [refused] = results.filter((result) => result.status === 'rejected')
  expect(refused?.reason).toBeInstanceOf(Conflict)
  expect((refused?.reason as Conflict).theirs).toMatch(/Wird erprobt|Nicht mehr/)
  expect(await currents().execute()).toHaveLength(1)
})

test('whoever the Schulleitung lets decide does, until it ends that, and at this school only', async () => {
  const at = await setting()
  const decide = (actor: Actor, schoolId = at.school.id) =>
    adopt(actor, at.product.slug, { ...decision(at), schoolId })
  await expect(decide(at.teacher)).rejects.toBeInstanceOf(Forbidden)
  await expect(giveDelegation(at.teacher, at.school.slug, at.teacher.id)).rejects.toBeInstanceOf(
    Forbidden,
  )
  await giveDelegation(at.head, at.school.slug, at.teacher.id)
  await decide(at.teacher)
  await expect(decide(at.teacher, (await aSchool()).id)).rejects.toBeInstanceOf(Forbidden)
  await takeDelegation(at.head, at.school.slug, at.teacher.id)
  await expect(decide(at.teacher)).rejects.toBeInstanceOf(Forbidden)
  const stranger = await anActor()
  await expect(giveDelegation(at.head, at.school.slug, stranger.id)).rejects.toBeInstanceOf(Refusal)
})

test('a school joins the contract of another, and only where there is one', async () => {
  const at = await setting()
  const joining = decision(at, { avv: 'join' })
  await expect(adopt(at.head, at.product.slug, joining)).rejects.toBeInstanceOf(Refusal)
  const other = await anActor('principal')
  const there = other.memberships[0]?.schoolId ?? ''
  await adopt(other, at.product.slug, { ...decision(at), schoolId: there })
  await adopt(at.head, at.product.slug, joining)
  const mine = await currents().where('schoolId', '=', at.school.id).executeTakeFirstOrThrow()
  expect(mine).toMatchObject({ avvStatus: 'signed' })
  expect(mine.avvOn).toMatch(/^\d{4}-/)
})

test('when the release of a use is gone the school looks again; a new one of the same conditions is no reason', async () => {
  const at = await setting()
  const one = await aRelease({ scenarioId: at.scenario.id, validUntil: '2099-07-31' })
  await adopt(at.head, at.product.slug, decision(at))
  const end = (id: string, endedAs: string) =>
    db()
      .updateTable('releases')
      .set({ endedAt: new Date(), endedAs })
      .where('id', '=', id)
      .execute()
  expect(await waitingFor(at.head)).toEqual([])
  await end(one.id, 'superseded')
  const again = await aRelease({ scenarioId: at.scenario.id, validUntil: '2099-12-31' })
  expect(await waitingFor(at.head)).toEqual([])
  await end(again.id, 'superseded')
  await aRelease({
    ...{ scenarioId: at.scenario.id, validUntil: '2099-07-31' },
    conditions: JSON.stringify([CONDITION]),
  })
  expect((await waitingFor(at.head)).map(({ text }) => text).join()).toContain('überprüfen')
  expect(await waitingFor(at.teacher)).toEqual([])
  const [row] = (await softwareOfSchool(at.head, at.school.slug, 1)).rows
  expect(row?.gaps).toEqual(['review', 'conditions'] satisfies Gap[])

  const [{ id: seen } = { id: '' }] = await currents().execute()
  const strange = decision(at, { seen, conditions: ['b'] })
  await expect(adopt(at.head, at.product.slug, strange)).rejects.toBeInstanceOf(Refusal)
  await adopt(at.head, at.product.slug, decision(at, { seen, conditions: ['a'] }))
  expect(await waitingFor(at.head)).toEqual([])
})

test('teachers ask once; those who decide read who asks, others only how many', async () => {
  const at = await setting()
  const wish = { schoolId: at.school.id, note: 'Für die 6b' }
  await askForApp(at.teacher, at.product.slug, wish)
  await askForApp(at.teacher, at.product.slug, wish)
  await expect(askForApp(at.head, at.product.slug, wish)).rejects.toBeInstanceOf(Forbidden)
  const colleague = await anActor('teacher', { schoolId: at.school.id })
  const read = async (actor: Actor) => (await adoptionFor(actor, at.product.slug, null)).wishes
  expect((await read(at.head)).map(({ name }) => name)).toEqual([fullName(at.teacher)])
  expect((await read(colleague)).map(({ name }) => name)).toEqual([null])
})

test('the table of a school holds no formula, and no other school reads it', async () => {
  const at = await setting()
  await adopt(at.head, at.product.slug, decision(at))
  expect((await softwareFile(at.teacher, at.school.slug)).text).toContain(`'=SUMME(A1);`)
  const stranger = await anActor('principal')
  await expect(softwareFile(stranger, at.school.slug)).rejects.toBeInstanceOf(Forbidden)
  await expect(adoptionFor(stranger, at.product.slug, at.school.slug)).rejects.toThrow()
})

describe('who may ask', () => {
  test.each([...SCHOOL_ROLES, ...NETWORK_ROLES])('%s', (role) => {
    const isOffice = (NETWORK_ROLES as readonly string[]).includes(role)
    const actor = (state: 'pending' | 'confirmed'): Actor => ({
      ...{ id: 'me', sessionId: '', firstName: 'Kim', lastName: 'Muster', isWelcomed: true },
      memberships: [{ role, state, schoolId: isOffice ? null : 'school' }],
    })
    const isHead = role === 'principal' || role === 'deputy_principal'
    for (const isDelegate of [false, true]) {
      const facts = { schoolId: 'school', isDelegate }
      expect(may.wish(actor('confirmed'), facts)).toBe(!isOffice && !isHead && !isDelegate)
      expect(may.wish(actor('pending'), facts)).toBe(false)
      expect(may.wish(actor('confirmed'), { ...facts, schoolId: 'other' })).toBe(false)
    }
  })
})

test('nothing is missing of what a school does not use', () => {
  const open = { avvStatus: 'open', vvtEntered: false, parentsInformed: false } as const
  const facts = { ...open, conditionsConfirmed: [], needsReview: true }
  const condition = { ...CONDITION, kind: 'pseudonym_only' } as const
  expect(gapsOf({ ...facts, status: 'in_use' }, [condition])).toHaveLength(5)
  expect(gapsOf({ ...facts, status: 'stopped' }, [condition])).toEqual([])
})
