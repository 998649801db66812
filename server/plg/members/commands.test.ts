import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aMembership, anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { comeBack, joinPlg, leavePlg, requestToJoin, withdrawRequest } from './commands.ts'

beforeEach(() => emptyDatabase())

const seatsIn = (plgId: string) =>
  db().selectFrom('plgMembers').where('plgId', '=', plgId).orderBy('since').selectAll().execute()
const phaseOf = (id: string) =>
  db().selectFrom('plgs').where('id', '=', id).select('phase').executeTakeFirstOrThrow()
const schoolOf = (actor: { memberships: { schoolId: string | null }[] }) =>
  actor.memberships[0]?.schoolId ?? ''

/** A PLG with somebody who speaks for it. */
async function aLedPlg(given: Parameters<typeof aPlg>[0] = {}) {
  const plg = await aPlg(given)
  const lead = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead', schoolId: schoolOf(lead) })
  return { plg, lead }
}

describe('joining', () => {
  test('an open PLG at once, for one’s school', async () => {
    const { plg } = await aLedPlg()
    const teacher = await anActor()
    await joinPlg(teacher, plg.slug, {})
    expect(await seatsIn(plg.id)).toContainEqual(
      expect.objectContaining({
        personId: teacher.id,
        role: 'member',
        state: 'active',
        schoolId: schoolOf(teacher),
      }),
    )
  })

  test('twenty times at once makes one seat', async () => {
    const { plg } = await aLedPlg()
    const teacher = await anActor()
    await Promise.all(Array.from({ length: 20 }, () => joinPlg(teacher, plg.slug, {})))
    const own = (await seatsIn(plg.id)).filter(({ personId }) => personId === teacher.id)
    expect(own).toHaveLength(1)
  })

  test('who teaches at two schools chooses one of them', async () => {
    const { plg } = await aLedPlg()
    const teacher = await anActor()
    const second = await aMembership({ personId: teacher.id })
    teacher.memberships.push({ role: 'teacher', schoolId: second.schoolId, state: 'confirmed' })
    await expect(joinPlg(teacher, plg.slug, {})).rejects.toMatchObject({ field: 'schoolId' })
    const elsewhere = schoolOf(await anActor())
    await expect(joinPlg(teacher, plg.slug, { schoolId: elsewhere })).rejects.toThrow(Forbidden)
    await joinPlg(teacher, plg.slug, { schoolId: second.schoolId ?? '' })
    const own = (await seatsIn(plg.id)).find(({ personId }) => personId === teacher.id)
    expect(own?.schoolId).toBe(second.schoolId)
  })

  test('refuses a PLG that is by request, and hides a closed one', async () => {
    const teacher = await anActor()
    const byRequest = await aLedPlg({ joining: 'by_request' })
    const closed = await aLedPlg({ joining: 'closed' })
    await expect(joinPlg(teacher, byRequest.plg.slug, {})).rejects.toThrow(Forbidden)
    await expect(joinPlg(teacher, closed.plg.slug, {})).rejects.toThrow(NotFound)
  })

  test('takes over an open request when the PLG has been opened since', async () => {
    const { plg } = await aLedPlg()
    const teacher = await anActor()
    await aMember({ plgId: plg.id, personId: teacher.id, state: 'requested', message: 'Bitte' })
    await joinPlg(teacher, plg.slug, {})
    const own = (await seatsIn(plg.id)).filter(({ personId }) => personId === teacher.id)
    expect(own).toMatchObject([{ state: 'active', message: '', schoolId: schoolOf(teacher) }])
  })
})

describe('asking', () => {
  test('leaves one request with its message, however often it is sent', async () => {
    const { plg } = await aLedPlg({ joining: 'by_request' })
    const teacher = await anActor()
    const ask = () => requestToJoin(teacher, plg.slug, { message: 'Ich unterrichte 5/6.' })
    await Promise.all([ask(), ask(), ask()])
    const own = (await seatsIn(plg.id)).filter(({ personId }) => personId === teacher.id)
    expect(own).toMatchObject([{ state: 'requested', message: 'Ich unterrichte 5/6.' }])
  })

  test('a withdrawn request leaves nothing behind', async () => {
    const { plg } = await aLedPlg({ joining: 'by_request' })
    const teacher = await anActor()
    await requestToJoin(teacher, plg.slug, { message: '' })
    await withdrawRequest(teacher, plg.slug)
    await withdrawRequest(teacher, plg.slug)
    expect(await seatsIn(plg.id)).toHaveLength(1)
  })

  test('a member cannot withdraw', async () => {
    const { plg } = await aLedPlg({ joining: 'by_request' })
    const member = await anActor()
    await aMember({ plgId: plg.id, personId: member.id })
    await expect(withdrawRequest(member, plg.slug)).rejects.toThrow(Forbidden)
  })
})

describe('leaving', () => {
  test('the last lead stays as long as others are there', async () => {
    const { plg, lead } = await aLedPlg()
    await joinPlg(await anActor(), plg.slug, {})
    await expect(leavePlg(lead, plg.slug)).rejects.toThrow(Refusal)
    expect((await seatsIn(plg.id)).every(({ state }) => state === 'active')).toBe(true)
  })

  test('of two leads who leave at once, one stays', async () => {
    const { plg, lead } = await aLedPlg()
    const second = await anActor()
    await aMember({ plgId: plg.id, personId: second.id, role: 'lead' })
    await joinPlg(await anActor(), plg.slug, {})
    const results = await Promise.allSettled([leavePlg(lead, plg.slug), leavePlg(second, plg.slug)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const leads = (await seatsIn(plg.id)).filter(
      ({ role, state }) => role === 'lead' && state === 'active',
    )
    expect(leads).toHaveLength(1)
  })

  test('the last of all closes the PLG by going', async () => {
    const { plg, lead } = await aLedPlg()
    expect(await leavePlg(lead, plg.slug)).toEqual({ canReturn: false })
    expect(await phaseOf(plg.id)).toEqual({ phase: 'closed' })
  })

  test('the same form again is answered like the first one', async () => {
    const { plg } = await aLedPlg({ joining: 'closed' })
    const member = await anActor()
    await aMember({ plgId: plg.id, personId: member.id })
    expect(await leavePlg(member, plg.slug)).toEqual({ canReturn: true })
    expect(await leavePlg(member, plg.slug)).toEqual({ canReturn: true })
  })

  test('can be taken back, also where one could not come in any more', async () => {
    const { plg } = await aLedPlg({ joining: 'closed' })
    const member = await anActor()
    const { since } = await aMember({ plgId: plg.id, personId: member.id })
    await leavePlg(member, plg.slug)
    await comeBack(member, plg.slug)
    const own = (await seatsIn(plg.id)).filter(({ personId }) => personId === member.id)
    expect(own).toMatchObject([{ state: 'active', until: null, since }])
  })

  test('cannot be taken back after an hour, nor by whoever was removed', async () => {
    const { plg } = await aLedPlg({ joining: 'closed' })
    const late = await anActor()
    const removed = await anActor()
    const longAgo = new Date(Date.now() - 61 * 60_000)
    await aMember({ plgId: plg.id, personId: late.id, state: 'left', until: longAgo })
    await aMember({ plgId: plg.id, personId: removed.id, state: 'removed', until: new Date() })
    await expect(comeBack(late, plg.slug)).rejects.toThrow(NotFound)
    await expect(comeBack(removed, plg.slug)).rejects.toThrow(NotFound)
  })
})
