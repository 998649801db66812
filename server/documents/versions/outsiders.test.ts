import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { deleteDocument } from '../commands.ts'
import type { Place } from '../views.ts'
import * as commands from './commands.ts'
import * as views from './views.ts'

const CANARY = 'Kanarienvogel'
const JOINING = ['open', 'closed'] as const
const places = {} as Record<(typeof JOINING)[number] | 'deleted', Place>
const outsiders = {} as Record<string, Actor>
let member: Actor

beforeAll(async () => {
  registerHouse()
  member = await anActor()
  const former: Actor = await anActor()
  const [requesting, removed] = [await anActor(), await anActor()]
  Object.assign(outsiders, {
    'another teacher': await anActor(),
    'a principal': await anActor('principal'),
    'the SMZ': await anActor('smz_staff'),
    'an operator': await anActor('operator'),
    'somebody requesting': requesting,
    'the author who left': former,
    'somebody removed': removed,
  })
  for (const name of [...JOINING, 'deleted'] as const) {
    const plg = await aPlg({ joining: name === 'deleted' ? 'open' : name })
    for (const personId of [member.id]) await aMember({ plgId: plg.id, personId, role: 'lead' })
    await aMember({ plgId: plg.id, personId: former.id, state: 'left' })
    await aMember({ plgId: plg.id, personId: requesting.id, state: 'requested' })
    await aMember({ plgId: plg.id, personId: removed.id, state: 'removed' })
    const document = await aDocument({ plgId: plg.id, createdBy: former.id }, CANARY)
    await db()
      .insertInto('documentVersions')
      .values({
        ...{ documentId: document.id, number: 1, kind: 'named', name: CANARY },
        content: JSON.stringify({
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: CANARY }] }],
        }),
        createdBy: former.id,
        createdAt: new Date(),
        clientKey: randomUUID(),
      })
      .execute()
    places[name] = { home: { kind: 'plg', slug: plg.slug }, document: String(document.number) }
  }
  await deleteDocument(member, places.deleted)
})

const key = () => ({ clientKey: randomUUID() })
const ACTS: Record<string, (actor: Actor, at: Place) => Promise<unknown>> = {
  versionsFor: (actor, at) => views.versionsFor(actor, at, 1),
  versionFor: (actor, at) => views.versionFor(actor, at, 1),
  compareFor: (actor, at) =>
    views.compareFor(actor, at, { from: 1, to: 'jetzt', layout: 'inline' }),
  saveVersion: (actor, at) => commands.saveVersion(actor, at, { ...key(), name: 'Neu' }),
  restoreVersion: (actor, at) => commands.restoreVersion(actor, at, 1, key()),
  restoreValid: (actor, at) => commands.restoreValid(actor, at),
}

const everything = () =>
  Promise.all(
    (['documentVersions', 'documentContents', 'documentUpdates', 'documents'] as const).map(
      (table) => db().selectFrom(table).selectAll().execute(),
    ),
  )
const answerTo = (name: string, actor: Actor | undefined, at: Place): Promise<unknown> =>
  (ACTS[name] as (typeof ACTS)[string])(actor as Actor, at).then(
    () => 'allowed',
    (error: unknown) => error,
  )

describe.each([
  'another teacher',
  'a principal',
  'the SMZ',
  'an operator',
  'somebody requesting',
  'the author who left',
  'somebody removed',
])('%s', (who) => {
  test.each(Object.keys(ACTS))('is refused %s, changes and learns nothing', async (name) => {
    const before = await everything()
    for (const joining of JOINING) {
      const refused = await answerTo(name, outsiders[who], places[joining])
      expect(refused).toBeInstanceOf(joining === 'closed' ? NotFound : Forbidden)
      expect(String(refused)).not.toContain(CANARY)
    }
    expect(await everything()).toEqual(before)
  })
})

test.each(Object.keys(ACTS))('in the bin there is no %s, for a lead neither', async (name) => {
  const before = await everything()
  expect(await answerTo(name, member, places.deleted)).toBeInstanceOf(NotFound)
  expect(await everything()).toEqual(before)
})

test('the list of acts is whole', () => {
  const names = [commands, views].flatMap((module) => Object.keys(module))
  expect(names.sort()).toEqual(Object.keys(ACTS).sort())
})
