import '#db/testing.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, aPerson } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { type Actor, hasNetworkRole, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { readSession } from '#server/auth/session.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { keptMails } from '#server/platform/mailbox.ts'
import { cli } from '../cli.ts'
import { decideByOfficialMailbox } from '../roles/commands.ts'
import { reactions } from '../reactions.ts'
import { refusals } from '../words.ts'
import { askToRegister, issueOperatorLink, register, setUpOperator } from './commands.ts'
import { registrationLink, setUpLink } from './views.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-register-'))
process.env.DATA_DIR = folder
afterAll(() => rmSync(folder, { recursive: true }))

const NETWORK = '192.0.2.7'
const VISIT = { network: NETWORK, userAgent: 'Safari/1 iPad', actor: null }
const JULIA = {
  role: 'teacher' as const,
  firstName: 'Julia',
  lastName: 'Brandt',
  email: 'julia.brandt@schule.example',
}
let school: Awaited<ReturnType<typeof aSchool>>

beforeEach(async () => {
  await emptyDatabase()
  await sql`delete from graphile_worker._private_jobs`.execute(db())
  rmSync(join(folder, 'mail'), { recursive: true, force: true })
  registerReactions(reactions)
  school = await aSchool({ slug: 'ggs-kranweg', officialEmail: '900103@schule.example' })
})

async function workOff(): Promise<void> {
  const { rows } = await sql<{ payload: { reaction: string; payload: unknown } }>`
    with gone as (delete from graphile_worker._private_jobs returning payload)
    select payload from gone`.execute(db())
  for (const { payload } of rows) await queuedReactionNamed(payload.reaction)?.run(payload.payload)
}

const mailTo = (address: string) => keptMails().filter(({ to }) => to === address)
const tokenIn = (text = '') => /\/([\w-]{43})\b/.exec(text)?.[1] ?? ''
const actorBy = async (cookie: string) => (await readSession(cookie.split(';')[0] ?? '')) as Actor

async function tokenFor(given: object = {}) {
  const asked = { school: 'ggs-kranweg', ...JULIA, ...given }
  await askToRegister(asked, NETWORK)
  await workOff()
  return tokenIn(mailTo(asked.email)[0]?.text)
}

describe('registering', () => {
  test('leads from the mail to a signed-in person who waits and may nothing yet', async () => {
    const token = await tokenFor()
    expect(await registrationLink(token)).toMatchObject({ kind: 'person', name: 'Julia Brandt' })
    const { cookie, to } = await register(token, undefined, VISIT)
    expect(to).toBe('/willkommen')
    const actor = await actorBy(cookie)
    expect(actor.memberships).toEqual([{ role: 'teacher', schoolId: school.id, state: 'pending' }])
    expect([isConfirmed(actor), schoolsOf(actor), actor.isWelcomed]).toEqual([false, [], false])
  })

  test('makes nobody before the link comes back', async () => {
    await tokenFor()
    expect(await db().selectFrom('persons').selectAll().execute()).toEqual([])
  })

  test('tells the owner of a known address, and leads them in', async () => {
    const person = await aPerson({ email: JULIA.email })
    await askToRegister({ school: 'ggs-kranweg', ...JULIA }, NETWORK)
    await workOff()
    const [mail] = mailTo(person.email)
    expect(mail?.subject).toBe('Sie haben schon ein Konto bei Lernen 25')
    expect(mail?.text).toContain('/anmelden/link/')
    expect(await registrationLink(tokenIn(mail?.text))).toEqual({ kind: 'gone' })
  })

  test('repeats nothing that was typed in the mail to an unproven address', async () => {
    const rude = 'Gewinnen Sie auf boese.example'
    await tokenFor({ firstName: rude, lastName: rude })
    expect(JSON.stringify(keptMails())).not.toContain('boese')
  })

  test('uses a link once: of 20 at the same moment one becomes a person', async () => {
    const token = await tokenFor()
    const all = await Promise.all(
      Array.from({ length: 20 }, () =>
        register(token, undefined, VISIT).then(
          () => 'ok',
          (error: Error) => error.message,
        ),
      ),
    )
    expect(all.filter((one) => one === 'ok')).toHaveLength(1)
    expect(new Set(all.filter((one) => one !== 'ok'))).toEqual(new Set([refusals.linkUsedUp]))
    expect(await db().selectFrom('persons').selectAll().execute()).toHaveLength(1)
  })

  test('with two links for one address makes one person', async () => {
    const first = await tokenFor()
    rmSync(join(folder, 'mail'), { recursive: true, force: true })
    const second = await tokenFor()
    await register(first, undefined, VISIT)
    await expect(register(second, undefined, VISIT)).rejects.toThrow(refusals.alreadyRegistered)
  })

  test('refuses a guessable password without using the link up', async () => {
    const token = await tokenFor()
    await expect(register(token, 'lernen25lernen25', VISIT)).rejects.toThrow(refusals.guessable)
    await register(token, 'Kran Hafen Regal Pudding', VISIT)
  })

  test('refuses a school that is not in the list', async () => {
    await aSchool({ slug: 'geschlossen', operation: 'closed' })
    for (const slug of ['gibt-es-nicht', 'geschlossen'])
      await expect(askToRegister({ school: slug, ...JULIA }, NETWORK)).rejects.toThrow(
        refusals.unknownSchool,
      )
  })
})

describe('a principal', () => {
  async function principal() {
    const { cookie } = await register(await tokenFor({ role: 'principal' }), undefined, VISIT)
    await workOff()
    const token = tokenIn(mailTo('900103@schule.example')[0]?.text)
    return { cookie, token, membershipState }
  }
  const membershipState = async () =>
    (await db().selectFrom('memberships').select('state').executeTakeFirstOrThrow()).state

  test('is confirmed by whoever reads the official mailbox of the school', async () => {
    const { cookie, token } = await principal()
    expect(await registrationLink(token)).toMatchObject({ kind: 'principal', name: 'Julia Brandt' })
    await decideByOfficialMailbox(token, 'confirm')
    expect(isConfirmed(await actorBy(cookie))).toBe(true)
    expect(await registrationLink(token)).toEqual({ kind: 'gone' })
    await expect(decideByOfficialMailbox(token, 'refuse')).rejects.toThrow(refusals.linkUsedUp)
    const [entry] = await db()
      .selectFrom('auditEntries')
      .selectAll()
      .orderBy('id', 'desc')
      .execute()
    expect(entry).toMatchObject({
      action: 'accounts.membership-confirmed',
      actorName: 'Dienstliches Postfach der Schule',
    })
  })

  test('can be refused there, and reads why', async () => {
    const { token } = await principal()
    await decideByOfficialMailbox(token, 'refuse')
    expect(await membershipState()).toBe('refused')
    const told = await db().selectFrom('notifications').select('kind').execute()
    expect(told).toEqual([])
    await workOff()
    const [line] = await db().selectFrom('notifications').select('kind').execute()
    expect(line?.kind).toBe('accounts.membership-refused')
  })

  test('cannot use that link as the link of a registration', async () => {
    const { token } = await principal()
    await expect(register(token, undefined, VISIT)).rejects.toThrow(refusals.linkUsedUp)
  })

  test('of a school without a mailbox is told to the SMZ', async () => {
    await db().updateTable('schools').set({ officialEmail: null }).execute()
    const smz = await aPerson()
    await aMembership({ personId: smz.id, role: 'smz_staff' })
    await register(await tokenFor({ role: 'principal' }), undefined, VISIT)
    await workOff()
    const lines = await db().selectFrom('notifications').select(['personId', 'kind']).execute()
    expect(lines).toEqual([{ personId: smz.id, kind: 'accounts.membership-requested' }])
  })
})

describe('the first operator', () => {
  const OPERATOR = { firstName: 'Ute', lastName: 'Sand', email: 'it@amt.example' }
  const PASSWORD = 'Kran Hafen Regal Pudding'

  test('comes in by the link of the command line, once', async () => {
    const lines: string[] = []
    expect(await cli['operator:first']([], (line) => lines.push(line))).toBe(0)
    const token = tokenIn(lines.join('\n'))
    expect(await setUpLink(token)).toEqual({ isUsable: true })
    const { cookie } = await setUpOperator(token, { ...OPERATOR, password: PASSWORD }, VISIT)
    const actor = await actorBy(cookie)
    expect(hasNetworkRole(actor, 'operator')).toBe(true)
    await expect(
      setUpOperator(token, { ...OPERATOR, email: 'x@amt.example', password: PASSWORD }, VISIT),
    ).rejects.toThrow(refusals.linkUsedUp)
    const session = await db().selectFrom('sessions').select('isOffice').executeTakeFirstOrThrow()
    expect(session.isOffice).toBe(true)
  })

  test('is refused while there is one, unless it is forced', async () => {
    const person = await aPerson()
    await aMembership({ personId: person.id, role: 'operator' })
    const said: string[] = []
    expect(await cli['operator:first']([], (line) => said.push(line))).toBe(1)
    expect(said.join(' ')).not.toContain('/einrichten/')
    expect(await cli['operator:first'](['--force'], (line) => said.push(line))).toBe(0)
    await db().updateTable('persons').set({ isActive: false }).execute()
    expect(await issueOperatorLink(false)).toContain('/einrichten/')
  })

  test('never takes over an account that is there', async () => {
    await aPerson({ email: OPERATOR.email })
    const token = tokenIn(await issueOperatorLink(true))
    await expect(setUpOperator(token, { ...OPERATOR, password: PASSWORD }, VISIT)).rejects.toThrow(
      'schon registriert',
    )
    expect(await setUpLink(token)).toEqual({ isUsable: true })
  })
})
