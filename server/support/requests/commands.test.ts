import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { anInnovation } from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { readableCards } from '#server/platform/things.ts'
import type { SupportKind } from '../contract.ts'
import { DEFAULT_ADDRESSEE, SUPPORT_KINDS } from '../contract.ts'
import { waitingFor } from '../views.ts'
import {
  acceptRequest,
  askForSupport,
  declineRequest,
  finishRequest,
  withdrawRequest,
} from './commands.ts'
import { inboxFor, requestFor, requestsOfPlg } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const asking = (kind: SupportKind = 'accompaniment') => ({
  kind,
  text: 'Wer moderiert unsere nächste Sitzung?',
  wishedBy: null,
  clientKey: randomUUID(),
})
const inbox = (actor: Parameters<typeof inboxFor>[0], isOver = false) =>
  inboxFor(actor, { isOver, page: 1 })

async function setting(given: Parameters<typeof aPlg>[0] = {}) {
  const plg = await aPlg({ title: 'Lesespuren', ...given })
  const lead = await anActor()
  const member = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  await aMember({ plgId: plg.id, personId: member.id })
  const smz = await anActor('smz_staff')
  const other = await anActor('smz_staff')
  return { plg, lead, member, smz, other }
}

async function work() {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
}
const bellOf = async (personId: string) => {
  const rows = await db()
    .selectFrom('notifications')
    .where('personId', '=', personId)
    .select(['kind', 'mailDueAt'])
    .execute()
  return rows.map(({ kind, mailDueAt }) => [kind, mailDueAt !== null])
}

describe('asking', () => {
  test.each(SUPPORT_KINDS)('%s goes to its default addressee', async (kind) => {
    const { plg, lead } = await setting()
    const number = await askForSupport(lead, plg.slug, asking(kind))
    const { request } = await requestFor(lead, number)
    expect(request.addressee).toBe(DEFAULT_ADDRESSEE[kind])
  })

  test('the asker may choose who answers, and is heard by bell and mail', async () => {
    const { plg, lead, smz } = await setting()
    const advisor = await anActor('subject_advisor')
    const number = await askForSupport(lead, plg.slug, {
      ...asking(),
      addressee: 'subject_advisor',
    })
    await work()
    expect(await bellOf(advisor.id)).toEqual([['support.asked', true]])
    expect(await bellOf(smz.id)).toEqual([])
    expect((await inbox(advisor)).requests.rows.map((row) => row.number)).toEqual([number])
    expect(await waitingFor(advisor)).toHaveLength(1)
    await expect(requestFor(smz, number)).rejects.toThrow(NotFound)
  })

  test('the same form twice is one request, also at once', async () => {
    const { plg, lead } = await setting()
    const input = asking()
    const numbers = await Promise.all([
      askForSupport(lead, plg.slug, input),
      askForSupport(lead, plg.slug, input),
    ])
    expect(numbers[0]).toBe(numbers[1])
    expect((await requestsOfPlg(lead, plg.slug, 1)).requests.total).toBe(1)
  })

  test('names a Vorhaben of the own PLG only', async () => {
    const { plg, lead } = await setting()
    const own = await anInnovation({ plgId: plg.id, title: 'VR im Matheraum' })
    const foreign = await anInnovation({ plgId: (await aPlg()).id })
    const number = await askForSupport(lead, plg.slug, { ...asking(), projectId: own.id })
    expect((await requestFor(lead, number)).request.projectTitle).toBe('VR im Matheraum')
    const step = askForSupport(lead, plg.slug, { ...asking(), projectId: foreign.id })
    await expect(step).rejects.toThrow(Refusal)
  })

  test('guests, strangers and closed PLGs ask for nothing', async () => {
    const { plg, lead } = await setting()
    const guest = await anActor()
    await aMember({ plgId: plg.id, personId: guest.id, role: 'guest' })
    await expect(askForSupport(guest, plg.slug, asking())).rejects.toThrow(Forbidden)
    await expect(askForSupport(await anActor(), plg.slug, asking())).rejects.toThrow(Forbidden)
    await db().updateTable('plgs').set({ phase: 'closed' }).execute()
    await expect(askForSupport(lead, plg.slug, asking())).rejects.toThrow(Refusal)
  })
})

describe('answering', () => {
  test('two accept at once: one has it, the other is told who', async () => {
    const { plg, lead, smz, other } = await setting()
    const number = await askForSupport(lead, plg.slug, asking())
    const results = await Promise.allSettled([
      acceptRequest(smz, number, { version: 1, answer: 'Ich komme.' }),
      acceptRequest(other, number, { version: 1 }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { request } = await requestFor(other, number)
    const lost = results.find((result) => result.status === 'rejected')
    expect(String(lost?.reason)).toContain(`${request.handler} hat diese Anfrage schon übernommen`)
  })

  test('accepting and withdrawing at once: exactly one happens or both in order', async () => {
    const { plg, lead, smz } = await setting()
    const number = await askForSupport(lead, plg.slug, asking())
    const results = await Promise.allSettled([
      acceptRequest(smz, number, { version: 1 }),
      withdrawRequest(lead, number, { version: 1 }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('goes from open to done, with both sides told and the acts in the protocol', async () => {
    const { plg, lead, member, smz } = await setting()
    const number = await askForSupport(member, plg.slug, asking())
    await acceptRequest(smz, number, { version: 1, answer: 'Gern, am Montag.' })
    await acceptRequest(smz, number, { version: 1, answer: 'Gern, am Montag.' })
    await finishRequest(smz, number, { version: 2, answer: 'Das war gut.' })
    await work()
    const { request, steps } = await requestFor(member, number)
    expect(request).toMatchObject({ state: 'done', answer: 'Gern, am Montag.\n\nDas war gut.' })
    expect(steps).toEqual([])
    for (const person of [lead, member])
      expect(await bellOf(person.id)).toEqual([
        ['support.accepted', true],
        ['support.done', true],
      ])
    const acts = await db().selectFrom('auditEntries').select('action').orderBy('id').execute()
    expect(acts.map(({ action }) => action)).toEqual(['support.accept', 'support.finish'])
    expect((await inbox(smz)).requests.total).toBe(0)
    expect((await inbox(smz, true)).requests.total).toBe(1)
  })

  test('a declined one stays declined; an old page changes nothing', async () => {
    const { plg, lead, smz } = await setting()
    const number = await askForSupport(lead, plg.slug, asking())
    await expect(acceptRequest(smz, number, { version: 7 })).rejects.toThrow(Refusal)
    await declineRequest(smz, number, { version: 1, answer: 'Uns fehlt die Zeit.' })
    await expect(acceptRequest(smz, number, { version: 2 })).rejects.toThrow(Refusal)
    await expect(withdrawRequest(lead, number, { version: 2 })).rejects.toThrow(Refusal)
  })

  test('who has taken it over hears that it was withdrawn', async () => {
    const { plg, lead, smz, other } = await setting()
    const number = await askForSupport(lead, plg.slug, asking())
    await work()
    await acceptRequest(smz, number, { version: 1 })
    await withdrawRequest(lead, number, { version: 2 })
    await work()
    expect(await bellOf(smz.id)).toContainEqual(['support.withdrawn', true])
    expect(await bellOf(other.id)).not.toContainEqual(['support.withdrawn', true])
  })

  test('only those it is addressed to answer, only the PLG withdraws', async () => {
    const { plg, lead, member, smz } = await setting()
    const number = await askForSupport(lead, plg.slug, asking())
    const step = { version: 1, answer: 'x' }
    for (const act of [acceptRequest, declineRequest, finishRequest])
      await expect(act(lead, number, step)).rejects.toThrow(Forbidden)
    await expect(withdrawRequest(smz, number, step)).rejects.toThrow(Forbidden)
    await expect(withdrawRequest(member, number, step)).rejects.toThrow(Forbidden)
    for (const stranger of [
      await anActor(),
      await anActor('operator'),
      await anActor('principal'),
    ]) {
      await expect(requestFor(stranger, number)).rejects.toThrow(NotFound)
      await expect(acceptRequest(stranger, number, step)).rejects.toThrow(NotFound)
      await expect(inbox(stranger)).rejects.toThrow(Forbidden)
    }
    await expect(requestFor(lead, 999)).rejects.toThrow(NotFound)
  })
})

describe('what travels', () => {
  test.each([
    { joining: 'closed' },
    { joining: 'closed', kind: 'principals_circle' },
    { joining: 'closed', kind: 'supervision' },
  ])('the name of a walled group does not: %j', async (given) => {
    const { plg, lead, smz } = await setting({ title: 'Geheime Runde', ...given })
    const number = await askForSupport(lead, plg.slug, asking())
    const seen = [await inbox(smz), await requestFor(smz, number)]
    const { request } = await requestFor(smz, number)
    const pointer = { thingKind: 'support-request', thingId: request.id }
    const cards = await readableCards(smz, [pointer])
    const text = JSON.stringify([seen, [...cards]])
    expect(text).not.toContain('Geheime Runde')
    expect(text).not.toContain(plg.slug)
    expect(cards.size).toBe(1)
    expect((await requestFor(lead, number)).request.group).toBe('Geheime Runde')
  })

  test('of an open one the title, and no way in', async () => {
    const { plg, lead, smz } = await setting()
    const number = await askForSupport(lead, plg.slug, asking())
    expect((await requestFor(smz, number)).request).toMatchObject({
      group: 'Lesespuren',
      plgPath: null,
    })
  })
})
