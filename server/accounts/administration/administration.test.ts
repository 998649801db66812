import '#db/testing.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, anActor, aPerson } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { hashPassword } from '#server/auth/password.ts'
import { readSession } from '#server/auth/session.ts'
import { sessionsEnded } from '#server/auth/events.ts'
import { live, registerReactions } from '#server/platform/bus.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { enter, signIn } from '../entry/commands.ts'
import { refusals } from '../words.ts'
import { deactivatePerson, giveOffice, reactivatePerson, takeRole } from './commands.ts'
import { administrationFor, peopleFor, personFor } from './views.ts'

const VISIT = { network: '192.0.2.7', userAgent: '', actor: null }
let closed: string[] = []

beforeEach(async () => {
  await emptyDatabase()
  closed = []
  registerReactions([live(sessionsEnded, ({ sessionIds }) => void closed.push(...sessionIds))])
})

const asked = (query = '') => new URLSearchParams(query)
const cookieOf = async (person: { id: string; email: string }) =>
  (await enter(person, VISIT)).split(';')[0] ?? ''

async function operatorRole(actor: Actor) {
  return (
    await db()
      .selectFrom('memberships')
      .where('personId', '=', actor.id)
      .select('id')
      .executeTakeFirstOrThrow()
  ).id
}

describe('the pages of the administration', () => {
  test('are for operators only', async () => {
    const person = await aPerson()
    for (const role of ['teacher', 'principal', 'smz_staff', 'school_dpo', 'release_manager']) {
      const actor = await anActor(role)
      await expect(administrationFor(actor)).rejects.toThrow(Forbidden)
      await expect(peopleFor(actor, asked())).rejects.toThrow(Forbidden)
      await expect(personFor(actor, person.id)).rejects.toThrow(Forbidden)
      await expect(giveOffice(actor, person.id, { role: 'operator' })).rejects.toThrow(Forbidden)
      await expect(deactivatePerson(actor, person.id)).rejects.toThrow(Forbidden)
    }
  })

  test('find people by name, address and role, and take nonsense', async () => {
    const operator = await anActor('operator')
    const person = await aPerson({ firstName: 'Özlem', lastName: 'Çelik', email: 'oz@a.example' })
    await aMembership({ personId: person.id, role: 'trainee' })
    const found = async (query: string) => (await peopleFor(operator, asked(query))).rows.length
    expect(await found('q=ozlem')).toBe(1)
    expect(await found('q=OZ@A')).toBe(1)
    expect(await found('rolle=trainee')).toBe(1)
    expect(await found('q=%25')).toBe(0)
    expect(await found('q=%00%27%5C&rolle=boese&seite=-7')).toBe(0)
    expect(await found('seite=99999')).toBe(0)
    await expect(personFor(operator, 'kein-uuid')).rejects.toThrow(NotFound)
  })
})

describe('offices', () => {
  test('are given and taken with a line in the protocol', async () => {
    const operator = await anActor('operator')
    const person = await aPerson()
    await giveOffice(operator, person.id, { role: 'smz_staff' })
    await expect(giveOffice(operator, person.id, { role: 'smz_staff' })).rejects.toThrow('schon')
    const { memberships } = await personFor(operator, person.id)
    expect(memberships).toMatchObject([{ place: 'Schulmedienzentrum', state: 'confirmed' }])
    await takeRole(operator, person.id, memberships[0]?.id ?? '')
    const entries = await db().selectFrom('auditEntries').select('action').orderBy('id').execute()
    expect(entries.map(({ action }) => action)).toEqual([
      'accounts.role-given',
      'accounts.membership-ended',
    ])
  })

  test('with short sessions end the open ones', async () => {
    const operator = await anActor('operator')
    const person = await aPerson()
    const cookie = await cookieOf(person)
    await giveOffice(operator, person.id, { role: 'facilitator' })
    expect(typeof (await readSession(cookie))).toBe('object')
    await giveOffice(operator, person.id, { role: 'school_dpo' })
    expect(await readSession(cookie)).toBe('unknown')
  })

  test('of the technical administration never go to nobody', async () => {
    const last = await anActor('operator')
    await expect(takeRole(last, last.id, await operatorRole(last))).rejects.toThrow(
      refusals.lastOperator,
    )
    const second = await anActor('operator', { isActive: false })
    await expect(takeRole(last, last.id, await operatorRole(last))).rejects.toThrow(
      refusals.lastOperator,
    )
    await reactivatePerson(last, second.id)
    await takeRole(last, last.id, await operatorRole(last))
  })

  test('taken from each other at the same moment leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      await emptyDatabase()
      const one = await anActor('operator')
      const other = await anActor('operator')
      const [hers, his] = [await operatorRole(one), await operatorRole(other)]
      const results = await Promise.allSettled([
        takeRole(one, other.id, his),
        takeRole(other, one.id, hers),
      ])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })

  test('switched off at the same moment leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      await emptyDatabase()
      const one = await anActor('operator')
      const other = await anActor('operator')
      const results = await Promise.allSettled([
        deactivatePerson(one, other.id),
        takeRole(other, one.id, await operatorRole(one)),
      ])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })
})

describe('switching an account off', () => {
  test('ends sessions and sockets at once, and nobody gets in until it is on again', async () => {
    const operator = await anActor('operator')
    const password = 'Kran Hafen Regal Pudding'
    const person = await aPerson({ passwordHash: await hashPassword(password) })
    const cookie = await cookieOf(person)
    const sessionId = ((await readSession(cookie)) as Actor).sessionId
    await deactivatePerson(operator, person.id)
    expect(await readSession(cookie)).toBe('unknown')
    expect(closed).toEqual([sessionId])
    const knock = () => signIn({ email: person.email, password }, VISIT)
    await expect(knock()).rejects.toThrow(refusals.wrongCredentials)
    await expect(deactivatePerson(operator, person.id)).rejects.toThrow('schon deaktiviert')
    await reactivatePerson(operator, person.id)
    await knock()
  })

  test('is not possible for oneself', async () => {
    const operator = await anActor('operator')
    await anActor('operator')
    await expect(deactivatePerson(operator, operator.id)).rejects.toThrow(Forbidden)
  })
})
