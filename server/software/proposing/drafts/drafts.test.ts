import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { proposingFor } from '../views.ts'
import { deleteDraft, restoreDraft, saveDraft } from './commands.ts'
import { MOST_DRAFTS } from './contract.ts'
import { draftInput } from './inputs.ts'
import { forgetDrafts } from './jobs.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const typed = (given: object = {}) =>
  draftInput.parse({ clientKey: randomUUID(), name: 'Buchwerk', purpose: 'Für', ...given })
const days = (count: number) => new Date(Date.now() + count * 86_400_000)

test('a draft is its own person’s: kept as typed, taken up, saved by one window at a time, brought back', async () => {
  const [kim, other] = [await anActor(), await anActor()]
  const first = typed({ users: ['pupil'] })
  const id = await saveDraft(kim, first)
  expect(await saveDraft(kim, first)).toBe(id)
  const seen = async (who = kim) => proposingFor(who, { name: null, draft: id, page: 1 })
  expect(await seen()).toMatchObject({
    ...{ name: 'Buchwerk', isNamed: true, drafts: [{ id, name: 'Buchwerk' }] },
    draft: { id, version: 1, fields: { purpose: 'Für', users: ['pupil'], website: '' } },
  })
  expect(await seen(other)).toMatchObject({ draft: null, drafts: [] })
  const next = typed({ draft: id, draftVersion: 1, purpose: 'Für Klasse 6' })
  const both = await Promise.allSettled([saveDraft(kim, next), saveDraft(kim, next)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const foreign = saveDraft(other, typed({ draft: id, draftVersion: 2 }))
  await expect(foreign).rejects.toMatchObject({ name: 'Refusal' })
  await expect(deleteDraft(other, id)).rejects.toMatchObject({ name: 'NotFound' })
  await deleteDraft(kim, id)
  expect((await seen()).drafts).toEqual([])
  await restoreDraft(kim, id)
  expect((await seen()).draft?.fields.purpose).toBe('Für Klasse 6')
})

test('drafts end after 60 days, and nobody heaps them up', async () => {
  const kim = await anActor()
  const results = await Promise.allSettled(
    Array.from({ length: MOST_DRAFTS + 2 }, () => saveDraft(kim, typed())),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_DRAFTS)
  const count = async () =>
    (await proposingFor(kim, { name: null, draft: null, page: 1 })).drafts.length
  await forgetDrafts.run(days(59))
  expect(await count()).toBe(MOST_DRAFTS)
  await forgetDrafts.run(days(61))
  expect(await count()).toBe(0)
})
