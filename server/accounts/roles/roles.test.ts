import '#db/testing.ts'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, anActor, aPerson } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { reactions } from '../reactions.ts'
import { refusals } from '../words.ts'
import {
  confirmMembership,
  endMembership,
  giveRole,
  refuseMembership,
  requestRole,
  restoreMembership,
} from './commands.ts'
import { membershipCards, schoolPeopleFor, waitingFor } from './views.ts'

let school: Awaited<ReturnType<typeof aSchool>>

beforeEach(async () => {
  await emptyDatabase()
  await sql`delete from graphile_worker._private_jobs`.execute(db())
  registerReactions(reactions)
  school = await aSchool()
})

async function workOff(): Promise<void> {
  const { rows } = await sql<{ payload: { reaction: string; payload: unknown } }>`
    with gone as (delete from graphile_worker._private_jobs returning payload)
    select payload from gone`.execute(db())
  for (const { payload } of rows) await queuedReactionNamed(payload.reaction)?.run(payload.payload)
}

async function waitingOne(role = 'teacher', schoolId = school.id) {
  const person = await aPerson()
  const membership = await aMembership({ personId: person.id, schoolId, role, state: 'pending' })
  return { person, membership }
}
const stateOf = async (id: string) =>
  (
    await db()
      .selectFrom('memberships')
      .where('id', '=', id)
      .select('state')
      .executeTakeFirstOrThrow()
  ).state
const actions = async () =>
  (await db().selectFrom('auditEntries').select('action').orderBy('id').execute()).map(
    ({ action }) => action,
  )
const bells = () =>
  db().selectFrom('notifications').select(['personId', 'kind', 'details']).execute()

describe('deciding', () => {
  test('confirms, writes the protocol and tells the person', async () => {
    const principal = await anActor('principal', { schoolId: school.id })
    const { person, membership } = await waitingOne()
    await confirmMembership(principal, membership.id)
    expect(await stateOf(membership.id)).toBe('confirmed')
    expect(await actions()).toEqual(['accounts.membership-confirmed'])
    await workOff()
    expect(await bells()).toEqual([
      {
        personId: person.id,
        kind: 'accounts.membership-confirmed',
        details: { role: 'teacher' },
      },
    ])
  })

  test('happens once: of two at the same moment one decides', async () => {
    const principal = await anActor('principal', { schoolId: school.id })
    const deputy = await anActor('deputy_principal', { schoolId: school.id })
    const { membership } = await waitingOne()
    const results = await Promise.allSettled([
      confirmMembership(principal, membership.id),
      refuseMembership(deputy, membership.id, 'Nicht an unserer Schule.'),
      confirmMembership(deputy, membership.id),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await actions()).toHaveLength(1)
    await expect(confirmMembership(principal, membership.id)).rejects.toThrow(
      refusals.alreadyDecided,
    )
  })

  test('is for people of that school only, and hides the rest', async () => {
    const { membership } = await waitingOne()
    const elsewhere = await anActor('principal')
    const teacher = await anActor('teacher', { schoolId: school.id })
    const waiting = await anActor('principal', { schoolId: school.id, state: 'pending' })
    for (const actor of [elsewhere, teacher, waiting]) {
      await expect(confirmMembership(actor, membership.id)).rejects.toThrow(NotFound)
      await expect(schoolPeopleFor(actor, school.slug)).rejects.toThrow(Forbidden)
    }
    expect(await stateOf(membership.id)).toBe('pending')
  })

  test('keeps the reason of a refusal for the person', async () => {
    const officer = await anActor('digital_officer', { schoolId: school.id })
    const { person, membership } = await waitingOne()
    await refuseMembership(officer, membership.id, 'Nicht an unserer Schule.')
    const own = { ...officer, id: person.id, memberships: [] }
    const { ownMemberships } = await import('../views.ts')
    expect(await ownMemberships(own)).toMatchObject([
      { state: 'refused', reason: 'Nicht an unserer Schule.', canLeave: false },
    ])
  })
})

describe('asking and giving', () => {
  test('a request waits, is there once, and tells those who can confirm', async () => {
    const principal = await anActor('principal', { schoolId: school.id })
    const smz = await anActor('smz_staff')
    const teacher = await anActor('teacher')
    const wish = { school: school.slug, role: 'teacher' as const }
    const both = await Promise.allSettled([requestRole(teacher, wish), requestRole(teacher, wish)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await workOff()
    const told = await bells()
    expect(told.map(({ personId }) => personId)).toEqual([principal.id])
    expect(await waitingFor(smz)).toEqual([])
    expect(await waitingFor(principal)).toMatchObject([
      { action: { to: `/schulen/${school.slug}/personen` } },
    ])
  })

  test('a request at a school without anybody is told to the SMZ', async () => {
    const smz = await anActor('smz_staff')
    await requestRole(await anActor('teacher'), { school: school.slug, role: 'teacher' })
    await workOff()
    expect((await bells()).map(({ personId }) => personId)).toEqual([smz.id])
    expect(await waitingFor(smz)).toHaveLength(1)
  })

  test('a role is given to people of the school only, and never above oneself', async () => {
    const officer = await anActor('digital_officer', { schoolId: school.id })
    const principal = await anActor('principal', { schoolId: school.id })
    const teacher = await anActor('teacher', { schoolId: school.id })
    const stranger = await anActor('teacher')
    const to = (
      personId: string,
      role: 'deputy_principal' | 'first_level_admin' | 'principal',
    ) => ({
      school: school.slug,
      personId,
      role,
    })
    await giveRole(officer, to(teacher.id, 'first_level_admin'))
    await giveRole(principal, to(teacher.id, 'deputy_principal'))
    await expect(giveRole(officer, to(teacher.id, 'deputy_principal'))).rejects.toThrow(Forbidden)
    await expect(giveRole(principal, to(teacher.id, 'principal'))).rejects.toThrow(Forbidden)
    await expect(giveRole(officer, to(officer.id, 'first_level_admin'))).rejects.toThrow(Forbidden)
    await expect(giveRole(principal, to(stranger.id, 'first_level_admin'))).rejects.toThrow(
      'nicht bestätigt',
    )
    await expect(giveRole(principal, to(teacher.id, 'deputy_principal'))).rejects.toThrow(
      refusals.alreadyThere,
    )
  })
})

describe('ending', () => {
  async function teacherHere() {
    const actor = await anActor('teacher', { schoolId: school.id })
    const { id } = await db()
      .updateTable('memberships')
      .set({ decidedAt: new Date() })
      .where('personId', '=', actor.id)
      .returning('id')
      .executeTakeFirstOrThrow()
    return { actor, id }
  }

  test('one leaves by oneself and can take it back for ten minutes', async () => {
    const { actor, id } = await teacherHere()
    await endMembership(actor, id)
    expect(await stateOf(id)).toBe('ended')
    await restoreMembership(actor, id)
    expect(await stateOf(id)).toBe('confirmed')
    await endMembership(actor, id)
    await db()
      .updateTable('memberships')
      .set({ validUntil: new Date(Date.now() - 11 * 60_000) })
      .where('id', '=', id)
      .execute()
    await expect(restoreMembership(actor, id)).rejects.toThrow('nicht mehr')
  })

  test('who was ended by the school cannot come back by themselves', async () => {
    const { actor, id } = await teacherHere()
    await endMembership(await anActor('principal', { schoolId: school.id }), id)
    await expect(restoreMembership(actor, id)).rejects.toThrow('nicht mehr')
    expect(await stateOf(id)).toBe('ended')
  })

  test('strangers cannot end it, nor learn that it is there', async () => {
    const { id } = await teacherHere()
    for (const role of ['principal', 'teacher', 'school_dpo'])
      await expect(endMembership(await anActor(role), id)).rejects.toThrow(NotFound)
  })
})

describe('what others see', () => {
  test('addresses of those who wait only, and only for those who decide', async () => {
    const principal = await anActor('principal', { schoolId: school.id })
    const { person } = await waitingOne()
    const colleague = await aPerson()
    await aMembership({ personId: colleague.id, schoolId: school.id })
    const view = JSON.stringify(await schoolPeopleFor(principal, school.slug))
    expect(view).toContain(person.email)
    expect(view).not.toContain(colleague.email)
  })

  test('cards of roles open for the person and for those who decide', async () => {
    const { person, membership } = await waitingOne()
    const self = { ...(await anActor('teacher')), id: person.id, memberships: [] }
    const principal = await anActor('principal', { schoolId: school.id })
    const stranger = await anActor('principal')
    expect(await membershipCards(self, [membership.id])).toMatchObject([{ path: '/konto/schulen' }])
    expect(await membershipCards(principal, [membership.id])).toHaveLength(1)
    expect(await membershipCards(stranger, [membership.id])).toEqual([])
  })
})
