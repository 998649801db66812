import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { anIdea } from '#db/factories/idea.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aCall, aFunding, anInnovation } from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Conflict, Forbidden, Moved, NotFound, Refusal } from '#server/platform/errors.ts'
import { draftCall, editCall, publishCall, withdrawCall } from './commands.ts'
import { callCards, callFor, callForEdit, callsFor, locateCall, searchCalls } from './views.ts'

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

test('the page shows its answers: ideas to all, what is archived to nobody', async () => {
  const call = await aCall({ title: 'Alt' })
  const other = await aCall()
  const open = await anIdea({ callId: call.id, title: 'Antwort' })
  await anIdea({ callId: call.id, state: 'archived' })
  await anIdea({ callId: other.id })
  for (const role of ['teacher', 'principal', 'smz_staff', 'operator']) {
    const { ideas } = await callFor(await anActor(role), `${call.number}-alt`)
    expect(ideas.rows.map(({ id }) => id)).toEqual([open.id])
    expect(ideas.total).toBe(1)
  }
})

test('applications are shown to those who may read them, and to nobody else', async () => {
  const call = await aCall({ title: 'Alt' })
  const plg = await aPlg()
  const member = await anActor()
  const schoolId = member.memberships[0]?.schoolId ?? ''
  await aMember({ plgId: plg.id, personId: member.id, schoolId })
  const made = async (given: object) => {
    const { id: projectId } = await anInnovation({ plgId: plg.id })
    return aFunding({ plgId: plg.id, projectId, schoolId, callId: call.id, ...given })
  }
  const draft = await made({})
  const submitted = await made({ state: 'submitted', submittedAt: new Date() })
  const seenBy = async (actor: Awaited<ReturnType<typeof anActor>>) =>
    (await callFor(actor, `${call.number}-alt`)).fundings.rows.map(({ id }) => id).sort()
  expect(await seenBy(member)).toEqual([draft.id, submitted.id].sort())
  expect(await seenBy(await anActor('principal', { schoolId }))).toEqual([submitted.id])
  expect(await seenBy(await anActor('school_authority_staff'))).toEqual([submitted.id])
  for (const role of ['teacher', 'principal', 'smz_staff', 'operator'])
    expect(await seenBy(await anActor(role))).toEqual([])
})

test('published calls are found by their words, by everybody who is confirmed', async () => {
  const call = await aCall({ title: 'VR-Koffer', text: 'Drei Schulen gesucht' })
  await aCall({ title: 'Entwurf VR-Koffer', state: 'draft' })
  const ids = async (actor: Parameters<typeof searchCalls>[0], word: string) =>
    (await searchCalls(actor, [word], 5)).map(({ id }) => id)
  expect(await ids(await anActor(), 'koffer')).toEqual([call.id])
  expect(await ids(await anActor(), 'Schule')).toEqual([call.id])
  expect(await ids(await anActor('teacher', { state: 'pending' }), 'koffer')).toEqual([])
  expect(await ids(null, 'koffer')).toEqual([])
  // Words that mean nothing match all, as everywhere; what is published stays the border.
  for (const word of ["'", '%', '&|!', 'und', "x' or 1=1"])
    expect([[], [call.id]]).toContainEqual(await ids(await anActor(), word))
})
