import '#db/testing.ts'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forget } from '@epic-web/remember'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, aPerson } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { hashPassword } from '#server/auth/password.ts'
import { readSession } from '#server/auth/session.ts'
import { consumeToken, mintToken } from '#server/auth/tokens.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { Refusal, TooMany } from '#server/platform/errors.ts'
import { keptMails } from '#server/platform/mailbox.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { reactions } from '../reactions.ts'
import { refusals } from '../words.ts'
import { askForLink, askForReset, resetPassword, signIn, useLink, type Visit } from './commands.ts'
import { linkState } from './views.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-entry-'))
process.env.DATA_DIR = folder
afterAll(() => rmSync(folder, { recursive: true }))

const PASSWORD = 'vier Worte ohne Sinn'
const VISIT: Visit = { network: '192.0.2.7', userAgent: 'Safari/1 iPad', actor: null }
let passwordHash: string

beforeEach(async () => {
  await emptyDatabase()
  await sql`delete from graphile_worker._private_jobs`.execute(db())
  rmSync(join(folder, 'mail'), { recursive: true, force: true })
  registerReactions(reactions)
  passwordHash ??= await hashPassword(PASSWORD)
})

/** Runs what waits in the queue. */
async function workOff(): Promise<void> {
  const { rows } = await sql<{ payload: { reaction: string; payload: unknown } }>`
    with gone as (delete from graphile_worker._private_jobs returning payload)
    select payload from gone`.execute(db())
  for (const { payload } of rows) await queuedReactionNamed(payload.reaction)?.run(payload.payload)
}

async function aTeacher(given: object = {}) {
  const person = await aPerson({ passwordHash, ...given })
  await aMembership({ personId: person.id })
  return person
}

const actorBy = async (cookie: string) => (await readSession(cookie.split(';')[0] ?? '')) as Actor
const tokenIn = (text: string) => /\/([\w-]{43})\b/.exec(text)?.[1] ?? ''
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: Error) => error.name,
  )
const wrong = (email: string, visit = VISIT) =>
  signIn({ email, password: 'falsch und lang' }, visit)

describe('signing in with a password', () => {
  test('opens a session and leads on, to own pages only', async () => {
    const person = await aTeacher()
    const entered = await signIn(
      { email: person.email, password: PASSWORD, next: '/plg?seite=2' },
      VISIT,
    )
    expect(entered.to).toBe('/plg?seite=2')
    expect((await actorBy(entered.cookie)).id).toBe(person.id)
    const away = await signIn(
      { email: person.email, password: PASSWORD, next: '//boese.example' },
      VISIT,
    )
    expect(away.to).toBe('/heute')
  })

  test('knows the address in any case and the password exactly', async () => {
    const person = await aTeacher({ email: 'Jana.Groß@schule.example' })
    await signIn({ email: 'jana.groß@schule.example', password: PASSWORD }, VISIT)
    expect(
      await outcome(signIn({ email: person.email, password: PASSWORD.toLowerCase() }, VISIT)),
    ).toBe('Refusal')
  })

  test('keeps no token of a session in the database, and gives out a new one each time', async () => {
    const person = await aTeacher()
    const first = await signIn({ email: person.email, password: PASSWORD }, VISIT)
    const actor = await actorBy(first.cookie)
    const second = await signIn({ email: person.email, password: PASSWORD }, { ...VISIT, actor })
    expect(second.cookie).not.toBe(first.cookie)
    expect(await readSession(first.cookie.split(';')[0] ?? '')).toBe('unknown')
    const token = /session=([^;]+)/.exec(second.cookie)?.[1] ?? ''
    const { rows } = await sql`select * from sessions`.execute(db())
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('answers unknown, deactivated and password-less accounts like a wrong password', async () => {
    const known = await aTeacher()
    const off = await aTeacher({ isActive: false })
    const without = await aTeacher({ passwordHash: null })
    for (const email of [known.email, 'nobody@schule.example'])
      await expect(wrong(email)).rejects.toThrow(new Refusal(refusals.wrongCredentials))
    for (const { email } of [off, without])
      await expect(signIn({ email, password: PASSWORD }, VISIT)).rejects.toThrow(
        new Refusal(refusals.wrongCredentials),
      )
  })

  test('takes about the same time for known and unknown addresses', async () => {
    const { email } = await aTeacher()
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    await outcome(wrong('warm@schule.example'))
    for (let round = 0; round < 8; round += 1)
      for (const kind of ['known', 'unknown'] as const) {
        const start = performance.now()
        await outcome(wrong(kind === 'known' ? email : `nobody${round}@schule.example`))
        times[kind].push(performance.now() - start)
      }
    const median = (all: number[]) => all.sort((a, b) => a - b)[4] ?? 0
    const ratio = median(times.known) / median(times.unknown)
    // Without the dummy hash it would be some twentyfold.
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  test('writes a pseudonymous line for success and failure', async () => {
    const { email } = await aTeacher()
    await outcome(wrong(email))
    await signIn({ email, password: PASSWORD }, VISIT)
    const events = await db().selectFrom('securityEvents').selectAll().orderBy('id').execute()
    expect(events.map(({ kind }) => kind)).toEqual(['sign_in_failed', 'sign_in_ok'])
    expect(events[0]?.pseudonym).toBe(events[1]?.pseudonym)
    expect(JSON.stringify(events)).not.toContain(email)
  })
})

describe('limits', () => {
  test('let few of 40 guesses at once through, and survive a restart', async () => {
    const { email } = await aTeacher()
    const all = await Promise.all(Array.from({ length: 40 }, () => outcome(wrong(email))))
    expect(all.filter((name) => name === 'Refusal').length).toBe(10)
    forget('limiters')
    const error: unknown = await signIn({ email, password: PASSWORD }, VISIT).catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(TooMany)
    expect((error as TooMany).seconds).toBeGreaterThan(60)
  })

  test('of one account lock no other, and the right password forgives', async () => {
    const one = await aTeacher()
    const other = await aTeacher()
    for (let round = 0; round < 9; round += 1) await outcome(wrong(one.email))
    await signIn({ email: other.email, password: PASSWORD }, VISIT)
    await signIn({ email: one.email, password: PASSWORD }, VISIT)
    expect(await outcome(wrong(one.email))).toBe('Refusal')
  })

  test('of a network count failures only, and never lock another network', async () => {
    const { email } = await aTeacher()
    await spend('signInFromAddress', VISIT.network, 300)
    expect(await outcome(signIn({ email, password: PASSWORD }, VISIT))).toBe('TooMany')
    const elsewhere = { ...VISIT, network: '198.51.100.4' }
    expect(await outcome(signIn({ email, password: PASSWORD }, elsewhere))).toBe('ok')
  })

  test('of mails are three an hour for an address, known or not, by purpose', async () => {
    const { email } = await aTeacher()
    for (const address of [email, 'nobody@schule.example']) {
      const asked = []
      for (let round = 0; round < 5; round += 1)
        asked.push(await outcome(askForReset({ email: address }, VISIT.network)))
      expect(asked).toEqual(['ok', 'ok', 'ok', 'TooMany', 'TooMany'])
    }
    await workOff()
    expect(keptMails().map(({ to }) => to)).toEqual([email, email, email])
    expect(await outcome(askForLink({ email }, VISIT.network))).toBe('ok')
  })
})

describe('links', () => {
  test('are mailed to known active people only, while the request looks the same for all', async () => {
    const { email } = await aTeacher()
    const off = await aTeacher({ isActive: false })
    for (const address of [email, off.email, 'nobody@schule.example'])
      await askForLink({ email: address, next: '/plg' }, VISIT.network)
    await workOff()
    expect(readdirSync(join(folder, 'mail'))).toHaveLength(1)
    const [mail] = keptMails()
    expect(mail?.to).toBe(email)
    expect(mail?.text).toContain('http://localhost:3000/anmelden/link/')
    const token = tokenIn(mail?.text ?? '')
    expect(await linkState(token, 'sign_in')).toEqual({ isUsable: true })
    expect((await useLink(token, VISIT)).to).toBe('/plg')
    expect(await linkState(token, 'sign_in')).toEqual({ isUsable: false })
  })

  test('work once, however many use them at the same moment', async () => {
    const { id } = await aTeacher()
    const token = await mintToken('sign_in', { personId: id })
    const used = await Promise.all(Array.from({ length: 20 }, () => outcome(useLink(token, VISIT))))
    expect(used.filter((name) => name === 'ok')).toHaveLength(1)
    expect(await db().selectFrom('sessions').selectAll().execute()).toHaveLength(1)
  })

  test('of one purpose are worth nothing for another, and only their hash is kept', async () => {
    const { id } = await aTeacher()
    const token = await mintToken('sign_in', { personId: id })
    expect(await consumeToken(token, 'reset_password')).toBeUndefined()
    const { rows } = await sql`select * from one_time_tokens`.execute(db())
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('let nobody in who was deactivated meanwhile', async () => {
    const { id } = await aTeacher()
    const token = await mintToken('sign_in', { personId: id })
    await db().updateTable('persons').set({ isActive: false }).where('id', '=', id).execute()
    await expect(useLink(token, VISIT)).rejects.toThrow(refusals.linkUsedUp)
  })
})

describe('a new password by mail', () => {
  test('ends all sessions, makes other links worthless, and works from then on', async () => {
    const person = await aTeacher()
    const old = await signIn({ email: person.email, password: PASSWORD }, VISIT)
    const other = await mintToken('sign_in', { personId: person.id })
    await askForReset({ email: person.email }, VISIT.network)
    await workOff()
    const token = tokenIn(keptMails()[0]?.text ?? '')
    const long = 'Ä'.repeat(20) + 'abcdefghij '.repeat(7)
    await resetPassword(token, long, VISIT)
    expect(await readSession(old.cookie.split(';')[0] ?? '')).toBe('unknown')
    await expect(useLink(other, VISIT)).rejects.toThrow(refusals.linkUsedUp)
    await expect(resetPassword(token, long, VISIT)).rejects.toThrow(refusals.linkUsedUp)
    expect(await outcome(signIn({ email: person.email, password: long }, VISIT))).toBe('ok')
    expect(await outcome(signIn({ email: person.email, password: long.slice(0, -1) }, VISIT))).toBe(
      'Refusal',
    )
    await workOff()
    expect(keptMails().map(({ subject }) => subject)).toContain(
      'Ihr Passwort für Lernen 25 wurde geändert',
    )
  })

  test('is refused when it can be guessed, and the link stays good', async () => {
    const { id } = await aTeacher({ lastName: 'Rheinfels' })
    const token = await mintToken('reset_password', { personId: id })
    for (const weak of ['password1234', 'rheinfels2026', 'duisburg12345', 'aaaaaaaaaaaa'])
      await expect(resetPassword(token, weak, VISIT), weak).rejects.toThrow(refusals.guessable)
    expect(await linkState(token, 'reset_password')).toEqual({ isUsable: true })
  })
})
