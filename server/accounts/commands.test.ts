import '#db/testing.ts'
import { parseWithZod } from '@conform-to/zod/v4'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, anActor, aPerson } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { hashPassword, verifyPassword } from '#server/auth/password.ts'
import { readSession } from '#server/auth/session.ts'
import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  finishWelcome,
  rename,
  setInterests,
} from './commands.ts'
import { enter, signIn } from './entry/commands.ts'
import { changePasswordInput, interestsInput } from './inputs.ts'
import { accountFor, personForInvitation, personNames, sessionsFor, welcomeFor } from './views.ts'
import { refusals } from './words.ts'

const OLD = 'Kran Hafen Regal Pudding'
const NEW = 'Wolke Besen Ziegel Tinte'

beforeEach(() => emptyDatabase())

async function signedIn(given: object = {}) {
  const person = await aPerson(given)
  await aMembership({ personId: person.id })
  const visit = { network: '192.0.2.7', userAgent: 'Firefox/1 Windows', actor: null }
  const cookies = [await enter(person, visit), await enter(person, visit)].map(
    (cookie) => cookie.split(';')[0] ?? '',
  )
  const [mine = '', other = ''] = cookies
  return { person, actor: (await readSession(mine)) as Actor, mine, other, visit }
}
const stands = async (cookie: string) => typeof (await readSession(cookie)) === 'object'

describe('changing the password', () => {
  test('needs the present one, ends the other sessions and keeps this one', async () => {
    const { actor, mine, other, person, visit } = await signedIn({
      passwordHash: await hashPassword(OLD),
    })
    const wrong = { currentPassword: NEW, newPassword: NEW }
    await expect(changePassword(actor, wrong)).rejects.toThrow(refusals.wrongPassword)
    await expect(changePassword(actor, { newPassword: NEW })).rejects.toThrow(
      refusals.wrongPassword,
    )
    expect(await stands(other)).toBe(true)
    await changePassword(actor, { currentPassword: OLD, newPassword: NEW })
    expect([await stands(mine), await stands(other)]).toEqual([true, false])
    await signIn({ email: person.email, password: NEW }, visit)
  })

  test('needs none when there is none', async () => {
    const { actor, person } = await signedIn()
    await changePassword(actor, { newPassword: NEW })
    const { passwordHash } = await db()
      .selectFrom('persons')
      .where('id', '=', person.id)
      .select('passwordHash')
      .executeTakeFirstOrThrow()
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=3,p=1\$/)
  })

  test('counts tries like the door does', async () => {
    const { actor } = await signedIn({ passwordHash: await hashPassword(OLD) })
    const names = []
    for (let round = 0; round < 12; round += 1)
      names.push(
        await changePassword(actor, { currentPassword: 'falsch', newPassword: NEW }).catch(
          (error: Error) => error.name,
        ),
      )
    expect(names.slice(9)).toEqual(['Refusal', 'TooMany', 'TooMany'])
  })
})

describe('passwords', () => {
  const errorsOf = (newPassword: string) => {
    const body = new FormData()
    body.set('newPassword', newPassword)
    const submission = parseWithZod(body, { schema: changePasswordInput })
    return submission.status === 'success' ? null : submission.error?.newPassword
  }

  test('have 12 characters to 1024 bytes and may hold anything', () => {
    expect(errorsOf('elf Zeichen')).toEqual([
      'Bitte mindestens 12 Zeichen. Leerzeichen sind erlaubt.',
    ])
    expect(errorsOf('zwölf Zeiche')).toBeNull()
    expect(errorsOf('🎈'.repeat(11))).not.toBeNull()
    expect(errorsOf('🎈'.repeat(12))).toBeNull()
    expect(errorsOf('a'.repeat(1024))).toBeNull()
    expect(errorsOf('a'.repeat(1025))).not.toBeNull()
    expect(errorsOf('ä'.repeat(513))).not.toBeNull()
  })

  test('of 94 characters count exactly, and one beyond 1 KiB is refused before hashing', async () => {
    const long = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).join('')
    const hash = await hashPassword(long)
    expect(await verifyPassword(hash, long)).toBe(true)
    for (const near of [long.slice(0, -1), `${long} `, long.toLowerCase()])
      expect(await verifyPassword(hash, near)).toBe(false)
    const start = performance.now()
    for (let round = 0; round < 4; round += 1)
      expect(await verifyPassword(hash, 'x'.repeat(5_000_000))).toBe(false)
    expect(performance.now() - start).toBeLessThan(500)
  })

  test('typed with composed or decomposed umlauts are one', async () => {
    const hash = await hashPassword('Brücke über Rhein'.normalize('NFD'))
    expect(await verifyPassword(hash, 'Brücke über Rhein'.normalize('NFC'))).toBe(true)
  })
})

describe('devices', () => {
  test('are listed, this one first, and end one by one or all but this', async () => {
    const { actor, mine, other } = await signedIn()
    const { sessions } = await sessionsFor(actor)
    expect(sessions.map(({ isThis, device }) => [isThis, device])).toEqual([
      [true, 'Firefox auf Windows'],
      [false, 'Firefox auf Windows'],
    ])
    await endOwnSession(actor, sessions[1]?.id ?? '')
    expect([await stands(mine), await stands(other)]).toEqual([true, false])
    await expect(endOwnSession(actor, sessions[1]?.id ?? '')).rejects.toThrow('schon abgemeldet')
    await endOtherSessions(actor)
    expect(await stands(mine)).toBe(true)
  })

  test('of others cannot be ended', async () => {
    const { mine, actor } = await signedIn()
    const stranger = await anActor('operator')
    await expect(endOwnSession(stranger, actor.sessionId)).rejects.toThrow('schon abgemeldet')
    expect(await stands(mine)).toBe(true)
  })
})

describe('the own data', () => {
  test('change, and the protocol keeps the old name', async () => {
    const { actor } = await signedIn({ firstName: 'Kim', lastName: 'Muster' })
    await rename(actor, { firstName: 'Kim', lastName: 'Neu' })
    await setInterests(actor, { subjects: ['mathematics'], gradeBands: ['5-6'] })
    expect(await accountFor(actor)).toMatchObject({
      lastName: 'Neu',
      subjects: ['mathematics'],
      gradeBands: ['5-6'],
    })
    const entry = await db().selectFrom('auditEntries').selectAll().executeTakeFirstOrThrow()
    expect(entry.details).toEqual({ before: 'Kim Muster', after: 'Kim Neu' })
  })

  test('of interests come from a form with none, one or several boxes', () => {
    const parsed = (pairs: [string, string][]) => {
      const body = new FormData()
      for (const [name, value] of pairs) body.append(name, value)
      const submission = parseWithZod(body, { schema: interestsInput })
      return submission.status === 'success' ? submission.value : null
    }
    expect(parsed([])).toEqual({ subjects: [], gradeBands: [] })
    expect(parsed([['subjects', 'art']])).toEqual({ subjects: ['art'], gradeBands: [] })
    expect(
      parsed([
        ['subjects', 'art'],
        ['subjects', 'music'],
        ['gradeBands', '5-6'],
      ]),
    ).toEqual({ subjects: ['art', 'music'], gradeBands: ['5-6'] })
    expect(parsed([['subjects', 'boese']])).toBeNull()
  })

  test('lead through the first visit once', async () => {
    const { actor } = await signedIn({ welcomedAt: null })
    const fresh = { ...actor, isWelcomed: false }
    expect(await welcomeFor(fresh)).toMatchObject({ isConfirmed: true, isDone: false, waiting: [] })
    await finishWelcome(actor)
    const { welcomedAt } = await db()
      .selectFrom('persons')
      .select('welcomedAt')
      .executeTakeFirstOrThrow()
    expect(welcomedAt).not.toBeNull()
  })
})

test('other areas get names, and invitations find confirmed active people only', async () => {
  const { person } = await signedIn({ firstName: 'Meike', lastName: 'Thomas' })
  const waiting = await aPerson()
  await aMembership({ personId: waiting.id, state: 'pending' })
  const off = await aPerson({ isActive: false })
  await aMembership({ personId: off.id })
  expect([...(await personNames([person.id, person.id]))]).toEqual([[person.id, 'Meike Thomas']])
  expect(await personNames([])).toEqual(new Map())
  expect(await personForInvitation(` ${person.email.toUpperCase()}`)).toEqual({ id: person.id })
  for (const email of [waiting.email, off.email, 'nobody@schule.example'])
    expect(await personForInvitation(email)).toBeUndefined()
})
