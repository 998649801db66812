import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aPost, aTopic } from '#db/factories/plg.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import * as commands from './commands.ts'
import * as posts from './posts/commands.ts'
import * as audience from './posts/sql.ts'
import { historyFor, postCards, postForEdit, topicFor } from './posts/views.ts'
import { rooms } from './sockets.ts'
import * as views from './views.ts'

const CANARY = 'Kanarienvogel'
const JOINING = ['open', 'closed'] as const
type Joining = (typeof JOINING)[number]
type Place = { plg: string; topic: string; plgId: string; topicId: string; postId: string }

const places = {} as Record<Joining, Place>
const outsiders = {} as Record<string, Actor>

beforeAll(async () => {
  const inside: Actor = await anActor()
  // The last one has written there and is a member no more.
  const former: Actor = await anActor()
  const requesting: Actor = await anActor()
  const invited: Actor = await anActor()
  const removed: Actor = await anActor()
  Object.assign(outsiders, {
    'another teacher': await anActor(),
    'a principal': await anActor('principal'),
    'the SMZ': await anActor('smz_staff'),
    'the data-protection officer': await anActor('school_dpo'),
    'a release manager': await anActor('release_manager'),
    'an operator': await anActor('operator'),
    'somebody requesting': requesting,
    'somebody invited': invited,
    'somebody who left': former,
    'somebody removed': removed,
  })
  for (const joining of JOINING) {
    const plg = await aPlg({ joining })
    const title = `${CANARY} ${joining}`
    for (const personId of [inside.id, former.id]) await aMember({ plgId: plg.id, personId })
    const topic = await aTopic({ plgId: plg.id, title, authorId: former.id })
    const at = new Date('2026-10-01')
    const post = await aPost({
      topicId: topic.id,
      authorId: former.id,
      body: CANARY,
      createdAt: at,
    })
    await aPost({ topicId: topic.id, authorId: inside.id, body: CANARY, createdAt: at })
    for (const { id: personId } of Object.values(outsiders))
      await db().insertInto('postMentions').values({ postId: post.id, personId }).execute()
    await db()
      .updateTable('plgMembers')
      .set({ state: 'left', until: new Date('2026-11-01') })
      .where('personId', '=', former.id)
      .execute()
    await aMember({ plgId: plg.id, personId: requesting.id, state: 'requested' })
    await aMember({ plgId: plg.id, personId: invited.id, state: 'invited' })
    await aMember({ plgId: plg.id, personId: removed.id, state: 'removed' })
    places[joining] = {
      plg: plg.slug,
      topic: `1-${CANARY.toLowerCase()}-${joining}`,
      plgId: plg.id,
      topicId: topic.id,
      postId: post.id,
    }
  }
})

const key = () => randomUUID()
const text = { body: 'Hallo', title: 'Hallo Welt' }
const first = (place: Place) => ({ plg: place.plg, topic: place.topic, post: 1 })

/** Everything there is to be asked or done about one PLG. */
const ACTS: Record<string, (actor: Actor, place: Place) => Promise<unknown>> = {
  topicsFor: (a, p) => views.topicsFor(a, { plg: p.plg, page: 1, filter: 'all' }),
  newTopicFor: (a, p) => views.newTopicFor(a, p.plg),
  namesFor: (a, p) => views.namesFor(a, p.plg),
  newestTopics: (a, p) => views.newestTopics(a, p.plgId),
  topicFor: (a, p) => topicFor(a, { ...p, page: null, search: '' }),
  postForEdit: (a, p) => postForEdit(a, first(p)),
  historyFor: (a, p) => historyFor(a, first(p)),
  openTopic: (a, p) => commands.openTopic(a, p.plg, { ...text, clientKey: key() }),
  editTopicPost: (a, p) => commands.editTopicPost(a, first(p), text),
  markTopic: (a, p) => commands.markTopic(a, p, 'solve', true),
  deleteTopic: (a, p) => commands.deleteTopic(a, p),
  restoreTopic: (a, p) => commands.restoreTopic(a, p.plg, 1),
  markRead: (a, p) => commands.markRead(a, p, 2),
  markUnread: (a, p) => commands.markUnread(a, p, 1),
  writePost: (a, p) => posts.writePost(a, p, { body: 'Hallo', clientKey: key() }),
  editPost: (a, p) => posts.editPost(a, first(p), { body: 'Hallo' }),
  deletePost: (a, p) => posts.deletePost(a, first(p)),
  restorePost: (a, p) => posts.restorePost(a, first(p)),
  react: (a, p) => posts.react(a, first(p), 'thanks'),
}

const OUTSIDERS = [
  'another teacher',
  'a principal',
  'the SMZ',
  'the data-protection officer',
  'a release manager',
  'an operator',
  'somebody requesting',
  'somebody invited',
  'somebody who left',
  'somebody removed',
]

function actorOf(who: string): Actor {
  const actor = outsiders[who]
  if (!actor) throw new Error(`nobody is called ${who}`)
  return actor
}

async function everything() {
  const tables = [
    'topics',
    'posts',
    'postVersions',
    'postReactions',
    'topicReads',
    'auditEntries',
  ] as const
  return Promise.all(tables.map((table) => db().selectFrom(table).selectAll().execute()))
}

describe.each(OUTSIDERS)('%s', (who) => {
  test.each(Object.keys(ACTS))(
    'is refused %s, changes nothing and learns nothing',
    async (name) => {
      const before = await everything()
      for (const joining of JOINING) {
        const refused: unknown = await ACTS[name]?.(actorOf(who), places[joining]).then(
          () => 'allowed',
          (error: unknown) => error,
        )
        const isHidden = joining === 'closed' && who !== 'somebody invited'
        expect(refused).toBeInstanceOf(isHidden ? NotFound : Forbidden)
        expect(String(refused)).not.toContain(CANARY)
      }
      expect(await everything()).toEqual(before)
    },
  )

  test('may not listen', async () => {
    for (const joining of JOINING)
      for (const room of rooms) {
        const id = room.kind === 'topic' ? places[joining].topicId : places[joining].plgId
        expect(await room.mayListen(actorOf(who), id)).toBe(false)
      }
  })

  test('gets no count, no card, no news on "Heute"', async () => {
    const actor = actorOf(who)
    const all = Object.values(places)
    const plgIds = all.map(({ plgId }) => plgId)
    expect([...(await views.unreadByPlg(actor, plgIds))]).toEqual([])
    for (const id of plgIds) expect(await views.unreadIn(actor, id)).toBe(0)
    expect(await views.newFor(actor)).toEqual([])
    expect(await views.searchTopics(actor, [CANARY.toLowerCase()], 10)).toEqual([])
    expect(
      await views.topicCards(
        actor,
        all.map(({ topicId }) => topicId),
      ),
    ).toEqual([])
    expect(
      await postCards(
        actor,
        all.map(({ postId }) => postId),
      ),
    ).toEqual([])
  })

  test('is in no audience, even mentioned, even having written', async () => {
    const { id } = actorOf(who)
    for (const { topicId, postId } of Object.values(places)) {
      const told = await Promise.all([
        audience.membersToTell(topicId, key()).execute(),
        audience.followersToTell(topicId, key()).execute(),
        audience.mentionedToTell(postId, [id]).execute(),
      ])
      expect(told.flat().map(({ personId }) => personId)).not.toContain(id)
    }
  })
})

test('the list of acts is whole', async () => {
  const OPEN_TO_ALL = [
    'unreadByPlg',
    'unreadIn',
    'newFor',
    'searchTopics',
    'topicCards',
    'postCards',
  ]
  const PARTS = [
    'insideTopic',
    'insidePost',
    'mayHearTopic',
    'mayHearPlg',
    'locateTopic',
    'nameOf',
    'factsOf',
    'addPost',
  ]
  const modules = [commands, posts, views, await import('./posts/views.ts')]
  const names = modules.flatMap((module) => Object.keys(module))
  expect(names.filter((name) => ![...OPEN_TO_ALL, ...PARTS].includes(name)).sort()).toEqual(
    Object.keys(ACTS).sort(),
  )
})
