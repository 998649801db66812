import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { anOffer, aSlot } from '#db/factories/visit.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { leavePlg } from '#server/plg/members/commands.ts'
import { acceptVisit } from '../commands.ts'
import { withdrawOfGone } from '../jobs.ts'
import { reopenOffer, requestSlot } from '../offers/commands.ts'
import { marketFor, offerFor, offerThings, searchOffers } from '../offers/views.ts'
import { visitFor } from '../views.ts'
import { withdrawFrom } from './commands.ts'

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
})

const schoolOf = (actor: Actor) => actor.memberships[0]?.schoolId ?? ''
const DAY = 86_400_000

async function react() {
  for (let jobs = await takeJobs(); jobs.length > 0; jobs = await takeJobs())
    for (const { reaction, payload } of jobs) await queuedReactionNamed(reaction)?.run(payload)
}
const bellOf = async (actor: Actor) =>
  (await bellFor(actor, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

/** An offer inside a PLG or for all, one visit agreed to it and one asked for. */
async function aWorld(inPlg: boolean) {
  const host = await anActor()
  const guests = [await anActor(), await anActor()]
  const plg = await aPlg()
  await aMember({ plgId: plg.id, personId: (await anActor()).id, role: 'lead' })
  for (const one of [host, ...guests])
    await aMember({ plgId: plg.id, personId: one.id, schoolId: schoolOf(one) })
  const offer = await anOffer({
    ...{ hostId: host.id, schoolId: schoolOf(host), topic: 'Brüche legen' },
    ...(inPlg ? { visibility: 'plg', plgId: plg.id } : {}),
  })
  const slot = await aSlot({ offerId: offer.id, seats: 3 })
  const param = String(offer.number)
  const ask = (who: Actor) =>
    requestSlot(who, param, { clientKey: randomUUID(), slotId: slot.id, schoolId: undefined })
  const numbers: string[] = []
  for (const guest of guests) numbers.push(String(await ask(guest)))
  await acceptVisit(host, numbers[0] ?? '', { version: 1 })
  await react()
  return { host, guests, plg, offer, slot, param, ask, numbers }
}
const statesOf = async () =>
  (await db().selectFrom('classroomVisits').select('state').orderBy('number').execute()).map(
    ({ state }) => state,
  )
const endRoles = (actor: Actor, ago: number) =>
  db()
    .updateTable('memberships')
    .set({ state: 'ended', validUntil: new Date(Date.now() - ago) })
    .where('personId', '=', actor.id)
    .execute()

test('leaving the PLG closes its offers; who waits is told, what is agreed stays between the two', async () => {
  const { host, guests, plg, offer, slot, param, ask, numbers } = await aWorld(true)
  const [agreed, waiting] = guests
  if (!agreed || !waiting) throw new Error('no guests')
  await leavePlg(host, plg.slug)
  // From the moment itself, before anything has followed.
  for (const who of [agreed, waiting]) {
    expect((await marketFor(who, {})).offers.total).toBe(0)
    expect((await marketFor(who, {})).facets.subject).toEqual([])
    expect(await searchOffers(who, ['brüche'], 5)).toEqual([])
    expect(await offerThings(who, [offer.id])).toEqual([])
    await expect(offerFor(who, param)).rejects.toThrow(NotFound)
    await expect(ask(who)).rejects.toThrow(NotFound)
  }
  await react()
  expect(await statesOf()).toEqual(['accepted', 'declined'])
  const { taken } = await db()
    .selectFrom('classroomSlots')
    .where('id', '=', slot.id)
    .select('taken')
    .executeTakeFirstOrThrow()
  expect(taken).toBe(1)
  expect(await bellOf(waiting)).toEqual([expect.stringContaining('das Angebot besteht nicht mehr')])
  expect(await bellOf(agreed)).toEqual([expect.stringContaining('freut sich auf Ihren Besuch')])
  expect(await bellOf(host)).toContainEqual(
    expect.stringContaining('geschlossen, weil Sie nicht mehr in der PLG sind'),
  )
  for (const who of [host, agreed])
    expect((await visitFor(who, numbers[0] ?? '')).visit.state).toBe('accepted')
  expect((await offerFor(host, param)).can).toMatchObject({ change: true, reopen: false })
  await expect(reopenOffer(host, param)).rejects.toThrow(Refusal)
})

test('who has left the school is gone from the market at once, and their offers are closed after a day', async () => {
  const { host, guests, param } = await aWorld(false)
  const waiting = guests[1] ?? host
  await endRoles(host, DAY / 2)
  expect((await marketFor(waiting, {})).offers.total).toBe(0)
  await expect(offerFor(waiting, param)).rejects.toThrow(NotFound)
  await withdrawOfGone.run(new Date())
  expect(await statesOf()).toEqual(['accepted', 'requested'])
  await endRoles(host, 2 * DAY)
  await withdrawOfGone.run(new Date())
  await withdrawOfGone.run(new Date())
  await react()
  expect(await statesOf()).toEqual(['accepted', 'declined'])
  expect(await bellOf(waiting)).toHaveLength(1)
})

test('who still is there keeps everything, however often one asks', async () => {
  const { host, plg } = await aWorld(true)
  await withdrawFrom(host.id, { plgId: plg.id })
  await withdrawFrom(host.id, { schoolId: schoolOf(host) })
  await withdrawOfGone.run(new Date())
  expect(await statesOf()).toEqual(['accepted', 'requested'])
})

test('leaving and asking at the same time: no request is left without an answer', async () => {
  const { host, plg, ask } = await aWorld(true)
  const late = await anActor()
  await aMember({ plgId: plg.id, personId: late.id, schoolId: schoolOf(late) })
  await Promise.allSettled([leavePlg(host, plg.slug), ask(late)])
  await react()
  expect(await statesOf()).not.toContain('requested')
})
