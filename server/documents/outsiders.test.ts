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
import { collab } from './collab.ts'
import * as commands from './commands.ts'
import { rooms } from './sockets.ts'
import * as text from './text/commands.ts'
import { editingFor, readingFor, simpleFormFor } from './text/views.ts'
import * as views from './views.ts'

const CANARY = 'Kanarienvogel'
const JOINING = ['open', 'closed'] as const
type Joining = (typeof JOINING)[number]
type There = { home: views.HomePlace; document: string; number: number; id: string }

const places = {} as Record<Joining, There>
const outsiders = {} as Record<string, Actor>
let theirOwn: string

beforeAll(async () => {
  registerHouse()
  const former: Actor = await anActor()
  const [requesting, invited, removed] = [await anActor(), await anActor(), await anActor()]
  Object.assign(outsiders, {
    'another teacher': await anActor(),
    'a principal': await anActor('principal'),
    'the SMZ': await anActor('smz_staff'),
    'the data-protection officer': await anActor('school_dpo'),
    'an operator': await anActor('operator'),
    'somebody requesting': requesting,
    'somebody invited': invited,
    'the author who left': former,
    'somebody removed': removed,
  })
  theirOwn = (await aPlg()).id
  for (const { id: personId } of Object.values(outsiders))
    await aMember({ plgId: theirOwn, personId })
  for (const joining of JOINING) {
    const plg = await aPlg({ joining })
    const given = { plgId: plg.id, title: `${CANARY} ${joining}`, createdBy: former.id }
    const { id, number } = await aDocument(given, CANARY)
    await aMember({ plgId: plg.id, personId: former.id, state: 'left' })
    await aMember({ plgId: plg.id, personId: requesting.id, state: 'requested' })
    await aMember({ plgId: plg.id, personId: invited.id, state: 'invited' })
    await aMember({ plgId: plg.id, personId: removed.id, state: 'removed' })
    const home = { kind: 'plg', slug: plg.slug }
    places[joining] = { home, document: `${number}-kanarienvogel-${joining}`, number, id }
  }
})

const draft = () => ({ clientKey: randomUUID(), title: 'Neu', folder: '', template: 'empty' })
const query = { shelf: 'active', folder: null, search: '', page: 1 } as const

/** Everything there is to be asked or done about documents of one PLG. */
const ACTS: Record<string, (actor: Actor, at: There) => Promise<unknown>> = {
  documentsFor: (a, at) => views.documentsFor(a, at.home, query),
  newDocumentFor: (a, at) => views.newDocumentFor(a, at.home),
  detailsFor: (a, at) => views.detailsFor(a, at),
  readingFor: (a, at) => readingFor(a, at),
  editingFor: (a, at) => editingFor(a, at),
  simpleFormFor: (a, at) => simpleFormFor(a, at),
  saveSimply: (a, at) => text.saveSimply(a, at, { base: 'x', markdown: 'Hallo' }),
  createDocument: (a, at) => commands.createDocument(a, at.home, draft()),
  describeDocument: (a, at) => commands.describeDocument(a, at, { title: 'Neu', folder: '' }),
  moveDocument: (a, at) => commands.moveDocument(a, at, { homeId: theirOwn, isSure: true }),
  archiveDocument: (a, at) => commands.archiveDocument(a, at, true),
  markTemplate: (a, at) => commands.markTemplate(a, at, true),
  deleteDocument: (a, at) => commands.deleteDocument(a, at),
  restoreDocument: (a, at) => commands.restoreDocument(a, at.home, at.number),
}

const OUTSIDERS = [
  'another teacher',
  'a principal',
  'the SMZ',
  'the data-protection officer',
  'an operator',
  'somebody requesting',
  'somebody invited',
  'the author who left',
  'somebody removed',
]

function actorOf(who: string): Actor {
  const actor = outsiders[who]
  if (!actor) throw new Error(`nobody is called ${who}`)
  return actor
}

const everything = () =>
  Promise.all(
    (['documents', 'documentContents', 'documentUpdates', 'auditEntries'] as const).map((table) =>
      db().selectFrom(table).selectAll().execute(),
    ),
  )

describe.each(OUTSIDERS)('%s', (who) => {
  test.each(Object.keys(ACTS))('is refused %s, changes and learns nothing', async (name) => {
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
  })

  test('gets there neither by its number through another PLG nor by line, room, card, search or address', async () => {
    const [own] = await db().selectFrom('plgs').where('id', '=', theirOwn).selectAll().execute()
    const actor = actorOf(who)
    for (const joining of JOINING) {
      const { id, document } = places[joining]
      const through = { home: { kind: 'plg', slug: own?.slug ?? '' }, document }
      await expect(readingFor(actor, through)).rejects.toBeInstanceOf(NotFound)
      expect(await collab.standing(actor, id)).toBe('none')
      for (const room of rooms) expect(await room.mayListen(actor, id)).toBe(false)
      expect(await views.documentCards(actor, [id])).toEqual([])
      expect(await views.standingTo(actor, id)).toMatchObject({ canRead: false, canChange: false })
    }
    expect(await views.searchDocuments(actor, [CANARY], 10)).toEqual([])
  })
})
