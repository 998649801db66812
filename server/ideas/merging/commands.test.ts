import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anIdea, anInterest } from '#db/factories/idea.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { archiveIdea, restoreIdea } from '../commands.ts'
import { joinIdea, withdrawInterest } from '../interests/commands.ts'
import { ideaFor } from '../reading/views.ts'
import { mergeIdeas, unmergeIdeas } from './commands.ts'

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
})

async function anAuthor(title: string) {
  const actor = await anActor()
  const schoolId = actor.memberships[0]?.schoolId ?? ''
  const idea = await anIdea({ authorId: actor.id, schoolId, title })
  return { ...idea, actor, schoolId, param: String(idea.number) }
}

const rows = async () =>
  new Map((await db().selectFrom('ideas').selectAll().execute()).map((row) => [row.id, row]))

async function shown(actor: Actor, param: string) {
  const view = await ideaFor(actor, param)
  if (view.movedTo !== null) throw new Error('moved')
  return view
}

describe('merging', () => {
  test('shows both together, moves the old address, tells the authors; taken back all is as before', async () => {
    const smz = await anActor('smz_staff', { firstName: 'Sabine', lastName: 'Krüger' })
    const [one, two] = [await anAuthor('Brüche sehen'), await anAuthor('Brüche anfassen')]
    const third = await anActor()
    await joinIdea(third, two.param, { note: 'Gern.' })
    expect((await shown(smz, two.param)).idea.schools).toBe(2)
    await mergeIdeas(smz, one.param, two.id)
    await mergeIdeas(smz, one.param, two.id)
    const view = await shown(third, one.param)
    expect(view.idea.schools).toBe(3)
    expect(view.hasJoined).toBe(true)
    expect(view.merged).toMatchObject([{ title: 'Brüche anfassen', canUndo: false }])
    expect(view.interested[0]?.people[0]).toMatchObject({ mergedTitle: 'Brüche anfassen' })
    expect(await ideaFor(third, two.param)).toMatchObject({ movedTo: view.idea.path })
    for (const { reaction, payload } of await takeJobs())
      await queuedReactionNamed(reaction)?.run(payload)
    for (const { actor } of [one, two]) {
      const { groups } = await bellFor(actor, null)
      expect(groups.flatMap(({ lines }) => lines).map(({ sentence }) => sentence)).toContain(
        'Sabine Krüger hat die Idee „Brüche anfassen“ mit „Brüche sehen“ zusammengeführt.',
      )
    }
    await unmergeIdeas(two.actor, one.param, two.id)
    expect((await shown(smz, one.param)).idea.schools).toBe(1)
    expect((await shown(smz, two.param)).idea.schools).toBe(2)
  })

  test('is for the SMZ and the author of the target', async () => {
    const [one, two] = [await anAuthor('Eins'), await anAuthor('Zwei')]
    const stranger = await anActor()
    for (const actor of [stranger, two.actor])
      await expect(mergeIdeas(actor, one.param, two.id)).rejects.toThrow(Forbidden)
    await mergeIdeas(one.actor, one.param, two.id)
    await expect(unmergeIdeas(stranger, one.param, two.id)).rejects.toThrow(Forbidden)
  })

  test('makes no chain and no circle, and nothing of itself', async () => {
    const smz = await anActor('smz_staff')
    const [a, b, c] = [await anAuthor('Eins'), await anAuthor('Zwei'), await anAuthor('Drei')]
    await expect(mergeIdeas(smz, a.param, a.id)).rejects.toThrow(Refusal)
    await mergeIdeas(smz, a.param, b.id)
    await expect(mergeIdeas(smz, b.param, a.id)).rejects.toThrow(Refusal)
    await expect(mergeIdeas(smz, b.param, c.id)).rejects.toThrow(Refusal)
    await expect(mergeIdeas(smz, c.param, a.id)).rejects.toThrow(/umgekehrt/)
    await expect(mergeIdeas(smz, c.param, b.id)).rejects.toThrow(Refusal)
    await mergeIdeas(smz, a.param, c.id)
  })

  test('the database itself refuses a chain, whatever a program does', async () => {
    const [a, b, c] = [await anAuthor('Eins'), await anAuthor('Zwei'), await anAuthor('Drei')]
    const put = (source: string, target: string) =>
      sql`update ideas set state = 'merged', merged_into = ${target} where id = ${source}`.execute(
        db(),
      )
    await put(b.id, a.id)
    await expect(put(a.id, c.id)).rejects.toThrow('ideas_no_chains')
    await expect(put(c.id, b.id)).rejects.toThrow('ideas_no_chains')
    await expect(put(a.id, a.id)).rejects.toThrow()
  })

  test('two into each other at once: one of the two happens', async () => {
    const smz = await anActor('smz_staff')
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await anAuthor('Eins'), await anAuthor('Zwei')]
      const both = await Promise.allSettled([
        mergeIdeas(smz, a.param, b.id),
        mergeIdeas(smz, b.param, a.id),
      ])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const now = await rows()
      expect([now.get(a.id)?.state, now.get(b.id)?.state].sort()).toEqual(['merged', 'open'])
    }
  })

  test('can be taken back for 30 days', async () => {
    const smz = await anActor('smz_staff')
    const [a, b] = [await anAuthor('Eins'), await anAuthor('Zwei')]
    await mergeIdeas(smz, a.param, b.id)
    const put = (days: number) =>
      db()
        .updateTable('ideas')
        .set({ mergedAt: new Date(Date.now() - days * 86_400_000) })
        .where('id', '=', b.id)
        .execute()
    await put(30.1)
    await expect(unmergeIdeas(smz, a.param, b.id)).rejects.toThrow(/30 Tagen/)
    expect((await shown(smz, a.param)).merged[0]?.canUndo).toBe(false)
    await put(29.9)
    await unmergeIdeas(smz, a.param, b.id)
    expect((await rows()).get(b.id)).toMatchObject({ state: 'open', mergedInto: null })
  })

  test('what is archived is no target, and for others not there', async () => {
    const [a, b] = [await anAuthor('Eins'), await anAuthor('Zwei')]
    await archiveIdea(b.actor, b.param)
    await expect(mergeIdeas(a.actor, a.param, b.id)).rejects.toThrow(NotFound)
    await expect(mergeIdeas(await anActor('smz_staff'), a.param, b.id)).rejects.toThrow(Refusal)
  })
})

type Act = { kind: 'join' | 'withdraw' | 'merge' | 'unmerge' | 'archive' | 'restore' } & {
  idea: number
  other: number
  person: number
}

const anAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    'join',
    'join',
    'withdraw',
    'merge',
    'merge',
    'unmerge',
    'archive',
    'restore',
  ),
  idea: fc.nat(3),
  other: fc.nat(3),
  person: fc.nat(3),
})

test('whatever people do in whatever order: no chain, and every count is that of the schools shown', async () => {
  const smz = await anActor('smz_staff')
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 5, maxLength: 25 }), async (acts) => {
      await db().deleteFrom('ideaInterests').execute()
      await db().deleteFrom('ideas').where('mergedInto', 'is not', null).execute()
      await db().deleteFrom('ideas').execute()
      const ideas = await Promise.all(['Eins', 'Zwei', 'Drei', 'Vier'].map(anAuthor))
      const school = ideas[0]?.schoolId
      const people = [
        await anActor(),
        await anActor(),
        await anActor('teacher', { schoolId: school ?? '' }),
        await anActor(),
      ]
      for (const { kind, idea, other, person } of acts) {
        const [at, from, who] = [ideas[idea]!, ideas[other]!, people[person]!]
        const doing = {
          join: () => joinIdea(who, at.param, { note: '' }),
          withdraw: () => withdrawInterest(who, at.param),
          merge: () => mergeIdeas(smz, at.param, from.id),
          unmerge: () => unmergeIdeas(smz, at.param, from.id),
          archive: () => archiveIdea(at.actor, at.param),
          restore: () => restoreIdea(at.actor, at.param),
        }[kind]
        await doing().catch((error: unknown) => {
          if (error instanceof Refusal || error instanceof Forbidden || error instanceof NotFound)
            return
          throw error
        })
        await sql`delete from rate_limits`.execute(db())
      }
      await countsAreRight(smz)
    }),
    { numRuns: 15 },
  )
}, 60_000)

async function countsAreRight(smz: Actor): Promise<void> {
  const all = await rows()
  const interests = await db().selectFrom('ideaInterests').selectAll().execute()
  for (const idea of all.values()) {
    const target = idea.mergedInto === null ? undefined : all.get(idea.mergedInto)
    if (target) expect(target.mergedInto).toBeNull()
    if (target) continue
    const family = [...all.values()].filter(
      ({ id, mergedInto }) => id === idea.id || mergedInto === idea.id,
    )
    const ids = new Set(family.map(({ id }) => id))
    const schools = new Set([
      ...family.map(({ schoolId }) => schoolId),
      ...interests.filter(({ ideaId }) => ids.has(ideaId)).map(({ schoolId }) => schoolId),
    ])
    expect((await shown(smz, String(idea.number))).idea.schools).toBe(schools.size)
  }
}

test('a person who joined two ideas that were merged is one of one school', async () => {
  const smz = await anActor('smz_staff')
  const [a, b] = [await anAuthor('Eins'), await anAuthor('Zwei')]
  const who = await anActor()
  const schoolId = who.memberships[0]?.schoolId ?? ''
  for (const { id: ideaId } of [a, b]) await anInterest({ ideaId, personId: who.id, schoolId })
  await mergeIdeas(smz, a.param, b.id)
  const view = await shown(who, a.param)
  expect(view.idea.schools).toBe(3)
  await withdrawInterest(who, a.param)
  expect((await shown(who, a.param)).idea.schools).toBe(2)
})
