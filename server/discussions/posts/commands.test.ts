import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal, TooMany } from '#server/platform/errors.ts'
import { deletePost, editPost, react, restorePost, writePost } from './commands.ts'
import { historyFor } from './views.ts'

type Role = 'lead' | 'member'
let plg: Awaited<ReturnType<typeof aPlg>>
let meike: Actor
let place: { plg: string; topic: string }

beforeEach(async () => {
  await emptyDatabase()
  plg = await aPlg()
  meike = await somebody({ firstName: 'Meike', lastName: 'Thomas' })
  await aTopic({ plgId: plg.id, title: 'Bruchrechnen', authorId: meike.id })
  place = { plg: plg.slug, topic: '1-bruchrechnen' }
})

async function somebody(given: { firstName?: string; lastName?: string; role?: Role } = {}) {
  const { role = 'member', ...names } = given
  const actor: Actor = await anActor('teacher', names)
  const schoolId = actor.memberships[0]?.schoolId
  await aMember({ plgId: plg.id, personId: actor.id, role, schoolId })
  return actor
}

const write = (actor: Actor, body: string, clientKey: string = randomUUID()) =>
  writePost(actor, place, { body, clientKey })
const posts = () => db().selectFrom('posts').selectAll().orderBy('number').execute()
const jobs = async () => {
  const { rows } = await sql<{
    payload: { reaction: string; payload: Record<string, unknown> }
  }>`select payload from graphile_worker._private_jobs order by id`.execute(db())
  return rows.map(({ payload }) => payload)
}

describe('writing', () => {
  test('gives the next number, keeps the school of the seat and answers with the place', async () => {
    expect(await write(meike, 'Eins')).toBe(
      `/plg/${plg.slug}/diskussion/1-bruchrechnen?seite=1#beitrag-1`,
    )
    await write(meike, 'Zwei')
    const [first, second] = await posts()
    expect([first?.number, second?.number]).toEqual([1, 2])
    expect(first?.schoolId).toBe(meike.memberships[0]?.schoolId)
    expect(first?.bodyHtml).toBe('<p>Eins</p>')
  })

  test('twenty writers at once get the numbers 1 to 20', async () => {
    const writers = await Promise.all(Array.from({ length: 20 }, () => somebody()))
    await Promise.all(writers.map((writer) => write(writer, 'Hallo')))
    expect((await posts()).map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    )
    const { postCount } = await db()
      .selectFrom('topics')
      .select('postCount')
      .executeTakeFirstOrThrow()
    expect(postCount).toBe(20)
  })

  test('the same key twenty times at once is one post, and every try hears of it', async () => {
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => write(meike, 'Nur einmal', key)),
    )
    expect(new Set(answers).size).toBe(1)
    expect(await posts()).toHaveLength(1)
    expect(await db().selectFrom('postVersions').selectAll().execute()).toHaveLength(0)
  })

  test('words changed before the second try replace the first ones and lose nothing', async () => {
    const key = randomUUID()
    await write(meike, 'Angekommen, Antwort verloren', key)
    await write(meike, 'Angekommen, Antwort verloren, weitergeschrieben', key)
    const [post, ...others] = await posts()
    expect(others).toEqual([])
    expect(post?.body).toBe('Angekommen, Antwort verloren, weitergeschrieben')
    const versions = await db().selectFrom('postVersions').select('body').execute()
    expect(versions).toEqual([{ body: 'Angekommen, Antwort verloren' }])
  })

  test('a key used in another topic is refused and gives no number away', async () => {
    const key = randomUUID()
    await write(meike, 'Hier', key)
    const other = await aTopic({ plgId: plg.id, title: 'Anderes' })
    const elsewhere = { plg: plg.slug, topic: `${other.number}-anderes` }
    await expect(writePost(meike, elsewhere, { body: 'Dort', clientKey: key })).rejects.toThrow(
      Refusal,
    )
    await writePost(meike, elsewhere, { body: 'Dort', clientKey: randomUUID() })
    expect((await posts()).map(({ body, number }) => [body, number])).toEqual([
      ['Hier', 1],
      ['Dort', 1],
    ])
  })

  test('the same key of two persons are two posts', async () => {
    const key = randomUUID()
    await write(meike, 'Eins', key)
    await write(await somebody(), 'Zwei', key)
    expect(await posts()).toHaveLength(2)
  })

  test('a closed topic refuses with a sentence, also its lead', async () => {
    await db().updateTable('topics').set({ lockedAt: new Date() }).execute()
    const lead = await somebody({ role: 'lead' })
    await expect(write(meike, 'Noch etwas')).rejects.toThrow(/geschlossen/)
    await expect(write(lead, 'Noch etwas')).rejects.toThrow(Refusal)
    expect(await posts()).toEqual([])
  })

  test('a deleted topic is not there', async () => {
    await db().updateTable('topics').set({ deletedAt: new Date() }).execute()
    await expect(write(meike, 'Noch etwas')).rejects.toThrow(NotFound)
  })

  test('refuses what would become too much markup, and stores nothing', async () => {
    await expect(write(meike, '[a](b)'.repeat(1300))).rejects.toThrow(/Formatierungen/)
    await expect(write(meike, 'a@b.de '.repeat(1140))).rejects.toThrow(/Formatierungen/)
    expect(await posts()).toEqual([])
  })

  test('the thirty-first post within a minute has to wait', async () => {
    for (let at = 0; at < 30; at++) await write(meike, `Beitrag ${at}`)
    await expect(write(meike, 'Zu viel')).rejects.toThrow(TooMany)
    expect(await posts()).toHaveLength(30)
  })
})

describe('mentions', () => {
  test('are kept for members only, and never for oneself', async () => {
    const orhan = await somebody({ firstName: 'Orhan', lastName: 'Demir' })
    await anActor('teacher', { firstName: 'Nora', lastName: 'Fremd' })
    await write(meike, 'Hallo @Orhan Demir, @Nora Fremd und @Meike Thomas')
    expect(await db().selectFrom('postMentions').select('personId').execute()).toEqual([
      { personId: orhan.id },
    ])
    const [post] = await posts()
    expect(post?.bodyHtml).toContain('<span class="mention">@Orhan Demir</span>')
    expect(post?.bodyHtml).not.toContain('<span class="mention">@Nora')
  })

  test('added by an edit are told, those there before are not told again', async () => {
    registerHouse()
    await somebody({ firstName: 'Orhan', lastName: 'Demir' })
    const nadja = await somebody({ firstName: 'Nadja', lastName: 'Petrovic' })
    await write(meike, '@Orhan Demir')
    await editPost(meike, { ...place, post: 1 }, { body: '@Orhan Demir @Nadja Petrovic' })
    const told = (await jobs()).filter(({ reaction }) => reaction === 'discussions.tell-mentioned')
    expect(told.map(({ payload }) => payload.personIds)).toEqual([[expect.any(String)], [nadja.id]])
  })
})

describe('editing', () => {
  test('keeps what stood there; the author and the leads see it, others do not', async () => {
    await write(meike, 'Alt')
    await editPost(meike, { ...place, post: 1 }, { body: 'Neu' })
    const lead = await somebody({ role: 'lead' })
    for (const reader of [meike, lead]) {
      const { versions } = await historyFor(reader, { ...place, post: 1 })
      expect(versions.map(({ number, html }) => [number, html])).toEqual([
        [2, '<p>Neu</p>'],
        [1, '<p>Alt</p>'],
      ])
    }
    const orhan = await somebody()
    await expect(historyFor(orhan, { ...place, post: 1 })).rejects.toThrow(Forbidden)
  })

  test('saving the same words makes no version', async () => {
    await write(meike, 'Gleich')
    await editPost(meike, { ...place, post: 1 }, { body: 'Gleich' })
    expect((await posts())[0]?.editedAt).toBeNull()
  })

  test('nobody else changes the words, not even a lead', async () => {
    await write(meike, 'Meins')
    const lead = await somebody({ role: 'lead' })
    await expect(editPost(lead, { ...place, post: 1 }, { body: 'Deins' })).rejects.toThrow(
      Forbidden,
    )
    expect((await posts())[0]?.body).toBe('Meins')
  })
})

describe('deleting', () => {
  test('an author takes a post away and brings it back; the number stays', async () => {
    await write(meike, 'Weg')
    await deletePost(meike, { ...place, post: 1 })
    expect((await posts())[0]?.deletedBy).toBe(meike.id)
    await restorePost(meike, { ...place, post: 1 })
    expect((await posts())[0]).toMatchObject({ deletedAt: null, deletedBy: null, body: 'Weg' })
    expect(await db().selectFrom('auditEntries').selectAll().execute()).toEqual([])
  })

  test('what a lead took away stands in the protocol, and the author cannot bring it back', async () => {
    await write(meike, 'Anstößig')
    const lead = await somebody({ role: 'lead' })
    await deletePost(lead, { ...place, post: 1 })
    await deletePost(lead, { ...place, post: 1 })
    const entries = await db().selectFrom('auditEntries').select(['action', 'actorId']).execute()
    expect(entries).toEqual([{ action: 'discussions.post-deleted', actorId: lead.id }])
    await expect(restorePost(meike, { ...place, post: 1 })).rejects.toThrow(Forbidden)
  })

  test('a member cannot take away what another wrote', async () => {
    await write(meike, 'Bleibt')
    const orhan = await somebody()
    await expect(deletePost(orhan, { ...place, post: 1 })).rejects.toThrow(Forbidden)
    expect((await posts())[0]?.deletedAt).toBeNull()
  })
})

describe('reacting', () => {
  const reactions = () => db().selectFrom('postReactions').select(['kind']).execute()

  test('pressing again takes it back; kinds are apart', async () => {
    await write(meike, 'Gut?')
    const orhan = await somebody()
    await react(orhan, { ...place, post: 1 }, 'thanks')
    await react(orhan, { ...place, post: 1 }, 'will_try')
    await react(orhan, { ...place, post: 1 }, 'thanks')
    expect(await reactions()).toEqual([{ kind: 'will_try' }])
  })

  test('ten presses at once leave at most one and no error', async () => {
    await write(meike, 'Gut?')
    const orhan = await somebody()
    const press = () => react(orhan, { ...place, post: 1 }, 'helpful')
    await Promise.all(Array.from({ length: 10 }, press))
    expect((await reactions()).length).toBeLessThanOrEqual(1)
  })

  test('a deleted post takes none, nor does one’s own', async () => {
    await write(meike, 'Weg')
    await expect(react(meike, { ...place, post: 1 }, 'thanks')).rejects.toThrow(Forbidden)
    await deletePost(meike, { ...place, post: 1 })
    await expect(react(await somebody(), { ...place, post: 1 }, 'thanks')).rejects.toThrow(
      Forbidden,
    )
  })
})
