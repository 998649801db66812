import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aReference } from '#db/factories/reference.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { accounts } from '#server/accounts/area.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { registerThings, type Standing } from '#server/platform/things.ts'
import { transaction } from '#server/platform/transaction.ts'
import { plg } from '#server/plg/area.ts'
import { schools } from '#server/schools/area.ts'
import { forgetThing, moveReferences, relate, syncMentions, unrelate } from './commands.ts'
import { MOST_MENTIONS, MOST_RELATIONS } from './contract.ts'

type Thing = { kind: string; id: string }
const idAt = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const note = (n: number): Thing => ({ kind: 'note', id: idAt(n) })

/** What the test's person may do with any note. */
let standing: Standing
let actor: Actor

beforeEach(async () => {
  await emptyDatabase()
  standing = { canRead: true, canChange: true, plgId: null }
  registerThings([
    ...[accounts, plg, schools].flatMap((area) => area.things ?? []),
    {
      kind: 'note',
      word: 'Notiz',
      standing: () => Promise.resolve(standing),
      cards: (_actor, ids) =>
        Promise.resolve(ids.map((id) => ({ id, title: id, context: '', path: `/notiz/${id}` }))),
    },
  ])
  actor = await anActor()
})

async function rows(of?: Thing) {
  let query = db().selectFrom('thingReferences').selectAll()
  if (of) query = query.where('fromKind', '=', of.kind).where('fromId', '=', of.id)
  return query.execute()
}
const text = (row: Awaited<ReturnType<typeof rows>>[number]) =>
  `${row.fromKind}:${row.fromId} ${row.kind} ${row.toKind}:${row.toId}`
const targets = async (of: Thing) => (await rows(of)).map((row) => row.toId).sort()
const ids = (things: Thing[]) => things.map(({ id }) => id).sort()

describe('mentions of a text', () => {
  test('whatever came before, the last set is what stands', async () => {
    const set = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fc.array(set, { minLength: 1, maxLength: 6 }), async (sets) => {
        await db().deleteFrom('thingReferences').execute()
        for (const one of sets) await syncMentions(note(0), one.map(note), null)
        expect(await targets(note(0))).toEqual(ids((sets.at(-1) ?? []).map(note)))
      }),
      { numRuns: 25 },
    )
  })

  test('two savings at once leave the set of one of them, never a mixture', async () => {
    const one = [1, 2, 3, 4].map(note)
    const other = [3, 4, 5, 6].map(note)
    for (let round = 0; round < 15; round++) {
      await syncMentions(note(0), [note(9)], null)
      await Promise.all([syncMentions(note(0), one, null), syncMentions(note(0), other, null)])
      expect([ids(one), ids(other)]).toContainEqual(await targets(note(0)))
    }
  })

  test('what stays keeps its time, and the same again changes nothing', async () => {
    await aReference(note(0), note(1), { createdAt: new Date('2026-01-01') })
    await syncMentions(note(0), [note(1), note(2)], null)
    await syncMentions(note(0), [note(2), note(1)], null)
    const [first] = await rows(note(0))
    expect(first?.createdAt).toEqual(new Date('2026-01-01'))
    expect(await rows()).toHaveLength(2)
  })

  test('relations and the mentions of other texts stay', async () => {
    await aReference(note(0), note(1), { kind: 'relation' })
    await aReference(note(7), note(1))
    await syncMentions(note(0), [], null)
    expect(await rows()).toHaveLength(2)
  })

  test('a thing twice, itself, nonsense and unknown kinds are no mentions', async () => {
    const wanted = [
      note(1),
      { kind: 'note', id: note(1).id.toUpperCase() },
      note(0),
      { kind: 'note', id: 'x' },
      { kind: 'note', id: "'; drop table persons; --" },
      { kind: '__proto__', id: note(2).id },
      { kind: 'unicorn', id: note(2).id },
      { kind: 'n'.repeat(99), id: note(2).id },
    ]
    await syncMentions(note(0), wanted, null)
    expect(await targets(note(0))).toEqual([note(1).id])
  })

  test('at most 500 of a text', async () => {
    const many = Array.from({ length: MOST_MENTIONS + 50 }, (_, n) => note(n + 1))
    await syncMentions(note(0), many, null)
    expect(await targets(note(0))).toEqual(ids(many.slice(0, MOST_MENTIONS)))
  })

  test('they come and go with the transaction of the text', async () => {
    await syncMentions(note(0), [note(1)], null)
    const failing = transaction(async () => {
      await syncMentions(note(0), [note(2)], null)
      throw new Error('not saved')
    })
    await expect(failing).rejects.toThrow('not saved')
    expect(await targets(note(0))).toEqual([note(1).id])
  })
})

describe('relations', () => {
  test('are set once and taken away', async () => {
    await relate(actor, note(0), note(1))
    await relate(actor, note(0), note(1))
    expect((await rows()).map(text)).toEqual([`note:${idAt(0)} relation note:${idAt(1)}`])
    expect(await unrelate(actor, note(0), note(1))).toBe(true)
    expect(await unrelate(actor, note(0), note(1))).toBe(false)
    expect(await rows()).toEqual([])
  })

  test('taking a relation away leaves the mention of a text', async () => {
    await aReference(note(0), note(1))
    await relate(actor, note(0), note(1))
    await unrelate(actor, note(0), note(1))
    expect((await rows()).map((row) => row.kind)).toEqual(['mention'])
  })

  test('need the right to change the thing', async () => {
    standing = { ...standing, canChange: false }
    await expect(relate(actor, note(0), note(1))).rejects.toThrow(Forbidden)
    await expect(unrelate(actor, note(0), note(1))).rejects.toThrow(Forbidden)
    standing = { canRead: false, canChange: true, plgId: null }
    await expect(relate(actor, note(0), note(1))).rejects.toThrow(NotFound)
    await expect(unrelate(actor, note(0), note(1))).rejects.toThrow(NotFound)
    await expect(relate(actor, { kind: 'school', id: idAt(1) }, note(1))).rejects.toThrow(NotFound)
    expect(await rows()).toEqual([])
  })

  test('what may not be read, and what is not there, are refused alike', async () => {
    const closed = await aPlg({ joining: 'closed' })
    const refusal = async (to: Thing) => relate(actor, note(0), to).catch(String)
    const unknown = await refusal({ kind: 'plg', id: randomUUID() })
    expect(unknown).toContain('Diesen Eintrag gibt es nicht')
    expect(await refusal({ kind: 'plg', id: closed.id })).toBe(unknown)
    expect(await refusal({ kind: 'unicorn', id: randomUUID() })).toBe(unknown)
    expect(await rows()).toEqual([])
  })

  test('lead to things, not to persons and not to itself', async () => {
    await expect(relate(actor, note(0), { kind: 'person', id: actor.id })).rejects.toThrow(Refusal)
    await expect(relate(actor, note(0), note(0))).rejects.toThrow(Refusal)
    const school = await aSchool()
    await relate(actor, note(0), { kind: 'school', id: school.id })
    expect(await targets(note(0))).toEqual([school.id])
  })

  test('end at 100, also when twenty are set at once', async () => {
    for (let n = 1; n <= MOST_RELATIONS - 5; n++)
      await aReference(note(0), note(n), { kind: 'relation' })
    const tries = Array.from({ length: 20 }, (_, n) => relate(actor, note(0), note(500 + n)))
    const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(15)
    expect(await rows()).toHaveLength(MOST_RELATIONS)
    // What is there already is no further one.
    await relate(actor, note(0), note(1))
  })
})

const KINDS = ['mention', 'relation'] as const
type Pair = { from: number; to: number; kind: 'mention' | 'relation' }

/** What the references are when every `gone` is called `kept`: once each, and never to itself. */
function renamed(pairs: Pair[], gone: number, kept: number): string[] {
  const of = (n: number) => (n === gone ? kept : n)
  const all = pairs
    .map(({ from, to, kind }) => ({ from: of(from), to: of(to), kind }))
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, kind }) => `note:${idAt(from)} ${kind} note:${idAt(to)}`)
  return [...new Set(all)].sort()
}

describe('merging', () => {
  test('is the same as if the other one had been meant all along', async () => {
    const thing = fc.nat(5)
    const pair = fc
      .record({ from: thing, to: thing, kind: fc.constantFrom(...KINDS) })
      .filter(({ from, to }) => from !== to)
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 20 }), thing, thing, async (pairs, a, b) => {
        await db().deleteFrom('thingReferences').execute()
        for (const { from, to, kind } of pairs) await aReference(note(from), note(to), { kind })
        const before = (await rows()).map(text).sort()
        await moveReferences(note(a), note(b))
        expect((await rows()).map(text).sort()).toEqual(a === b ? before : renamed(pairs, a, b))
      }),
      { numRuns: 40 },
    )
  })

  test('of two references that become one, the earlier time stays', async () => {
    await aReference(note(0), note(1), { createdAt: new Date('2026-03-01') })
    await aReference(note(0), note(2), { createdAt: new Date('2026-01-01') })
    await moveReferences(note(1), note(2))
    expect((await rows()).map((row) => row.createdAt)).toEqual([new Date('2026-01-01')])
  })

  test('while texts are saved and others are merged nothing is lost and nothing fails', async () => {
    for (let n = 1; n <= 10; n++)
      await syncMentions(note(100 + n), [note(n), note(n + 1), note(50)], null)
    await Promise.all([
      ...Array.from({ length: 10 }, (_, n) => moveReferences(note(n + 1), note(60))),
      ...Array.from({ length: 10 }, (_, n) => syncMentions(note(201 + n), [note(60)], null)),
      moveReferences(note(11), note(60)),
      moveReferences(note(50), note(61)),
    ])
    const all = (await rows()).map(text).sort()
    const expected = Array.from({ length: 10 }, (_, n) => [
      `note:${idAt(101 + n)} mention note:${idAt(60)}`,
      `note:${idAt(101 + n)} mention note:${idAt(61)}`,
      `note:${idAt(201 + n)} mention note:${idAt(60)}`,
    ])
    expect(all).toEqual(expected.flat().sort())
  })
})

test('what is gone for good is pointed at by nothing and points at nothing', async () => {
  await aReference(note(0), note(1))
  await aReference(note(1), note(2), { kind: 'relation' })
  await aReference(note(2), note(3))
  await forgetThing(note(1))
  expect((await rows()).map(text)).toEqual([`note:${idAt(2)} mention note:${idAt(3)}`])
})
