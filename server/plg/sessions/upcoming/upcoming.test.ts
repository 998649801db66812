import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSession } from '#db/factories/session.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { resultsFor } from '#server/search/views.ts'
import { todayFor } from '#server/today/views.ts'
import { KIND_DEFAULTS, KINDS } from '../../contract.ts'
import { nextMeetings, searchMeetings } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const SOON = new Date('2048-01-10T13:30:00Z')

test.each(KINDS)('of a %s its members find the meeting, and nobody else', async (kind) => {
  const { joining } = KIND_DEFAULTS[kind]
  const plg = await aPlg({ kind, joining, title: 'Runde Nord' })
  const session = await aSession({ plgId: plg.id, title: 'Hafenwind', startsAt: SOON })
  const member = await anActor()
  await aMember({ plgId: plg.id, personId: member.id })
  expect((await searchMeetings(member, ['hafen', 'nord'], 5)).map(({ id }) => id)).toEqual([
    session.id,
  ])
  expect((await nextMeetings(member, 5)).map(({ id }) => id)).toEqual([session.id])
  const outside = [
    await anActor('principal'),
    await anActor('smz_staff'),
    await anActor('operator'),
    await anActor('teacher', { state: 'pending' }),
  ]
  for (const state of ['invited', 'requested', 'left', 'removed'] as const) {
    const person = await anActor()
    await aMember({ plgId: plg.id, personId: person.id, state })
    outside.push(person)
  }
  for (const actor of [...outside, null]) {
    expect(await searchMeetings(actor, ['hafenwind'], 5)).toEqual([])
    const { groups } = await resultsFor({ actor, network: 'test' }, 'Hafenwind')
    expect(groups).toEqual([])
    if (actor) expect(await nextMeetings(actor, 5)).toEqual([])
  }
})

test('"Heute" shows what comes next of all one’s groups, in order, and nothing that is over or called off', async () => {
  const member = await anActor()
  const titles = ['Dritter', 'Erster', 'Zweiter']
  const days = ['2048-03-01', '2048-01-01', '2048-02-01']
  for (const [at, title] of titles.entries()) {
    const plg = await aPlg()
    await aMember({ plgId: plg.id, personId: member.id })
    await aSession({ plgId: plg.id, title, startsAt: new Date(`${days[at]}T12:00:00Z`) })
    await aSession({ plgId: plg.id, title: 'Vorbei' })
    await aSession({ plgId: plg.id, title: 'Abgesagt', startsAt: SOON, state: 'cancelled' })
  }
  const { meetings } = await todayFor(member)
  expect(meetings.map(({ title }) => title)).toEqual(['Erster', 'Zweiter', 'Dritter'])
  await db().updateTable('plgMembers').set({ state: 'left', until: new Date() }).execute()
  expect((await todayFor(member)).meetings).toEqual([])
})

test.each(['%', '_', '\\', "'", ')('])('a sign like "%s" means itself', async (sign) => {
  const plg = await aPlg()
  const member = await anActor()
  await aMember({ plgId: plg.id, personId: member.id })
  await aSession({ plgId: plg.id, title: 'Auftakt' })
  expect(await searchMeetings(member, [sign], 5)).toEqual([])
})
