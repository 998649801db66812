import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { insideOf } from '../views.ts'
import {
  acceptRequest,
  assignFacilitator,
  changeRole,
  declineRequest,
  endFacilitation,
  removeMember,
  restoreMember,
} from './commands.ts'

beforeEach(() => emptyDatabase())

const rowOf = (id: string) =>
  db().selectFrom('plgMembers').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
const protocol = () =>
  db().selectFrom('auditEntries').orderBy('id').select(['action', 'actorId', 'details']).execute()

async function setting(given: Parameters<typeof aPlg>[0] = {}) {
  const plg = await aPlg(given)
  const lead = await anActor()
  const member = await anActor()
  const leadSeat = await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  const memberSeat = await aMember({
    plgId: plg.id,
    personId: member.id,
    schoolId: member.memberships[0]?.schoolId,
  })
  return { plg, lead, member, leadSeat, memberSeat }
}

async function aRequest(plgId: string) {
  const person = await anActor()
  const schoolId = person.memberships[0]?.schoolId
  const seat = await aMember({ plgId, personId: person.id, schoolId, state: 'requested' })
  return { person, seat }
}

describe('requests', () => {
  test('an accepted one lets in, a declined one does not', async () => {
    const { plg, lead } = await setting({ joining: 'by_request' })
    const [yes, no] = [await aRequest(plg.id), await aRequest(plg.id)]
    await acceptRequest(lead, plg.slug, yes.seat.id)
    await declineRequest(lead, plg.slug, no.seat.id)
    await expect(insideOf(yes.person, { slug: plg.slug })).resolves.toBeDefined()
    await expect(insideOf(no.person, { slug: plg.slug })).rejects.toThrow(Forbidden)
    expect(await rowOf(no.seat.id)).toMatchObject({ state: 'declined' })
  })

  test('are decided once: the second lead reads that it has been decided', async () => {
    const { plg, lead } = await setting({ joining: 'by_request' })
    const second = await anActor()
    await aMember({ plgId: plg.id, personId: second.id, role: 'lead' })
    const { seat } = await aRequest(plg.id)
    const results = await Promise.allSettled([
      acceptRequest(lead, plg.slug, seat.id),
      declineRequest(second, plg.slug, seat.id),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('of somebody who has left the school since are not accepted', async () => {
    const { plg, lead } = await setting({ joining: 'by_request' })
    const { person, seat } = await aRequest(plg.id)
    await db()
      .updateTable('memberships')
      .set({ state: 'ended' })
      .where('personId', '=', person.id)
      .execute()
    await expect(acceptRequest(lead, plg.slug, seat.id)).rejects.toThrow(Refusal)
  })

  test('of another PLG do not exist here', async () => {
    const { plg, lead } = await setting()
    const { seat } = await aRequest((await aPlg()).id)
    await expect(acceptRequest(lead, plg.slug, seat.id)).rejects.toThrow(NotFound)
  })
})

describe('removing', () => {
  test('ends the membership, is in the protocol, and can be taken back', async () => {
    const { plg, lead, member, memberSeat } = await setting({ joining: 'closed' })
    await removeMember(lead, plg.slug, memberSeat.id)
    await expect(insideOf(member, { slug: plg.slug })).rejects.toThrow(NotFound)
    await restoreMember(lead, plg.slug, memberSeat.id)
    await expect(insideOf(member, { slug: plg.slug })).resolves.toBeDefined()
    const details = { personId: member.id }
    expect(await protocol()).toMatchObject([
      { action: 'plg.member-removed', actorId: lead.id, details },
      { action: 'plg.member-restored', actorId: lead.id, details },
    ])
  })

  test('is taken back only within an hour', async () => {
    const { plg, lead, memberSeat } = await setting()
    await removeMember(lead, plg.slug, memberSeat.id)
    const until = new Date(Date.now() - 61 * 60_000)
    await db().updateTable('plgMembers').set({ until }).where('id', '=', memberSeat.id).execute()
    await expect(restoreMember(lead, plg.slug, memberSeat.id)).rejects.toThrow(Refusal)
  })

  test('nobody removes themselves', async () => {
    const { plg, lead, leadSeat } = await setting()
    await expect(removeMember(lead, plg.slug, leadSeat.id)).rejects.toThrow(Refusal)
  })

  test('of two leads who remove each other at once, one stays', async () => {
    const { plg, lead, leadSeat } = await setting()
    const second = await anActor()
    const seat = await aMember({ plgId: plg.id, personId: second.id, role: 'lead' })
    const results = await Promise.allSettled([
      removeMember(lead, plg.slug, seat.id),
      removeMember(second, plg.slug, leadSeat.id),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('roles', () => {
  test('a member becomes lead and, as long as another leads, member again', async () => {
    const { plg, lead, memberSeat, leadSeat } = await setting()
    await changeRole(lead, plg.slug, { memberId: memberSeat.id, role: 'lead' })
    await changeRole(lead, plg.slug, { memberId: leadSeat.id, role: 'member' })
    expect(await rowOf(memberSeat.id)).toMatchObject({ role: 'lead' })
    expect(await rowOf(leadSeat.id)).toMatchObject({ role: 'member' })
    expect((await protocol()).map(({ action }) => action)).toEqual([
      'plg.role-changed',
      'plg.role-changed',
    ])
  })

  test('the last lead stays lead', async () => {
    const { plg, lead, leadSeat } = await setting()
    const step = changeRole(lead, plg.slug, { memberId: leadSeat.id, role: 'member' })
    await expect(step).rejects.toThrow(Refusal)
  })

  test('of two leads who give it up at once, one stays', async () => {
    const { plg, lead, leadSeat } = await setting()
    const second = await anActor()
    const seat = await aMember({ plgId: plg.id, personId: second.id, role: 'lead' })
    const results = await Promise.allSettled([
      changeRole(lead, plg.slug, { memberId: leadSeat.id, role: 'member' }),
      changeRole(second, plg.slug, { memberId: seat.id, role: 'member' }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each(['guest', 'facilitator'])('a %s does not become lead', async (role) => {
    const { plg, lead } = await setting()
    const seat = await aMember({ plgId: plg.id, personId: (await anActor()).id, role })
    const step = changeRole(lead, plg.slug, { memberId: seat.id, role: 'lead' })
    await expect(step).rejects.toThrow(Refusal)
  })

  test('members change nothing', async () => {
    const { plg, member, leadSeat, memberSeat } = await setting()
    const acts = [
      () => changeRole(member, plg.slug, { memberId: memberSeat.id, role: 'lead' }),
      () => removeMember(member, plg.slug, leadSeat.id),
      () => restoreMember(member, plg.slug, leadSeat.id),
    ]
    for (const act of acts) await expect(act()).rejects.toThrow(Forbidden)
    expect(await protocol()).toEqual([])
  })
})

describe('accompanying', () => {
  test('the SMZ sends somebody into a PLG it sees, and ends it', async () => {
    const { plg } = await setting({ joining: 'by_request' })
    const smz = await anActor('smz_staff')
    const person = await anActor('facilitator')
    await assignFacilitator(smz, plg.slug, person.id)
    const inside = await insideOf(person, { slug: plg.slug })
    expect(inside.facts.seat).toEqual({ role: 'facilitator', state: 'active' })
    const seat = await db()
      .selectFrom('plgMembers')
      .where('personId', '=', person.id)
      .select('id')
      .executeTakeFirstOrThrow()
    await endFacilitation(smz, plg.slug, seat.id)
    await expect(insideOf(person, { slug: plg.slug })).rejects.toThrow(Forbidden)
    expect((await protocol()).map(({ action }) => action)).toEqual([
      'plg.facilitator-assigned',
      'plg.facilitator-ended',
    ])
  })

  test('only people who accompany PLGs, only by the SMZ, and no ordinary member is ended', async () => {
    const { plg, lead, memberSeat } = await setting()
    const smz = await anActor('smz_staff')
    const teacher = await anActor()
    const person = await anActor('facilitator')
    await expect(assignFacilitator(smz, plg.slug, teacher.id)).rejects.toThrow(Refusal)
    await expect(assignFacilitator(lead, plg.slug, person.id)).rejects.toThrow(Forbidden)
    await expect(assignFacilitator(person, plg.slug, person.id)).rejects.toThrow(Forbidden)
    await expect(endFacilitation(smz, plg.slug, memberSeat.id)).rejects.toThrow(Refusal)
  })

  test('never a closed PLG, not even one the SMZ person is a member of', async () => {
    const { plg } = await setting({ joining: 'closed' })
    const smz = await anActor('smz_staff')
    await aMember({ plgId: plg.id, personId: smz.id, role: 'guest' })
    const person = await anActor('facilitator')
    await expect(assignFacilitator(smz, plg.slug, person.id)).rejects.toThrow(Forbidden)
  })
})
