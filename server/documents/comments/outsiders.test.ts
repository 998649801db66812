import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aComment, aThread } from '#db/factories/comment.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import type { Place } from '../views.ts'
import * as commands from './commands.ts'
import * as audience from './sql.ts'
import * as views from './views.ts'

const CANARY = 'Kanarienvogel'
type There = { place: Place; documentId: string; thread: string; comment: string }

const places = {} as Record<'open' | 'closed', There>
const outsiders = {} as Record<string, Actor>
const OUTSIDERS = [
  'another teacher',
  'a principal',
  'the SMZ',
  'the data-protection officer',
  'an operator',
  'somebody requesting',
  'somebody who left, and has written there',
  'somebody removed',
]

beforeAll(async () => {
  registerHouse()
  const roles = ['teacher', 'principal', 'smz_staff', 'school_dpo', 'operator']
  for (const [at, name] of OUTSIDERS.entries()) outsiders[name] = await anActor(roles[at])
  const states = ['requested', 'left', 'removed']
  for (const joining of ['open', 'closed'] as const) {
    const plg = await aPlg({ joining })
    const document = await aDocument({ plgId: plg.id, title: CANARY }, CANARY)
    const documentId = document.id
    const former = outsiders[OUTSIDERS[6] ?? '']?.id
    const { id, comment } = await aThread({ documentId, createdBy: former }, { body: CANARY })
    for (const { id: authorId } of Object.values(outsiders))
      await aComment({ threadId: id, authorId, body: CANARY })
    for (const [at, state] of states.entries())
      await aMember({
        plgId: plg.id,
        personId: outsiders[OUTSIDERS[5 + at] ?? '']?.id ?? '',
        state,
        ...(state === 'left' && { until: new Date('2026-11-01') }),
      })
    const place = { home: { kind: 'plg', slug: plg.slug }, document: String(document.number) }
    places[joining] = { place, documentId, thread: id, comment: comment.id }
  }
})

const body = 'Hallo'
const ACTS: Record<string, (actor: Actor, there: There) => Promise<unknown>> = {
  openThread: (a, { place }) =>
    commands.openThread(a, place, { thread: randomUUID(), quote: '', body }),
  reply: (a, { place, thread }) =>
    commands.reply(a, place, { thread, body, clientKey: randomUUID() }),
  editComment: (a, { place, comment }) => commands.editComment(a, place, { comment, body }),
  deleteComment: (a, { place, comment }) => commands.deleteComment(a, place, comment),
  restoreComment: (a, { place, comment }) => commands.restoreComment(a, place, comment),
  resolveThread: (a, { place, thread }) => commands.resolveThread(a, place, thread),
  reopenThread: (a, { place, thread }) => commands.reopenThread(a, place, thread),
  commentsOf: (a, { place }) => views.commentsOf(a, place),
  commentsFor: (a, { place }) => views.commentsFor(a, place, 1),
}

const everything = () =>
  Promise.all(
    (['documentThreads', 'documentComments', 'auditEntries'] as const).map((table) =>
      db().selectFrom(table).selectAll().execute(),
    ),
  )

function actorOf(who: string): Actor {
  const actor = outsiders[who]
  if (!actor) throw new Error(`nobody is called ${who}`)
  return actor
}

test.each(OUTSIDERS)('%s reads and changes nothing', async (who) => {
  const before = await everything()
  for (const [joining, there] of Object.entries(places))
    for (const [name, ask] of Object.entries(ACTS)) {
      const refused: unknown = await ask(actorOf(who), there).then(
        () => `${name} was allowed`,
        (error: unknown) => error,
      )
      expect(refused).toBeInstanceOf(joining === 'closed' ? NotFound : Forbidden)
      expect(String(refused)).not.toContain(CANARY)
    }
  expect(await everything()).toEqual(before)
})

test.each(OUTSIDERS)('%s gets no card and is told of nothing, even named', async (who) => {
  const actor = actorOf(who)
  for (const { documentId, thread, comment } of Object.values(places)) {
    expect(await views.commentCards(actor, [comment])).toEqual([])
    expect(await views.threadCards(actor, [thread])).toEqual([])
    const of = { documentId, commentId: comment }
    const told = await Promise.all([
      audience.followersToTell(of, [], new Date()).execute(),
      audience.namedToTell(comment, [actor.id], new Date()).execute(),
      audience.listMembers(documentId, new Date()),
    ])
    expect(JSON.stringify(told)).not.toContain(actor.id)
  }
})

test('the list of acts is whole', () => {
  const PARTS = ['commentCards', 'threadCards', 'commentsBeside']
  const names = [commands, views].flatMap((module) => Object.keys(module))
  expect(names.filter((name) => !PARTS.includes(name)).sort()).toEqual(Object.keys(ACTS).sort())
})
