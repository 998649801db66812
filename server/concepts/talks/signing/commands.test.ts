import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aHeldTalk, aSharedVersion, aTalk } from '#db/factories/talks.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { react } from '#server/platform/react-for-tests.ts'
import { addAgreement, settleAgreement } from '../agreements/commands.ts'
import { writeMinutes } from '../commands.ts'
import { printOf } from '../rules.ts'
import { resultFor } from '../views.ts'
import { signTalk, takeOverResult } from './commands.ts'

let principal: Actor
let amt: Actor
let schoolId: string

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
  schoolId = (await aSchool()).id
  principal = await anActor('principal', { schoolId })
  amt = await anActor('school_authority_staff')
})

const bellOf = async (actor: Actor) =>
  (await bellFor(actor, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

const talkOf = async (number: number) =>
  db()
    .selectFrom('equipmentTalks')
    .where('number', '=', number)
    .selectAll()
    .executeTakeFirstOrThrow()
const seen = async (number: number) => ({ content: (await talkOf(number)).content })
const agreement = () => ({
  clientKey: randomUUID(),
  text: 'Koffer liefern',
  owner: 'authority' as const,
})

describe('both signatures', () => {
  test('a change after one voids it; what was not read is not signed; after both nothing changes', async () => {
    const { number, id } = await aHeldTalk({ schoolId })
    const nr = String(number)
    const read = await seen(number)
    await signTalk(principal, nr, read)
    await react()
    expect(await bellOf(amt)).toEqual([expect.stringContaining('Ihre Unterschrift fehlt')])
    await addAgreement(amt, nr, agreement())
    expect((await resultFor(amt, nr)).signatures).toEqual([])
    await expect(signTalk(amt, nr, read)).rejects.toThrow('noch einmal')
    await signTalk(amt, nr, await seen(number))
    await signTalk(amt, nr, await seen(number))
    expect(await talkOf(number)).toMatchObject({ status: 'held' })
    await signTalk(principal, nr, await seen(number))
    expect(await talkOf(number)).toMatchObject({ status: 'agreed' })
    const late = { print: printOf(''), minutes: 'Doch anders' }
    await expect(writeMinutes(amt, nr, late)).rejects.toThrow(Forbidden)
    for (const table of ['talkAgreements', 'talkSignatures'] as const)
      await expect(db().deleteFrom(table).where('talkId', '=', id).execute()).rejects.toThrow(
        'talk_agreed',
      )
    await expect(
      db().updateTable('equipmentTalks').set({ minutes: 'x' }).where('id', '=', id).execute(),
    ).rejects.toThrow('talk_agreed')
    const [one] = (await resultFor(amt, nr)).agreements
    await settleAgreement(amt, nr, { agreement: one?.id ?? '', isDone: true })
    expect((await resultFor(principal, nr)).agreements[0]?.doneAt).not.toBeNull()
  })

  test('nobody signs before it was held, for the other side, or agrees by hand', async () => {
    const { number, id } = await aTalk({ schoolId })
    await expect(signTalk(principal, String(number), { content: 1 })).rejects.toThrow(Forbidden)
    await db().updateTable('equipmentTalks').set({ status: 'held' }).execute()
    const officer = await anActor('digital_officer', { schoolId })
    await expect(signTalk(officer, String(number), { content: 1 })).rejects.toThrow(Forbidden)
    await expect(
      db().updateTable('equipmentTalks').set({ status: 'agreed' }).where('id', '=', id).execute(),
    ).rejects.toThrow('talk_unsigned')
  })

  test('signed and changed at once: what both have signed is what stands there', async () => {
    for (let round = 0; round < 4; round++) {
      const { number, id } = await aHeldTalk({ schoolId })
      const nr = String(number)
      const read = await seen(number)
      await Promise.allSettled([
        signTalk(principal, nr, read),
        addAgreement(amt, nr, agreement()),
        signTalk(amt, nr, read),
        signTalk(principal, nr, read),
        writeMinutes(amt, nr, { print: printOf(''), minutes: 'Neu' }),
      ])
      const { status, content } = await talkOf(number)
      const signatures = await db()
        .selectFrom('talkSignatures')
        .where('talkId', '=', id)
        .select(['side', 'content'])
        .execute()
      expect(signatures.every((one) => one.content === content)).toBe(true)
      expect(new Set(signatures.map(({ side }) => side)).size).toBe(signatures.length)
      expect(status).toBe(signatures.length === 2 ? 'agreed' : 'held')
    }
  })

  test('both at once agree', async () => {
    const { number } = await aHeldTalk({ schoolId })
    const read = await seen(number)
    await Promise.all([
      signTalk(principal, String(number), read),
      signTalk(amt, String(number), read),
    ])
    expect(await talkOf(number)).toMatchObject({ status: 'agreed' })
  })
})

test('the result becomes an entry of the concept, once, and the staff reads it', async () => {
  const { conceptId } = await aSharedVersion(schoolId)
  const { number, id } = await aHeldTalk({ schoolId })
  const nr = String(number)
  const teacher = await anActor('teacher', { schoolId })
  await expect(resultFor(teacher, nr)).rejects.toThrow(NotFound)
  await signTalk(principal, nr, await seen(number))
  await signTalk(amt, nr, await seen(number))
  await expect(takeOverResult(amt, nr)).rejects.toThrow(Forbidden)
  await Promise.allSettled([takeOverResult(principal, nr), takeOverResult(principal, nr)])
  const entries = await db().selectFrom('conceptReflections').selectAll().execute()
  expect(entries).toMatchObject([{ conceptId, sourceKind: 'equipment-talk', sourceId: id }])
  expect((await resultFor(teacher, nr)).can.settle).toBe(false)
})
