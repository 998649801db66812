import '#db/testing.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aPost, aTopic } from '#db/factories/plg.ts'
import { aReference } from '#db/factories/reference.ts'
import { aSchool } from '#db/factories/school.ts'
import { accounts } from '#server/accounts/area.ts'
import type { Actor } from '#server/auth/actor.ts'
import { discussions } from '#server/discussions/area.ts'
import { registerSearch } from '#server/platform/search.ts'
import { registerThings } from '#server/platform/things.ts'
import { plg as plgArea } from '#server/plg/area.ts'
import { schools } from '#server/schools/area.ts'
import { suggestionsFor } from './suggestions/views.ts'
import { backLinksOf, cardsFor, mentionedBy, referencesOf } from './views.ts'

const CANARY = 'Kanarienvogel'
const OUTSIDERS = [
  'another teacher',
  'a principal',
  'the SMZ',
  'the data-protection officer',
  'an operator',
  'somebody requesting',
  'somebody who left',
  'somebody removed',
  'somebody not confirmed',
]

const people = {} as Record<string, Actor>
let school: { kind: string; id: string }
let hidden: { kind: string; id: string }[]
let plgId: string

beforeAll(async () => {
  const areas = [accounts, schools, plgArea, discussions]
  registerThings(areas.flatMap((area) => area.things ?? []))
  registerSearch(areas.flatMap((area) => area.search ?? []))
  const plg = await aPlg({ joining: 'closed', title: CANARY })
  plgId = plg.id
  const member: Actor = await anActor('teacher', { firstName: 'Mia', lastName: CANARY })
  await aMember({ plgId, personId: member.id })
  const [requesting, former, removed] = [await anActor(), await anActor(), await anActor()]
  await aMember({ plgId, personId: requesting.id, state: 'requested' })
  await aMember({ plgId, personId: former.id, state: 'left' })
  await aMember({ plgId, personId: removed.id, state: 'removed' })
  Object.assign(people, {
    'a member': member,
    'another teacher': await anActor(),
    'a principal': await anActor('principal'),
    'the SMZ': await anActor('smz_staff'),
    'the data-protection officer': await anActor('school_dpo'),
    'an operator': await anActor('operator'),
    'somebody requesting': requesting,
    'somebody who left': former,
    'somebody removed': removed,
    'somebody not confirmed': await anActor('teacher', { state: 'pending' }),
  })
  const topic = await aTopic({ plgId, title: CANARY, authorId: member.id })
  const post = await aPost({ topicId: topic.id, authorId: member.id, body: CANARY })
  school = { kind: 'school', id: (await aSchool()).id }
  hidden = [
    { kind: 'plg', id: plgId },
    { kind: 'topic', id: topic.id },
    { kind: 'post', id: post.id },
  ]
  for (const thing of hidden)
    for (const kind of ['mention', 'relation']) {
      await aReference(thing, school, { kind })
      await aReference(school, thing, { kind })
    }
  await aReference({ kind: 'topic', id: topic.id }, { kind: 'person', id: member.id })
  for (const { id } of Object.values(people))
    if (id !== member.id) await aReference({ kind: 'topic', id: topic.id }, { kind: 'person', id })
})

function actorOf(who: string): Actor {
  const actor = people[who]
  if (!actor) throw new Error(`nobody is called ${who}`)
  return actor
}

/** Everything of these things that one person gets to see. */
async function everythingFor(actor: Actor) {
  const ids = [...hidden.map(({ kind, id }) => `${kind}:${id}`)].join(',')
  const home = `plg:${plgId}`
  const member = actorOf('a member')
  return {
    cards: await cardsFor(actor, `${ids},person:${member.id}`),
    from: await Promise.all(hidden.map((thing) => referencesOf(actor, thing))),
    to: await Promise.all(hidden.map((thing) => backLinksOf(actor, thing, 1))),
    relations: await referencesOf(actor, school),
    backLinks: await backLinksOf(actor, school, 1),
    mentioned: [...(await mentionedBy(actor, [school]))],
    byName: await suggestionsFor(actor, { q: CANARY, home, persons: true }),
    inHome: await suggestionsFor(actor, { q: '', home, persons: true }),
  }
}

test('a member sees it all', async () => {
  const seen = await everythingFor(actorOf('a member'))
  expect(seen.cards).toHaveLength(4)
  expect(seen.relations).toHaveLength(3)
  expect(seen.backLinks.groups.map(({ cards }) => cards.length)).toEqual([3, 3])
  expect(seen.mentioned).toHaveLength(1)
  expect(seen.byName.groups.map(({ word }) => word)).toEqual(['PLG', 'Thema'])
})

describe.each(OUTSIDERS)('%s', (who) => {
  test('sees no card, no count, no suggestion, and no sign of any', async () => {
    const nothing = { groups: [], page: 1, hasMore: false }
    expect(await everythingFor(actorOf(who))).toEqual({
      cards: [],
      from: [[], [], []],
      to: [nothing, nothing, nothing],
      relations: [],
      backLinks: nothing,
      mentioned: [],
      byName: { groups: [] },
      inHome: { groups: [] },
    })
  })
})

test('whoever leaves sees nothing from that moment on', async () => {
  const person: Actor = await anActor()
  const seat = await aMember({ plgId, personId: person.id })
  expect((await backLinksOf(person, school, 1)).groups).toHaveLength(2)
  await db().updateTable('plgMembers').set({ state: 'left' }).where('id', '=', seat.id).execute()
  expect((await backLinksOf(person, school, 1)).groups).toEqual([])
  expect(await cardsFor(person, `plg:${plgId}`)).toEqual([])
})
