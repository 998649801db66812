import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { recordUnmet } from '../demand/commands.ts'
import { demandFile, demandFor } from '../demand/views.ts'
import { answerWish, joinWish, makeWish, putWishAway } from './commands.ts'
import { may, type WishFacts } from './policy.ts'
import { voicesToTell } from './sql.ts'
import { wishCards, wishesFor } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'
const all = new URLSearchParams()
const hidden = { name: 'NotFound' }
const wish = (title = 'Dokumentenkameras') => ({
  ...{ title, purpose: 'Versuche zeigen', frequency: 'weekly' as const },
  ...{ isChecked: false, clientKey: randomUUID() },
})

let teacher: Awaited<ReturnType<typeof anActor>>
let smz: Awaited<ReturnType<typeof anActor>>

beforeEach(async () => {
  await emptyDatabase()
  teacher = await anActor()
  smz = await anActor('smz_staff')
})

async function made() {
  await makeWish(teacher, wish())
  const { rows } = await wishesFor(teacher, all)
  return rows[0]?.id ?? ''
}

test('the same form three times at once is one wish with one voice; others join and leave', async () => {
  const form = wish()
  await Promise.all([1, 2, 3].map(() => makeWish(teacher, form)))
  const { rows } = await wishesFor(teacher, all)
  expect(rows).toMatchObject([{ voices: 1, isOwn: true, isMine: true }])
  const id = rows[0]?.id ?? ''
  const other = await anActor()
  await Promise.all([1, 2, 3].map(() => joinWish(other, id, true)))
  expect((await wishesFor(other, all)).rows).toMatchObject([{ voices: 2, isMine: true }])
  await joinWish(other, id, false)
  expect((await wishesFor(other, all)).rows).toMatchObject([{ voices: 1, isMine: false }])
  await expect(joinWish(other, randomUUID(), true)).rejects.toMatchObject(hidden)
  const pending = await anActor('teacher', { state: 'pending' })
  await expect(wishesFor(pending, all)).rejects.toMatchObject({ name: 'Forbidden' })
  await expect(joinWish(pending, id, true)).rejects.toMatchObject(hidden)
})

test('the SMZ answers; of two answers the second reads the first; those who miss it are told', async () => {
  const id = await made()
  const answer = (text: string) =>
    answerWish(smz, { wish: id, outcome: 'planned', answer: text, version: 1 })
  const results = await Promise.allSettled([answer('Eins'), answer('Zwei')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await wishesFor(teacher, all)
  const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
  expect(lost.reason).toMatchObject({ name: 'Conflict', theirs: rows[0]?.answer })
  expect(await voicesToTell(id, smz.id).execute()).toEqual([{ personId: teacher.id }])
  expect(await wishCards(teacher, [id])).toMatchObject([{ context: 'Vorgesehen' }])
  await expect(
    answerWish(teacher, { wish: id, outcome: 'bought', answer: 'Ja', version: 2 }),
  ).rejects.toMatchObject({ name: 'Forbidden' })
})

test('is taken away and brought back; the SMZ leaves a line in the protocol', async () => {
  const id = await made()
  await expect(putWishAway(await anActor(), { id, isDeleted: true })).rejects.toMatchObject(hidden)
  await putWishAway(smz, { id, isDeleted: true })
  expect((await wishesFor(teacher, all)).rows).toEqual([])
  expect(await wishCards(teacher, [id])).toEqual([])
  await putWishAway(teacher, { id, isDeleted: false })
  expect((await wishesFor(teacher, all)).rows).toHaveLength(1)
  const entries = await db().selectFrom('auditEntries').select(['action', 'actorId']).execute()
  expect(entries).toEqual([{ action: 'medialab.wish-deleted', actorId: smz.id }])
})

const FACTS: WishFacts[] = [
  { authorId: 'self', isDeleted: false },
  { authorId: 'self', isDeleted: true },
  { authorId: 'other', isDeleted: false },
  { authorId: null, isDeleted: true },
]
const EXPECTED: Record<string, string[][]> = {
  teacher: [['join', 'delete'], ['restore'], ['join'], []],
  school_authority_staff: [['join', 'delete'], ['restore'], ['join'], []],
  smz_staff: [['join', 'answer', 'delete'], ['restore'], ['join', 'answer', 'delete'], ['restore']],
}
test.each(Object.entries(EXPECTED))('what becomes of a wish: %s', async (role, expected) => {
  const who = { ...(await anActor(role)), id: 'self' }
  const allowed = FACTS.map((facts) =>
    (['join', 'answer', 'delete', 'restore'] as const).filter((act) => may[act](who, facts)),
  )
  expect(allowed).toEqual(expected)
})

test('unmet demand is counted by offer, reason, month and school; words only for the SMZ', async () => {
  const offer = await aSet({ name: 'VR-Set' })
  const schools = await Promise.all(
    ['primary', 'primary', 'grammar'].map((schoolForm) => aSchool({ schoolForm })),
  )
  const unmet = {
    ...{ offerId: offer.id, kind: 'set' as const, wanted: '', startsAt: null, endsAt: null },
    ...{ quantity: 15, reason: 'occupied' as const },
  }
  await recordUnmet(schools.map(({ id }) => ({ ...unmet, schoolId: id })))
  const sought = { offerId: null, kind: null, wanted: 'Drohne', quantity: 1 }
  await recordUnmet([{ ...unmet, ...sought, reason: 'not_found', schoolId: null }])
  await db()
    .insertInto('labWaiting')
    .values({
      ...{ offerId: offer.id, personId: teacher.id, schoolId: schools[0]?.id, quantity: 5 },
      ...{ isLoan: true, startsAt: new Date(), endsAt: new Date(Date.now() + 1000) },
      ...{ purpose: 'Versuch', state: 'waiting', clientKey: randomUUID() },
      ...{ askedAt: new Date('2026-11-26T08:00:00Z'), changedAt: new Date() },
    })
    .execute()
  const linesBy = async (nach: string, more = {}) =>
    (await demandFor(smz, new URLSearchParams({ nach, ...more })))?.lines.map(
      ({ label, wishes, pieces, schools: said }) => [label, wishes, pieces, said],
    )
  expect(await linesBy('offer')).toEqual([
    ['VR-Set', 4, 50, 3],
    ['Nicht im Angebot', 1, 1, 0],
  ])
  expect(await linesBy('reason')).toEqual([
    ['War belegt', 3, 45, 3],
    ['Auf der Warteliste', 1, 5, null],
    ['Nichts gefunden', 1, 1, 0],
  ])
  expect(await linesBy('month')).toEqual([['November 2026', 5, 51, 3]])
  expect(await linesBy('schoolForm', { schulform: 'grammar' })).toEqual([
    ['Gymnasium', 1, 15, null],
  ])
  expect(await linesBy('district', { bis: '2026-10-01' })).toEqual([])
  expect((await demandFor(smz, all))?.sought).toEqual([{ word: 'drohne', times: 1 }])
  expect((await demandFor(await anActor('media_advisor'), all))?.sought).toEqual([])
  expect(await demandFor(teacher, all)).toBeNull()
  await expect(demandFile(teacher, all)).rejects.toMatchObject({ name: 'Forbidden' })
  expect((await demandFile(smz, all)).text).toContain('VR-Set;4;50;3')
})
