import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aCall } from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Conflict, Forbidden, Moved, NotFound, Refusal } from '#server/platform/errors.ts'
import { draftCall, editCall, publishCall, withdrawCall } from './commands.ts'
import { callCards, callFor, callForEdit, callsFor, locateCall } from './views.ts'

beforeEach(() => emptyDatabase())

const about = {
  title: 'VR-Koffer erproben',
  text: 'Drei Schulen gesucht.',
  kind: 'innovation' as const,
  hasFunding: true,
  closesOn: null,
}
const draft = (more: object = {}) => ({ ...about, clientKey: randomUUID(), ...more })

test('a call is drafted once, seen by its own, published, withdrawn and published again', async () => {
  const smz = await anActor('smz_staff')
  const teacher = await anActor()
  const advisor = await anActor('media_advisor')
  const input = draft()
  const [number, again] = await Promise.all([draftCall(smz, input), draftCall(smz, input)])
  expect(again).toBe(number)
  const address = `${number}-vr-koffer-erproben`
  for (const person of [teacher, advisor]) {
    await expect(callFor(person, address)).rejects.toThrow(NotFound)
    expect((await callsFor(person, 1)).drafts).toEqual([])
  }
  await publishCall(smz, number, { version: 1 })
  await publishCall(smz, number, { version: 1 })
  expect((await callFor(teacher, address)).can).toEqual({ keep: false, answer: true })
  expect((await callsFor(teacher, 1)).calls.total).toBe(1)
  await withdrawCall(smz, number, { version: 2 })
  await expect(callFor(teacher, address)).rejects.toThrow(NotFound)
  await publishCall(smz, number, { version: 3 })
  const acts = await db().selectFrom('auditEntries').select('action').execute()
  expect(acts).toHaveLength(3)
})

test('editing: an old page overwrites nothing, an old address leads on', async () => {
  const smz = await anActor('smz_staff')
  const number = await draftCall(smz, draft())
  const path = await editCall(smz, number, { ...about, title: 'Neuer Titel', version: 1 })
  expect(path).toBe(`/aufrufe/${number}-neuer-titel`)
  await expect(editCall(smz, number, { ...about, version: 1 })).rejects.toThrow(Conflict)
  await expect(callFor(smz, `${number}-vr-koffer-erproben`)).rejects.toThrow(Moved)
  await expect(publishCall(smz, number, { version: 1 })).rejects.toThrow(Refusal)
  expect((await callForEdit(smz, String(number))).call.title).toBe('Neuer Titel')
})

test('teachers start none, and others keep none that is not theirs', async () => {
  for (const role of ['teacher', 'principal', 'operator', 'facilitator'])
    await expect(draftCall(await anActor(role), draft())).rejects.toThrow(Forbidden)
  const { number } = await aCall()
  for (const role of ['teacher', 'media_advisor', 'operator']) {
    const person = await anActor(role)
    await expect(editCall(person, number, { ...about, version: 1 })).rejects.toThrow(Forbidden)
    await expect(withdrawCall(person, number, { version: 1 })).rejects.toThrow(Forbidden)
  }
})

test('a call that is over cannot be answered', async () => {
  const { number } = await aCall({ title: 'Alt', closesOn: '2026-01-01' })
  expect((await callFor(await anActor(), `${number}-alt`)).can.answer).toBe(false)
})

test('cards and addresses follow the rights of the reader', async () => {
  const open = await aCall()
  const hidden = await aCall({ state: 'draft' })
  const teacher = await anActor()
  const cards = await callCards(teacher, [open.id, hidden.id])
  expect(cards.map(({ id }) => id)).toEqual([open.id])
  expect(await locateCall(`/aufrufe/${open.number}-x`)).toBe(open.id)
  for (const path of ['/aufrufe/neu', '/aufrufe/999999999999-x', '/aufrufe/0', '/aufrufe/-1'])
    expect(await locateCall(path)).toBeUndefined()
})
