import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, anActor, aPerson } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { forgetInvitations } from '../jobs.ts'
import { assignFacilitator } from '../leading/commands.ts'
import { membersFor, workspaceFor } from '../members/views.ts'
import { insideOf } from '../views.ts'
import {
  acceptInvitation,
  cancelInvitation,
  claimInvitations,
  declineInvitation,
  deliverInvitation,
  invite,
} from './commands.ts'

beforeEach(() => emptyDatabase())

async function setting(joining: 'open' | 'closed' = 'closed') {
  const plg = await aPlg({ joining })
  const lead = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  const ask = async (email: string, role: 'member' | 'guest' = 'member') => {
    const answer: unknown = await invite(lead, plg.slug, { email, role, message: 'Bitte kommen' })
    for (const { id } of await db().selectFrom('plgInvitations').select('id').execute())
      await deliverInvitation(id)
    return answer
  }
  const open = async () => (await membersFor(lead, plg.slug)).invitations
  return { plg, lead, ask, open }
}
const stateOf = (personId: string) =>
  db().selectFrom('plgMembers').where('personId', '=', personId).selectAll().executeTakeFirst()

describe('inviting', () => {
  test('opens a closed PLG to the invited, who take a seat for their school', async () => {
    const { plg, ask, open } = await setting()
    const teacher = await anActor('teacher', { email: 'neu@schule.example' })
    await expect(workspaceFor(teacher, plg.slug)).rejects.toThrow(NotFound)
    await ask('neu@schule.example')
    expect(await workspaceFor(teacher, plg.slug)).toMatchObject({
      entry: { kind: 'invited', message: 'Bitte kommen' },
    })
    await acceptInvitation(teacher, plg.slug, {})
    await acceptInvitation(teacher, plg.slug, {})
    expect(await insideOf(teacher, { slug: plg.slug })).toMatchObject({
      schoolId: teacher.memberships[0]?.schoolId,
      facts: { seat: { role: 'member', state: 'active' } },
    })
    expect(await open()).toEqual([])
  })

  test('tells the lead nothing about who has an account', async () => {
    const { ask, open } = await setting()
    await aPerson({ email: 'unbestaetigt@schule.example' })
    await anActor('teacher', { email: 'bekannt@schule.example' })
    for (const email of ['bekannt', 'unbekannt', 'unbestaetigt'])
      expect(await ask(`${email}@schule.example`)).toBeUndefined()
    const lines = await open()
    expect(lines.map(({ email }) => email).sort()).toEqual([
      'bekannt@schule.example',
      'unbekannt@schule.example',
      'unbestaetigt@schule.example',
    ])
    for (const line of lines)
      expect(Object.keys(line).sort()).toEqual(['at', 'email', 'id', 'role'])
  })

  test('the same address twice, also in other letters, is one invitation', async () => {
    const { ask, open } = await setting()
    await Promise.all([ask('a@schule.example'), ask('A@schule.example')])
    expect(await open()).toHaveLength(1)
  })

  test('says of a member, and of somebody who has asked, what to do instead', async () => {
    const { plg, ask } = await setting()
    const member = await aPerson({ email: 'drin@schule.example' })
    await aMembership({ personId: member.id })
    await aMember({ plgId: plg.id, personId: member.id })
    const asking = await aPerson({ email: 'fragt@schule.example' })
    await aMembership({ personId: asking.id })
    await aMember({ plgId: plg.id, personId: asking.id, state: 'requested' })
    await expect(ask('drin@schule.example')).rejects.toThrow(/gehört schon/)
    await expect(ask('fragt@schule.example')).rejects.toThrow(/angefragt/)
  })

  test('is for those who lead, and ends after 50 an hour', async () => {
    const { plg, lead, ask } = await setting('open')
    const member = await anActor()
    await aMember({ plgId: plg.id, personId: member.id })
    const input = { email: 'x@schule.example', role: 'member' as const, message: '' }
    await expect(invite(member, plg.slug, input)).rejects.toThrow(Forbidden)
    await db()
      .insertInto('rateLimits')
      .values({ key: `invitations:${lead.id}`, points: 50, expire: Date.now() + 60_000 })
      .execute()
    await expect(ask('zu@schule.example')).rejects.toThrow(/Zu viele/)
  })
})

describe('answering', () => {
  async function invited(role: string, as: 'member' | 'guest' = 'member') {
    const world = await setting()
    const person = await anActor(role, { email: 'neu@schule.example' })
    await world.ask('neu@schule.example', as)
    return { ...world, person }
  }

  test('a guest takes no seat for the school', async () => {
    const { plg, person } = await invited('teacher', 'guest')
    await acceptInvitation(person, plg.slug, {})
    expect(await stateOf(person.id)).toMatchObject({ role: 'guest', schoolId: null })
    expect(await db().selectFrom('plgSeats').selectAll().execute()).toEqual([])
  })

  test('somebody of an office comes as a guest', async () => {
    const { plg, person } = await invited('media_advisor')
    await acceptInvitation(person, plg.slug, {})
    expect(await stateOf(person.id)).toMatchObject({ role: 'guest', schoolId: null })
  })

  test('a principal comes when invited', async () => {
    const { plg, person } = await invited('principal')
    await acceptInvitation(person, plg.slug, {})
    expect(await stateOf(person.id)).toMatchObject({ role: 'member', state: 'active' })
  })

  test('not for a school of others', async () => {
    const { plg, person } = await invited('teacher')
    const elsewhere = (await anActor()).memberships[0]?.schoolId ?? ''
    const act = acceptInvitation(person, plg.slug, { schoolId: elsewhere })
    await expect(act).rejects.toThrow(Forbidden)
  })

  test('declined, the PLG is gone again, and can invite anew', async () => {
    const { plg, person, ask, open } = await invited('teacher')
    await declineInvitation(person, plg.slug)
    await expect(workspaceFor(person, plg.slug)).rejects.toThrow(NotFound)
    expect(await open()).toEqual([])
    await ask('neu@schule.example')
    await expect(workspaceFor(person, plg.slug)).resolves.toBeDefined()
  })

  test('taken back, the PLG is gone again', async () => {
    const { plg, person, lead, open } = await invited('teacher')
    const [line] = await open()
    await cancelInvitation(lead, plg.slug, line?.id ?? '')
    await cancelInvitation(lead, plg.slug, line?.id ?? '')
    await expect(workspaceFor(person, plg.slug)).rejects.toThrow(NotFound)
    expect(await stateOf(person.id)).toBeUndefined()
  })

  test('an invitation of another PLG cannot be taken back from here', async () => {
    const { person, open } = await invited('teacher')
    const other = await aPlg()
    const otherLead = await anActor()
    await aMember({ plgId: other.id, personId: otherLead.id, role: 'lead' })
    await cancelInvitation(otherLead, other.slug, (await open())[0]?.id ?? '')
    expect(await stateOf(person.id)).toMatchObject({ state: 'invited' })
  })
})

describe('people without an account', () => {
  test('find their invitation once their school has confirmed them', async () => {
    const { plg, ask } = await setting()
    await ask('spaeter@schule.example')
    const person: Actor = await anActor('teacher', { email: 'Spaeter@schule.example' })
    await expect(workspaceFor(person, plg.slug)).rejects.toThrow(NotFound)
    await claimInvitations(person.id)
    await claimInvitations(person.id)
    expect(await workspaceFor(person, plg.slug)).toMatchObject({ entry: { kind: 'invited' } })
  })

  test('after two weeks an invitation is forgotten, with the seat that waited', async () => {
    const { plg, ask, open } = await setting()
    const person = await anActor('teacher', { email: 'neu@schule.example' })
    await ask('neu@schule.example')
    await ask('niemand@schule.example')
    await forgetInvitations.run(new Date(Date.now() + 13 * 24 * 60 * 60_000))
    expect(await open()).toHaveLength(2)
    await forgetInvitations.run(new Date(Date.now() + 15 * 24 * 60 * 60_000))
    expect(await open()).toEqual([])
    await expect(workspaceFor(person, plg.slug)).rejects.toThrow(NotFound)
  })

  test('who answered keeps the seat when the rest is forgotten', async () => {
    const { plg, ask } = await setting()
    const person = await anActor('teacher', { email: 'neu@schule.example' })
    await ask('neu@schule.example')
    await acceptInvitation(person, plg.slug, {})
    await forgetInvitations.run(new Date(Date.now() + 15 * 24 * 60 * 60_000))
    await expect(insideOf(person, { slug: plg.slug })).resolves.toBeDefined()
  })
})

test('an invitation that was taken over by an assignment cannot be answered any more', async () => {
  const { plg, ask } = await setting('open')
  const person = await anActor('facilitator', { email: 'smz@schule.example' })
  await ask('smz@schule.example')
  await assignFacilitator(await anActor('smz_staff'), plg.slug, person.id)
  await acceptInvitation(person, plg.slug, {})
  expect(await stateOf(person.id)).toMatchObject({ role: 'facilitator', state: 'active' })
  await expect(declineInvitation(person, plg.slug)).rejects.toThrow(Forbidden)
})
