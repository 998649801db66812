import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
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
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { acceptVisit, cancelVisit, declineVisit } from '../commands.ts'
import { waitingFor } from '../views.ts'
import { createOffer, editOffer, removeSlot, requestSlot } from './commands.ts'
import { createInput } from './inputs.ts'
import { marketFor, offerFor, searchOffers } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
})

const schoolOf = (actor: Actor) => actor.memberships[0]?.schoolId ?? ''

async function anOpenClassroom(seats = 1) {
  const host = await anActor()
  const offer = await anOffer({ hostId: host.id, schoolId: schoolOf(host) })
  const slot = await aSlot({ offerId: offer.id, seats })
  const ask = (who: Actor, clientKey: string = randomUUID()) =>
    requestSlot(who, String(offer.number), { clientKey, slotId: slot.id, schoolId: undefined })
  return { host, offer, slot, ask }
}

const takenOf = async (id: string) =>
  (
    await db()
      .selectFrom('classroomSlots')
      .where('id', '=', id)
      .select('taken')
      .executeTakeFirstOrThrow()
  ).taken
const versionOf = async (nr: string | number) =>
  (
    await db()
      .selectFrom('classroomVisits')
      .where('number', '=', Number(nr))
      .select('version')
      .executeTakeFirstOrThrow()
  ).version
const seen = async (nr: string | number) => ({ version: await versionOf(nr) })

async function react() {
  for (let jobs = await takeJobs(); jobs.length > 0; jobs = await takeJobs())
    for (const { reaction, payload } of jobs) await queuedReactionNamed(reaction)?.run(payload)
}
const bellOf = async (actor: Actor) =>
  (await bellFor(actor, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

describe('offering', () => {
  const form = (given: object = {}) =>
    createInput.parse({
      ...{ subject: 'mathematics', topic: 'Brüche legen', visibility: 'network' },
      ...{ slot1Day: '2049-03-01', slot1From: '08:00', slot1To: '08:45', slot1Seats: 2 },
      clientKey: randomUUID(),
      ...given,
    })

  test('the same form twice is one offer; it is found on the market, in the search and by its day', async () => {
    const host = await anActor()
    const same = form()
    const both = await Promise.all([createOffer(host, same), createOffer(host, same)])
    expect(both[0]).toBe(both[1])
    const reader = await anActor()
    const found = async (asked: Record<string, string>) =>
      (await marketFor(reader, asked)).offers.total
    expect(await found({})).toBe(1)
    expect(await found({ fach: 'mathematics', jahrgang: '5-6', ab: '2049-03-01' })).toBe(1)
    expect(await found({ ab: '2049-03-02' })).toBe(0)
    expect(await found({ fach: 'latin' })).toBe(0)
    expect(await found({ ab: '9999-99-99', seite: '-1', fach: "'" })).toBe(1)
    expect(await searchOffers(reader, ['brüche'], 5)).toHaveLength(1)
  })

  test('bad slots are refused beside their field; nothing is made', async () => {
    const host = await anActor()
    const faults: [object, string][] = [
      [{ slot1Day: undefined, slot1From: undefined, slot1To: undefined }, 'slot1Day'],
      [{ slot1To: '07:00' }, 'slot1To'],
      [{ slot1Day: '2020-01-01' }, 'slot1Day'],
      [{ slot2Day: '2049-03-01', slot2From: '08:00', slot2To: '09:00' }, 'slot2From'],
      [{ slot2From: '08:00' }, 'slot2Day'],
    ]
    for (const [given, field] of faults)
      await expect(createOffer(host, form(given))).rejects.toMatchObject({ field })
    await expect(
      createOffer(host, form({ visibility: 'plg', plgId: (await aPlg()).id })),
    ).rejects.toMatchObject({ field: 'plgId' })
    expect(await db().selectFrom('classroomOffers').select('id').execute()).toEqual([])
  })

  test('principals and offices do not; a slot in the holidays is warned of', async () => {
    await expect(createOffer(await anActor('principal'), form())).rejects.toThrow(Forbidden)
    await expect(createOffer(await anActor('smz_staff'), form())).rejects.toThrow(Forbidden)
    const host = await anActor()
    const path = await createOffer(host, form({ slot1Day: '2029-12-24' }))
    const { slots } = await offerFor(host, path.split('/').at(-1) ?? '')
    expect(slots[0]?.warnings).toEqual(['Weihnachtsferien'])
  })

  test('what is for a PLG nobody else finds, by no way', async () => {
    const { offer, host } = await anOpenClassroom()
    const plg = await aPlg({ joining: 'closed' })
    await db()
      .updateTable('classroomOffers')
      .set({ visibility: 'plg', plgId: plg.id, topic: 'Geheimnis' })
      .where('id', '=', offer.id)
      .execute()
    const member = await anActor()
    await aMember({ plgId: plg.id, personId: member.id, schoolId: schoolOf(member) })
    await aMember({ plgId: plg.id, personId: host.id, schoolId: schoolOf(host) })
    expect((await marketFor(member, {})).offers.total).toBe(1)
    for (const role of ['teacher', 'principal', 'smz_staff', 'operator']) {
      const who = await anActor(role)
      const market = await marketFor(who, {})
      expect(market.offers.total + market.facets.subject.length).toBe(0)
      expect(await searchOffers(who, ['geheimnis'], 5)).toEqual([])
      await expect(offerFor(who, String(offer.number))).rejects.toThrow(NotFound)
    }
    expect((await offerFor(host, String(offer.number))).offer.plg).toBe(plg.title)
  })
})

describe('changing the words of an offer', () => {
  test('an old page overwrites nothing and shows what stands there; agreed visits keep theirs', async () => {
    const { host, offer, ask } = await anOpenClassroom()
    const number = await ask(await anActor())
    const param = String(offer.number)
    const path = await editOffer(host, param, { topic: 'Neu', note: 'Raum 4', version: 1 })
    expect(path).toBe(`/hospitation/${param}-neu`)
    const stale = editOffer(host, param, { topic: 'Alt', note: '', version: 1 })
    await expect(stale).rejects.toBeInstanceOf(Conflict)
    await expect(stale).rejects.toMatchObject({ theirs: 'Neu\n\nRaum 4' })
    const { offer: seen } = await offerFor(host, param)
    expect([seen.topic, seen.note]).toEqual(['Neu', 'Raum 4'])
    const { lesson } = await db()
      .selectFrom('classroomVisits')
      .where('number', '=', number)
      .select('lesson')
      .executeTakeFirstOrThrow()
    expect(lesson).toBe(offer.topic)
  })

  test('of two at once one is told to compare', async () => {
    const { host, offer } = await anOpenClassroom()
    const both = await Promise.allSettled(
      ['Eins', 'Zwei'].map((topic) =>
        editOffer(host, String(offer.number), { topic, note: '', version: 1 }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('nobody but the host', async () => {
    const { host, offer } = await anOpenClassroom()
    const head = await anActor('principal', { schoolId: schoolOf(host) })
    for (const who of [await anActor(), head, await anActor('smz_staff')])
      await expect(
        editOffer(who, String(offer.number), { topic: 'Fremd', note: '', version: 1 }),
      ).rejects.toThrow(Forbidden)
  })
})

describe('asking for a seat', () => {
  test('the last one goes once, however many ask at the same time', async () => {
    const { slot, ask } = await anOpenClassroom(2)
    const people = await Promise.all(Array.from({ length: 6 }, () => anActor()))
    const results = await Promise.allSettled(people.map((who) => ask(who)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refusal)
    expect(await takenOf(slot.id)).toBe(2)
  })

  test('the same form twice, at once, is one seat; another form for the same slot is refused', async () => {
    const { slot, ask } = await anOpenClassroom(5)
    const who = await anActor()
    const key = randomUUID()
    const [a, b] = await Promise.all([ask(who, key), ask(who, key)])
    expect(a).toBe(b)
    await expect(ask(who)).rejects.toThrow('schon angefragt')
    expect(await takenOf(slot.id)).toBe(1)
  })

  test('declining and cancelling give the seat back; the host hears of it, and the visitor', async () => {
    const { host, slot, ask } = await anOpenClassroom()
    const first = await anActor()
    const number = await ask(first)
    await react()
    expect(await bellOf(host)).toEqual([expect.stringContaining('möchte bei Ihnen hospitieren')])
    expect((await waitingFor(host)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Eine Anfrage'),
    ])
    await declineVisit(host, String(number), await seen(number))
    expect(await takenOf(slot.id)).toBe(0)
    const second = await ask(await anActor())
    await acceptVisit(host, String(second), await seen(second))
    await cancelVisit(host, String(second))
    expect(await takenOf(slot.id)).toBe(0)
    await react()
    expect(await bellOf(first)).toEqual([expect.stringContaining('kann Sie nicht empfangen')])
    await expect(cancelVisit(host, String(second))).rejects.toThrow(Forbidden)
    expect(await takenOf(slot.id)).toBe(0)
  })

  test('a slot somebody asked for stays', async () => {
    const { host, offer, slot, ask } = await anOpenClassroom()
    await ask(await anActor())
    await expect(removeSlot(host, String(offer.number), slot.id)).rejects.toThrow(Refusal)
  })

  test('who leads the host’s school is refused with the reason; the host by right', async () => {
    const { host, ask } = await anOpenClassroom()
    const head = await anActor('principal', { schoolId: schoolOf(host) })
    await expect(ask(head)).rejects.toThrow('keine Beurteilung')
    await expect(ask(host)).rejects.toThrow(Forbidden)
  })
})
